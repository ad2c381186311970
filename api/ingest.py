"""Joins the floors below: paths → sources → extractions → store."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO

from api.owners import installed_version
from api.printed import missing
from api.settings import Settings
from graph import ingest as store_ingest
from graph.store import Store
from loaders.files import STANDARD_INPUT, sources
from loaders.read import CITATION_LIMIT, extract
from ontology.errors import SourceError
from ontology.records import Extraction, Source

AHEAD = 4
"""Sources in flight for each process: enough to keep it busy, little enough that a large folder stays on disk."""

Result = Extraction | SourceError

Failure = tuple[str, dict[str, str]]
"""Code and details of an error, as they travel between processes."""


def read_all(paths: Iterable[str], settings: Settings, standard_input: BinaryIO | None = None) -> Iterator[Result]:
    """What every source below `paths` says, or why it cannot be read, in input order whatever the jobs."""
    return read(sources(paths, standard_input.read() if standard_input else None), settings)


def read(found: Iterable[Source | SourceError], settings: Settings) -> Iterator[Result]:
    """Extracts sources in `settings.jobs` processes; errors pass through in their place."""
    jobs = settings.jobs or os.cpu_count() or 1
    return map(partial(_read, place=settings.place), found) if jobs == 1 else _parallel(found, settings.place, jobs)


def _read(source: Source | SourceError, place: str | None) -> Result:
    return source if isinstance(source, SourceError) else _result(_extract(source, place))


def _extract(source: Source, place: str | None) -> Extraction | Failure:
    try:
        return extract(source, place)
    except SourceError as error:
        return error.code, error.details


def _result(answer: Extraction | Failure) -> Result:
    return SourceError(answer[0], **answer[1]) if isinstance(answer, tuple) else answer


def _parallel(found: Iterable[Source | SourceError], place: str | None, jobs: int) -> Iterator[Result]:
    waiting: deque[Future[Extraction | Failure] | SourceError] = deque()

    def first() -> Result:
        answer = waiting.popleft()
        return answer if isinstance(answer, SourceError) else _result(answer.result())

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            for source in found:
                waiting.append(source if isinstance(source, SourceError) else pool.submit(_extract, source, place))
                if len(waiting) >= AHEAD * jobs:
                    yield first()
            while waiting:
                yield first()
        finally:
            pool.shutdown(cancel_futures=True)


@dataclass(slots=True)
class Summary:
    """What loading did. Sources are counted; failed: the error of each source that could not be loaded, in input order.

    unchanged: known already, with the same content. unresolved: strings in the newly read sources that look like
    numbers of documents and were not understood. conflicts: contradictions between sources about what was touched.
    suspicions: what can hardly be right, among what was touched.
    entries: rows of registers that were read; rows_skipped: those that state no document.
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

    def note(self, extraction: Extraction) -> None:
        """Counts what a newly read source could not say."""
        if extraction.register:
            self.entries += len(extraction.entries)
            self.rows_skipped += len(extraction.unresolved)
        else:
            self.unresolved += len(extraction.unresolved)

    @property
    def total(self) -> int:
        return self.loaded + self.updated + self.unchanged + len(self.failed)


ROW_CODES = {
    "row-number": "register.row_number",
    "row-date": "register.row_date",
    "row-effective": "register.row_effective",
}

ROWS_TOLD = 20
"""Skipped rows of one register that are told one by one."""


def skipped(result: Result) -> Iterator[SourceError]:
    """What of a source was not read: pages of scans; rows of a register with their lines, the first ones, then how many
    more."""
    if isinstance(result, SourceError):
        return
    yield from missing(result)
    if not result.register:
        return
    name = result.source.name
    for item in result.unresolved[:ROWS_TOLD]:
        line = result.text.count("\n", 0, item.span.start) + 1
        yield SourceError(ROW_CODES[item.reason], name=name, line=str(line))
    if len(result.unresolved) > ROWS_TOLD:
        yield SourceError("register.more_rows", name=name, count=str(len(result.unresolved) - ROWS_TOLD))


def load(
    store: Store,
    paths: Iterable[str],
    settings: Settings,
    on_result: Callable[[Result], None] = lambda _: None,
) -> Summary:
    """Loads every source below `paths`; one that cannot be read is noted and the rest goes on. Raises `StoreError`.

    on_result: called for each source that was read or failed, in order, for progress.
    """
    summary = Summary()
    extractor = f"{extractor_version()} {settings.place or ''}".strip()

    def wanted() -> Iterator[Source | SourceError]:
        for source in sources(paths):
            if isinstance(source, Source) and store_ingest.holds(store, source, ledger_path(source), extractor):
                summary.unchanged += 1
            else:
                yield source

    def readable() -> Iterator[tuple[Extraction, str]]:
        for result in map(_bounded, read(wanted(), settings)):
            on_result(result)
            if isinstance(result, SourceError):
                summary.failed.append(result)
            else:
                summary.note(result)
                yield result, ledger_path(result.source)

    changes = store_ingest.put(store, readable(), extractor=extractor)
    summary.loaded, summary.updated = len(changes.loaded), len(changes.updated)
    summary.unchanged += len(changes.unchanged)
    summary.removed, summary.conflicts = len(changes.removed), changes.conflicts
    summary.suspicions = changes.suspicions
    return summary


def _bounded(result: Result) -> Result:
    """A heap of documents in one file is refused: a witness is written whole, in one transaction, and a citation takes
    about 60 kB on its way there."""
    if isinstance(result, SourceError) or len(result.citations) <= CITATION_LIMIT:
        return result
    name, count = result.source.name, str(len(result.citations))
    return SourceError("source.too_many", name=name, count=count, limit=str(CITATION_LIMIT))


def ledger_path(source: Source) -> str:
    """The absolute path of the file that holds the source, whatever folder the command runs in."""
    name = source.name if source.id is None else source.name.removesuffix(f"#{source.id}")
    return name if name == STANDARD_INPUT else str(Path(name).resolve())


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
