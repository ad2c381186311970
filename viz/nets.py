"""Links → nets: all links of one kind into one target run together, row by row, over pins.

A net is a tree, so that thirty arrows into one decision are one trunk with branches and not thirty lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from viz.geometry import Link, Node

Pin = tuple[int, str]
"""(row, name): name is a node id, or the trunk name of a net that passes the row."""


@dataclass(frozen=True, slots=True)
class Net:
    """The links of one kind into one target from one side. upward: the sources stand below the target."""

    name: str
    target: str
    kind: str
    upward: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """What a net does between two rows: its pins in the upper row and its pins in the lower row."""

    net: Net
    upper: tuple[Pin, ...]
    lower: tuple[Pin, ...]


@dataclass(frozen=True, slots=True)
class Wiring:
    """Pins of each row (nodes first, then passing trunks) and the crossings of each channel between rows."""

    rows: tuple[tuple[Pin, ...], ...]
    channels: tuple[tuple[Crossing, ...], ...]
    trunks: frozenset[Pin]

    def neighbours(self) -> tuple[dict[Pin, list[Pin]], dict[Pin, list[Pin]]]:
        """(pin → pins above it, pin → pins below it)."""
        above: dict[Pin, list[Pin]] = defaultdict(list)
        below: dict[Pin, list[Pin]] = defaultdict(list)
        for channel in self.channels:
            for crossing in channel:
                for upper in crossing.upper:
                    for lower in crossing.lower:
                        above[lower].append(upper)
                        below[upper].append(lower)
        return above, below


def wire(rows: Sequence[Sequence[Node]], links: Sequence[Link]) -> Wiring:
    """Pins and crossings for rows from `viz.rows.rows`; links must join nodes of different rows."""
    row_of = {node.id: index for index, row in enumerate(rows) for node in row}
    channels: list[list[Crossing]] = [[] for _ in range(max(len(rows) - 1, 0))]
    passing: list[list[Pin]] = [[] for _ in rows]
    for net in _nets(links, row_of):
        for channel, crossing in _crossings(net, row_of):
            channels[channel].append(crossing)
        for row in _passed(net, row_of):
            passing[row].append((row, net.name))
    return Wiring(
        rows=tuple((*((index, node.id) for node in row), *passing[index]) for index, row in enumerate(rows)),
        channels=tuple(tuple(channel) for channel in channels),
        trunks=frozenset(pin for row in passing for pin in row),
    )


def _nets(links: Sequence[Link], row_of: dict[str, int]) -> list[Net]:
    groups: dict[tuple[str, str, bool], list[Link]] = defaultdict(list)
    for link in links:
        groups[link.target, link.kind, row_of[link.target] < row_of[link.source]].append(link)
    return [
        Net(f"\0{target}\0{kind}\0{upward:d}", target, kind, upward, tuple(members))
        for (target, kind, upward), members in sorted(groups.items())
    ]


def _far_row(net: Net, row_of: dict[str, int]) -> int:
    ends = [row_of[link.source] for link in net.links]
    return max(ends) if net.upward else min(ends)


def _passed(net: Net, row_of: dict[str, int]) -> range:
    """Rows strictly between the target and the farthest source."""
    near, far = row_of[net.target], _far_row(net, row_of)
    return range(near + 1, far) if net.upward else range(far + 1, near)


def _crossings(net: Net, row_of: dict[str, int]) -> list[tuple[int, Crossing]]:
    near, far = row_of[net.target], _far_row(net, row_of)
    result = []
    for row, towards in _steps(near, far, net.upward):
        inner: Pin = (towards, net.target if towards == near else net.name)
        sources = sorted({link.source for link in net.links if row_of[link.source] == row})
        outer: list[Pin] = [(row, source) for source in sources]
        if row != far:
            outer.append((row, net.name))
        if net.upward:
            result.append((towards, Crossing(net, (inner,), tuple(outer))))
        else:
            result.append((row, Crossing(net, tuple(outer), (inner,))))
    return result


def _steps(near: int, far: int, upward: bool) -> list[tuple[int, int]]:
    """(row, the next row towards the target) from the target's neighbour row out to the far row."""
    if upward:
        return [(row, row - 1) for row in range(near + 1, far + 1)]
    return [(row, row + 1) for row in range(near - 1, far - 1, -1)]
