"""The plain shapes of a layered drawing. Lengths are pixels at 1:1; x runs right, y runs down."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A box to place. lane: the authority level that holds it; order: breaks ties (a date), before the id."""

    id: str
    lane: int
    width: float
    height: float
    order: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow from source to target. Links of one kind into one target share a trunk. label_width: 0 without label."""

    source: str
    target: str
    kind: str = ""
    label: str = ""
    label_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands: left, top, width, height."""

    id: str
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Band:
    """The strip of one lane, over the whole width of the drawing."""

    lane: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Route:
    """The orthogonal way of one link, from the source's border to the target's border."""

    link: Link
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """A label beside a line: baseline start, and the links it speaks for."""

    text: str
    x: float
    y: float
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished drawing: its size, boxes row by row, lanes from top to bottom, a route for each link."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]
    routes: tuple[Route, ...]
    captions: tuple[Caption, ...]


@dataclass(frozen=True, slots=True)
class Spacing:
    """The measures of a drawing. gutter: room at the left for lane names; per_row: most boxes side by side."""

    gutter: float = 124.0
    margin: float = 16.0
    per_row: int = 5
    box_gap: float = 20.0
    trunk_gap: float = 12.0
    track: float = 10.0
    approach: float = 24.0
    """Room between a row of boxes and the first track: an arrow head and a caption fit there."""
