"""Originals with the evidence marked: pages as pictures, saved web pages as they are laid out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api import originals
from api.house import ASite, AStore
from api.things import checked
from graph.documents import sources
from loaders.formats import html
from ontology.errors import NotFoundError, SourceError
from ontology.records import Source, Span
from viz import page_image, saved_page
from viz.links import END, START, source_iri

router = APIRouter(include_in_schema=False)


@router.get("/nguon/{key}/trang/{number}.png")
def page(
    request: Request,
    store: AStore,
    site: ASite,
    key: str,
    number: int,
    start: Annotated[int | None, Query(alias=START, ge=0)] = None,
    end: Annotated[int | None, Query(alias=END, ge=0)] = None,
) -> Response:
    """Page `number` of the original; the lines of the text from `start` to `end` marked where they stand on it."""
    iri = checked(source_iri(key, site.base)).value
    source, origin = sources.source(store, iri), sources.source_origin(store, iri)
    sheet = next((each for each in origin.pages if each.number == number and each.width), None)
    data = originals.content(store, source) if sheet and source.media_type in page_image.MEDIA_TYPES else None
    if sheet is None or data is None:
        raise NotFoundError("page.unknown", path=request.url.path)
    span = Span(start, end) if start is not None and end is not None and start < end else None
    places = origin.places(span) if span else ()
    boxes = [box for place in places if place.page == number for box in place.boxes]
    drawn = page_image.draw(data, source.media_type, number, (sheet.width, sheet.height), boxes)
    if drawn is None:
        raise NotFoundError("page.unknown", path=request.url.path)
    return Response(drawn, media_type="image/png")


@router.get("/nguon/{key}/ban-goc")
def saved(
    request: Request,
    store: AStore,
    site: ASite,
    key: str,
    start: Annotated[int | None, Query(alias=START, ge=0)] = None,
    end: Annotated[int | None, Query(alias=END, ge=0)] = None,
) -> Response:
    """The web page that a source was read from, without scripts, forms and addresses, for a frame of the page of the
    source; the text from `start` to `end` marked in it."""
    iri = checked(source_iri(key, site.base)).value
    source = sources.source(store, iri)
    data = originals.content(store, source) if source.media_type == saved_page.HTML else None
    if data is None:
        raise NotFoundError("page.unknown", path=request.url.path)
    text = sources.source_text(store, iri) if start is not None and end is not None else ""
    evidence, before = (text[start:end], text[:start]) if text else ("", "")
    try:
        shown = saved_page.shown(html.markup(Source(source.name, data, saved_page.HTML)), evidence, before, site.lang)
    except SourceError as error:
        raise NotFoundError("page.unknown", path=request.url.path) from error
    if shown is None:
        raise NotFoundError("page.unknown", path=request.url.path)
    return HTMLResponse(shown, headers={"Content-Security-Policy": saved_page.POLICY})
