"""What the program writes is what the shapes ask for: the stories, and every sample document."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from graph.ingest import ingest
from graph.storage.store import Store
from loaders.files import sources
from loaders.read import extract
from ontology.records import Source
from ontology.terms import CANCU, P_PLAN, PROV, QB
from tests.graph.doings import doings

SHAPES = Graph().parse(
    data=resources.files("ontology").joinpath("shapes.ttl").read_text(encoding="utf-8"), format="turtle"
)


def graph_of(store: Store) -> Graph:
    lines = [f"{quad.triple} .\n" for graph in store.graphs() for quad in store.quads(graph)]
    return Graph().parse(data="".join(lines), format="nt")


def report(data: Graph) -> str:
    conforms, _, told = pyshacl.validate(data, shacl_graph=SHAPES, allow_warnings=True, advanced=False)
    return "" if conforms else str(told)


def test_programmes_actions_and_cells_conform(store: Store) -> None:
    ingest.put(store, doings())
    data = graph_of(store)
    kinds = (CANCU + "Action", CANCU + "Programme", CANCU + "ProgrammeReference", QB + "Observation")
    assert all(list(data.subjects(RDF.type, URIRef(kind))) for kind in (*kinds, PROV + "Activity", P_PLAN + "Step"))
    assert report(data) == ""


def test_the_samples_conform(store: Store, samples: list[Path]) -> None:
    read = [source for source in sources([str(path) for path in samples]) if isinstance(source, Source)]
    assert len(read) == len(samples)
    ingest.put(store, [extract(source) for source in read])
    data = graph_of(store)
    assert all(list(data.subjects(RDF.type, URIRef(CANCU + kind))) for kind in ("Recipient", "Signature"))
    assert report(data) == ""


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("Action", "status", '"someday"'),
        ("Action", "start", "99999"),
        ("ProgrammeReference", "kind", '"Đề án"'),
        ("Programme", "approvedBy", "<https://w3id.org/cancu/x>"),
    ],
)
def test_what_is_broken_is_found(store: Store, subject: str, predicate: str, value: str) -> None:
    ingest.put(store, doings())
    data = graph_of(store)
    broken = f"INSERT {{ ?s <{CANCU}{predicate}> {value} }} WHERE {{ ?s a <{CANCU}{subject}> }}"
    data.update(broken)
    assert report(data) != ""
