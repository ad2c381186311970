"""The samples that come with the program, loaded into a store of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from api import ingest
from api.settings import Settings
from graph.answers import Chain, StoreSummary
from graph.chains import chain as walk
from graph.documents import overview, search
from graph.storage.location import open_store
from graph.storage.store import Store

STORE = "demo-store"
FIRST = "95/KH-UBND"
"""A district's plan: its chain leads from the foot of the samples to the Politburo."""


@contextmanager
def samples() -> Iterator[tuple[str, ...]]:
    """Paths of the sample documents, in a fixed order, also when the program runs from an archive."""
    with as_file(files("api").joinpath("samples")) as folder:
        yield tuple(str(path) for path in sorted(Path(folder).glob("*.txt")))


def load(settings: Settings) -> tuple[ingest.Summary, StoreSummary]:
    """Loads what is not loaded yet; a second time there is nothing to read. Raises `StoreError`."""
    store = open_store(settings.store, base=settings.base)
    try:
        with samples() as paths:
            summary = ingest.load(store, paths, settings)
        return summary, overview.store_summary(store)
    finally:
        store.close()


def traced(store: Store) -> Chain:
    """What the district's plan rests on, up to the top."""
    return walk.chain(store, search.one(store, FIRST).iri, up=4, down=0)
