"""Which references are touched by what comes in, and what they mean now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph.keys import named_block
from graph.named import Known, resolve_named
from graph.references import stored
from graph.resolve import Reference, Work, resolve, years_of
from graph.sparql import Values, chunks, nodes, step
from graph.store import Store, resolved
from graph.terms import text


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
class Scope:
    """now: the references of the touched blocks as they will be; gone: those that leave with dropped graphs."""

    now: list[Reference]
    gone: list[Reference]
    dropped: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decision:
    """reference → path, and every work that stands in scope."""

    paths: dict[str, str]
    works: list[Work]


def scope_of(store: Store, incoming: Incoming) -> Scope:
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
    return Scope([*kept, *incoming.references], gone, frozenset(incoming.dropped))


def _blocks_of(store: Store, sources: Iterable[str]) -> set[str]:
    found = set()
    for chunk in chunks(sorted(sources)):
        found |= {str(block) for (block,) in store.select(step("blocks_of_sources"), {"sources": nodes(chunk)}).rows}
    return found


def _sharing(store: Store, references: Iterable[Reference]) -> set[str]:
    found = set()
    for chunk in chunks(sorted({each.path for each in references})):
        values: Values = {"paths": [text(path) for path in chunk]}
        found |= {str(block) for (block,) in store.select(step("blocks_of_paths"), values).rows}
    return found


def decide(store: Store | None, scope: Scope) -> Decision:
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
    return Decision(paths, works)


def _components(references: Iterable[Reference]) -> list[list[Reference]]:
    """References that share a block or a path, directly or through others."""
    shares: nx.Graph[Any] = nx.Graph()
    by_iri = {each.iri: each for each in references}
    for each in by_iri.values():
        shares.add_edge(each.iri, ("block", each.block))
        shares.add_edge(each.iri, ("path", each.path))
    found = nx.connected_components(shares)
    return [[by_iri[key] for key in component if key in by_iri] for component in found]


def _known(
    store: Store | None, scope: Scope, works: Iterable[Work], titles: set[str | None]
) -> Mapping[str, list[Known]]:
    """Title key → the numbered documents that go by it, inside the scope and outside."""
    years: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for work in works:
        for title in {each.title_key for each in work.references if each.title_key in titles}:
            years[str(title)][work.path] |= years_of(work)
    if store is not None:
        touched = {each.iri for each in [*scope.now, *scope.gone]}
        for chunk in chunks(sorted(title for title in titles if title)):
            values: Values = {"titles": [text(title) for title in chunk], "resolved": resolved(store)}
            for key, reference, iri, year in store.select(step("titled"), values).rows:
                if reference not in touched:
                    found = years[str(key)][str(iri).removeprefix(store.base)]
                    found |= {year} if year else set()
    return {
        title: [Known(path, frozenset(found)) for path, found in documents.items()]
        for title, documents in years.items()
    }
