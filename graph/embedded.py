"""The embedded store: Oxigraph in a folder. One writer; any number of readers beside it.

    cancu.json      format and base IRI: what makes the folder a store
    quads/          the engine's own files; whoever writes holds the engine's lock on them
    snapshots/<n>/  frozen copies by hard links (milliseconds, no space until the original is compacted)
    current         the number of the newest snapshot
    ledger.sqlite3  see `graph.ledger`

The engine calls it undefined behaviour to read files that another process writes. So readers never open `quads/`:
`publish` freezes a snapshot and then points `current` at it, and a reader sees whole published states only. The
engine detects no conflict between two updates, so one lock per store keeps them in line; a second process is refused.
"""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from graph.answers import Table
from graph.ledger import SqliteLedger
from graph.sparql import Values, bind
from graph.store import Change
from graph.terms import plain
from ontology.errors import QueryError, StoreError
from ontology.terms import DEFAULT_BASE, PREFIXES

FORMAT = 1
MARKER, QUADS, SNAPSHOTS, CURRENT, LEDGER_FILE = "cancu.json", "quads", "snapshots", "current", "ledger.sqlite3"


class EmbeddedStore:
    """A store in a folder. Reading methods may be called from several threads; `apply` takes turns."""

    def __init__(self, folder: Path, *, read_only: bool = False, base: str | None = None) -> None:
        self.folder = folder
        self._read_only = read_only
        self._turn = threading.Lock()
        self._ledger: SqliteLedger | None = None
        self._seen = ""
        if not read_only:
            _make(folder, base or DEFAULT_BASE)
        self.base = _base_of(folder, base)
        self._quads = self._newest() if read_only else _open_to_write(folder)
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
        if change:
            with self._turn:
                self._quads.update(change.update())

    def publish(self) -> None:
        """Flushes, freezes a snapshot, points `current` at it, and removes the snapshots before it."""
        with self._turn:
            self._quads.flush()
            last = _current(self.folder)
            number = str(int(last or "0") + 1)
            target = self.folder / SNAPSHOTS / number
            shutil.rmtree(target, ignore_errors=True)  # left by a crash in this very place
            target.parent.mkdir(exist_ok=True)
            self._quads.backup(str(target))
            _write_whole(self.folder / CURRENT, number)
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
            except OSError as error:
                if _current(self.folder) != number:
                    continue  # replaced while it was being opened
                raise StoreError("store.corrupt", location=str(self.folder), reason=str(error)) from error
            self._seen = number
            return store

    def _query(self, sparql: str, values: Values | None) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        text = bind(sparql, values) if values else sparql
        try:
            return self._quads.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError("query.syntax", message=str(error)) from error


def table(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Table:
    """The answer of a SELECT or ASK as plain values."""
    if isinstance(answer, ox.QueryBoolean):
        return Table(("ask",), (("true" if answer else "false",),))
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError("query.syntax", message="SELECT or ASK expected")
    columns = tuple(variable.value for variable in answer.variables)
    return Table(columns, tuple(tuple(plain(term) for term in row) for row in answer))


def snapshot(folder: Path) -> Path | None:
    """The folder of the newest published snapshot, for readers in other processes."""
    number = _current(folder)
    return None if number is None else folder / SNAPSHOTS / number


def _make(folder: Path, base: str) -> None:
    if (folder / MARKER).exists():
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError("store.missing", location=str(folder))  # something else lives there: hands off
    folder.mkdir(parents=True, exist_ok=True)
    _write_whole(folder / MARKER, json.dumps({"format": FORMAT, "base": base}, indent=2) + "\n")


def _base_of(folder: Path, wanted: str | None) -> str:
    try:
        marker = json.loads((folder / MARKER).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError("store.missing", location=str(folder)) from error
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
    except OSError as error:
        code = "store.locked" if "lock" in str(error).lower() else "store.corrupt"
        raise StoreError(code, location=str(folder), reason=str(error)) from error
    except RuntimeError as error:  # how the engine reports files that are not its own
        raise StoreError("store.corrupt", location=str(folder), reason=str(error)) from error


def _current(folder: Path) -> str | None:
    try:
        return (folder / CURRENT).read_text("ascii").strip()
    except FileNotFoundError:
        return None


def _write_whole(file: Path, content: str) -> None:
    """Never leaves half a file: written beside, then moved over."""
    beside = file.with_name(file.name + ".new")
    beside.write_text(content, "utf-8", newline="\n")
    beside.replace(file)
