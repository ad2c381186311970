"""Words where they stand on pages → the text as it is read, and the way back (`ontology.origin`).

Words come line by line in the order in which the file (or the recognition) gives them: of a table, one cell after the
other. A line is cut where a gap stands in it. What follows further down goes on in its column; what jumps to the right
of it is the next cell of a row; the rest begins anew. Lines that reach the right margin go on in the next line: a
paragraph becomes one line of text. Page numbers and what repeats at the rim of the pages are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.formats import turned
from loaders.formats.limits import TEXT
from loaders.formats.lines import Line, Sheet
from loaders.formats.paragraphs import ENDS, between, is_set_right, joins, opens
from ontology.errors import SourceError
from ontology.origin import Box, Origin, Page, Word, Words

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


def put_together(sheets: Iterable[Sheet], name: str) -> tuple[str, Origin]:
    """The text of the pages, and where each word of it stands. Raises SourceError (source.too_large)."""
    text = _Text(name)
    pages: list[Page] = []
    before: tuple[Line, float, float] | None = None
    for sheet in sheets:
        rows = rows_of(sheet.lines)
        width = sheet.size[0]
        page = Margins(MOST_LEFT * width, LEAST_RIGHT * width)
        left, right = page.around(sheet.lines)
        if pages:
            text.add("\n\n" if sheet.across else _between_pages(before, rows, left))
        start, text.words = text.length, []
        for line in sheet.across:
            text.line(line)
            text.add("\n\n")
        text.sheet = sheet if sheet.turned else None
        tight = _table_rows(rows)
        for number, row in enumerate(rows):
            if number:
                text.add("\n" if tight[number] and tight[number - 1] else "\n\n")
            _row(text, row, page, tight=tight[number])
        text.sheet = None
        size = round(sheet.width), round(sheet.height)
        pages.append(Page(sheet.number, start, *size, Words(text.words), sheet.confidence))
        if rows:
            before = (rows[-1][-1].lines[-1], left, right) if len(rows[-1]) == 1 else None
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
    return between(line, first) if (full and flush) or first.text[:1].islower() else "\n\n"


def _is_row(row: Row) -> bool:
    """A row of a table, whose cells belong on one line: three cells, or two that are one line each, or two that a ruled
    line parts."""
    if len(row) != 2:
        return len(row) > 2
    wall = row[1].lines[0].wall
    return all(len(column.lines) == 1 for column in row) or (wall is not None and wall > row[0].right - 1)


ALIGNED = 2.0
"""Points by which the cells of one column of a table begin elsewhere; the lines of a letterhead are centred."""

TABLE = 3
"""Rows below each other from which on two columns are a table, though a cell has several lines."""


def _table_rows(rows: Sequence[Row]) -> list[bool]:
    """Which rows are those of a table."""
    found = [_is_row(row) for row in rows]
    start = 0
    for number in range(1, len(rows) + 1):
        if number < len(rows) and _aligned(rows[number - 1], rows[number]):
            continue
        if number - start >= TABLE:
            found[start:number] = [True] * (number - start)
        start = number
    return found


def _aligned(row: Row, below: Row) -> bool:
    """Two columns each, that begin where those of the other row begin."""
    both = len(row) == len(below) == 2
    return both and all(abs(a.left - b.left) <= ALIGNED for a, b in zip(row, below, strict=True))


MOST_LEFT, LEAST_RIGHT = 0.2, 0.8
"""Shares of the page's width: no line of its body begins behind the one, and no full one ends before the other (margins
have 15 to 35 mm, NĐ 30/2020). A page of nothing but short lines has no full one, one of a signature no body."""


class Margins(NamedTuple):
    """Where the lines of a page begin at the latest and full ones end at the earliest."""

    left: float
    right: float

    def around(self, lines: Sequence[Line]) -> tuple[float, float]:
        """The margins of a page with these lines."""
        if not lines:
            return self
        left, right = _margins(lines)
        return min(left, self.left), max(right, self.right)


def _row(text: _Text, row: Row, page: Margins, *, tight: bool) -> None:
    for number, column in enumerate(row):
        if number:
            text.add("\t" if tight else "\n\n")
        _column(text, column, tight=tight, page=None if len(row) > 1 else page)


LONG = 12
"""Lines from which on a column beside others is text; shorter ones are letterheads and signatures, line by line."""


def _column(text: _Text, column: Column, *, tight: bool, page: Margins | None) -> None:
    """page: where the column stands beside no other."""
    flows = page is not None or len(column.lines) > LONG
    left, right = _margins(column.lines) if page is None else page.around(column.lines)
    for number, line in enumerate(column.lines):
        if number:
            last = column.lines[number - 1]
            if tight or (flows and joins(last, line, left, right)):
                text.add(between(last, line))
            else:
                text.add("\n\n" if line.top - last.bottom > 1.5 * last.height else "\n")
        text.line(line)


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Where the lines of a column begin and end; the right one is that of its fullest lines, outliers apart."""
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    return lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]
