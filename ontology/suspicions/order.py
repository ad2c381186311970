"""What acts on a document, or cites it, is not older than it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ontology.records import Predicate, Severity, SuspicionKind
from ontology.suspicions.dates import swapped, younger

_CHANGES: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "corrects", "suspends", "implements")
_SPEAKS_OF: tuple[Predicate, ...] = ("basedOn", "guides", "reportsOn", "cites")

MANY = 3
"""From so many younger documents on, it is the date of the citing one that is doubted: a compilation, a consolidated
text, a date read from the wrong line."""

MOST_YOUNGER = 0.2
"""The same, as a share of the dated documents that are cited."""


class Cited(NamedTuple):
    """A document that another one speaks of. predicate: what is done to it; date: ISO, perhaps partial."""

    id: str
    predicate: str
    date: str


class Younger(NamedTuple):
    """A suspicion about an order of dates. cited: the younger document; speaker: the date of the one that speaks is
    doubted, not that of the cited one. likely: a date of the cited one that fits."""

    kind: SuspicionKind
    severity: Severity
    cited: Cited
    speaker: bool = False
    likely: str | None = None


def verdict(predicate: str, subject: str, object: str) -> tuple[SuspicionKind, Severity] | None:
    """Judges "subject does predicate to object" by the dates of the two; None where nothing is wrong.

    A change or an implementation cannot come before what it acts on (RULES §4 e: error); a basis, a report or a mere
    mention of what was not yet issued is a warning (§4 d). What is promulgated may bear a later day than the act that
    promulgates it: no rule.
    """
    if not younger(object, subject):
        return None
    if predicate in _CHANGES:
        return "amendsYounger", "error"
    return ("citedYounger", "warning") if predicate in _SPEAKS_OF else None


def younger_than(date: str, cited: Iterable[Cited]) -> list[Younger]:
    """The documents among `cited`, all that one document of that date speaks of, that are younger than it; each once,
    with the gravest of the predicates, by id. Where they are many, one note about the document itself."""
    every = sorted(set(cited), key=lambda each: (each.id, each.predicate not in _CHANGES, each.predicate, each.date))
    found: dict[str, Younger] = {}
    for each in every:
        judged = verdict(each.predicate, date, each.date)
        if judged is not None and each.id not in found:
            turned = swapped(each.date)
            fits = turned if turned is not None and not younger(turned, date) else None
            found[each.id] = Younger(*judged, each, likely=fits)
    several = len(found) >= MANY or (len(found) > 1 and len(found) > MOST_YOUNGER * len({each.id for each in every}))
    if several:
        last = max((each.cited for each in found.values()), key=lambda each: (each.date, each.id))
        return [Younger("citedYounger", "note", last, speaker=True)]
    return list(found.values())
