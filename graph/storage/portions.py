"""Many pieces of bytes, read as one file: a batch of witnesses is not copied together before the engine reads it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

READ = 1 << 20
"""Bytes that are handed over at once."""


class Portions(io.RawIOBase):
    """A stream of these bytes, to be read once."""

    def __init__(self, portions: Iterable[bytes]) -> None:
        self._rest: Iterator[memoryview] = (memoryview(each) for each in portions if each)
        self._now = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """At most what is left of one portion; 0 at the end."""
        if not self._now:
            self._now = next(self._rest, self._now)
        taken = self._now[: len(buffer)]
        buffer[: len(taken)] = taken
        self._now = self._now[len(taken) :]
        return len(taken)


LONGEST = 8 << 20
"""Bytes of a portion up to which it is read from a stream: of a stream the engine takes lines up to 16 MiB only, and
the text of a source is one line."""


def joined(portions: Sequence[bytes]) -> bytes | io.BufferedReader:
    """All of them, one after the other: as a stream, or copied together where one is very long."""
    if any(len(each) > LONGEST for each in portions):
        return b"".join(portions)
    return io.BufferedReader(Portions(portions), READ)
