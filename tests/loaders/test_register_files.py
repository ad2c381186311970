"""Official lists as files: found by their header, read row by row, bad rows kept with their place."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable

import openpyxl
import pytest

from loaders.read import extract
from loaders.tables import CSV, WORKBOOK
from ontology.errors import SourceError
from ontology.records import Entry, Extraction, Source

LIST = """DANH MỤC VĂN BẢN CỦA VĂN PHÒNG
,,
STT;Số ký hiệu;Ngày ban hành;Cơ quan ban hành;Trích yếu;Hiệu lực;Ngày có hiệu lực
1;1322/QĐ-TTg;31/8/2020;Thủ tướng Chính phủ;"Chương trình hỗ trợ
doanh nghiệp";Còn hiệu lực;1/9/2020
2;không số;1/1/2020;;;;
3;30/2020/NĐ-CP;32/3/2020;Chính phủ;Về công tác văn thư;;

4;15/2019/NĐ-CP;1/2/2019;Chính phủ;Một số điều;;30/2/2019
5;52-NQ/TW;27/9/2019;Bộ Chính trị;Chủ trương, chính sách;;
"""


def listed(text: str, place: str | None = None) -> Extraction:
    return extract(Source("danh-muc.csv", text.encode(), CSV), place)


def workbook(*sheets: Iterable[Iterable[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet()
        for row in sheet:
            page.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def facts(entry: Entry) -> tuple[int, str, str | None, str | None]:
    return entry.line, entry.work.id, entry.work.title, entry.effective


def test_a_csv_list_is_read_row_by_row() -> None:
    found = listed(LIST)
    assert found.register
    assert [facts(entry) for entry in found.entries] == [
        (4, "doc/ttg/quyet-dinh/2020/1322", "Chương trình hỗ trợ doanh nghiệp", "2020-09-01"),
        (10, "doc/tw/nghi-quyet/khoa-12/52", "Chủ trương, chính sách", None),
    ]
    assert [entry.status for entry in found.entries] == ["Còn hiệu lực", None]
    assert not (found.citations or found.works or found.statements)


def test_rows_stand_where_they_were_printed() -> None:
    found = listed(LIST)
    first, last = (entry.span.of(found.text) for entry in found.entries)
    assert first.startswith("1;1322/QĐ-TTg;") and first.endswith(";1/9/2020")
    assert last == "5;52-NQ/TW;27/9/2019;Bộ Chính trị;Chủ trương, chính sách;;"
    lines = LIST.replace("\n", "\r\n")
    assert [entry.span.of(lines) for entry in listed(lines).entries][1] == last


def test_bad_rows_are_kept_with_their_place_and_the_rest_goes_on() -> None:
    found = listed(LIST)
    told = [(each.reason, each.span.of(found.text).partition(";")[0]) for each in found.unresolved]
    assert told == [("row-number", "2"), ("row-date", "3"), ("row-effective", "4")]


def test_a_province_is_taken_from_the_row_then_from_the_setting() -> None:
    text = "Số hiệu,Tỉnh\n5/CT-UBND,Sơn La\n6/CT-UBND,\n"
    issuers = [entry.work.issuer for entry in listed(text, "Quảng Trị").entries]
    assert [issuer.key for issuer in issuers if issuer] == ["ubnd.14-son-la", "ubnd.45-quang-tri"]


def test_a_workbook_says_the_same_as_the_csv() -> None:
    rows: list[list[object]] = [
        ["Danh mục"],
        ["Số ký hiệu", "Loại văn bản", "Ngày ban hành", "Trích yếu"],
        ["1322/QĐ-TTg", "Quyết định", datetime.datetime(2020, 8, 31), "Hỗ trợ\ndoanh nghiệp"],
        [],
        [12, None, None, None],
    ]
    found = extract(Source("x.xlsx", workbook([["Ghi chú"]], rows), WORKBOOK))
    assert [(entry.line, entry.work.id, entry.work.date) for entry in found.entries] == [
        (3, "doc/ttg/quyet-dinh/2020/1322", "2020-08-31")
    ]
    assert found.entries[0].span.of(found.text) == "1322/QĐ-TTg\tQuyết định\t2020-08-31\tHỗ trợ doanh nghiệp"
    assert [each.reason for each in found.unresolved] == ["row-number"]
    assert found.text.splitlines()[2] == found.entries[0].span.of(found.text)


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (b"name,phone\nAn,113\n", CSV, "register.header"),
        ("Số ký hiệu\n1/QĐ-TTg\n".encode(), CSV, "register.header"),
        (b"", CSV, "source.empty"),
        (b"PK\x03\x04 not a workbook", WORKBOOK, "source.workbook"),
        (workbook([[]]), WORKBOOK, "source.empty"),
    ],
)
def test_other_tables_are_refused(data: bytes, media_type: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        extract(Source("bang", data, media_type))
    assert (caught.value.code, caught.value.details["name"]) == (code, "bang")


def test_the_same_list_is_read_the_same() -> None:
    assert listed(LIST) == listed(LIST)
