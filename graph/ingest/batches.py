"""What is written together: cut by size, because a batch lives in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.ingest.pieces import Piece, piece
from ontology.records import Extraction, Source

BATCH_BYTES = 48 << 20
"""N-Quads in one batch: some 160 documents. The engine takes about four times that in memory."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A file of many sources has been read to its end. digest: SHA-256 of the file; holds: the paths of the sources
    that it holds now; those that it held before and holds no more are removed."""

    path: str
    digest: str
    holds: frozenset[str]


Item = Extraction | tuple[Extraction | Piece, str | None] | Whole


@dataclass(frozen=True, slots=True)
class Held:
    """A piece and the ledger's name for where it came from."""

    piece: Piece
    path: str | None


def batches(items: Iterable[Item], base: str) -> Iterator[list[Held | Whole]]:
    """What is written together. A register stands alone; the end of a file never comes before what it holds."""
    batch: list[Held | Whole] = []
    size = 0
    alone = False
    for item in items:
        if isinstance(item, Whole):
            batch.append(item)
            continue
        said, path = item if isinstance(item, tuple) else (item, None)
        if isinstance(said, Piece):
            made = said
        else:
            made, path = piece(said, base), None if path is None else ledger_path(said.source, path)
        if batch and (size + made.size > BATCH_BYTES or made.register or alone):
            yield batch
            batch, size = [], 0
        batch.append(Held(made, path))
        size += made.size
        alone = made.register
    if batch:
        yield batch


def ledger_path(source: Source, path: str) -> str:
    """What the ledger calls a source of a file: a record by its id."""
    return path if source.id is None else f"{path}#{source.id}"
