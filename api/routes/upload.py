"""Files sent to the store: by the form of the start page, or by a program. Off unless the server has a token."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from api import uploading
from api.house import AHouse, ASite, lang_of, site_of
from api.schemas import UploadAnswer, UploadedDocument
from api.settings import Settings
from api.uploading import UploadError
from viz import pages
from viz.links import UPLOAD

router = APIRouter()

FILES = 200
"""Files in one form."""


@router.put("/api/upload", summary="Load one file into the store", tags=["store"])
async def send(
    request: Request,
    house: AHouse,
    name: Annotated[str, Query(max_length=1000, description="the file's name")],
    authorization: Annotated[str | None, Header(description="Bearer TOKEN")] = None,
) -> UploadAnswer:
    """The body is the file as it is. What became of it is in the answer; a file that cannot be read is no error of the
    request."""
    uploading.allow(house.settings, (authorization or "").removeprefix("Bearer ") or None)
    data = b"".join([part async for part in _bounded(request, house.settings)])
    found = await to_thread.run_sync(uploading.take, house.settings, [(name, data)], lang_of(request))
    told, there = found[0], site_of(request)
    return UploadAnswer(
        name=told.name,
        outcome=told.outcome,
        sources=told.sources,
        lines=list(told.lines),
        documents=[
            UploadedDocument(iri=each.iri, label=each.label, page=there.document(each.iri)) for each in told.documents
        ],
    )


@router.post(UPLOAD, include_in_schema=False, response_class=HTMLResponse)
async def sent(request: Request, house: AHouse, site: ASite) -> HTMLResponse:
    """The form, also without scripts: all files at once, and a page that tells of each."""
    if not house.settings.upload_token:
        raise UploadError("upload.off")
    parser = MultiPartParser(request.headers, _bounded(request, house.settings), max_files=FILES, max_fields=4)
    parser.spool_max_size = uploading.size_limit(house.settings)  # in memory: nothing lies outside of the store
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError) as error:
        raise UploadError("upload.form", reason=str(error)) from error
    try:
        uploading.allow(house.settings, str(form.get("token", "")))
        chosen = [each for each in form.getlist("file") if isinstance(each, UploadFile) and each.filename]
        files = [(str(each.filename), await each.read()) for each in chosen]
    finally:
        await form.close()
    if not files:
        raise UploadError("upload.nothing")
    found = await to_thread.run_sync(uploading.take, house.settings, files, site.lang)
    return HTMLResponse(pages.uploaded(found, site.lang, base=site.base))


async def _bounded(request: Request, settings: Settings) -> AsyncGenerator[bytes, None]:
    """The body, as long as it is not too large."""
    room = uploading.size_limit(settings)
    if int(request.headers.get("content-length") or 0) > room:
        raise uploading.too_large(settings)
    async for part in request.stream():
        room -= len(part)
        if room < 0:
            raise uploading.too_large(settings)
        yield part
