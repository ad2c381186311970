"""Paths as a person names them → sources, in a fixed order; what cannot be read is yielded as its error, never lost."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders import formats, regular
from loaders.regular import printable
from ontology.errors import SourceError
from ontology.records import Source

SIZE_LIMIT = 256 * 1024 * 1024
"""Bytes. Larger files are refused with a message: a text of this size is no document."""

STANDARD_INPUT = "-"


def paths_below(paths: Iterable[str]) -> Iterator[str | SourceError]:
    """The files that `paths` name; folders are walked in sorted order, hidden files and folders left out.

    Symbolic links to folders are not followed (they may loop). A path that does not exist is yielded as SourceError.
    """
    for path in paths:
        if path != STANDARD_INPUT and Path(path).is_dir():
            yield from _walk(path)
        elif path == STANDARD_INPUT or os.path.lexists(path):
            yield path
        else:
            yield SourceError("source.missing", name=printable(path))


def _walk(folder: str) -> Iterator[str | SourceError]:
    errors: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        while errors:
            yield _unreadable(errors.pop())
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield str(Path(parent) / name)
    while errors:
        yield _unreadable(errors.pop())


def _unreadable(error: OSError) -> SourceError:
    return regular.unreadable(str(error.filename or ""), error)


def sources(paths: Iterable[str], standard_input: bytes | None = None) -> Iterator[Source | SourceError]:
    """Every source below `paths`, in input order. Archives, mails and .jsonl files give
    several.

    standard_input: the bytes that stand for the path "-".
    """
    for path in paths_below(paths):
        if isinstance(path, SourceError):
            yield path
        else:
            yield from open_source(path, standard_input)


def open_source(
    path: str, standard_input: bytes | None = None, limit: int | None = None
) -> Iterator[Source | SourceError]:
    """The source, or the sources, that one file holds; its error when it cannot be read. limit: bytes, at most."""
    if path == STANDARD_INPUT:
        yield from formats.opened(STANDARD_INPUT, standard_input or b"")
        return
    try:
        data = regular.read(path, SIZE_LIMIT if limit is None else limit)
    except SourceError as error:
        yield error
        return
    yield from formats.opened(printable(path), data)
