"""Horizontal placement: each pin as near to its neighbours as the order and the gaps allow (isotonic regression)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from viz.geometry import Spacing
from viz.nets import Pin, Wiring

SWEEPS = 8
TRUNK_WEIGHT = 6.0


def place(
    rows: Sequence[Sequence[Pin]], wiring: Wiring, widths: dict[str, float], spacing: Spacing
) -> dict[Pin, float]:
    """The centre x of every pin. Pins of a row keep their order and their gaps; trunks have no width."""
    gaps = [_gaps(row, wiring.trunks, widths, spacing) for row in rows]
    centres: dict[Pin, float] = {}
    for row, row_gaps in zip(rows, gaps, strict=True):
        start = -sum(row_gaps) / 2
        for pin, gap in zip(row, [0.0, *row_gaps], strict=False):
            start += gap
            centres[pin] = start
    above, below = wiring.neighbours()
    for sweep in range(SWEEPS):
        downward = sweep % 2 == 0
        indices = range(1, len(rows)) if downward else range(len(rows) - 2, -1, -1)
        for index in indices:
            _settle(rows[index], gaps[index], above if downward else below, centres, wiring.trunks)
    for index in range(len(rows)):
        both = {pin: above[pin] + below[pin] for pin in rows[index]}
        _settle(rows[index], gaps[index], both, centres, wiring.trunks)
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
) -> None:
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    wishes, weights = [], []
    for pin, offset in zip(row, offsets, strict=True):
        near = sorted(centres[other] for other in neighbours.get(pin, ()))
        middle = (near[(len(near) - 1) // 2] + near[len(near) // 2]) / 2 if near else centres[pin]
        wishes.append(middle - offset)
        weights.append(TRUNK_WEIGHT if pin in trunks else 1.0 if near else 0.2)
    for pin, offset, value in zip(row, offsets, isotonic(wishes, weights), strict=True):
        centres[pin] = value + offset


def _gaps(row: Sequence[Pin], trunks: frozenset[Pin], widths: dict[str, float], spacing: Spacing) -> list[float]:
    """Least distance between the centres of neighbours in the row."""
    result = []
    for left, right in itertools.pairwise(row):
        half = sum(0.0 if pin in trunks else widths[pin[1]] / 2 for pin in (left, right))
        plain = left not in trunks and right not in trunks
        result.append(half + (spacing.box_gap if plain else spacing.trunk_gap))
    return result
