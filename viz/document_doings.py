"""What the page of a document shows of actions and programmes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.answers import ActionList, Cell, DocumentSummary, PlanReport, ProgrammeSummary
from viz.action_pages import block, cells, link_only, section
from viz.labels import text as ui
from viz.links import DOWN, PLACE, UP, Site

CARRIED, STATED = "hanh-dong", "neu-ra"
"""The lists by their anchors: actions that carry the document out, actions that it states."""


def doings(
    document: DocumentSummary,
    carried: ActionList,
    stated: ActionList,
    site: Site,
    *,
    chosen: Mapping[str, str | None],
    drawn: Mapping[str, Any],
    approves: Sequence[ProgrammeSummary] = (),
    found: Sequence[Cell] = (),
    report: PlanReport | None = None,
) -> dict[str, Any]:
    """What the template needs. chosen: the filter, by its names in the address; drawn: up, down and place of the
    drawing, which the filter keeps; report: plan against report, where it is short enough to be made for this page."""
    lists = {CARRIED: section(carried, site, chosen)}
    if document.loaded:
        lists[STATED] = section(stated, site, chosen)
    planned = carried.statuses and carried.statuses != (("planned", carried.total),)
    plan = block(report, site) if report is not None else link_only(document, site)
    return {
        "lists": lists,
        "chosen": chosen,
        "hidden": [(UP, drawn["up"]), (DOWN, drawn["down"]), (PLACE, drawn["place"])],
        "approves": approves,
        "cells": cells(found, site),
        "plan": plan if planned or (report is not None and report.total) else None,
        "all": {
            CARRIED: _all("actions-for", document, carried, site),
            STATED: _all("actions-of", document, stated, site),
        },
    }


def _all(name: str, document: DocumentSummary, told: ActionList, site: Site) -> list[tuple[str, str]]:
    if not told.statuses:
        return []
    sheet = site.question(name, number=document.iri, format="xlsx")
    return [(ui("action.all", site.lang), site.question(name, number=document.iri)), ("XLSX", sheet)]
