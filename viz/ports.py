"""Where the lines of a net meet the boxes, and which end of a net carries its caption."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from viz.geometry import Box
from viz.nets import Crossing, Net, Pin, Wiring

Place = tuple[int, str, Pin]
"""(channel, net name, pin): the end of one line; a box has its own at its top and at its bottom."""

EDGE = 12.0
"""Nearest that a line comes to the corner of a box."""
NARROW = 12.0
"""Room of a port without caption."""
CAPTION_GAP = 5.0
CLASH = 5.0
"""Two vertical lines nearer than this read as one."""


@dataclass(frozen=True, slots=True)
class Ports:
    """x of each end; captions: ends that carry the caption of their net, with its text and width."""

    x: dict[Place, float]
    captions: dict[Place, tuple[str, float]]


def ports(wiring: Wiring, boxes: dict[str, Box], centres: dict[Pin, float]) -> Ports:
    """Ends spread over the borders of the boxes, straight where possible, away from foreign lines; whole pixels."""
    x: dict[Place, float] = {}
    captions: dict[Place, tuple[str, float]] = {}
    attached = _attached(wiring, centres)
    load = {key: len(ends) for key, ends in attached.items()}
    wanted = _wanted_captions(wiring, load)
    for (channel, pin), ends in attached.items():
        if pin in wiring.trunks:
            x.update(((channel, crossing.net.name, pin), centres[pin]) for crossing in ends)
            continue
        places = [(channel, crossing.net.name, pin) for crossing in ends]
        fitting, positions = _spread(boxes[pin[1]], [wanted.get(place) for place in places])
        x.update((place, float(round(position))) for place, position in zip(places, positions, strict=True))
        captions.update((place, wanted[place]) for place in places if fitting and place in wanted)
    _straighten(wiring, boxes, load, x)
    for channel, crossings in enumerate(wiring.channels):
        _part(channel, crossings, wiring.trunks, boxes, x)
    return Ports(x, captions)


def _attached(wiring: Wiring, centres: dict[Pin, float]) -> dict[tuple[int, Pin], list[Crossing]]:
    """(channel, pin) → the crossings that end there, from left to right by their other ends."""
    result: dict[tuple[int, Pin], list[tuple[float, int, Crossing]]] = defaultdict(list)
    for channel, crossings in enumerate(wiring.channels):
        for index, crossing in enumerate(crossings):
            for here, there in ((crossing.upper, crossing.lower), (crossing.lower, crossing.upper)):
                aim = sum(centres[pin] for pin in there) / len(there)
                for pin in here:
                    result[channel, pin].append((aim, index, crossing))
    return {key: [crossing for *_, crossing in sorted(ends, key=lambda end: end[:2])] for key, ends in result.items()}


def _wanted_captions(wiring: Wiring, load: dict[tuple[int, Pin], int]) -> dict[Place, tuple[str, float]]:
    """A net with one text is named once, at its target; a single link at its emptier end; mixed texts at sources."""
    wanted: dict[Place, tuple[str, float]] = {}
    for channel, crossings in enumerate(wiring.channels):
        for crossing in crossings:
            net = crossing.net
            at_target = len({link.label for link in net.links}) == 1 and (
                len(net.links) > 1 or _source_load(net, wiring, load) > 2
            )
            for pin in (*crossing.upper, *crossing.lower):
                link = _link_at(net, pin, at_target)
                if link and link[0]:
                    wanted[channel, net.name, pin] = link
    return wanted


def _link_at(net: Net, pin: Pin, at_target: bool) -> tuple[str, float] | None:
    if at_target:
        return (net.links[0].label, net.links[0].label_width) if pin[1] == net.target else None
    return next(((link.label, link.label_width) for link in net.links if link.source == pin[1]), None)


def _source_load(net: Net, wiring: Wiring, load: dict[tuple[int, Pin], int]) -> int:
    sources = {link.source for link in net.links}
    return max(
        load[channel, pin]
        for channel, crossings in enumerate(wiring.channels)
        for crossing in crossings
        if crossing.net is net
        for pin in (*crossing.upper, *crossing.lower)
        if pin[1] in sources
    )


def _spread(box: Box, captions: Sequence[tuple[str, float] | None]) -> tuple[bool, list[float]]:
    """(do the captions fit?, x of each port from left to right)."""
    count = len(captions)
    needs = [caption[1] + 2 * CAPTION_GAP if caption else NARROW for caption in captions]
    slack = box.width - 2 * EDGE - sum(needs)
    if count == 1 and needs[0] <= box.width / 2:
        return True, [box.centre]
    if slack < 0:
        return False, [box.x + box.width * (index + 1) / (count + 1) for index in range(count)]
    positions, left = [], box.x + EDGE
    for need in needs:
        positions.append(left + slack / (2 * count))
        left += need + slack / count
    return True, positions


def _straighten(wiring: Wiring, boxes: dict[str, Box], load: dict[tuple[int, Pin], int], x: dict[Place, float]) -> None:
    """A line between two ends without company goes straight when the boxes allow it."""
    for channel, crossings in enumerate(wiring.channels):
        for crossing in crossings:
            if len(crossing.upper) != 1 or len(crossing.lower) != 1:
                continue
            ends = (crossing.upper[0], crossing.lower[0])
            free = [pin for pin in ends if pin not in wiring.trunks and load[channel, pin] == 1]
            fixed = [pin for pin in ends if pin not in free]
            low = max((boxes[pin[1]].x + EDGE for pin in free), default=0.0)
            high = min((boxes[pin[1]].right - EDGE for pin in free), default=0.0)
            aim = (
                x[channel, crossing.net.name, fixed[0]]
                if fixed
                else sum(x[channel, crossing.net.name, pin] for pin in ends) / 2
            )
            if len(fixed) < 2 and low <= aim <= high:
                x.update(((channel, crossing.net.name, pin), float(round(aim))) for pin in free)


def _part(
    channel: int,
    crossings: Iterable[Crossing],
    trunks: frozenset[Pin],
    boxes: dict[str, Box],
    x: dict[Place, float],
) -> None:
    """Move the ends of boxes a little where a foreign net stands in the same column on the other side."""
    ends = [(crossing.net.name, pin) for crossing in crossings for pin in (*crossing.upper, *crossing.lower)]
    for name, pin in ends:
        if pin in trunks:
            continue
        foreign = [x[channel, other, there] for other, there in ends if other != name]
        box, start = boxes[pin[1]], x[channel, name, pin]
        own = [x[channel, there_name, there] for there_name, there in ends if there_name == name and there != pin]
        if any(abs(start - other) < 0.5 for other in own):
            continue
        for shift in (0.0, 6.0, -6.0, 12.0, -12.0, 18.0, -18.0):
            candidate = start + shift
            inside = box.x + EDGE / 2 <= candidate <= box.right - EDGE / 2
            if inside and all(abs(candidate - other) >= CLASH for other in foreign):
                x[channel, name, pin] = candidate
                break
