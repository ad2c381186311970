"""Other people's queries in a process of their own."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.ingest import ingest
from graph.sandbox.sandbox import Limits, Sandbox
from graph.storage.location import open_store
from graph.storage.store import Store
from ontology.errors import QueryError, QueryLimitError, StoreError
from tests.graph.stories import plan, report

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f ?i"
DOCUMENTS = "SELECT (COUNT(*) AS ?n) { ?d a cancu:Document }"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A store that somebody holds open for writing all the while."""
    store = open_store(tmp_path / "s")
    ingest.put(store, [plan()])
    yield tmp_path / "s"
    store.close()


def number(answer: bytes) -> int:
    return int(json.loads(answer)["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize(
    ("accept", "begin"),
    [
        ("application/sparql-results+json", b'{"head"'),
        ("application/sparql-results+xml", b"<?xml"),
        ("text/csv", b"n\r\n4"),
        ("text/tab-separated-values", b"?n\n4"),
    ],
)
def test_answers_in_every_format(folder: Path, accept: str, begin: bytes) -> None:
    with Sandbox(folder) as sandbox:
        assert sandbox.run(DOCUMENTS, accept).startswith(begin)


@pytest.mark.parametrize(
    ("accept", "part"),
    [
        ("text/turtle", b"@prefix cancu:"),
        ("application/n-triples", b"<https://w3id.org/cancu/doc/"),
        ("application/rdf+xml", b"<rdf:RDF"),
        ("application/ld+json", b'"@id"'),
    ],
)
def test_triples_in_every_format(folder: Path, accept: str, part: bytes) -> None:
    query = "CONSTRUCT { ?d a cancu:Document } WHERE { ?d a cancu:Document }"
    with Sandbox(folder) as sandbox:
        assert part in sandbox.run(query, accept_triples=accept)


def test_ask(folder: Path) -> None:
    with Sandbox(folder) as sandbox:
        assert json.loads(sandbox.run("ASK { ?d a cancu:Document }"))["boolean"] is True


def test_an_endless_query_is_stopped_and_the_next_one_runs(folder: Path) -> None:
    with Sandbox(folder, Limits(seconds=0.5, workers=1)) as sandbox:
        with pytest.raises(QueryLimitError) as error:
            sandbox.run(ENDLESS)
        assert error.value.code == "query.timeout"
        assert number(sandbox.run(DOCUMENTS)) == 4


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits the address space")
def test_a_greedy_query_is_stopped_and_the_next_one_runs(folder: Path) -> None:
    with Sandbox(folder, Limits(seconds=60, memory=64 << 20, workers=1)) as sandbox:
        with pytest.raises(QueryLimitError) as error:
            sandbox.run(GREEDY)
        assert error.value.code == "query.memory"
        assert number(sandbox.run(DOCUMENTS)) == 4


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"])
def test_too_many_rows_or_bytes_are_refused(folder: Path, query: str) -> None:
    for limits in (Limits(rows=4), Limits(bytes=100)):
        with Sandbox(folder, limits) as sandbox:
            with pytest.raises(QueryLimitError) as error:
                sandbox.run(query)
            assert error.value.code == "query.rows"
    with Sandbox(folder, Limits(rows=4)) as sandbox:
        assert len(json.loads(sandbox.run("SELECT ?d { ?d a cancu:Document }"))["results"]["bindings"]) == 4


def test_forbidden_and_broken_queries_never_reach_a_worker(folder: Path) -> None:
    with Sandbox(folder) as sandbox:
        for query in ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SELECT", "DROP ALL"):
            with pytest.raises(QueryError):
                sandbox.run(query)


def test_workers_follow_what_is_published(tmp_path: Path) -> None:
    writer = open_store(tmp_path / "s")
    with Sandbox(tmp_path / "s") as sandbox:
        assert number(sandbox.run(DOCUMENTS)) == 0
        ingest.put(writer, [plan()])
        assert number(sandbox.run(DOCUMENTS)) == 4
        ingest.put(writer, [report()])
        assert number(sandbox.run(DOCUMENTS)) == 6
    writer.close()


def test_many_ask_at_once(folder: Path) -> None:
    with Sandbox(folder, Limits(workers=2)) as sandbox, ThreadPoolExecutor(8) as pool:
        assert [number(answer) for answer in pool.map(sandbox.run, [DOCUMENTS] * 16)] == [4] * 16


def test_no_store_no_sandbox(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        Sandbox(tmp_path / "nothing")
    assert error.value.code == "store.missing"


def test_the_store_of_a_fixture_is_readable_at_once(store: Store, tmp_path: Path) -> None:
    with Sandbox(tmp_path / "store") as sandbox:
        assert number(sandbox.run(DOCUMENTS)) == 0
