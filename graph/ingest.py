"""Extractions into the store: one named graph per witness, replaced whole, together with everything derived from it.

One transaction carries the witness graphs of a batch, the graphs they replace, and the change of the resolved facts:
after a crash the store holds the old state or the new one. Batches are cut by size, because a transaction lives in
memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pyoxigraph as ox

from graph.addresses import source_iri
from graph.derive import derive, links_of
from graph.ledger import Line
from graph.quads import witness
from graph.references import of_extraction
from graph.scope import Incoming
from graph.sparql import chunks, nodes, step
from graph.store import Change, Store
from graph.terms import plain
from ontology.errors import StoreError
from ontology.records import Extraction, Source

BATCH_QUADS = 30_000
"""A transaction of the embedded engine takes about 3 kB of memory for each quad."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What loading did. Sources by IRI, in input order, each once.

    loaded: new; updated: known, but now read differently; unchanged: already there; removed: replaced, because the
    one path that held them holds other content now. works: documents decided anew; conflicts: contradictions among
    those.
    """

    loaded: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    works: int = 0
    conflicts: int = 0


Item = Extraction | tuple[Extraction, str | None]


def put(store: Store, extractions: Iterable[Item], base: str | None = None, *, extractor: str = "") -> Changes:
    """Writes what the sources say, and re-decides the blocks they touch.

    Each item is an extraction, or an extraction and the path it was loaded from. A path whose content changed
    replaces its old witness, unless another path still holds that one; the same content under another path is the
    same source. extractor: version of what read the sources, noted in the ledger (see `holds`). Raises `StoreError`.
    """
    if base is not None and base != store.base:
        raise StoreError("store.base", base=store.base, wanted=base)
    tally = _Tally()
    try:
        for batch in _batches(extractions, store.base):
            _write(store, batch, extractor, tally)
    finally:
        store.publish()
    return tally.changes()


def holds(store: Store, source: Source, path: str, extractor: str) -> bool:
    """True when this very content was loaded from this path by this extractor: it need not be read again."""
    line = store.ledger.line(_ledger_path(source, path))
    iri = source_iri(source, store.base)
    return line is not None and (line.source, line.extractor) == (iri, extractor) and bool(_fingerprints(store, [iri]))


def forget(store: Store, sources: Iterable[str]) -> Changes:
    """Removes witnesses and everything that only they said."""
    gone = sorted(set(sources) & set(_fingerprints(store, sorted(set(sources)))))
    derived = derive(store, Incoming(dropped=set(gone)))
    change = Change(dropped=tuple(gone), removed=derived.change.removed, added=derived.change.added)
    store.apply(change)
    store.ledger.forget(path for iri in gone for path in store.ledger.paths(iri))
    store.publish()
    return Changes(removed=tuple(gone), works=len(derived.works), conflicts=derived.conflicts)


@dataclass(frozen=True, slots=True)
class _Piece:
    extraction: Extraction
    path: str | None
    source: str
    quads: list[ox.Quad]

    @property
    def fingerprint(self) -> str:
        return str(plain(self.quads[-1].object))


@dataclass(slots=True)
class _Tally:
    loaded: dict[str, None] = field(default_factory=dict)
    updated: dict[str, None] = field(default_factory=dict)
    unchanged: dict[str, None] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    works: set[str] = field(default_factory=set)
    conflicts: int = 0

    def changes(self) -> Changes:
        unchanged = [iri for iri in self.unchanged if iri not in self.loaded and iri not in self.updated]
        names = (tuple(self.loaded), tuple(self.updated), tuple(unchanged), tuple(self.removed))
        return Changes(*names, works=len(self.works), conflicts=self.conflicts)


def _batches(items: Iterable[Item], base: str) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    size = 0
    for item in items:
        extraction, path = item if isinstance(item, tuple) else (item, None)
        quads = witness(extraction, base)
        if batch and size + len(quads) > BATCH_QUADS:
            yield batch
            batch, size = [], 0
        path = None if path is None else _ledger_path(extraction.source, path)
        batch.append(_Piece(extraction, path, source_iri(extraction.source, base), quads))
        size += len(quads)
    if batch:
        yield batch


def _ledger_path(source: Source, path: str) -> str:
    return path if source.id is None else f"{path}#{source.id}"


def _write(store: Store, batch: list[_Piece], extractor: str, tally: _Tally) -> None:
    pieces = {piece.source: piece for piece in batch}  # the same content twice: once
    lines = {piece.path: piece.source for piece in batch if piece.path is not None}
    known = _fingerprints(store, list(pieces))
    fresh = [piece for piece in pieces.values() if known.get(piece.source) != piece.fingerprint]
    replaced = _replaced(store, lines) - set(pieces)
    incoming = Incoming(dropped={piece.source for piece in fresh if piece.source in known} | replaced)
    for piece in fresh:
        incoming.references |= of_extraction(piece.extraction, store.base)
        incoming.links += links_of(piece.quads)
    derived = derive(store, incoming)
    added = [*(quad for piece in fresh for quad in piece.quads), *derived.change.added]
    store.apply(Change(tuple(sorted(incoming.dropped)), derived.change.removed, tuple(added)))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    store.ledger.write(Line(path, source, extractor, now) for path, source in lines.items())
    for piece in pieces.values():
        known_before = tally.updated if piece.source in known else tally.loaded
        (known_before if piece in fresh else tally.unchanged)[piece.source] = None
    tally.removed |= dict.fromkeys(sorted(replaced))
    tally.works |= set(derived.works)
    tally.conflicts += derived.conflicts


def _replaced(store: Store, lines: dict[str, str]) -> set[str]:
    """Witnesses that no path holds any more, now that these paths hold other content."""
    candidates = set()
    for path, source in lines.items():
        line = store.ledger.line(path)
        if line is not None and line.source != source:
            candidates.add(line.source)
    return {iri for iri in candidates if all(path in lines for path in store.ledger.paths(iri))}


def _fingerprints(store: Store, sources: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for chunk in chunks(sources):
        rows = store.select(step("fingerprints"), {"sources": nodes(chunk)}).rows
        found.update((str(source), str(value)) for source, value in rows)
    return found
