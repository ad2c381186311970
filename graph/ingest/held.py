"""What the store holds already, and from where: by the ledger, and by the fingerprints of the witnesses."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from graph.ingest.batches import ledger_path
from graph.rdf.sparql import chunks, nodes, step
from graph.storage.ledger import Line
from graph.storage.store import Store
from graph.witness.addresses import source_iri, whole_iri
from ontology.records import Source

WITHIN = ("#", "!/")
"""Between the path of a file and what names one of its sources: a record, a member."""


def holds(store: Store, source: Source, path: str, extractor: str) -> bool:
    """True when this very content was loaded from this path by this extractor: it need not be read again."""
    line = store.ledger.line(ledger_path(source, path))
    iri = source_iri(source, store.base)
    return line is not None and (line.source, line.extractor) == (iri, extractor) and bool(fingerprints(store, [iri]))


def unchanged(store: Store, path: str, digest: str, extractor: str) -> bool:
    """True when a file with this SHA-256 need not be read: it was loaded by this extractor from this path, or from
    another under the same name; then the ledger learns where it is now, and forgets where it is no more."""
    ledger, source = store.ledger, whole_iri(digest, store.base)
    line = ledger.line(path)
    if line is not None and line.extractor == extractor:
        if line.source == file_iri(store, digest):
            records = {each.source for each in within(store, path)}
            return records == fingerprints(store, sorted(records)).keys()
        if line.source == source:
            return bool(fingerprints(store, [source]))
    others = [each for each in ledger.paths(source) if each != path and Path(each).name == Path(path).name]
    alike = [each for each in map(ledger.line, others) if each is not None and each.extractor == extractor]
    if not alike or (line is not None and line.source != source) or not fingerprints(store, [source]):
        return False
    ledger.write([replace(alike[0], path=path)])
    ledger.forget([each for each in others if not os.path.lexists(each)])
    return True


def held_at(store: Store, path: str) -> dict[str, list[str]]:
    """Sources that were loaded from this file, its records, or the files of this folder → all paths that hold them."""
    ledger = store.ledger
    alone = ledger.line(path)
    lines = [*([] if alone is None else [alone]), *within(store, path), *ledger.below(path + os.sep)]
    below = f"{store.base}source/"
    return {line.source: ledger.paths(line.source) for line in lines if line.source.startswith(below)}


def is_below(path: str, root: str) -> bool:
    """True for the file itself, its records, and the files of a folder."""
    return path == root or path.startswith((*(root + mark for mark in WITHIN), root + os.sep))


def within(store: Store, path: str) -> list[Line]:
    """The lines of the sources that one file holds."""
    return [line for mark in WITHIN for line in store.ledger.below(path + mark)]


def file_iri(store: Store, digest: str) -> str:
    """How the ledger names a file that holds many sources."""
    return f"{store.base}file/{digest[:32]}"


def fingerprints(store: Store, sources: list[str]) -> dict[str, str]:
    """Source → its fingerprint, of those that the store holds whole."""
    found: dict[str, str] = {}
    for chunk in chunks(sources):
        rows = store.select(step("fingerprints"), {"sources": nodes(chunk)}).rows
        found.update((str(source), str(value)) for source, value in rows)
    return found
