"""Extractions into the store: one named graph per witness, replaced whole, together with everything derived from it.

One transaction carries the witness graphs of a batch, the graphs they replace, and the change of the resolved facts:
after a crash the store holds the old state or the new one. Batches are cut by size, because a transaction lives in
memory. Only a register of thousands of rows is cut itself: its fingerprint comes last, so that the next load replaces
what a crash left of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pyoxigraph as ox

from graph.action_quads import programmes_of
from graph.addresses import entry_iri, source_iri
from graph.derive import derive, links_of
from graph.ledger import Line
from graph.quads import witness
from graph.references import of_extraction
from graph.resolve import Reference
from graph.scope import Incoming
from graph.sparql import chunks, nodes, step
from graph.store import Change, Store
from graph.terms import cancu, plain
from ontology.errors import StoreError
from ontology.records import Extraction, Source

STATES = cancu("states")

BATCH_QUADS = 30_000
"""A transaction of the embedded engine takes about 3 kB of memory for each quad."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What loading did. Sources by IRI, in input order, each once.

    loaded: new; updated: known, but now read differently; unchanged: already there; removed: replaced, because the
    one path that held them holds other content now. works: documents decided anew; conflicts: contradictions among
    those; suspicions: what can hardly be right, among what was decided anew.
    """

    loaded: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    works: int = 0
    conflicts: int = 0
    suspicions: int = 0


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
            if len(batch) == 1 and batch[0].extraction.register:
                _write_register(store, batch[0], extractor, tally)
            else:
                _write(store, batch, extractor, tally)
    finally:
        store.publish()
    return tally.changes()


def holds(store: Store, source: Source, path: str, extractor: str) -> bool:
    """True when this very content was loaded from this path by this extractor: it need not be read again."""
    line = store.ledger.line(_ledger_path(source, path))
    iri = source_iri(source, store.base)
    return line is not None and (line.source, line.extractor) == (iri, extractor) and bool(_fingerprints(store, [iri]))


PART_ROWS = 1_000
"""Rows of a register in one transaction."""


def forget(store: Store, sources: Iterable[str]) -> Changes:
    """Removes witnesses and everything that only they said."""
    below = f"{store.base}source/"
    gone = sorted(iri for iri in set(sources) & set(store.graphs()) if iri.startswith(below))
    derived = derive(store, Incoming(dropped=set(gone)))
    change = Change(dropped=tuple(gone), removed=derived.change.removed, added=derived.change.added)
    store.apply(change)
    store.ledger.forget(path for iri in gone for path in store.ledger.paths(iri))
    store.publish()
    return Changes(
        removed=tuple(gone), works=len(derived.works), conflicts=derived.conflicts, suspicions=derived.suspicions
    )


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
    suspicions: int = 0

    def count(self, source: str, *, known: bool, fresh: bool) -> None:
        """What became of one source that came in."""
        (self.unchanged if not fresh else self.updated if known else self.loaded)[source] = None

    def changes(self) -> Changes:
        unchanged = [iri for iri in self.unchanged if iri not in self.loaded and iri not in self.updated]
        names = (tuple(self.loaded), tuple(self.updated), tuple(unchanged), tuple(self.removed))
        return Changes(*names, works=len(self.works), conflicts=self.conflicts, suspicions=self.suspicions)


def _batches(items: Iterable[Item], base: str) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    size = 0
    for item in items:
        extraction, path = item if isinstance(item, tuple) else (item, None)
        quads = witness(extraction, base)
        if batch and (size + len(quads) > BATCH_QUADS or extraction.register or batch[0].extraction.register):
            yield batch
            batch, size = [], 0
        path = None if path is None else _ledger_path(extraction.source, path)
        batch.append(_Piece(extraction, path, source_iri(extraction.source, base), quads))
        size += len(quads)
    if batch:
        yield batch


def _ledger_path(source: Source, path: str) -> str:
    return path if source.id is None else f"{path}#{source.id}"


def _parts(piece: _Piece, base: str) -> Iterator[tuple[Mapping[str, Reference], list[ox.Quad]]]:
    """A witness in portions that fit a transaction: references, and the quads about them. The source comes first, the
    fingerprint last."""
    references = of_extraction(piece.extraction, base)
    entries = [entry_iri(piece.source, entry.line) for entry in piece.extraction.entries]
    part = {iri: position // PART_ROWS for position, iri in enumerate(entries)}
    size = max(part.values(), default=0) + 1
    quads: list[list[ox.Quad]] = [[] for _ in range(size)]
    for quad in piece.quads[:-1]:
        about = quad.object if quad.predicate == STATES else quad.subject
        quads[part.get(str(plain(about)), 0)].append(quad)
    quads[-1].append(piece.quads[-1])
    for number in range(size):
        yield {iri: each for iri, each in references.items() if part.get(iri, 0) == number}, quads[number]


def _write_register(store: Store, piece: _Piece, extractor: str, tally: _Tally) -> None:
    """A register, in parts; what the store holds of it, and the one that it replaces, goes with the first part."""
    known = _fingerprints(store, [piece.source])
    lines = {} if piece.path is None else {piece.path: piece.source}
    replaced = _replaced(store, lines) - {piece.source}
    stands = known.get(piece.source) == piece.fingerprint
    dropped = replaced | ({piece.source} & set(store.graphs()) if not stands else set())
    for references, quads in () if stands else _parts(piece, store.base):
        derived = derive(store, Incoming(dict(references), dropped=dropped))
        added = (*quads, *derived.change.added)
        store.apply(Change(tuple(sorted(dropped)), derived.change.removed, added))
        tally.works |= set(derived.works)
        tally.conflicts += derived.conflicts
        tally.suspicions += derived.suspicions
        dropped = set()
    if dropped:
        gone = derive(store, Incoming(dropped=dropped))
        store.apply(Change(tuple(sorted(dropped)), gone.change.removed, gone.change.added))
    _note(store, lines, extractor)
    tally.count(piece.source, known=piece.source in known, fresh=not stands)
    tally.removed |= dict.fromkeys(sorted(replaced))


def _note(store: Store, lines: Mapping[str, str], extractor: str) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    store.ledger.write(Line(path, source, extractor, now) for path, source in lines.items())


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
        incoming.programmes |= programmes_of(piece.extraction, store.base)
    derived = derive(store, incoming)
    added = [*(quad for piece in fresh for quad in piece.quads), *derived.change.added]
    store.apply(Change(tuple(sorted(incoming.dropped)), derived.change.removed, tuple(added)))
    _note(store, lines, extractor)
    for piece in pieces.values():
        tally.count(piece.source, known=piece.source in known, fresh=piece in fresh)
    tally.removed |= dict.fromkeys(sorted(replaced))
    tally.works |= set(derived.works)
    tally.conflicts += derived.conflicts
    tally.suspicions += derived.suspicions


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
