"""Ruled lines of a page: those that stand up part the cells of its tables, however near the words of two cells are, and
however far apart the words of one."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, NamedTuple

from loaders.formats import turned
from loaders.formats.lines import Line, Piece, lines_of
from loaders.formats.shown import Shown

THIN = 2.0
TALL = 4.0
"""Points: how thick a ruled line is at most, and how long at least."""

OBJECTS = 20_000
"""Objects of a page that are looked at; a full table has a few hundred."""

FRAME = 0.65
"""Share of the width of a page from which on what lines enclose is no cell, but the page or a box of text."""

EDGE = 1.0
"""Points by which a word may reach over the line beside it."""


class Rule(NamedTuple):
    """A line that stands up."""

    x: float
    top: float
    bottom: float


class Rules:
    """The lines that stand up on a page of this width, to be asked what they part."""

    def __init__(self, rules: Iterable[Rule], width: float) -> None:
        self.rules = sorted(set(rules))
        self.places = [rule.x for rule in self.rules]
        self.width = width

    def part(self, left: Piece, right: Piece) -> bool | None:
        """Does a line stand between two words beside each other? None outside of tables."""
        height = (left.top + left.bottom) / 2
        cell = self._cell(left.left, height)
        if cell is None:
            return None
        if cell[1] < right.left + EDGE:
            return True
        return None if cell[1] - cell[0] > FRAME * self.width else False

    def lines(self, pieces: Iterable[Piece]) -> list[Line]:
        """Words in the order of the file → lines, parted by ruled lines, each with the one that opens its cell."""
        lines = []
        for line in lines_of(pieces, self.part):
            cell = self._cell(line.left, line.middle)
            lines.append(Line(line.pieces, cell[0] if cell else None))
        return lines

    def _cell(self, place: float, height: float) -> tuple[float, float] | None:
        """Where the cell around a place begins and ends; None where nothing is ruled."""
        at = bisect_left(self.places, place + EDGE)
        before = next((rule.x for rule in reversed(self.rules[:at]) if rule.top <= height <= rule.bottom), None)
        behind = next((rule.x for rule in self.rules[at:] if rule.top <= height <= rule.bottom), None)
        return None if before is None or behind is None else (before, behind)


def rules_on(page: Any, direction: int) -> Rules:
    """The ruled lines of a page that stand up beside text that runs in a direction."""
    import pypdfium2.raw as pdfium

    width, height = page.get_width(), page.get_height()
    edges = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(edge) for edge in edges]
    shown = Shown(page, pdfium)
    found = []
    for index in range(min(OBJECTS, pdfium.FPDFPage_CountObjects(page.raw))):
        each = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(each, *pointers):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        if min(right - left, top - bottom) > THIN:
            continue
        box = turned.upright(shown.box(left, top, right, bottom), direction, width, height)
        if box[2] - box[0] <= THIN and box[3] - box[1] >= TALL:
            found.append(Rule((box[0] + box[2]) / 2, box[1], box[3]))
    return Rules(found, height if direction % turned.HALF else width)
