"""What the graph of resolved facts says of one document: its fields, its search key, its contradictions.

A much cited document gets new witnesses with every batch of a load, and nothing else of it changes. So what it shows is
first gathered as plain values, and made into triples only when it is not what it was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from graph.facts.labels import label_of, level_of, place_of, search_key
from graph.facts.shown import Conflict, Shown, show
from graph.identity.keys import split_path
from graph.identity.works import Work
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.rdf.terms import LABEL, TYPE, Node, Term, boolean, cancu, date, integer, node, plain, text
from graph.storage.store import Store, resolved
from graph.suspicions import nodes as suspicions
from ontology.identity import NORMATIVE
from ontology.terms import ELI

CONFLICT = cancu("StatedConflict")
WITNESSES = cancu("witnesses")

_EDGES = {"basedOn", "implements", "reportsOn", "amends", "replaces", "repeals", "guides", "corrects", "suspends"}
_EDGE_IRIS = {cancu(name) for name in _EDGES | {"promulgates", "cites"}}


@dataclass(frozen=True, eq=False)
class Told:
    """What the graph says of a document but the number of its witnesses. Compared as the object that it is."""

    triples: tuple[ox.Triple, ...]

    @cached_property
    def judged(self) -> suspicions.Facts:
        """What documents are judged by together with others."""
        return suspicions.grouped(self.triples)

    @cached_property
    def conflicts(self) -> int:
        return sum(each.predicate == TYPE and each.object == CONFLICT for each in self.triples)

    @cached_property
    def doubts(self) -> int:
        return sum(suspicions.is_suspicion(each) for each in self.triples)


@dataclass(frozen=True, slots=True)
class Description:
    """All facts of one document. shown: what `told` was made of; None when it was read from the store. witnesses:
    the triples that count them, one for each of the works that shorten to this path."""

    shown: tuple[Shown, ...] | None
    told: Told
    witnesses: tuple[ox.Triple, ...]


def describe(works: Sequence[Work], base: str, held: Description | None = None) -> Description:
    """The facts of one document: of all works with its path; the same for the same references, in whatever order.

    held: an earlier description, used again as far as it still holds.
    """
    shown = tuple(map(show, works))
    iri = node(base + works[0].path)
    told = held.told if held is not None and held.shown == shown else Told(tuple(_told(shown, base)))
    counts = sorted({sum(each.count for each in work.references if not each.registered) for work in works})
    return Description(shown, told, tuple(ox.Triple(iri, WITNESSES, integer(count)) for count in counts))


def stored(store: Store, works: Iterable[str]) -> dict[str, Description]:
    """The facts of these documents as the store holds them now, without the edges between documents and without the
    suspicions that several documents decide; no document that it does not know."""
    found: dict[str, list[ox.Triple]] = defaultdict(list)
    for chunk in chunks(sorted(works)):
        for each in store.construct(step("facts"), {"resolved": resolved(store), "works": nodes(chunk)}):
            if each.predicate not in _EDGE_IRIS and not suspicions.is_shared(each):
                found[str(plain(each.subject)).partition("#")[0]].append(each)
    return {
        work: Description(
            None,
            Told(tuple(each for each in triples if each.predicate != WITNESSES)),
            tuple(each for each in triples if each.predicate == WITNESSES),
        )
        for work, triples in found.items()
    }


def support(store: Store, pairs: Sequence[tuple[str, str]]) -> Counter[tuple[str, str, str]]:
    """How many statements carry each direct edge between these pairs of documents."""
    values: Values = {"resolved": resolved(store), "pairs": [(node(start), node(end)) for start, end in pairs]}
    rows = store.select(step("support"), values).rows
    return Counter({(str(start), str(relation), str(end)): int(str(count)) for start, relation, end, count in rows})


def _told(shown: Iterable[Shown], base: str) -> Iterator[ox.Triple]:
    for each in shown:
        iri = node(base + each.path)
        yield from (ox.Triple(iri, predicate, value) for predicate, value in _pairs(each, base))
        for conflict in each.conflicts:
            yield from _contradicted(iri, conflict)
        for doubt in each.doubts:
            yield from suspicions.written(iri.value, doubt)


def _pairs(shown: Shown, base: str) -> Iterator[tuple[Node, Term]]:
    parts = split_path(shown.path)
    label = label_of(shown.type, shown.number, shown.title, shown.name)
    title = shown.title or shown.name
    yield TYPE, cancu("Document")
    yield TYPE, node(ELI + "Work")
    yield LABEL, text(label)
    yield from _known(node(ELI + "number"), shown.number)
    yield from _known(cancu("numberKey"), shown.number_key)
    yield from _known(node(ELI + "title"), title)
    yield from ((node(ELI + "date_document"), date(day)) for day in _maybe(shown.date))
    yield from _known(cancu("typeName"), shown.type)
    yield from _known(cancu("issuerName"), shown.issuer)
    yield from _known(cancu("placeName"), place_of(parts.issuer))
    if parts.type_known:
        yield cancu("documentType"), node(f"{base}type/{parts.type.removesuffix(NORMATIVE)}")
    if parts.issuer_known:
        yield cancu("issuer"), node(f"{base}org/{parts.issuer.partition('@')[0]}")
    yield cancu("level"), integer(level_of(parts.issuer, shown.symbol))
    yield cancu("loaded"), boolean(shown.loaded)
    if shown.registered_only:
        yield cancu("registeredOnly"), boolean(True)
    yield from _known(cancu("validity"), shown.status)
    yield from ((cancu("effective"), date(day)) for day in _maybe(shown.effective))
    yield cancu("searchKey"), text(search_key(shown.number, label, title, shown.issuer))
    yield from ((cancu("year"), text(year)) for year in shown.years)
    if shown.place is not None:
        yield cancu("series"), text(shown.place.series)
        yield cancu("ordinal"), integer(shown.place.ordinal)
        if shown.place.confirmed:
            yield cancu("dateConfirmed"), boolean(True)
        if shown.place.shared:
            yield cancu("dateShared"), boolean(True)
    yield from ((cancu("candidate"), node(base + path)) for path in shown.candidates)


def _contradicted(iri: Node, conflict: Conflict) -> Iterator[ox.Triple]:
    at = node(f"{iri.value}#conflict-{conflict.field}")
    yield ox.Triple(iri, cancu("statedConflict"), at)
    yield ox.Triple(at, TYPE, CONFLICT)
    yield ox.Triple(at, cancu("field"), text(conflict.field))
    yield from (ox.Triple(at, cancu("stated"), text(value)) for value in conflict.stated)
    if conflict.shown is not None:
        yield ox.Triple(at, cancu("chosen"), text(conflict.shown))


def _maybe(value: str | None) -> Iterable[str]:
    return () if value is None else (value,)


def _known(predicate: Node, value: str | None) -> Iterator[tuple[Node, Term]]:
    return iter(() if value is None else ((predicate, text(value)),))
