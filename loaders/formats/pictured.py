"""Pictures that stand among the words of a page: a page of the gazette whose title is text and whose articles were
pasted as a picture of the signed paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from loaders.formats.lines import Line, Sheet
from ontology.syllables import share

GAP = 0.2
"""Share of the height of a page without a line, from which on it is asked whether a picture stands there. Most such
pages are the last ones, and hold none."""

HEIGHT, WIDTH = 0.1, 0.4
"""Shares of a page that a picture of text has at least."""

OUTSIDE = 0.25
"""How much of a picture may stand outside of the gap: its rims are white."""

FEW = 8
"""Vietnamese words that a picture of text holds at least; a drawing or a photograph has fewer."""

MOST = 200
"""Pictures of a page that are looked at."""


class Band(NamedTuple):
    """A part of a page, from one height to another, in points from its top."""

    top: float
    bottom: float


def band(page: Any, sheet: Sheet) -> Band | None:
    """Where a page shows a picture, as wide as text, and no line of its text layer."""
    gap = _gap(sheet.lines, sheet.height)
    if sheet.turned or gap is None:
        return None
    import pypdfium2.raw as pdfium

    found: list[Band] = []
    for number, each in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if number > MOST:
            break
        left, bottom, right, top = each.get_bounds()
        drawn = Band(sheet.height - top, sheet.height - bottom)
        inside = min(drawn.bottom, gap.bottom) - max(drawn.top, gap.top)
        if right - left >= WIDTH * sheet.width and inside >= (1 - OUTSIDE) * (drawn.bottom - drawn.top):
            found.append(drawn)
    if not found:
        return None
    whole = Band(max(gap.top, min(each.top for each in found)), min(gap.bottom, max(each.bottom for each in found)))
    return whole if whole.bottom - whole.top >= HEIGHT * sheet.height else None


def _gap(lines: Sequence[Line], height: float) -> Band | None:
    """The highest part of a page without a line."""
    widest, above = Band(0.0, 0.0), 0.0
    for line in sorted(lines, key=lambda line: line.top):
        if line.top - above > widest.bottom - widest.top:
            widest = Band(above, line.top)
        above = max(above, line.bottom)
    if height - above > widest.bottom - widest.top:
        widest = Band(above, height)
    return widest if widest.bottom - widest.top >= GAP * height else None


def filled(sheet: Sheet, where: Band, recognised: Sheet) -> Sheet:
    """The page with what its picture says, where that is Vietnamese."""
    inside = [line for line in recognised.lines if where.top <= line.middle <= where.bottom]
    said = share(" ".join(line.text for line in inside))
    if not said.vietnamese or said.words < FEW:
        return sheet
    cut = next((number for number, line in enumerate(sheet.lines) if line.top >= where.bottom), len(sheet.lines))
    lines = (*sheet.lines[:cut], *inside, *sheet.lines[cut:])
    return replace(sheet, lines=lines, confidence=recognised.confidence, mended=recognised.mended)
