"""`cancu load` of an official list: rows are counted, bad ones told with their line, pages mark what only it knows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
from click.testing import Result

from api.ingest import load
from api.reading import ROW_CODES, ROWS_TOLD
from api.settings import read
from graph.documents.overview import store_summary
from graph.documents.search import one
from graph.storage.location import open_store

Run = Callable[..., Result]

HEADER = "Số ký hiệu,Loại văn bản,Ngày ban hành,Cơ quan ban hành,Trích yếu\n"
LIST = (
    HEADER
    + "749/QĐ-TTg,Quyết định,3/6/2020,Thủ tướng Chính phủ,Chương trình chuyển đổi số\n"
    + "không có,Quyết định,3/6/2020,,\n"
    + "5/QĐ-TTg,Quyết định,40/6/2020,,\n"
    + "411/QĐ-TTg,Quyết định,31/3/2022,Thủ tướng Chính phủ,Chiến lược kinh tế số và xã hội số\n"
)


def listed(folder: Path, text: str = LIST) -> Path:
    path = folder / "danh-muc.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_is_loaded_and_bad_rows_are_told_with_their_line(cancu: Run, tmp_path: Path) -> None:
    done = cancu("load", listed(tmp_path), "--store", tmp_path / "store")
    assert done.exit_code == 0
    assert done.stdout == "1 đã nạp mới, 2 dòng danh mục, 2 dòng danh mục bỏ qua\n"
    told = done.stderr.splitlines()
    assert ["dòng 3" in told[0], "dòng 4" in told[1], len(told)] == [True, True, 2]
    again = cancu("load", listed(tmp_path), "--store", tmp_path / "store", "--json")
    assert json.loads(again.stdout)["unchanged"] == 1


def test_many_bad_rows_are_told_in_short(cancu: Run, tmp_path: Path) -> None:
    rows = "sai,,,,\n" * (ROWS_TOLD + 5)
    done = cancu("load", listed(tmp_path, LIST + rows), "--store", tmp_path / "store", "--lang", "en")
    assert len(done.stderr.splitlines()) == ROWS_TOLD + 1
    assert "7 more rows" in done.stderr


def test_a_table_that_is_no_register_is_refused_and_the_rest_goes_on(cancu: Run, papers: Path, tmp_path: Path) -> None:
    (papers / "danh-ba.csv").write_text("tên,máy\nAn,113\n", encoding="utf-8")
    done = cancu("load", papers, "--store", tmp_path / "store", "--lang", "en", "--json")
    summary = json.loads(done.stdout)
    assert done.exit_code == 3
    assert (summary["loaded"], [each["code"] for each in summary["failed"]]) == (2, ["register.header"])


def test_a_workbook_is_loaded(cancu: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Số ký hiệu", "Ngày ban hành"])
    book.worksheets[0].append(["749/QĐ-TTg", "3/6/2020"])
    book.save(tmp_path / "danh-muc.xlsx")
    done = cancu("load", tmp_path / "danh-muc.xlsx", "--store", tmp_path / "store", "--lang", "en")
    assert (done.exit_code, done.stdout) == (0, "1 loaded, 1 rows of registers\n")


def test_a_list_beside_the_papers_dates_what_they_cite(papers: Path, tmp_path: Path) -> None:
    (papers / "c.txt").write_text("Căn cứ Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ.\n", encoding="utf-8")
    store = open_store(tmp_path / "store")
    settings = read({}, jobs=1)
    load(store, [str(papers)], settings)
    assert one(store, "411/QĐ-TTg").date is None
    load(store, [str(listed(tmp_path))], settings)
    found = one(store, "411/QĐ-TTg")
    assert (found.date, found.registered) == ("2022-03-31", False)
    assert store_summary(store).registered == 0
    store.close()


def test_a_document_of_the_list_only_is_marked_in_lists(cancu: Run, tmp_path: Path) -> None:
    store = tmp_path / "store"
    cancu("load", listed(tmp_path), "--store", store)
    opened = open_store(store, read_only=True)
    found = one(opened, "749/QĐ-TTg")
    assert (found.registered, store_summary(opened).registered) == (True, 2)
    opened.close()


def test_extract_prints_the_documents_of_a_list(cancu: Run, tmp_path: Path) -> None:
    done = cancu("extract", listed(tmp_path))
    found = json.loads(done.stdout)
    assert [each["id"] for each in found["documents"]] == ["doc/ttg/quyet-dinh/2020/749", "doc/ttg/quyet-dinh/2022/411"]
    assert [each["reason"] for each in found["unresolved"]] == ["row-number", "row-date"]
    assert {each["reason"] for each in found["unresolved"]} <= set(ROW_CODES)
