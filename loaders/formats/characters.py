"""The characters of a PDF page as PDFium gives them, with their places as the page is shown → its words."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from loaders.formats import turned
from loaders.formats.glyphs import GENERATED, Glyph, baselines, is_generated, words_of
from loaders.formats.lines import Line, Piece, lines_of
from loaders.formats.shown import Shown

LIGATURES = {"\u00ad": "-", "\ufffe": "", "\ufffd": "", "\x02": "-"}
"""PDFium gives U+FFFE, or U+0002, for the hyphen at the end of a line."""

LETTERS = 200_000
"""Characters of one page; a page of fine print has 10,000."""


@dataclass(slots=True)
class Words:
    """The words of a page. turned: the direction in which they run, degrees clockwise; their places are those of the
    page turned until they are upright. across: lines that run otherwise, where they stand on the page."""

    pieces: list[Piece] = field(default_factory=list)
    turned: int = 0
    across: list[Line] = field(default_factory=list)


def words_on(page: Any, *, every: bool = False) -> Words:
    """The words of the text layer. every: each letter is asked for its direction, also where most run to the right."""
    import pypdfium2.raw as pdfium  # heavy, and only for PDF

    text = page.get_textpage()
    try:
        count = min(pdfium.FPDFText_CountChars(text.raw), LETTERS)
        letters = _Letters(page, text.raw, pdfium)
        direction = letters.direction(count)
        if not direction and not every:
            return Words(_pieces(letters.drawn(range(count))))
        ways: dict[int, list[int]] = {direction: []}
        for index in range(count):
            ways.setdefault(letters.way(index), []).append(index)
        size = page.get_width(), page.get_height()
        words = Words(_upright(letters.drawn(ways.pop(direction)), direction, size), direction)
        for way in sorted(ways):
            for line in lines_of(_upright(letters.drawn(ways[way]), way, size)):
                words.across.append(Line(tuple(_printed(piece, way, size) for piece in line.pieces)))
        return words
    finally:
        text.close()


def words_beyond(page: Any, before: frozenset[Drawn]) -> list[Piece]:
    """The words of characters that were not drawn before."""
    return _pieces(glyph for glyph in _glyphs(page) if is_generated(glyph) or _drawn(glyph) not in before)


def all_drawn(page: Any) -> frozenset[Drawn]:
    """The characters of a page with their places."""
    return frozenset(map(_drawn, _glyphs(page)))


Drawn = tuple[str, int, int]
"""A character, and where it stands to the point."""


def _drawn(glyph: Glyph) -> Drawn:
    return glyph.char, round(glyph.left), round(glyph.top)


def _glyphs(page: Any) -> list[Glyph]:
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    try:
        letters = _Letters(page, text.raw, pdfium)
        return list(letters.drawn(range(min(letters.count, LETTERS))))
    finally:
        text.close()


def _pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    pieces: list[Piece] = []
    for line in baselines(glyphs):
        pieces += words_of(line)
    return pieces


def _upright(glyphs: Iterable[Glyph], way: int, size: tuple[float, float]) -> list[Piece]:
    """The words of letters that run one way. PDFium's own blanks are left out of turned text: it sees the end of a line
    at each change of the font."""
    if not way:
        return _pieces(glyphs)
    return _pieces(
        Glyph(each.char, *turned.upright(each[1:5], way, *size), each.blank, each.raised)
        for each in glyphs
        if not is_generated(each)
    )


def _printed(piece: Piece, way: int, size: tuple[float, float]) -> Piece:
    box = piece.left, piece.top, piece.right, piece.bottom
    return Piece(piece.text, *turned.printed(box, way, *size))


SAMPLE = 64
"""Letters of a page that are asked for their direction."""


DIGITS = frozenset("0123456789")
SMALLER = 0.85
RAISED = 0.15
"""Size of a raised figure, and how far its foot stands above that of the letter beside it, in sizes of that letter:
Word raises by a third what it makes two thirds as large."""

AHEAD = 6
"""Characters in which the letter behind a mark is looked for."""


class _Letters:
    """What PDFium says of the characters of a page."""

    def __init__(self, page: Any, text: Any, pdfium: Any) -> None:
        self.text, self.pdfium = text, pdfium
        self.matrix = pdfium.FS_MATRIX()
        self.count = pdfium.FPDFText_CountChars(text)
        self.rotation = page.get_rotation()
        self.place = _Places(page, text, pdfium)

    def direction(self, count: int) -> int:
        """The direction in which the page's letters run as it is shown."""
        sample = range(0, count, max(1, count // SAMPLE))
        return turned.direction(self.angle(index) for index in sample if not self._is_blank(index))

    def angle(self, index: int) -> float:
        """Degrees clockwise."""
        return math.degrees(self.pdfium.FPDFText_GetCharAngle(self.text, index)) + float(self.rotation)

    def way(self, index: int) -> int:
        return turned.quarter(self.angle(index))

    def _is_blank(self, index: int) -> bool:
        return not chr(self.pdfium.FPDFText_GetUnicode(self.text, index)).strip()

    def drawn(self, indices: Iterable[int]) -> Iterator[Glyph]:
        """The characters, in this order."""
        unicode_of, added = self.pdfium.FPDFText_GetUnicode, self.pdfium.FPDFText_IsGenerated
        text, place = self.text, self.place.of
        letter = -1
        for index in indices:
            char = chr(unicode_of(text, index))
            char = self._whole(char, index) if "\ud800" <= char < "\ue000" else LIGATURES.get(char, char)
            if not char:
                continue
            blank = not char.strip() or unicodedata.category(char) == "Cc"
            if blank and added(text, index) == 1:
                yield Glyph(char, *GENERATED, True)
            else:
                raised = char in DIGITS and self._is_raised(index, letter)
                yield Glyph(char, *place(index), blank, raised)
                letter = letter if blank or char in DIGITS else index

    def _whole(self, half: str, index: int) -> str:
        """PDFium gives a letter beyond 16 bits (of a formula, an emblem) as two halves, one after the other: the
        letter for the first, nothing for the second."""
        if half >= "\udc00" or index + 1 >= self.count:
            return ""
        other = chr(self.pdfium.FPDFText_GetUnicode(self.text, index + 1))
        whole = "\udc00" <= other < "\ue000"
        return (half + other).encode("utf-16", "surrogatepass").decode("utf-16") if whole else ""

    def _is_raised(self, index: int, letter: int) -> bool:
        """Is a figure smaller than a letter beside it, and its foot above the foot of that? letter: the last one before
        it; of a note that opens with its mark it is the next one. Boxes do not tell: each font has its own."""
        return self._is_above(index, letter) or self._is_above(index, self._next_letter(index))

    def _next_letter(self, index: int) -> int:
        for at in range(index + 1, min(index + AHEAD, self.count)):
            if chr(self.pdfium.FPDFText_GetUnicode(self.text, at)).isalpha():
                return at
        return -1

    def _is_above(self, index: int, letter: int) -> bool:
        if letter < 0:
            return False
        whole = self._size(letter)
        if self._size(index) > SMALLER * whole:
            return False
        way = turned.quarter(math.degrees(self.pdfium.FPDFText_GetCharAngle(self.text, letter)))
        above = self.place.foot(index, way) - self.place.foot(letter, way)
        return RAISED * whole < above < whole

    def _size(self, index: int) -> float:
        """Of the font, as it is drawn."""
        self.pdfium.FPDFText_GetMatrix(self.text, index, ctypes.byref(self.matrix))
        size = float(self.pdfium.FPDFText_GetFontSize(self.text, index))
        return size * math.hypot(self.matrix.c, self.matrix.d)


class _Places:
    """Rectangles of characters as the page is shown."""

    def __init__(self, page: Any, text: Any, pdfium: Any) -> None:
        self.text, self.box_of, self.origin_of = text, pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
        self.foot_x, self.foot_y = ctypes.c_double(), ctypes.c_double()
        self.rect = pdfium.FS_RECTF()
        self.pointer = ctypes.byref(self.rect)
        self.shown = Shown(page, pdfium)

    def of(self, index: int) -> turned.Rectangle:
        rect = self.rect
        self.box_of(self.text, index, self.pointer)
        return self.shown.box(rect.left, rect.top, rect.right, rect.bottom)

    def foot(self, index: int, way: int) -> float:
        """How far a character stands up from the others, in the direction that is up for letters that run this way on
        the page, before that is turned."""
        self.origin_of(self.text, index, ctypes.byref(self.foot_x), ctypes.byref(self.foot_y))
        x, y = float(self.foot_x.value), float(self.foot_y.value)
        return {0: y, turned.RIGHT: x, turned.HALF: -y}.get(way, -x)
