"""Chain → view model: measured boxes, routed edges, lanes. Everything that a drawing shows, without any markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from graph.answers import ActionList, Chain, DocumentSummary, Evidence
from viz.action_views import tally_line
from viz.dates import shown
from viz.geometry import Band, Box, Caption, Layout, Link, Node, Point, Spacing
from viz.layered import layout
from viz.metrics import width, wrap
from viz.pairs import Pair, pairs
from viz.vocabulary import level_label

BOX_WIDTH = 212.0
PADDING = 12.0
LABEL_SIZE, META_SIZE, CAPTION_SIZE = 13.5, 12.0, 11.5
LINE_HEIGHT = {"label": 17.0, "meta": 15.0, "title": 15.0}

Href = Callable[[DocumentSummary], str | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box."""

    text: str
    kind: Literal["label", "meta", "title"]


@dataclass(frozen=True, slots=True)
class BoxView:
    """A document in the drawing. id: the anchor of the box; hidden: neighbours that were cut off ("+N")."""

    id: str
    document: DocumentSummary
    box: Box
    lines: tuple[Line, ...]
    focus: bool
    hidden: int
    href: str | None


@dataclass(frozen=True, slots=True)
class EdgeView:
    """All relations from one document to another as one line. evidence_ids: "<edge id>.<n>", one for each evidence."""

    id: str
    subject: DocumentSummary
    object: DocumentSummary
    predicates: tuple[str, ...]
    label: str
    group: str
    points: tuple[Point, ...]
    evidence: tuple[Evidence, ...]
    evidence_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaneView:
    """The strip of one authority level, with its name broken into lines."""

    band: Band
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A drawing: boxes row by row, edges grouped by their trunk (object and group), captions, lanes."""

    lang: str
    focus: DocumentSummary
    width: float
    height: float
    boxes: tuple[BoxView, ...]
    edges: tuple[EdgeView, ...]
    captions: tuple[Caption, ...]
    lanes: tuple[LaneView, ...]

    @property
    def anchors(self) -> dict[str, str]:
        """IRI → the id of its box."""
        return {box.document.iri: box.id for box in self.boxes}


def view(chain: Chain, lang: str = "vi", href: Href | None = None, spacing: Spacing | None = None) -> View:
    """The view model of a chain. href: where the box of a document leads; None for no links.

    Edges to documents that the chain does not hold are left out. Same chain in any order gives the same view.
    """
    spacing = spacing or Spacing()
    documents = {document.iri: document for document in (*chain.nodes, chain.focus)}
    texts = {iri: _lines(document, lang, chain.actions.get(iri)) for iri, document in documents.items()}
    links = _links(pairs(chain), lang)
    nodes = [_node(document, texts[iri]) for iri, document in documents.items()]
    placed = layout(nodes, links, spacing)
    return View(
        lang=lang,
        focus=chain.focus,
        width=placed.width,
        height=placed.height,
        boxes=tuple(
            BoxView(
                id=f"hop-{index}",
                document=documents[box.id],
                box=box,
                lines=texts[box.id],
                focus=box.id == chain.focus.iri,
                hidden=chain.truncated.get(box.id, 0),
                href=href(documents[box.id]) if href else None,
            )
            for index, box in enumerate(placed.boxes, 1)
        ),
        edges=_edges(placed, links),
        captions=placed.captions,
        lanes=tuple(
            LaneView(band, wrap(level_label(band.lane, lang), META_SIZE, spacing.gutter - 20.0, 4, bold=True))
            for band in placed.bands
        ),
    )


def _lines(document: DocumentSummary, lang: str, told: ActionList | None) -> tuple[Line, ...]:
    room = BOX_WIDTH - 2 * PADDING
    issuer_date = " · ".join(part for part in (shown(document.date, lang), document.issuer) if part)
    lines = [Line(text, "label") for text in wrap(document.label, LABEL_SIZE, room, 3, bold=True)]
    lines += [Line(text, "meta") for text in wrap(issuer_date, META_SIZE, room, 2)]
    if document.title and document.title != document.label:
        lines += [Line(text, "title") for text in wrap(document.title, META_SIZE, room, 2)]
    if told is not None:
        lines += [Line(text, "meta") for text in wrap(tally_line(told, lang), META_SIZE, room, 2)]
    return tuple(lines)


def _node(document: DocumentSummary, lines: Iterable[Line]) -> Node:
    height = 2 * PADDING - 4.0 + sum(LINE_HEIGHT[line.kind] for line in lines)
    return Node(document.iri, document.level, BOX_WIDTH, height, document.date or "")


def _links(found: Iterable[Pair], lang: str) -> dict[Link, Pair]:
    """One link for each pair of documents."""
    result = {}
    for pair in found:
        label = pair.label(lang)
        link = Link(pair.subject.iri, pair.object.iri, pair.group, label, width(label, CAPTION_SIZE))
        result[link] = pair
    return result


def _edges(placed: Layout, links: dict[Link, Pair]) -> tuple[EdgeView, ...]:
    routes = sorted(placed.routes, key=lambda route: (route.link.target, route.link.kind, route.link.source))
    result = []
    for index, route in enumerate(routes, 1):
        pair = links[route.link]
        result.append(
            EdgeView(
                id=f"canh-{index}",
                subject=pair.subject,
                object=pair.object,
                predicates=pair.predicates,
                label=route.link.label,
                group=pair.group,
                points=route.points,
                evidence=pair.evidence,
                evidence_ids=tuple(f"canh-{index}.{number}" for number in range(1, len(pair.evidence) + 1)),
            )
        )
    return tuple(result)
