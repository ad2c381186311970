"""Words where they stand on pages → the text as it is read, and the way back (`ontology.origin`).

Words come line by line in the order in which the file (or the recognition) gives them: of a table, one cell after the
other. A line is cut where a gap stands in it. What follows further down goes on in its column; what jumps to the right
of it is the next cell of a row; the rest begins anew. Lines that reach the right margin go on in the next line: a
paragraph becomes one line of text. Page numbers and what repeats at the rim of the pages are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from loaders.formats import turned
from loaders.formats.limits import TEXT
from loaders.formats.turned import HALF
from ontology.errors import SourceError
from ontology.origin import Box, Origin, Page, Word


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, with its rectangle in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """Words beside each other, without a wide gap between them."""

    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @cached_property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @cached_property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.pieces)

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def beside(self, other: Line) -> bool:
        """On one baseline: they share more than half of the lower one's height."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > 0.5 * min(self.height, other.height)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before its text is put together, and its size as it is shown. mended: what was set right in a recognised
    page, read → written. turned: the direction in which the lines run (`turned`); their places are those of the page
    turned until they are upright. across: lines that stand as the page does where the others are turned."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    confidence: float | None = None
    mended: tuple[str, ...] = ()
    turned: int = 0
    across: tuple[Line, ...] = ()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page once its lines are upright."""
        aside = self.turned % HALF != 0
        return (self.height, self.width) if aside else (self.width, self.height)


GAP = 1.3
"""Gap between two words of a line, in heights of the line, from which on it parts columns; justified lines stay
below 1."""


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Words in the order of the file → lines: a word goes on the line while it stands to the right, on its baseline."""
    lines: list[Line] = []
    open_: list[Piece] = []
    for piece in pieces:
        if open_ and not _goes_on(open_[-1], piece):
            lines.append(Line(tuple(open_)))
            open_ = []
        open_.append(piece)
    if open_:
        lines.append(Line(tuple(open_)))
    return lines


def _goes_on(last: Piece, piece: Piece) -> bool:
    height = max(last.bottom - last.top, 1.0)
    shared = min(last.bottom, piece.bottom) - max(last.top, piece.top)
    if shared < 0.4 * min(height, max(piece.bottom - piece.top, 1.0)):
        return False
    return -0.3 * height <= piece.left - last.right <= GAP * height


# --- columns and rows


@dataclass(slots=True)
class Column:
    """Lines below each other: a cell, or the body of a page."""

    lines: list[Line] = field(default_factory=list)

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        return self.lines[0].top


Row = list[Column]
"""Columns beside each other; most rows of a page have one."""


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Lines in the order of the file → rows of columns."""
    rows: list[Row] = []
    for line in lines:
        if not rows:
            rows.append([Column([line])])
            continue
        row = rows[-1]
        column = row[-1]
        last = column.lines[-1]
        wall = max((before.right for before in row[:-1]), default=float("-inf"))
        if last.beside(line) and line.left >= last.right:
            _next_cell(rows, line)
        elif line.middle > last.middle and line.left >= wall - 1:
            column.lines.append(line)
        elif line.middle < last.top and line.left >= _right_below(column, line):
            _next_cell(rows, line)
        else:
            rows.append([Column([line])])
    return rows


def _right_below(column: Column, line: Line) -> float:
    """The right end of the lines of a column that stand at or below the height of `line`."""
    return max((each.right for each in column.lines if each.middle >= line.top - 1), default=float("inf"))


def _next_cell(rows: list[Row], line: Line) -> None:
    """`line` opens the next cell of a row. The first cell is what the column above holds at its height."""
    row = rows[-1]
    if len(row) == 1:
        column = row[0]
        cut = len(column.lines)
        while cut and column.lines[cut - 1].middle >= line.top - 1 and column.lines[cut - 1].right <= line.left + 1:
            cut -= 1
        if 0 < cut < len(column.lines):
            first = Column(column.lines[cut:])
            del column.lines[cut:]
            rows.append([first])
            row = rows[-1]
    row.append(Column([line]))


# --- paragraphs


MARK = re.compile(r"(?:[-+*•–—]|\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|\(?[a-zđA-ZĐ][.)]|[IVXL]{1,6}[.)])$")
"""The first word of a line that opens a paragraph of its own."""

HEADINGS = frozenset({"Điều", "Chương", "Mục", "Phần", "Căn"})
"""First words that open one where the line above is over, or where a full stop follows their number ("Điều 4.")."""

ENDS = (".", ";", ":", "!", "?", "./.", "…")


def joins(line: Line, following: Line, left: float, right: float) -> bool:
    """Does the paragraph of `line` go on in the line below it? left, right: the margins of the column.

    It does where the first word of the next line would not have fitted, and that line is not set in. What stands in the
    right half alone is a signature or a date, line by line.
    """
    first = following.pieces[0]
    height = line.height
    if following.top - line.bottom > 1.1 * height or opens(following, line):
        return False
    room = right - line.right
    full = room < (first.right - first.left) + 0.35 * height
    if not full or line.text.rstrip('"”’)').endswith("./") or is_set_right(line, left, right):
        return False
    set_in = following.left - left
    if set_in <= 0.8 * height:
        return True
    hanging = MARK.match(line.pieces[0].text) is not None and abs(following.left - line.left) < 4 * height
    centred = abs((line.left + line.right) - (following.left + following.right)) < 2 * height
    titled = centred and not line.text.endswith(ENDS) and in_capitals(line) in (None, in_capitals(following))
    return hanging or titled or abs(following.left - line.left) < 2


def in_capitals(line: Line) -> bool | None:
    """Is a line a title in capitals? Below one the words "(Kèm theo Quyết định …)" are a line of their own. None for a
    line without letters ("2021 - 2025")."""
    return line.text.isupper() or (None if line.text.lower() == line.text.upper() else False)


ASIDE = 0.4
"""Share of the width of a column from which on a line begins in its right half."""


def is_set_right(line: Line, left: float, right: float) -> bool:
    """Does a line begin in the right half of its column?"""
    return line.left - left > ASIDE * (right - left)


def opens(line: Line, before: Line) -> bool:
    """Does `line` open a paragraph by its first word?"""
    first, *rest = line.pieces
    if first.text not in HEADINGS:
        return MARK.match(first.text) is not None
    return before.text.endswith(ENDS) or bool(rest and rest[0].text.endswith((".", ":")))


# --- the text


@dataclass(slots=True)
class _Text:
    name: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    words: list[Word] = field(default_factory=list)
    sheet: Sheet | None = None
    """The page, where its lines are turned on it."""

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        if self.length > TEXT:
            raise SourceError("source.too_large", name=self.name, limit=f"{TEXT:,}")

    def line(self, line: Line) -> None:
        """The words of a line, blanks between them."""
        top, bottom = line.top, line.bottom
        for number, piece in enumerate(line.pieces):
            if number:
                self.add(" ")
            where = piece.left, top, piece.right, bottom
            if self.sheet is not None:
                where = turned.printed(where, self.sheet.turned, self.sheet.width, self.sheet.height)
            self.words.append(Word(self.length, self.length + len(piece.text), Box(*map(round, where))))
            self.add(piece.text)


def put_together(sheets: Sequence[Sheet], name: str) -> tuple[str, Origin]:
    """The text of the pages, and where each word of it stands. Raises SourceError (source.too_large)."""
    text = _Text(name)
    pages: list[Page] = []
    before: tuple[Line, float, float] | None = None
    for sheet in sheets:
        rows = rows_of(sheet.lines)
        least = LEAST_RIGHT * sheet.size[0]
        left, right = _margins(sheet.lines) if sheet.lines else (0.0, 0.0)
        if pages:
            text.add("\n\n" if sheet.across else _between_pages(before, rows, left))
        start, text.words = text.length, []
        for line in sheet.across:
            text.line(line)
            text.add("\n\n")
        text.sheet = sheet if sheet.turned else None
        for number, row in enumerate(rows):
            if number:
                text.add("\n" if _is_row(row) and _is_row(rows[number - 1]) else "\n\n")
            _row(text, row, least)
        text.sheet = None
        size = round(sheet.width), round(sheet.height)
        pages.append(Page(sheet.number, start, *size, tuple(text.words), sheet.confidence))
        if rows:
            before = (rows[-1][-1].lines[-1], left, max(least, right)) if len(rows[-1]) == 1 else None
    text.add("\n" if text.length else "")
    return "".join(text.parts), Origin(tuple(pages))


def _between_pages(before: tuple[Line, float, float] | None, rows: list[Row], left: float) -> str:
    """A blank where a paragraph goes on over the page; else an empty line. left: the margin of the new page."""
    if before is None or not rows or len(rows[0]) > 1:
        return "\n\n"
    line, *margins = before
    first = rows[0][0].lines[0]
    if line.text.endswith(ENDS) or opens(first, line) or is_set_right(line, *margins):
        return "\n\n"
    full = margins[1] - line.right < (first.pieces[0].right - first.pieces[0].left) + 0.35 * line.height
    flush = first.left - left <= 0.8 * first.height
    return " " if (full and flush) or first.text[:1].islower() else "\n\n"


def _is_row(row: Row) -> bool:
    """A row of a table, whose cells belong on one line: three cells, or two that are one line each."""
    return len(row) > 2 or (len(row) == 2 and all(len(column.lines) == 1 for column in row))


LEAST_RIGHT = 0.8
"""Share of the page's width: no full line of its body ends before it (a right margin has 15 to 20 mm, NĐ 30/2020). A
page of nothing but short lines has no full one."""


def _row(text: _Text, row: Row, least_right: float) -> None:
    tight = _is_row(row)
    for number, column in enumerate(row):
        if number:
            text.add("\t" if tight else "\n\n")
        _column(text, column, tight=tight, beside=len(row) > 1, least_right=least_right)


LONG = 12
"""Lines from which on a column beside others is text; shorter ones are letterheads and signatures, line by line."""


def _column(text: _Text, column: Column, *, tight: bool, beside: bool, least_right: float) -> None:
    flows = not beside or len(column.lines) > LONG
    left, right = _margins(column.lines)
    right = right if beside else max(right, least_right)
    for number, line in enumerate(column.lines):
        if number:
            last = column.lines[number - 1]
            if tight or (flows and joins(last, line, left, right)):
                text.add(" ")
            else:
                text.add("\n\n" if line.top - last.bottom > 1.5 * last.height else "\n")
        text.line(line)


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Where the lines of a column begin and end; the right one is that of its fullest lines, outliers apart."""
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    return lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]


def sorted_lines(lines: Sequence[Line]) -> list[Line]:
    """From top to bottom, and from left to right: for files that give their lines in no order."""
    return sorted(lines, key=lambda line: (round(line.middle / max(line.height, 1.0)), line.left))


def is_disordered(lines: Sequence[Line]) -> bool:
    """More than a quarter of the lines jump back to the left and up: the file was written in another order than it is
    read."""
    back = sum(1 for line, after in pairwise(lines) if after.middle < line.top and after.left < line.right)
    return len(lines) > 8 and back > 0.25 * len(lines)
