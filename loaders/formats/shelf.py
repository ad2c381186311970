"""Pages put aside until all are read: what repeats at their rims is known only then.

The words of a page as objects take some 150 KB; those of a report of 2,000 pages would fill a machine. Behind the first
pages each is kept as bytes, and made anew when it is looked at.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator

from loaders.formats.lines import Line, Piece, Sheet

AT_HAND = 64
"""Pages that are kept as they are: most documents have fewer, and lose no time."""


class Shelf:
    """Pages in their order, looked at as often as need be."""

    def __init__(self, sheets: Iterable[Sheet] = ()) -> None:
        self._sheets: list[Sheet | bytes] = []
        self.recognised: list[tuple[int, float]] = []
        """Number and confidence of the pages that were recognised."""
        self.mended: list[str] = []
        """What was set right in them."""
        for sheet in sheets:
            self.add(sheet)

    def add(self, sheet: Sheet) -> None:
        """The next page."""
        if sheet.confidence is not None:
            self.recognised.append((sheet.number, sheet.confidence))
        self.mended += sheet.mended
        self._sheets.append(sheet if len(self._sheets) < AT_HAND else _packed(sheet))

    def __len__(self) -> int:
        return len(self._sheets)

    def __iter__(self) -> Iterator[Sheet]:
        for kept in self._sheets:
            yield _unpacked(kept) if isinstance(kept, bytes) else kept

    def emptied(self) -> Iterator[Sheet]:
        """The pages for the last time: each is given back once the next one is asked for."""
        self._sheets.reverse()
        while self._sheets:
            kept = self._sheets.pop()
            yield _unpacked(kept) if isinstance(kept, bytes) else kept


def _packed(sheet: Sheet) -> bytes:
    lines, across = ([_line(line) for line in each] for each in (sheet.lines, sheet.across))
    page = sheet.number, sheet.width, sheet.height, sheet.confidence, sheet.mended, sheet.turned
    return marshal.dumps((page, lines, across))


def _line(line: Line) -> tuple[float | None, list[tuple[str, float, float, float, float]]]:
    return line.wall, [(each.text, each.left, each.top, each.right, each.bottom) for each in line.pieces]


def _unpacked(data: bytes) -> Sheet:
    (number, width, height, confidence, mended, turned), *both = marshal.loads(data)
    lines, across = (
        tuple(Line(tuple(Piece(*piece) for piece in pieces), wall) for wall, pieces in each) for each in both
    )
    return Sheet(number, width, height, lines, confidence, mended, turned, across)
