"""The file that a source was read from: shown as long as it still lies where it was loaded from, with the same
content. The store keeps no copy."""

from __future__ import annotations

from pathlib import Path

from graph.answers import SourceSummary
from graph.store import Store
from loaders import formats
from loaders.files import SIZE_LIMIT
from loaders.formats.base import MEMBER
from ontology.records import Source


def is_there(store: Store, iri: str) -> bool:
    """Does one of the paths that the source was loaded from still hold a file? A cheap look, for drawing a page."""
    return any(_file(path).is_file() for path in store.ledger.paths(iri))


def content(store: Store, source: SourceSummary) -> bytes | None:
    """The bytes of the original; None where no path holds them any more."""
    for path in store.ledger.paths(source.iri):
        file = _file(path)
        try:
            if not file.is_file() or file.stat().st_size > SIZE_LIMIT:
                continue
            data = file.read_bytes()
        except OSError:
            continue
        for found in formats.opened(str(file), data):
            if isinstance(found, Source) and found.sha256 == source.sha256:
                return found.data
    return None


def _file(path: str) -> Path:
    """The file of a path, which may name a member of an archive."""
    return Path(path.partition(MEMBER)[0])
