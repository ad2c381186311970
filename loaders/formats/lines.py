"""Words where they stand on a page, and the lines that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from loaders.formats.turned import HALF


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, with its rectangle in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """Words beside each other, without a wide gap between them. wall: where the ruled line stands that opens the cell
    in which they are."""

    pieces: tuple[Piece, ...]
    wall: float | None = None

    @cached_property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @cached_property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @cached_property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.pieces)

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def beside(self, other: Line) -> bool:
        """On one baseline: they share more than half of the lower one's height."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > 0.5 * min(self.height, other.height)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before its text is put together, and its size as it is shown. mended: what was set right in a recognised
    page, read → written. turned: the direction in which the lines run (`turned`); their places are those of the page
    turned until they are upright. across: lines that run otherwise, where they stand on the page."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    confidence: float | None = None
    mended: tuple[str, ...] = ()
    turned: int = 0
    across: tuple[Line, ...] = ()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page once its lines are upright."""
        aside = self.turned % HALF != 0
        return (self.height, self.width) if aside else (self.width, self.height)


GAP = 1.3
"""Gap between two words of a line, in heights of the line, from which on it parts columns; justified lines stay
below 1."""


Parts = Callable[[Piece, Piece], bool | None]
"""Are two words beside each other parted by a ruled line? None outside of tables."""


def lines_of(pieces: Iterable[Piece], parts: Parts | None = None) -> list[Line]:
    """Words in the order of the file → lines: a word goes on the line while it stands to the right, on its baseline,
    and no ruled line between. In a cell of a ruled table no gap is too wide: its lines are justified."""
    lines: list[Line] = []
    open_: list[Piece] = []
    for piece in pieces:
        if open_ and not _goes_on(open_[-1], piece, parts):
            lines.append(Line(tuple(open_)))
            open_ = []
        open_.append(piece)
    if open_:
        lines.append(Line(tuple(open_)))
    return lines


def _goes_on(last: Piece, piece: Piece, parts: Parts | None) -> bool:
    height = max(last.bottom - last.top, 1.0)
    shared = min(last.bottom, piece.bottom) - max(last.top, piece.top)
    if shared < 0.4 * min(height, max(piece.bottom - piece.top, 1.0)):
        return False
    gap = piece.left - last.right
    if gap < -0.3 * height:
        return False
    parted = parts(last, piece) if parts else None
    return gap <= GAP * height if parted is None else not parted


BESIDE = 3
"""Lines that stand beside the one before them, from which on a page may hold a table."""


def is_tabular(lines: Sequence[Line]) -> bool:
    """Is it worth a look for ruled lines?"""
    return sum(1 for line, after in pairwise(lines) if line.beside(after)) >= BESIDE


def sorted_lines(lines: Sequence[Line]) -> list[Line]:
    """From top to bottom, and from left to right: for files that give their lines in no order."""
    return sorted(lines, key=lambda line: (round(line.middle / max(line.height, 1.0)), line.left))


ORDERED = 8
"""Lines of a page up to which their order is taken to be meant."""


def is_disordered(lines: Sequence[Line], ordered: int = ORDERED) -> bool:
    """More than a quarter of the lines jump back to the left and up: the file was written in another order than it is
    read."""
    back = sum(1 for line, after in pairwise(lines) if after.middle < line.top and after.left < line.right)
    return len(lines) > ordered and back > 0.25 * len(lines)
