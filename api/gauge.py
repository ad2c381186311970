"""How much memory a process and all that it started take, looked at from outside: the same on every system.

Linux limits a reader exactly and at once (`api.reader`), but neither macOS nor Windows does, and nowhere does that
limit hold for the programs that a reader starts (an office suite, a recogniser of characters). A look costs a
millisecond for each process, so that it is taken only when a reader has been silent for a while, and not more often
than `EVERY`.
"""

from __future__ import annotations

import time

EVERY = 0.5
"""Seconds between looks."""


class Gauge:
    """Of one process. limit: bytes beyond what it took at the first look, with its children; None: none."""

    def __init__(self, pid: int | None, limit: int | None) -> None:
        self.pid = pid
        self.limit = limit
        self._fresh: int | None = None
        self._looked = time.monotonic()

    def start(self) -> None:
        """What the process takes now is what a fresh one takes."""
        self._fresh = self._taken()

    def exceeded(self) -> bool:
        """Does it take more than it may? False when it is too early for another look, or the process is gone."""
        if self.limit is None or self._fresh is None or time.monotonic() - self._looked < EVERY:
            return False
        self._looked = time.monotonic()
        taken = self._taken()
        return taken is not None and taken - self._fresh > self.limit

    def _taken(self) -> int | None:
        """Bytes in memory, of the process and of all below it."""
        import psutil  # only where files are read in processes

        try:
            process = psutil.Process(self.pid)
            family = [process, *process.children(recursive=True)]
        except psutil.Error:
            return None
        total = 0
        for each in family:
            try:
                total += each.memory_info().rss
            except psutil.Error:  # it ended meanwhile
                continue
        return total
