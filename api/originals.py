"""The file that a source was read from: shown as long as it still lies where it was loaded from, with the same
content. Of files of the disk the store keeps no copy; what came over the web is kept in it (`api.kept`)."""

from __future__ import annotations

from pathlib import Path

from api import kept
from graph.answers import SourceSummary
from graph.storage.store import Store
from loaders import formats
from loaders.files import SIZE_LIMIT
from loaders.formats.base import MEMBER
from ontology.records import Source


def is_there(store: Store, iri: str) -> bool:
    """Does one of the paths that the source was loaded from still hold a file? A cheap look, for drawing a page."""
    return any(_file(store, path).is_file() for path in store.ledger.paths(iri))


def content(store: Store, source: SourceSummary) -> bytes | None:
    """The bytes of the original; None where no path holds them any more."""
    for path in store.ledger.paths(source.iri):
        file = _file(store, path)
        try:
            if not file.is_file() or file.stat().st_size > SIZE_LIMIT:
                continue
            data = file.read_bytes()
        except OSError:
            continue
        for found in formats.opened(path.partition(MEMBER)[0], data):
            if isinstance(found, Source) and found.sha256 == source.sha256:
                return found.data
    return None


def _file(store: Store, path: str) -> Path:
    """The file of a path, which may name a member of an archive."""
    return kept.file(store, path) or Path(path.partition(MEMBER)[0])
