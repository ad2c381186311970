"""What the graph of resolved facts says of one document: its fields, its search key, its contradictions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from graph.keys import fold, label_of, level_of, number_key_of, number_of, place_of, search_key, split_path
from graph.resolve import Reference, Work, alike, chosen, years_of
from graph.sparql import Values, chunks, nodes, step
from graph.store import Store, resolved
from graph.suspicions import nodes as suspicions
from graph.suspicions.series import places_of
from graph.terms import LABEL, TYPE, Node, Term, boolean, cancu, date, integer, node, text
from ontology.identity import NORMATIVE
from ontology.terms import ELI

CONFLICT = cancu("StatedConflict")

_EDGES = {"basedOn", "implements", "reportsOn", "amends", "replaces", "repeals", "guides", "corrects", "suspends"}
_EDGE_IRIS = {cancu(name) for name in _EDGES | {"promulgates", "cites"}}

_GETTERS = {
    "number": lambda each: each.number,
    "symbol": lambda each: each.symbol,
    "issuer": lambda each: each.issuer_name,
    "type": lambda each: each.type,
    "title": lambda each: each.title,
}


def of_work(work: Work, base: str) -> list[ox.Triple]:
    """All facts of one document, its conflict nodes and the suspicions about it alone; the same for the same
    references, in whatever order."""
    iri = node(base + work.path)
    triples = [ox.Triple(iri, predicate, value) for predicate, value in _pairs(work, base)]
    for name, values, chosen_value in conflicts_of(work):
        triples += _conflict(iri, name, values, chosen_value)
    return triples + suspicions.of_work(work, base)


def stored(store: Store, works: Iterable[str]) -> list[ox.Triple]:
    """The facts of these documents as the store holds them now, without the edges between documents and without the
    suspicions that several documents decide."""
    found: list[ox.Triple] = []
    for chunk in chunks(sorted(works)):
        found += store.construct(step("facts"), {"resolved": resolved(store), "works": nodes(chunk)})
    return [each for each in found if each.predicate not in _EDGE_IRIS and not suspicions.is_shared(each)]


def support(store: Store, pairs: Sequence[tuple[str, str]]) -> Counter[tuple[str, str, str]]:
    """How many statements carry each direct edge between these pairs of documents."""
    values: Values = {"resolved": resolved(store), "pairs": [(node(start), node(end)) for start, end in pairs]}
    rows = store.select(step("support"), values).rows
    return Counter({(str(start), str(relation), str(end)): int(str(count)) for start, relation, end, count in rows})


def is_conflict(triple: ox.Triple) -> bool:
    """True for the one triple by which a contradiction between statements counts."""
    return triple.predicate == TYPE and triple.object == CONFLICT


def conflicts_of(work: Work) -> list[tuple[str, list[str], str | None]]:
    """(field, stated values, the one shown) for each field on which the witnesses contradict each other."""
    stated: dict[str, set[str]] = defaultdict(set)
    for each in work.references:
        for name, said, other in each.conflicts:
            stated[name] |= {said, other}
    dates = work.dates
    if len(dates) > 1 or "date" in stated:
        stated["date"] |= set(dates)
    for name, values in _unlike_register(work):
        stated[name] |= values
    shown = {name: chosen(work, getter) for name, getter in _GETTERS.items()} | {"date": dates[0] if dates else None}
    return [(name, sorted(values), shown.get(name)) for name, values in sorted(stated.items())]


def _unlike_register(work: Work) -> Iterator[tuple[str, set[str]]]:
    """(field, the registered values and those that contradict them all). Titles count against loaded registers only:
    words behind a number are often no title, and the built-in register is about every text."""
    for name, same in _COMPARED.items():
        stating = [each for each in work.references if _GETTERS[name](each) is not None]
        official = [each for each in stating if each.registered and (each.count or name != "title")]
        others = [each for each in stating if official and not any(same(each, row) for row in official)]
        values = {str(_GETTERS[name](each)) for each in [*official, *others]}
        if others and len(values) > 1:
            yield name, values


def _same_issuer(one: Reference, other: Reference) -> bool:
    return one.issuer_key == other.issuer_key


def _same_type(one: Reference, other: Reference) -> bool:
    return fold(one.type or "") == fold(other.type or "")


def _same_title(one: Reference, other: Reference) -> bool:
    """Reports shorten titles, and lists leave the type word out."""
    return alike(fold(one.title or ""), fold(other.title or ""))


_COMPARED = {"issuer": _same_issuer, "type": _same_type, "title": _same_title}


def _pairs(work: Work, base: str) -> Iterator[tuple[Node, Term]]:
    parts = split_path(work.path)
    number = number_of(work)
    issuer = chosen(work, lambda each: each.issuer_name)
    title = chosen(work, lambda each: each.title)
    kind, name = chosen(work, lambda each: each.type), chosen(work, lambda each: each.name)
    label = label_of(kind, number, title, name)
    yield TYPE, cancu("Document")
    yield TYPE, node(ELI + "Work")
    yield LABEL, text(label)
    yield from _known(node(ELI + "number"), number)
    yield from _known(cancu("numberKey"), number_key_of(work))
    yield from _known(node(ELI + "title"), title or name)
    yield from ((node(ELI + "date_document"), date(day)) for day in work.dates[:1])
    yield from _known(cancu("typeName"), kind)
    yield from _known(cancu("issuerName"), issuer)
    yield from _known(cancu("placeName"), place_of(parts.issuer))
    if parts.type_known:
        yield cancu("documentType"), node(f"{base}type/{parts.type.removesuffix(NORMATIVE)}")
    if parts.issuer_known:
        yield cancu("issuer"), node(f"{base}org/{parts.issuer.partition('@')[0]}")
    yield cancu("level"), integer(level_of(parts.issuer, chosen(work, lambda each: each.symbol)))
    yield cancu("loaded"), boolean(any(each.own for each in work.references))
    yield cancu("witnesses"), integer(sum(each.count for each in work.references if not each.registered))
    if all(each.registered for each in work.references):
        yield cancu("registeredOnly"), boolean(True)
    yield from _known(cancu("validity"), chosen(work, lambda each: each.status))
    yield from ((cancu("effective"), date(day)) for day in _maybe(chosen(work, lambda each: each.effective)))
    yield cancu("searchKey"), text(search_key(number, label, title or name, issuer))
    yield from ((cancu("year"), text(year)) for year in sorted(years_of(work)))
    yield from places_of(work)
    yield from ((cancu("candidate"), node(base + path)) for path in work.candidates)


def _conflict(iri: Node, name: str, values: Iterable[str], shown: str | None) -> Iterator[ox.Triple]:
    at = node(f"{iri.value}#conflict-{name}")
    yield ox.Triple(iri, cancu("statedConflict"), at)
    yield ox.Triple(at, TYPE, CONFLICT)
    yield ox.Triple(at, cancu("field"), text(name))
    yield from (ox.Triple(at, cancu("stated"), text(value)) for value in values)
    if shown is not None:
        yield ox.Triple(at, cancu("chosen"), text(shown))


def _maybe(value: str | None) -> Iterable[str]:
    return () if value is None else (value,)


def _known(predicate: Node, value: str | None) -> Iterator[tuple[Node, Term]]:
    return iter(() if value is None else ((predicate, text(value)),))
