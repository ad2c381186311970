"""From witness graphs to resolved facts: which references are touched, what they mean now, and what changes by that.

Only touched blocks are read. The result is a `Change` of the graph of resolved facts, to be applied in the same
transaction
as the witness graphs that cause it; deriving everything anew (`rebuild`) gives the identical graph.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from graph import facts
from graph.references import identified, stored
from graph.scope import Decision, Incoming, Link, Scope, decide, scope_of
from graph.sparql import chunks, nodes, step
from graph.store import RESOLVED, Change, Store, resolved
from graph.terms import cancu, node, plain
from ontology.terms import RDF


@dataclass(frozen=True, slots=True)
class Derived:
    """The change of the resolved graph, the documents decided anew and the conflicts among them."""

    change: Change
    works: tuple[str, ...]
    conflicts: int


def links_of(quads: Iterable[ox.Quad]) -> list[Link]:
    """The statements of a witness graph."""
    parts: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate.value in _PARTS:
            parts[str(plain(quad.subject))][_PARTS[quad.predicate.value]] = str(plain(quad.object))
    return [Link(iri, **found) for iri, found in parts.items()]


_PARTS = {RDF + part: part for part in ("subject", "predicate", "object")}


def derive(store: Store, incoming: Incoming) -> Derived:
    """What the graph of resolved facts must change when `incoming` is written. Reads only, writes nothing."""
    scope = scope_of(store, incoming)
    decision = decide(store, scope)
    return _Difference(store, scope, incoming, decision).derived()


def rebuild(store: Store) -> Derived:
    """Derives all resolved facts anew from the witness graphs and replaces them in one transaction."""
    blocks = [str(block) for (block,) in store.select(step("blocks")).rows]
    scope = Scope(now=stored(store, blocks), gone=[], dropped=frozenset())
    decision = decide(None, scope)
    links = [Link(*map(str, row)) for row in store.select(step("links")).rows]
    incoming = Incoming(links=links)
    difference = _Difference(None, scope, incoming, decision, base=store.base)
    derived = difference.derived()
    change = Change(dropped=(store.base + RESOLVED,), added=derived.change.added)
    store.apply(change)
    store.publish()
    return Derived(change, derived.works, derived.conflicts)


class _Difference:
    """The resolved facts of a scope, before and after, as quads."""

    def __init__(
        self, store: Store | None, scope: Scope, incoming: Incoming, decision: Decision, base: str | None = None
    ) -> None:
        self.store = store
        self.scope = scope
        self.incoming = incoming
        self.decision = decision
        self.base = base or (store.base if store is not None else "")
        self.graph = node(self.base + RESOLVED)
        self.after = {iri: self.base + path for iri, path in decision.paths.items()}
        self.before = {}
        if store is not None:
            self.before = identified(store, {each.iri for each in [*scope.now, *scope.gone]})

    def derived(self) -> Derived:
        works = self.decision.works
        new = [fact for work in works for fact in facts.of_work(work, self.base)]
        wanted = [*new, *self._identities(self.after)]
        found = [*self._facts_before(), *self._identities(self.before)]
        lost_links, new_links = self._links()
        wanted += self._linked(new_links)
        found += self._linked(lost_links)
        added, removed = _minus(wanted, found), _minus(found, wanted)
        gained, lost = self._edges(lost_links, new_links)
        change = Change(
            removed=self._quads([*removed, *lost]),
            added=self._quads([*added, *gained]),
        )
        conflicts = sum(facts.is_conflict(fact) for fact in new)
        return Derived(change, tuple(sorted(self.base + work.path for work in works)), conflicts)

    def _quads(self, triples: Iterable[ox.Triple]) -> tuple[ox.Quad, ...]:
        return tuple(ox.Quad(triple.subject, triple.predicate, triple.object, self.graph) for triple in triples)

    def _identities(self, works: Mapping[str, str]) -> list[ox.Triple]:
        return [ox.Triple(node(iri), cancu("identifies"), node(work)) for iri, work in sorted(works.items())]

    def _facts_before(self) -> list[ox.Triple]:
        if self.store is None:
            return []
        own = set()
        for each in [*self.scope.now, *self.scope.gone]:
            work = self.before.get(each.iri)
            if work is not None and (each.number is not None or work == self.base + each.path):
                own.add(work)
        return facts.stored(self.store, own)

    def _links(self) -> tuple[dict[str, tuple[str, str, str]], dict[str, tuple[str, str, str]]]:
        """Statement → (from, relation, to), before and after."""
        before: dict[str, tuple[str, str, str]] = {}
        after: dict[str, tuple[str, str, str]] = {}
        for link, old in self._stored_links():
            before[link.iri] = old
            if not self._leaves(link.iri):
                subject, target = self.after.get(link.subject, old[0]), self.after.get(link.object, old[2])
                after[link.iri] = (subject, link.predicate, target)
        for link in self.incoming.links:
            after[link.iri] = (self.after[link.subject], link.predicate, self.after[link.object])
        return before, after

    def _leaves(self, statement: str) -> bool:
        return statement.rsplit("/st/", 1)[0] in self.scope.dropped

    def _stored_links(self) -> Iterable[tuple[Link, tuple[str, str, str]]]:
        if self.store is None:
            return
        moved = {iri for iri, work in self.before.items() if self.after.get(iri) != work}
        moved |= {each.iri for each in self.scope.gone}
        graph = resolved(self.store)
        seen: set[str] = set()
        for chunk in chunks(sorted(moved)):
            rows = self.store.select(step("links_of_references"), {"references": nodes(chunk), "resolved": graph}).rows
            for iri, subject, predicate, target, start, end in rows:
                if iri not in seen:
                    seen.add(str(iri))
                    link = Link(str(iri), str(subject), str(predicate), str(target))
                    yield link, (str(start), link.predicate, str(end))

    def _linked(self, links: Mapping[str, tuple[str, str, str]]) -> list[ox.Triple]:
        return [
            ox.Triple(node(iri), cancu(name), node(value))
            for iri, link in sorted(links.items())
            for name, value in zip(("from", "relation", "to"), link, strict=True)
        ]

    def _edges(
        self, before: Mapping[str, tuple[str, str, str]], after: Mapping[str, tuple[str, str, str]]
    ) -> tuple[list[ox.Triple], list[ox.Triple]]:
        """Direct edges that appear, and those whose last statement goes."""
        lost, kept = Counter(before.values()), Counter(after.values())
        support = self._support([edge for edge in lost if edge not in kept])
        gained = [_edge(edge) for edge in sorted(kept) if edge not in lost and edge[0] != edge[2]]
        gone = [_edge(edge) for edge in sorted(lost) if edge not in kept and support[edge] <= lost[edge]]
        return gained, gone

    def _support(self, edges: list[tuple[str, str, str]]) -> Counter[tuple[str, str, str]]:
        support: Counter[tuple[str, str, str]] = Counter()
        if self.store is None:
            return support
        pairs = sorted({(start, end) for start, _, end in edges})
        for chunk in chunks(pairs):
            support.update(facts.support(self.store, chunk))
        return support


def _edge(edge: tuple[str, str, str]) -> ox.Triple:
    return ox.Triple(*(node(part) for part in edge))


def _minus(some: Iterable[ox.Triple], others: Iterable[ox.Triple]) -> list[ox.Triple]:
    without = set(others)
    return [triple for triple in dict.fromkeys(some) if triple not in without]
