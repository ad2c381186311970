"""From witness graphs to resolved facts: which references are touched, what they mean now, and what changes by that.

Only touched blocks are read. The result is a `Change` of the graph of resolved facts, to be applied in the same transaction
as the witness graphs that cause it; deriving everything anew (`rebuild`) gives the identical graph.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import networkx as nx
import pyoxigraph as ox

from graph import facts
from graph.keys import named_block
from graph.named import Known, Named, resolve_named
from graph.references import chunks, identified, resolved, stored
from graph.resolve import Reference, Work, resolve, years_of
from graph.sparql import nodes, step
from graph.store import RESOLVED, Change, Store
from graph.terms import cancu, node, text
from ontology.terms import RDF


@dataclass(frozen=True, slots=True)
class Link:
    """A statement as the graph of resolved facts needs it: its node and its two references."""

    iri: str
    subject: str
    predicate: str
    object: str


@dataclass(slots=True)
class Incoming:
    """What is about to be written: references and statements of new witness graphs, and the graphs that go."""

    references: list[Reference] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)


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
            parts[quad.subject.value][_PARTS[quad.predicate.value]] = quad.object.value
    return [Link(iri, **found) for iri, found in parts.items()]


_PARTS = {RDF + part: part for part in ("subject", "predicate", "object")}


def derive(store: Store, incoming: Incoming) -> Derived:
    """What the graph of resolved facts must change when `incoming` is written. Reads only, writes nothing."""
    scope = _scope(store, incoming)
    decision = _decide(store, scope)
    return _Difference(store, scope, incoming, decision).derived()


def rebuild(store: Store) -> Derived:
    """Derives all resolved facts anew from the witness graphs and replaces them in one transaction."""
    blocks = [str(block) for (block,) in store.select(step("blocks")).rows]
    scope = _Scope(now=stored(store, blocks), gone=[], dropped=frozenset())
    decision = _decide(None, scope)
    links = [Link(*map(str, row)) for row in store.select(step("links")).rows]
    incoming = Incoming(links=links)
    difference = _Difference(None, scope, incoming, decision, base=store.base)
    derived = difference.derived()
    change = Change(dropped=(store.base + RESOLVED,), added=derived.change.added)
    store.apply(change)
    store.publish()
    return Derived(change, derived.works, derived.conflicts)


@dataclass(frozen=True, slots=True)
class _Scope:
    """now: the references of the touched blocks as they will be; gone: those that leave with dropped graphs."""

    now: list[Reference]
    gone: list[Reference]
    dropped: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Decision:
    """reference → path, and every work that stands in scope."""

    paths: dict[str, str]
    works: list[Work]


def _scope(store: Store, incoming: Incoming) -> _Scope:
    """All references that share a block with a touched one; a block grows by the blocks that share a path with it."""
    old: dict[str, Reference] = {}
    blocks: set[str] = set()
    more = {each.block for each in incoming.references} | _blocks_of(store, incoming.dropped)
    while more:
        blocks |= more
        fresh = stored(store, more)
        old |= {each.iri: each for each in fresh}
        seen = fresh if len(blocks) > len(more) else [*fresh, *incoming.references]
        more = (_sharing(store, seen) | {named_block(each.title_key) for each in seen if each.title_key}) - blocks
    gone = [each for each in old.values() if each.source in incoming.dropped]
    kept = [each for each in old.values() if each.source not in incoming.dropped]
    return _Scope([*kept, *incoming.references], gone, frozenset(incoming.dropped))


def _blocks_of(store: Store, sources: Iterable[str]) -> set[str]:
    found = set()
    for chunk in chunks(sorted(sources)):
        found |= {str(block) for (block,) in store.select(step("blocks_of_sources"), {"sources": nodes(chunk)}).rows}
    return found


def _sharing(store: Store, references: Iterable[Reference]) -> set[str]:
    found = set()
    for chunk in chunks(sorted({each.path for each in references})):
        values = {"paths": [text(path) for path in chunk]}
        found |= {str(block) for (block,) in store.select(step("blocks_of_paths"), values).rows}
    return found


def _decide(store: Store | None, scope: _Scope) -> _Decision:
    numbered = [each for each in scope.now if each.number is not None]
    works = [work for component in _components(numbered) for work in resolve(component)]
    paths = {each.iri: work.path for work in works for each in work.references}
    by_title: dict[str, list[Reference]] = defaultdict(list)
    for each in scope.now:
        if each.number is None:
            by_title[each.block].append(each)
    known = _known(store, scope, works, {each.title_key for named in by_title.values() for each in named})
    for _, named in sorted(by_title.items()):
        decided = resolve_named(named, known.get(named[0].title_key or "", ()))
        paths |= decided.joined | {each.iri: work.path for work in decided.apart for each in work.references}
        works += decided.apart
    return _Decision(paths, works)


def _components(references: Iterable[Reference]) -> list[list[Reference]]:
    """References that share a block or a path, directly or through others."""
    shares = nx.Graph()
    by_iri = {each.iri: each for each in references}
    for each in by_iri.values():
        shares.add_edge(each.iri, ("block", each.block))
        shares.add_edge(each.iri, ("path", each.path))
    found = nx.connected_components(shares)
    return [[by_iri[key] for key in component if key in by_iri] for component in found]


def _known(
    store: Store | None, scope: _Scope, works: Iterable[Work], titles: set[str | None]
) -> Mapping[str, list[Known]]:
    """Title key → the numbered documents that go by it, inside the scope and outside."""
    years: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for work in works:
        for title in {each.title_key for each in work.references if each.title_key in titles}:
            years[str(title)][work.path] |= years_of(work)
    if store is not None:
        touched = {each.iri for each in [*scope.now, *scope.gone]}
        for chunk in chunks(sorted(title for title in titles if title)):
            values = {"titles": [text(title) for title in chunk], "resolved": resolved(store)}
            for title, reference, work, year in store.select(step("titled"), values).rows:
                if reference not in touched:
                    found = years[str(title)][str(work).removeprefix(store.base)]
                    found |= {year} if year else set()
    return {
        title: [Known(path, frozenset(found)) for path, found in documents.items()]
        for title, documents in years.items()
    }


class _Difference:
    """The resolved facts of a scope, before and after, as quads."""

    def __init__(
        self, store: Store | None, scope: _Scope, incoming: Incoming, decision: _Decision, base: str | None = None
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
        return tuple(ox.Quad(*triple, self.graph) for triple in triples)

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
