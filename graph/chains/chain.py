"""The chain of a document: what it rests on, what carries it out, step by step, never the whole graph.

Each step is one question to the store with the frontier in it. What was fetched is a small networkx graph; distances,
edges and what was left out are read off that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx as nx

from graph.answers import Chain
from graph.chains.chain_actions import told
from graph.documents.evidence import Triple, bare, edges
from graph.documents.summaries import authority, rank, summaries, summary
from graph.rdf.predicates import STRONG, iris
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.rdf.terms import Term, node
from graph.storage.store import Store, resolved

UP, DOWN = "up", "down"

ROOM, LEAST = 500, 5
"""Neighbours that one step meets in all, and those that each document may have at least: below fifty provinces' plans
with fifty neighbours each nobody sees anything, and reading their evidence takes seconds."""

ACTIONS = 20
"""Actions of each document that a chain carries in full."""


def chain(
    store: Store,
    iri: str,
    *,
    up: int = 2,
    down: int = 3,
    predicates: Sequence[str] = STRONG,
    limit: int = 50,
    actions_shown: int = ACTIONS,
    with_actions: bool = True,
    with_evidence: bool = True,
) -> Chain:
    """The neighbourhood of a document along these predicates: `up` steps to what it rests on, `down` to what rests on
    it.

    limit: neighbours followed per node and direction, higher authority and older first, fewer where a step meets very
    many documents (`ROOM`); the rest is counted in `truncated`, as are neighbours beyond the last step. Cycles are
    safe: a node is placed once, by its shorter way (up before down). actions_shown: actions of each document that are
    read in full; the others are counted. with_evidence: False where only who follows whom
    matters. Raises NotFoundError.
    """
    focus = summary(store, iri)
    walk = _Walk(store, predicates, limit)
    depth = {iri: 0}
    for way, steps in ((UP, up), (DOWN, down)):
        for node_, distance in walk.distances(iri, way, steps).items():
            signed = -distance if way == UP else distance
            if node_ not in depth or distance < abs(depth[node_]):
                depth[node_] = signed
    found = summaries(store, depth)
    ordered = sorted(found.values(), key=lambda each: (depth[each.iri], rank(each)))
    among = walk.edges_among(depth)
    drawn = edges(store, among) if with_evidence else bare(among, found)
    return Chain(
        focus=focus,
        nodes=tuple(ordered),
        edges=tuple(drawn[key] for key in sorted(drawn)),
        depth={each.iri: depth[each.iri] for each in ordered},
        truncated=walk.truncated(depth, among),
        actions=told(store, iri, {each for each in depth if depth[each] >= 0}, actions_shown) if with_actions else {},
    )


class _Walk:
    """Steps through the store along some predicates."""

    def __init__(self, store: Store, predicates: Sequence[str], limit: int) -> None:
        self.store = store
        self.limit = limit
        self.fixed: dict[str, Term | list[Term]] = {"resolved": resolved(store), "relations": [*iris(predicates)]}

    def distances(self, start: str, way: str, steps: int) -> dict[str, int]:
        """Node → steps from the start, walking one way only."""
        seen: nx.DiGraph[str] = nx.DiGraph()
        seen.add_node(start)
        frontier = [start]
        for _ in range(steps):
            found = self.neighbours(frontier, way)
            frontier = sorted({far for _, far in found if far not in seen})
            seen.add_edges_from(found)
        return dict(nx.single_source_shortest_path_length(seen, start))

    def neighbours(self, frontier: Sequence[str], way: str) -> list[tuple[str, str]]:
        """(near, far) for one step, at most `limit` for each near, and about `ROOM` for all of them."""
        counts = self.counts(frontier, way)
        limit = min(self.limit, max(ROOM // max(len(frontier), 1), LEAST))
        small = [near for near in frontier if 0 < counts.get(near, 0) <= limit]
        hubs = [near for near in frontier if counts.get(near, 0) > limit]
        found = [pair for chunk in chunks(small) for pair in self._pairs(step(f"near_{way}"), {"nears": nodes(chunk)})]
        for hub in hubs:
            found += [(hub, far) for far in self._first(hub, way, limit)]
        return found

    def _pairs(self, sparql: str, values: Values) -> list[tuple[str, str]]:
        rows = self.store.select(sparql, {**self.fixed, **values}).rows
        return [(str(near), str(far)) for near, far in rows]

    def _first(self, hub: str, way: str, limit: int) -> list[str]:
        """Of very many neighbours the higher and older ones. Put in order here: the engine would look every address up
        anew for each comparison."""
        rows = self.store.select(step(f"hub_{way}"), {**self.fixed, "near": node(hub)}).rows
        ordered = sorted((authority(level, date), str(far)) for far, level, date in rows)
        return list(dict.fromkeys(far for _, far in ordered))[:limit]

    def counts(self, nears: Iterable[str], way: str) -> dict[str, int]:
        """How many neighbours each has that way."""
        found: dict[str, int] = {}
        for chunk in chunks(sorted(nears)):
            rows = self.store.select(step(f"count_{way}"), {**self.fixed, "nears": nodes(chunk)}).rows
            found |= {str(near): int(str(count)) for near, count in rows}
        return found

    def edges_among(self, some: Iterable[str]) -> list[Triple]:
        """All edges between these nodes; a document has few outgoing ones, however many come in."""
        known = set(some)
        found = []
        for chunk in chunks(sorted(known)):
            for start, relation, end in self.store.select(
                step("edges_out"), {**self.fixed, "nears": nodes(chunk)}
            ).rows:
                if end in known:
                    found.append((str(start), str(relation), str(end)))
        return found

    def truncated(self, depth: dict[str, int], among: Iterable[Triple]) -> dict[str, int]:
        """Node → neighbours that the walk would have met one step further, or that were beyond the limit. among: the
        edges between the nodes."""
        shown: nx.DiGraph[str] = nx.DiGraph()
        shown.add_nodes_from(depth)
        shown.add_edges_from((start, end) for start, _, end in among)
        cut: dict[str, int] = {}
        for way, sign, degree in ((UP, -1, shown.out_degree), (DOWN, 1, shown.in_degree)):
            side = [iri for iri, distance in depth.items() if distance * sign >= 0]
            for iri, count in self.counts(side, way).items():
                missing = count - degree(iri)
                if missing > 0:
                    cut[iri] = cut.get(iri, 0) + missing
        return dict(sorted(cut.items()))
