"""Files that come over the web into the store: one writer at a time, the same readers and limits as for any file.

A file lies in a folder of the store while it is read; what was loaded is kept there (`api.kept`), so that its pages can
be shown. Its name is the last part of what the browser says, without anything that a file system could stumble over;
the ledger calls it by name and content, so that two people's "baocao.docx" do not replace each other.
"""

from __future__ import annotations

import hmac
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from api import ingest, kept, messages
from api.settings import Settings
from graph.answers import DocumentSummary
from graph.documents.sources import source as source_at
from graph.documents.summaries import rank, summaries
from graph.ingest.held import held_at
from graph.storage.location import is_remote, open_store
from graph.storage.store import Store
from ontology.errors import CancuError, SourceError

NAME_LIMIT = 120
"""Characters of a name that are kept, the end with the suffix."""

TOLD = 20
"""Documents of one file that are told by name."""

_TURN = threading.Lock()


class UploadError(CancuError):
    """An upload that is not taken. Codes: upload.off, upload.token, upload.too_large, upload.nothing, upload.form."""

    exit_code = 2
    http_status = 400


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What became of one file. outcome: loaded, updated, unchanged or failed; sources: how many it held; lines: why it,
    or some of what it holds, could not be read; documents: what its sources are, of many the first `TOLD`."""

    name: str
    outcome: str
    sources: int = 1
    lines: tuple[str, ...] = field(default=())
    documents: tuple[DocumentSummary, ...] = ()


def allow(settings: Settings, token: str | None) -> None:
    """Raises UploadError (upload.off, upload.token) for those who may not."""
    if not settings.upload_token:
        raise UploadError("upload.off")
    if token is None or not hmac.compare_digest(token.encode(), settings.upload_token.encode()):
        raise UploadError("upload.token")


def take(settings: Settings, files: Iterable[tuple[str, bytes]], lang: str) -> list[Uploaded]:
    """Loads the files, one after the other, and says of each what became of it. Raises StoreError (store.locked: a load
    is running)."""
    with _TURN:
        store = open_store(settings.store, update_url=settings.update_url, base=settings.base)
        try:
            return [_one(settings, store, safe(name), data, lang) for name, data in files]
        finally:
            kept.sweep(store)
            store.close()


def _one(settings: Settings, store: Store, name: str, data: bytes, lang: str) -> Uploaded:
    place = None if is_remote(settings.store) else settings.store
    with TemporaryDirectory(prefix="upload-", dir=place) as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        known = f"{kept.UPLOAD}{kept.digest(data)}/{name}"
        is_kept = kept.keep(store, data, settings.keep_mb << 20)
        told: list[SourceError] = []
        watch = ingest.Watch(told=told.append)
        summary = ingest.load(store, [str(file)], settings, watch, lambda path: known if path == str(file) else path)
        lines = tuple(_line(error, str(file), name, lang) for error in [*summary.failed, *told])
    good = {"loaded": summary.loaded, "updated": summary.updated, "unchanged": summary.unchanged}
    outcome = next((key for key, count in good.items() if count), "failed")
    if outcome != "failed" and not is_kept and settings.keep_mb and place is not None:
        lines = (*lines, messages.text("upload.not_kept", lang, name=name, limit=f"{settings.keep_mb} MB"))
    told_of = () if outcome == "failed" else _documents(store, known)
    return Uploaded(name, outcome, sum(good.values()), lines, told_of)


def _documents(store: Store, path: str) -> tuple[DocumentSummary, ...]:
    """What was loaded from a path, in the order in which lists show documents."""
    sources = sorted(held_at(store, path))[:TOLD]
    works = {work for each in sources if (work := source_at(store, each).document)}
    return tuple(sorted(summaries(store, works).values(), key=rank))


def _line(error: SourceError, path: str, name: str, lang: str) -> str:
    """Without the folder of the server."""
    details = {key: value.replace(path, name) for key, value in error.details.items()}
    return messages.of(SourceError(error.code, **details), lang)


def safe(name: str) -> str:
    """A name that is one plain file in one folder on every system."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(char if char.isprintable() and char not in '<>:"|?*' else "_" for char in last)
    kept = kept.encode("utf-8", "replace").decode().strip(" .")[-NAME_LIMIT:].lstrip(" .")
    return kept or "khong-ten"


def size_limit(settings: Settings) -> int:
    """Bytes of one request."""
    return settings.upload_mb << 20


def too_large(settings: Settings) -> UploadError:
    return UploadError("upload.too_large", limit=f"{settings.upload_mb} MB")
