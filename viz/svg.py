"""View → SVG with presentation attributes only: the same string stands in a page, in a file and in a printed figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from graph.answers import Chain, DocumentSummary
from viz.dates import shown
from viz.geometry import Point
from viz.labels import text as ui
from viz.links import safe
from viz.metrics import FONTS, width
from viz.palette import BAND, BORDER, FOCUS, PAPER, QUIET, STROKES, TEXT, tone
from viz.quote import quote
from viz.view import BoxView, EdgeView, Href, LaneView, Line, View, view

RADIUS = 6.0
ARROW_LENGTH, ARROW_HALF = 8.0, 4.0
HEADING = 40.0
LEGEND = 34.0
LEGEND_SIZE = 12.0
TITLE_LIMIT = 220

PAGE_WIDTH = 1286.0
"""Room for a drawing on a page of a 1366 pixel wide screen."""

LINE_STYLE = {
    "label": (13.5, "700", TEXT, 17.0),
    "meta": (12.0, "400", QUIET, 15.0),
    "title": (12.0, "400", TEXT, 15.0),
}


def drawing(chain: Chain, lang: str = "vi", href: Href | None = None) -> str:
    """A chain as an SVG file of its own, with heading and legend; its boxes lead to the documents' IRIs by default."""
    return render(view(chain, lang, href or (lambda document: document.iri)))


def render(shown_view: View, *, framed: bool = True, least_width: float = 640.0) -> str:
    """The drawing as one `<svg>` element. framed: with heading and legend, as a file of its own needs them.

    least_width: a narrower drawing stands in the middle of lanes of that width.
    """
    items = _legend_items(shown_view) if framed else []
    full_width = max(shown_view.width, least_width)
    rows = _legend_rows(items, full_width - 32.0)
    top = HEADING if framed else 0.0
    height = shown_view.height + top + (LEGEND * len(rows) if framed else 0.0)
    name = ui("drawing.title", shown_view.lang, document=shown_view.focus.label)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(full_width)}" height="{_n(height)}" '
        f'viewBox="0 {_n(-top)} {_n(full_width)} {_n(height)}" role="group" aria-label={quoteattr(name)} '
        f'font-family="{FONTS}" font-size="12" fill="{TEXT}">',
        f"<title>{escape(name)}</title>",
        f'<rect x="0" y="{_n(-top)}" width="{_n(full_width)}" height="{_n(height)}" fill="{PAPER}"/>',
    ]
    if framed:
        parts.append(_text(16.0, -14.0, name, 16.0, "700", TEXT))
    parts += _lanes(shown_view, full_width)
    parts.append(f'<g transform="translate({_n((full_width - shown_view.width) / 2)} 0)">')
    parts += _all_edges(shown_view)
    parts += [_box(box, shown_view.lang) for box in shown_view.boxes]
    parts.append("</g>")
    for index, row in enumerate(rows):
        parts += _legend_row(row, shown_view.height + LEGEND * index + LEGEND / 2)
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def legend(shown_view: View) -> str:
    """The legend alone, for a page that keeps it in sight while the drawing scrolls."""
    rows = _legend_rows(_legend_items(shown_view), PAGE_WIDTH)
    size = max(sum(item_width for _, _, item_width in row) for row in rows)
    height = 26.0 * len(rows)
    name = quoteattr(ui("drawing.legend", shown_view.lang))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(size)}" height="{_n(height)}" '
        f'viewBox="16 0 {_n(size)} {_n(height)}" role="img" aria-label={name} '
        f'font-family="{FONTS}" font-size="12" fill="{TEXT}">'
    ]
    for index, row in enumerate(rows):
        parts += _legend_row(row, 26.0 * index + 13.0)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _text(x: float, y: float, content: str, size: float, weight: str, colour: str, anchor: str = "start") -> str:
    anchored = f' text-anchor="{anchor}"' if anchor != "start" else ""
    bold = f' font-weight="{weight}"' if weight != "400" else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{bold}{anchored} fill="{colour}">{escape(content)}</text>'
    )


def _lanes(shown_view: View, full_width: float) -> Iterator[str]:
    for index, lane in enumerate(shown_view.lanes):
        yield from _lane(lane, index, full_width)


def _lane(lane: LaneView, index: int, full_width: float) -> Iterator[str]:
    band, colours = lane.band, tone(lane.band.lane)
    ground = BAND if index % 2 == 0 else PAPER
    yield f'<rect x="0" y="{_n(band.y)}" width="{_n(full_width)}" height="{_n(band.height)}" fill="{ground}"/>'
    yield f'<rect x="0" y="{_n(band.y)}" width="5" height="{_n(band.height)}" fill="{colours.ink}"/>'
    for number, line in enumerate(lane.lines):
        yield _text(14.0, band.y + 30.0 + 15.0 * number, line, 12.0, "700", colours.ink)


def _all_edges(shown_view: View) -> Iterator[str]:
    """Trunk by trunk: first a pale border, so that a crossing reads as a bridge, then the lines and one arrow head."""
    edges, anchors = shown_view.edges, shown_view.anchors
    starts = [i for i, edge in enumerate(edges) if i == 0 or _trunk(edge) != _trunk(edges[i - 1])]
    for start, end in zip(starts, [*starts[1:], len(edges)], strict=True):
        net = edges[start:end]
        yield from (
            f'<path d="{_path(edge.points)}" fill="none" stroke="{PAPER}" stroke-opacity="0.85" stroke-width="5"/>'
            for edge in net
        )
        yield from (_edge(edge, (anchors[edge.subject.iri], anchors[edge.object.iri]), shown_view.lang) for edge in net)
    for caption in shown_view.captions:
        yield (
            f'<text x="{_n(caption.x)}" y="{_n(caption.y)}" font-size="11.5" '
            f'fill="{STROKES[caption.links[0].kind].colour}">{escape(caption.text)}</text>'
        )


def _trunk(edge: EdgeView) -> tuple[str, str]:
    return edge.object.iri, edge.group


def _edge(edge: EdgeView, ends: tuple[str, str], lang: str) -> str:
    stroke = STROKES[edge.group]
    dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
    return (
        f'<g id="{edge.id}" data-from="{ends[0]}" data-to="{ends[1]}"><title>{escape(_edge_title(edge, lang))}</title>'
        f'<path d="{_path(_from_arrow(edge.points))}" fill="none" stroke="{stroke.colour}" '
        f'stroke-width="{stroke.width}"{dash}/>'
        f'<path d="{_arrow(edge.points)}" fill="{stroke.colour}"/></g>'
    )


def _edge_title(edge: EdgeView, lang: str) -> str:
    head = f"{edge.subject.label} — {edge.label} → {edge.object.label}"
    if not edge.evidence:
        return head
    first = edge.evidence[0]
    more = f" (+{len(edge.evidence) - 1})" if len(edge.evidence) > 1 else ""
    witness = ui("evidence.by", lang, witness=first.witness.label)
    return f"{head}\n“{quote(first, TITLE_LIMIT)}”\n{witness}{more}"


def _path(points: Sequence[Point]) -> str:
    """Orthogonal pieces with rounded corners."""
    commands = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(RADIUS, _distance(before, corner) / 2, _distance(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        commands.append(f"L{_n(start[0])} {_n(start[1])}")
        commands.append(f"Q{_n(corner[0])} {_n(corner[1])} {_n(end[0])} {_n(end[1])}")
    commands.append(f"L{_n(points[-1][0])} {_n(points[-1][1])}")
    return "".join(commands)


def _distance(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, aim: Point, length: float) -> Point:
    distance = _distance(start, aim) or 1.0
    return (
        start[0] + (aim[0] - start[0]) * length / distance,
        start[1] + (aim[1] - start[1]) * length / distance,
    )


def _from_arrow(points: Sequence[Point]) -> list[Point]:
    """The line from inside its arrow head back to its source: dashes of a shared trunk fall on each other."""
    return [_towards(points[-1], points[-2], ARROW_LENGTH - 1.0), *points[-2::-1]]


def _arrow(points: Sequence[Point]) -> str:
    tip, base = points[-1], _towards(points[-1], points[-2], ARROW_LENGTH)
    return f"M{_n(tip[0])} {_n(tip[1])}L{_n(base[0] - ARROW_HALF)} {_n(base[1])}H{_n(base[0] + ARROW_HALF)}Z"


def _box(box: BoxView, lang: str) -> str:
    place, colours = box.box, tone(box.document.level)
    border, thickness = (FOCUS, 2.5) if box.focus else (colours.ink, 1.2)
    dash = "" if box.document.loaded else ' stroke-dasharray="5 3"'
    shape = f'x="{_n(place.x)}" y="{_n(place.y)}" width="{_n(place.width)}" height="{_n(place.height)}" rx="6"'
    stripe = (
        f'<path d="M{_n(place.x + 6)} {_n(place.y)}h-1a5 5 0 0 0 -5 5v{_n(place.height - 10)}a5 5 0 0 0 5 5h1z" '
        f'fill="{colours.ink}"/>'
    )
    content = "\n".join(
        [
            f"<title>{escape(_box_title(box.document, lang))}</title>",
            f'<rect {shape} fill="{colours.wash}" stroke="{border}" stroke-width="{thickness}"{dash}/>',
            stripe,
            *_box_lines(box.lines, place.x + 13.0, place.y + 8.0),
            *_badge(box, lang),
        ]
    )
    href = safe(box.href) if box.href else None
    current = ' aria-current="true"' if box.focus else ""
    if href is None:
        return f'<g id="{box.id}" data-box-of=""{current}>{content}</g>'
    return f'<a id="{box.id}" data-box-of="" href={quoteattr(href)}{current}>{content}</a>'


def _box_title(document: DocumentSummary, lang: str) -> str:
    state = ui("document.loaded" if document.loaded else "document.cited_only", lang)
    facts = (document.label, document.title, document.issuer, shown(document.date, lang), state)
    return "\n".join(fact for fact in dict.fromkeys(facts) if fact)


def _box_lines(lines: Iterable[Line], x: float, y: float) -> Iterator[str]:
    for line in lines:
        size, weight, colour, height = LINE_STYLE[line.kind]
        yield _text(x, y + height - 3.5, line.text, size, weight, colour)
        y += height


def _badge(box: BoxView, lang: str) -> list[str]:
    """ "+N" on the lower right corner: neighbours that are not drawn."""
    if not box.hidden:
        return []
    content = f"+{box.hidden}"
    size = width(content, 12.0, bold=True) + 12.0
    x, y = box.box.right - size - 6.0, box.box.bottom - 10.0
    hint = ui("drawing.hidden", lang, count=str(box.hidden))
    return [
        f'<g><title>{escape(hint)}</title><rect x="{_n(x)}" y="{_n(y)}" width="{_n(size)}" height="18" rx="9" '
        f'fill="{QUIET}"/>{_text(x + size / 2, y + 13.0, content, 12.0, "700", PAPER, "middle")}</g>'
    ]


LegendItem = tuple[str, str, float]
"""(sample: a stroke group or a kind of box, text, width)."""


def _legend_items(shown_view: View) -> list[LegendItem]:
    groups = {edge.group for edge in shown_view.edges}
    samples = [f"stroke:{group}" for group in STROKES if group in groups]
    samples.append("box:focus")
    states = {box.document.loaded for box in shown_view.boxes}
    samples += [name for name, state in (("box:loaded", True), ("box:cited", False)) if state in states]
    if any(box.hidden for box in shown_view.boxes):
        samples.append("badge")
    texts = [(sample, ui(f"legend.{sample}", shown_view.lang)) for sample in samples]
    return [(sample, content, 52.0 + width(content, LEGEND_SIZE)) for sample, content in texts]


def _legend_rows(items: Iterable[LegendItem], room: float) -> list[list[LegendItem]]:
    rows: list[list[LegendItem]] = []
    used = room
    for item in items:
        if used + item[2] > room:
            rows.append([])
            used = 0.0
        rows[-1].append(item)
        used += item[2]
    return rows


def _legend_row(row: Iterable[LegendItem], middle: float) -> Iterator[str]:
    x = 16.0
    for sample, content, item_width in row:
        yield _sample(sample, x, middle)
        yield _text(x + 34.0, middle + 4.0, content, LEGEND_SIZE, "400", TEXT)
        x += item_width


def _sample(sample: str, x: float, middle: float) -> str:
    kind, _, name = sample.partition(":")
    if kind == "stroke":
        stroke = STROKES[name]
        dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
        return (
            f'<path d="M{_n(x)} {_n(middle)}h20" stroke="{stroke.colour}" stroke-width="{stroke.width}"{dash}/>'
            f'<path d="M{_n(x + 28)} {_n(middle)}l-8 -4v8z" fill="{stroke.colour}"/>'
        )
    if kind == "box":
        border, thickness = (FOCUS, "2.5") if name == "focus" else (BORDER, "1.2")
        dash = ' stroke-dasharray="5 3"' if name == "cited" else ""
        return (
            f'<rect x="{_n(x + 2)}" y="{_n(middle - 7)}" width="24" height="14" rx="3" fill="{PAPER}" '
            f'stroke="{border}" stroke-width="{thickness}"{dash}/>'
        )
    return (
        f'<rect x="{_n(x)}" y="{_n(middle - 9)}" width="28" height="18" rx="9" fill="{QUIET}"/>'
        f"{_text(x + 14, middle + 4.0, '+N', 12.0, '700', PAPER, 'middle')}"
    )
