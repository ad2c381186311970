"""The page of a document: heading, contradictions, drawing, the lists with their evidence, downloads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from graph.answers import Chain, DocumentPage
from ontology.terms import DEFAULT_BASE
from viz import sent_to, svg, svg_legend
from viz.links import DOWNLOADS, Site
from viz.listing import SHOWN, Row, proofs, rows
from viz.pages.frame import render
from viz.view import view

STEPS = range(7)
"""How many steps up or down the form of a drawing offers."""


def document(
    page: DocumentPage,
    chain: Chain,
    lang: str = "vi",
    *,
    place: str | None = None,
    up: int = 1,
    down: int = 2,
    doings: Mapping[str, Any] | None = None,
    base: str = DEFAULT_BASE,
) -> str:
    """A document: heading, contradictions, drawing, the lists with their evidence, downloads.

    up, down, place: how the chain was asked for; they fill the form above the drawing and the download links. doings:
    its actions and programmes, see `viz.document_doings`.
    """
    site = Site(base, lang)
    iri = page.document.iri
    chosen = (doings or {}).get("chosen", {})
    drawn = view(chain, lang, lambda other: site.document(other.iri))
    lists: dict[str, list[Row]] = {
        "bases": rows(page.bases, site, drawn.anchors, outward=True),
        "implementers": rows(page.implementers, site, drawn.anchors, outward=False),
        "cites": rows(page.cites, site, drawn.anchors, outward=True),
        "cited_by": rows(page.cited_by, site, drawn.anchors, outward=False),
    }
    places = sorted({node.place for node in chain.nodes if node.place} | ({place} if place else set()))
    return render(
        "document.html",
        lang,
        base,
        lambda there: there.document(iri, up=up, down=down, place=place, **chosen),
        page=page,
        doings=doings,
        recipients=sent_to.groups(page.header, site),
        lists=lists,
        totals={name: max(total, len(lists[name])) for name, total in zip(lists, page.totals, strict=True)},
        shown_rows=SHOWN,
        conflicts=[
            (conflict, [(value, proofs(evidence, site)) for value, evidence in conflict.values])
            for conflict in page.conflicts
        ],
        suspicions=[(finding, proofs(finding.evidence, site)) for finding in page.suspicions],
        drawing=Markup(svg.render(drawn, framed=False, least_width=svg_legend.PAGE_WIDTH)) if drawn.edges else None,
        legend=Markup(svg_legend.legend(drawn)),
        downloads=[(kind.upper(), site.download(iri, kind, up=up, down=down, place=place)) for kind in DOWNLOADS],
        up=up,
        down=down,
        place=place,
        places=places,
        steps=sorted({*STEPS, up, down}),
    )
