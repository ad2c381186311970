"""Normal forms: what is made equal, what stays different, and that offsets survive."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.words import fold, letters, nfc, one_letter_apart, slug, tone

SYLLABLES = [
    "hòa",
    "hoà",
    "thủy",
    "thuỷ",
    "Uỷ",
    "quý",
    "quỳnh",
    "khỏe",
    "khoẻ",
    "loài",
    "giá",
    "gì",
    "tuyển",
    "đặc",
    "Ðà",
]
vietnamese = st.lists(st.sampled_from(SYLLABLES), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("late", "early"),
    [
        ("hoà", "hòa"),
        ("Hoà Bình", "Hòa Bình"),
        ("HOÀ", "HÒA"),
        ("thuỷ lợi", "thủy lợi"),
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("khoẻ", "khỏe"),
        ("luỹ kế", "lũy kế"),
        ("xoá, hoá.", "xóa, hóa."),
    ],
)
def test_tone_moves_the_mark_of_open_syllables(late: str, early: str) -> None:
    assert tone(late) == early


@pytest.mark.parametrize("word", ["quý", "Quỳ", "giá", "gì", "hoàn", "huỳnh", "khuỷu", "ngoèo", "tuyến", "hòa", "QUÝ"])
def test_tone_leaves_other_syllables_alone(word: str) -> None:
    assert tone(word) == word


@given(st.text() | vietnamese)
def test_tone_keeps_the_length_of_nfc_text_and_is_idempotent(text: str) -> None:
    composed = nfc(text)
    assert len(tone(composed)) == len(composed)
    assert tone(tone(text)) == tone(text)
    assert fold(tone(text)) == fold(text)


@given(vietnamese)
def test_decomposed_text_reads_the_same(text: str) -> None:
    assert letters(unicodedata.normalize("NFD", text)) == letters(text)


def test_letters_ignores_what_readers_do_not_see() -> None:
    assert letters(" Uỷ\u00a0ban\u200b  nhân\u00addân\n") == "ủy ban nhândân"
    assert letters("BỘ Y TẾ") == letters("Bộ Y tế")
    assert letters("Đề án") != letters("Dự án")


@given(st.text())
def test_letters_is_idempotent(text: str) -> None:
    assert letters(letters(text)) == letters(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("30/2020/NĐ-CP", "30 2020 nd cp"),
        ("52-NQ/TW", "52 nq tw"),
        ("Bộ Văn hóa, Thể thao và Du lịch", "bo van hoa the thao va du lich"),
        ("66.14/2026/NQ-CP", "66 14 2026 nq cp"),
        ("BKH&CN", "bkh cn"),
        ("Ðắk Lắk", "dak lak"),
        ("", ""),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text())
def test_slug_is_plain_ascii_kebab(text: str) -> None:
    made = slug(text)
    assert made.isascii()
    assert made == made.strip("-").lower()
    assert "--" not in made
    assert slug(made) == made


def test_slug_of_a_ministry() -> None:
    assert slug("Khoa học và Công nghệ") == "khoa-hoc-va-cong-nghe"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("hanh", "banh", True),
        ("hoi", "hoii", True),
        ("hoii", "hoi", True),
        ("a", "", True),
        ("san", "sanh", True),
        ("hoi", "hoi", False),
        ("ab", "ba", False),
        ("dan", "hinh", False),
        ("abc", "a", False),
    ],
)
def test_one_letter_apart(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) is apart
    assert one_letter_apart(other, one) is apart
