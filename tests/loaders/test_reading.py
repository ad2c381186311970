"""The reading copy may change letters, never lose its way back to the printed text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text import reading
from ontology.records import Span

LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("Quyết định số 2289/QĐ-TTg, ngày hoà thuỷ Đ đ Ð ð *_\u00a0\u00ad\u200b–—\n\t"),
        st.characters(codec="utf-8"),
    ),
    max_size=200,
)


@given(LETTERS)
def test_each_position_leads_back_to_the_original(text: str) -> None:
    page = reading.read(text)
    assert len(page.low) == len(page.text)
    for position in range(len(page.text)):
        span = page.original(Span(position, position + 1))
        assert 0 <= span.start < span.end <= len(text)
        if page.pieces is None:
            assert span == Span(position, position + 1)


@given(st.sampled_from(["Quyết định", "Nghị quyết số 52-NQ/TW", "Uỷ ban nhân dân tỉnh Điện Biên"]), LETTERS)
def test_a_decomposed_word_is_found_where_it_was_printed(word: str, noise: str) -> None:
    printed = unicodedata.normalize("NFD", noise + word)
    page = reading.read(printed)
    found = page.text.rfind(unicodedata.normalize("NFC", word))
    if found >= 0:
        span = page.original(Span(found, found + len(word)))
        assert unicodedata.normalize("NFC", span.of(printed)) == unicodedata.normalize("NFC", word)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("QÐ-TTg", "QĐ-TTg"),
        ("QĐÐ/TW", "QĐ/TW"),
        ("12-NQ/ĐĐ", "12-NQ/ĐĐ"),
        ("TT-BTС", "TT-BTC"),
        ("Москва", "Москва"),
        ("số\u00a012\u200b/QĐ", "số 12/QĐ"),
        ("(gọi tắt là *Quyết định 2289*)", "(gọi tắt là Quyết định 2289)"),
        ("2021–2025", "2021-2025"),
        ("* mục đầu", "* mục đầu"),
    ],
)
def test_look_alikes_and_marks(printed: str, read: str) -> None:
    assert reading.read(printed).text == read


def test_a_repaired_letter_is_reported() -> None:
    page = reading.read("Quyết định số 5/QÐ-UBND và Thông tư 7/TT-BTС")
    assert [span.start for span in page.repaired] == [17, 36]


def test_clean_text_costs_no_map() -> None:
    page = reading.read("Kế hoạch hoà nhập")
    assert page.pieces is None
    assert page.low == "kế hoạch hòa nhập"


@pytest.mark.parametrize("blank", [" ", "\t", "\n", " \n", "\u00a0"])
def test_vast_blanks_are_cut_in_the_middle_and_led_back(blank: str) -> None:
    text = "Quyết định" + blank * 9000 + "số 5/QĐ-TTg"
    page = reading.read(text)
    assert len(page.text) < 200
    start = page.text.index("số 5")
    assert page.original(Span(start, start + 4)).of(text) == "số 5"
    assert page.original(Span(0, 10)).of(text) == "Quyết định"


def test_the_end_of_a_line_between_vast_blanks_stays() -> None:
    page = reading.read("UBND TỈNH" + " " * 300 + "\n" + " " * 300 + "CỘNG HÒA\n" + "\n" * 40 + "QUYẾT ĐỊNH")
    assert page.text.split() == ["UBND", "TỈNH", "CỘNG", "HÒA", "QUYẾT", "ĐỊNH"]
    assert page.text.count("\n", 0, page.text.index("CỘNG")) == 1
    assert page.text.count("\n", page.text.index("CỘNG")) > 1
