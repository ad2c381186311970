"""The store as a file: N-Quads in one fixed order, or for people to read as TriG, Turtle or JSON-LD with prefixes.

N-Quads are sorted bytewise, graph by graph in the order of their IRIs, and stream: one graph at a time is in memory.
Two
stores that hold the same export the same bytes. The pretty formats go through rdflib, a graph at a time as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Literal

import pyoxigraph as ox
from rdflib import Dataset, Graph, URIRef

from graph.sparql import step
from graph.store import Store
from graph.terms import node
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
    """Each graph declares the prefixes it uses; TriG allows them to be declared again."""
    for graph in store.graphs():
        dataset = Dataset()
        _bind(dataset)
        _fill(dataset.graph(URIRef(graph)), store, graph)
        yield dataset.serialize(format="trig").encode()


def _turtle(store: Store) -> Iterator[bytes]:
    union = Graph()
    _bind(union)
    for graph in store.graphs():
        _fill(union, store, graph)
    yield union.serialize(format="turtle").encode()


def _jsonld(store: Store) -> Iterator[bytes]:
    """One JSON-LD document: a context, and one object with its own @graph for each named graph."""
    context = json.dumps(dict(sorted(PREFIXES.items())), indent=2)
    yield f'{{"@context": {context}, "@graph": ['.encode()
    for number, graph in enumerate(store.graphs()):
        one = Graph()
        _bind(one)
        _fill(one, store, graph)
        document = json.loads(one.serialize(format="json-ld", context=dict(PREFIXES), sort_keys=True))
        nodes = document.get("@graph", [{key: value for key, value in document.items() if key != "@context"}])
        piece = {"@id": graph, "@graph": sorted(nodes, key=lambda each: str(each["@id"]))}
        yield (b"," if number else b"") + b"\n" + json.dumps(piece, ensure_ascii=False, sort_keys=True).encode()
    yield b"\n]}\n"


def _fill(target: Graph, store: Store, graph: str) -> None:
    lines = sorted(f"{quad.triple} .\n" for quad in store.quads(graph))
    target.parse(data="".join(lines), format="nt")


def _bind(graph: Graph) -> None:
    for prefix, iri in sorted(PREFIXES.items()):
        graph.bind(prefix, iri, replace=True)


def describe(store: Store, iri: str) -> list[ox.Triple]:
    """All that the store says with this IRI as subject, for content negotiation; sorted, each triple once."""
    return sorted(set(store.construct(step("describe"), {"node": node(iri)})), key=str)
