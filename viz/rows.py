"""Lanes → rows: no row holds two linked boxes, and no row holds more boxes than fit side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from math import ceil

from viz.geometry import Link, Node


def rows(nodes: Sequence[Node], links: Sequence[Link], per_row: int) -> list[list[Node]]:
    """The rows from top to bottom, each inside one lane; lanes without nodes leave no row.

    Inside a lane the target of a link stands above its source; in a cycle the first by (order, id) stands above.
    """
    ordered = sorted(nodes, key=lambda node: (node.lane, node.order, node.id))
    result: list[list[Node]] = []
    below = _with_neighbours_below(ordered, links)
    for lane in sorted({node.lane for node in ordered}):
        members = [node for node in ordered if node.lane == lane]
        for rank in _ranks(members, links):
            result.extend(_split(rank, links, below, per_row))
    return result


def _ranks(members: Sequence[Node], links: Iterable[Link]) -> list[list[Node]]:
    """Longest-path ranks over the links inside the lane; linked nodes never share a rank."""
    names = {node.id for node in members}
    inner = [link for link in links if link.source in names and link.target in names]
    targets: dict[str, set[str]] = {name: set() for name in names}
    linked: dict[str, set[str]] = {name: set() for name in names}
    for link in inner:
        targets[link.source].add(link.target)
        linked[link.source].add(link.target)
        linked[link.target].add(link.source)
    rank: dict[str, int] = {}
    waiting = list(members)
    while waiting:
        node = next((n for n in waiting if targets[n.id] <= rank.keys()), waiting[0])
        waiting.remove(node)
        rank[node.id] = max((rank[other] + 1 for other in linked[node.id] if other in rank), default=0)
    height = max(rank.values(), default=-1) + 1
    return [[node for node in members if rank[node.id] == level] for level in range(height)]


def _split(rank: list[Node], links: Sequence[Link], below: set[str], per_row: int) -> list[list[Node]]:
    """Even rows of at most `per_row`; what is linked downward goes into the last, siblings stay together."""
    if len(rank) <= per_row:
        return [rank]
    names = {node.id for node in rank}
    first_target: dict[str, str] = {}
    for link in links:
        if link.source in names:
            first_target[link.source] = min(link.target, first_target.get(link.source, link.target))
    rank = sorted(rank, key=lambda n: (n.id in below, first_target.get(n.id, ""), n.order, n.id))
    count = ceil(len(rank) / per_row)
    cuts = [len(rank) * i // count for i in range(count + 1)]
    return [rank[start:end] for start, end in itertools.pairwise(cuts)]


def _with_neighbours_below(nodes: Iterable[Node], links: Iterable[Link]) -> set[str]:
    lane = {node.id: node.lane for node in nodes}
    result = set()
    for link in links:
        if lane[link.source] > lane[link.target]:
            result.add(link.target)
        elif lane[link.source] < lane[link.target]:
            result.add(link.source)
    return result
