"""The way from the reading copy of a text (`loaders.text.reading`) back to the original, where the two are not alike
position by position."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from ontology.records import Span


class Pieces:
    """Where the pieces of a composed copy come from: stretches copied as they stand, and letters put together.

    Numbers of eight bytes: in a decomposed text every letter with a mark is a piece.
    """

    __slots__ = ("begins", "ends", "length", "starts")

    def __init__(self) -> None:
        self.length = 0
        """Code points of the whole copy."""
        self.begins = array("q")
        """Where each piece begins in the copy."""
        self.starts = array("q")
        """Where it begins in the original."""
        self.ends = array("q")
        """Where its letter ends there, or -1 for a stretch copied as it stands."""

    def add(self, begin: int, start: int, end: int = -1) -> None:
        """The next piece of the copy."""
        self.begins.append(begin)
        self.starts.append(start)
        self.ends.append(end)

    def take(self, other: Pieces | None, start: int, end: int, begin: int) -> None:
        """The next pieces: those of [start, end) of another copy, None for one that is the original, which begin at
        `begin` of this one."""
        if other is None:
            self.add(begin, start)
            return
        first = bisect_right(other.begins, start) - 1
        letter, moved = other.ends[first], other.starts[first]
        self.add(begin, moved if letter >= 0 else moved + start - other.begins[first], letter)
        behind = bisect_left(other.begins, end, first + 1)
        shift = begin - start
        self.begins.extend(shift + position for position in other.begins[first + 1 : behind])
        self.starts.extend(other.starts[first + 1 : behind])
        self.ends.extend(other.ends[first + 1 : behind])

    def letter(self, position: int) -> tuple[int, int]:
        """Where the letter at `position` of the copy begins and ends in the original."""
        piece = bisect_right(self.begins, position) - 1
        start, end = self.starts[piece], self.ends[piece]
        if end >= 0:
            return start, end
        moved = start + position - self.begins[piece]
        return moved, moved + 1

    def begin_at(self, position: int) -> bool:
        """Does a piece begin at `position` of the copy?"""
        piece = bisect_left(self.begins, position)
        return piece < len(self.begins) and self.begins[piece] == position

    def original(self, span: Span) -> Span:
        """A span of the copy in the original; an empty one stands before its letter."""
        if span.end > span.start:
            begins, last = self.begins, span.end - 1
            piece = bisect_right(begins, span.start) - 1
            start, end = self.starts[piece], self.ends[piece]
            if end < 0:
                start += span.start - begins[piece]
            if piece + 1 < len(begins) and begins[piece + 1] <= last:
                piece = bisect_right(begins, last, piece) - 1
                end = self.ends[piece]
            end = end if end >= 0 else self.starts[piece] + last - begins[piece] + 1
            return Span(start, end) if start < end else Span(end, start)
        behind = span.start >= self.length
        position = self.letter(self.length - 1)[1] if behind else self.letter(span.start)[0]
        return Span(position, position)
