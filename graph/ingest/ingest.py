"""Witnesses into the store: one named graph each, replaced whole, together with everything derived from it.

A batch carries its witness graphs, the graphs they replace, and the change of the resolved facts: after a crash the
store holds the old state or the new one (`Store.apply`). Batches are cut by size, because a batch lives in memory.
Only a register of thousands of rows is cut itself: its fingerprint comes last, so that the next load replaces what a
crash left of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

import pyoxigraph as ox

from graph.derivation.derive import derive
from graph.derivation.recall import Recall
from graph.derivation.scope import Incoming
from graph.ingest.batches import Held, Item, Whole, batches
from graph.ingest.held import file_iri, fingerprints, within
from graph.ingest.pieces import Piece
from graph.ingest.tally import Changes, Tally
from graph.storage.ledger import Line
from graph.storage.store import Change, Store
from ontology.errors import StoreError


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
    extractor: version of what read the sources, noted in the ledger (see `held`). on_batch: called with what was done
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


class _Run:
    """One run of loading: the store, what is remembered of it, and what was done."""

    def __init__(self, store: Store, extractor: str) -> None:
        self.store = store
        self.extractor = extractor
        self.recall = Recall(store)
        self.tally = Tally()
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
        gone = [line for line in within(self.store, whole.path) if line.path not in whole.holds]
        paths = {line.path for line in gone}
        dropped = {line.source for line in gone if paths.issuperset(ledger.paths(line.source))}
        if dropped:
            self._apply(Incoming(dropped=dropped), dropped, (), ())
            self.tally.removed |= dict.fromkeys(sorted(dropped))
        ledger.forget(sorted(paths))
        self._note({whole.path: file_iri(self.store, whole.digest)})

    def _write(self, batch: list[Held]) -> None:
        pieces = {held.piece.source: held.piece for held in batch}  # the same content twice: once
        lines = {held.path: held.piece.source for held in batch if held.path is not None}
        known = fingerprints(self.store, list(pieces))
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
        known = fingerprints(self.store, [made.source])
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
