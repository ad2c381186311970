"""The pages about programmes and actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse

from api.house import ASite, AStore
from api.things import checked
from graph.actions import actions, programme_page
from graph.actions.programme_summaries import search_programmes
from graph.answers import STATUSES, DocumentSummary
from graph.chains import plans
from graph.storage.store import Store
from viz import action_pages, document_doings
from viz.links import IN, PAGE, PLACE, QUERY, STATUS, WHERE, Site, document_iri
from viz.pages import PAGE_SIZE

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

BLOCK = 200
"""Actions up to which plan and report are compared on the page of the document itself."""


def _chosen(
    status: Annotated[str | None, Query(alias=STATUS, max_length=20)] = None,
    place: Annotated[str | None, Query(alias=WHERE, max_length=100)] = None,
    programme: Annotated[str | None, Query(alias=IN, max_length=300)] = None,
) -> dict[str, str | None]:
    """The filter of a list of actions, by its names in the address; a status that there is not is none."""
    return {STATUS: status if status in STATUSES else None, WHERE: place or None, IN: programme or None}


Only = Annotated[dict[str, str | None], Depends(_chosen)]


def as_filter(chosen: Mapping[str, str | None], base: str) -> actions.Filter:
    """The filter of an address as the graph takes it. Raises NotFoundError for what is no address."""
    programme = chosen.get(IN)
    iri = None if programme is None else checked(base + programme).value
    return actions.Filter(chosen.get(STATUS), chosen.get(WHERE), iri)


def of_document(
    store: Store, site: Site, document: DocumentSummary, chosen: Mapping[str, str | None], drawn: Mapping[str, Any]
) -> dict[str, Any]:
    """What the page of a document shows of actions and programmes."""
    only = as_filter(chosen, site.base)
    carried = actions.listed(store, "for", document.iri, only)
    stated = actions.listed(store, "by", document.iri, only)
    total = sum(count for _, count in carried.statuses)
    return document_doings.doings(
        document,
        carried,
        stated,
        site,
        chosen=chosen,
        drawn=drawn,
        approves=programme_page.approved(store, document.iri),
        found=actions.cells(store, document.iri) if document.loaded else (),
        report=plans.plan_report(store, document.iri) if 0 < total <= BLOCK else None,
    )


@router.get("/van-ban/{path:path}/ke-hoach-va-ket-qua")
def plan_report(
    store: AStore, site: ASite, path: str, place: Annotated[str | None, Query(alias=PLACE, max_length=100)] = None
) -> str:
    report = plans.plan_report(store, checked(document_iri(path, site.base)).value, place=place or None)
    return action_pages.plan_report(report, site.lang, place=place or None, base=site.base)


@router.get("/chuong-trinh")
def programmes(
    store: AStore,
    site: ASite,
    query: Annotated[str, Query(alias=QUERY, max_length=400)] = "",
    page: Annotated[int, Query(alias=PAGE, ge=1, le=10_000)] = 1,
) -> str:
    found, total = search_programmes(store, query, PAGE_SIZE, (page - 1) * PAGE_SIZE)
    return action_pages.programmes(query, found, total, page, site.lang, base=site.base)


@router.get("/chuong-trinh/{path:path}")
def programme(store: AStore, site: ASite, path: str, only: Only) -> str:
    iri = checked(f"{site.base}programme/{path}").value
    page = programme_page.page(store, iri, as_filter(only, site.base))
    return action_pages.programme(page, site.lang, chosen=only, base=site.base)
