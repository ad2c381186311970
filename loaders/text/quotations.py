"""What stands in quotation marks: the new text of an amending act, block by block; words that an act changes; and what
is quoted of another document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text import trie
from ontology.lexicon import phrases
from ontology.records import Span

OF_WORDS = re.compile(
    rf"(?:{trie.word_first(phrases('words_named'))})\s+(?P<words>“[^“”\n]{{1,600}}”|\"[^\"\n]{{1,600}}\")"
)


def words(low: str) -> list[Span]:
    """The words of which an amending act speaks: "Bãi bỏ cụm từ “theo Nghị định số 51/2025/NĐ-CP” tại Điều 2"."""
    return [Span(*match.span("words")) for match in OF_WORDS.finditer(low)] if "cụm từ" in low else []


AS_FOLLOWS = "như sau"
OPENS = re.compile(r"\s*:\s*(?=[“\"])")
RECITES = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('reciting'))})\s+\Z")
"""What brings in the words of another document: "Luật X có căn cứ ban hành như sau: “Căn cứ …”"."""

RECITES_LIMIT = 24
"""Code points of that phrase."""

RECITED_LIMIT = 8000
"""Code points that such words take at most."""

MARK = re.compile(r"[“”\"]")
STRAIGHT_END = re.compile(r"\"(?=\s*[.;,]?\s*(?:\n|$))")


def recited(low: str) -> list[tuple[int, Span]]:
    """Words quoted of another document: where the phrase begins that brings them in, and the words with their marks;
    only those that are closed."""
    found: list[tuple[int, Span]] = []
    at = low.find(AS_FOLLOWS)
    while at >= 0:
        opens = OPENS.match(low, at + len(AS_FOLLOWS))
        phrase = RECITES.search(low, max(0, at - RECITES_LIMIT), at) if opens else None
        end = _closes(low, opens.end()) if opens and phrase else None
        if opens and phrase and end is not None:
            found.append((phrase.start(), Span(opens.end(), _of_another_page(low, at, opens.end(), end))))
        at = low.find(AS_FOLLOWS, found[-1][1].end if phrase and end is not None else at + 1)
    return found


ARTICLE = re.compile(r"\n[ \t“\"]*điều\s+(?P<number>[0-9]{1,3}[a-zđ]?)\s*[.:]")
BROUGHT_IN = re.compile(r"điều\s+(?P<number>[0-9]{1,3}[a-zđ]?)(?!\w)")
LEAD = 400
"""Code points of the sentence that brings words in."""


def _of_another_page(low: str, lead: int, start: int, end: int) -> int:
    """Where words end that the next page of a PDF cuts, whose note they are: an article begins that was not brought
    in."""
    named = {match["number"] for match in BROUGHT_IN.finditer(low, max(0, lead - LEAD), lead)}
    other = next((match for match in ARTICLE.finditer(low, start, end) if match["number"] not in named), None)
    return other.start() if other else end


def _closes(low: str, start: int) -> int | None:
    """Where the quotation ends that opens at `start`."""
    stop = min(len(low), start + RECITED_LIMIT)
    if low[start] != "“":
        closing = STRAIGHT_END.search(low, start + 1, stop)
        return closing.end() if closing else None
    depth = 0
    for mark in MARK.finditer(low, start, stop):
        depth += {"“": 1, "”": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.end()
    return None


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
