"""Bytes of files that may be anything: pipes, devices, loops of links, names in any encoding."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import BinaryIO

from ontology.errors import SourceError

BLOCK = 1 << 20


def read(path: str, limit: int) -> bytes:
    """All bytes of a regular file. Raises SourceError: source.unreadable, source.special (a pipe, a device, a socket),
    source.too_large (more than `limit` bytes, also when it grows while it is read)."""
    with _opened(path, limit) as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise unreadable(path, error) from error
    if len(data) > limit:
        raise too_large(path, limit)
    return data


def digest(path: str, limit: int) -> str:
    """SHA-256 of a regular file, read in blocks; raises like `read`."""
    found = hashlib.sha256()
    with _opened(path, limit) as file:
        try:
            while block := file.read(BLOCK):
                found.update(block)
        except OSError as error:
            raise unreadable(path, error) from error
    return found.hexdigest()


def _opened(path: str, limit: int) -> BinaryIO:
    """Opened without waiting: a pipe that nobody writes to would else hold the whole batch."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise unreadable(path, error) from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
        os.close(handle)
        if not stat.S_ISREG(status.st_mode):
            raise SourceError("source.special", name=printable(path))
        raise too_large(path, limit)
    return os.fdopen(handle, "rb")


def unreadable(path: str, error: Exception) -> SourceError:
    reason = getattr(error, "strerror", None) or str(error)
    return SourceError("source.unreadable", name=printable(path), reason=reason)


def too_large(path: str, limit: int) -> SourceError:
    return SourceError("source.too_large", name=printable(path), limit=f"{limit // 1024**2} MB")


def printable(path: str) -> str:
    r"""The path as it can be shown and stored: bytes that are no text in the system's encoding become "\xe9"."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
