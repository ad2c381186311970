"""The SPARQL 1.1 Protocol, reading half; the W3C suite's numbers are in docs/sparql.md."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from api.settings import Settings, read

Server = Callable[[Settings], AbstractContextManager[str]]

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
SELECT = "SELECT ?label WHERE { ?d a cancu:Document ; rdfs:label ?label } ORDER BY ?label LIMIT 2"
CONSTRUCT = "CONSTRUCT { ?a cancu:implements ?b } WHERE { ?a cancu:implements ?b }"
HEAVY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?d && ?g != ?j) }"

DIRECT = {"Content-Type": "application/sparql-query"}


def labels(answer: httpx.Response) -> list[str]:
    return [row["label"]["value"] for row in answer.json()["results"]["bindings"]]


def test_three_ways_to_send_a_query(client: httpx.Client) -> None:
    got = client.get("/sparql", params={"query": SELECT})
    form = client.post("/sparql", data={"query": SELECT})
    direct = client.post("/sparql", content=SELECT.encode(), headers=DIRECT)
    charset = client.post(
        "/sparql", content=SELECT.encode(), headers={"Content-Type": DIRECT["Content-Type"] + "; charset=UTF-8"}
    )
    assert labels(got) == labels(form) == labels(direct) == labels(charset)
    assert len(labels(got)) == 2
    assert got.headers["content-type"] == "application/sparql-results+json"


@pytest.mark.parametrize(
    ("accept", "kind", "reader"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", ox.QueryResultsFormat.JSON),
        ("application/json", "application/sparql-results+json", ox.QueryResultsFormat.JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml", ox.QueryResultsFormat.XML),
        ("text/xml", "application/sparql-results+xml", ox.QueryResultsFormat.XML),
        ("text/tab-separated-values", "text/tab-separated-values", ox.QueryResultsFormat.TSV),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml", ox.QueryResultsFormat.XML),
    ],
)
def test_rows_in_the_format_that_is_accepted(
    client: httpx.Client, accept: str, kind: str, reader: ox.QueryResultsFormat
) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == kind
    rows = ox.parse_query_results(answer.content, format=reader)
    assert isinstance(rows, ox.QuerySolutions)
    expected = labels(client.get("/sparql", params={"query": SELECT}))
    assert [row["label"].value for row in rows] == expected


def test_rows_as_csv(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].split(";")[0] == "text/csv"
    assert answer.text.splitlines()[0] == "label"
    assert answer.text.splitlines()[1:] == labels(client.get("/sparql", params={"query": SELECT}))


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_triples_in_the_format_that_is_accepted(client: httpx.Client, accept: str, kind: ox.RdfFormat) -> None:
    answer = client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == accept
    triples = {str(quad.triple) for quad in ox.parse(answer.content, format=kind)}
    assert len(triples) == 2


@pytest.mark.parametrize("form", ["json", "xml"])
def test_ask(client: httpx.Client, form: str) -> None:
    answer = client.get("/sparql", params={"query": "ASK { ?a cancu:implements ?b }", "format": form})
    assert answer.status_code == 200
    assert "true" in answer.text


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "xlsx"])
def test_the_format_parameter_wins_over_accept(client: httpx.Client, form: str) -> None:
    answer = client.get("/sparql", params={"query": SELECT, "format": form}, headers=BROWSER)
    assert answer.status_code == 200
    assert "html" not in answer.headers["content-type"]


def test_unknown_formats_are_refused_with_those_there_are(client: httpx.Client) -> None:
    named = client.get("/sparql", params={"query": SELECT, "format": "pdf"})
    assert named.status_code == 400
    assert "tsv" in named.text
    assert client.get("/sparql", params={"query": SELECT}, headers={"Accept": "image/png"}).status_code == 406


def test_a_browser_gets_the_editor_and_a_table(client: httpx.Client) -> None:
    assert "<textarea" in client.get("/sparql", headers=BROWSER).text
    table = client.get("/sparql", params={"query": SELECT}, headers=BROWSER)
    assert "<table" in table.text
    assert labels(client.get("/sparql", params={"query": SELECT}))[0] in table.text
    triples = client.get("/sparql", params={"query": CONSTRUCT}, headers=BROWSER)
    assert "#implements" in triples.text
    wrong = client.get("/sparql", params={"query": "SELECT"}, headers=BROWSER)
    assert wrong.status_code == 400
    assert "<textarea" in wrong.text and "sai cú pháp" in wrong.text


def test_the_editor_offers_queries_that_run(client: httpx.Client) -> None:
    editor = client.get("/sparql", headers=BROWSER).text
    assert "/sparql?query=" in editor


def test_a_bare_visit_describes_the_service(client: httpx.Client) -> None:
    for accept in ("text/turtle", "application/rdf+xml", "*/*"):
        answer = client.get("/sparql", headers={"Accept": accept})
        kind = ox.RdfFormat.from_media_type(answer.headers["content-type"].split(";")[0])
        assert kind is not None
        said = {
            (quad.predicate.value.rpartition("#")[2], quad.object.value)
            for quad in ox.parse(answer.content, format=kind)
        }
        assert ("endpoint", f"{client.base_url}/sparql") in said or (
            "endpoint",
            str(client.base_url.join("/sparql")),
        ) in said
        assert ("supportedLanguage", "http://www.w3.org/ns/sparql-service-description#SPARQL11Query") in said


@pytest.mark.parametrize(
    ("query", "line", "column"), [("SELECT * {", "1", None), ("SELECT *\nWHERE {\n  ?s ?p }", "3", "10")]
)
def test_syntax_errors_tell_the_place(client: httpx.Client, query: str, line: str, column: str | None) -> None:
    answer = client.get("/sparql", params={"query": query, "lang": "en"})
    assert answer.status_code == 400
    assert f"at line {line}, column {column or ''}" in answer.text
    assert len(answer.text.splitlines()) == 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/x>",
        "DROP ALL",
        "SELECT * FROM <http://127.0.0.1:9/x> { ?s ?p ?o }",
    ],
)
def test_what_could_write_or_fetch_is_refused_before_it_runs(client: httpx.Client, query: str) -> None:
    answer = client.post("/sparql", content=query.encode(), headers=DIRECT)
    assert answer.status_code == 403
    assert len(answer.text.splitlines()) == 1


def test_updates_are_refused_however_they_come(client: httpx.Client) -> None:
    update = "INSERT DATA { <a:a> <a:b> <a:c> }"
    assert client.post("/sparql", data={"update": update}).status_code == 403
    sent = client.post("/sparql", content=update.encode(), headers={"Content-Type": "application/sparql-update"})
    assert sent.status_code == 403


@pytest.mark.parametrize(
    ("method", "options", "status"),
    [
        ("PUT", {"params": {"query": SELECT}}, 405),
        ("DELETE", {"params": {"query": SELECT}}, 405),
        ("GET", {"params": [("query", SELECT), ("query", SELECT)]}, 400),
        ("POST", {"content": SELECT.encode(), "headers": {"Content-Type": "text/plain"}}, 415),
        ("POST", {"content": SELECT.encode()}, 415),
        ("POST", {"data": {"x": "y"}}, 400),
        ("POST", {"content": SELECT.encode("utf-16"), "headers": DIRECT}, 400),
        (
            "POST",
            {
                "content": SELECT.encode("utf-16"),
                "headers": {"Content-Type": DIRECT["Content-Type"] + "; charset=UTF-16"},
            },
            400,
        ),
        ("POST", {"content": b"#" * (1 << 20) + b"\n\n", "headers": DIRECT}, 413),
    ],
)
def test_what_the_protocol_forbids(client: httpx.Client, method: str, options: dict[str, object], status: int) -> None:
    answer = client.request(method, "/sparql", **options)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert len(answer.text.splitlines()) == 1


def test_the_dataset_of_the_protocol_wins(client: httpx.Client) -> None:
    resolved = "https://w3id.org/cancu/graph/resolved"
    count = "SELECT (COUNT(*) AS ?n) { ?s a cancu:Source }"

    def counted(query: str, **graphs: str) -> int:
        answer = client.get("/sparql", params={"query": query, **graphs})
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    assert counted(count) == 2
    assert counted(count, **{"default-graph-uri": resolved}) == 0
    assert counted(f"SELECT (COUNT(*) AS ?n) FROM <{resolved}> {{ ?s a cancu:Source }}") == 0
    everywhere = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert counted(everywhere) == 3
    assert counted(everywhere, **{"named-graph-uri": resolved}) == 1
    wrong = client.get("/sparql", params={"query": count, "default-graph-uri": "no iri"})
    assert wrong.status_code == 400


def test_relative_addresses_count_from_the_base(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "ASK { <doc/ttg/quyet-dinh/2020/749> a cancu:Document }"})
    assert answer.json()["boolean"] is True


def test_a_function_that_nobody_has_is_told(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT (<http://example.org/f>(1) AS ?x) {}"})
    assert answer.status_code == 400
    assert len(answer.text.splitlines()) == 1


def test_limits_really_end_a_query_and_pages_go_on(library: Path, server: Server) -> None:
    settings = read({}, store=str(library), port=0, query_seconds=1.0, query_workers=1, query_rows=50)
    with server(settings) as where, ThreadPoolExecutor(4) as pool:
        began = time.monotonic()
        heavy = [pool.submit(httpx.get, f"{where}/sparql", params={"query": HEAVY}, timeout=60) for _ in range(3)]
        assert httpx.get(f"{where}/health", timeout=30).status_code == 200
        assert "749/QĐ-TTg" in httpx.get(f"{where}/van-ban/ttg/quyet-dinh/2020/749", timeout=30).text
        assert [answer.result().status_code for answer in heavy] == [503, 503, 503]
        assert time.monotonic() - began < 45
        rows = httpx.get(f"{where}/sparql", params={"query": "SELECT * { ?s ?p ?o }"}, timeout=30)
        assert rows.status_code == 503
        assert "LIMIT" in rows.text
        assert httpx.get(f"{where}/sparql", params={"query": "ASK {}"}, timeout=30).json()["boolean"] is True


def test_the_rest_of_the_house_speaks_json(client: httpx.Client) -> None:
    assert json.loads(client.get("/sparql", params={"query": "ASK {}", "format": "json"}).text)["boolean"] is True
