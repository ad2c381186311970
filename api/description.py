"""What the endpoint is and holds, as SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph.rdf.terms import TYPE, integer, node
from graph.storage.store import Store

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"

RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)


def held(store: Store) -> int:
    """How many triples the graphs hold together; the engine looks at each of them."""
    return int(store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0][0] or "0")


def triples(endpoint: str, count: int) -> list[ox.Triple]:
    """The description of the service at this address, which holds so many triples; every node has an IRI."""
    return [ox.Triple(*fact) for fact in _facts(endpoint, count)]


def _facts(endpoint: str, count: int) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
    service, dataset, default = (node(endpoint + part) for part in ("#service", "#dataset", "#default-graph"))
    yield service, TYPE, _sd("Service")
    yield service, _sd("endpoint"), node(endpoint)
    yield service, _sd("supportedLanguage"), _sd("SPARQL11Query")
    yield service, _sd("feature"), _sd("UnionDefaultGraph")
    for name in RESULT_FORMATS:
        yield service, _sd("resultFormat"), node(FORMATS + name)
    yield service, _sd("defaultDataset"), dataset
    yield dataset, TYPE, _sd("Dataset")
    yield dataset, _sd("defaultGraph"), default
    yield default, TYPE, _sd("Graph")
    yield default, node("http://rdfs.org/ns/void#triples"), integer(count)


def _sd(name: str) -> ox.NamedNode:
    return node(SD + name)
