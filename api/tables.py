"""The rows of an answer as a file: format → how it is made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module

from graph.answers import Column, Table
from viz import text_table
from viz.columns import readable

MEDIA_TYPES = {
    "table": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write(table: Table, kind: str, lang: str, width: int | None = None, columns: Sequence[Column] = ()) -> str | bytes:
    """The table in one of the formats of `MEDIA_TYPES`. width: cells of the screen, for "table". columns: what they are
    called where people read them; "json" and "csv" are for programs and keep their names."""
    if kind == "json":
        return json.dumps(records(table), ensure_ascii=False, indent=2) + "\n"
    if kind == "csv":
        return text_table.to_csv(table)
    if kind == "xlsx":
        made: bytes = import_module("viz.sheets").table(table, lang, columns)
        return made
    return text_table.render(readable(table, columns, lang), width)


def records(table: Table) -> list[dict[str, str | None]]:
    """One object for each row, by column; None for unbound."""
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]
