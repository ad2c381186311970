"""Programmes and actions in the REST interface."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api import find
from api.action_schemas import ActionAnswer, PlanReport, ProgrammeAnswer, ProgrammePage, Status
from api.house import AStore
from api.routes.rest import PAGE_SIZE, PROBLEMS
from api.things import checked
from graph.actions import actions, programme_page
from graph.actions.programme_summaries import search_programmes
from graph.answers import DocumentSummary
from graph.chains import plans
from graph.documents.summaries import summary
from graph.storage.store import Store
from viz.links import document_iri

router = APIRouter(prefix="/api", responses=PROBLEMS, tags=["actions"])

Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=20_000)]
Province = Annotated[str | None, Query(max_length=100, examples=["Sơn La"], description="only this province")]
Only = Annotated[Status | None, Query(description="only this status")]
InProgramme = Annotated[str | None, Query(max_length=300, description="IRI of a programme")]


def _asked(
    way: Annotated[actions.Way, Query(description="for: that carry it out; by: that it states")] = "for",
    status: Only = None,
    place: Province = None,
    programme: InProgramme = None,
    limit: Limit = actions.SHOWN,
    offset: Offset = 0,
) -> Callable[[Store, DocumentSummary], ActionAnswer]:
    """Which actions of a document are asked for."""
    only = actions.Filter(status, place, None if programme is None else checked(programme).value)

    def answer(store: Store, document: DocumentSummary) -> ActionAnswer:
        told = actions.listed(store, way, document.iri, only, limit=limit, offset=offset)
        return ActionAnswer.of(document, told)

    return answer


Asked = Annotated[Callable[[Store, DocumentSummary], ActionAnswer], Depends(_asked)]


@router.get("/actions", summary="The actions of the document that bears a number")
def by_number(
    store: AStore,
    number: Annotated[str, Query(max_length=200, examples=["2289/QĐ-TTg"])],
    asked: Asked,
) -> ActionAnswer:
    document = find.one(store, number)
    return asked(store, document)


@router.get("/actions/{path:path}", summary="The actions of a document")
def by_path(
    store: AStore,
    path: str,
    asked: Asked,
) -> ActionAnswer:
    """path: the part of the document's IRI after `doc/`."""
    document = summary(store, checked(document_iri(path, store.base)).value)
    return asked(store, document)


@router.get("/programmes", summary="Find programmes by words of their names")
def programmes(
    store: AStore,
    q: Annotated[str, Query(max_length=400, description="words, with or without diacritics")] = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    size: Annotated[int, Query(ge=1, le=100)] = PAGE_SIZE,
) -> ProgrammeAnswer:
    found, total = search_programmes(store, q, size, (page - 1) * size)
    return ProgrammeAnswer.model_validate(
        {"query": q, "total": total, "page": page, "results": found}, from_attributes=True
    )


@router.get("/programmes/{path:path}", summary="All that is known of a programme")
def programme(store: AStore, path: str) -> ProgrammePage:
    """path: the part of the programme's IRI after `programme/`."""
    return ProgrammePage.of(programme_page.page(store, checked(f"{store.base}programme/{path}").value))


@router.get("/plan-report/{path:path}", summary="What was planned and what was done under a document")
def plan_report(store: AStore, path: str, place: Province = None) -> PlanReport:
    """path: the part of the document's IRI after `doc/`. Matches are suggestions with a score."""
    return PlanReport.of(plans.plan_report(store, checked(document_iri(path, store.base)).value, place=place))
