"""The REST interface: typed answers, described without a word from outside."""

from __future__ import annotations

import httpx
import pytest


def test_search(client: httpx.Client) -> None:
    answer = client.get("/api/search", params={"q": "ky nang so", "size": 5}).json()
    assert answer["total"] == 1
    assert answer["results"][0]["number"] == "90/KH-UBND"
    assert answer["results"][0]["loaded"] is True


def test_document_with_its_evidence(client: httpx.Client) -> None:
    page = client.get("/api/documents/ttg/quyet-dinh/2020/749").json()
    assert page["document"]["number"] == "749/QĐ-TTg"
    assert [edge["subject"]["number"] for edge in page["implementers"]] == ["77/KH-UBND", "90/KH-UBND"]
    for edge in page["implementers"]:
        evidence = edge["evidence"][0]
        offset = evidence["start"] - evidence["sentence_start"]
        assert evidence["sentence"][offset:].startswith("Thực hiện Quyết định số 749/QĐ-TTg")


def test_a_document_says_who_signed_it_and_whom_it_was_sent_to(client: httpx.Client) -> None:
    number = client.get("/api/number", params={"number": "90/KH-UBND"}).json()["document"]["iri"]
    path = number.rpartition("/doc/")[2]
    header = client.get(f"/api/documents/{path}").json()["header"]
    assert set(header) == {"source", "parent", "signers", "recipients"}
    assert client.get("/api/documents/ttg/quyet-dinh/2020/749").json()["header"] is None


def test_a_number_finds_its_document_or_the_choice(client: httpx.Client) -> None:
    found = client.get("/api/number", params={"number": "749/QĐ-TTg"})
    assert found.json()["document"]["number"] == "749/QĐ-TTg"
    several = client.get("/api/number", params={"number": "11/QĐ-UBND"})
    assert several.status_code == 300
    assert {each["place"] for each in several.json()["candidates"]} == {"Sơn La", "Điện Biên"}
    one = client.get("/api/number", params={"number": "11/QĐ-UBND", "place": "Sơn La", "year": "2022"})
    assert one.json()["document"]["place"] == "Sơn La"
    none = client.get("/api/number", params={"number": "11/QĐ-UBND", "place": "Huế"})
    assert (none.status_code, none.json()["code"]) == (404, "document.unknown")


def test_chain(client: httpx.Client) -> None:
    chain = client.get("/api/chain/ttg/quyet-dinh/2020/749", params={"up": 0, "down": 1}).json()
    assert chain["focus"]["number"] == "749/QĐ-TTg"
    assert set(chain["depth"].values()) == {0, 1}


def test_saved_questions(client: httpx.Client) -> None:
    names = {question["name"] for question in client.get("/api/questions").json()}
    assert "plans-implementing" in names
    answer = client.get("/api/questions/plans-implementing", params={"number": "749/QĐ-TTg"}).json()
    labels = {row[answer["columns"].index("label")] for row in answer["rows"]}
    assert labels == {"Kế hoạch số 77/KH-UBND", "Kế hoạch số 90/KH-UBND"}


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/documents/nope", 404, "document.address"),
        ("/api/questions/nope", 404, "query.unknown_name"),
        ("/api/questions/plans-implementing", 400, "query.parameter_missing"),
        ("/api/questions/plans-implementing?number=749/QD-TTg&x=1", 400, "query.parameters"),
        ("/api/number?number=blah", 404, "document.number"),
        ("/api/chain/ttg/quyet-dinh/2020/749?up=100", 400, "page.parameters"),
        ("/api/nope", 404, "page.unknown"),
    ],
)
def test_problems_have_a_code_and_a_line(client: httpx.Client, path: str, status: int, code: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"]
    assert any(word in answer.json()["message"] for word in ("không", "sai", "cần", "chưa"))


def test_other_methods_are_refused(client: httpx.Client) -> None:
    assert client.post("/api/search").status_code == 405
    assert client.delete("/van-ban/ttg/quyet-dinh/2020/749").status_code == 405


def test_openapi_describes_answers_with_examples(client: httpx.Client) -> None:
    described = client.get("/api/openapi.json").json()
    assert {"/api/search", "/api/documents/{path}", "/api/chain/{path}", "/api/questions/{name}"} <= set(
        described["paths"]
    )
    fields = described["components"]["schemas"]["Document"]["properties"]
    assert all("examples" in field for field in fields.values())
    assert all("/van-ban" not in path for path in described["paths"])


def test_no_page_of_documentation_loads_scripts_from_elsewhere(client: httpx.Client) -> None:
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404
    for path in ("/", "/sparql", "/gioi-thieu"):
        text = client.get(path, headers={"Accept": "text/html"}).text
        assert 'src="http' not in text and '<link rel="stylesheet" href="http' not in text


def test_health(client: httpx.Client) -> None:
    assert client.get("/health").json()["status"] == "ok"


def test_findings_are_counted_and_of_the_kind_that_is_asked_for(client: httpx.Client) -> None:
    answer = client.get("/api/findings").json()
    assert sum(answer["counts"].values()) == len(answer["results"])
    for finding in answer["results"]:
        only = client.get("/api/findings", params={"kind": finding["kind"], "size": 100}).json()["results"]
        assert finding in only
        assert {each["kind"] for each in only} == {finding["kind"]}
    assert client.get("/api/findings", params={"kind": "khong-co"}).status_code == 400
