"""The lines of a list of recipients as cells: each column of a page by itself, an entry without what stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.header import capacities, persons, signature
from loaders.header.recipient_headings import EDGE
from ontology.words import fold

CELLS = re.compile(r"[ ]{4,}|[|\t]")

GAPS = ("|", "    ", "\t")
"""What parts two columns: a cheap look before the pattern."""

FAR = 25
"""Columns of a page from the beginning of an entry to that of a cell which belongs to the signature."""


def cells(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """The cells of the lines from `start` on, without their edges; an empty line is an empty cell."""
    limit = min(limit, len(text))
    while start < limit:
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        if not any(text.find(gap, start, line_end) >= 0 for gap in GAPS):
            yield stripped(text, start, line_end)
            start = line_end + 1
            continue
        position = start
        any_cell = False
        for gap in CELLS.finditer(text, start, line_end):
            if text[position : gap.start()].strip(EDGE):
                any_cell = True
                yield stripped(text, position, gap.start())
            position = gap.end()
        if text[position:line_end].strip(EDGE) or not any_cell:
            yield stripped(text, position, line_end)
        start = line_end + 1


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without its edges."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def column(text: str, at: int) -> int | None:
    """The column of a page at which a cell begins; None in the row of a table, whose cells stand anywhere."""
    begin = text.rfind("\n", 0, at) + 1
    return None if text.find("|", begin, at) >= 0 else at - begin


LINE = 400
"""Code points of a line with two columns; what is longer is a paragraph, and is not looked through."""


def own_column(cell: str) -> int:
    """Where the other column begins behind an entry in the same line: "- Ban Bí thư; THỨ TRƯỞNG"."""
    if len(cell) > LINE or cell.endswith((";", ",")) or capacities.is_capacity(cell):
        return len(cell)
    for begins in signature.COLUMN_BEGINS.finditer(cell):
        tail = cell[begins.end() :].strip(EDGE + ".- ")
        if not tail[:1].isupper():
            continue
        capacity = tail.isupper() and (capacities.is_capacity(tail) or (_loud(tail) and not cell.isupper()))
        if capacity or (begins[0].strip() not in (",", "") and persons.signs(tail)):
            return begins.start() + len(begins[0].rstrip())
    return len(cell)


def _loud(tail: str) -> bool:
    """What a scan left of a capacity: a whole word in capitals, with its marks: "Ù TƯỚNG". Codes have no vowel."""
    if any(mark in tail for mark in ".,;:"):
        return False
    words = (word for word in tail.split() if len(word) > 3 and word.isalpha() and not word.isascii())
    return any(persons.VOWEL.search(fold(word)) for word in words)


def signs(words: str) -> bool:
    """Capacity or name of who signs."""
    if capacities.is_capacity(words):
        return True
    return all(word[:1].isupper() for word in words.split()) and persons.signs(words)
