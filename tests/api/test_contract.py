"""The JSON of `cancu extract`: exactly the promised fields, whatever the records hold."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from msgspec.structs import replace

from api.contract import to_dict
from api.written import SOME, written
from ontology.records import (
    SELF,
    Action,
    Citation,
    Conflict,
    Extraction,
    Header,
    Issuer,
    Mention,
    Money,
    Programme,
    Quantity,
    Source,
    Span,
    Statement,
    Unresolved,
    Work,
)

TEXT = "Thực hiện Quyết định số 2289/QĐ-TTg ngày 31/12/2020; Kế hoạch này giao 100% xã; 12/ABC."
UBND = Issuer("Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la")
WORK = Work(
    "doc/ttg/quyet-dinh/2020/2289", "Quyết định", "2289", None, "QĐ-TTg", "2020-12-31", Issuer("Thủ tướng", "ttg")
)


def validate(content: object) -> None:
    schema = json.loads(files("api").joinpath("data", "extraction.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(content, schema)


def full_extraction() -> Extraction:
    source = Source("ke-hoach.txt", TEXT.encode(), "text/plain", id="k1")
    cited = Mention(
        Span(10, 35), "full", "Quyết định", "2289", None, "QĐ-TTg", "2020-12-31", 51, WORK.issuer, pinpoint="Điều 1"
    )
    own = Work("doc/ubnd.14-son-la/ke-hoach/2022/12", "Kế hoạch", "12", None, "KH-UBND", "2022-03-05", UBND)
    return Extraction(
        source=source,
        text=TEXT,
        header=Header("Kế hoạch", "12", None, "KH-UBND", UBND, "Sơn La", "2022-03", "Về chuyển đổi số", "Nguyễn Văn A"),
        self_work=own,
        citations=(
            Citation(cited, WORK.id, (Conflict("date", "2020-12-31", "2021-12-31"),)),
            Citation(Mention(Span(53, 65), "anaphor", "Kế hoạch"), SELF),
        ),
        works=(WORK,),
        statements=(Statement(SELF, "implements", WORK.id, Span(0, 35), Span(0, 51), "thuc-hien"),),
        programmes=(Programme("P1", "Chương trình", "Chương trình 1322", ("CT 1322",), WORK.id, (Span(10, 35),)),),
        actions=(
            Action(
                Span(66, 78),
                "planned",
                "xã",
                (WORK.id,),
                ("P1",),
                "2022",
                (Quantity(100.0, "%", "100%"), Quantity(0.5, "ha", "0,5 ha")),
                (Money(10000.0, "triệu đồng", "10.000 triệu đồng"),),
            ),
        ),
        unresolved=(Unresolved(Span(80, 86), "unknown symbol", ("doc/a", "doc/b")),),
    )


def empty_extraction() -> Extraction:
    return Extraction(Source("a.txt", b"A", "text/plain"), "A", Header(), Work("doc/_/_/_/a"))


@pytest.mark.parametrize("extraction", [full_extraction(), empty_extraction()], ids=["full", "empty"])
def test_every_extraction_fits_the_schema(extraction: Extraction) -> None:
    validate(to_dict(extraction))
    validate(to_dict(extraction, with_text=True))


def test_fields_and_their_order_are_those_promised() -> None:
    content = to_dict(full_extraction())
    assert list(content) == [
        "id", "source", "header", "citations", "documents", "relations", "programmes", "actions",
        "tasks", "observations", "unresolved", "suspicions",
    ]  # fmt: skip
    assert list(content["citations"][0]) == [
        "start", "end", "text", "date_end", "form", "type", "number", "year", "symbol", "date", "issuer", "pinpoint",
        "document", "conflicts", "path",
    ]  # fmt: skip
    assert content["citations"][0]["text"] == "Quyết định số 2289/QĐ-TTg"
    assert content["citations"][0]["issuer"] == "Thủ tướng"
    assert content["header"]["issuer"] == "Ủy ban nhân dân tỉnh Sơn La"
    assert content["relations"] == [
        {
            "subject": "self",
            "predicate": "implements",
            "object": WORK.id,
            "start": 0,
            "end": 35,
            "provision": None,
            "effective": None,
        }
    ]
    assert content["actions"][0]["text"] == TEXT[66:78]
    assert content["unresolved"] == [{"start": 80, "end": 86, "text": TEXT[80:86], "reason": "unknown symbol"}]


def test_the_speaking_document_is_listed_only_when_cited() -> None:
    assert [document["id"] for document in to_dict(full_extraction())["documents"]] == [SELF, WORK.id]
    assert to_dict(empty_extraction())["documents"] == []


def test_whole_quantities_are_integers_and_money_is_not() -> None:
    action = to_dict(full_extraction())["actions"][0]
    assert [repr(quantity["value"]) for quantity in action["quantities"]] == ["100", "0.5"]
    assert repr(action["money"][0]["amount"]) == "10000.0"


def test_id_only_where_the_input_has_one() -> None:
    assert to_dict(full_extraction())["id"] == "k1"
    assert "id" not in to_dict(empty_extraction())


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("asked", [{}, {"with_text": True, "with_structure": True, "explained": True}])
def test_pieces_are_the_whole_object(indent: int | None, asked: dict[str, bool]) -> None:
    many = replace(full_extraction(), unresolved=tuple(Unresolved(Span(i, i + 2), "x") for i in range(SOME + 1)))
    for extraction in (full_extraction(), empty_extraction(), many):
        whole = json.dumps(to_dict(extraction, **asked), ensure_ascii=False, indent=indent)
        assert "".join(written(extraction, indent=indent, **asked)) == whole


def test_a_source_without_bytes_is_the_same_source() -> None:
    extraction = full_extraction()
    light = replace(extraction, source=extraction.source.without_bytes())
    assert light.source.data == b""
    assert to_dict(light) == to_dict(extraction)


def test_json_keeps_letters_and_survives_broken_file_names() -> None:
    assert "Quyết định" in "".join(written(full_extraction()))
    assert "\n" not in "".join(written(full_extraction()))
    broken = Extraction(Source("b\udcff.txt", b"A", "text/plain"), "A", Header(), Work("doc/_/_/_/a"))
    assert json.loads("".join(written(broken)).encode("utf-8"))["source"]["name"] == "b\udcff.txt"
