"""Where a text comes from in its original: pages, and on pages the boxes of its words.

A page is counted as a reader counts it, from 1. Boxes are whole points (1/72 inch) from the top left corner of the
page as it is shown, which is how RFC 8118 counts `highlight=`. Text formats without pages have an empty origin.
"""

from __future__ import annotations

import base64
import json
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import eq
from typing import TYPE_CHECKING, NamedTuple, overload

from msgspec import Struct

if TYPE_CHECKING:
    from ontology.records.source import Span


class Box(NamedTuple):
    """A rectangle on a page."""

    left: int
    top: int
    right: int
    bottom: int

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Word(NamedTuple):
    """A stretch of text within one line of a page: code points, half-open, and its box."""

    start: int
    end: int
    box: Box


class Words(Sequence[Word]):
    """The words of a page, as numbers: a report of 2,000 pages has a million. Each is made when it is looked at."""

    __slots__ = ("_numbers",)

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self._numbers = array("q")
        for word in words:
            self._numbers.extend((word.start, word.end, *word.box))

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Words: ...
    def __getitem__(self, index: int | slice) -> Word | Words:
        if isinstance(index, slice):
            return Words(self[at] for at in range(*index.indices(len(self))))
        at = range(len(self))[index] * NUMBERS
        start, end, *box = self._numbers[at : at + NUMBERS]
        return Word(start, end, Box(*box))

    def __len__(self) -> int:
        return len(self._numbers) // NUMBERS

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[type[Words], tuple[()], tuple[None, dict[str, array[int]]]]:
        return Words, (), (None, {"_numbers": self._numbers})

    def __repr__(self) -> str:
        return repr(tuple(self))


NUMBERS = 6
"""Start, end and the four sides of its box tell a word."""


class Page(Struct, frozen=True):
    """start: where its text begins (it ends where the next page begins). width, height: in points, 0 where the format
    has pages without a fixed place for words (Word). words: in the order of the text. confidence: of character
    recognition, 0 to 1; None where the page holds its own text."""

    number: int
    start: int
    width: int = 0
    height: int = 0
    words: Sequence[Word] = ()
    confidence: float | None = None


class Place(Struct, frozen=True):
    """What a span covers of one page; boxes: one for each line, empty where the page has none."""

    page: int
    boxes: tuple[Box, ...] = ()

    @property
    def fragment(self) -> str:
        """As a fragment of the file's address: "page=3&highlight=72,300,100,112" (RFC 8118: left, right, top,
        bottom)."""
        lines = [f"highlight={box.left},{box.right},{box.top},{box.bottom}" for box in self.boxes]
        return "&".join([f"page={self.page}", *lines])


class Origin(Struct, frozen=True):
    """The way from a text back to its original. pages: in the order of the text."""

    pages: tuple[Page, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pages)

    def pages_of(self, span: Span) -> tuple[Page, ...]:
        """The pages that a span touches, in order."""
        starts = [page.start for page in self.pages]
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first, bisect_right(starts, max(span.start, span.end - 1)) - 1)
        return self.pages[first : last + 1]

    def places(self, span: Span) -> tuple[Place, ...]:
        """What the span covers, page by page."""
        return tuple(Place(page.number, _lines(page, span)) for page in self.pages_of(span))

    def page_number(self, span: Span) -> int | None:
        """The page on which the span begins."""
        found = self.pages_of(span)
        return found[0].number if found else None

    def confidence(self, span: Span) -> float | None:
        """Of the least certain recognised page that the span touches; None where the text was not recognised."""
        stated = [page.confidence for page in self.pages_of(span) if page.confidence is not None]
        return min(stated, default=None)


def _lines(page: Page, span: Span) -> tuple[Box, ...]:
    """Boxes of the words within the span, those of one line joined. Words of one line share top and bottom."""
    lines: list[Box] = []
    first = max(0, bisect_right(page.words, (span.start,)) - 1)
    for at in range(first, len(page.words)):
        word = page.words[at]
        if word.start >= span.end:
            break
        if word.end <= span.start:
            continue
        if lines and lines[-1][1::2] == word.box[1::2] and word.box.left >= lines[-1].left:
            lines[-1] = lines[-1].joined(word.box)
        else:
            lines.append(word.box)
    return tuple(lines)


def packed(origin: Origin) -> str:
    """The origin as a short ASCII text (compressed, base 64); the same origin gives the same text."""
    pages = [
        [page.number, page.start, page.width, page.height, page.confidence, _differences(page)] for page in origin.pages
    ]
    written = json.dumps(pages, separators=(",", ":"))
    return base64.b64encode(zlib.compress(written.encode(), 9)).decode("ascii")


def unpacked(text: str) -> Origin:
    """The origin that `packed` wrote."""
    pages = json.loads(zlib.decompress(base64.b64decode(text)))
    return Origin(
        tuple(
            Page(number, start, width, height, Words(_words(differences, start)), confidence)
            for number, start, width, height, confidence, differences in pages
        )
    )


def _differences(page: Page) -> list[int]:
    """Each word as its distance from the one before: small numbers, which compress well."""
    flat: list[int] = []
    position, before = page.start, Box(0, 0, 0, 0)
    for word in page.words:
        flat += (word.start - position, word.end - word.start)
        flat += (word.box.left - before.right, word.box.right - word.box.left)
        flat += (word.box.top - before.top, word.box.bottom - word.box.top)
        position, before = word.end, word.box
    return flat


def _words(flat: list[int], position: int) -> list[Word]:
    words = []
    right = top = 0
    for at in range(0, len(flat), 6):
        gap, length, left, width, down, height = flat[at : at + 6]
        start = position + gap
        left, top = right + left, top + down
        position, right = start + length, left + width
        words.append(Word(start, position, Box(left, top, right, top + height)))
    return words
