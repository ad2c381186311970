"""What several lines cover together is what each covers by itself."""

from __future__ import annotations

import re
from itertools import accumulate, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.geometry import Point
from viz.svg_paths import ink, path

Stretch = tuple[float, float, float, float]

_STRAIGHT = re.compile(r"M(\S+) (\S+?)(?:V([\d.-]+)|H([\d.-]+))")
_LINE = re.compile(r"(?:^M|L|Q\S+ \S+ )([\d.-]+) ([\d.-]+)")


def stretches(data: str) -> list[Stretch]:
    """The straight pieces of ink, as (x, y, x, y) from left to right or top to bottom."""
    found = []
    for x, y, down, across in _STRAIGHT.findall(data):
        found.append((float(x), float(y), float(across or x), float(down or y)))
    return found


def pieces(data: str) -> list[Stretch]:
    """The straight pieces of one path: between its lines and rounded corners."""
    found, at = [], (0.0, 0.0)
    for match in _LINE.finditer(data):
        to = (float(match[1]), float(match[2]))
        if match[0].startswith("L"):
            found.append((*min(at, to), *max(at, to)))
        at = to
    return found


@st.composite
def lines(draw: st.DrawFn) -> tuple[Point, ...]:
    """Orthogonal ways that meet: down and to the side in turn, in steps of twenty."""
    moves = draw(st.lists(st.sampled_from((-40, -20, 20, 40)), min_size=1, max_size=6))
    xs = accumulate(
        (0 if turn % 2 == 0 else move for turn, move in enumerate(moves)), initial=draw(st.sampled_from((0, 20)))
    )
    ys = accumulate((abs(move) if turn % 2 == 0 else 0 for turn, move in enumerate(moves)), initial=0)
    return tuple((float(x), float(y)) for x, y in zip(xs, ys, strict=True))


@given(st.lists(lines(), min_size=1, max_size=5))
def test_ink_covers_every_line_and_no_stretch_twice(some: list[tuple[Point, ...]]) -> None:
    inked = stretches(ink(some))
    for line in some:
        for left, top, right, bottom in pieces(path(line)):
            assert any(a <= left and b <= top and right <= c and bottom <= d for a, b, c, d in inked)
        for corner in re.findall(r"Q\S+ \S+ \S+", path(line)):
            assert corner in ink(some)
    assert not any(doubled(one, other) for one, other in combinations(inked, 2))


def doubled(one: Stretch, other: Stretch) -> bool:
    """Do two stretches lie on one line and touch?"""
    (left, top, right, bottom), (a, b, c, d) = one, other
    if left == right == a == c:
        return top <= d and b <= bottom
    return top == bottom == b == d and left <= c and a <= right


def test_lines_of_one_trunk_paint_it_once() -> None:
    trunk = [((0.0, 0.0), (0.0, 100.0), (10.0 * side, 100.0)) for side in range(3, 9)]
    assert ink(trunk).count("V") == 1
    assert ink(trunk).count("H") == 1
    assert ink(trunk).count("Q") == 1


@pytest.mark.parametrize("line", [((0.0, 0.0), (0.0, 50.0)), ((5.0, 5.0), (45.0, 5.0))])
def test_a_straight_line_is_one_stretch(line: tuple[Point, ...]) -> None:
    assert stretches(ink([line])) == [(*line[0], *line[1])]
