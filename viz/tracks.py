"""Horizontal tracks between two rows: which net runs above which, so that few lines cross and none overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CLEAR = 8.0
"""Horizontal pieces nearer than this on one track would touch."""
OVERLAP_COST = 50
STRAIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Wire:
    """The ends of one net in a channel: x at the upper row and x at the lower row."""

    upper: tuple[float, ...]
    lower: tuple[float, ...]

    @property
    def left(self) -> float:
        return min(self.upper + self.lower)

    @property
    def right(self) -> float:
        return max(self.upper + self.lower)

    @property
    def straight(self) -> bool:
        return self.right - self.left <= STRAIGHT


def tracks(wires: Sequence[Wire]) -> list[int | None]:
    """The track of each wire, 0 on top; None for a straight line, which needs none."""
    bent = [index for index, wire in enumerate(wires) if not wire.straight]
    ordered = _ordered(bent, wires)
    result: list[int | None] = [None] * len(wires)
    for position, index in enumerate(ordered):
        before = [result[other] for other in ordered[:position] if _touch(wires[index], wires[other])]
        result[index] = max((track + 1 for track in before if track is not None), default=0)
    return result


def _ordered(indices: Sequence[int], wires: Sequence[Wire]) -> list[int]:
    """From top to bottom with few crossings: neighbours swap while that helps."""
    result = sorted(indices, key=lambda index: (wires[index].left, wires[index].right, index))
    for _ in range(len(result)):
        swapped = False
        for place in range(len(result) - 1):
            first, second = wires[result[place]], wires[result[place + 1]]
            if _cost(second, first) < _cost(first, second):
                result[place], result[place + 1] = result[place + 1], result[place]
                swapped = True
        if not swapped:
            break
    return result


def _cost(above: Wire, below: Wire) -> int:
    """Crossings when one runs above the other; vertical pieces on top of each other cost much more."""
    down = sum(below.left < x < below.right for x in above.lower)
    up = sum(above.left < x < above.right for x in below.upper)
    overlaps = sum(abs(a - b) < STRAIGHT * 2 for a in above.lower for b in below.upper)
    return down + up + OVERLAP_COST * overlaps


def _touch(first: Wire, second: Wire) -> bool:
    return first.left - CLEAR < second.right and second.left - CLEAR < first.right
