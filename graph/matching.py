"""Which later action may be the fulfilment of a planned one? Pure: a suggestion with its score, never a fact.

A pair must share its place, and a programme or a document that both carry out (or the planned action's own document);
the later one must not be older. Then words decide: the share of the weight of words and word pairs that both hold,
where a word weighs more the fewer actions hold it (inverse document frequency).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from graph.action_answers import Action, Match
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
    weights = _weights([*planned, *later])
    tied: dict[str, list[_Told]] = defaultdict(list)
    for each in sorted(later, key=lambda action: action.iri):
        told = _told(each, weights, own=False)
        for tie in told.ties:
            tied[tie].append(told)
    found: list[Match] = []
    for action in planned:
        plan = _told(action, weights, own=True)
        near = {told.action.iri: told for tie in plan.ties for told in tied[tie] if fits(action, told.action)}
        matches = [_match(plan, told, weights) for _, told in sorted(near.items())]
        good = [match for match in matches if match.score >= LEAST]
        found += sorted(good, key=lambda match: (-match.score, match.done.iri))[:BEST]
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
    words = [word for word in _words(text) if not any(letter.isdigit() for letter in word)]
    return frozenset({*words, *(f"{one} {other}" for one, other in pairwise(words))})


def _words(text: str) -> list[str]:
    spaced = "".join(letter if letter.isalnum() else " " for letter in letters(text))
    return spaced.split()


def _weights(actions: Iterable[Action]) -> dict[str, float]:
    held: Counter[str] = Counter()
    total = 0
    for total, action in enumerate(actions, 1):  # noqa: B007 - the last number is the count
        held.update(terms(action.evidence.sentence))
    return {term: log((total + 1) / (count + 0.5)) for term, count in sorted(held.items())}


def _told(action: Action, weights: dict[str, float], *, own: bool) -> _Told:
    """own: the document that states it ties too, because reports say that they carry out the plan."""
    ties = {each.iri for each in action.carries_out} | {each.iri for each in action.programmes}
    if own:
        ties.add(action.witness.iri)
    held = terms(action.evidence.sentence)
    return _Told(action, held, frozenset(ties), sum(weights[term] for term in sorted(held)))


def _match(plan: _Told, later: _Told, weights: dict[str, float]) -> Match:
    """Dice's coefficient over the weights."""
    both = plan.terms & later.terms
    whole = plan.weight + later.weight
    score = 2 * sum(weights[term] for term in sorted(both)) / whole if whole else 0.0
    return Match(plan.action, later.action, round(score, 2), tuple(_phrases(plan.action, both, weights)[:_SHOWN]))


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
