"""The rows of an answer as a file: format → how it is made."""

from __future__ import annotations

import json
from importlib import import_module

from graph.answers import Table
from viz import text_table

MEDIA_TYPES = {
    "table": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write(table: Table, kind: str, lang: str, width: int | None = None) -> str | bytes:
    """The table in one of the formats of `MEDIA_TYPES`. width: cells of the screen, for "table"."""
    if kind == "json":
        return json.dumps(records(table), ensure_ascii=False, indent=2) + "\n"
    if kind == "csv":
        return text_table.to_csv(table)
    if kind == "xlsx":
        made: bytes = import_module("viz.sheets").table(table, lang)
        return made
    return text_table.render(table, width)


def records(table: Table) -> list[dict[str, str | None]]:
    """One object for each row, by column; None for unbound."""
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]
