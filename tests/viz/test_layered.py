"""The drawing's promises, for any graph: no overlaps, right lanes, lines clear of boxes, one result for one graph."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.answers import Chain
from viz.geometry import Layout, Link, Node
from viz.layered import layout, straight_pieces
from viz.view import view


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Node], list[Link]]:
    count = draw(st.integers(1, 22))
    nodes = [
        Node(f"n{i}", draw(st.integers(0, 8)), 200.0, draw(st.sampled_from([60.0, 90.0, 120.0])), f"20{i:02d}")
        for i in range(count)
    ]
    names = st.sampled_from([node.id for node in nodes])
    link = st.builds(Link, names, names, st.sampled_from(["basis", "change"]), st.just("căn cứ"), st.just(40.0))
    return nodes, draw(st.lists(link, max_size=40))


def overlaps(drawn: Layout) -> list[tuple[str, str]]:
    return [
        (a.id, b.id)
        for a, b in combinations(drawn.boxes, 2)
        if a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
    ]


def pierced(drawn: Layout) -> list[tuple[Link, str]]:
    """Routes that run through the inside of a box."""
    return [
        (route.link, box.id)
        for route in drawn.routes
        for (x1, y1), (x2, y2) in straight_pieces(route.points)
        for box in drawn.boxes
        if min(x1, x2) < box.right - 1
        and max(x1, x2) > box.x + 1
        and min(y1, y2) < box.bottom - 1
        and max(y1, y2) > box.y + 1
    ]


@settings(max_examples=120)
@given(graphs())
def test_boxes_never_overlap_and_lines_never_pierce_them(graph: tuple[list[Node], list[Link]]) -> None:
    drawn = layout(*graph)
    assert overlaps(drawn) == []
    assert pierced(drawn) == []


@settings(max_examples=80)
@given(graphs())
def test_every_box_stands_in_the_band_of_its_lane(graph: tuple[list[Node], list[Link]]) -> None:
    nodes, links = graph
    drawn = layout(nodes, links)
    bands = {band.lane: band for band in drawn.bands}
    assert sorted(bands) == [band.lane for band in drawn.bands] == sorted({node.lane for node in nodes})
    boxes = {box.id: box for box in drawn.boxes}
    for node in nodes:
        band = bands[node.lane]
        assert band.y <= boxes[node.id].y and boxes[node.id].bottom <= band.y + band.height
    assert all(box.x >= 0 and box.right <= drawn.width and box.bottom <= drawn.height for box in drawn.boxes)


@settings(max_examples=80)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(graph: tuple[list[Node], list[Link]], dice: random.Random) -> None:
    nodes, links = graph
    expected = layout(nodes, links)
    dice.shuffle(nodes)
    dice.shuffle(links)
    assert layout(nodes, links) == expected


@settings(max_examples=80)
@given(graphs())
def test_every_link_runs_at_right_angles_from_source_to_target(graph: tuple[list[Node], list[Link]]) -> None:
    nodes, links = graph
    drawn = layout(nodes, links)
    boxes = {box.id: box for box in drawn.boxes}
    assert {(route.link.source, route.link.target, route.link.kind) for route in drawn.routes} == {
        (link.source, link.target, link.kind) for link in links if link.source != link.target
    }
    for route in drawn.routes:
        for end, name in ((route.points[0], route.link.source), (route.points[-1], route.link.target)):
            box = boxes[name]
            assert box.x <= end[0] <= box.right
            assert end[1] in (box.y, box.bottom)
        assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in straight_pieces(route.points))


def test_within_a_lane_the_target_stands_above() -> None:
    nodes = [Node(name, 5, 200, 80) for name in "abc"]
    drawn = layout(nodes, [Link("a", "b"), Link("c", "a")])
    top = {box.id: box.y for box in drawn.boxes}
    assert top["b"] < top["a"] < top["c"]


def test_a_cycle_is_drawn_with_both_arrows() -> None:
    drawn = layout([Node("a", 5, 200, 80), Node("b", 5, 200, 80)], [Link("a", "b"), Link("b", "a")])
    assert len(drawn.routes) == 2
    assert pierced(drawn) == []


def test_siblings_share_one_trunk() -> None:
    nodes = [Node("top", 0, 200, 80), Node("between", 3, 200, 80), *(Node(f"k{i}", 5, 200, 80) for i in range(4))]
    drawn = layout(nodes, [Link(f"k{i}", "top") for i in range(4)])
    assert len({route.points[-1] for route in drawn.routes}) == 1


def test_many_documents_of_one_lane_stand_in_several_rows() -> None:
    drawn = layout([Node(f"n{i:02d}", 5, 200, 80) for i in range(12)], [])
    rows = {box.y for box in drawn.boxes}
    assert len(rows) == 3
    assert all(sum(box.y == row for box in drawn.boxes) == 4 for row in rows)


def test_an_empty_graph_is_an_empty_drawing() -> None:
    assert layout([], []).boxes == ()


def test_wrong_input_is_refused() -> None:
    with pytest.raises(ValueError, match="share one id"):
        layout([Node("a", 1, 10, 10), Node("a", 2, 10, 10)], [])
    with pytest.raises(KeyError):
        layout([Node("a", 1, 10, 10)], [Link("a", "nowhere")])


@pytest.mark.parametrize("name", ["small_chain", "large_chain"])
def test_real_sized_chains_keep_the_promises(name: str, request: pytest.FixtureRequest) -> None:
    chain: Chain = request.getfixturevalue(name)
    drawn = view(chain)
    boxes = [box.box for box in drawn.boxes]
    for a, b in combinations(boxes, 2):
        assert not (a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom)
    assert drawn.width < 1900
