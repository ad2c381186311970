"""Tables inside a text: rows of cells parted by tabs, by bars, or written in Markdown.

Works on the text as printed: the reading copy knows no tabs. All offsets are those of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ontology.records import Span

RULE = re.compile(r"[\s|:=+-]*[-=]{2}[\s|:=+-]*")
"""The line between head and body of a Markdown table."""

DRAWN = ("--", "==", "-=", "=-")
"""What such a line holds: a cheap look before the pattern."""

LABEL = re.compile(r"\s*(?:[-+*•–]|\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]?|\(?[a-zđ][.)]|[IVXLC]{1,6}[.)]?|[A-ZĐ][.)])\s*")
NEAR = 3
"""Newlines that may stand between two rows of one table: a blank line, as converters leave it."""


class Row(Struct, frozen=True):
    """One row: where its line stands, and its cells without the blanks around them (empty spans for empty cells)."""

    span: Span
    cells: tuple[Span, ...]


class Table(Struct, frozen=True):
    """Rows that follow each other."""

    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        return Span(self.rows[0].span.start, self.rows[-1].span.end)


def find(text: str) -> tuple[Table, ...]:
    """All tables with at least two rows, in order."""
    if "\t" not in text and "|" not in text:
        return ()
    tables: list[Table] = []
    rows: list[Row] = []
    for row in _rows(text):
        if rows and _apart(text, rows[-1], row):
            tables += _table(rows)
            rows = []
        rows.append(row)
    return (*tables, *_table(rows))


def _table(rows: list[Row]) -> list[Table]:
    return [Table(tuple(rows))] if len(rows) > 1 else []


def _apart(text: str, above: Row, below: Row) -> bool:
    between = text[above.span.end : below.span.start]
    return between.count("\n") > NEAR or not (between.isspace() or RULE.fullmatch(between))


def _rows(text: str) -> Iterator[Row]:
    for start, end in _lines(text):
        line = text[start:end]
        if any(map(line.__contains__, DRAWN)) and RULE.fullmatch(line):
            continue
        cells = tuple(_cells(line, start))
        filled = [cell for cell in cells if cell.end > cell.start]
        if len(cells) < 2 or not filled or (len(filled) <= 2 and _is_item(text, cells, filled)):
            continue
        yield Row(Span(start, end), cells)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines with a tab, or with a bar that opens the line or stands behind a blank. Jumps from mark to mark: most
    lines hold none."""
    tab, bar = text.find("\t"), text.find("|")
    while tab >= 0 or bar >= 0:
        mark = min(tab, bar) if tab >= 0 and bar >= 0 else max(tab, bar)
        start = text.rfind("\n", 0, mark) + 1
        end = text.find("\n", mark)
        end = len(text) if end < 0 else end
        if "\t" in text[start:end] or text[start] == "|" or " |" in text[start:end]:
            yield start, end
        tab = text.find("\t", end) if 0 <= tab < end else tab
        bar = text.find("|", end) if 0 <= bar < end else bar


def _is_item(text: str, cells: tuple[Span, ...], filled: list[Span]) -> bool:
    """A list item whose mark or label a tab sets apart ("1.⇥Phạm vi", "Lĩnh vực y tế:⇥01 nhiệm vụ"), or an indented
    line."""
    line = text[cells[0].start : cells[-1].end]
    if "|" in line:
        return False
    first = text[filled[0].start : filled[0].end]
    return len(filled) == 1 or first.endswith(":") or (len(cells) == 2 and LABEL.fullmatch(first) is not None)


def _cells(line: str, start: int) -> Iterator[Span]:
    bars = "|" in line
    mark = "|" if bars else "\t"
    position = 0
    if bars and line.lstrip().startswith("|"):
        position = line.index("|") + 1
        line = line.rstrip()
        line = line[:-1] if line.endswith("|") and len(line) > position else line
    while position <= len(line):
        end = line.find(mark, position)
        end = len(line) if end < 0 else end
        cell = line[position:end]
        stripped = cell.strip()
        begin = start + position + (cell.index(stripped) if stripped else 0)
        yield Span(begin, begin + len(stripped))
        position = end + 1
