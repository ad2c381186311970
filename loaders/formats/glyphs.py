"""The text layer of a PDF page → words with their places, in the order of the file (PDFium)."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from loaders.formats import turned
from loaders.formats.printed import Piece

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


@dataclass(slots=True)
class Words:
    """The words of a page. turned: the direction in which they run, degrees clockwise; their places are those of the
    page turned until they are upright. across: words that stand as the page does where the others are turned."""

    pieces: list[Piece] = field(default_factory=list)
    turned: int = 0
    across: list[Piece] = field(default_factory=list)


def words_on(page: Any) -> Words:
    """The words of the text layer."""
    import pypdfium2.raw as pdfium  # heavy, and only for PDF

    text = page.get_textpage()
    try:
        count = min(pdfium.FPDFText_CountChars(text.raw), LETTERS)
        letters = _Letters(page, text.raw, pdfium)
        direction = letters.direction(count)
        if not direction:
            return Words(_pieces(letters.drawn(range(count))))
        ways: dict[int, list[int]] = {0: [], direction: []}
        for index in range(count):
            way = letters.way(index)
            ways[way if way in ways else 0].append(index)
        size = page.get_width(), page.get_height()
        run = [_upright(glyph, direction, size) for glyph in letters.drawn(ways[direction]) if not _is_generated(glyph)]
        return Words(_pieces(run), direction, _pieces(letters.drawn(ways[0])))
    finally:
        text.close()


def _pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    pieces: list[Piece] = []
    for line in baselines(glyphs):
        pieces += words_of(line)
    return pieces


def _upright(glyph: Glyph, direction: int, size: tuple[float, float]) -> Glyph:
    """PDFium's own blanks are left out of turned text: it sees the end of a line at each change of the font."""
    box = glyph.left, glyph.top, glyph.right, glyph.bottom
    return Glyph(glyph.char, *turned.upright(box, direction, *size), glyph.blank)


SAMPLE = 64
"""Letters of a page that are asked for their direction."""


class _Letters:
    """What PDFium says of the characters of a page."""

    def __init__(self, page: Any, text: Any, pdfium: Any) -> None:
        self.text, self.pdfium = text, pdfium
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
        unicode_of, is_generated = self.pdfium.FPDFText_GetUnicode, self.pdfium.FPDFText_IsGenerated
        text, place = self.text, self.place.of
        for index in indices:
            char = chr(unicode_of(text, index))
            char = LIGATURES.get(char, char)
            if not char:
                continue
            blank = not char.strip() or unicodedata.category(char) == "Cc"
            if blank and is_generated(text, index) == 1:
                yield Glyph(char, *GENERATED, True)
            else:
                yield Glyph(char, *place(index), blank)


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
        drawn = not _is_generated(glyph)
        if drawn and last is not None and not _on_one_line(last, glyph):
            yield _in_order(line)
            line = []
        line.append(glyph)
        if drawn and not glyph.blank:
            last = glyph
    yield _in_order(line)


def _is_generated(glyph: Glyph) -> bool:
    return glyph.left == GENERATED[0] and glyph.top == GENERATED[1]


def _on_one_line(last: Glyph, glyph: Glyph) -> bool:
    height = max(1.0, min(last.bottom - last.top, glyph.bottom - glyph.top))
    return min(last.bottom, glyph.bottom) - max(last.top, glyph.top) > 0.4 * height


def _in_order(line: list[Glyph]) -> list[Glyph]:
    drawn = [glyph for glyph in line if not _is_generated(glyph)]
    letters = [glyph for glyph in drawn if not glyph.blank]
    if all(after.left >= before.left - 0.3 * (before.bottom - before.top) for before, after in pairwise(letters)):
        return line
    spaced: list[Glyph] = []
    for glyph in sorted(drawn, key=lambda glyph: glyph.left):
        if spaced and _gap(spaced[-1], glyph):
            spaced.append(Glyph(" ", *GENERATED, True))
        spaced.append(glyph)
    return spaced


def _gap(before: Glyph, glyph: Glyph) -> bool:
    """Room for a blank that the file does not draw."""
    blank = before.blank or glyph.blank
    return not blank and glyph.left - before.right > 0.15 * (glyph.bottom - glyph.top)


ROOM = 0.15
LITTLE_ROOM = 0.1
"""Room between two letters, in heights of the line and beyond what is usual on it, in which a blank is missing. Less is
enough between a small letter and a capital ("Căn cứPháp lệnh"), and where PDFium breaks a line."""

BREAKS = "\r\n"
"""What PDFium adds where it sees a line end. On turned pages it sees one at each change of the font ("thương m ại"), so
that the room decides."""

SOME = 0.05
"""Room below which nothing is asked."""

FEW = 8
"""Letters of a line below which nothing is usual."""


def words_of(line: list[Glyph]) -> list[Piece]:
    """The words of a line: parted by blanks, and where a letter stands far behind the last one ("bởi Luật": some
    programs move the pen and draw no blank)."""
    pieces: list[Piece] = []
    letters: list[str] = []
    box: list[float] = []
    usual: float | None = None
    cut = False
    for glyph in line:
        if glyph.blank:
            if glyph.char in BREAKS and _is_generated(glyph):
                cut = True
            else:
                _close(pieces, letters, box)
            continue
        where = (glyph.left, glyph.top, glyph.right, glyph.bottom)
        if letters:
            room = (where[0] - box[2]) / max(box[3] - box[1], 1.0)
            if room > SOME:
                usual = _usual(line) if usual is None else usual
                near = cut or (glyph.char.isupper() and letters[-1].islower())
                if room > (LITTLE_ROOM if near else ROOM) + (0.0 if cut and usual > ROOM else usual):
                    _close(pieces, letters, box)
        if letters and _apart(box, where):
            _close(pieces, letters, box)
        cut = False
        letters.append(glyph.char)
        box[:] = where if not box else _around(box, where)
    _close(pieces, letters, box)
    return pieces


FINE = 1000
"""Parts of a point in which PDFium is asked where the corners of a page are shown: it answers in whole numbers."""


class _Places:
    """Rectangles of characters as the page is shown: turned and cropped."""

    def __init__(self, page: Any, text: Any, pdfium: Any) -> None:
        self.text, self.box_of = text, pdfium.FPDFText_GetLooseCharBox
        self.rect = pdfium.FS_RECTF()
        self.pointer = ctypes.byref(self.rect)
        size = max(1, round(page.get_width() * FINE)), max(1, round(page.get_height() * FINE))
        fine = size[0] / max(page.get_width(), 1 / FINE), size[1] / max(page.get_height(), 1 / FINE)
        x, y = ctypes.c_int(), ctypes.c_int()

        def shown(left: float, top: float) -> tuple[float, float]:
            pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, left, top, ctypes.byref(x), ctypes.byref(y))
            return x.value / fine[0], y.value / fine[1]

        # the way from the page to what is shown is a turn and a shift: three points tell it
        self.x, self.y = shown(0, 0)
        along, up = shown(FINE, 0), shown(0, FINE)
        self.right = (along[0] - self.x) / FINE, (along[1] - self.y) / FINE
        self.up = (up[0] - self.x) / FINE, (up[1] - self.y) / FINE

    def of(self, index: int) -> turned.Rectangle:
        self.box_of(self.text, index, self.pointer)
        left, top = self._shown(self.rect.left, self.rect.top)
        right, bottom = self._shown(self.rect.right, self.rect.bottom)
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.right[0] + y * self.up[0], self.y + x * self.right[1] + y * self.up[1]


def _usual(line: list[Glyph]) -> float:
    """The room between the letters of a line as it mostly is, in heights (letters spread over a heading stand apart);
    without end on a line of few letters."""
    room = [(b.left - a.right) / max(a.bottom - a.top, 1.0) for a, b in pairwise(line) if not (a.blank or b.blank)]
    return median(room) if len(room) >= FEW else math.inf


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
