"""The web application: floors joined for HTTP. `create_app(settings)` reads like a list of what there is."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from anyio import CapacityLimiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from api import messages
from api.house import House, lang_of, open_house, site_of
from api.middleware import HEADERS, HeadAsGet, KnownHosts, RememberLanguage, SecurityHeaders
from api.negotiate import wants_page
from api.owners import installed_version
from api.routes import asked, doings, iris, originals, pages, rest, rest_doings, sparql, upload
from api.schemas import Document, Problem
from api.settings import Settings, UsageError
from graph.documents.search import AmbiguousNumberError
from ontology.errors import CancuError, NotFoundError
from viz.pages import ambiguous

LOG = logging.getLogger("cancu")

STATUS = {
    "query.forbidden": HTTPStatus.FORBIDDEN,
    "query.unknown_name": HTTPStatus.NOT_FOUND,
    "upload.off": HTTPStatus.FORBIDDEN,
    "upload.token": HTTPStatus.UNAUTHORIZED,
    "upload.too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
}
"""Codes whose status is not that of their class."""


def create_app(settings: Settings, house: House | None = None) -> FastAPI:
    """The application over the store of the settings, or over a house that is already open. Raises `StoreError`."""
    opened = house or open_house(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.queries = CapacityLimiter(settings.query_workers)
        yield
        opened.close()

    app = FastAPI(
        title="Căn Cứ",
        version=installed_version(),
        description="Which Vietnamese document implements which, and the sentence that proves it."
        " Read-only, but for files that are sent with a token.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=_middleware(settings),
        exception_handlers={
            CancuError: _told,
            HTTPException: _http_error,
            RequestValidationError: _wrong_parameters,
            Exception: _unexpected,
        },
    )
    app.state.house = opened
    rooms = (rest, rest_doings, upload, sparql, asked, iris, originals, doings, pages)
    for router in (rest.health_router, *(room.router for room in rooms)):
        app.include_router(router)
    app.mount("/static", StaticFiles(packages=[("viz", "static")]), name="static")
    return app


def _middleware(settings: Settings) -> list[Middleware]:
    hosts = settings.known_hosts
    guarded = [Middleware(KnownHosts, hosts=hosts)] if hosts else []
    zipped = Middleware(GZipMiddleware, minimum_size=1000)
    return [Middleware(HeadAsGet), zipped, Middleware(SecurityHeaders), *guarded, Middleware(RememberLanguage)]


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, CancuError)  # noqa: S101 - registered for nothing else
    status = STATUS.get(error.code, error.http_status)
    message = messages.of(error, lang_of(request))
    candidates = error.candidates if isinstance(error, AmbiguousNumberError) else ()
    if wants_page(request.headers.get("accept"), ["application/json"]):
        if candidates:
            site = site_of(request)
            page = ambiguous(error.details["number"], candidates, site.lang, base=site.base)
            return Response(page, status, media_type="text/html")
        return pages.error_page(status, message, site_of(request))
    if request.url.path.startswith("/api/"):
        listed = [Document.model_validate(each) for each in candidates]
        problem = Problem(code=error.code, message=message, candidates=listed)
        return JSONResponse(problem.model_dump(), status)
    return PlainTextResponse(message + "\n", status)


async def _http_error(request: Request, error: Exception) -> Response:
    """Addresses and methods that do not exist."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    if error.status_code == HTTPStatus.NOT_FOUND:
        return await _told(request, NotFoundError("page.unknown", path=request.url.path))
    refused = UsageError("page.parameters", reason=f"{request.method} {request.url.path}")
    answer = await _told(request, refused)
    answer.status_code = error.status_code
    answer.headers.update(error.headers or {})
    return answer


async def _wrong_parameters(request: Request, error: Exception) -> Response:
    """Values that a parameter of the address does not take."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for nothing else
    reason = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors())
    return await _told(request, UsageError("page.parameters", reason=reason))


async def _unexpected(request: Request, error: Exception) -> Response:
    """A fault of ours: told without its details, which go to the log."""
    LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    answer = await _told(request, CancuError("server.failed"))
    answer.headers.update(HEADERS)  # this answer passes no middleware
    return answer
