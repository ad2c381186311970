"""View → SVG with presentation attributes only: the same string stands in a page, in a file and in a printed figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from graph.answers import Chain, DocumentSummary
from viz.dates import shown
from viz.labels import text as ui
from viz.links import safe
from viz.metrics import FONTS, width
from viz.palette import BAND, FOCUS, PAPER, QUIET, TEXT, tone
from viz.svg_edges import all_edges
from viz.svg_legend import legend_items, legend_row, legend_rows
from viz.svg_marks import px, words
from viz.view import BoxView, Href, LaneView, Line, View, view

HEADING = 40.0
LEGEND = 34.0

LINE_STYLE = {
    "label": (13.5, "700", TEXT, 17.0),
    "meta": (12.0, "400", QUIET, 15.0),
    "title": (12.0, "400", TEXT, 15.0),
}


def drawing(chain: Chain, lang: str = "vi", href: Href | None = None, *, still: bool = False) -> str:
    """A chain as an SVG file of its own, with heading and legend; its boxes lead to the documents' IRIs by default.
    still: see `render`."""
    return render(view(chain, lang, href or (lambda document: document.iri)), still=still)


def render(shown_view: View, *, framed: bool = True, least_width: float = 640.0, still: bool = False) -> str:
    """The drawing as one `<svg>` element. framed: with heading and legend, as a file of its own needs them.

    least_width: a narrower drawing stands in the middle of lanes of that width. still: to be made a picture, in which
    no line can be pointed at.
    """
    items = legend_items(shown_view) if framed else []
    full_width = max(shown_view.width, least_width)
    rows = legend_rows(items, full_width - 32.0)
    top = HEADING if framed else 0.0
    height = shown_view.height + top + (LEGEND * len(rows) if framed else 0.0)
    name = ui("drawing.title", shown_view.lang, document=shown_view.focus.label)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{px(full_width)}" height="{px(height)}" '
        f'viewBox="0 {px(-top)} {px(full_width)} {px(height)}" role="group" aria-label={quoteattr(name)} '
        f'font-family="{FONTS}" font-size="12" fill="{TEXT}">',
        f"<title>{escape(name)}</title>",
        f'<rect x="0" y="{px(-top)}" width="{px(full_width)}" height="{px(height)}" fill="{PAPER}"/>',
    ]
    if framed:
        parts.append(words(16.0, -14.0, name, 16.0, "700", TEXT))
    parts += _lanes(shown_view, full_width)
    parts.append(f'<g transform="translate({px((full_width - shown_view.width) / 2)} 0)">')
    parts += all_edges(shown_view, still=still)
    parts += [_box(box, shown_view.lang) for box in shown_view.boxes]
    parts.append("</g>")
    for index, row in enumerate(rows):
        parts += legend_row(row, shown_view.height + LEGEND * index + LEGEND / 2)
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def _lanes(shown_view: View, full_width: float) -> Iterator[str]:
    for index, lane in enumerate(shown_view.lanes):
        yield from _lane(lane, index, full_width)


def _lane(lane: LaneView, index: int, full_width: float) -> Iterator[str]:
    band, colours = lane.band, tone(lane.band.lane)
    ground = BAND if index % 2 == 0 else PAPER
    yield f'<rect x="0" y="{px(band.y)}" width="{px(full_width)}" height="{px(band.height)}" fill="{ground}"/>'
    yield f'<rect x="0" y="{px(band.y)}" width="5" height="{px(band.height)}" fill="{colours.ink}"/>'
    for number, line in enumerate(lane.lines):
        yield words(14.0, band.y + 30.0 + 15.0 * number, line, 12.0, "700", colours.ink)


def _box(box: BoxView, lang: str) -> str:
    place, colours = box.box, tone(box.document.level)
    border, thickness = (FOCUS, 2.5) if box.focus else (colours.ink, 1.2)
    dash = "" if box.document.loaded else ' stroke-dasharray="5 3"'
    shape = f'x="{px(place.x)}" y="{px(place.y)}" width="{px(place.width)}" height="{px(place.height)}" rx="6"'
    stripe = (
        f'<path d="M{px(place.x + 6)} {px(place.y)}h-1a5 5 0 0 0 -5 5v{px(place.height - 10)}a5 5 0 0 0 5 5h1z" '
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
        yield words(x, y + height - 3.5, line.text, size, weight, colour)
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
        f'<g><title>{escape(hint)}</title><rect x="{px(x)}" y="{px(y)}" width="{px(size)}" height="18" rx="9" '
        f'fill="{QUIET}"/>{words(x + size / 2, y + 13.0, content, 12.0, "700", PAPER, "middle")}</g>'
    ]
