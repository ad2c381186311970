from __future__ import annotations

import io

import openpyxl

from graph.answers import Chain, Column, Table
from viz import sheets


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_text_is_never_a_formula_a_number_or_a_link() -> None:
    row = ("=HYPERLINK(1)", "+1", "0123", "https://example.org/")
    sheet = opened(sheets.table(Table(("a", "b", "c", "d"), (row,)))).active
    assert sheet is not None
    cells = next(iter(sheet.iter_rows(min_row=2)))
    assert tuple(cell.value for cell in cells) == row
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_the_header_is_frozen_and_filters() -> None:
    sheet = opened(sheets.table(Table(("số", "ngày"), (("1", None), ("2", "2020"))))).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet["B2"].value is None


def test_rows_are_as_high_as_their_words() -> None:
    sentence = "triển khai thực hiện " * 20
    sheet = opened(sheets.table(Table(("số", "câu"), (("1", sentence), ("2", "ngắn"), ("3", "x\n" * 200))))).active
    assert sheet is not None
    heights = [sheet.row_dimensions[number].height for number in (2, 3, 4)]
    assert heights[0] >= 15 * len(sentence) / sheets.WIDEST
    assert heights[1] is None, "as high as any row"
    assert sheets.TALLEST - 1 < heights[2] <= sheets.TALLEST


def test_addresses_stand_behind_what_is_printed() -> None:
    columns = (Column("document", "iri", "Địa chỉ", "Address", "label"), Column("label", "text", "Văn bản", "Document"))
    table = Table(("document", "label"), (("https://example.org/1", "Kế hoạch số 1"),))
    sheet = opened(sheets.table(table, "vi", columns)).active
    assert sheet is not None
    assert [cell.value for cell in next(sheet.iter_rows())] == ["Văn bản", "Địa chỉ"]
    assert str(sheet.print_area).endswith("$A$1:$A$2")


def test_a_chain_has_its_evidence_row_by_row(small_chain: Chain) -> None:
    book = opened(sheets.chain(small_chain))
    assert book.sheetnames == ["Quan hệ", "Văn bản"]
    rows = list(book["Quan hệ"].iter_rows(values_only=True))
    assert len(rows) == 1 + sum(len(edge.evidence) for edge in small_chain.edges)
    assert rows[1][4] == "triển khai thực hiện Nghị quyết số 52-NQ/TW"
    assert book["Văn bản"].max_row == 16
    assert opened(sheets.chain(small_chain, "en")).sheetnames == ["Relations", "Documents"]


def test_the_same_chain_gives_the_same_bytes(small_chain: Chain) -> None:
    assert sheets.chain(small_chain) == sheets.chain(small_chain)
    book = opened(sheets.chain(small_chain))
    assert book.properties.created is not None and book.properties.created.year == 1980


def test_what_a_workbook_cannot_hold_is_cut() -> None:
    sheet = opened(sheets.table(Table(("a",), (("x" * 40_000,), ("\x01y",))))).active
    assert sheet is not None
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A3"].value == "y"


def test_an_empty_table_is_a_workbook() -> None:
    assert opened(sheets.table(Table((), ()))).sheetnames == ["Kết quả"]
