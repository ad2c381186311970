"""The column at which lines were wrapped, and whether a program filled them up to it letter by letter."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from loaders.text.continuation import FULL_LINE, MARKER, TERMINAL
from loaders.text.stretches import Stretches

WRAP_LIMIT = 130
"""Code points. Texts whose lines are all shorter were wrapped by whoever saved them."""

PAGE_LIMIT = 110
"""Code points of a line on a page of A4."""


def wrap_width(lengths: Sequence[int]) -> int | None:
    """The column at which a text was wrapped, or None for a text with one line a paragraph. lengths: of its lines, the
    shortest first.

    A few longer lines (footnotes in small print, rows of a table) hide no column of a page, as long as none of them is
    a paragraph on one line.
    """
    if not lengths:
        return None
    outliers = (20, 10) if lengths[-1] <= 2 * PAGE_LIMIT else ()
    for share, limit in ((100, WRAP_LIMIT), *((share, PAGE_LIMIT) for share in outliers)):
        longest = lengths[-1 - len(lengths) // share]
        full = bisect_right(lengths, longest) - bisect_right(lengths, 0.8 * longest)
        if 40 <= longest <= limit and full >= 3 and full >= 0.15 * len(lengths):
            return longest
    return None


def longest(lengths: Sequence[int]) -> int | None:
    """The longest of lines that are all short, a few outliers apart: most of such a text may be cells of tables."""
    longest = lengths[-1 - len(lengths) // 100] if lengths else 0
    return longest if 40 <= longest <= WRAP_LIMIT else None


LOOKED_AT = 2000
"""Lines that tell how a text was wrapped."""

TAB = 8
"""Blanks for which a tab in front of a line may stand, or for none."""

LEAST, SHARE = 4, 0.85
"""Lines inside of sentences that must be seen, and how many of them must be full."""


class Column(NamedTuple):
    """Where lines were wrapped: no line seen ends behind `least`, and none could end behind `most`."""

    least: int
    most: int


def filled(text: str, low: str, lines: Stretches, width: int) -> Column | None:
    """The column up to which each line holds as many words as it can, as programs wrap plain text; None for a text that
    was set in letters of their own widths, or whose lines end elsewhere. Seen where a sentence goes on for sure: from
    one small letter to another."""
    ends: list[int] = []
    needs: list[int] = []
    for number in range(min(len(lines) - 1, LOOKED_AT)):
        start, end = lines[number]
        behind = lines.starts[number + 1]
        if 2 * (end - start) <= width or not (text[end - 1].islower() and text[behind].islower()):
            continue
        if low.count("\n", end, behind) == 1:
            column, tabs = _column(text, start, end)
            ends.append(column)
            needs.append(column + TAB * tabs + 1 + _first_word(low, behind, lines.ends[number + 1]))
    if len(ends) < LEAST:
        return None
    least = sorted(ends)[-1 - len(ends) // 100]
    full = [need for need in needs if need > least]
    return Column(least, min(full) - 1) if len(full) >= SHARE * len(needs) else None


def as_width(column: Column) -> int:
    """The width of which only lines filled up to `column` are full (`continuation.FULL_LINE`)."""
    return math.ceil(column.least / FULL_LINE)


def fills(text: str, line: tuple[int, int], following: tuple[int, int], column: Column) -> bool:
    """Would the first word of the following line have found no place behind this one? A longer line was not wrapped."""
    end, tabs = _column(text, *line)
    return end <= column.most and column.least < end + TAB * tabs + 1 + _first_word(text, *following)


def goes_on(text: str, low: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Does a paragraph go on behind a line that is full, whatever mark ends it? Of 1,000 such lines with ";" or "."
    some 950 do, as long as the next one opens no block. What opens one is a word of the sentence where no mark stands
    above it: "trình cấp có thẩm quyền xem⏎xét", "tại khoản 4⏎Điều 13 Luật"."""
    begin, last = low[following[0]], text[line[1] - 1]
    if text[line[0] : line[1]].isupper():
        behind = text[following[0] : following[1]]
        return behind == behind.upper() and (begin.isalnum() or begin == "-") and last.isalnum()
    if begin in NO_WORDS or last == "/":
        return begin == "-" and last not in TERMINAL and _parts(text, line, following)
    if MARKER.match(low, *following) is None:
        return True
    if last == ";":
        return PLACES.match(low, *following) is not None
    return last not in TERMINAL and (WORD if text[following[0]].islower() else PLACE).match(low, *following) is not None


NO_WORDS = frozenset("-_=*#~|<>+•")
"""What begins a line that is no prose: a rule, a heading of Markdown, a row, an item."""

WORD = re.compile(r"[^\W\d_]{2}")
NUMBERED = r"(?:điều|khoản|điểm|mục|chương|phụ\s+lục)\s+(?:số\s+)?[0-9a-zđ]{1,5}(?!\w)"
PLACE = re.compile(rf"{NUMBERED}(?![.:] *\S)|căn\s+cứ\s+vào\s|\([0-9]{{1,3}}\)\s+(?=[^\W\d_])")
"""A place that a sentence names, no heading ("Điều 13. …"), and a count in figures ("mười lăm⏎(15) cm")."""

PLACES = re.compile(rf"{NUMBERED}[,;]")
"""One of several places: "khoản 3 Điều 3;⏎Chương II, Chương III"."""


def _parts(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Is a dash that begins a line no bullet: "giai đoạn 2025⏎- 2030", "đặc tính thấm⏎- chứa", "Vận tải thủy⏎- CTCP"?
    The line above is no item of a list of small letters."""
    blank, word = text[following[0] + 1 : following[0] + 2], text[following[0] + 2 : following[0] + 4]
    amid = word[:1].islower() or word[:1].isdecimal() or (word.isalpha() and word.isupper())
    return blank == " " and amid and text[line[0]] != "-"


def _column(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a line ends, counted from the end of the one above, for words may be set in; and the tabs in front of it,
    which are not counted."""
    above = text.rfind("\n", 0, start) + 1
    tabs = text.count("\t", above, start)
    return end - above - tabs, tabs


def _first_word(text: str, start: int, end: int) -> int:
    blank = text.find(" ", start, end)
    return (blank if blank >= 0 else end) - start
