"""Text that runs up, down or upside down on its page: wide tables are printed so on upright pages, and whole sheets
lie in files that were scanned or bound the wrong way. Such a page is read as if it were turned until its text runs from
left to right; what stands otherwise on it (the running head) is kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""

RIGHT = 90
HALF = 180
FULL = 360

SLANT = 10
"""Degrees by which a line may be askew and still run in one of the four directions."""


def direction(angles: Iterable[float]) -> int:
    """The direction in which more than half of the letters run, as degrees clockwise: 0, 90, 180 or 270. 0 where no
    direction has so many."""
    quarters = [quarter(angle) for angle in angles]
    if not quarters:
        return 0
    found, count = Counter(quarters).most_common(1)[0]
    return found if 2 * count > len(quarters) else 0


def quarter(angle: float) -> int:
    """The direction a letter runs in; 0 for one that is drawn aslant (a watermark)."""
    nearest = round(angle / RIGHT) * RIGHT
    return nearest % FULL if abs(angle - nearest) <= SLANT else 0


def upright(box: Rectangle, turned: int, width: float, height: float) -> Rectangle:
    """A rectangle of a page of this size as it stands once text that runs in direction `turned` is upright."""
    left, top, right, bottom = box
    if turned == FULL - RIGHT:
        return height - bottom, left, height - top, right
    if turned == RIGHT:
        return top, width - right, bottom, width - left
    if turned == HALF:
        return width - right, height - bottom, width - left, height - top
    return box


def printed(box: Rectangle, turned: int, width: float, height: float) -> Rectangle:
    """The way back: where an upright rectangle is printed on the page, whose own size is given."""
    if turned in (RIGHT, FULL - RIGHT):
        return upright(box, FULL - turned, height, width)
    return upright(box, turned, width, height)
