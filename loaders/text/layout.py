"""Lines as printed → lines as meant: where a newline only wraps a line or a page cuts a paragraph, it becomes a space.

One space, whatever stood between the two lines: blanks, the number of a page, its running head. Notes at the foot of
the page go behind the paragraph. What is left of newlines separates blocks: paragraphs, list items, headings.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from loaders.text import columns, footnotes, front_matter
from loaders.text.continuation import ENDS, goes_on, may_go_on
from loaders.text.cuts import Move, recut
from loaders.text.page_breaks import PAGE_NUMBER, PAGE_NUMBER_ENDS, PAGE_NUMBER_LIMIT, Counting, between_pages, is_alone
from loaders.text.reading import Reading
from loaders.text.stretches import Stretches

SPACED = 1.8
"""Newlines for each line of a wrapped text, from which on an empty line stands between any two lines and means
nothing."""

LINE = re.compile(r"\S(?:[^\n]*\S)?")
"""A line without the white space around it."""


FEW = 2
"""Blanks that may stand for the end of a line: every pattern knows them, and a copy without cuts needs no map."""


class Layout(NamedTuple):
    """What parts the lines of a paragraph. soft: stretches that become one blank; cuts: what of them goes; moves: notes
    that part two halves of a sentence, and where the paragraph ends behind which they stand."""

    soft: Stretches
    cuts: Stretches
    moves: list[Move]


def flow(page: Reading) -> Reading:
    """The page, now with soft newlines as spaces, one for each. Changed in place."""
    laid = lay_out(page.text, page.low)
    page.low = _blank(page.low, laid.soft)
    page.text = _blank(page.text, laid.soft)
    if len(laid.cuts) or laid.moves:
        recut(page, laid.cuts, laid.moves)
    return page


def lay_out(text: str, low: str) -> Layout:
    """How lines make paragraphs; `low` is the lower-case twin of `text`."""
    lines = Stretches.of(LINE, low)
    if len(lines) < 2:
        return Layout(Stretches(), Stretches(), [])
    prose = (line for line in lines if low[line[0]] != "|") if "\n|" in low else lines
    lengths = sorted([end - start for start, end in prose])  # rows of tables are not wrapped
    way = _Way(text, low, lines, lengths)
    return way.laid(None) or way.laid(between_pages(text, low, lines)) or Layout(Stretches(), Stretches(), [])


class _Way:
    """From line to line of one text."""

    def __init__(self, text: str, low: str, lines: Stretches, lengths: list[int]) -> None:
        self.text, self.low, self.lines = text, low, lines
        width = columns.wrap_width(lengths)
        column = width or columns.longest(lengths)
        self.column = columns.filled(text, low, lines, column) if column is not None else None
        self.width = width if self.column is None else columns.as_width(self.column)
        self.keys = front_matter.end(text)
        self.spaced = int(width is not None and low.count("\n") > SPACED * len(lines))

    def laid(self, page: frozenset[int] | None) -> Layout | None:
        """page: lines that stand between two pages, None where that is not known; it then gives up as soon as two
        numbers of pages have been met."""
        text, low, lines = self.text, self.low, self.lines
        width, column, spaced, keys, notes = self.width, self.column, self.spaced, self.keys, footnotes.FIRST
        counting = Counting()
        between = page or frozenset[int]()
        past = set(between)
        soft, cuts = Stretches(), Stretches()
        opens, closes = soft.starts.append, soft.ends.append
        moves: list[Move] = []
        waiting: list[tuple[int, int]] = []  # notes that stand behind the paragraph that is open
        previous = lines[0]
        paged = amid = False
        wrapped = width is not None
        for number, line in islice(enumerate(lines), 1, None):
            start, end = line
            if (
                end - start <= PAGE_NUMBER_LIMIT
                and low[end - 1] in PAGE_NUMBER_ENDS
                and PAGE_NUMBER.match(low[start:end])
            ):
                if page is None and counting.goes_on(low, lines, number):
                    return None
                if is_alone(low, lines, number):
                    paged = paged or number in between
                    continue
            if past and number in past:
                paged = paged or number in between
                continue
            full = column is not None and columns.fills(text, previous, line, column)
            last = low[previous[1] - 1]
            open_ended = last not in ENDS or (wrapped and last == ";" and text[start].islower())
            if full or (open_ended and may_go_on(low, previous, line, width, amid=amid)):
                if text[start] in notes and (following := self._behind_notes(previous, number, between)):
                    waiting.append(self._past_notes(previous, number, following, between, soft, cuts))
                    past.update(range(number, following + 1))
                    previous, paged, amid = lines[following], False, wrapped
                    continue
                gap = 1 if paged or start - previous[1] == 1 else low.count("\n", previous[1], start) - spaced or 1
                if (previous[1] > keys or front_matter.KEY.match(low, start) is None) and (
                    goes_on(text, low, previous, line, width, gap, amid=amid)
                    or (full and gap == 1 and columns.goes_on(text, low, previous, line))
                ):
                    opens(previous[1])
                    closes(start)
                    if start - previous[1] > FEW:
                        cuts.append(previous[1] + 1, start)
                    previous, paged, amid = line, False, wrapped
                    continue
            if waiting:
                moves += [(first, last, previous[1]) for first, last in waiting]
                waiting = []
            previous, paged, amid = line, False, False
        moves += [(first, last, previous[1]) for first, last in waiting]
        return Layout(soft, cuts, moves)

    def _is_number(self, number: int) -> bool:
        """Is it the number of a page, an empty line above or below?"""
        start, end = self.lines[number]
        return PAGE_NUMBER.match(self.low[start:end]) is not None and is_alone(self.low, self.lines, number)

    def _behind_notes(self, line: tuple[int, int], number: int, page: frozenset[int]) -> int:
        """The line in which the paragraph of `line` goes on behind the notes that begin at line `number`; 0 where there
        are none, or it does not."""
        lines = self.lines
        following = behind = footnotes.end_of(self.text, lines, number, page)
        while following < len(lines) and (following in page or self._is_number(following)):
            following += 1
        if number == behind or following == len(lines) or not may_go_on(self.low, line, lines[following], self.width):
            return 0
        return following if goes_on(self.text, self.low, line, lines[following], self.width, 1) else 0

    def _past_notes(
        self,
        line: tuple[int, int],
        number: int,
        following: int,
        page: frozenset[int],
        soft: Stretches,
        cuts: Stretches,
    ) -> tuple[int, int]:
        """Joins `line` with line `following`, and the lines of each note between them; the stretch of the notes."""
        lines = self.lines
        below = self.text.rfind("\n", line[1], lines.starts[number])
        stop = lines.ends[self._last_note(number, following, page)]
        if below > line[1]:
            cuts.append(line[1], below)
        for joint in (*footnotes.joints(self.text, lines, number, stop), (stop, lines.starts[following])):
            _join(soft, cuts, *joint)
        return below, stop

    def _last_note(self, number: int, following: int, page: frozenset[int]) -> int:
        last = following - 1
        while last > number and (last in page or self._is_number(last)):
            last -= 1
        return last


def _join(soft: Stretches, cuts: Stretches, start: int, end: int) -> None:
    """One blank for what stands between two lines; two may stay."""
    soft.append(start, end)
    if end - start > FEW:
        cuts.append(start + 1, end)


def _blank(text: str, spans: Stretches) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join((*pieces, text[position:]))
