"""The text layer of a PDF page → words with their places, in the order of the file (PDFium)."""

from __future__ import annotations

import ctypes
import unicodedata
from typing import Any

from loaders.formats.printed import Piece

SCALE = 20
"""Places are read in twentieths of a point."""

LIGATURES = {"\u00ad": "-", "\ufffe": "", "\ufffd": "", "\x02": "-"}
"""PDFium gives U+FFFE, or U+0002, for the hyphen at the end of a line."""

LETTERS = 200_000
"""Characters of one page; a page of fine print has 10,000."""


def pieces_of(page: Any) -> list[Piece]:
    """The words of the text layer."""
    import pypdfium2.raw as pdfium  # heavy, and only for PDF

    text = page.get_textpage()
    try:
        place = _Places(page, pdfium)
        count = min(pdfium.FPDFText_CountChars(text.raw), LETTERS)
        pieces: list[Piece] = []
        letters: list[str] = []
        box: list[float] = []
        for index in range(count):
            char = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
            char = LIGATURES.get(char, char)
            if char.isspace() or char == "\x00" or (char and unicodedata.category(char) == "Cc"):
                _close(pieces, letters, box)
                continue
            where = place.of(text.raw, index)
            if letters and _apart(box, where):
                _close(pieces, letters, box)
            letters.append(char)
            box[:] = where if not box else _around(box, where)
        _close(pieces, letters, box)
        return pieces
    finally:
        text.close()


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
