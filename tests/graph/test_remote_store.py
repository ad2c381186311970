"""The same answers over an endpoint whose default graph is empty, and its failures told apart."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from graph.chains.chain import chain
from graph.derivation.derive import rebuild
from graph.documents.documents import page
from graph.documents.overview import store_summary
from graph.documents.search import one, search
from graph.documents.sources import sources
from graph.ingest import held, ingest
from graph.questions.questions import questions, run
from graph.sandbox.sandbox import Limits, Sandbox
from graph.storage.export import export
from graph.storage.location import open_store
from graph.storage.remote import RemoteStore
from graph.storage.store import Store
from ontology.errors import CancuError, QueryError, QueryLimitError, StoreError
from tests.graph.endpoint import Endpoint, serving
from tests.graph.stories import PLAN, PROGRAMME, plan, report


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with serving() as server:
        yield server


@pytest.fixture
def remote(endpoint: Endpoint) -> Store:
    """The plan and the report behind the endpoint."""
    opened = open_store(endpoint.url, update_url=endpoint.url)
    ingest.put(opened, [(plan(), "a"), (report(), "b")])
    return opened


def test_loading_gives_the_same_graph(remote: Store, loaded: Store) -> None:
    assert b"".join(export(remote, "nq")) == b"".join(export(loaded, "nq"))


def test_chain_page_and_search_are_the_same(remote: Store, loaded: Store) -> None:
    for path in (PLAN.id, PROGRAMME.id):
        assert chain(remote, remote.base + path) == chain(loaded, loaded.base + path)
        assert page(remote, remote.base + path) == page(loaded, loaded.base + path)
    assert search(remote, "cach mang") == search(loaded, "cach mang")
    assert one(remote, "52-NQ/TW") == one(loaded, "52-NQ/TW")
    assert (sources(remote), store_summary(remote)) == (sources(loaded), store_summary(loaded))


@pytest.mark.parametrize("asked", questions().values(), ids=lambda asked: asked.name)
def test_saved_questions_are_the_same(remote: Store, loaded: Store, asked: object) -> None:
    examples = {
        "number": "52-NQ/TW",
        "lower": "5807/KH-UBND",
        "upper": "52-NQ/TW",
        "issuer": "Ủy ban",
        "recipient": "sở",
    }
    name = asked.name  # type: ignore[attr-defined]
    arguments = {each.name: examples[each.name] for each in questions()[name].parameters if each.required}
    assert run(remote, name, arguments) == run(loaded, name, arguments)


def test_loading_again_replacing_and_deriving_anew(remote: Store, loaded: Store) -> None:
    assert len(ingest.put(remote, [(plan(), "a")]).unchanged) == 1
    before = b"".join(export(remote, "nq"))
    rebuild(remote)
    assert b"".join(export(remote, "nq")) == before
    assert len(ingest.put(remote, [(report(), "a")]).removed) == 1
    assert held.holds(remote, report().source, "a", "")
    assert remote.ledger.paths(sources(remote)[0].iri) == ["a", "b"]


def test_the_ledger_is_a_graph_that_is_not_exported(remote: Store, endpoint: Endpoint) -> None:
    assert any("ledger" in str(quad.graph_name) for quad in endpoint.quads)
    assert not any("ledger" in graph for graph in remote.graphs())


def test_without_an_update_url_it_is_read_only(remote: Store, endpoint: Endpoint) -> None:
    for reader in (open_store(endpoint.url), open_store(endpoint.url, read_only=True, update_url=endpoint.url)):
        with pytest.raises(StoreError) as error:
            ingest.put(reader, [report(), plan().__class__(report().source, "x", report().header, report().self_work)])
        assert error.value.code == "store.read_only"


def raised(store: Store) -> CancuError:
    with pytest.raises(CancuError) as error:
        store.select("SELECT * { GRAPH ?g { ?s ?p ?o } }")
    return error.value


def test_an_answer_that_breaks_off_is_a_timeout(remote: Store, endpoint: Endpoint) -> None:
    endpoint.cut = 7
    error = raised(remote)
    assert isinstance(error, QueryLimitError)
    assert error.code == "query.timeout"
    with pytest.raises(QueryLimitError):
        remote.construct("CONSTRUCT { ?s a ?o } WHERE { GRAPH ?g { ?s a ?o } }")
    with pytest.raises(QueryLimitError):
        list(remote.quads(f"{remote.base}graph/resolved"))


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (503, "query.timeout"),
        (504, "query.timeout"),
        (404, "store.unreachable"),
        (401, "store.unreachable"),
        (500, "store.unreachable"),
    ],
)
def test_what_the_server_says_is_told(remote: Store, endpoint: Endpoint, status: int, code: str) -> None:
    endpoint.status = status
    assert raised(remote).code == code


def test_nobody_there() -> None:
    with serving() as server:
        url = server.url
    assert raised(open_store(url)).code == "store.unreachable"


def test_syntax_errors_are_the_callers(remote: Store) -> None:
    with pytest.raises(QueryError) as error:
        remote.select("SELECT * {")
    assert error.value.code == "query.syntax"


def test_the_sandbox_passes_checked_queries_on(remote: Store, endpoint: Endpoint) -> None:
    assert isinstance(remote, RemoteStore)
    with Sandbox(endpoint.url, Limits(seconds=5)) as sandbox:
        answer = sandbox.run("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?d a cancu:Document } }")
        assert json.loads(answer)["results"]["bindings"][0]["n"]["value"] == "6"
        with pytest.raises(QueryError):
            sandbox.run("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
        endpoint.status = 503
        with pytest.raises(QueryLimitError):
            sandbox.run("ASK { ?s ?p ?o }")
