"""Chain → one offline HTML file with a network that can be dragged and zoomed (pyvis, vis-network).

pyvis holds the nodes and edges and brings vis-network; its page template is not used: it loads two files from a CDN
even "in line", and puts headings and titles into the page unescaped.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from pyvis.network import Network

from graph.answers import ActionList, Chain, DocumentSummary
from viz.action_views import tally_line
from viz.dates import shown
from viz.labels import text as ui
from viz.palette import FOCUS, STROKES, TEXT, tone
from viz.quote import quote
from viz.templating import environment
from viz.view import EdgeView, View, view
from viz.vocabulary import status_label

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 0, "improvedLayout": False},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}, "navigationButtons": False},
    "nodes": {
        "shape": "box",
        "margin": 8,
        "font": {"face": "Segoe UI, Noto Sans, Arial", "size": 13, "multi": False},
    },
    "edges": {"arrows": "to", "smooth": {"type": "cubicBezier", "forceDirection": "vertical", "roundness": 0.4}},
}


def html(chain: Chain, lang: str = "vi") -> bytes:
    """The file, UTF-8. It asks for nothing from any network; below the drawing stands the list of evidence."""
    drawn = view(chain, lang)
    page = (
        environment()
        .get_template("network.html")
        .render(
            lang=lang,
            t=lambda key, **fill: ui(key, lang, **fill),
            title=ui("drawing.title", lang, document=chain.focus.label),
            data=_json(_data(drawn, chain)),
            script=_library("vis-network.min.js"),
            edges=[(edge, [(piece, quote(piece)) for piece in edge.evidence]) for edge in drawn.edges],
            actions=[
                (node.label, tally_line(told, lang), [(each, quote(each.evidence)) for each in told.actions], told.more)
                for node in chain.nodes
                for told in [chain.actions.get(node.iri)]
                if told is not None
            ],
            status=lambda status: status_label(status, lang),
        )
    )
    return page.encode("utf-8")


def _data(drawn: View, chain: Chain) -> dict[str, Any]:
    network = Network(directed=True, cdn_resources="in_line")
    for box in drawn.boxes:
        colours = tone(box.document.level)
        network.add_node(
            box.document.iri,
            label=_label(box.document, drawn.lang, chain.actions.get(box.document.iri)),
            title=box.document.title or box.document.label,
            x=box.box.centre,
            y=box.box.y + box.box.height / 2,
            color={"background": colours.wash, "border": FOCUS if box.focus else colours.ink},
            borderWidth=3 if box.focus else 1,
            font={"color": TEXT},
            shape="box",
            shapeProperties={"borderDashes": False if box.document.loaded else [5, 3]},
            widthConstraint={"minimum": box.box.width, "maximum": box.box.width},
        )
    for edge in drawn.edges:
        network.add_edge(edge.subject.iri, edge.object.iri, **_edge(edge))
    nodes, edges, *_ = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": OPTIONS, "focus": drawn.focus.iri}


def _label(document: DocumentSummary, lang: str, told: ActionList | None) -> str:
    """Up to three paragraphs; vis-network wraps them to the width of the box."""
    facts = " · ".join(fact for fact in (shown(document.date, lang), document.issuer) if fact)
    tally = "" if told is None else tally_line(told, lang)
    return "\n".join(part for part in (document.label, facts, tally) if part)


def _edge(edge: EdgeView) -> dict[str, Any]:
    stroke = STROKES[edge.group]
    proof = f"\n“{quote(edge.evidence[0], 200)}”" if edge.evidence else ""
    return {
        "id": edge.id,
        "title": f"{edge.subject.label} — {edge.label} → {edge.object.label}{proof}",
        "color": stroke.colour,
        "width": stroke.width,
        "dashes": [int(part) for part in stroke.dash.split()] or False,
    }


def _json(value: object) -> str:
    """JSON that may stand inside a `<script>` element: no text of it can end the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


@cache
def _library(name: str) -> str:
    """A file of the vis-network that pyvis ships, without the pointer to its source map."""
    folder = files("pyvis").joinpath("templates", "lib", "vis-9.1.2")
    text = folder.joinpath(name).read_text(encoding="utf-8")
    if "</script" in text.lower():
        raise ValueError(f"{name} cannot stand inside a page")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))
