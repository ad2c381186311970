"""The pages over HTTP: every address of `viz.links` answers, errors are pages too, nothing foreign is let in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from click.testing import Result

from api.settings import Settings, read
from viz.links import DOWNLOADS

Server = Callable[[Settings], AbstractContextManager[str]]

DECISION = "/van-ban/ttg/quyet-dinh/2020/749"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "749/QĐ-TTg"),
        ("/tim?q=kinh+te+so", ">77/KH-UBND<"),
        (DECISION, "Kế hoạch số 90/KH-UBND"),
        (f"{DECISION}?tren=0&den=1&noi=S%C6%A1n+La", "Kế hoạch số 90/KH-UBND"),
        ("/nghi-van", "Mâu thuẫn và nghi vấn"),
        ("/nghi-van?loai=khong-co&trang=2", "Mâu thuẫn và nghi vấn"),
        ("/nghi-van?loai=seriesOrder&lang=en", "Contradictions and suspicions"),
        ("/cau-hoi", "plans-implementing"),
        ("/cau-hoi/plans-implementing", 'name="number"'),
        ("/cau-hoi/plans-implementing?number=749/Q%C4%90-TTg", "77/KH-UBND"),
        ("/cau-hoi/cited-most", "749/QĐ-TTg"),
        ("/gioi-thieu", "<h1"),
        ("/sparql", "<textarea"),
    ],
)
def test_pages(client: httpx.Client, path: str, expected: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    assert expected in answer.text


def test_a_number_leads_to_its_document(client: httpx.Client) -> None:
    answer = client.get("/tim", params={"q": "749/QĐ-TTg"})
    assert (answer.status_code, answer.headers["location"]) == (303, DECISION)


def test_a_number_of_several_documents_is_a_choice(client: httpx.Client) -> None:
    answer = client.get("/tim", params={"q": "11/QĐ-UBND"})
    assert answer.status_code == 200
    assert "Sơn La" in answer.text and "Điện Biên" in answer.text


def test_the_drawing_of_one_province_leaves_out_the_others(client: httpx.Client) -> None:
    whole = client.get(f"/api/chain{DECISION.removeprefix('/van-ban')}").json()
    part = client.get(f"/api/chain{DECISION.removeprefix('/van-ban')}", params={"place": "son la"}).json()
    assert {"Sơn La", "Điện Biên"} <= {node["place"] for node in whole["nodes"]}
    assert {node["place"] for node in part["nodes"]} == {None, "Sơn La"}
    assert part["edges"]


@pytest.mark.parametrize("kind", DOWNLOADS)
def test_downloads_are_attachments_that_cannot_run_here(client: httpx.Client, kind: str) -> None:
    answer = client.get(f"{DECISION}/chuoi.{kind}")
    assert answer.status_code == 200
    assert f"749.{kind}" in answer.headers["content-disposition"]
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"] == "sandbox"
    assert answer.content


def test_the_source_shows_its_text_at_the_evidence(client: httpx.Client) -> None:
    chain = client.get(f"/api/chain{DECISION.removeprefix('/van-ban')}").json()
    evidence = chain["edges"][0]["evidence"][0]
    key = evidence["source"].rpartition("/")[2]
    answer = client.get(f"/nguon/{key}", params={"tu": evidence["start"], "den": evidence["end"]})
    assert answer.status_code == 200
    assert 'id="bang-chung"' in answer.text
    assert client.get(f"/nguon/{key}?tu=5&den=999999").status_code == 200


@pytest.mark.parametrize("path", ["/khong-co", "/van-ban/ttg/quyet-dinh/1990/1", "/nguon/00", "/cau-hoi/khong-co"])
def test_what_is_not_there_is_404_in_the_language_of_the_reader(client: httpx.Client, path: str) -> None:
    page = client.get(path, headers=BROWSER)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "Không tìm thấy" in page.text
    assert "Not found" in client.get(f"{path}?lang=en", headers=BROWSER).text
    plain = client.get(path)
    assert plain.headers["content-type"].startswith("text/plain")
    assert len(plain.text.splitlines()) == 1


@pytest.mark.parametrize("path", ["/van-ban/a%20b%3C%3E", "/nguon/%3Cx%3E", "/id/doc/%7Bx%7D", "/van-ban/", "/id/"])
def test_an_address_that_is_no_iri_is_404_and_no_crash(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [f"{DECISION}?tren=99", "/tim?trang=0", f"{DECISION}/chuoi.exe", "/nguon/0?tu=x"])
def test_parameters_that_make_no_sense_are_refused_clearly(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {400, 404}
    assert len(answer.text.splitlines()) == 1


def test_every_answer_carries_the_security_headers(client: httpx.Client) -> None:
    for path in ("/", "/khong-co", "/api/summary", "/sparql", "/static/cancu.css", "/health"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-cache"
        assert "access-control-allow-origin" not in headers


def test_the_language_of_the_address_is_remembered(client: httpx.Client) -> None:
    assert 'lang="vi"' in client.get("/").text
    first = client.get("/?lang=en")
    assert 'lang="en"' in first.text
    assert "SameSite=Lax" in first.headers["set-cookie"]
    assert 'lang="en"' in client.get("/gioi-thieu").text
    assert 'lang="vi"' in client.get("/gioi-thieu?lang=vi").text
    assert "set-cookie" not in client.get("/?lang=xx").headers


def test_only_names_of_this_machine_are_served(client: httpx.Client) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"Host": "evil.example:8000"}).status_code == 421
    for name in ("localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"):
        assert client.get("/health", headers={"Host": name}).status_code == 200


def test_a_server_for_others_takes_any_name_unless_names_are_set() -> None:
    assert read({}, host="::").known_hosts == ()
    named = read({"CANCU_HOSTS": "kho.example, van-ban.example"}, host="::")
    assert {"kho.example", "van-ban.example", "localhost"} <= set(named.known_hosts)


def test_what_is_loaded_meanwhile_is_seen(
    stocked: Path, papers: Path, cancu: Callable[..., Result], server: Server
) -> None:
    (papers / "c.txt").write_text("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.", "utf-8")
    with server(read({}, store=str(stocked), port=0)) as where:
        assert httpx.get(f"{where}/api/summary").json()["sources"] == 2
        assert cancu("load", papers, "--store", stocked).exit_code == 0
        assert httpx.get(f"{where}/api/summary").json()["sources"] == 3
        asked = httpx.get(f"{where}/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s a cancu:Source }"})
        assert asked.json()["results"]["bindings"][0]["n"]["value"] == "3"


def test_a_fault_of_ours_is_told_without_its_details(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("graph.documents.findings.counts", broken)
    answer = client.get("/api/findings")
    assert answer.status_code == 500
    assert answer.json()["code"] == "server.failed"
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_head_is_get_without_the_body(client: httpx.Client) -> None:
    for path in ("/", DECISION, "/sparql", "/api/summary"):
        answer = client.head(path)
        assert (answer.status_code, answer.content) == (200, b"")
        assert answer.headers["content-type"] == client.get(path).headers["content-type"]


def test_long_answers_are_compressed(client: httpx.Client) -> None:
    assert client.get(DECISION).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get(DECISION, headers={"Accept-Encoding": "identity"}).headers


def test_a_server_may_stand_before_another_endpoint(served: str, server: Server) -> None:
    with server(read({}, store=f"{served}/sparql", port=0)) as where:
        assert httpx.get(where + DECISION, timeout=60).text == httpx.get(served + DECISION, timeout=60).text
        query = {"query": "SELECT ?label { ?d a cancu:Document ; rdfs:label ?label } ORDER BY ?label", "format": "csv"}
        there, here = (httpx.get(f"{each}/sparql", params=query, timeout=60) for each in (where, served))
        assert there.text == here.text
        assert len(here.text.splitlines()) > 3
