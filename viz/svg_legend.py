"""The legend of a drawing: what its lines and boxes mean, as far as they occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from viz.labels import text as ui
from viz.metrics import FONTS, width
from viz.palette import BORDER, FOCUS, PAPER, QUIET, STROKES, TEXT
from viz.svg_marks import px, words
from viz.view import View

LEGEND_SIZE = 12.0

PAGE_WIDTH = 1286.0
"""Room for a drawing on a page of a 1366 pixel wide screen."""

LegendItem = tuple[str, str, float]
"""(sample: a stroke group or a kind of box, text, width)."""


def legend(shown_view: View) -> str:
    """The legend alone, for a page that keeps it in sight while the drawing scrolls."""
    rows = legend_rows(legend_items(shown_view), PAGE_WIDTH)
    size = max(sum(item_width for _, _, item_width in row) for row in rows)
    height = 26.0 * len(rows)
    name = quoteattr(ui("drawing.legend", shown_view.lang))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{px(size)}" height="{px(height)}" '
        f'viewBox="16 0 {px(size)} {px(height)}" role="img" aria-label={name} '
        f'font-family="{FONTS}" font-size="12" fill="{TEXT}">'
    ]
    for index, row in enumerate(rows):
        parts += legend_row(row, 26.0 * index + 13.0)
    return "\n".join([*parts, "</svg>"]) + "\n"


def legend_items(shown_view: View) -> list[LegendItem]:
    groups = {edge.group for edge in shown_view.edges}
    samples = [f"stroke:{group}" for group in STROKES if group in groups]
    samples.append("box:focus")
    states = {box.document.loaded for box in shown_view.boxes}
    samples += [name for name, state in (("box:loaded", True), ("box:cited", False)) if state in states]
    if any(box.hidden for box in shown_view.boxes):
        samples.append("badge")
    texts = [(sample, ui(f"legend.{sample}", shown_view.lang)) for sample in samples]
    return [(sample, content, 52.0 + width(content, LEGEND_SIZE)) for sample, content in texts]


def legend_rows(items: Iterable[LegendItem], room: float) -> list[list[LegendItem]]:
    rows: list[list[LegendItem]] = []
    used = room
    for item in items:
        if used + item[2] > room:
            rows.append([])
            used = 0.0
        rows[-1].append(item)
        used += item[2]
    return rows


def legend_row(row: Iterable[LegendItem], middle: float) -> Iterator[str]:
    x = 16.0
    for sample, content, item_width in row:
        yield _sample(sample, x, middle)
        yield words(x + 34.0, middle + 4.0, content, LEGEND_SIZE, "400", TEXT)
        x += item_width


def _sample(sample: str, x: float, middle: float) -> str:
    kind, _, name = sample.partition(":")
    if kind == "stroke":
        stroke = STROKES[name]
        dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
        return (
            f'<path d="M{px(x)} {px(middle)}h20" stroke="{stroke.colour}" stroke-width="{stroke.width}"{dash}/>'
            f'<path d="M{px(x + 28)} {px(middle)}l-8 -4v8z" fill="{stroke.colour}"/>'
        )
    if kind == "box":
        border, thickness = (FOCUS, "2.5") if name == "focus" else (BORDER, "1.2")
        dash = ' stroke-dasharray="5 3"' if name == "cited" else ""
        return (
            f'<rect x="{px(x + 2)}" y="{px(middle - 7)}" width="24" height="14" rx="3" fill="{PAPER}" '
            f'stroke="{border}" stroke-width="{thickness}"{dash}/>'
        )
    return (
        f'<rect x="{px(x)}" y="{px(middle - 9)}" width="28" height="18" rx="9" fill="{QUIET}"/>'
        f"{words(x + 14, middle + 4.0, '+N', 12.0, '700', PAPER, 'middle')}"
    )
