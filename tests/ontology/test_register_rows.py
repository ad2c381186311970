"""What rows of official lists say, and every row of the register that ships with the product."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest

from ontology.identity import parse_path
from ontology.issuer_names import from_text
from ontology.numbers import format_number, parse_symbol
from ontology.register import RowError, columns_of, date_of, known_works, work_of
from ontology.rows import KnownDocument
from ontology.tables import known_documents, register_columns
from ontology.typed_numbers import parse_number
from ontology.words import fold


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (["number", "type", "date", "issuer", "title"], {"number": 0, "type": 1, "date": 2, "issuer": 3, "title": 4}),
        (
            ["STT", "SỐ, KÝ HIỆU", "Ngày ban hành (dd/mm/yyyy)", "Cơ quan ban hành", "Trích yếu:"],
            {"number": 1, "date": 2, "issuer": 3, "title": 4},
        ),
        (["So ky hieu", "Ngay co hieu luc", "Tinh trang hieu luc"], {"number": 0, "effective": 1, "status": 2}),
        (["Số ký hiệu", "Số hiệu"], {"number": 0}),
        (["Họ tên", "Điện thoại"], {}),
    ],
)
def test_columns_are_found_by_their_headers(header: list[str], columns: dict[str, int]) -> None:
    assert columns_of(header) == columns


def test_no_header_means_two_fields() -> None:
    meant: dict[str, set[str]] = {}
    for row in register_columns():
        meant.setdefault(fold(row.name), set()).add(row.field)
    assert all(len(fields) == 1 for fields in meant.values())


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("", None),
        ("2020-03-05", "2020-03-05"),
        ("2020-03-05 00:00:00", "2020-03-05"),
        ("5/3/2020", "2020-03-05"),
        ("05-03-2020", "2020-03-05"),
        ("05.03.2020", "2020-03-05"),
        ("ngày 5 tháng 3 năm 2020", "2020-03-05"),
        ("ngày 05/3/2020", "2020-03-05"),
        ("11/2022", "2022-11"),
        ("2022", "2022"),
    ],
)
def test_days_as_lists_print_them(cell: str, day: str | None) -> None:
    assert date_of(cell, "date") == day


@pytest.mark.parametrize("cell", ["31/02/2020", "2024-12-32", "hôm qua", "13/2020", "5/3/20"])
def test_a_day_of_no_calendar_is_refused(cell: str) -> None:
    with pytest.raises(RowError) as caught:
        date_of(cell, "effective")
    assert caught.value.reason == "effective"


@pytest.mark.parametrize(
    ("cells", "path"),
    [
        ({"number": "1322/QĐ-TTg", "date": "31/8/2020"}, "doc/ttg/quyet-dinh/2020/1322"),
        ({"number": "30/2020/NĐ-CP", "issuer": "Bộ Nội vụ"}, "doc/cp/nghi-dinh/2020/30"),
        ({"number": "29/2013/QH13", "type": "LUẬT", "issuer": "Quốc hội"}, "doc/qh/luat/qh13/29"),
        (
            {"number": "7/CT-UBND", "date": "2015-01-22", "place": "Bình Dương"},
            "doc/ubnd.74-binh-duong/chi-thi/2015/7",
        ),
        (
            {"number": "11/QĐ-UBND", "type": "Quyết định của Chủ tịch UBND tỉnh", "issuer": "UBND tỉnh Sơn La"},
            "doc/ubnd.14-son-la/quyet-dinh/_/11",
        ),
        ({"number": "8/2014/TTLT-BTC-BGDĐT", "issuer": "Bộ Giáo dục và Đào tạo và Bộ Tài chính"}, None),
        ({"number": "04/2020/TT-BTC", "issuer": "Bộ Tài", "place": "central"}, "doc/btc/thong-tu/2020/4"),
    ],
)
def test_a_row_becomes_a_document(cells: dict[str, str], path: str | None) -> None:
    work = work_of(cells)
    assert work.id == (path or f"doc/btc/{work.id.split('/')[2]}/2014/8")
    assert parse_path(work.id) is not None


def test_bodies_of_a_joint_circular_are_all_named() -> None:
    work = work_of({"number": "8/2014/TTLT-BTC-BGDĐT", "issuer": "Bộ Giáo dục và Đào tạo và Bộ Tài chính"})
    assert work.issuer is not None
    assert (work.issuer.name, work.issuer.key) == ("Bộ Giáo dục và Đào tạo và Bộ Tài chính", "btc")


@pytest.mark.parametrize("number", ["", "07/2018", "không số"])
def test_a_row_without_a_number_states_nothing(number: str) -> None:
    with pytest.raises(RowError) as caught:
        work_of({"number": number, "title": "Về việc gì đó"})
    assert caught.value.reason == "number"


# --- the register that ships with the product


@pytest.mark.parametrize("row", known_documents(), ids=lambda row: f"{row.number} {row.date}")
def test_row_is_sound(row: KnownDocument) -> None:
    parts = parse_number(row.number)
    assert parts is not None
    assert format_number(parts.number, parts.year, parts.symbol) == row.number
    symbol = parse_symbol(parts.symbol, row.type)
    assert symbol is not None
    assert symbol.term or parts.year == row.date[:4]
    assert datetime.date(1945, 9, 2) <= datetime.date.fromisoformat(row.date) <= datetime.date(2026, 12, 31)
    issuer = from_text(row.issuer, None, row.date)
    assert issuer is not None
    assert issuer[1] == len(row.issuer)
    assert not issuer[0].key.startswith("x.")
    assert row.title == " ".join(row.title.split()).strip()
    assert row.title and row.title[0] not in ".,;:)"


def test_no_document_is_in_it_twice() -> None:
    assert Counter(row.number + row.type for row in known_documents()).most_common(1)[0][1] == 1
    assert len(known_works()) == len(known_documents()) <= 1_500


def test_the_issuer_of_a_joint_circular_is_one_of_its_bodies() -> None:
    """A list that cut its rows wrong prints the title of another document where the issuer stands."""
    work = work_of({"number": "12/2016/TTLT-BLĐTBXH-BTC", "issuer": "Thủ tướng Chính phủ về chính sách nội trú"})
    assert work.issuer is not None
    assert (work.issuer.name, work.issuer.key) == ("Bộ Lao động - Thương binh và Xã hội và Bộ Tài chính", "bldtbxh")
