"""Workbooks (.xlsx, .xlsm, .xls; .ods and .xlsb by LibreOffice) → the cells of their sheets.

Mostly they are registers of documents (`loaders.register`); one that is none is read as a document, each row a line.
"""

from __future__ import annotations

import datetime
import io
import os
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from loaders.formats import office, package
from loaders.formats.limits import TEXT
from ontology.errors import SourceError
from ontology.records import Source

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
MEDIA_TYPES: tuple[str, ...] = (WORKBOOK, XLS, XLSB, ODS)

SHEET_ROWS = 200_000
"""Rows of a sheet that are read at most; blank rows count."""

UNPACKED = 512 * 1024 * 1024
"""Bytes that a workbook may unpack to."""

BEGINS_XLS = b"\x09\x08\x10\x00\x00\x06\x05\x00"
FILEPASS = b"\x2f\x00"
"""The first record of a workbook (BIFF8), and the record of a password, which follows ([MS-XLS] 2.4.117)."""

BLANK_ROWS = 1_000
"""Blank rows one after the other, at which the rest of a sheet is taken to be blank: formats reach down to the last
row."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """name: as on its tab. rows: of cells as a person reads them, "" where they are empty."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def accepts(data: bytes, name: str) -> str | None:
    """A zip that holds the main part of a workbook, or an OLE file with the stream of one."""
    if data.startswith(office.OLE):
        return XLS if office.holds(data, office.WORKBOOKS, (*office.WORD, *office.SLIDES)) else None
    if not data.startswith(package.ZIP):
        return None
    if b"application/vnd.oasis.opendocument.spreadsheet" in data[:200]:
        return ODS
    parts = package.names(data)
    return WORKBOOK if "xl/workbook.xml" in parts else XLSB if "xl/workbook.bin" in parts else None


def sheets(source: Source) -> Iterator[Sheet]:
    """The sheets in their order. Raises SourceError: source.workbook (damaged), source.too_large, source.password,
    source.converter (.ods, .xlsb without LibreOffice), source.timeout."""
    if source.media_type == XLS:
        return _old(source)
    if source.media_type in (ODS, XLSB):
        suffix = ".ods" if source.media_type == ODS else ".xlsb"
        source = replace(source, data=office.converted(source, suffix, office.CALC), media_type=WORKBOOK)
    return _new(source)


def _new(source: Source) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # heavy, and only for workbooks

    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it passes over
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
                raise SourceError("source.too_large", name=source.name, limit=f"{UNPACKED // 1024**2} MB")
            book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
            read = [
                _sheet(str(sheet.title), sheet.iter_rows(max_row=SHEET_ROWS, values_only=True), source.name)
                for sheet in book.worksheets
            ]
    except (SourceError, MemoryError):
        raise
    except Exception as error:  # openpyxl checks little, as xlrd: damage shows as any error of Python
        raise SourceError("source.workbook", name=source.name) from error
    return iter(read)


def _old(source: Source) -> Iterator[Sheet]:
    import xlrd  # only for old workbooks
    from xlrd import xldate

    if _has_password(source.data):
        raise SourceError("source.password", name=source.name)
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - what xlrd prints goes nowhere
            book = xlrd.open_workbook(file_contents=_stream(source.data), logfile=nowhere, on_demand=True)
            for number in range(book.nsheets):
                sheet = book.sheet_by_index(number)
                rows = (_values(sheet.row(row), book.datemode, xldate) for row in range(min(sheet.nrows, SHEET_ROWS)))
                yield _sheet(sheet.name, rows, source.name)
                book.unload_sheet(number)
    except (SourceError, MemoryError):
        raise
    except Exception as error:  # xlrd checks little: damage shows as any error of Python
        if isinstance(error, xlrd.XLRDError) and "encrypted" in str(error).lower():
            raise SourceError("source.password", name=source.name) from error
        raise SourceError("source.workbook", name=source.name) from error


def _stream(data: bytes) -> bytes:
    """The cells out of the file around them. xlrd does that too, and never ends where the chain of sectors is a
    loop (found by breaking sound files)."""
    import olefile

    with olefile.OleFileIO(data) as opened:
        name = next(name for name in ("Workbook", "Book") if opened.exists(name))
        return bytes(opened.openstream(name).read())


def _values(row: Iterable[object], datemode: int, xldate: object) -> tuple[object, ...]:
    return tuple(_value(cell, datemode, xldate) for cell in row)


def _value(cell: object, datemode: int, xldate: object) -> object:
    """A cell of xlrd as openpyxl gives it: 3 is a day, 4 a truth, 5 an error."""
    kind, value = cell.ctype, cell.value  # type: ignore[attr-defined]
    if kind == 3:
        try:
            return xldate.xldate_as_datetime(value, datemode)  # type: ignore[attr-defined]
        except (ValueError, OverflowError):
            return value
    if kind == 2 and value == int(value):
        return int(value)
    return None if kind in (0, 5, 6) else bool(value) if kind == 4 else value


def _has_password(data: bytes) -> bool:
    at = data.find(BEGINS_XLS)
    return at >= 0 and data[at + 20 : at + 22] == FILEPASS


def _sheet(name: str, records: Iterable[tuple[object, ...]], source: str) -> Sheet:
    rows: list[tuple[str, ...]] = []
    size = blank = 0
    for record in records:
        cells = tuple(map(_printed, record))
        filled = sum(map(len, cells))
        size, blank = size + filled, 0 if filled else blank + 1
        if size > TEXT:
            raise SourceError("source.too_large", name=source, limit=f"{TEXT:,}")
        if blank > BLANK_ROWS:
            break
        rows.append(cells if filled else ())
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(name, tuple(rows))


def _printed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return " ".join(str(value).split())
