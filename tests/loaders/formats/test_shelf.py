"""Pages put aside are the pages that were put there."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats import shelf
from loaders.formats.characters import _Letters
from loaders.formats.lines import Line, Piece, Sheet
from ontology.origin import Box, Word, Words

pieces = st.builds(Piece, st.text("aế1/ ", min_size=1), *[st.floats(0, 900) for _ in range(4)])
lines = st.lists(
    st.builds(Line, st.lists(pieces, min_size=1, max_size=3).map(tuple), st.none() | st.floats(0, 900)), max_size=3
).map(tuple)
sheets = st.builds(
    Sheet,
    st.integers(1, 9),
    st.just(595.0),
    st.just(842.5),
    lines,
    st.none() | st.floats(0, 1),
    st.lists(st.just("NÐ → NĐ"), max_size=2).map(tuple),
    st.sampled_from([0, 90, 180]),
    lines,
)


@given(st.lists(sheets, max_size=4))
def test_a_page_kept_as_bytes_comes_back_as_it_was(pages: list[Sheet]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "AT_HAND", 1)
        kept = shelf.Shelf(pages)
    assert list(kept) == list(kept) == pages
    assert len(kept) == len(pages)
    assert kept.mended == [each for page in pages for each in page.mended]
    assert list(kept.emptied()) == pages
    assert list(kept) == []


@given(st.lists(st.tuples(*[st.integers(-9, 2**40)] * 6), max_size=5), st.slices(5))
def test_words_are_what_was_put_there(numbers: list[tuple[int, ...]], part: slice) -> None:
    plain = tuple(Word(start, end, Box(*box)) for start, end, *box in numbers)
    words = Words(plain)
    assert words == plain
    assert tuple(words[part]) == plain[part]
    assert pickle.loads(pickle.dumps(words)) == words
    assert hash(words) == hash(Words(words))
    with pytest.raises(IndexError):
        words[len(plain)]


class _Halves:
    """PDFium as far as a letter in two halves goes."""

    def FPDFText_GetUnicode(self, text: list[int], index: int) -> int:
        return text[index]


@pytest.mark.parametrize(
    ("units", "read"), [([0xD835, 0xDC65, 0x61], "𝑥"), ([0xD835], ""), ([0xD835, 0x61], ""), ([0xDC65, 0x61], "")]
)
def test_a_letter_in_two_halves_is_one(units: list[int], read: str) -> None:
    letters = _Letters.__new__(_Letters)
    letters.text, letters.pdfium, letters.count = units, _Halves(), len(units)
    assert letters._whole(chr(units[0]), 0) == read
