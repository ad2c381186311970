"""The text layer of a PDF page → words with their places, in the order of the file (PDFium)."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from loaders.formats.printed import Piece

SCALE = 20
"""Places are read in twentieths of a point."""

LIGATURES = {"\u00ad": "-", "\ufffe": "", "\ufffd": "", "\x02": "-"}
"""PDFium gives U+FFFE, or U+0002, for the hyphen at the end of a line."""

LETTERS = 200_000
"""Characters of one page; a page of fine print has 10,000."""


class Glyph(NamedTuple):
    """A character as it is drawn; a blank that the file draws is one too. blank: parts words."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    blank: bool


def pieces_of(page: Any) -> list[Piece]:
    """The words of the text layer."""
    pieces: list[Piece] = []
    for line in baselines(_glyphs(page)):
        pieces += words_of(line)
    return pieces


def _glyphs(page: Any) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium  # heavy, and only for PDF

    text = page.get_textpage()
    try:
        place = _Places(page, pdfium)
        for index in range(min(pdfium.FPDFText_CountChars(text.raw), LETTERS)):
            char = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
            char = LIGATURES.get(char, char)
            if not char:
                continue
            blank = not char.strip() or unicodedata.category(char[0]) == "Cc"
            if blank and pdfium.FPDFText_IsGenerated(text.raw, index) == 1:
                yield Glyph(char, *GENERATED, True)
            else:
                yield Glyph(char, *place.of(text.raw, index), blank)
    finally:
        text.close()


GENERATED = (-1.0, -1.0, -1.0, -1.0)
"""The place of a blank that PDFium adds where the file only leaves room: it parts words, and stands nowhere."""


def baselines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow each other in the file and stand on one line, in the order in which they are read.

    A file may draw the letters of one font, and then those that this font lacks from another (LibreOffice and Word do,
    for Vietnamese letters): such a line goes from left to right.
    """
    line: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        drawn = glyph.left != GENERATED[0] or glyph.top != GENERATED[1]
        if drawn and last is not None and not _on_one_line(last, glyph):
            yield _in_order(line)
            line = []
        line.append(glyph)
        if drawn and not glyph.blank:
            last = glyph
    yield _in_order(line)


def _on_one_line(last: Glyph, glyph: Glyph) -> bool:
    height = max(1.0, min(last.bottom - last.top, glyph.bottom - glyph.top))
    return min(last.bottom, glyph.bottom) - max(last.top, glyph.top) > 0.4 * height


def _in_order(line: list[Glyph]) -> list[Glyph]:
    drawn = [glyph for glyph in line if glyph.left != GENERATED[0] or glyph.top != GENERATED[1]]
    letters = [glyph for glyph in drawn if not glyph.blank]
    if all(after.left >= before.left - 0.3 * (before.bottom - before.top) for before, after in pairwise(letters)):
        return line
    spaced: list[Glyph] = []
    for glyph in sorted(drawn, key=lambda glyph: glyph.left):
        if (
            spaced
            and not glyph.blank
            and not spaced[-1].blank
            and glyph.left - spaced[-1].right > 0.15 * (glyph.bottom - glyph.top)
        ):
            spaced.append(Glyph(" ", *GENERATED, True))
        spaced.append(glyph)
    return spaced


def words_of(line: list[Glyph]) -> list[Piece]:
    """The words of a line: parted by blanks, and where a letter stands far behind the last one."""
    pieces: list[Piece] = []
    letters: list[str] = []
    box: list[float] = []
    for glyph in line:
        if glyph.blank:
            _close(pieces, letters, box)
            continue
        where = (glyph.left, glyph.top, glyph.right, glyph.bottom)
        if letters and _apart(box, where):
            _close(pieces, letters, box)
        letters.append(glyph.char)
        box[:] = where if not box else _around(box, where)
    _close(pieces, letters, box)
    return pieces


class _Places:
    """Rectangles of characters as the page is shown: turned and cropped."""

    def __init__(self, page: Any, pdfium: Any) -> None:
        self.page, self.pdfium = page, pdfium
        self.size = round(page.get_width() * SCALE), round(page.get_height() * SCALE)
        self.rect = pdfium.FS_RECTF()
        self.x, self.y = ctypes.c_int(), ctypes.c_int()

    def of(self, text: Any, index: int) -> tuple[float, float, float, float]:
        self.pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(self.rect))
        left, top = self._shown(self.rect.left, self.rect.top)
        right, bottom = self._shown(self.rect.right, self.rect.bottom)
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        size = (0, 0, *self.size, 0)
        self.pdfium.FPDF_PageToDevice(self.page.raw, *size, x, y, ctypes.byref(self.x), ctypes.byref(self.y))
        return self.x.value / SCALE, self.y.value / SCALE


def _around(box: list[float], other: tuple[float, float, float, float]) -> list[float]:
    return [min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])]


def _apart(box: list[float], where: tuple[float, float, float, float]) -> bool:
    """A letter that stands far behind the last one, or on another line, begins a word even where no blank is given."""
    height = max(box[3] - box[1], 1.0)
    shared = min(box[3], where[3]) - max(box[1], where[1])
    return where[0] - box[2] > 0.6 * height or where[0] < box[0] - 0.5 * height or shared < -0.2 * height


def _close(pieces: list[Piece], letters: list[str], box: list[float]) -> None:
    word = unicodedata.normalize("NFC", "".join(letters))
    if word:
        pieces.append(Piece(word, *box))
    letters.clear()
    box.clear()
