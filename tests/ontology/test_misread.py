"""What recognition takes for what: each row in its own example, and nothing where the tables of codes do not prove it."""

from __future__ import annotations

import csv
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import misread
from ontology.register import known_documents


def rows(name: str) -> list[dict[str, str]]:
    text = resources.files("ontology").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("row", rows("misread_signs.csv"), ids=lambda row: row["example"])
def test_each_sign_in_its_example(row: dict[str, str]) -> None:
    assert row["read"] in row["example"]
    assert misread.mended_number(row["example"]) == row["repaired"]
    assert misread.mended_number(f"({row['example']});") == f"({row['repaired']});"


def test_what_is_known_stays() -> None:
    assert known_documents()
    for document in known_documents():
        number = document.number.replace(" ", "")
        assert misread.mended_number(number) == number


@pytest.mark.parametrize(
    "word",
    [
        "5282/BTNMT-QHPTTNĐ",  # a letter: units behind the body are in no table
        "01/TTr-SCT",
        "30a/2008/NQ-CP",
        "12/GP-BTNMT",
        "05/2000/QH10",
        "12/SL-QH9",
        "7/QH5",
        "26/QĐ-XPVPHC",
        "52-NQ/TW",
        "3/6/2020",
        "24/7",
        "I/QĐ-TTg",
        "Il",
        "km/h",
        "và/hoặc",
        "1/4-NVD",
    ],
)
def test_what_nothing_proves_stays(word: str) -> None:
    assert misread.mended_number(word) == word


@given(st.text("0O1lI/QĐTgNCPHB-. ", max_size=24))
def test_mending_mends_once(word: str) -> None:
    once = misread.mended_number(word)
    assert misread.mended_number(once) == once


@pytest.mark.parametrize("row", rows("set_phrases.csv"), ids=lambda row: row["phrase"])
def test_each_phrase_in_its_example(row: dict[str, str]) -> None:
    words = row["example"].split()
    mended = misread.mended_phrases(words)
    assert mended
    written = " ".join(mended.get(at, word) for at, word in enumerate(words))
    assert row["phrase"].lower() in written.lower()
    assert not misread.mended_phrases(written.split())


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("sửa đổi, L2 sung một số điều của Luật", "sửa đổi, bổ sung một số điều của Luật"),
        ("SỬA ĐÔI, BỔ SUNG MỘT SÔ ĐIỀU CỦA", "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA"),
        ("Sứa đổi, bổ sung một số điều của", "Sửa đổi, bổ sung một số điều của"),
        ("sửa đổi, bổ sung một số khoản của", "sửa đổi, bổ sung một số khoản của"),
        ("sửa đổi, L2 sưng một sô điểm của", "sửa đổi, L2 sưng một sô điểm của"),
        ("ủy ban nhân dân", "ủy ban nhân dân"),
    ],
)
def test_one_word_may_be_none(read: str, written: str) -> None:
    words = read.split()
    mended = misread.mended_phrases(words)
    assert " ".join(mended.get(at, word) for at, word in enumerate(words)) == written
