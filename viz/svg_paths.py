"""Lines as path data: with rounded corners, one after the other or all that lie on each other once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from viz.geometry import Point
from viz.svg_marks import px

RADIUS = 6.0

Corner = tuple[Point, Point, Point]
"""Where a rounded corner begins, its tip, where it ends."""


def path(points: Sequence[Point]) -> str:
    """One line of orthogonal pieces with rounded corners."""
    commands = [f"M{_at(points[0])}"]
    for start, tip, end in _corners(points):
        commands.append(f"L{_at(start)}")
        commands.append(f"Q{_at(tip)} {_at(end)}")
    commands.append(f"L{_at(points[-1])}")
    return "".join(commands)


def ink(lines: Iterable[Sequence[Point]]) -> str:
    """What several such lines cover together, each stretch once. Hundreds of lines share a trunk that runs down the
    whole drawing: to paint it for each of them takes a picture seconds."""
    stretches: dict[tuple[bool, float], list[tuple[float, float]]] = defaultdict(list)
    corners: dict[str, None] = {}
    for points in lines:
        at = points[0]
        for start, tip, end in _corners(points):
            _stretch(stretches, at, start)
            corners[f"M{_at(start)}Q{_at(tip)} {_at(end)}"] = None
            at = end
        _stretch(stretches, at, points[-1])
    return "".join([*_straight(stretches), *corners])


def towards(start: Point, aim: Point, length: float) -> Point:
    """The point so far from `start` on the way to `aim`."""
    distance = _distance(start, aim) or 1.0
    return (
        start[0] + (aim[0] - start[0]) * length / distance,
        start[1] + (aim[1] - start[1]) * length / distance,
    )


def _corners(points: Sequence[Point]) -> Iterator[Corner]:
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(RADIUS, _distance(before, corner) / 2, _distance(corner, after) / 2)
        yield towards(corner, before, radius), corner, towards(corner, after, radius)


def _stretch(found: dict[tuple[bool, float], list[tuple[float, float]]], a: Point, b: Point) -> None:
    """A straight piece, by the line that it lies on: (does it run down?, where that line stands)."""
    if a == b:  # between two corners that lie close together
        return
    down = abs(a[0] - b[0]) < abs(a[1] - b[1])
    along, across = (1, 0) if down else (0, 1)
    found[down, round(a[across], 1)].append((min(a[along], b[along]), max(a[along], b[along])))


def _straight(stretches: dict[tuple[bool, float], list[tuple[float, float]]]) -> Iterator[str]:
    for (down, across), pieces in stretches.items():
        fixed, move = px(across), "V" if down else "H"
        for start, end in _joined(pieces):
            yield (f"M{fixed} {px(start)}{move}{px(end)}" if down else f"M{px(start)} {fixed}{move}{px(end)}")


def _joined(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches of one line, those that touch as one."""
    joined: list[tuple[float, float]] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _distance(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _at(point: Point) -> str:
    return f"{px(point[0])} {px(point[1])}"
