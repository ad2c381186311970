"""What the house needs of a store, whatever engine is behind it. `location` opens one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import pyoxigraph as ox

from graph.answers import Table
from graph.rdf.sparql import Values
from graph.rdf.terms import Node, node
from graph.storage.ledger import Ledger

RESOLVED = "graph/resolved"
"""Below the base IRI: the graph of resolved facts, derived and rebuildable."""

PENDING = "graph/pending"
"""Below the base IRI: names the second half of a change while only the first is written. See `embedded`."""

LEDGER = "graph/ledger"
"""Below the base IRI: which path was loaded as which source. Only in remote stores; no part of exports."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction does: drop whole graphs, remove quads, add quads. What is added is not dropped or removed.

    written: more to add, as N-Quads, one a line: whole witness graphs, which nobody turns into objects.
    """

    dropped: tuple[str, ...] = ()
    removed: tuple[ox.Quad, ...] = ()
    added: tuple[ox.Quad, ...] = ()
    written: tuple[bytes, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.dropped or self.removed or self.added or self.written)

    def update(self) -> str:
        """As one SPARQL update request, sorted: engines run a request whole or not at all."""
        drops = [f"DROP SILENT GRAPH <{graph}>" for graph in sorted(self.dropped)]
        read = (quad for part in self.written for quad in ox.parse(part, format=ox.RdfFormat.N_QUADS))
        blocks = (("DELETE DATA", self.removed), ("INSERT DATA", (*self.added, *read)))
        return " ;\n".join([*drops, *(f"{verb} {{\n{_graphs(quads)}}}" for verb, quads in blocks if quads)])


def _graphs(quads: Iterable[ox.Quad]) -> str:
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(f"{quad.triple} .\n")
    return "".join(f"GRAPH {graph} {{\n{''.join(sorted(lines))}}}\n" for graph, lines in sorted(by_graph.items()))


class Store(Protocol):
    """A store of quads. Queries run over the union of all its graphs unless they say GRAPH.

    Methods raise `StoreError` when the store cannot be used and `QueryError` when the query is at fault.
    """

    @property
    def base(self) -> str:
        """The IRI below which this store mints documents, sources and graphs; ends with "/" or "#"."""

    @property
    def ledger(self) -> Ledger:
        """Which path was loaded as which source."""

    def select(self, sparql: str, values: Values | None = None) -> Table:
        """The rows of a SELECT; an ASK is a table of one row ("true" or "false") under `ask`."""

    def construct(self, sparql: str, values: Values | None = None) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""

    def graphs(self) -> list[str]:
        """The named graphs but the ledger, sorted."""

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        """What one named graph holds, in no particular order."""

    def apply(self, change: Change) -> None:
        """Runs the change in one transaction: afterwards all of it holds, or, after a crash, none of it."""

    def publish(self) -> None:
        """Makes what was applied durable, and visible to readers that look again."""

    def refresh(self) -> bool:
        """For a reader: sees what was published since; True when that is something new."""

    def close(self) -> None: ...


def resolved(store: Store) -> Node:
    """The graph of resolved facts."""
    return node(store.base + RESOLVED)
