"""Witnesses into the store: one named graph each, replaced whole, together with everything derived from it.

A batch carries its witness graphs, the graphs they replace, and the change of the resolved facts: after a crash the
store holds the old state or the new one (`Store.apply`). Batches are cut by size, because a batch lives in memory.
Only a register of thousands of rows is cut itself: its fingerprint comes last, so that the next load replaces what a
crash left of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox

from graph.derivation.derive import derive
from graph.derivation.recall import Recall
from graph.derivation.scope import Incoming
from graph.ingest.batches import Held, Item, Whole, batches, ledger_path
from graph.ingest.pieces import Piece
from graph.rdf.sparql import chunks, nodes, step
from graph.storage.ledger import Line
from graph.storage.store import Change, Store
from graph.witness.addresses import source_iri, whole_iri
from ontology.errors import StoreError
from ontology.records import Source

WITHIN = ("#", "!/")
"""Between the path of a file and what names one of its sources: a record, a member."""


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


def put(
    store: Store,
    items: Iterable[Item],
    base: str | None = None,
    *,
    extractor: str = "",
    on_batch: Callable[[Changes], None] = lambda _: None,
) -> Changes:
    """Writes what the sources say, and re-decides the blocks they touch.

    Each item is an extraction, or an extraction (or the piece made of it) and the path it was loaded from; the path of
    a piece says which source of its file it is ("a.jsonl#1", "a.zip!/b.docx"). A path whose content changed replaces
    its old witness, unless another path still holds that one; the same content under another path is the same source.
    extractor: version of what read the sources, noted in the ledger (see `holds`). on_batch: called with what was done
    so far whenever a batch is safe. Raises `StoreError`.
    """
    if base is not None and base != store.base:
        raise StoreError("store.base", base=store.base, wanted=base)
    run = _Run(store, extractor)
    try:
        for batch in batches(items, store.base):
            run.take(batch)
            on_batch(run.tally.changes())
            del batch  # before the next one is gathered: a batch is large
    finally:
        store.publish()
    return run.tally.changes()


def holds(store: Store, source: Source, path: str, extractor: str) -> bool:
    """True when this very content was loaded from this path by this extractor: it need not be read again."""
    line = store.ledger.line(ledger_path(source, path))
    iri = source_iri(source, store.base)
    return line is not None and (line.source, line.extractor) == (iri, extractor) and bool(_fingerprints(store, [iri]))


def unchanged(store: Store, path: str, digest: str, extractor: str) -> bool:
    """True when a file with this SHA-256 need not be read: it was loaded by this extractor from this path, or from
    another under the same name; then the ledger learns where it is now, and forgets where it is no more."""
    ledger, source = store.ledger, whole_iri(digest, store.base)
    line = ledger.line(path)
    if line is not None and line.extractor == extractor:
        if line.source == _file_iri(store, digest):
            records = {each.source for each in _within(store, path)}
            return records == _fingerprints(store, sorted(records)).keys()
        if line.source == source:
            return bool(_fingerprints(store, [source]))
    others = [each for each in ledger.paths(source) if each != path and Path(each).name == Path(path).name]
    alike = [each for each in map(ledger.line, others) if each is not None and each.extractor == extractor]
    if not alike or (line is not None and line.source != source) or not _fingerprints(store, [source]):
        return False
    ledger.write([replace(alike[0], path=path)])
    ledger.forget([each for each in others if not os.path.lexists(each)])
    return True


def _file_iri(store: Store, digest: str) -> str:
    """How the ledger names a file that holds many sources."""
    return f"{store.base}file/{digest[:32]}"


def forget(store: Store, sources: Iterable[str]) -> Changes:
    """Removes witnesses and everything that only they said, and every path that they were loaded from."""
    below = f"{store.base}source/"
    gone = sorted(iri for iri in set(sources) & set(store.graphs()) if iri.startswith(below))
    derived = derive(store, Incoming(dropped=set(gone)))
    change = Change(dropped=tuple(gone), removed=derived.change.removed, added=derived.change.added)
    store.apply(change)
    paths = [path for iri in gone for path in store.ledger.paths(iri)]
    store.ledger.forget([*paths, *(path.partition(mark)[0] for path in paths for mark in WITHIN if mark in path)])
    store.publish()
    return Changes(
        removed=tuple(gone), works=len(derived.works), conflicts=derived.conflicts, suspicions=derived.suspicions
    )


def held_at(store: Store, path: str) -> dict[str, list[str]]:
    """Sources that were loaded from this file, its records, or the files of this folder → all paths that hold them."""
    ledger = store.ledger
    alone = ledger.line(path)
    lines = [*([] if alone is None else [alone]), *_within(store, path), *ledger.below(path + os.sep)]
    below = f"{store.base}source/"
    return {line.source: ledger.paths(line.source) for line in lines if line.source.startswith(below)}


def release(store: Store, path: str) -> Changes:
    """Forgets a file or folder: its witnesses go, but for those that a path elsewhere holds too."""
    held = held_at(store, path)
    changes = forget(store, (iri for iri, paths in held.items() if all(is_below(each, path) for each in paths)))
    mine = {path, *(each for paths in held.values() for each in paths if is_below(each, path))}
    store.ledger.forget([*sorted(mine), *(line.path for line in store.ledger.below(path + os.sep))])
    return changes


def is_below(path: str, root: str) -> bool:
    """True for the file itself, its records, and the files of a folder."""
    return path == root or path.startswith((*(root + mark for mark in WITHIN), root + os.sep))


def _within(store: Store, path: str) -> list[Line]:
    """The lines of the sources that one file holds."""
    return [line for mark in WITHIN for line in store.ledger.below(path + mark)]


@dataclass(slots=True)
class _Tally:
    loaded: dict[str, None] = field(default_factory=dict)
    updated: dict[str, None] = field(default_factory=dict)
    unchanged: dict[str, None] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    works: int = 0
    findings: dict[str, tuple[int, int]] = field(default_factory=dict)
    """As in `Derived`, where any stands: a document that every batch cites is counted once."""

    def found(self, findings: Mapping[str, tuple[int, int]]) -> None:
        """What a batch has decided takes the place of what an earlier one did."""
        for about, counts in findings.items():
            if any(counts):
                self.findings[about] = counts
            else:
                self.findings.pop(about, None)

    def count(self, source: str, *, known: bool, fresh: bool) -> None:
        """What became of one source that came in."""
        (self.unchanged if not fresh else self.updated if known else self.loaded)[source] = None

    def changes(self) -> Changes:
        unchanged = [iri for iri in self.unchanged if iri not in self.loaded and iri not in self.updated]
        names = (tuple(self.loaded), tuple(self.updated), tuple(unchanged), tuple(self.removed))
        conflicts, suspicions = (sum(counts[kind] for counts in self.findings.values()) for kind in (0, 1))
        return Changes(*names, works=self.works, conflicts=conflicts, suspicions=suspicions)


class _Run:
    """One run of loading: the store, what is remembered of it, and what was done."""

    def __init__(self, store: Store, extractor: str) -> None:
        self.store = store
        self.extractor = extractor
        self.recall = Recall(store)
        self.tally = _Tally()
        self.works: set[str] = set()

    def take(self, batch: list[Held | Whole]) -> None:
        """Writes a batch; a register stands alone in one."""
        held = [each for each in batch if isinstance(each, Held)]
        if held and held[0].piece.register:
            self._write_register(held[0])
        elif held:
            self._write(held)
        for each in batch:
            if isinstance(each, Whole):
                self._close(each)

    def _close(self, whole: Whole) -> None:
        """A file of many sources: what it holds no more goes, and it need not be read again while it stays as it is."""
        ledger = self.store.ledger
        gone = [line for line in _within(self.store, whole.path) if line.path not in whole.holds]
        paths = {line.path for line in gone}
        dropped = {line.source for line in gone if paths.issuperset(ledger.paths(line.source))}
        if dropped:
            self._apply(Incoming(dropped=dropped), dropped, (), ())
            self.tally.removed |= dict.fromkeys(sorted(dropped))
        ledger.forget(sorted(paths))
        self._note({whole.path: _file_iri(self.store, whole.digest)})

    def _write(self, batch: list[Held]) -> None:
        pieces = {held.piece.source: held.piece for held in batch}  # the same content twice: once
        lines = {held.path: held.piece.source for held in batch if held.path is not None}
        known = _fingerprints(self.store, list(pieces))
        fresh = [each for iri, each in pieces.items() if known.get(iri) != each.fingerprint]
        replaced = _replaced(self.store, lines) - set(pieces)
        incoming = Incoming(dropped={each.source for each in fresh if each.source in known} | replaced)
        removed: list[ox.Quad] = []
        written: list[bytes] = []
        for each in fresh:
            incoming.references |= each.references
            incoming.links += each.links
            incoming.programmes |= each.programmes
            less, more = self._difference(each) if each.source in known else ((), [part.written for part in each.parts])
            removed += less
            written += more
        self._apply(incoming, replaced, removed, written)
        self._note(lines)
        for iri, each in pieces.items():
            self.tally.count(iri, known=iri in known, fresh=known.get(iri) != each.fingerprint)
        self.tally.removed |= dict.fromkeys(sorted(replaced))

    def _write_register(self, held: Held) -> None:
        """A register, in parts; what the store holds of it, and the one that it replaces, goes with the first part."""
        made = held.piece
        known = _fingerprints(self.store, [made.source])
        lines = {} if held.path is None else {held.path: made.source}
        replaced = _replaced(self.store, lines) - {made.source}
        stands = known.get(made.source) == made.fingerprint
        old = set() if stands else {made.source} & set(self.store.graphs())
        if old:  # by itself: a graph that is dropped and written in one change would be neither
            self._apply(Incoming(dropped=set(old)), old, (), ())
        dropped = replaced
        for part in () if stands else made.parts:
            self._apply(Incoming(dict(part.references), dropped=set(dropped)), dropped, (), (part.written,))
            dropped = set()
        if dropped:
            self._apply(Incoming(dropped=set(dropped)), dropped, (), ())
        self._note(lines)
        self.tally.count(made.source, known=made.source in known, fresh=not stands)
        self.tally.removed |= dict.fromkeys(sorted(replaced))

    def _apply(
        self, incoming: Incoming, dropped: Iterable[str], removed: Iterable[ox.Quad], written: Iterable[bytes]
    ) -> None:
        """Witness graphs and what follows from them, in one change."""
        derived = derive(self.store, incoming, self.recall)
        resolved = derived.change
        change = Change(tuple(sorted(dropped)), (*removed, *resolved.removed), resolved.added, tuple(written))
        self.store.apply(change)
        derived.written()
        self.works.update(derived.works)
        self.tally.works = len(self.works)
        self.tally.found(derived.findings)

    def _difference(self, made: Piece) -> tuple[list[ox.Quad], list[bytes]]:
        """What a new reading takes from the witness graph that the store holds, and what it adds."""
        now = {line for part in made.parts for line in part.written.splitlines(keepends=True)}
        before = {f"{quad} .\n".encode(): quad for quad in self.store.quads(made.source)}
        return [quad for line, quad in before.items() if line not in now], sorted(now - before.keys())

    def _note(self, lines: Mapping[str, str]) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.store.ledger.write(Line(path, source, self.extractor, now) for path, source in lines.items())


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
