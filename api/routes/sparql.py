"""`/sparql`: the protocol for machines, the editor and its table for browsers.

Queries run in the sandbox and are let in one for each of its workers, so that they never take the threads of pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api import sparql, tables
from api.asking import ask
from api.description import held, triples
from api.downloads import attachment
from api.house import AHouse, House, lang_of, site_of
from api.messages import of
from api.negotiate import wants_page
from api.sparql import GRAPHS, RESULTS
from api.sparql import Request as Asked
from api.things import serialized
from graph.answers import Question
from graph.questions import questions
from graph.rdf.terms import node
from graph.sandbox.guard import check
from ontology.errors import CancuError, QueryError, QueryLimitError
from viz import pages

router = APIRouter(include_in_schema=False)

WAITING = 32
"""Queries that may wait for a worker; more are sent away."""

METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH"]
"""All, so that the refusal is ours."""

Result = TypeVar("Result")


@router.api_route("/sparql", methods=METHODS)
async def endpoint(request: Request, house: AHouse) -> Response:
    """A query, a bare visit, or something that is refused."""
    body = await request.body()
    asked = sparql.parse(request.method, request.url.query, request.headers.get("content-type"), body)
    accept = request.headers.get("accept")
    page = asked.form == "html" or (asked.form is None and wants_page(accept, [*RESULTS.values(), *GRAPHS.values()]))
    if asked.query is None:
        return await to_thread.run_sync(_editor if page else _description, request, house)
    if page:
        return await _queued(request, lambda: _table_page(request, house, asked.query or ""))
    if asked.form == "xlsx":
        return await _queued(request, lambda: _workbook(request, house, asked.query or ""))
    return await _queued(request, lambda: _answer(house, asked, accept))


async def _queued(request: Request, work: Callable[[], Result]) -> Result:
    limiter: CapacityLimiter = request.app.state.queries
    if limiter.statistics().tasks_waiting >= WAITING:
        raise QueryLimitError("query.busy")
    return await to_thread.run_sync(work, limiter=limiter)


def _answer(house: House, asked: Asked, accept: str | None) -> Response:
    query = asked.query or ""
    rows = check(query).form in {"SELECT", "ASK"}
    media_type = sparql.chosen(RESULTS if rows else GRAPHS, asked.form, accept)
    graphs = {"default_graphs": _graphs(asked.default_graphs), "named_graphs": _graphs(asked.named_graphs)}
    body = house.sandbox.run(query, media_type, media_type, **graphs)
    return Response(body, media_type=media_type)


def _graphs(iris: tuple[str, ...]) -> list[str]:
    """The graphs of the protocol's dataset. Raises QueryError (query.dataset) for what is no IRI."""
    try:
        return [node(iri).value for iri in iris]
    except ValueError as error:
        raise QueryError("query.dataset") from error


def _description(request: Request, house: House) -> Response:
    media_type = sparql.chosen(GRAPHS, None, request.headers.get("accept"))
    described = triples(str(request.url.replace(query="")), house.once("triples", held))
    return Response(serialized(described, media_type), media_type=media_type)


def _editor(request: Request, house: House) -> Response:
    site = site_of(request)
    return HTMLResponse(pages.sparql("", site.lang, _examples(house), base=site.base))


def _table_page(request: Request, house: House, query: str) -> Response:
    site = site_of(request)
    examples = _examples(house)
    try:
        table = ask(house.sandbox, query)
    except QueryError as error:
        message = of(error, site.lang)
        page = pages.sparql(query, site.lang, examples, error=message, base=site.base)
        return HTMLResponse(page, status_code=error.http_status)
    return HTMLResponse(pages.result_table(table, query, site.lang, examples, base=site.base))


def _workbook(request: Request, house: House, query: str) -> Response:
    content = tables.write(ask(house.sandbox, query), "xlsx", lang_of(request))
    return attachment(content, tables.MEDIA_TYPES["xlsx"], "sparql.xlsx")


def _examples(house: House) -> list[Question]:
    """The saved questions with their example values filled in, as far as this store knows the documents."""
    found = []
    for question in questions.questions().values():
        values = {each.name: each.example for each in question.parameters if each.required}
        try:
            found.append(replace(question, sparql=questions.prepared(house.fresh(), question.name, values)))
        except CancuError:
            continue
    return found
