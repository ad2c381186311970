"""The stretch of text around a place, short enough to read."""

from __future__ import annotations

from graph.rdf.sparql import step
from graph.rdf.terms import node
from graph.storage.store import Store

LONGEST = 400
"""Code points on each side of a place before a line is cut."""


class Texts:
    """The texts of sources, each fetched once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts: dict[str, str] = {}

    def around(self, source: str, start: int, end: int) -> tuple[int, str]:
        """Where the line around `start`..`end` begins, and the line."""
        if source not in self._texts:
            rows = self._store.select(step("source_text"), {"source": node(source)}).rows
            self._texts[source] = (rows[0][0] or "") if rows else ""
        return line_around(self._texts[source], start, end)


def line_around(text: str, start: int, end: int) -> tuple[int, str]:
    """The printed line that holds the place, cut at a blank where it is very long: (where it begins, what it says)."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if start - first > LONGEST:
        first = text.find(" ", start - LONGEST, start) + 1 or start - LONGEST
    if last - end > LONGEST:
        cut = text.rfind(" ", end, end + LONGEST)
        last = cut if cut > 0 else end + LONGEST
    line = text[first:last]
    return first + len(line) - len(line.lstrip()), line.strip()
