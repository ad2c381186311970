"""Which references are touched by what comes in, and what they mean now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph.derivation.recall import Recall
from graph.derivation.register import rows_of
from graph.identity.keys import named_block
from graph.identity.named import Known, resolve_named
from graph.identity.programmes import Named
from graph.identity.resolve import resolve
from graph.identity.works import Reference, Work, years_of
from graph.rdf.sparql import chunks
from graph.witness.links import Link
from graph.witness.references import merged, read, references_of_sources


@dataclass(slots=True)
class Incoming:
    """What is about to be written: references (by IRI) and statements of new witness graphs, and the graphs that go.

    programmes: what new witnesses say of programmes, by IRI, with the reference to the document that approves them.
    """

    references: dict[str, Reference] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)
    programmes: dict[str, tuple[Named, str | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """now: the references of the touched blocks as they will be, merged, with the built-in rows about them; kept: the
    profiles among them that the store holds; gone: the references that leave with dropped graphs, by IRI."""

    now: list[Reference]
    kept: frozenset[str] = frozenset()
    gone: Mapping[str, Reference] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """profile → path, and every work that stands in scope."""

    paths: dict[str, str]
    works: list[Work]


def scope_of(recall: Recall, incoming: Incoming) -> Scope:
    """All references that share a block with a touched one; a block grows by the blocks that share a path with it."""
    dropped = tuple(sorted(incoming.dropped))
    leaving = references_of_sources(recall.store, dropped)
    gone = {iri: each for chunk in chunks(leaving) for iri, each in read(recall.store, chunk).items()}
    kept: list[Reference] = []
    blocks: set[str] = set()
    fresh = [*incoming.references.values(), *gone.values()]
    more = {each.block for each in fresh}
    while more:
        blocks |= more
        found = recall.references(more, dropped)
        kept += found
        more = _next_to(recall, [*fresh, *found]) - blocks
        fresh = []
    stated = [*kept, *incoming.references.values()]
    now = merged([*stated, *rows_of(each.path for each in stated)])
    return Scope(now, frozenset(each.profile for each in kept), gone, dropped)


def _next_to(recall: Recall, references: Iterable[Reference]) -> set[str]:
    """Blocks that share a path with these, and the blocks of those known by their titles only."""
    references = list(references)
    found = {named_block(each.title_key) for each in references if each.title_key}
    return found | recall.blocks_of(each.path for each in references)


def decide(recall: Recall | None, scope: Scope) -> Decision:
    """What every reference in scope means; with the store, for the documents outside that go by the same title."""
    numbered = [each for each in scope.now if each.number is not None]
    works = [work for component in _components(numbered) for work in resolve(component)]
    paths = {each.profile: work.path for work in works for each in work.references}
    by_title: dict[str, list[Reference]] = defaultdict(list)
    for each in scope.now:
        if each.number is None:
            by_title[each.block].append(each)
    known = _known(recall, scope, works, {each.title_key for named in by_title.values() for each in named})
    for _, named in sorted(by_title.items()):
        decided = resolve_named(named, known.get(named[0].title_key or "", ()))
        paths |= decided.joined | {each.profile: work.path for work in decided.apart for each in work.references}
        works += decided.apart
    return Decision(paths, works)


def _components(references: Iterable[Reference]) -> list[list[Reference]]:
    """References that share a block or a path, directly or through others."""
    by_profile = {each.profile: each for each in references}
    shares: nx.Graph[Any] = nx.Graph()
    shares.add_edges_from({(("block", each.block), ("path", each.path)): None for each in by_profile.values()})
    found = enumerate(nx.connected_components(shares))
    component = {name: number for number, part in found for kind, name in part if kind == "block"}
    members: dict[int, list[Reference]] = defaultdict(list)
    for each in by_profile.values():
        members[component[each.block]].append(each)
    return list(members.values())


def _known(
    recall: Recall | None, scope: Scope, works: Iterable[Work], titles: set[str | None]
) -> Mapping[str, list[Known]]:
    """Title key → the numbered documents that go by it, inside the scope and outside."""
    years: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    dates: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for work in works:
        for each in work.references:
            if each.title_key in titles:
                years[str(each.title_key)][work.path] |= years_of(work)
                dates[str(each.title_key), work.path].add(each.date)
    if recall is not None:
        touched = {each.profile for each in scope.now}
        for key, rows in recall.titled((title for title in titles if title), scope.dropped).items():
            for profile, (iri, known, date) in rows.items():
                if profile not in touched:
                    path = iri.removeprefix(recall.store.base)
                    years[key][path] |= known
                    dates[key, path].add(date)
    return {
        title: [
            Known(path, frozenset(found), frozenset(date for date in dates[title, path] if date))
            for path, found in documents.items()
        ]
        for title, documents in years.items()
    }
