"""Tables that carry results or budgets → observations: each cell with a number, and the headers that give it meaning.

The header is what stands above the first row with numbers; a cell merged over several columns holds for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.actions.quantities import NUMBER
from loaders.text.grid import Row, Table
from ontology.records import Observation, Span
from ontology.tables import units
from ontology.words import letters

CELL = re.compile(rf"(?P<value>{NUMBER})\s*(?P<percent>%)?")
ORDER = frozenset(
    {"tt", "stt", "số tt", "số thứ tự", "mã số", "mã", "ghi chú", "số hiệu", "điện thoại", "ngày", "stt/tt"}
)
"""Columns whose numbers count or name rows and measure nothing."""

ORDINAL = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[ivxlc]{1,6}|[a-zđ])[.)]?|[-+*•]")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
COUNTED = re.compile(r"\(?[0-9]{1,2}\)?(?:\s*=.*)?")
"""A row that numbers the columns: (1), (2), (3)=(1)+(2)."""

UNIT_LINE = re.compile(r"(?:đơn\s+vị(?:\s+tính)?|đvt)\s*:\s*(?P<unit>[^\n\t|)]{1,30})")
UNIT_ABOVE = 160
HEADER_ROWS = 5
COLUMNS = 100
ROW_LIMIT = 300


def read(text: str, tables: tuple[Table, ...]) -> tuple[Observation, ...]:
    """All observations of the text; tables are counted from 1, those without numbers too."""
    return tuple(found for number, table in enumerate(tables, 1) for found in _of_table(text, number, table))


def _of_table(text: str, number: int, table: Table) -> Iterator[Observation]:
    width = max(len(row.cells) for row in table.rows)
    heads = _header_rows(text, table)
    if not heads or not 2 <= width <= COLUMNS:
        return
    names = [_column(text, heads, column) for column in range(width)]
    unit = _unit_above(text, table)
    printed = [[letters(_cell(text, cell)) for cell in row.cells] for row in heads]
    for row in table.rows[len(heads) :]:
        matches = [CELL.fullmatch(text, cell.start, cell.end) for cell in row.cells]
        if not any(matches) or any(_repeats(text, row, head) for head in printed) or _numbers_columns(text, row):
            continue
        label = _label(text, row, names)
        for column, (cell, found) in enumerate(zip(row.cells, matches, strict=True)):
            if found is None or not label or not _measures(names[column], found["value"]):
                continue
            value = float(found["value"].replace(".", "").replace(",", "."))
            of_column = "%" if found["percent"] else _unit_of(names[column]) or unit
            yield Observation(number, Span(cell.start, cell.end), label, names[column], value, of_column)


def _header_rows(text: str, table: Table) -> list[Row]:
    """The rows above the first one with a number of its own; none where the table begins with numbers."""
    heads: list[Row] = []
    for row in table.rows[:HEADER_ROWS]:
        cells = [text[cell.start : cell.end] for cell in row.cells]
        if any(CELL.fullmatch(cell) and not YEAR.fullmatch(cell) for cell in cells):
            break
        if heads and cells and ORDINAL.fullmatch(cells[0].lower()):
            break
        heads.append(row)
    else:
        return [] if len(table.rows) <= len(heads) else heads
    return heads


def _column(text: str, heads: list[Row], column: int) -> str:
    """The words of all headers that hold for a column, from above: "Năm 2020 › KH UBND giao"."""
    names: list[str] = []
    for depth, row in enumerate(heads):
        position = min(column, len(row.cells) - 1)
        if depth < len(heads) - 1:  # a merged cell of an upper row reaches over the empty ones to its right
            while position > 0 and row.cells[position].end == row.cells[position].start and column > 1:
                position -= 1
        cell = row.cells[position] if column < len(row.cells) or depth < len(heads) - 1 else None
        name = " ".join(text[cell.start : cell.end].split()).strip("*_ ") if cell is not None else ""
        if name and name not in names:
            names.append(name)
    return " › ".join(names)


def _cell(text: str, cell: Span) -> str:
    return text[cell.start : cell.end]


def _repeats(text: str, row: Row, head: list[str]) -> bool:
    """Is a row the header printed again, as on each page? Cell by cell: nearly all rows differ in the first."""
    return len(row.cells) == len(head) and all(
        letters(_cell(text, cell)) == words for cell, words in zip(row.cells, head, strict=True)
    )


def _numbers_columns(text: str, row: Row) -> bool:
    cells = [_cell(text, cell) for cell in row.cells if cell.end > cell.start]
    return len(cells) > 2 and all(map(COUNTED.fullmatch, cells)) and cells[-1].strip("()") != cells[0].strip("()")


def _label(text: str, row: Row, names: list[str]) -> str:
    """What the row is about: its first cell with words, ordinals apart."""
    for cell in row.cells[:4]:
        words = " ".join(text[cell.start : cell.end].split()).strip("*_ ")
        if words and not ORDINAL.fullmatch(words.lower()) and not CELL.fullmatch(words):
            return words[:ROW_LIMIT]
    return ""


def _measures(name: str, value: str) -> bool:
    plain = letters(name)
    if not plain or plain in ORDER or plain.split(" › ")[-1] in ORDER:
        return False
    return not (YEAR.fullmatch(value) and "năm" in plain and not YEAR.search(plain))


def _unit_of(name: str) -> str | None:
    """The unit in the header of a column: "Kinh phí (triệu đồng)", "Tỷ lệ (%)"."""
    inside = re.findall(r"\(([^()]{1,30})\)", name)
    for words in reversed(inside):
        found = _known_unit(words)
        if found:
            return found
    return None


def _known_unit(words: str) -> str | None:
    plain = letters(words).removeprefix("đvt:").removeprefix("đơn vị:").strip(" .")
    return next((row.unit for row in units() if plain in row.words), None)


def _unit_above(text: str, table: Table) -> str | None:
    """The unit of a whole table: "Đơn vị tính: triệu đồng" in the line above it."""
    start = table.span.start
    stated = list(UNIT_LINE.finditer(text[max(0, start - UNIT_ABOVE) : start].lower()))
    if not stated:
        return None
    match = stated[-1]
    return _known_unit(match["unit"]) or match["unit"].strip(" .*_")
