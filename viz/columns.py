"""Answers that people read: columns under their names, statuses and dates in words, numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers import Column, Table
from viz.dates import shown
from viz.vocabulary import status_label


def readable(table: Table, columns: Sequence[Column], lang: str) -> Table:
    """The table for the screen; without columns as it is."""
    known = {column.name: column for column in columns}
    kinds = [known[name].kind if name in known else "text" for name in table.columns]
    rows = tuple(tuple(_shown(value, kind, lang) for value, kind in zip(row, kinds, strict=True)) for row in table.rows)
    return Table(tuple(headings(table, columns, lang)), rows)


def headings(table: Table, columns: Sequence[Column], lang: str) -> list[str]:
    """What the columns are called."""
    known = {column.name: column.label_en if lang == "en" else column.label_vi for column in columns}
    return [known.get(name, name) for name in table.columns]


def cells(table: Table, columns: Sequence[Column], lang: str) -> list[list[str | float | None]]:
    """The rows for a sheet: numbers are numbers, so that they can be added there."""
    known = {column.name: column.kind for column in columns}
    kinds = [known.get(name, "text") for name in table.columns]
    return [
        [
            _number(value) if kind == "number" else _shown(value, kind, lang)
            for value, kind in zip(row, kinds, strict=True)
        ]
        for row in table.rows
    ]


def _shown(value: str | None, kind: str, lang: str) -> str | None:
    if value is None or kind not in ("status", "date", "number"):
        return value
    if kind == "number":
        return number(value, lang)
    return status_label(value, lang) if kind == "status" else shown(value, lang)


def _number(value: str | None) -> str | float | None:
    try:
        return None if value is None or value == "" else float(value)
    except ValueError:
        return value


def number(value: str, lang: str) -> str:
    """ "30906.3" → "30.906,3" in Vietnamese, "30,906.3" in English; anything else as it is."""
    sign, digits = ("-", value[1:]) if value.startswith("-") else ("", value)
    whole, _, rest = digits.partition(".")
    if not whole.isdigit() or (rest and not rest.isdigit()):
        return value
    grouped = f"{int(whole):,}" + (f".{rest}" if rest else "")
    return sign + (grouped if lang == "en" else grouped.translate(str.maketrans(",.", ".,")))
