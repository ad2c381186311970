"""Characters with their places, in the order of the file → the words that they make."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from loaders.formats import turned
from loaders.formats.lines import Piece


class Glyph(NamedTuple):
    """A character as it is drawn; a blank that the file draws is one too. blank: parts words. raised: a small figure
    above the line."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    blank: bool
    raised: bool = False


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
        drawn = not is_generated(glyph)
        if drawn and last is not None and not _on_one_line(last, glyph):
            yield _in_order(line)
            line = []
        line.append(glyph)
        if drawn and not glyph.blank:
            last = glyph
    yield _in_order(line)


def is_generated(glyph: Glyph) -> bool:
    return glyph.left == GENERATED[0] and glyph.top == GENERATED[1]


def _on_one_line(last: Glyph, glyph: Glyph) -> bool:
    height = max(1.0, min(last.bottom - last.top, glyph.bottom - glyph.top))
    return min(last.bottom, glyph.bottom) - max(last.top, glyph.top) > 0.4 * height


def _in_order(line: list[Glyph]) -> list[Glyph]:
    drawn = [glyph for glyph in line if not is_generated(glyph)]
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
    word = _Word()
    usual: float | None = None
    cut = False
    for glyph in line:
        if glyph.blank:
            if glyph.char in BREAKS and is_generated(glyph):
                cut = True
            else:
                word.close(pieces)
            continue
        where = (glyph.left, glyph.top, glyph.right, glyph.bottom)
        if glyph.raised:
            word.mark(glyph.char, where)
            cut = False
            continue
        if word.letters or word.raised:
            box = word.box
            room = (where[0] - box[2]) / max(box[3] - box[1], 1.0)
            if room > SOME:
                usual = _usual(line) if usual is None else usual
                near = cut or (glyph.char.isupper() and word.small())
                if room > (LITTLE_ROOM if near else ROOM) + (0.0 if cut and usual > ROOM else usual):
                    word.close(pieces)
            if word.box and _apart(word.box, where):
                word.close(pieces)
        cut = False
        word.add(glyph.char, where)
    word.close(pieces)
    return pieces


POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MEASURED = re.compile(r"(?:(?<![^\W\d_])[cdkm]?m|(?<![0-9])10)$")
"""What a raised figure is the power of: m², km², 10³. Behind anything else it is the mark of a note."""

DEGREE = "0"
"""What is raised so where the sign of degrees is missing: "20⁰C"."""


def raised(figures: str, before: str) -> str:
    """Figures above the line behind these letters: a power, or the mark of a note ("[5]")."""
    if figures == DEGREE or MEASURED.search(before):
        return figures.translate(POWERS)
    return figures if before.endswith("(") else f"[{figures}]"  # "(2)", as forms have it, is a mark as it stands


class _Word:
    """The letters of a word that have come, and the box around them. raised: figures above the line that end it."""

    __slots__ = ("box", "letters", "raised")

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.raised: list[str] = []
        self.box: list[float] = []

    def small(self) -> bool:
        return bool(self.letters) and self.letters[-1].islower()

    def add(self, char: str, where: turned.Rectangle) -> None:
        if self.raised:
            self._settle()
        self.letters.append(char)
        self._grow(where)

    def mark(self, char: str, where: turned.Rectangle) -> None:
        self.raised.append(char)
        self._grow(where)

    def _grow(self, where: turned.Rectangle) -> None:
        box = self.box
        box[:] = where if not box else _around(box, where)

    def _settle(self) -> None:
        """The raised figures, as a power or as the mark of a note: "Luật Đầu tư[5]"."""
        self.letters.append(raised("".join(self.raised), "".join(self.letters)))
        self.raised = []

    def close(self, pieces: list[Piece]) -> None:
        """The word is over; it is put behind the others."""
        if self.raised:
            self._settle()
        word = unicodedata.normalize("NFC", "".join(self.letters))
        if word:
            pieces.append(Piece(word, *self.box))
        self.letters, self.box = [], []


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
