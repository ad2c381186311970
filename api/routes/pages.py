"""The pages that people read. Every state is in the address (`viz.links`)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import originals
from api.downloads import attachment
from api.drawings import DRAWINGS, draw
from api.house import AHouse, ASite, AStore
from api.middleware import FRAMED
from api.narrow import to_place
from api.routes.doings import Only, of_document
from api.things import checked, cited_spans
from graph.actions.programme_summaries import search_programmes
from graph.answers import Chain
from graph.chains import chain as walk
from graph.documents import documents, findings, overview, search, sources
from graph.documents.search import AmbiguousNumberError
from graph.documents.summaries import summaries
from graph.storage.store import Store
from ontology.errors import NotFoundError
from ontology.origin import Origin
from ontology.records import Span
from viz import pages, saved_page
from viz.links import DOWN, DOWNLOADS, END, KIND, PAGE, PLACE, QUERY, START, UP, Site, document_iri, source_iri
from viz.page_image import MEDIA_TYPES

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

PROGRAMMES = 5
"""Programmes that a page of search results shows above the documents."""

LISTED = 200
"""Rows of a list on the page of a document; the saved questions have all of them."""

EXAMPLES = 6
"""Documents that the start page offers to try first."""

Steps = Annotated[int, Query(ge=0, le=6)]


@router.get("/")
def home(house: AHouse, site: ASite) -> str:
    examples = house.once("examples", lambda store: overview.most_implemented(store, EXAMPLES))
    summary = house.once("summary", overview.store_summary)
    upload = f"{house.settings.upload_mb} MB" if house.settings.upload_token else None
    return pages.home(summary, examples, site.lang, base=site.base, upload=upload)


@router.get("/gioi-thieu")
def about(site: ASite) -> str:
    return pages.about(site.lang, base=site.base)


@router.get("/nghi-van")
def found_doubtful(
    store: AStore,
    site: ASite,
    kind: Annotated[str | None, Query(alias=KIND, max_length=40)] = None,
    page: Annotated[int, Query(alias=PAGE, ge=1, le=10_000)] = 1,
) -> str:
    """Contradictions and suspicions; a kind that there is not shows all."""
    kind = kind if kind in findings.KINDS else None
    found = findings.findings(store, kind, limit=pages.PAGE_SIZE, offset=(page - 1) * pages.PAGE_SIZE)
    return pages.findings(found, findings.counts(store), kind, page, site.lang, base=site.base)


@router.get("/tim")
def found(
    store: AStore,
    site: ASite,
    query: Annotated[str, Query(alias=QUERY, max_length=400)] = "",
    page: Annotated[int, Query(alias=PAGE, ge=1, le=10_000)] = 1,
) -> Response:
    """A number leads to its document, or to the choice among several; words lead to a list."""
    try:
        return RedirectResponse(site.document(search.one(store, query).iri) or site.home(), status_code=303)
    except NotFoundError:
        offset = (page - 1) * pages.PAGE_SIZE
        hits, total = search.search(store, query, limit=pages.PAGE_SIZE, offset=offset)
        named, named_total = search_programmes(store, query, PROGRAMMES) if query.strip() and page == 1 else ([], 0)
        shown = pages.search(
            query, hits, total, page, site.lang, base=site.base, programmes=named, programmes_total=named_total
        )
        return HTMLResponse(shown)
    except AmbiguousNumberError as error:
        return HTMLResponse(pages.ambiguous(query, error.candidates, site.lang, base=site.base))


def _chain(store: Store, iri: str, up: int, down: int, place: str | None, actions_shown: int = walk.ACTIONS) -> Chain:
    return to_place(walk.chain(store, iri, up=up, down=down, actions_shown=actions_shown), place)


@router.get("/van-ban/{path:path}/chuoi.{kind}")
def download(
    request: Request,
    store: AStore,
    site: ASite,
    path: str,
    kind: str,
    up: Annotated[Steps, Query(alias=UP)] = 2,
    down: Annotated[Steps, Query(alias=DOWN)] = 3,
    place: Annotated[str | None, Query(alias=PLACE)] = None,
) -> Response:
    if kind not in DOWNLOADS:
        raise NotFoundError("page.unknown", path=request.url.path)
    content = draw(_chain(store, checked(document_iri(path, site.base)).value, up, down, place), kind, site.lang)
    return attachment(content, DRAWINGS[kind].media_type, f"{path.replace('/', '-')}.{kind}")


@router.get("/van-ban/{path:path}")
def document(
    store: AStore,
    site: ASite,
    path: str,
    only: Only,
    up: Annotated[Steps, Query(alias=UP)] = 1,
    down: Annotated[Steps, Query(alias=DOWN)] = 2,
    place: Annotated[str | None, Query(alias=PLACE)] = None,
) -> str:
    iri = checked(document_iri(path, site.base)).value
    known = documents.page(store, iri, limit=LISTED)
    drawn = _chain(store, iri, up, down, place, actions_shown=0)
    told = of_document(store, site, known.document, only, {"up": up, "down": down, "place": place})
    return pages.document(known, drawn, site.lang, place=place or None, up=up, down=down, doings=told, base=site.base)


@router.get("/nguon/{key}")
def source(
    response: Response,
    store: AStore,
    site: ASite,
    key: str,
    start: Annotated[int | None, Query(alias=START, ge=0)] = None,
    end: Annotated[int | None, Query(alias=END, ge=0)] = None,
    page: Annotated[int | None, Query(alias=PAGE, ge=1)] = None,
) -> str:
    iri = checked(source_iri(key, site.base)).value
    text = sources.source_text(store, iri)
    focus = (start, end) if start is not None and end is not None and start < end <= len(text) else None
    spans = cited_spans(store, iri)
    known, origin = sources.source(store, iri), sources.source_origin(store, iri)
    there = known.media_type in (*MEDIA_TYPES, saved_page.HTML) and originals.is_there(store, iri)
    shown = _shown(origin, focus, page) if there and known.media_type in MEDIA_TYPES else []
    framed = there and known.media_type == saved_page.HTML
    if framed:
        response.headers["Content-Security-Policy"] = FRAMED
    return pages.source(
        known.name,
        text,
        spans,
        focus,
        site.lang,
        key=key,
        origin=origin,
        shown=shown,
        framed=framed,
        notes=sources.source_notes(store, iri),
        document=summaries(store, [known.document])[known.document] if known.document else None,
        base=site.base,
    )


SHOWN_PAGES = 3
"""Pictures of pages that evidence is shown on at most."""


def _shown(origin: Origin, focus: tuple[int, int] | None, page: int | None) -> list[int]:
    """The pages to show: those of the evidence, else the one asked for, else the first."""
    if focus:
        return [each.number for each in origin.pages_of(Span(*focus))][:SHOWN_PAGES]
    return [page] if page else [each.number for each in origin.pages[:1]]


def error_page(status: int, message: str, site: Site) -> HTMLResponse:
    """What a browser sees when something went wrong."""
    return HTMLResponse(pages.error(status, message, site.lang, base=site.base), status)
