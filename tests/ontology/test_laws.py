"""Names of laws and the small word lists: every row well-formed, unique, and of use to its reader."""

import csv
import re
from importlib import resources

import pytest

from ontology.laws import by_number, called, initials, laws, official
from ontology.lexicon import phrases
from ontology.words import letters, nfc


def test_names_are_unique_composed_and_begin_with_a_capital() -> None:
    seen = [(law.type, letters(law.name)) for law in laws()]
    assert len(seen) == len(set(seen))
    for law in laws():
        assert law.name == nfc(law.name).strip()
        assert law.name[0].isupper()
        assert law.type in ("Luật", "Bộ luật", "Pháp lệnh")


def test_every_number_is_one_of_the_national_assembly() -> None:
    for number, law in by_number().items():
        assert re.fullmatch(r"\d+/\d{4}/(?:PL-)?(?:QH|UBTVQH)K?\d{1,2}", number), (number, law)
    for law in laws():
        for _, date in law.numbers:
            assert date is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", date)


@pytest.mark.parametrize(
    ("number", "name"),
    [("29/2013/QH13", "Khoa học và Công nghệ"), ("31/2024/QH15", "Đất đai"), ("59/2020/QH14", "Doanh nghiệp")],
)
def test_a_number_leads_to_its_name(number: str, name: str) -> None:
    assert letters(by_number()[number].name) == letters(name)


def test_initials_lead_to_the_names_they_can_mean() -> None:
    assert "Khoa học và Công nghệ" in {law.name for law in initials()["KHCN"]}


def test_each_list_of_the_lexicon_is_read_and_has_no_row_twice() -> None:
    text = resources.files("ontology").joinpath("data", "lexicon.csv").read_text(encoding="utf-8")
    rows = [(row["list"], letters(row["phrase"])) for row in csv.DictReader(text.splitlines())]
    assert len(rows) == len(set(rows))
    for name in {name for name, _ in rows}:
        assert phrases(name) == tuple(phrase for list_, phrase in rows if list_ == name)  # type: ignore[arg-type]


def test_no_law_bears_a_number_twice_or_under_two_names() -> None:
    numbers = [(law.type, number) for law in laws() for number, _ in law.numbers]
    assert len(numbers) == len(set(numbers))


def test_another_spelling_leads_to_the_official_name() -> None:
    assert official("Luật", "thuế GTGT") == "Thuế giá trị gia tăng"
    assert official("Luật", "Đo lường") == "Đo lường"
    known = {(law.type, letters(law.name)) for law in laws()}
    for law in laws():
        for name in law.also:
            assert official(law.type, name) == law.name
            assert (law.type, letters(name)) not in known


@pytest.mark.parametrize(
    ("type_", "title", "expected"),
    [
        ("Luật", "XÂY DỰNG", "Luật Xây dựng"),
        ("Luật", "Xây dựng", "Luật Xây dựng"),
        ("Luật", "Luật Đất đai năm 2024", "Luật Đất đai"),
        ("Luật", "Luật Xây dựng số 135/2025/QH15", "Luật Xây dựng"),
        ("Luật", "Luật sư", "Luật Luật sư"),
        ("Luật", "Luật Luật sư", "Luật Luật sư"),
        ("Luật", "Sửa đổi, bổ sung một số điều của 37 luật", "Luật sửa đổi, bổ sung một số điều của 37 luật"),
        ("Luật", "Luật sửa đổi Luật Nhà ở", "Luật sửa đổi Luật Nhà ở"),
        ("Bộ luật", "Bộ luật dân sự", "Bộ luật Dân sự"),
        ("Pháp lệnh", "ưu đãi người có công với cách mạng", "Pháp lệnh Ưu đãi người có công với cách mạng"),
        ("Luật", "Cây cối năm 2031", "Luật Cây cối"),
        ("Quyết định", "Về việc giao dự toán năm 2024", "Về việc giao dự toán năm 2024"),
    ],
)
def test_a_law_is_called_with_its_type_word_and_without_the_year(type_: str, title: str, expected: str) -> None:
    assert called(type_, title) == expected


@pytest.mark.parametrize(
    ("type_", "misread", "name"),
    [
        ("Luật", "Thi bành án dân sự", "Thi hành án dân sự"),
        ("Luật", "Bảo hiểm tiền Bửi", "Bảo hiểm tiền gửi"),
        ("Luật", "bảo hiểm xã hộii", "Bảo hiểm xã hội"),
        ("Luật", "Đắc đai", "Đắc đai"),  # two words are too few
        ("Luật", "Thi hành án dân sự", "Thi hành án dân sự"),
        ("Luật", "Thi hành án khanh sự", "Thi hành án khanh sự"),  # two letters from "hình sự"
        ("Luật", "Thi bành án dâm sự", "Thi bành án dâm sự"),
    ],
)
def test_a_name_misread_in_one_letter_is_the_law_of_the_table(type_: str, misread: str, name: str) -> None:
    assert official(type_, misread) == name
