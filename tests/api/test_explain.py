"""Why something was read: words for every value that the records may hold, spans that lead to the words that fired."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import get_args

import jsonschema
import pytest

from api import contract, explain
from api.words import pick
from loaders.read import extract
from ontology.records import DateBy, Extraction, IdentityBy, IssuerBy, Scope, Source

TEXT = """ỦY BAN NHÂN DÂN
TỈNH ĐIỆN BIÊN
Số: 18/KH-UBND
Điện Biên, ngày 4 tháng 3 năm 2022
KẾ HOẠCH
Nâng cao chất lượng phục vụ người dân

Căn cứ Nghị quyết số 20/NQ-CP ngày 8/02/2022 của Chính phủ và Nghị quyết số 7-NQ/TU ngày 9/02/2022;
Kế hoạch này thực hiện Quyết định số 15/QĐ-TTg về triển khai Chỉ thị số 3/CT-TTg. Thông tư số 9/2010/TT-BTC hết hiệu lực.
Các quyết định trước đây đề nghị bãi bỏ Quyết định số 77/QĐ-UBND.
Căn cứ các văn bản sau:
- Quyết định số 31/QĐ-UBND ngày 5/01/2022;
Tham khảo Kế hoạch 99 của năm trước và Quyết định 4.
"""


@pytest.fixture(scope="module")
def read() -> Extraction:
    return extract(Source("kế hoạch.txt", TEXT.encode(), "text/plain"))


def scopes(read: Extraction) -> dict[str, tuple[str, str]]:
    found = {}
    for stated in read.statements:
        reason = explain.statement(stated, read.text)
        found[stated.object.rsplit("/", 1)[-1]] = (reason["scope"], (reason["cue"] or {}).get("text", ""))
    return found


def test_the_words_that_fired_and_how_they_reached(read: Extraction) -> None:
    found = scopes(read)
    assert found["20"] == ("clause", "Căn cứ")
    assert found["7"] == ("coordination", "Căn cứ")
    assert found["15"] == ("clause", "thực hiện")
    assert found["9"] == ("behind", "hết hiệu lực")
    assert found["31"] == ("list", "Căn cứ")


def test_a_neighbour_and_a_lead_in_are_shown(read: Extraction) -> None:
    through = {
        stated.object.rsplit("/", 1)[-1]: explain.statement(stated, read.text)["through"] for stated in read.statements
    }
    assert through["7"]["text"] == "Nghị quyết số 20/NQ-CP"
    assert through["31"]["text"] == "Căn cứ các văn bản sau:"
    assert through["20"] is None


def test_a_document_in_a_title_names_the_title(read: Extraction) -> None:
    inner = next(stated for stated in read.statements if stated.subject.endswith("/15"))
    assert explain.statement(inner, read.text)["title"]["text"] == "triển khai Chỉ thị số 3/CT-TTg"


def test_a_proposal_names_its_row(read: Extraction) -> None:
    proposed = next(stated for stated in read.statements if stated.object.endswith("/77"))
    assert proposed.rule.endswith(".proposal")
    assert explain.phrase_of(proposed) is not None


def test_how_an_issuer_was_found(read: Extraction) -> None:
    decided = {
        cited.mention.number: explain.citation(cited, explain.works_of(read))["decided"]
        for cited in read.citations
        if cited.work
    }
    assert decided["15"] == {"id": "number", "date": None, "issuer": "code"}
    assert decided["31"] == {"id": "number.date", "date": "stated", "issuer": "code.place"}
    assert decided["9"] == {"id": "number.year", "date": None, "issuer": "code"}


def test_what_has_no_referent_is_decided_by_nothing(read: Extraction) -> None:
    short = next(cited for cited in read.citations if cited.mention.number == "4")
    assert explain.citation(short, explain.works_of(read)) == {"rule": "short", "decided": None}


def test_dates_that_differ_are_a_majority() -> None:
    text = "Quyết định số 15/QĐ-TTg ngày 2/3/2021. Quyết định số 15/QĐ-TTg ngày 2/3/2021. Quyết định số 15/QĐ-TTg ngày 5/3/2021."
    (work,) = extract(Source("a.txt", text.encode(), "text/plain")).works
    assert work.decided is not None
    assert work.decided.date == "majority"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("kind", "values"), [("scope", Scope), ("id", IdentityBy), ("date", DateBy), ("issuer", IssuerBy)]
)
def test_every_value_has_words(kind: str, values: object, lang: str) -> None:
    assert [value for value in get_args(values) if not pick("lines", f"explain.{kind}.{value}", lang)] == []


def test_the_schema_knows_explanations(read: Extraction) -> None:
    schema = json.loads(files("api").joinpath("data", "extraction.schema.json").read_text("utf-8"))
    jsonschema.validate(contract.to_dict(read, explained=True), schema)


def test_for_people_shows_doubt(read: Extraction) -> None:
    shown = explain.for_people(read, "vi")
    assert "«Quyết định 4» → không rõ văn bản nào" in shown
    assert "không có văn bản đầy đủ nào mang số này" in shown
