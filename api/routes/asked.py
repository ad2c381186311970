"""The saved questions as pages, and their answers as files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api import tables
from api.asking import ask_saved
from api.downloads import attachment
from api.house import AHouse, ASite
from api.messages import of
from graph.answers import Question
from graph.questions import questions
from ontology.errors import CancuError, NotFoundError, QueryError
from viz import pages
from viz.columns import SHOWN
from viz.links import LANGUAGE

router = APIRouter(include_in_schema=False)

FORMAT = "format"


@router.get("/cau-hoi")
def all_questions(site: ASite) -> HTMLResponse:
    known = list(questions.questions().values())
    return HTMLResponse(pages.questions(known, site.lang, base=site.base))


@router.get("/cau-hoi/{name}")
def one_question(request: Request, house: AHouse, site: ASite, name: str) -> Response:
    """The form; with its values filled in the answer below it, or as a file."""
    question = questions.questions().get(name)
    if question is None:
        raise NotFoundError("page.unknown", path=request.url.path)
    given = {key: value for key, value in request.query_params.items() if key not in {LANGUAGE, FORMAT}}
    form = request.query_params.get(FORMAT)
    if form is None and _incomplete(question, given):
        return HTMLResponse(pages.question(question, given, None, site.lang, base=site.base))
    try:
        filled = replace(question, sparql=questions.prepared(house.fresh(), name, given))
        table = ask_saved(house.fresh(), house.sandbox, name, given, SHOWN if form is None else None)
    except CancuError as error:
        if form is not None:
            raise
        told = pages.question(question, given, None, site.lang, of(error, site.lang), base=site.base)
        return HTMLResponse(told, status_code=error.http_status if error.http_status >= 400 else 200)
    if form is None:
        return HTMLResponse(pages.question(filled, given, table, site.lang, base=site.base))
    if form not in tables.MEDIA_TYPES:
        raise QueryError("query.format", kind=form, offered=", ".join(tables.MEDIA_TYPES))
    return attachment(
        tables.write(table, form, site.lang, columns=question.columns), tables.MEDIA_TYPES[form], f"{name}.{form}"
    )


def _incomplete(question: Question, given: Mapping[str, str]) -> bool:
    return any(each.required and not given.get(each.name, "").strip() for each in question.parameters)
