"""Every IRI dereferences: a browser goes to the page, a machine gets the description."""

from __future__ import annotations

import httpx
import pyoxigraph as ox
import pytest

BASE = "https://w3id.org/cancu/"
DECISION = "doc/ttg/quyet-dinh/2020/749"
FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("accept", FORMATS)
@pytest.mark.parametrize("path", [f"/id/{DECISION}", f"/{DECISION}"])
def test_a_machine_gets_the_description(client: httpx.Client, path: str, accept: str) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == accept
    triples = list(ox.parse(answer.content, format=FORMATS[accept]))
    assert {triple.subject.value for triple in triples} == {BASE + DECISION}
    assert any(triple.object.value == "749/QĐ-TTg" or "749" in triple.object.value for triple in triples)


def test_all_formats_say_the_same(client: httpx.Client) -> None:
    said = []
    for accept, kind in FORMATS.items():
        body = client.get(f"/id/{DECISION}", headers={"Accept": accept}).content
        said.append({str(quad.triple) for quad in ox.parse(body, format=kind)})
    assert all(each == said[0] for each in said)


def test_a_browser_is_led_to_the_page(client: httpx.Client) -> None:
    answer = client.get(f"/id/{DECISION}", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/van-ban/ttg/quyet-dinh/2020/749")
    assert "Accept" in answer.headers["vary"]


def test_sources_and_statements_lead_to_the_text(client: httpx.Client) -> None:
    edge = client.get("/api/documents/ttg/quyet-dinh/2020/749").json()["implementers"][0]
    source = edge["evidence"][0]["source"].removeprefix(BASE)
    key = source.rpartition("/")[2]
    for path in (f"/id/{source}", f"/id/{source}/st/1", f"/{source}"):
        answer = client.get(path, headers={"Accept": "text/html"})
        assert (answer.status_code, answer.headers["location"]) == (303, f"/nguon/{key}")
    statement = client.get(f"/id/{source}/st/1", headers={"Accept": "application/n-triples"})
    assert "#Statement" in statement.text


def test_format_names_win_over_accept(client: httpx.Client) -> None:
    answer = client.get(f"/id/{DECISION}?format=nt", headers={"Accept": "text/html"})
    assert answer.headers["content-type"].startswith("application/n-triples")
    assert client.get(f"/id/{DECISION}?format=exe").status_code == 400


def test_unknown_things_are_404_and_foreign_formats_406(client: httpx.Client) -> None:
    assert client.get("/id/doc/ttg/quyet-dinh/1900/1").status_code == 404
    assert client.get(f"/id/{DECISION}", headers={"Accept": "image/png"}).status_code == 406
