"""Which later action may be the fulfilment of a planned one? Pure: a suggestion with its score, never a fact.

A pair must share its place, and a programme or a document that both carry out (or the planned action's own document);
the later one must not be older. Then words decide: the share of the weight of words and word pairs that both hold,
where a word weighs more the fewer actions hold it (inverse document frequency).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from graph.answers import Action, Match
from ontology.words import letters

LEAST = 0.3
"""A lower score is no suggestion: office language alone gives about 0.1."""

BEST = 3
"""Suggestions for one planned action."""

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """An action with what it is compared by."""

    action: Action
    terms: frozenset[str]
    ties: frozenset[str]
    weight: float


def suggestions(planned: Sequence[Action], later: Sequence[Action]) -> list[Match]:
    """The suggestions, by planned action in the given order, best first. Independent of the order of `later`."""
    held = {action.iri: terms(action.evidence.sentence) for action in (*planned, *later)}
    weights = _weights([held[action.iri] for action in (*planned, *later)])
    tied: dict[str, list[_Told]] = defaultdict(list)
    for each in sorted(later, key=lambda action: action.iri):
        told = _told(each, held[each.iri], weights, own=False)
        for tie in told.ties:
            tied[tie].append(told)
    found: list[Match] = []
    for action in planned:
        plan = _told(action, held[action.iri], weights, own=True)
        near = {told.action.iri: told for tie in plan.ties for told in tied[tie] if fits(action, told.action)}
        scored = [(_score(plan, told, weights), iri) for iri, told in near.items()]
        good = sorted((-score, iri) for score, iri in scored if score >= LEAST)[:BEST]
        found += [_match(plan, near[iri], -score, weights) for score, iri in good]
    return found


def fits(planned: Action, later: Action) -> bool:
    """Same place, and not older as far as the dates of the two documents tell."""
    if planned.iri == later.iri or planned.province != later.province:
        return False
    first, second = planned.witness.date, later.witness.date
    if first is None or second is None:
        return True
    shorter = min(len(first), len(second))
    return second[:shorter] >= first[:shorter]


def terms(text: str) -> frozenset[str]:
    """Words and neighbouring pairs of words (most Vietnamese words are two), without numbers."""
    words = [word for word in _words(text) if word.isalpha() or not any(letter.isdigit() for letter in word)]
    return frozenset({*words, *(f"{one} {other}" for one, other in pairwise(words))})


def _words(text: str) -> list[str]:
    return _WORD.findall(letters(text))


_WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits."""


def _weights(held: Sequence[frozenset[str]]) -> dict[str, float]:
    """held: the terms of each action."""
    counts = Counter(term for each in held for term in each)
    return {term: log((len(held) + 1) / (count + 0.5)) for term, count in sorted(counts.items())}


def _told(action: Action, held: frozenset[str], weights: dict[str, float], *, own: bool) -> _Told:
    """own: the document that states it ties too, because reports say that they carry out the plan."""
    ties = {each.iri for each in action.carries_out} | {each.iri for each in action.programmes}
    if own:
        ties.add(action.witness.iri)
    return _Told(action, held, frozenset(ties), sum(weights[term] for term in sorted(held)))


def _score(plan: _Told, later: _Told, weights: dict[str, float]) -> float:
    """Dice's coefficient over the weights, as it is shown."""
    whole = plan.weight + later.weight
    return round(2 * sum(weights[term] for term in sorted(plan.terms & later.terms)) / whole, 2) if whole else 0.0


def _match(plan: _Told, later: _Told, score: float, weights: dict[str, float]) -> Match:
    phrases = _phrases(plan.action, plan.terms & later.terms, weights)
    return Match(plan.action, later.action, score, tuple(phrases[:_SHOWN]))


def _phrases(action: Action, both: frozenset[str], weights: dict[str, float]) -> list[str]:
    """The longest runs of words of the action that the other holds too, the weightiest first."""
    words = _words(action.evidence.sentence)
    runs: list[list[str]] = [[]]
    for word in words:
        last = runs[-1]
        if last and f"{last[-1]} {word}" in both:
            last.append(word)
        else:
            runs.append([word] if word in both else [])
    phrases = {" ".join(run): sum(weights[word] for word in run) for run in runs if run}
    return sorted(phrases, key=lambda phrase: (-phrases[phrase], phrase))
