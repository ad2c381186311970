"""Every IRI dereferences: a browser is led to the page, a machine gets the description (Cool URIs, 303)."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from api.house import ASite, AStore
from api.negotiate import wants_page
from api.sparql import GRAPHS, chosen
from api.things import checked, description
from viz.links import Site, document_path

router = APIRouter(include_in_schema=False)


@router.get("/id/{path:path}")
def below_base(request: Request, store: AStore, site: ASite, path: str) -> Response:
    """`/id/doc/ttg/…` stands for the IRI `<base>doc/ttg/…`, whatever host serves it."""
    return _dereferenced(request, store, site, store.base + path)


@router.get("/doc/{path:path}")
@router.get("/source/{path:path}")
@router.get("/org/{path:path}")
@router.get("/type/{path:path}")
@router.get("/programme/{path:path}")
def own_path(request: Request, store: AStore, site: ASite) -> Response:
    """The paths below a base that is this very server."""
    return _dereferenced(request, store, site, store.base + request.url.path.removeprefix("/"))


def _dereferenced(request: Request, store: AStore, site: Site, iri: str) -> Response:
    accept, form = request.headers.get("accept"), request.query_params.get("format")
    if form is None and wants_page(accept, list(GRAPHS.values())):
        return RedirectResponse(_page(site, checked(iri).value), status_code=303)
    media_type = chosen(GRAPHS, form, accept)
    return Response(description(store, iri, media_type), media_type=media_type)


def _page(site: Site, iri: str) -> str:
    """The page of a document, programme or source; for any other thing its description in the query editor."""
    rest = iri.removeprefix(f"{site.base}source/")
    if rest != iri:
        return site.source(rest.partition("/")[0])
    if iri.startswith(f"{site.base}programme/"):
        return site.programme(iri)
    if document_path(iri, site.base) is not None:
        return site.document(iri) or site.home()
    return site.sparql(f"DESCRIBE <{iri}>")
