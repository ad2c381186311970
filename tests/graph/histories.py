"""A history of loading and forgetting, replayed in a store; and the same witnesses reached in two other ways."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

from graph.derivation.derive import rebuild
from graph.ingest import batches, forgetting, ingest
from graph.storage.location import open_store
from graph.storage.store import Store
from ontology.records import Extraction

Step = tuple[bool | int, int]
"""(is it loaded, or forgotten; which one of the pool)."""


def nquads(store: Store) -> list[str]:
    """All that the store holds, comparable."""
    return sorted(str(quad) for graph in store.graphs() for quad in store.quads(graph))


def replayed(pool: Sequence[Extraction], batches: Iterable[Sequence[Step]]) -> tuple[list[str], list[str], list[str]]:
    """What the store holds after the batches (each loads, then forgets), after deriving anew, and what a fresh store
    holds of the same witnesses in the opposite order. All three must be the same."""
    with tempfile.TemporaryDirectory() as folder:
        store, fresh = open_store(Path(folder) / "s"), open_store(Path(folder) / "f")
        held: dict[str, Extraction] = {}
        for batch in batches:
            loaded = [pool[number] for loads, number in batch if loads]
            ingest.put(store, loaded)
            held |= {each.source.sha256: each for each in loaded}
            for number in (number for loads, number in batch if not loads):
                digest = pool[number].source.sha256
                forgetting.forget(store, [f"{store.base}source/{digest[:32]}"])
                held.pop(digest, None)
        found = nquads(store)
        rebuild(store)
        anew = nquads(store)
        ingest.put(fresh, reversed(held.values()))
        alone = nquads(fresh)
        store.close()
        fresh.close()
    return found, anew, alone


def in_one_run(loaded: Sequence[Extraction]) -> tuple[list[str], list[str], list[str]]:
    """What the store holds after one run that writes each witness by itself and remembers what it has written, after
    deriving anew, and what a fresh store holds after a run for each. All three must be the same."""
    with tempfile.TemporaryDirectory() as folder:
        store, fresh = open_store(Path(folder) / "s"), open_store(Path(folder) / "f")
        with patch.object(batches, "BATCH_BYTES", 1):
            ingest.put(store, loaded)
        found = nquads(store)
        rebuild(store)
        anew = nquads(store)
        for each in dict.fromkeys(reversed(loaded)):
            ingest.put(fresh, [each])
        apart = nquads(fresh)
        store.close()
        fresh.close()
    return found, anew, apart
