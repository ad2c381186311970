"""Table → text: aligned columns for a terminal, CSV for other programs."""

from __future__ import annotations

import csv
import io
import unicodedata

from graph.answers import Table

LEAST = 6
"""No column is squeezed below this many cells of the screen."""


def render(table: Table, width: int | None = None) -> str:
    """Aligned columns under a rule. width: cells of the screen; the widest columns are cut with "…" to fit it."""
    rows = [[_cell(value) for value in row] for row in table.rows]
    columns = [_cell(name) for name in table.columns]
    sizes = [max(map(cells, column)) for column in zip(columns, *rows, strict=True)]
    if width is not None:
        _squeeze(sizes, width - 2 * (len(sizes) - 1))
    lines = [_line(columns, sizes), "  ".join("─" * size for size in sizes), *(_line(row, sizes) for row in rows)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def to_csv(table: Table) -> str:
    """RFC 4180 with a header line; unbound cells are empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows(["" if value is None else value for value in row] for row in table.rows)
    return out.getvalue()


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


def _cell(value: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", value or "").split())


def _squeeze(sizes: list[int], room: int) -> None:
    while sum(sizes) > room and max(sizes, default=0) > LEAST:
        sizes[sizes.index(max(sizes))] -= 1


def _line(row: list[str], sizes: list[int]) -> str:
    return "  ".join(_fit(value, size) for value, size in zip(row, sizes, strict=True))


def _fit(value: str, size: int) -> str:
    if cells(value) <= size:
        return value + " " * (size - cells(value))
    kept = ""
    for character in value:
        if cells(kept + character) > size - 1:
            break
        kept += character
    return kept + "…" + " " * (size - 1 - cells(kept))
