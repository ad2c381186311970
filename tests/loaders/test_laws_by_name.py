"""A law that a text cites by its name alone is the act that bears the name: of the stated year, else the one in force."""

from __future__ import annotations

import pytest

from loaders.read import extract
from ontology.records import Source

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n-----\nSố: 12/KH-UBND\n\nSơn La, ngày {day}\n\nKẾ HOẠCH\nVề việc thử\n\n"


def _read(sentence: str, day: str = "05 tháng 3 năm 2025") -> tuple[str | None, str | None, str | None]:
    """The id of the only document, its number, and how it was decided."""
    found = extract(Source("a.txt", (HEAD.format(day=day) + sentence).encode(), "text/plain"))
    (work,) = found.works
    return work.id, work.number, work.decided.id if work.decided else None


@pytest.mark.parametrize(
    ("sentence", "path"),
    [
        ("Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;", "doc/qh/luat/qh13/50"),
        ("Căn cứ Luật Đất đai năm 2013;", "doc/qh/luat/qh13/45"),
        ("Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;", "doc/qh/luat/qh15/31"),
        ("Căn cứ Bộ luật Dân sự năm 2005;", "doc/qh/luat/qh11/33"),
    ],
)
def test_name_and_year_are_a_number(sentence: str, path: str) -> None:
    assert _read(sentence) == (path, path.rpartition("/")[2], "name.table")


def test_two_laws_of_one_name_and_year_stay_open() -> None:
    """65 and 72/2025/QH15, both on the organisation of local government; the day tells them apart."""
    bare = "Căn cứ Luật Tổ chức chính quyền địa phương {};"
    day = "05 tháng 3 năm 2026"
    assert _read(bare.format("năm 2025"), day) == ("doc/qh/luat/2025/to-chuc-chinh-quyen-dia-phuong", None, "name")
    assert _read(bare.format("ngày 16/6/2025"), day) == ("doc/qh/luat/qh15/72", "72", "name.table")


def test_a_year_in_which_no_act_of_the_name_was_passed_stays_open() -> None:
    assert _read("Căn cứ Luật Đất đai năm 2020;") == ("doc/qh/luat/2020/dat-dai", None, "name")


@pytest.mark.parametrize(
    ("day", "path"),
    [
        ("05 tháng 3 năm 2025", "doc/qh/luat/qh15/31"),
        ("05 tháng 3 năm 2024", None),  # passed in January, in force from August: nobody can tell
        ("05 tháng 3 năm 2016", "doc/qh/luat/qh13/45"),
        ("05 tháng 3 năm 1999", None),  # older than all that the table knows
    ],
)
def test_a_name_alone_is_the_law_in_force(day: str, path: str | None) -> None:
    found = _read("Căn cứ Luật Đất đai;", day)
    assert found[0] == (path or "doc/qh/luat/_/dat-dai")
    assert found[2] == ("name.inForce" if path else "name")


def test_the_only_act_of_a_name_is_meant_from_its_first_day() -> None:
    assert _read("Căn cứ Luật Địa chất và khoáng sản;", "05 tháng 3 năm 2025")[0] == "doc/qh/luat/qh15/54"
    assert _read("Căn cứ Luật Địa chất và khoáng sản;", "05 tháng 3 năm 2023")[0].endswith("/_/dia-chat-va-khoang-san")


def test_without_a_day_of_the_text_a_bare_name_stays_open() -> None:
    found = extract(Source("a.txt", "Theo Luật Đất đai thì phải làm.".encode(), "text/plain"))
    assert [work.id for work in found.works] == ["doc/qh/luat/_/dat-dai"]


def test_a_law_that_amends_another_has_the_number_of_the_register() -> None:
    sentence = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xây dựng ngày 17 tháng 6 năm 2020;"
    assert _read(sentence) == ("doc/qh/luat/qh14/62", "62", "name.table")


@pytest.mark.parametrize(
    ("year", "land", "safety"),
    [
        ("2023", "doc/qh/luat/_/dat-dai-sua-doi", "doc/qh/luat/_/an-toan-thuc-pham-sua-doi"),  # drafts
        ("2024", "doc/qh/luat/qh15/31", "doc/qh/luat/_/an-toan-thuc-pham-sua-doi"),  # passed in January
        ("2026", "doc/qh/luat/_/dat-dai-sua-doi", "doc/qh/luat/_/an-toan-thuc-pham-sua-doi"),  # the next draft
    ],
)
def test_a_law_to_be_revised_is_not_the_one_in_force(year: str, land: str, safety: str) -> None:
    head = f"Số: 15/BC-UBND\nSơn La, ngày 05 tháng 3 năm {year}\n\nBÁO CÁO\nKết quả công tác\n\n"
    body = "Góp ý Luật Đất đai (sửa đổi), Luật An toàn thực phẩm (sửa đổi). Thực hiện Luật An toàn thực phẩm."
    found = extract(Source("a.txt", (head + body).encode(), "text/plain"))
    assert [citation.work for citation in found.citations] == [land, safety, "doc/qh/luat/qh12/55"]
