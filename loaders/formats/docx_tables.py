"""Tables of a Word document: their rows and cells, through all that may stand around them."""

from __future__ import annotations

from typing import Any

from loaders.formats.package import attribute, child, local

TRANSPARENT = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"}
)
"""Elements that only stand around others."""


def is_drawn(borders: Any) -> bool:
    inner = [each for each in borders if local(each) in {"insideH", "insideV", "top", "left", "start"}]
    return any(attribute(each, "val") not in {None, "nil", "none"} for each in inner)


def rows_of(table: Any) -> list[Any]:
    found: list[Any] = []
    for element in table:
        if local(element) == "tr":
            found.append(element)
        elif local(element) in TRANSPARENT:
            found += rows_of(element)
    return [row for row in found if child(child(row, "trPr"), "del") is None]


def cells_of(row: Any) -> list[Any]:
    found: list[Any] = []
    for element in row:
        if local(element) == "tc":
            found.append(element)
        elif local(element) in TRANSPARENT:
            found += cells_of(element)
    return found


def is_merged(cell: Any) -> bool:
    """Goes on the cell above: vMerge without a value."""
    merged = child(child(cell, "tcPr"), "vMerge")
    return merged is not None and attribute(merged, "val") is None
