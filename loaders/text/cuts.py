"""The reading copy without stretches that part what belongs together, and with others moved behind it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from loaders.text.pieces import Pieces
from loaders.text.reading import Reading
from loaders.text.stretches import Stretches

Move = tuple[int, int, int]
"""A stretch, and where it stands now (behind it)."""


def recut(page: Reading, cuts: Stretches, moves: list[Move]) -> None:
    """Takes `cuts` out of the page and moves others, in place, with the way back to the original."""
    ranges = list(_ranges(len(page.text), cuts, moves))
    pieces = Pieces()
    length = 0
    for start, end in ranges:
        pieces.take(page.pieces, start, end, length)
        length += end - start
    pieces.length = length
    page.text = "".join([page.text[start:end] for start, end in ranges])
    page.low = "".join([page.low[start:end] for start, end in ranges])
    page.pieces = pieces


def _ranges(length: int, cuts: Stretches, moves: list[Move]) -> Iterator[tuple[int, int]]:
    """What stays, in its new order."""
    events: list[tuple[int, int, tuple[int, int] | None]] = [(start, end, None) for start, end in cuts]
    events += [(start, end, None) for start, end, _ in moves]
    events += [(target, target, (start, end)) for start, end, target in moves]
    position = 0
    for start, end, moved in sorted(events, key=lambda event: event[:2]):
        if start > position:
            yield position, start
        position = max(position, end)
        if moved is not None:
            yield from _within(moved, cuts)
    if length > position:
        yield position, length


def _within(moved: tuple[int, int], cuts: Stretches) -> Iterator[tuple[int, int]]:
    position, stop = moved
    for index in range(bisect_left(cuts.starts, position), len(cuts)):
        start, end = cuts[index]
        if start >= stop:
            break
        yield position, start
        position = end
    if stop > position:
        yield position, stop
