from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from viz.placement import isotonic

WISHES = st.lists(st.floats(-1000, 1000), max_size=20)


@given(WISHES)
def test_isotonic_never_falls_and_stays_within_the_wishes(wishes: list[float]) -> None:
    values = isotonic(wishes, [1.0] * len(wishes))
    assert len(values) == len(wishes)
    assert all(a <= b + 1e-9 for a, b in itertools.pairwise(values))
    assert all(min(wishes) - 1e-6 <= value <= max(wishes) + 1e-6 for value in values)


@given(WISHES)
def test_what_is_in_order_stays(wishes: list[float]) -> None:
    ordered = sorted(wishes)
    assert isotonic(ordered, [1.0] * len(ordered)) == ordered


def test_a_heavy_wish_pulls_more() -> None:
    assert isotonic([10.0, 0.0], [3.0, 1.0]) == [7.5, 7.5]
