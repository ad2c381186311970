"""The lines of a drawing: trunk by trunk, with rounded corners and arrow heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from viz.geometry import Point
from viz.labels import text as ui
from viz.palette import PAPER, STROKES
from viz.quote import quote
from viz.svg_marks import px
from viz.svg_paths import ink, path, towards
from viz.view import EdgeView, View

ARROW_LENGTH, ARROW_HALF = 8.0, 4.0
TITLE_LIMIT = 220


def all_edges(shown_view: View, *, still: bool = False) -> Iterator[str]:
    """Trunk by trunk: first a pale border, so that a crossing reads as a bridge, then the lines and one arrow head.

    still: for a picture, in which nobody points at a line: what the lines of a trunk share is painted once.
    """
    edges = shown_view.edges
    starts = [i for i, edge in enumerate(edges) if i == 0 or _trunk(edge) != _trunk(edges[i - 1])]
    for start, end in zip(starts, [*starts[1:], len(edges)], strict=True):
        yield from _still(edges[start:end]) if still else _live(edges[start:end], shown_view)
    for caption in shown_view.captions:
        yield (
            f'<text x="{px(caption.x)}" y="{px(caption.y)}" font-size="11.5" '
            f'fill="{STROKES[caption.links[0].kind].colour}">{escape(caption.text)}</text>'
        )


def _live(net: Sequence[EdgeView], shown_view: View) -> Iterator[str]:
    """Each line by itself, with its sentence, so that a page can show whose it is."""
    anchors = shown_view.anchors
    yield _border(ink(edge.points for edge in net))
    yield from (_edge(edge, (anchors[edge.subject.iri], anchors[edge.object.iri]), shown_view.lang) for edge in net)


def _still(net: Sequence[EdgeView]) -> Iterator[str]:
    """All lines of a trunk as one; dashes would begin anew with each piece, so that dashed lines stay whole."""
    yield _border(ink(edge.points for edge in net))
    lines = [_from_arrow(edge.points) for edge in net]
    dashed = STROKES[net[0].group].dash
    yield from (_line(each, net[0].group) for each in (map(path, lines) if dashed else [ink(lines)]))
    yield from dict.fromkeys(_head(edge) for edge in net)


def _border(data: str) -> str:
    return f'<path d="{data}" fill="none" stroke="{PAPER}" stroke-opacity="0.85" stroke-width="5"/>'


def _trunk(edge: EdgeView) -> tuple[str, str]:
    return edge.object.iri, edge.group


def _edge(edge: EdgeView, ends: tuple[str, str], lang: str) -> str:
    return (
        f'<g id="{edge.id}" data-from="{ends[0]}" data-to="{ends[1]}"><title>{escape(_edge_title(edge, lang))}</title>'
        f"{_line(path(_from_arrow(edge.points)), edge.group)}{_head(edge)}</g>"
    )


def _line(data: str, group: str) -> str:
    stroke = STROKES[group]
    dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
    return f'<path d="{data}" fill="none" stroke="{stroke.colour}" stroke-width="{stroke.width}"{dash}/>'


def _head(edge: EdgeView) -> str:
    return f'<path d="{_arrow(edge.points)}" fill="{STROKES[edge.group].colour}"/>'


def _edge_title(edge: EdgeView, lang: str) -> str:
    head = f"{edge.subject.label} — {edge.label} → {edge.object.label}"
    if not edge.evidence:
        return head
    first = edge.evidence[0]
    more = f" (+{len(edge.evidence) - 1})" if len(edge.evidence) > 1 else ""
    witness = ui("evidence.by", lang, witness=first.witness.label)
    return f"{head}\n“{quote(first, TITLE_LIMIT)}”\n{witness}{more}"


def _from_arrow(points: Sequence[Point]) -> list[Point]:
    """The line from inside its arrow head back to its source: dashes of a shared trunk fall on each other."""
    return [towards(points[-1], points[-2], ARROW_LENGTH - 1.0), *points[-2::-1]]


def _arrow(points: Sequence[Point]) -> str:
    tip, base = points[-1], towards(points[-1], points[-2], ARROW_LENGTH)
    return f"M{px(tip[0])} {px(tip[1])}L{px(base[0] - ARROW_HALF)} {px(base[1])}H{px(base[0] + ARROW_HALF)}Z"
