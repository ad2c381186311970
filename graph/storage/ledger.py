"""Which path was loaded as which source, by which extractor, and when: the run's own record, no part of what sources
say.

An embedded store keeps it in a small SQLite file beside the quads, so that no query and no export shows the paths of
somebody's disk. A ledger that lags behind a crash heals itself: the next load of the path writes the line again.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Line:
    """path: as the caller names it (with `#id` for one record of many); loaded: ISO 8601 in UTC, or None."""

    path: str
    source: str
    extractor: str = ""
    loaded: str | None = None


class Ledger(Protocol):
    def line(self, path: str) -> Line | None: ...

    def paths(self, source: str) -> list[str]:
        """The paths that hold this source, sorted."""

    def below(self, prefix: str) -> list[Line]:
        """The lines whose path begins so, sorted: records of a file, files of a folder."""

    def write(self, lines: Iterable[Line]) -> None:
        """Adds lines; a path that has one gets the new one."""

    def forget(self, paths: Iterable[str]) -> None: ...

    def close(self) -> None: ...


class SqliteLedger:
    """A ledger in one file; safe to use from several threads."""

    def __init__(self, file: Path) -> None:
        self._lock = threading.Lock()
        self._rows = sqlite3.connect(file, check_same_thread=False)
        with self._lock, self._rows:
            self._rows.execute(
                "CREATE TABLE IF NOT EXISTS line"
                " (path TEXT PRIMARY KEY, source TEXT NOT NULL, extractor TEXT NOT NULL, loaded TEXT)"
            )
            self._rows.execute("CREATE INDEX IF NOT EXISTS line_source ON line (source)")

    def line(self, path: str) -> Line | None:
        with self._lock:
            found = self._rows.execute("SELECT path, source, extractor, loaded FROM line WHERE path = ?", (path,))
            row = found.fetchone()
        return None if row is None else Line(*row)

    def paths(self, source: str) -> list[str]:
        with self._lock:
            found = self._rows.execute("SELECT path FROM line WHERE source = ? ORDER BY path", (source,)).fetchall()
        return [path for (path,) in found]

    def below(self, prefix: str) -> list[Line]:
        with self._lock:
            found = self._rows.execute(
                "SELECT path, source, extractor, loaded FROM line"
                " WHERE path >= ?1 AND substr(path, 1, length(?1)) = ?1 AND path < ?2 ORDER BY path",
                (prefix, prefix + chr(0x10FFFF)),
            ).fetchall()
        return [Line(*row) for row in found]

    def write(self, lines: Iterable[Line]) -> None:
        rows = [(line.path, line.source, line.extractor, line.loaded) for line in lines]
        with self._lock, self._rows:
            self._rows.executemany("INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?)", rows)

    def forget(self, paths: Iterable[str]) -> None:
        rows = [(path,) for path in paths]  # before the lock: they may come from this very ledger
        with self._lock, self._rows:
            self._rows.executemany("DELETE FROM line WHERE path = ?", rows)

    def close(self) -> None:
        self._rows.close()
