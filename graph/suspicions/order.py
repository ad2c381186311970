"""What speaks of younger documents: decided anew for each document whose statements, or whose dates, a load touches.

Only what a document says of itself is judged. A third one that says "A thay thế B" is often misread in exactly the
cases where the dates contradict it; that A implements B is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

import pyoxigraph as ox

from graph.identity.keys import split_path
from graph.identity.works import Reference
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.rdf.terms import cancu, node
from graph.storage.store import Store, resolved
from graph.suspicions.nodes import Doubt, Facts, dates_among, digest, grouped, written
from graph.witness.addresses import is_speaker
from graph.witness.links import Link
from ontology.suspicions.order import Cited, Younger, younger_than
from ontology.terms import CANCU

Ends = tuple[str, str, str]
"""from, relation, to of a statement"""

MENTION = CANCU + "cites"
AMENDS = CANCU + "amends"

THIRD_PARTY = CANCU + "implements"
"""The one relation that is judged whoever states it: in 1,644 texts no misreading of it went against the dates."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a load does to statements. before, after: statement → ends; links: the incoming ones; undated: incoming
    references without number or period; untold: incoming links that no day and no year places (see `untold`); facts:
    of the documents of which something is told anew, before and after; known: of all that were decided, as they are
    told now; alone: these are all there are."""

    before: Mapping[str, Ends]
    after: Mapping[str, Ends]
    links: Iterable[Link]
    undated: Set[str]
    untold: Set[str]
    facts_before: Facts
    facts_after: Facts
    known: Facts
    alone: bool


def changes(store: Store, touched: Touched) -> tuple[list[ox.Triple], list[ox.Triple]]:
    """The suspicions about the touched documents, as they stand and as they will."""
    judging = _judging(touched.links, touched.undated, touched.untold)
    citing = _citing(store, touched, judging)
    statements = _statements(store, touched, citing, judging)
    works = {work for start, _, end in statements.values() for work in (start, end)}
    facts = _Facts(store, touched, works)
    spoken: dict[str, list[Ends]] = defaultdict(list)
    for ends in statements.values():
        spoken[ends[0]].append(ends)
    found = [triple for work in citing for triple in _judged(work, spoken[work], facts)]
    return ([] if touched.alone else _standing(store, citing)), found


def _citing(store: Store, touched: Touched, judging: Set[str]) -> list[str]:
    """The documents that speak in a statement which comes, goes or moves; those whose dates change; those that speak of
    such. judging: the incoming statements that count; the many by which everybody says that a law amends another one
    do not, and would have all of them read with each batch."""
    idle = {link.iri for link in touched.links} - judging - touched.before.keys()
    known = {*touched.before, *touched.after} - idle
    moved = {iri for iri in known if touched.before.get(iri) != touched.after.get(iri)}
    found = {held[iri][0] for iri in moved for held in (touched.before, touched.after) if iri in held}
    decided = {*touched.facts_before, *touched.facts_after}
    works = {work for work in decided if "#" not in work}
    changed = {
        work for work in works if _ends(touched.facts_before, work, store) != _ends(touched.facts_after, work, store)
    }
    if not touched.alone:
        for chunk in chunks(sorted(changed)):
            rows = store.select(step("speaking_of"), {"resolved": resolved(store), "works": nodes(chunk)}).rows
            found |= {str(work) for (work,) in rows}
    return sorted(found | changed)


def _ends(facts: Facts, work: str, store: Store) -> tuple[str, ...]:
    """What is judged of a document: the first and the last of its days."""
    days = _days(facts, work, store.base)
    return days[:1] + days[-1:]


def _days(facts: Facts, work: str, base: str) -> tuple[str, ...]:
    """The days that a numbered document may bear, sorted; none where its number says another year."""
    said = facts.get(work, {})
    if not said.get("number") or "VBHN" in said["number"][0]:
        return ()
    period = split_path(work.removeprefix(base)).period
    dates = dates_among(facts, work)
    return dates if not period.isdigit() or all(date[:4] == period for date in dates) else ()


def _statements(store: Store, touched: Touched, citing: list[str], judging: Set[str]) -> dict[str, Ends]:
    """Statement → ends, as they will be, of those by which the touched documents are judged."""
    speakers = set(citing)
    found: dict[str, Ends] = {}
    if not touched.alone:
        for chunk in chunks(citing):
            values: Values = {"resolved": resolved(store), "works": nodes(chunk)}
            for iri, start, relation, end in store.select(step("spoken_by"), values).rows:
                if str(iri) not in touched.before:
                    found[str(iri)] = (str(start), str(relation), str(end))
    fresh = {link.iri for link in touched.links}
    moved = [iri for iri, ends in touched.after.items() if ends[0] in speakers and iri not in fresh]
    for chunk in chunks(sorted(moved)):
        rows = store.select(step("speaking"), {"statements": nodes(chunk)}).rows
        found |= {str(iri): touched.after[str(iri)] for (iri,) in rows}
    found |= {iri: touched.after[iri] for iri in sorted(judging) if touched.after[iri][0] in speakers}
    return found


def untold(links: Iterable[Link], references: Mapping[str, Reference]) -> set[str]:
    """Links to documents of which the text gives no day, and that may therefore mean another one: a mere mention where
    the year in the number is not later than the speaker's (who publishes a text adds links to what came later in the
    year); and what a third one implements (a decree of 2002 carries out no law of 2005, which a text calls by name)."""
    found = set()
    for link in links:
        if references[link.object].date is None:
            own, year = references[link.subject].date, references[link.object].year
            late = own is not None and year is not None and year > own[:4]
            third = link.predicate == THIRD_PARTY and not is_speaker(link.subject)
            if third or (link.predicate == MENTION and not late):
                found.add(link.iri)
    return found


def _judging(links: Iterable[Link], undated: Set[str], untold: Set[str]) -> set[str]:
    """Incoming statements by which documents are judged: their own, about documents that act on none in the same text
    (an editor's note may know the future); and who implements what, but for a document that the text gives new words
    ("thực hiện theo Thông tư số 06/2020/TT-BCT", says that of 2019 from now on). Not those that leave the number or the
    year of one of the two open: it may have met the wrong document. The same as `steps/speaking.rq`."""
    links = list(links)
    acting = {link.subject for link in links}
    amended = {link.object for link in links if link.predicate == AMENDS and is_speaker(link.subject)}
    return {
        link.iri
        for link in links
        if not {link.subject, link.object} & undated
        and link.iri not in untold
        and (
            (link.predicate == THIRD_PARTY and link.subject not in amended)
            or (is_speaker(link.subject) and link.object not in acting)
        )
    }


class _Facts:
    """Numbers and dates of documents, as they will be."""

    def __init__(self, store: Store, touched: Touched, works: set[str]) -> None:
        decided = {work for work in {*touched.facts_before, *touched.known} if "#" not in work}
        triples: list[ox.Triple] = []
        for chunk in chunks(sorted(works - decided) if not touched.alone else []):
            triples += store.construct(step("dated"), {"resolved": resolved(store), "works": nodes(chunk)})
        self._base = store.base
        self._facts = {**grouped(triples), **touched.known}

    def dates(self, work: str) -> tuple[str, ...]:
        """The days that a document may bear."""
        return _days(self._facts, work, self._base)


def _judged(work: str, statements: Iterable[Ends], facts: _Facts) -> Iterable[ox.Triple]:
    """Against the last day that is stated for the one that speaks, and the first one for what it speaks of."""
    own = facts.dates(work)
    if not own:
        return
    cited: dict[Cited, str] = {}
    for _, relation, end in statements:
        dates = facts.dates(end) if end != work else ()
        if dates:
            cited[Cited(end, relation.removeprefix(CANCU), dates[0])] = relation
    for found in younger_than(own[-1], cited):
        about, doubt = _doubt(work, own[-1], found)
        yield from written(about, doubt)


def _doubt(work: str, date: str, found: Younger) -> tuple[str, Doubt]:
    more = (("citing", node(work)), ("throughRelation", cancu(found.cited.predicate)))
    if found.speaker:
        return work, Doubt("order-self", found.kind, found.severity, date, None, found.cited.id, more)
    name = f"order-{digest(work)}"
    return found.cited.id, Doubt(name, found.kind, found.severity, found.cited.date, found.likely, work, more)


def _standing(store: Store, citing: list[str]) -> list[ox.Triple]:
    found: list[ox.Triple] = []
    for chunk in chunks(citing):
        found += store.construct(step("order_suspicions"), {"resolved": resolved(store), "works": nodes(chunk)})
    return found
