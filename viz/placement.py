"""Horizontal placement: each pin as near to its neighbours as the order and the gaps allow (isotonic regression)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from viz.geometry import Spacing
from viz.nets import Pin, Wiring

SWEEPS = 10
STRAIGHTENINGS = 3
TRUNK_WEIGHT = 6.0
EASE = 1.1
"""How much wider than its fullest row the drawing may be."""
LOOSE = 0.2
"""Weight of a pin without neighbours in view: it holds its place until something pushes."""


def place(
    rows: Sequence[Sequence[Pin]], wiring: Wiring, widths: dict[str, float], spacing: Spacing
) -> dict[Pin, float]:
    """The centre x of every pin. Pins of a row keep their order and their gaps; trunks have no width.

    The drawing is hardly wider than its fullest row: lines bend rather than spread.
    """
    gaps = [_gaps(row, wiring.trunks, widths, spacing) for row in rows]
    limit = EASE * max((sum(row_gaps) for row_gaps in gaps), default=0.0) / 2
    centres: dict[Pin, float] = {}
    for row, row_gaps in zip(rows, gaps, strict=True):
        places = accumulate(row_gaps, initial=-sum(row_gaps) / 2)
        centres.update(zip(row, places, strict=True))
    above, below = wiring.neighbours()
    for sweep in range(SWEEPS):
        downward = sweep % 2 == 0
        for index in range(1, len(rows)) if downward else range(len(rows) - 2, -1, -1):
            _settle(rows[index], gaps[index], above if downward else below, centres, wiring.trunks, limit)
    for _ in range(STRAIGHTENINGS):
        for index, row in enumerate(rows):
            both = {pin: above[pin] + below[pin] for pin in row}
            _settle(row, gaps[index], both, centres, wiring.trunks, limit)
        _straighten(rows, gaps, wiring.trunks, centres)
    return centres


def isotonic(wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The non-decreasing values nearest to the wishes (least squares; pool adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        value, total, count = wish, weight, 1
        while blocks and blocks[-1][0] > value:
            before, mass, size = blocks.pop()
            value = (before * mass + value * total) / (mass + total)
            total += mass
            count += size
        blocks.append((value, total, count))
    return [value for value, _, count in blocks for _ in range(count)]


def _settle(
    row: Sequence[Pin],
    gaps: Sequence[float],
    neighbours: dict[Pin, list[Pin]],
    centres: dict[Pin, float],
    trunks: frozenset[Pin],
    limit: float,
) -> None:
    """Move the pins of one row to the medians of their neighbours, inside ±limit."""
    offsets = list(accumulate(gaps, initial=0.0))
    wishes, weights = [], []
    for pin, offset in zip(row, offsets, strict=True):
        near = sorted(centres[other] for other in neighbours.get(pin, ()))
        middle = (near[(len(near) - 1) // 2] + near[len(near) // 2]) / 2 if near else centres[pin]
        wishes.append(middle - offset)
        weights.append(TRUNK_WEIGHT if pin in trunks else 1.0 if near else LOOSE)
    low, high = -limit, limit - offsets[-1]
    for pin, offset, value in zip(row, offsets, isotonic(wishes, weights), strict=True):
        centres[pin] = min(max(value, low), high) + offset


def _straighten(
    rows: Sequence[Sequence[Pin]],
    gaps: Sequence[Sequence[float]],
    trunks: frozenset[Pin],
    centres: dict[Pin, float],
) -> None:
    """Give the pieces of one trunk one x, over as many rows as their neighbours leave room."""
    places = {pin: (row, index) for row, pins in enumerate(rows) for index, pin in enumerate(pins)}
    for name in sorted({name for _, name in trunks}):
        pieces = sorted(pin for pin in trunks if pin[1] == name)
        run: list[Pin] = []
        low, high = float("-inf"), float("inf")
        for piece in pieces:
            left, right = _room(rows, gaps, places[piece], centres)
            if run and max(low, left) > min(high, right):
                _align(run, low, high, centres)
                run, low, high = [], float("-inf"), float("inf")
            run.append(piece)
            low, high = max(low, left), min(high, right)
        _align(run, low, high, centres)


def _room(
    rows: Sequence[Sequence[Pin]], gaps: Sequence[Sequence[float]], place: tuple[int, int], centres: dict[Pin, float]
) -> tuple[float, float]:
    """How far left and right a pin may go while its neighbours stay."""
    row, index = place
    pins = rows[row]
    left = centres[pins[index - 1]] + gaps[row][index - 1] if index > 0 else float("-inf")
    right = centres[pins[index + 1]] - gaps[row][index] if index + 1 < len(pins) else float("inf")
    return left, right


def _align(run: Sequence[Pin], low: float, high: float, centres: dict[Pin, float]) -> None:
    xs = sorted(centres[pin] for pin in run)
    x = min(max(xs[len(xs) // 2], low), high)
    centres.update((pin, x) for pin in run)


def _gaps(row: Sequence[Pin], trunks: frozenset[Pin], widths: dict[str, float], spacing: Spacing) -> list[float]:
    """Least distance between the centres of neighbours in the row."""
    result = []
    for left, right in pairwise(row):
        half = sum(0.0 if pin in trunks else widths[pin[1]] / 2 for pin in (left, right))
        plain = left not in trunks and right not in trunks
        result.append(half + (spacing.box_gap if plain else spacing.trunk_gap))
    return result
