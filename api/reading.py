"""What a process that reads files does: one file → its sources → pieces for the store. Nothing here is shared.

A source may be hostile and its reader may have faults, so whatever goes wrong costs this one source. What goes wrong
worse (a crash, a hang, all memory) costs the process, and `api.pool` tells which file it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from api.printed import missing
from loaders.files import open_source
from loaders.read import CITATION_LIMIT, open_document, said
from loaders.regular import printable
from ontology.errors import SourceError
from ontology.records import Extraction, Source

if TYPE_CHECKING:
    from graph.ingest.pieces import Piece

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
class Form:
    """How an extraction is printed: as JSON, on one line (`lines`) or, where it stands alone, indented; or, where a
    language is given, why it says what it says, for people."""

    with_text: bool = False
    with_structure: bool = False
    explained: bool = False
    lines: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read, or one source of a file that was opened already. base: of the store, to make pieces; None:
    extractions are wanted, printed where `form` says how; alone: none is printed beside those of this file. limit:
    bytes of a file. failure: it is known already that it cannot be read. part: more sources of the file follow. last:
    nothing to read, all sources of the file have been given."""

    path: str
    place: str | None
    base: str | None = None
    source: Source | None = None
    limit: int | None = None
    citations: int = CITATION_LIMIT
    failure: Failure | None = None
    part: bool = False
    form: Form | None = None
    alone: bool = False
    last: bool = False

    @property
    def answered(self) -> bool:
        """Is there nothing left that a process could do?"""
        return self.last or self.failure is not None


@dataclass(frozen=True, slots=True)
class Read:
    """What one source said, for a store. key: what the name adds to that of the file ("#id" of a record, "!/b.docx" of
    a member); unresolved, entries, rows_skipped: counts; told: what a person should hear of it although it was read
    (rows that were skipped)."""

    name: str
    said: Piece | None
    key: str = ""
    entries: int = 0
    rows_skipped: int = 0
    unresolved: int = 0
    told: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A stretch of what is printed of the source before it: the whole would be larger than what it is made from."""

    text: str


STRETCH = 1 << 16
"""Characters that travel at one time."""

Answer = Read | Printed | Failure


def answers(job: Job) -> Iterator[Answer]:
    """What each source of the file says, in order, or why it cannot be read."""
    sources = [job.source] if job.source is not None else open_source(job.path, limit=job.limit)
    for source, alone in with_alone(sources) if job.alone else ((each, False) for each in sources):
        if isinstance(source, SourceError):
            yield source.code, source.details
        else:
            yield from _answers(source, job, alone=alone)


Item = TypeVar("Item")


def with_alone(items: Iterable[Item]) -> Iterator[tuple[Item, bool]]:
    """Each item, and whether it is the only one: known after looking one ahead."""
    following = iter(items)
    for first in following:
        for second in following:
            yield first, False
            yield second, False
            yield from ((each, False) for each in following)
            return
        yield first, True


def _answers(source: Source, job: Job, *, alone: bool) -> Iterator[Answer]:
    try:
        opened = open_document(source, job.place)
        source.let_go()
        extraction = opened if isinstance(opened, Extraction) else said(opened, source, job.place)
        _refuse_heaps(extraction, job.citations)
        yield _read(extraction, job)
        if job.form is not None:
            yield from _printed(extraction, job.form, alone=alone)
    except SourceError as error:
        yield error.code, error.details
    except MemoryError:
        yield "source.memory", {"name": source.name}
    except Exception as error:  # noqa: BLE001 - a fault of a reader costs one source, not the batch
        yield "source.failed", {"name": source.name, "reason": f"{type(error).__name__}: {error}"}


def _printed(extraction: Extraction, form: Form, *, alone: bool) -> Iterator[Printed]:
    from api import explain, written  # with what tells people why: processes that write into a store do without

    if form.language is not None:
        yield Printed(explain.for_people(extraction, form.language) + ("\n" if alone else "\n\n"))
        return
    indent = 2 if alone and not form.lines and extraction.source.id is None else None
    waiting: list[str] = []
    length = 0
    for part in written.written(
        extraction,
        with_text=form.with_text,
        explained=form.explained,
        with_structure=form.with_structure,
        indent=indent,
    ):
        waiting.append(part)
        length += len(part)
        if length > STRETCH:
            yield Printed("".join(waiting))
            waiting, length = [], 0
    yield Printed("".join((*waiting, "\n")))


def _refuse_heaps(extraction: Extraction, limit: int) -> None:
    """A heap of documents in one file: a witness is written whole, in one change."""
    count = len(extraction.citations)
    if count > limit:
        raise SourceError("source.too_many", name=extraction.source.name, count=str(count), limit=str(limit))


def _read(extraction: Extraction, job: Job) -> Read:
    listed = len(extraction.unresolved)
    return Read(
        name=extraction.source.name,
        said=None if job.base is None else _piece(extraction, job.base),
        key=extraction.source.name.removeprefix(printable(job.path)),
        entries=len(extraction.entries),
        rows_skipped=listed if extraction.register else 0,
        unresolved=0 if extraction.register else listed,
        told=tuple(skipped(extraction)),
    )


def _piece(extraction: Extraction, base: str) -> Piece:
    from graph.ingest.pieces import piece  # with the half of the program that a store needs, some 30 MB of memory

    return piece(extraction, base)


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
