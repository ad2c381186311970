"""Registers: official lists of documents, one row a document. What a row says, and the register that ships with the
product.

A row of a register names a document by itself, without a text around it. Columns are found by their header, in
Vietnamese or English (`data/register_columns.csv`).
"""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Mapping, Sequence
from functools import cache

from ontology import identity
from ontology.document_type import of_symbol, row_of
from ontology.issuer_names import from_text
from ontology.issuers import from_code, from_symbol
from ontology.numbers import Symbol, parse_symbol
from ontology.records import Issuer, Work
from ontology.tables import DocumentType, Place, issuer_by_id, known_documents, place_at, register_columns
from ontology.typed_numbers import parse_number
from ontology.words import fold, nfc

DATES = (
    re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}\S*)?"),
    re.compile(r"(?:ngày )?(?:(?P<d>\d{1,2})\s*[/.-]\s*)?(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})(?: \d{1,2}:\d{2}\S*)?"),
    re.compile(r"(?:ngày (?P<d>\d{1,2}) )?tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})"),
)
"""How lists print days; the day comes before the month. A part may lack: "2022-11", "11/2022"."""

_CENTRAL = frozenset({"central", "trung uong"})
_TYPE_WORDS = 4
_UNKNOWN_BODY = "x."


class RowError(ValueError):
    """A row that states no document. `reason`: number (none, or not one), date, effective (no day of the calendar)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Field → position of its column, from the cells of a header; case, diacritics and signs do not count.

    What stands in brackets is left out ("Ngày ban hành (dd/mm/yyyy)"). The first column of a field counts.
    """
    found: dict[str, int] = {}
    for position, cell in enumerate(header):
        field = _fields().get(fold(re.sub(r"\(.*?\)", " ", cell)))
        if field is not None:
            found.setdefault(field, position)
    return found


@cache
def _fields() -> Mapping[str, str]:
    return {fold(row.name): row.field for row in register_columns()}


def work_of(cells: Mapping[str, str]) -> Work:
    """The document that a row states. cells: by field (number, type, date, issuer, title, place; "" = not said).

    Raises RowError.
    """
    parts = parse_number(cells.get("number", ""))
    if parts is None:
        raise RowError("number")
    day = date_of(cells.get("date", ""), "date")
    kind = _type(cells.get("type", ""))
    label = kind.label_vi if kind else parts.type
    symbol = parse_symbol(parts.symbol, label)
    kind = (of_symbol(symbol, label) if symbol else None) or kind
    label = kind.label_vi if kind else None
    issuer = _issuer(cells.get("issuer", ""), symbol, label, _place(cells.get("place", ""), day), day)
    path = identity.work_path(
        type=label,
        number=parts.number,
        year=parts.year,
        symbol=parts.symbol,
        date=day,
        issuer_key=issuer.key if issuer else None,
    )
    title = " ".join(nfc(cells.get("title", "")).split()) or None
    return Work(path, label, parts.number, parts.year, parts.symbol, day, issuer, title)


def date_of(cell: str, field: str) -> str | None:
    """A day as ISO 8601, partial where the list is; None for an empty cell. Raises RowError(field) for other words."""
    words = " ".join(nfc(cell).lower().split())
    if not words:
        return None
    match = next((found for pattern in DATES if (found := pattern.fullmatch(words))), None)
    if match is None:
        raise RowError(field)
    parts = [match[name] for name in ("y", "m", "d") if match[name]]
    try:
        datetime.date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError as error:
        raise RowError(field) from error
    return "-".join(part.zfill(2) for part in parts)


def _type(cell: str) -> DocumentType | None:
    """The type word that a cell begins with ("Quyết định của Chủ tịch UBND tỉnh")."""
    words = cell.split()[:_TYPE_WORDS]
    found = (row_of(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((row for row in found if row is not None), None)


def _place(cell: str, day: str | None) -> Place | None:
    return place_at(cell, day) if cell.strip() and fold(cell) not in _CENTRAL else None


def _issuer(cell: str, symbol: Symbol | None, label: str | None, place: Place | None, day: str | None) -> Issuer | None:
    """The code of a central body proves more than the cell: lists cut names, name the proposing ministry before a
    decree, and turn the bodies of a joint circular around. Elsewhere the list knows more ("HĐND xã …")."""
    found = from_text(" ".join(cell.split()), place, day)
    stated = found[0] if found else None
    proved = from_symbol(symbol, label, place, day) if symbol else None
    if stated is None or proved is None or stated.key == proved.key:
        return stated or proved
    if symbol is not None and len(symbol.agencies) > 1:
        joint = {each.key for code in symbol.agencies if (each := from_code(code, place, day)) is not None}
        return Issuer(stated.name, proved.key) if stated.key in joint else proved
    body = issuer_by_id().get(proved.key)
    central = body is not None and body.scope == "unique"
    return proved if central or stated.key.startswith(_UNKNOWN_BODY) else stated


@cache
def known_works() -> types.MappingProxyType[str, Work]:
    """The documents of the register that ships with the product, by the path of their identity."""
    works = (
        work_of({"number": row.number, "type": row.type, "date": row.date, "issuer": row.issuer, "title": row.title})
        for row in known_documents()
    )
    return types.MappingProxyType({work.id: work for work in works})
