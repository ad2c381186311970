"""The store as a file: N-Quads in one fixed order, or for people to read as TriG, Turtle or JSON-LD with prefixes.

N-Quads are sorted bytewise, graph by graph in the order of their IRIs, and stream: one graph at a time is in memory.
Two stores that hold the same export the same bytes. The pretty formats go through rdflib, a graph at a time as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Literal

import pyoxigraph as ox
from rdflib import Graph

from graph.rdf.sparql import step
from graph.rdf.terms import node
from graph.storage.store import Store
from ontology.terms import PREFIXES

Format = Literal["nq", "trig", "ttl", "jsonld"]
FORMATS: tuple[Format, ...] = ("nq", "trig", "ttl", "jsonld")

MEDIA_TYPES: dict[Format, str] = {
    "nq": "application/n-quads",
    "trig": "application/trig",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
}


def export(store: Store, format_: Format) -> Iterator[bytes]:
    """The whole store but the ledger, in pieces. Turtle has no graphs: it holds the union of all."""
    return {"nq": _nquads, "trig": _trig, "ttl": _turtle, "jsonld": _jsonld}[format_](store)


def _nquads(store: Store) -> Iterator[bytes]:
    for graph in store.graphs():
        yield b"".join(sorted(f"{quad} .\n".encode() for quad in store.quads(graph)))


def _trig(store: Store) -> Iterator[bytes]:
    yield "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items())).encode()
    for graph in store.graphs():
        yield f"\n<{graph}> {{\n{_body(_read(store, graph).serialize(format='turtle'))}}}\n".encode()


def _body(turtle: str) -> str:
    """Turtle without the prefixes at its head."""
    head, _, body = turtle.partition("\n\n")
    return body if head.startswith("@prefix ") else turtle


def _turtle(store: Store) -> Iterator[bytes]:
    yield _read(store, *store.graphs()).serialize(format="turtle").encode()


def _jsonld(store: Store) -> Iterator[bytes]:
    """One JSON-LD document: a context, and one object with its own @graph for each named graph."""
    context = json.dumps(dict(sorted(PREFIXES.items())), indent=2)
    yield f'{{"@context": {context}, "@graph": ['.encode()
    for number, graph in enumerate(store.graphs()):
        piece = {"@id": graph, "@graph": _nodes(_read(store, graph))}
        yield (b"," if number else b"") + b"\n" + json.dumps(piece, ensure_ascii=False, sort_keys=True).encode()
    yield b"\n]}\n"


def _nodes(graph: Graph) -> list[object]:
    """The JSON-LD objects of a graph, sorted; a graph of a single node is written without a list."""
    document = json.loads(graph.serialize(format="json-ld", context=dict(PREFIXES), sort_keys=True))
    nodes = document.get("@graph", [{key: value for key, value in document.items() if key != "@context"}])
    return sorted(nodes, key=lambda each: str(each["@id"]))


def _read(store: Store, *graphs: str) -> Graph:
    """Named graphs of the store as one graph of rdflib, with the prefixes of the house."""
    found = Graph(bind_namespaces="none")
    for prefix, iri in sorted(PREFIXES.items()):
        found.bind(prefix, iri)
    lines = sorted(f"{quad.triple} .\n" for graph in graphs for quad in store.quads(graph))
    return found.parse(data="".join(lines), format="nt")


def describe(store: Store, iri: str) -> list[ox.Triple]:
    """All that the store says with this IRI as subject, for content negotiation; sorted, each triple once."""
    return sorted(set(store.construct(step("describe"), {"node": node(iri)})), key=str)
