"""What a process that reads files does: one file → its sources → pieces for the store. Nothing here is shared.

A source may be hostile and its reader may have faults, so whatever goes wrong costs this one source. What goes wrong
worse (a crash, a hang, all memory) costs the process, and `api.pool` tells which file it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from api.printed import missing
from graph.ingest.pieces import Piece, piece
from loaders.files import open_source
from loaders.read import CITATION_LIMIT, open_document, said
from loaders.regular import printable
from ontology.errors import SourceError
from ontology.records import Extraction, Source

Failure = tuple[str, dict[str, str]]
"""Code and details of an error, as they travel between processes."""

ROW_CODES = {
    "row-number": "register.row_number",
    "row-date": "register.row_date",
    "row-effective": "register.row_effective",
}

ROWS_TOLD = 20
"""Skipped rows of one register that are told one by one."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read, or one source of a file that was opened already. base: of the store, to make pieces; None: the
    whole extractions are wanted, with the tree of blocks where `structure` says so. limit: bytes of a file. failure: it
    is known already that it cannot be read. part: more sources of the file follow. last: nothing to read, all sources
    of the file have been given."""

    path: str
    place: str | None
    base: str | None = None
    source: Source | None = None
    limit: int | None = None
    citations: int = CITATION_LIMIT
    failure: Failure | None = None
    part: bool = False
    structure: bool = False
    last: bool = False

    @property
    def answered(self) -> bool:
        """Is there nothing left that a process could do?"""
        return self.last or self.failure is not None


@dataclass(frozen=True, slots=True)
class Read:
    """What one source said. key: what the name adds to that of the file ("#id" of a record, "!/b.docx" of a
    member); unresolved, entries, rows_skipped: counts; told: what a
    person should hear of it although it was read (rows that were skipped)."""

    name: str
    said: Piece | Extraction
    key: str = ""
    entries: int = 0
    rows_skipped: int = 0
    unresolved: int = 0
    told: tuple[Failure, ...] = ()


Answer = Read | Failure


def answers(job: Job) -> Iterator[Answer]:
    """What each source of the file says, in order, or why it cannot be read."""
    for source in [job.source] if job.source is not None else open_source(job.path, limit=job.limit):
        yield (source.code, source.details) if isinstance(source, SourceError) else _answer(source, job)


def _answer(source: Source, job: Job) -> Answer:
    try:
        opened = open_document(source, job.place)
        source.let_go()
        extraction = opened if isinstance(opened, Extraction) else said(opened, source, job.place)
        _refuse_heaps(extraction, job.citations)
        return _read(extraction, job)
    except SourceError as error:
        return error.code, error.details
    except MemoryError:
        return "source.memory", {"name": source.name}
    except Exception as error:  # noqa: BLE001 - a fault of a reader costs one source, not the batch
        return "source.failed", {"name": source.name, "reason": f"{type(error).__name__}: {error}"}


def _refuse_heaps(extraction: Extraction, limit: int) -> None:
    """A heap of documents in one file: a witness is written whole, in one change."""
    count = len(extraction.citations)
    if count > limit:
        raise SourceError("source.too_many", name=extraction.source.name, count=str(count), limit=str(limit))


def _read(extraction: Extraction, job: Job) -> Read:
    listed = len(extraction.unresolved)
    return Read(
        name=extraction.source.name,
        said=_sent(extraction, job) if job.base is None else piece(extraction, job.base),
        key=extraction.source.name.removeprefix(printable(job.path)),
        entries=len(extraction.entries),
        rows_skipped=listed if extraction.register else 0,
        unresolved=0 if extraction.register else listed,
        told=tuple(skipped(extraction)),
    )


def _sent(extraction: Extraction, job: Job) -> Extraction:
    """What travels to the process that prints it: not the bytes, and of blocks only what was asked for."""
    blocks = extraction.structure if job.structure else ()
    return replace(extraction, source=extraction.source.without_bytes(), structure=blocks)


def skipped(extraction: Extraction) -> Iterator[Failure]:
    """What of a source was not read: pages of scans; rows of a register with their lines, the first ones, then how many
    more."""
    for error in missing(extraction):
        yield error.code, error.details
    if not extraction.register:
        return
    name = extraction.source.name
    for item in extraction.unresolved[:ROWS_TOLD]:
        line = extraction.text.count("\n", 0, item.span.start) + 1
        yield ROW_CODES[item.reason], {"name": name, "line": str(line)}
    if len(extraction.unresolved) > ROWS_TOLD:
        yield "register.more_rows", {"name": name, "count": str(len(extraction.unresolved) - ROWS_TOLD)}


def told(failure: Failure) -> SourceError:
    """The error that a failure stands for."""
    return SourceError(failure[0], **failure[1])
