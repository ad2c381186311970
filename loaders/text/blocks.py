"""Blocks of a text: paragraphs, list items and headings (lines of the flow), their sentences, and the lead-in above
a list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from loaders.text import trie
from loaders.text.page_breaks import PAGE_NUMBER, PAGE_NUMBER_LIMIT
from loaders.text.reading import Reading
from loaders.text.stretches import Stretches
from ontology.lexicon import phrases
from ontology.records import Span

LINE = re.compile(r"\S[^\n]*")
"""A line with words, from its first one: how far it is set in says nothing."""

ITEM = re.compile(r"\s*(?:[-+*•–]\s*|\(?[0-9]{1,3}[.)]\s+|\(?[a-zđ][.)]\s+|\([ivx]{2,4}\)\s+)?[“\"]?\s*")
"""The mark that opens a list item."""

OPENER = re.compile(rf"(?:{trie.pattern(phrases('list_opener'))})(?!\w)")
"""How an item of a list of documents begins (on lower-case text)."""

PROVISION = re.compile(r"(?:các\s+)?(?:khoản|điểm|điều|mục|chương|phụ\s+lục)\s+(?:số\s+)?\w{1,6}(?![\w.])")
"""How an item begins that names a provision first: "2. Khoản 3 Điều 2 Quyết định số …"; "Điều 3." is no such one."""

SENTENCE_END = re.compile(r"[.;](?:(?<=;)\s+|(?:(?<=[\w%].)|(?<=[^\W\d_][)”\"’].))\s+(?=[A-ZĐÀ-Ỹ“-]))")
HEADING_LIMIT = 120
SENTENCE_LIMIT = 2000
"""Code points on either side of a citation: a file of one endless line must not cost its square."""

REMEMBERED = 64
"""Blocks whose sentences are remembered at one time."""

LIST_LIMIT = 60
"""Items that one lead-in may govern."""


class Blocks:
    """Looks up the block, the sentence and the lead-in of a position in the flow (`loaders.text.layout.flow`)."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.low = reading.low
        self.bounds = Stretches.of(LINE, reading.text)
        self.starts = self.bounds.starts
        self._ends_of: dict[int, _Ends] = {}

    def index(self, position: int) -> int:
        following = bisect_right(self.starts, position)
        return following - 1 if following else 0

    def span(self, position: int) -> Span:
        """The block that holds `position`."""
        return Span(*self.bounds[self.index(position)])

    def start(self, position: int) -> int:
        return self.starts[self.index(position)]

    def opens(self, position: int) -> bool:
        """Is `position` the first word of its block, behind no more than an item mark?"""
        match = ITEM.match(self.text, self.start(position))
        return match is not None and match.end() >= position

    def lead_in(self, position: int) -> Span | None:
        """The lead-in (ends with ":") or short heading whose list holds the block of `position`; None outside lists."""
        index = self.index(position)
        for number in range(index - 1, max(-1, index - LIST_LIMIT), -1):
            start, end = self.bounds[number]
            text = self.text[start:end].rstrip()
            if end - start <= PAGE_NUMBER_LIMIT and PAGE_NUMBER.fullmatch(text):
                continue
            if text.endswith((":", "như sau", "sau đây")):
                return Span(start, end)
            if len(text) < HEADING_LIMIT and not text.endswith((".", ";", ",")) and not self._is_item(number):
                return Span(start, end)
            if not self._is_item(number) and not self._goes_on(number):
                return None
        return None

    def _goes_on(self, number: int) -> bool:
        """The rest of an item that a line end cut before a name: "2. Thông tư số 30/2013/TT-BLĐTBXH của Bộ trưởng Bộ⏎
        Lao động - Thương binh và Xã hội hướng dẫn …"."""
        if number == 0 or not self._is_item(number - 1):
            return False
        return not self.text[slice(*self.bounds[number - 1])].rstrip().endswith((".", ";", ":"))

    def _is_item(self, number: int) -> bool:
        """An item of a list of documents: begins with a mark or a type word, ends with a mark."""
        start = self.starts[number]
        match = ITEM.match(self.text, start)
        begin = match.end() if match else start
        if OPENER.match(self.low, begin) is not None:
            return True
        return begin > start and PROVISION.match(self.low, begin) is not None

    def sentence(self, start: int, end: int) -> Span:
        """The sentence or list item around a stretch, without the white space at its rims."""
        first, last = self.bounds[self.index(start)]
        begin, stop = max(first, start - SENTENCE_LIMIT), max(min(last, end + SENTENCE_LIMIT), end)
        ends = self._ends(first, last)
        before, behind = ends.around(start, end)
        if before >= 0 and ends.starts[before] >= begin:
            begin = ends.ends[before]
        if behind < len(ends.starts) and SENTENCE_END.match(self.text, ends.starts[behind], stop):
            stop = ends.starts[behind] + 1
        text = self.text[begin:stop]
        return Span(begin + len(text) - len(text.lstrip()), begin + len(text.rstrip()))

    def _ends(self, first: int, last: int) -> _Ends:
        ends = self._ends_of.get(first)
        if ends is None:
            if len(self._ends_of) == REMEMBERED:
                self._ends_of.clear()
            ends = self._ends_of[first] = _Ends(SENTENCE_END.finditer(self.text, first, last))
        return ends


class _Ends:
    """Where the sentences of one block end, found as far as somebody asks: what many mentions share is looked for
    once."""

    def __init__(self, found: Iterator[re.Match[str]]) -> None:
        self.found = found
        self.starts: list[int] = []
        self.ends: list[int] = []

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Which is the last end of a sentence before a stretch (-1: none), and which the first one behind it."""
        while not self.starts or self.starts[-1] < end:
            match = next(self.found, None)
            if match is None:
                break
            self.starts.append(match.start())
            self.ends.append(match.end())
        return bisect_right(self.ends, start) - 1, bisect_left(self.starts, end)
