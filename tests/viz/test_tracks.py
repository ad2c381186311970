from __future__ import annotations

from viz.tracks import Wire, tracks


def test_a_straight_line_needs_no_track() -> None:
    assert tracks([Wire((10.0,), (10.0,))]) == [None]


def test_lines_that_overlap_take_different_tracks() -> None:
    first, second = tracks([Wire((0.0,), (100.0,)), Wire((50.0,), (150.0,))])
    assert first != second


def test_lines_far_apart_share_a_track() -> None:
    assert tracks([Wire((0.0,), (20.0,)), Wire((100.0,), (120.0,))]) == [0, 0]


def test_the_order_that_crosses_less_wins() -> None:
    inner, outer = Wire((40.0,), (60.0,)), Wire((0.0,), (50.0,))
    assert tracks([inner, outer]) == [1, 0] or tracks([inner, outer]) == [0, 1]
    left, right = Wire((0.0,), (60.0,)), Wire((40.0,), (100.0,))
    top = tracks([left, right])
    assert top[0] is not None and top[1] is not None and top[0] > top[1]


def test_vertical_pieces_in_one_column_do_not_lie_on_each_other() -> None:
    upper, lower = Wire((0.0,), (50.0,)), Wire((50.0,), (100.0,))
    first, second = tracks([upper, lower])
    assert first is not None and second is not None and first > second
