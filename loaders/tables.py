"""Bytes of a CSV file or a workbook → a text, and the cells of each row with the place where the row stands in it."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.formats import text as plain_text
from ontology.errors import SourceError
from ontology.records import Note, Source, Span

CSV = "text/csv"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = (CSV, WORKBOOK)

SEPARATORS = ",;\t|"
SHEET_ROWS = 200_000
"""Rows of a sheet that are read at most; blank rows count."""

UNPACKED = 512 * 1024 * 1024
"""Bytes that a workbook may unpack to."""


@dataclass(frozen=True, slots=True)
class Row:
    """line: where the row begins, from 1. cells: trimmed, "" where empty."""

    line: int
    span: Span
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """text: the file itself for CSV; for a workbook its cells, one row a line, parted by tabs."""

    text: str
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()


def tables(source: Source) -> Iterator[Table]:
    """The one table of a CSV file, or the sheets of a workbook. Raises SourceError (those of `formats.text`,
    source.workbook, source.table)."""
    if source.media_type == CSV:
        yield _csv(source)
    else:
        yield from _sheets(source)


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


def _sheets(source: Source) -> Iterator[Table]:
    from openpyxl import load_workbook  # heavy, and only for workbooks
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
                raise SourceError("source.too_large", name=source.name, limit=f"{UNPACKED // 1024**2} MB")
        book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            yield _sheet(sheet.iter_rows(max_row=SHEET_ROWS, values_only=True))
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, SyntaxError, EOFError) as error:
        raise SourceError("source.workbook", name=source.name) from error


def _sheet(values: Iterator[tuple[object, ...]]) -> Table:
    rows, lines, start = [], [], 0
    for number, record in enumerate(values, 1):
        cells = tuple(_printed(value) for value in record)
        line = "\t".join(cells).rstrip()
        rows.append(Row(number, Span(start, start + len(line)), cells))
        lines.append(line)
        start += len(line) + 1
    return Table("\n".join(lines), tuple(rows))


def _printed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return " ".join(str(value).split())
