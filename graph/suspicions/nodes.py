"""How a suspicion is written, and those about one document by itself: they need no other document to be seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pyoxigraph as ox

from graph.identity.keys import split_path
from graph.identity.works import Work
from graph.rdf.terms import LABEL, TYPE, cancu, node, plain, text
from ontology.records import SuspicionKind
from ontology.suspicions.dates import FULL, of_year, swapped
from ontology.terms import ELI

SUSPICION = cancu("DocumentSuspicion")
LINK = cancu("suspicion")

_SHARED = ("#suspicion-series", "#suspicion-order")


class Doubt(NamedTuple):
    """A suspicion about a document. name: the end of its IRI; against: IRI of the document it was measured against."""

    name: str
    kind: str
    severity: str
    stated: str
    likely: str | None = None
    against: str | None = None
    more: tuple[tuple[str, ox.NamedNode | ox.Literal], ...] = ()


def written(work: str, doubt: Doubt) -> Iterator[ox.Triple]:
    """The triples of a suspicion about the document with this IRI."""
    iri, at = node(work), node(f"{work}#suspicion-{doubt.name}")
    yield ox.Triple(iri, LINK, at)
    yield ox.Triple(at, TYPE, SUSPICION)
    yield ox.Triple(at, cancu("suspicionKind"), text(doubt.kind))
    yield ox.Triple(at, cancu("severity"), text(doubt.severity))
    yield ox.Triple(at, cancu("stated"), text(doubt.stated))
    if doubt.likely is not None:
        yield ox.Triple(at, cancu("likely"), text(doubt.likely))
    if doubt.against is not None:
        yield ox.Triple(at, cancu("measuredAgainst"), node(doubt.against))
    yield from (ox.Triple(at, cancu(name), value) for name, value in doubt.more)


def is_suspicion(triple: ox.Triple) -> bool:
    """True for the one triple by which a suspicion counts."""
    return bool(triple.predicate == TYPE and triple.object == SUSPICION)


def is_shared(triple: ox.Triple) -> bool:
    """True for what belongs to a suspicion that several documents decide (`series`, `order`)."""
    ends = (plain(triple.subject) or "", plain(triple.object) or "" if triple.predicate == LINK else "")
    return any(mark in end for mark in _SHARED for end in ends)


def digest(*words: str) -> str:
    """A short name for what is too long for the end of an IRI."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:12]


def of_work(work: Work) -> list[Doubt]:
    """The suspicions about one document by itself; the same for the same references, in whatever order. What only a
    register says of a document that nobody cites is a note about the register."""
    found = [*_years(work), *_swaps(work), *_printed(work)]
    if found and all(each.registered for each in work.references):
        return [each._replace(severity="note") for each in found]
    return found


def _years(work: Work) -> Iterator[Doubt]:
    """Dates of another year than the one in the number. A list that states one took it from another document, mostly
    from the one that is amended or guided: no slip of the year, and nobody knows the day."""
    said = {
        date for each in work.references if not each.registered for date in (each.date, *(d for d, _ in each.dates))
    }
    years = {each.year for each in work.references if each.year is not None}
    dates = work.dates
    for date in sorted(work.votes):
        if len(years) == 1 and date[:4] not in years and split_path(work.path).period in years:
            (year,) = years
            fitting = next((other for other in dates if other[:4] == year and len(other) == FULL), None)
            likely = fitting or (of_year(date, year) if len(date) == FULL and date in said else None)
            yield Doubt(f"year-{date}", "yearSlip", "error", date, likely)


def _swaps(work: Work) -> Iterator[Doubt]:
    """Two dates that are each other's day and month exchanged: the one that would be shown is likely, when the document
    itself, a register or more mentions say it. A register against several sources decides nothing: lists exchange day
    and month as often."""
    ranked, votes = work.dates, work.votes
    own = {each.date for each in work.references if each.own}
    listed = {each.date for each in work.references if each.registered}
    for place, date in enumerate(ranked):
        turned = swapped(date)
        if turned is not None and turned in ranked[:place]:
            alone = turned in listed and turned not in own and not _said_by_texts(work, turned)
            torn = alone and _said_by_texts(work, date) >= SEVERAL
            better = (turned in own | listed, votes[turned]) > (date in own | listed, votes[date])
            yield Doubt(f"swap-{date}", "dayMonthSwapped", "error", date, turned if better and not torn else None)


SEVERAL = 2
"""Sources from which on a day is more than one clerk's."""


def _said_by_texts(work: Work, date: str) -> int:
    """How many sources besides registers state a day."""
    told = (each for each in work.references if not each.registered)
    return sum(each.count for each in told if date == each.date or any(date == day for day, _ in each.dates))


NO_DAY: SuspicionKind = "noSuchDay"
"""The kind whose right value the other sources tell."""


def _printed(work: Work) -> Iterator[Doubt]:
    """What the witnesses themselves saw in a type word or a symbol; the graver of two severities."""
    order = ("error", "warning", "note")
    found: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for each in work.references:
        for kind, severity, stated, likely in each.suspicions:
            held, values = found.get((kind, stated), (severity, set()))
            found[kind, stated] = min(held, severity, key=order.index), values | ({likely} if likely else set())
    days = [date for date in work.dates if len(date) == FULL]
    for (kind, stated), (severity, values) in sorted(found.items()):
        if kind == NO_DAY and len(days) == 1:
            values = set(days)
        yield Doubt(f"{kind}-{digest(stated)}", kind, severity, stated, min(values) if len(values) == 1 else None)


Facts = Mapping[str, Mapping[str, tuple[str, ...]]]
"""IRI of a node → local name of a property → its values, sorted."""


_JUDGED = {
    LABEL: "label",
    node(ELI + "number"): "number",
    node(ELI + "date_document"): "date_document",
    node(ELI + "title"): "title",
    **{cancu(name): name for name in ("stated", "series", "ordinal", "dateConfirmed", "dateShared", "registeredOnly")},
}
"""What documents are judged by together with others, and their labels: every document has one."""


def grouped(triples: Iterable[ox.Triple]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Facts by document, or its conflict, and by the local name of their property; only what is judged, and labels."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in triples:
        name = _JUDGED.get(triple.predicate)
        if name is not None:
            found.setdefault(str(plain(triple.subject)), {}).setdefault(name, []).append(str(plain(triple.object)))
    return {subject: {name: tuple(sorted(values)) for name, values in rows.items()} for subject, rows in found.items()}


def dates_among(facts: Facts, work: str) -> tuple[str, ...]:
    """The full dates that the facts of a document hold: the one that is shown, and those that contradict it."""
    said = facts.get(work, {})
    conflicts = facts.get(f"{work}#conflict-date", {}).get("stated", ())
    return tuple(sorted({date for date in (*said.get("date_document", ()), *conflicts) if len(date) == FULL}))
