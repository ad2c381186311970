"""The pages about programmes and actions; see `viz.pages` for what all pages share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from graph.answers import STATUSES, ActionList, Cell, DocumentSummary, PlanReport, ProgrammePage, ProgrammeSummary, Sum
from ontology.terms import DEFAULT_BASE
from viz.action_views import action_view, counts_line, grouped, match_views
from viz.columns import number
from viz.links import IN, STATUS, WHERE, Site
from viz.listing import proofs
from viz.pages import PAGE_SIZE, render
from viz.vocabulary import status_label

MATCHES = 25
"""Suggestions that are open at once; the rest waits behind a fold."""

BLOCK_MATCHES = 5
"""Suggestions in the block of a document's page."""


def section(told: ActionList, site: Site, chosen: Mapping[str, str | None]) -> dict[str, Any]:
    """What the template of a list of actions needs. chosen: the filter, by its names in the address."""
    return {
        "groups": grouped(told.actions, site),
        "total": told.total,
        "more": told.more,
        "capped": told.capped,
        "counts": counts_line(told.statuses, site.lang),
        "statuses": [(status, status_label(status, site.lang), count) for status, count in told.statuses],
        "places": told.places,
        "programmes": told.programmes,
        "chosen": {name: chosen.get(name) or "" for name in (STATUS, WHERE, IN)},
        "filtered": any(chosen.values()),
    }


def cells(found: Sequence[Cell], site: Site) -> list[dict[str, Any]]:
    """The cells of tables, with the line that proves each."""
    return [
        {
            "table": cell.table,
            "row": cell.row,
            "column": cell.column,
            "value": number(cell.value, site.lang),
            "unit": cell.unit or "",
            "proof": proofs([cell.evidence], site)[0],
        }
        for cell in found
    ]


def programme(
    page: ProgrammePage, lang: str = "vi", *, chosen: Mapping[str, str | None] | None = None, base: str = DEFAULT_BASE
) -> str:
    """A programme: its names, what approves it, where it is named, the actions that belong to it."""
    site = Site(base, lang)
    chosen = chosen or {}
    return render(
        "programme.html",
        lang,
        base,
        lambda there: there.programme(page.programme.iri, **chosen),
        page=page,
        actions=section(page.actions, site, chosen),
        mentions=proofs(page.mentions, site),
    )


def programmes(
    query: str,
    found: Sequence[ProgrammeSummary],
    total: int,
    page: int = 1,
    lang: str = "vi",
    *,
    base: str = DEFAULT_BASE,
) -> str:
    """One page of programmes."""
    return render(
        "programmes.html",
        lang,
        base,
        lambda site: site.programmes(query, page),
        words=query,
        programmes=found,
        total=total,
        page=page,
        pages=max(ceil(total / PAGE_SIZE), 1),
    )


def plan_report(report: PlanReport, lang: str = "vi", *, place: str | None = None, base: str = DEFAULT_BASE) -> str:
    """Plan against report, on a page of its own."""
    site = Site(base, lang)
    return render(
        "plan_report.html",
        lang,
        base,
        lambda there: there.plan_report(report.focus.iri, place=place),
        report=report,
        place=place,
        places=sorted({where for where, _ in report.grid if where} | ({place} if place else set())),
        counts=counts_line(report.statuses, lang),
        branches=[(branch, counts_line(branch.statuses, lang)) for branch in report.branches],
        statuses=[(status, status_label(status, lang)) for status in STATUSES],
        grid=[(where, dict(counts), sum(count for _, count in counts)) for where, counts in report.grid],
        sums=[_sum(each, lang) for each in report.sums],
        matches=match_views(report.matches, site),
        shown_matches=MATCHES,
        unmatched=[action_view(each, site) for each in report.unmatched],
        exports=[
            (
                kind.upper(),
                site.question("plan-against-report", number=report.focus.iri, place=place or "", format=kind),
            )
            for kind in ("xlsx", "csv", "json")
        ],
    )


def _sheet(report: PlanReport, site: Site, place: str | None, kind: str) -> str:
    return site.question("plan-against-report", number=report.focus.iri, place=place or "", format=kind)


def _sum(each: Sum, lang: str) -> tuple[str, str, str, str]:
    return status_label(each.status, lang), number(each.value, lang), each.unit, number(str(each.count), lang)


def block(report: PlanReport, site: Site) -> dict[str, Any]:
    """Plan against report in short, for the page of a document."""
    return {
        "counts": counts_line(report.statuses, site.lang),
        "matches": match_views(report.matches[:BLOCK_MATCHES], site),
        "found": len(report.matches),
        "planned": report.planned,
        "href": site.plan_report(report.focus.iri),
    }


def link_only(document: DocumentSummary, site: Site) -> dict[str, Any]:
    """The same where there is too much for a block."""
    return {"counts": "", "matches": [], "found": 0, "planned": 0, "href": site.plan_report(document.iri)}
