"""Joins the floors below: paths → sources → extractions → store."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import BinaryIO

from api.kept import UPLOAD
from api.owners import installed_version
from api.pool import Limits, Pool
from api.reading import Answer, Form, Job, Printed, Read, told, with_alone
from api.settings import Settings
from graph.ingest import held
from graph.ingest import ingest as store_ingest
from graph.ingest.batches import Whole
from graph.ingest.pieces import Piece
from graph.ingest.tally import Changes
from graph.storage.store import Store
from loaders import regular
from loaders.files import STANDARD_INPUT, open_source, paths_below
from loaders.read import CITATION_LIMIT
from loaders.regular import printable
from ontology.errors import SourceError
from ontology.records import Source

WITNESS_LIMIT = 20_000
"""Citations of one source that goes into a store: a witness is written in one change. A file with more holds many
documents, and belongs into a store as many."""

RECORDS = (".jsonl", ".ndjson")
"""Files that are opened here, so that their records are shared among the readers; every other file is opened by one."""


def printed(
    paths: Iterable[str], settings: Settings, form: Form, standard_input: BinaryIO | None = None
) -> Iterator[Read | Printed | SourceError]:
    """What every source below `paths` says, as it is printed, or why it cannot be read, in input order whatever the
    jobs. Each source is announced before its stretches."""
    opened = standard_input.read() if standard_input else None
    with Pool(jobs_of(settings), limits_of(settings), warm="api.warm") as pool:
        for _, answer in pool.answers(_jobs(paths, settings, form, opened)):
            if isinstance(answer, Read | Printed):
                yield answer
            elif answer is not None:
                yield told(answer)


def jobs_of(settings: Settings) -> int:
    """Processors to keep busy."""
    return settings.jobs or os.cpu_count() or 1


def limits_of(settings: Settings) -> Limits:
    """What one file may cost."""
    return Limits(settings.file_seconds, settings.file_memory_mb << 20)


def _jobs(paths: Iterable[str], settings: Settings, form: Form, standard_input: bytes | None = None) -> Iterator[Job]:
    limit = settings.file_mb << 20
    for path, only in with_alone(paths_below(paths)):
        if isinstance(path, SourceError):
            yield Job("", settings.place, failure=(path.code, path.details))
        elif path == STANDARD_INPUT or path.endswith(RECORDS):
            for source, alone in with_alone(open_source(path, standard_input, limit)):
                yield replace(_job_of(path, source, settings), form=form, alone=only and alone)
        else:
            yield Job(path, settings.place, limit=limit, form=form, alone=only)


def _job_of(path: str, source: Source | SourceError, settings: Settings, base: str | None = None) -> Job:
    if isinstance(source, SourceError):
        return Job(path, settings.place, failure=(source.code, source.details), part=True)
    limit = CITATION_LIMIT if base is None else WITNESS_LIMIT
    return Job(path, settings.place, base, source, citations=limit, part=True)


@dataclass(slots=True)
class Summary:
    """What loading did. Sources are counted; failed: the error of each source that could not be loaded, in input order.

    unchanged: known already, with the same content (files of many sources count once). unresolved: strings in the newly
    read sources that look like numbers of documents and were not understood. conflicts: contradictions between sources
    about what was touched; suspicions: what can hardly be right, among that. entries: rows of registers that were read;
    rows_skipped: those that state no document. interrupted: stopped on request, and what had been read is in the store.
    """

    loaded: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    conflicts: int = 0
    suspicions: int = 0
    unresolved: int = 0
    entries: int = 0
    rows_skipped: int = 0
    failed: list[SourceError] = field(default_factory=list)
    interrupted: bool = False

    @property
    def total(self) -> int:
        return self.loaded + self.updated + self.unchanged + len(self.failed)


@dataclass(frozen=True, slots=True)
class Watch:
    """Who wants to know while loading goes on. result: each source, in order: its name, and its error or None; told:
    what else should be said of it; file: a file is done with (from any thread); stop: set it to stop after what was
    read so far is safe."""

    result: Callable[[str, SourceError | None], None] = lambda _name, _error: None
    told: Callable[[SourceError], object] = lambda _: None
    file: Callable[[], None] = lambda: None
    stop: threading.Event = field(default_factory=threading.Event)


def load(
    store: Store,
    paths: Iterable[str],
    settings: Settings,
    watch: Watch | None = None,
    named: Callable[[str], str] | None = None,
) -> Summary:
    """Loads every source below `paths`; one that cannot be read is noted and the rest goes on. Raises `StoreError`.

    named: what the ledger calls a path.
    """
    return _Load(store, settings, watch or Watch(), named or ledger_path).run(paths)


class _Load:
    """One run: what is there already is left out, what is read is written, and all of it is counted."""

    def __init__(self, store: Store, settings: Settings, watch: Watch, named: Callable[[str], str]) -> None:
        self.named = named
        self.store = store
        self.settings = settings
        self.watch = watch
        self.summary = Summary()
        self.extractor = f"{extractor_version()} {settings.place or ''}".strip()
        self.digests: dict[str, str] = {}  # of the files that are being read

    def run(self, paths: Iterable[str]) -> Summary:
        with Pool(jobs_of(self.settings), limits_of(self.settings), self.watch.stop) as pool:
            items = self._items(pool.answers(self._jobs(paths)))
            changes = store_ingest.put(self.store, items, extractor=self.extractor)
        return self._counted(changes)

    def _counted(self, changes: Changes) -> Summary:
        summary = self.summary
        summary.loaded, summary.updated = len(changes.loaded), len(changes.updated)
        summary.unchanged += len(changes.unchanged)
        summary.removed, summary.conflicts = len(changes.removed), changes.conflicts
        summary.suspicions = changes.suspicions
        summary.interrupted = self.watch.stop.is_set()
        return summary

    def _jobs(self, paths: Iterable[str]) -> Iterator[Job]:
        """In the thread that hands out jobs."""
        limit = self.settings.file_mb << 20
        for path in paths_below(paths):
            if isinstance(path, SourceError):
                yield Job("", None, failure=(path.code, path.details))
                continue
            try:
                digest = regular.digest(path, limit)
            except SourceError as error:
                yield Job(path, None, failure=(error.code, error.details))
                continue
            name = self.named(path)
            if held.unchanged(self.store, name, digest, self.extractor):
                self.summary.unchanged += 1
                self.watch.file()
                continue
            self.digests[name] = digest
            yield from self._opened(path, limit)

    def _opened(self, path: str, limit: int) -> Iterator[Job]:
        base = self.store.base
        if not path.endswith(RECORDS):
            yield Job(path, self.settings.place, base, limit=limit, citations=WITNESS_LIMIT)
            return
        for source in open_source(path, limit=limit):
            yield _job_of(path, source, self.settings, base)
        yield Job(path, None, last=True)

    def _items(self, answers: Iterable[tuple[Job, Answer | None]]) -> Iterator[tuple[Piece, str] | Whole]:
        """What the store takes, until somebody wants to stop. A file of many sources ends with the list of them."""
        keys: set[str] = set()
        sound = True
        for job, answer in answers:
            name = self.named(job.path)
            if isinstance(answer, Read):
                keys.add(answer.key)
                yield self._noted(answer), name + answer.key
            elif isinstance(answer, tuple):
                sound = False
                self._failed(told(answer))
            elif not job.part:
                digest = self.digests.pop(name, None)
                if digest is not None and sound and keys and keys != {""}:
                    yield Whole(name, digest, frozenset(name + key for key in keys))
                keys, sound = set(), True
                self.watch.file()

    def _noted(self, read: Read) -> Piece:
        self.summary.entries += read.entries
        self.summary.rows_skipped += read.rows_skipped
        self.summary.unresolved += read.unresolved
        self.watch.result(read.name, None)
        for failure in read.told:
            self.watch.told(told(failure))
        assert isinstance(read.said, Piece)  # noqa: S101 - the base was given
        return read.said

    def _failed(self, error: SourceError) -> None:
        self.summary.failed.append(error)
        self.watch.result(error.details.get("name", ""), error)


def ledger_path(path: str) -> str:
    """The absolute path of a file, whatever folder the command runs in, as the ledger writes it."""
    return path if path in ("", STANDARD_INPUT) or path.startswith(UPLOAD) else printable(os.path.realpath(path))


@cache
def extractor_version() -> str:
    """What reads the sources: version, digest of code and tables. A file is read again when this has changed."""
    digest = hashlib.sha256()
    for package in ("loaders", "ontology"):
        for name, content in _contents(files(package)):
            digest.update(name.encode() + b"\0" + content)
    return f"cancu {installed_version()} {digest.hexdigest()[:12]}"


def _contents(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_file() and entry.name.endswith((".py", ".csv")):
            yield entry.name, entry.read_bytes()
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry)
