"""Lines that a program set flush on both sides with blanks: "Căn  cứ Luật  Đầu tư  công", as text of pages is copied.
Where many gaps are two or three blanks wide, they mean no more than one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

DOUBLED = "  "
WIDE = "    "
"""A gap that parts columns: in its line two blanks may part them, too."""

SEVERAL = 3
"""Gaps of a line from which on one of three blanks is no column either."""

LEAST = 12
"""Doubled blanks in the first lines that have any, from which on none of the text means more than one."""

FIRST = 40
"""Lines with two blanks that are looked at: most texts have them in front of their lines only."""

GAP = re.compile(r"(?<=[^\s|]) {1,2}(?= [^\s|])")


def suspected(text: str) -> bool:
    """Does a text show that its lines are set flush? A look at the speed of memory for most."""
    if text.count(DOUBLED) < LEAST:
        return False
    return sum(len(_gaps(text, start, end)) for start, end in islice(_lines(text), FIRST)) >= LEAST


def needless(text: str) -> list[tuple[int, int, bool]]:
    """What is one blank too many, in order (as `reading.compose` takes what is dropped)."""
    if not suspected(text):
        return []
    return [(*gap, False) for start, end in _lines(text) for gap in _gaps(text, start, end)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines in which two blanks stand somewhere."""
    at = text.find(DOUBLED)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find(DOUBLED, end)


def _gaps(text: str, start: int, end: int) -> list[tuple[int, int]]:
    gaps = [match.span() for match in GAP.finditer(text, start, end)]
    if not gaps or text.find(WIDE, gaps[0][0], end) >= 0:
        return []
    narrow = all(last - first == 1 for first, last in gaps)
    return gaps if narrow or len(gaps) >= SEVERAL else []
