"""Crossing reduction: the order of the pins in each row, by median sweeps and transposition."""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from collections.abc import Sequence

from viz.nets import Pin, Wiring

SWEEPS = 12

Neighbours = dict[Pin, list[Pin]]


def order(wiring: Wiring) -> list[list[Pin]]:
    """The rows of `wiring` with few crossings between neighbouring rows; same pins, same input, same order."""
    above, below = wiring.neighbours()
    rows = [list(row) for row in wiring.rows]
    best, fewest = [list(row) for row in rows], crossings(rows, below)
    for sweep in range(SWEEPS):
        if fewest == 0 and sweep > 1:
            break
        if sweep % 2 == 0:
            for index in range(1, len(rows)):
                _sort_by_median(rows[index], rows[index - 1], above)
        else:
            for index in range(len(rows) - 2, -1, -1):
                _sort_by_median(rows[index], rows[index + 1], below)
        _transpose(rows, above, below)
        count = crossings(rows, below)
        if count < fewest:
            best, fewest = [list(row) for row in rows], count
    return best


def crossings(rows: Sequence[Sequence[Pin]], below: Neighbours) -> int:
    """How many pairs of lines cross between neighbouring rows when drawn straight."""
    total = 0
    for upper, lower in itertools.pairwise(rows):
        place = {pin: index for index, pin in enumerate(lower)}
        seen: list[int] = []
        for pin in upper:
            ends = sorted(place[other] for other in below[pin])
            total += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _sort_by_median(row: list[Pin], fixed: Sequence[Pin], neighbours: Neighbours) -> None:
    """Pins without neighbours keep their place; the others are sorted among the remaining places."""
    place = {pin: index for index, pin in enumerate(fixed)}
    medians: dict[Pin, float] = {}
    for pin in row:
        ends = sorted(place[other] for other in neighbours[pin])
        if ends:
            medians[pin] = (ends[(len(ends) - 1) // 2] + ends[len(ends) // 2]) / 2
    movable = iter(sorted((pin for pin in row if pin in medians), key=medians.__getitem__))
    row[:] = [next(movable) if pin in medians else pin for pin in row]


def _transpose(rows: list[list[Pin]], above: Neighbours, below: Neighbours) -> None:
    """Swap neighbours while that removes crossings. A row is looked at again only when it or one beside it changed."""
    places = [{pin: place for place, pin in enumerate(row)} for row in rows]
    waiting = [True] * len(rows)
    while any(waiting):
        for index, row in enumerate(rows):
            if not waiting[index]:
                continue
            waiting[index] = False
            sides = []
            if index > 0:
                sides.append((places[index - 1], above))
            if index + 1 < len(rows):
                sides.append((places[index + 1], below))
            changed = False
            for left in range(len(row) - 1):
                gain = sum(_gain(row[left], row[left + 1], place, near) for place, near in sides)
                if gain > 0:
                    row[left], row[left + 1] = row[left + 1], row[left]
                    changed = True
            if changed:
                places[index] = {pin: place for place, pin in enumerate(row)}
                waiting[max(index - 1, 0) : index + 2] = [True] * len(waiting[max(index - 1, 0) : index + 2])


def _gain(left: Pin, right: Pin, place: dict[Pin, int], neighbours: Neighbours) -> int:
    """Crossings that vanish when the two are swapped."""
    gain = 0
    for a in neighbours[left]:
        for b in neighbours[right]:
            gain += (place[a] > place[b]) - (place[a] < place[b])
    return gain
