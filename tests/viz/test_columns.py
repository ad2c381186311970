from __future__ import annotations

import pytest

from graph.answers import Column, Table
from graph.questions.questions import questions
from ontology.terms import DEFAULT_BASE
from viz.columns import Cell, addresses_last, choices, readable, screen
from viz.links import Site

PLAN = f"{DEFAULT_BASE}doc/ubnd.14-son-la/ke-hoach/2021/212"
COLUMNS = (
    Column("document", "iri", "Địa chỉ", "Address", "label"),
    Column("label", "text", "Văn bản", "Document"),
    Column("level", "level", "Cấp", "Level"),
    Column("sources", "number", "Số nguồn", "Sources"),
)
TABLE = Table(("document", "label", "level", "sources"), ((PLAN, "Kế hoạch số 212/KH-UBND", "5", "1200"),))


def test_words_lead_to_the_address_that_has_no_column_of_its_own() -> None:
    shown = screen(TABLE, COLUMNS, Site(lang="vi"))
    assert shown.columns == ("Văn bản", "Cấp", "Số nguồn")
    words, level, sources = shown.rows[0]
    assert words == Cell("Kế hoạch số 212/KH-UBND", "/van-ban/ubnd.14-son-la/ke-hoach/2021/212")
    assert (level.href, level.text.isdigit()) == (None, False)
    assert sources == Cell("1.200", None, True)


def test_words_that_are_missing_are_told_by_their_address() -> None:
    shown = screen(Table(TABLE.columns, ((PLAN, None, None, None),)), COLUMNS, Site())
    assert shown.rows[0][0].text == "doc/ubnd.14-son-la/ke-hoach/2021/212"


def test_answers_of_any_query_lead_on_too() -> None:
    said = f"{DEFAULT_BASE}source/{'0' * 32}/act/12-40"
    shown = screen(Table(("a", "b", "c"), ((PLAN, said, "javascript://x"),)), (), Site(lang="en"))
    assert [cell.href for cell in shown.rows[0]] == [
        "/van-ban/ubnd.14-son-la/ke-hoach/2021/212?lang=en",
        f"/nguon/{'0' * 32}?tu=12&den=40&lang=en#bang-chung",
        None,
    ]


def test_addresses_stand_last_on_a_terminal_and_in_a_sheet() -> None:
    assert addresses_last(TABLE, COLUMNS).columns == ("label", "level", "sources", "document")
    assert readable(TABLE, COLUMNS, "en").columns == ("Document", "Level", "Sources", "Address")


@pytest.mark.parametrize(
    ("kind", "value", "vi", "en"),
    [
        ("relation", "basedOn", "Căn cứ", "Based on"),
        ("inverse", "replaces", "Được thay thế bởi", "Is replaced by"),
        ("suspicion", "yearSlip", "Năm không khớp", "Years differ"),
        ("severity", "error", "Sai chắc chắn", "Error"),
        ("field", "date", "Ngày ban hành", "Date"),
        ("dates", "2020-06-03; 2020-06-04", "03/06/2020; 04/06/2020", "3 Jun 2020; 4 Jun 2020"),
        ("loaded", "false", "Mới chỉ được dẫn, chưa nạp toàn văn", "Only cited, full text not loaded"),
        ("reason", "nothing.known", "nothing.known", "nothing.known"),
    ],
)
def test_what_the_vocabulary_names_is_told_in_words(kind: str, value: str, vi: str, en: str) -> None:
    column = Column("x", kind, "x", "x")  # type: ignore[arg-type]
    for lang, word in (("vi", vi), ("en", en)):
        assert readable(Table(("x",), ((value,),)), (column,), lang).rows == ((word,),)


def test_every_saved_question_names_its_columns_and_no_page_shows_an_address() -> None:
    for asked in questions().values():
        assert asked.columns, asked.name
        names = {column.name for column in asked.columns}
        assert all(column.of in names for column in asked.columns if column.kind == "iri"), asked.name


def test_where_words_are_chosen_all_of_them_are_offered() -> None:
    assert "Đã làm" in choices("status", "vi") and "Years differ" in choices("suspicion", "en")
    assert choices("number", "vi") == []
