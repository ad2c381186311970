"""What stands in quotation marks, block by block: the new text of an amending act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ontology.records import Span

OF_WORDS = re.compile(r"(?:c(?<!\w.)ụm\s+từ|t(?<!\w.)ừ|đ(?<!\w.)oạn)\s+(?P<words>“[^“”\n]{1,600}”|\"[^\"\n]{1,600}\")")


def words(low: str) -> list[Span]:
    """The words of which an amending act speaks: "Bãi bỏ cụm từ “theo Nghị định số 51/2025/NĐ-CP” tại Điều 2"."""
    return [Span(*match.span("words")) for match in OF_WORDS.finditer(low)] if "cụm từ" in low else []


MARK = re.compile(r"[“”\"]")


class Quotations:
    """The quotation marks of a text, block by block. Straight ones open or close by turns."""

    def __init__(self) -> None:
        self.curly: list[int] = []
        self.straight: int | None = None

    @property
    def open(self) -> bool:
        """Does a quotation go on behind the blocks that were read?"""
        return bool(self.curly) or self.straight is not None

    def closed(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The outermost quotations that end in a block; of straight ones those that opened with their block."""
        for mark in MARK.finditer(text, start, end):
            at = mark.start()
            if mark[0] == "“":
                self.curly.append(at)
            elif mark[0] == "”":
                opened = self.curly.pop() if self.curly else None
                if opened is None:  # opened by a straight one
                    opened, self.straight = self.straight, None
                if opened is not None and not self.curly:
                    yield Span(opened, at + 1)
            elif self.straight is None:
                self.straight = at
            else:
                opened, self.straight = self.straight, None
                if not text[text.rfind("\n", 0, opened) + 1 : opened].strip():
                    yield Span(opened, at + 1)
        if self.straight is not None and text[max(start, self.straight - 8) : self.straight].strip(" \n\t")[
            -1:
        ] not in ("", ":"):
            self.straight = None  # new text begins with its block: an odd mark within words is a slip
