"""Layered layout in pure Python: lanes fixed by authority level, boxes in rows, links as orthogonal trunks.

Dagre and its kin take ranks from the links alone and cannot hold a document on its level; here the lane is the reading
aid and comes first. Same nodes and links in any order give the same drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from viz.geometry import Band, Box, Caption, Layout, Link, Node, Point, Route, Spacing
from viz.nets import Crossing, Net, Pin, Wiring, wire
from viz.ordering import order
from viz.placement import place
from viz.ports import CAPTION_GAP, Ports, ports
from viz.rows import rows
from viz.tracks import Wire, tracks

DEFAULT = Spacing()

ARROW = 9.0
"""Length of an arrow head: captions keep clear of it."""


def layout(nodes: Iterable[Node], links: Iterable[Link], spacing: Spacing = DEFAULT) -> Layout:
    """Place the nodes and draw the links.

    Links from a node to itself and repeated links are left out. Raises `ValueError` for two nodes of one id and
    `KeyError` for a link to a node that is not there.
    """
    nodes, links = _canonical(nodes, links)
    levels = rows(nodes, links, spacing.per_row)
    wiring = wire(levels, links)
    ordered = order(wiring)
    widths = {node.id: node.width for node in nodes}
    centres = place(ordered, wiring, widths, spacing)
    shift = _shift(nodes, levels, wiring, centres, spacing)
    centres = {pin: float(round(x + shift)) for pin, x in centres.items()}
    flat = _flat_boxes(levels, centres)
    ends = ports(wiring, flat, centres)
    running = [_tracks(channel, crossings, ends) for channel, crossings in enumerate(wiring.channels)]
    tops, height = _tops(levels, running, spacing)
    boxes = _boxes(levels, flat, tops)
    draw = _Draw(wiring, boxes, ends, running, tops, levels, spacing)
    right = max((*(box.right for box in boxes.values()), *(centres[pin] for pin in wiring.trunks)), default=0.0)
    return Layout(
        width=round(right + spacing.margin, 1),
        height=height,
        boxes=tuple(boxes[node.id] for level in levels for node in sorted(level, key=lambda n: boxes[n.id].x)),
        bands=_bands(levels, tops, height, spacing),
        routes=tuple(draw.route(link) for link in links),
        captions=draw.captions(),
    )


def _canonical(nodes: Iterable[Node], links: Iterable[Link]) -> tuple[list[Node], list[Link]]:
    ordered = sorted(nodes, key=lambda node: (node.lane, node.order, node.id))
    names = {node.id for node in ordered}
    if len(names) != len(ordered):
        raise ValueError("two nodes share one id")
    unique: dict[tuple[str, str, str], Link] = {}
    for link in sorted(links, key=lambda link: (link.target, link.source, link.kind, link.label, link.label_width)):
        if missing := {link.source, link.target} - names:
            raise KeyError(sorted(missing)[0])
        if link.source != link.target:
            unique.setdefault((link.source, link.target, link.kind), link)
    return ordered, list(unique.values())


def _shift(
    nodes: Sequence[Node], levels: Sequence[Sequence[Node]], wiring: Wiring, centres: dict[Pin, float], spacing: Spacing
) -> float:
    """How far right everything moves, so that the drawing begins after the gutter."""
    lefts = [centres[row, node.id] - node.width / 2 for row, level in enumerate(levels) for node in level]
    lefts += [centres[pin] for pin in wiring.trunks]
    return spacing.gutter + spacing.margin - min(lefts, default=0.0)


def _flat_boxes(levels: Sequence[Sequence[Node]], centres: dict[Pin, float]) -> dict[str, Box]:
    return {
        node.id: Box(node.id, round(centres[row, node.id] - node.width / 2, 1), 0.0, node.width, node.height)
        for row, level in enumerate(levels)
        for node in level
    }


def _boxes(levels: Sequence[Sequence[Node]], flat: dict[str, Box], tops: Sequence[float]) -> dict[str, Box]:
    """Boxes of one row share their top and their height."""
    return {
        node.id: Box(node.id, flat[node.id].x, tops[row], node.width, max(other.height for other in level))
        for row, level in enumerate(levels)
        for node in level
    }


def _wire(channel: int, crossing: Crossing, ends: Ports) -> Wire:
    name = crossing.net.name
    return Wire(
        upper=tuple(ends.x[channel, name, pin] for pin in crossing.upper),
        lower=tuple(ends.x[channel, name, pin] for pin in crossing.lower),
    )


def _tracks(channel: int, crossings: Sequence[Crossing], ends: Ports) -> dict[str, int | None]:
    """Net name → its track in this channel."""
    numbers = tracks([_wire(channel, crossing, ends) for crossing in crossings])
    return {crossing.net.name: number for crossing, number in zip(crossings, numbers, strict=True)}


def _tops(
    levels: Sequence[Sequence[Node]], running: Sequence[dict[str, int | None]], spacing: Spacing
) -> tuple[list[float], float]:
    """The top of each row, and the height of the drawing."""
    tops, y = [], spacing.margin
    for row, level in enumerate(levels):
        tops.append(y)
        y += max(node.height for node in level)
        if row < len(running):
            count = max((track + 1 for track in running[row].values() if track is not None), default=1)
            y += 2 * spacing.approach + (count - 1) * spacing.track
    return tops, round(y + spacing.margin, 1)


def _bands(
    levels: Sequence[Sequence[Node]], tops: Sequence[float], height: float, spacing: Spacing
) -> tuple[Band, ...]:
    """One band per lane; neighbouring bands meet in the middle of the channel between them."""
    starts: list[tuple[int, float]] = []
    for row, level in enumerate(levels):
        if not starts:
            starts.append((level[0].lane, 0.0))
        elif level[0].lane != starts[-1][0]:
            bottom = tops[row - 1] + max(node.height for node in levels[row - 1])
            starts.append((level[0].lane, round((bottom + tops[row]) / 2, 1)))
    ends = [y for _, y in starts[1:]] + [height]
    return tuple(Band(lane, y, round(end - y, 1)) for (lane, y), end in zip(starts, ends, strict=False))


class _Draw:
    """Turns pins and tracks into points."""

    def __init__(
        self,
        wiring: Wiring,
        boxes: dict[str, Box],
        ends: Ports,
        running: Sequence[dict[str, int | None]],
        tops: Sequence[float],
        levels: Sequence[Sequence[Node]],
        spacing: Spacing,
    ) -> None:
        self.boxes, self.ends, self.running, self.tops = boxes, ends, running, tops
        self.wiring, self.spacing = wiring, spacing
        self.bottoms = [top + max(n.height for n in level) for top, level in zip(tops, levels, strict=True)]
        self.row_of = {node.id: row for row, level in enumerate(levels) for node in level}
        self.net_of: dict[Link, Net] = {
            link: crossing.net for channel in wiring.channels for crossing in channel for link in crossing.net.links
        }

    def route(self, link: Link) -> Route:
        net = self.net_of[link]
        step = -1 if net.upward else 1
        points: list[Point] = []
        for row in range(self.row_of[link.source], self.row_of[link.target], step):
            channel = min(row, row + step)
            start = self.ends.x[channel, net.name, self._pin(row, link.source, net)]
            end = self.ends.x[channel, net.name, self._pin(row + step, link.target, net)]
            track = self.running[channel][net.name]
            points.append((start, self._border(row, channel)))
            if track is not None:
                y = self._track_y(channel, track)
                points += [(start, y), (end, y)]
            points.append((end, self._border(row + step, channel)))
        return Route(link, _simple(points))

    def _pin(self, row: int, node: str, net: Net) -> Pin:
        return (row, node if self.row_of[node] == row else net.name)

    def _border(self, row: int, channel: int) -> float:
        """The side of the row that looks into the channel."""
        return self.bottoms[row] if row == channel else self.tops[row]

    def _track_y(self, channel: int, track: int) -> float:
        return self.bottoms[channel] + self.spacing.approach + track * self.spacing.track

    def captions(self) -> tuple[Caption, ...]:
        nets = {crossing.net.name: crossing.net for channel in self.wiring.channels for crossing in channel}
        result = []
        for (channel, name, pin), (text, width) in self.ends.captions.items():
            x, box, net = self.ends.x[channel, name, pin], self.boxes[pin[1]], nets[name]
            below = pin[0] == channel
            gap = ARROW if pin[1] == net.target else 0.0
            y = box.bottom + gap + 11.0 if below else box.y - gap - 4.0
            left = x + CAPTION_GAP if x + CAPTION_GAP + width <= box.right + CAPTION_GAP else x - CAPTION_GAP - width
            links = net.links if pin[1] == net.target else tuple(link for link in net.links if link.source == pin[1])
            result.append(Caption(text, round(left, 1), round(y, 1), links))
        return tuple(sorted(result, key=lambda caption: (caption.y, caption.x, caption.text)))


def _simple(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without repeated points and without points inside a straight piece."""
    result: list[Point] = []
    for point in points:
        if result and point == result[-1]:
            continue
        if len(result) > 1 and _in_line(result[-2], result[-1], point):
            result.pop()
        result.append(point)
    return tuple((round(x, 1), round(y, 1)) for x, y in result)


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return a[0] == b[0] == c[0] or a[1] == b[1] == c[1]


def straight_pieces(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """The horizontal and vertical pieces of a route."""
    return list(pairwise(points))
