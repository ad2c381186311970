"""Heads of web pages whose table stands one cell a line, with the source lines of the page in each cell: "ỦY ⏎ BAN NHÂN
DÂN", "Số: ⏎ 14/2007/QĐ-UBND", "Tam ⏎ Kỳ, ngày 19 tháng 6 ⏎ năm 2007", each cell closed by "|" on a line of its own.

The copy of such a text has blanks for the line ends that only wrap a cell, and the same length.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from loaders.citations import types
from loaders.text.reading import Reading
from ontology.words import CAPITALS, letters

HEAD = 2500
"""Code points in which such a table stands, below what a page prints above it."""

CLOSED = "\n|\n"
MOTTO = "Độc lập"
CELL = 400
"""Code points of one cell of a head; what is longer is body."""

HALVES = re.compile(rf"\n[ ]*([{CAPITALS}]{{2,}})[ ]*\n[ ]*([{CAPITALS}]{{2,}})[ ]*(?=\n)")
"""Two lines of a word each, behind the table: "QUYẾT ⏎ ĐỊNH"."""

ADDRESSED = re.compile(r"\n[ *]*Kính[ ]*(?=\n[ ]*gửi)")
"""The heading of the addressees on two lines, behind the table: "Kính ⏎ gửi: …"."""

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+\.?")
"""A line that is one word."""

NUMBERED = re.compile(r"[Ss]ố\s*:(?:\s*[0-9]{1,6}\s*[-/])?$")
"""A line that the symbol goes on with: "Số:", "Số: 16 -"."""

DATED = re.compile(r"(?:ngày|tháng|năm|\s[0-9]{1,2})$")
DATE = re.compile(r"(?:[0-9]{1,4}(?:\s|$)|tháng\s|năm\s)")
"""How a line begins that goes on with a day."""


def unwrapped(page: Reading) -> Reading:
    """The text with the cells of its head on lines of their own; the text itself where its head is no such table."""
    closed = page.text.find(CLOSED, 0, HEAD)
    if closed < 0:
        return page
    soft: list[int] = []
    begin = page.text.rfind("\n\n", 0, closed) + 1
    while closed >= 0:
        if closed - begin < CELL:
            lines = list(LINE.finditer(page.text, begin, closed))
            soft += [above.end() for above, below in pairwise(lines) if _goes_on(above[0].strip(), below[0].strip())]
        elif page.text.find(MOTTO, 0, begin) >= 0:
            break  # the head is over; what a portal says above it may be long
        begin, closed = closed + 2, page.text.find(CLOSED, closed + 1, HEAD)
    halves = HALVES.search(page.text, begin, begin + CELL) if begin > 2 else None
    if halves is not None and letters(f"{halves[1]} {halves[2]}") in types.spellings():
        soft.append(halves.end(1))
    addressed = ADDRESSED.search(page.text, begin, begin + CELL) if begin > 2 else None
    if addressed is not None:
        soft.append(addressed.end())
    if not soft:
        return page
    text, low = page.text, page.low
    for end in soft:
        text, low = f"{text[:end]} {text[end + 1 :]}", f"{low[:end]} {low[end + 1 :]}"
    return replace(page, text=text, low=low)


def _goes_on(above: str, below: str) -> bool:
    """Does a line of a cell go on with the next one?"""
    if NUMBERED.search(above) or (DATED.search(above) and DATE.match(below)):
        return True
    alone = WORD.fullmatch(above) or WORD.fullmatch(below)
    return alone is not None and above[0].isupper() and below[0].isupper() and "|" not in above + below
