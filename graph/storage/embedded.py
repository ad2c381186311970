"""The embedded store: Oxigraph in a folder. One writer; any number of readers beside it.

    cancu.json      format and base IRI: what makes the folder a store
    quads/          the engine's own files; whoever writes holds the engine's lock on them
    snapshots/<n>/  frozen copies by hard links (milliseconds, no space until the original is compacted)
    current         the number of the newest snapshot
    pending.json    the second half of the change that was written last; see `apply`
    ledger.sqlite3  see `graph.storage.ledger`

The engine calls it undefined behaviour to read files that another process writes. So readers never open `quads/`:
`publish` freezes a snapshot and then points `current` at it, and a reader sees whole published states only. The
engine detects no conflict between two updates, so one lock per store keeps them in line; a second process is refused.

A small change is one transaction. A large one would be slow that way and take 3 kB of memory for each quad, so what it
adds goes in by the engine's bulk loader, which takes all of it in one step and syncs it to the disk. What it removes
cannot be part of that step: it is noted in `pending.json` first, and a quad that names the note goes in with the rest.
Whoever opens the store to write and finds that quad does the second half; without it the first half never was. The
two halves touch different quads, so that it does not matter how far the second one came.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox

from graph.answers import Table
from graph.rdf.sparql import Values, bind
from graph.rdf.tables import table
from graph.rdf.terms import cancu, node, plain, verbatim
from graph.storage.compaction import stand_back
from graph.storage.ledger import SqliteLedger
from graph.storage.portions import joined
from graph.storage.store import PENDING, Change
from ontology.errors import QueryError, StoreError
from ontology.memory import give_back
from ontology.terms import DEFAULT_BASE, PREFIXES

FORMAT = 1
MARKER, QUADS, SNAPSHOTS, CURRENT, LEDGER_FILE = "cancu.json", "quads", "snapshots", "current", "ledger.sqlite3"
PENDING_FILE = "pending.json"

SMALL = 1 << 20
"""Bytes of N-Quads up to which a change is one transaction: the bulk loader syncs a dozen files each time."""


class EmbeddedStore:
    """A store in a folder. Reading methods may be called from several threads; `apply` takes turns."""

    def __init__(self, folder: Path, *, read_only: bool = False, base: str | None = None) -> None:
        self.folder = folder
        self._read_only = read_only
        self._turn = threading.Lock()
        self._ledger: SqliteLedger | None = None
        self._seen = ""
        self._half = False  # is a change half done, because something failed in between?
        self._loose = False  # is there a transaction that a power cut could still undo?
        if not read_only:
            _make(folder, base or DEFAULT_BASE)
        self.base = _base_of(folder, base)
        self._quads = self._newest() if read_only else _open_to_write(folder)
        if not read_only:
            self._finish()
        if not read_only and not (folder / CURRENT).exists():
            self.publish()

    @property
    def ledger(self) -> SqliteLedger:
        with self._turn:
            if self._ledger is None:
                self._ledger = SqliteLedger(self.folder / LEDGER_FILE)
            return self._ledger

    def select(self, sparql: str, values: Values | None = None) -> Table:
        return table(self._query(sparql, values))

    def construct(self, sparql: str, values: Values | None = None) -> list[ox.Triple]:
        answer = self._query(sparql, values)
        if not isinstance(answer, ox.QueryTriples):
            raise QueryError("query.syntax", message="CONSTRUCT or DESCRIBE expected")
        return list(answer)

    def graphs(self) -> list[str]:
        return sorted(graph.value for graph in self._quads.named_graphs() if isinstance(graph, ox.NamedNode))

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        return iter(self._quads.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def apply(self, change: Change) -> None:
        if self._read_only:
            raise StoreError("store.read_only", location=str(self.folder))
        if not change:
            return
        with self._turn, _writing(self.folder):
            added = [*change.written, b"".join(f"{quad} .\n".encode() for quad in change.added)]
            if sum(map(len, added)) > SMALL:
                self._apply_in_halves(added, Change(change.dropped, change.removed))
            else:
                self._transact(change.update())

    def _transact(self, update: str) -> None:
        self._loose = True
        self._quads.update(update)

    def _apply_in_halves(self, added: list[bytes], rest: Change) -> None:
        """What is added must not be newer on the disk than what was done before: a power cut takes the newest first."""
        if self._loose:
            self._quads.flush()
            self._loose = False
        pending = node(self.base + PENDING)
        update = f"{rest.update()} ;\nDROP SILENT GRAPH {pending}"
        number = hashlib.sha256(update.encode()).hexdigest()
        if rest:
            write_whole(self.folder / PENDING_FILE, json.dumps({"number": number, "update": update}))
            added.append(f"{pending} {cancu('awaits')} {verbatim(number)} {pending} .\n".encode())
        self._half = bool(rest)
        stand_back()
        self._quads.bulk_load(joined(added), format=ox.RdfFormat.N_QUADS, lenient=True)
        give_back()
        if rest:
            self._transact(update)
        self._half = False

    def _finish(self) -> None:
        """Does the second half of a change that a crash left unfinished."""
        waiting = list(self._quads.quads_for_pattern(None, None, None, node(self.base + PENDING)))
        if not waiting:
            return
        try:
            noted = json.loads((self.folder / PENDING_FILE).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError("store.corrupt", location=str(self.folder), reason=str(error)) from error
        if noted["number"] != plain(waiting[0].object):
            raise StoreError("store.corrupt", location=str(self.folder), reason=PENDING_FILE)
        with _writing(self.folder):
            self._quads.update(noted["update"])
            self._quads.flush()

    def publish(self) -> None:
        """Flushes, freezes a snapshot, points `current` at it, and removes the snapshots before it.

        A change that failed half-way is published by nobody: the next one who opens the store finishes it.
        """
        if self._half:
            return
        with self._turn, _writing(self.folder):
            self._quads.flush()
            self._loose = False
            last = _current(self.folder)
            number = str(int(last or "0") + 1)
            target = self.folder / SNAPSHOTS / number
            shutil.rmtree(target, ignore_errors=True)  # left by a crash in this very place
            target.parent.mkdir(exist_ok=True)
            self._quads.backup(str(target))
            write_whole(self.folder / CURRENT, number)
            for old in target.parent.iterdir():
                if old.name != number:
                    shutil.rmtree(old, ignore_errors=True)  # a reader on Windows may still hold it: next time

    def refresh(self) -> bool:
        if not self._read_only or _current(self.folder) == self._seen:
            return False
        self._quads = self._newest()
        return True

    def close(self) -> None:
        """Lets go of the files; without `publish` readers keep seeing the state before."""
        if self._ledger is not None:
            self._ledger.close()
        del self._quads

    def _newest(self) -> ox.Store:
        while True:
            number = _current(self.folder)
            if number is None:
                raise StoreError("store.missing", location=str(self.folder))
            try:
                store = ox.Store.read_only(str(self.folder / SNAPSHOTS / number))
            except (OSError, RuntimeError) as error:
                if _current(self.folder) != number:
                    continue  # replaced while it was being opened
                raise _not_opened(self.folder, error) from error
            self._seen = number
            return store

    def _query(self, sparql: str, values: Values | None) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        text = bind(sparql, values) if values else sparql
        try:
            return self._quads.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError("query.syntax", message=str(error)) from error


def snapshot(folder: Path) -> Path | None:
    """The folder of the newest published snapshot, for readers in other processes."""
    number = _current(folder)
    return None if number is None else folder / SNAPSHOTS / number


def _make(folder: Path, base: str) -> None:
    if (folder / MARKER).exists():
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError("store.occupied", location=str(folder))  # something else lives there: hands off
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / MARKER, json.dumps({"format": FORMAT, "base": base}, indent=2) + "\n")
    except OSError as error:
        raise StoreError("store.denied", location=str(folder), reason=error.strerror or str(error)) from error


def _base_of(folder: Path, wanted: str | None) -> str:
    try:
        marker = json.loads((folder / MARKER).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError("store.missing", location=str(folder)) from error
    except OSError as error:
        raise StoreError("store.denied", location=str(folder), reason=error.strerror or str(error)) from error
    except ValueError as error:
        raise StoreError("store.corrupt", location=str(folder), reason=str(error)) from error
    if marker.get("format") != FORMAT:
        raise StoreError("store.corrupt", location=str(folder), reason=f"format {marker.get('format')}")
    base = str(marker["base"])
    if wanted is not None and wanted != base:
        raise StoreError("store.base", location=str(folder), base=base, wanted=wanted)
    return base


def _open_to_write(folder: Path) -> ox.Store:
    try:
        return ox.Store(str(folder / QUADS))
    except (OSError, RuntimeError) as error:
        raise _not_opened(folder, error) from error


def _not_opened(folder: Path, error: Exception) -> StoreError:
    """What the engine says in words. It raises RuntimeError for files that are not its own, or not whole."""
    said = str(error)
    denied = os.strerror(errno.EACCES)
    if denied.lower() in said.lower():
        return StoreError("store.denied", location=str(folder), reason=denied)
    code = "store.locked" if isinstance(error, OSError) and "lock" in said.lower() else "store.corrupt"
    return StoreError(code, location=str(folder), reason=said)


def _current(folder: Path) -> str | None:
    try:
        return (folder / CURRENT).read_text("ascii").strip()
    except FileNotFoundError:
        return None


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Tells a full or failing disk as what it is. The engine takes no more after that: the store must be opened anew,
    and then holds what it held before."""
    try:
        yield
    except OSError as error:
        full = error.errno == errno.ENOSPC or "no space left" in str(error).lower()
        reason = error.strerror or str(error)
        raise StoreError("store.full" if full else "store.write", location=str(folder), reason=reason) from error


def write_whole(file: Path, content: str) -> None:
    """Never leaves half a file, not even when the power fails: written beside, synced, then moved over."""
    beside = file.with_name(file.name + ".new")
    with beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file)
    with suppress(OSError):  # Windows opens no folders; its file system keeps the order by itself
        handle = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
