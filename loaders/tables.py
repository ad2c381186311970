"""Bytes of a CSV file or a workbook → a text, and the cells of each row with the place where the row stands in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from msgspec import Struct

from loaders.formats import text as plain_text
from loaders.formats import workbook
from loaders.formats.base import Document
from loaders.formats.flat import Lines
from ontology.errors import SourceError
from ontology.records import Note, Source, Span

CSV = "text/csv"
WORKBOOK = workbook.WORKBOOK
MEDIA_TYPES = (CSV, *workbook.MEDIA_TYPES)

SEPARATORS = ",;\t|"


class Row(Struct, frozen=True):
    """line: where the row begins, from 1. cells: trimmed, "" where empty."""

    line: int
    span: Span
    cells: tuple[str, ...]


class Table(Struct, frozen=True):
    """text: the file itself for CSV; for a workbook its cells, one row a line, parted by tabs."""

    text: str
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()


def tables(source: Source) -> Iterator[Table]:
    """The one table of a CSV file, or the sheets of a workbook. Raises SourceError (those of `formats.text` and
    `workbook.sheets`, source.table)."""
    if source.media_type == CSV:
        yield _csv(source)
    else:
        yield from map(_table, workbook.sheets(source))


def _csv(source: Source) -> Table:
    document = plain_text.read(source)
    text = document.text
    try:
        return Table(text, tuple(_records(text)), document.notes)
    except csv.Error as error:
        raise SourceError("source.table", name=source.name, reason=str(error)) from error


def _records(text: str) -> Iterator[Row]:
    offsets = [0]

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            offsets.append(offsets[-1] + len(line))
            yield line

    reader = csv.reader(lines(), delimiter=_separator(text))
    before = 0
    for cells in reader:
        start, end = offsets[before], offsets[reader.line_num]
        end = start + len(text[start:end].rstrip("\r\n"))
        yield Row(before + 1, Span(start, end), tuple(" ".join(cell.split()) for cell in cells))
        before = reader.line_num


def _separator(text: str) -> str:
    """The sign that stands most often in the first lines."""
    head = "\n".join(text[:8192].splitlines()[:20])
    return max(SEPARATORS, key=lambda sign: (head.count(sign), -SEPARATORS.index(sign)))


def _table(sheet: workbook.Sheet) -> Table:
    rows, lines, start = [], [], 0
    for number, cells in enumerate(sheet.rows, 1):
        line = "\t".join(cells).rstrip()
        rows.append(Row(number, Span(start, start + len(line)), cells))
        lines.append(line)
        start += len(line) + 1
    return Table("\n".join(lines), tuple(rows))


def document(source: Source) -> Document:
    """A workbook that is no register, read as it stands: the name of each sheet, then a line for each of its rows; the
    sheets are its pages. Raises SourceError as `tables`, and source.empty."""
    lines = Lines(source.name)
    for sheet in workbook.sheets(source):
        if not sheet.rows:
            continue
        if lines.lines:
            lines.add("")
            lines.page()
        lines.add(sheet.name)
        for cells in sheet.rows:
            lines.add("\t".join(cells))
    if not lines.lines:
        raise SourceError("source.empty", name=source.name)
    return Document(lines.text(), lines.origin(), (Note("note.no_register"),))
