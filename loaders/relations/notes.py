"""A note of a consolidated text that tells which act changed the words or the form it stands at: "9 Cụm từ “A” được sửa
đổi thành cụm từ “B” theo quy định tại khoản 8 Điều 3 của Thông tư X", "7 Mẫu này được sửa đổi bởi Mẫu số 30 theo quy
định tại điểm a khoản 4 Điều 1 của Thông tư X"."""

from __future__ import annotations

import re

from msgspec import Struct

from loaders.relations import clauses
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Predicate, Span

RULE = "noted"

REACH = 900
"""Code points between the mark of a note and the document: words in quotation marks may be long."""

PART = re.compile(
    rf"\s*\[?[0-9]{{1,4}}\]?\s+(?:các\s+|những\s+)?(?P<part>{trie.pattern(phrases('noted_part'))}|nội\s+dung|từ)(?!\w)"
)
"""How the note begins: its mark, and the kind of what it stands at."""

PASSIVE = re.compile(
    r"(?:được|bị)\s+(?:(?P<amends>sửa\s+đổi|bổ\s+sung|thay\s+đổi)|(?P<replaces>thay\s+thế)|bãi\s+bỏ)(?!\w)"
)

QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")

BY = re.compile(
    rf"(?<!\w)(?:theo|bởi|tại)\s+(?:(?:quy\s+định\s+)?(?:tại|của)\s+)?(?:{clauses.PIN}|phụ\s+lục\s+|của\s+|và\s+|(?:ban\s+hành\s+)?kèm\s+theo\s+)*\Z"
    r"|(?<!\w)ban\s+hành\s+kèm\s+theo\s+\Z"
)
BY_LIMIT = 120
"""How it leads to the document: "theo quy định tại khoản 3 Điều 1 của"."""

WORDS = ("cụm từ", "từ")


class Noted(Struct, frozen=True):
    """predicate: what the document does to the text; cue: the verb."""

    predicate: Predicate
    cue: Span


def may_be(low: str, block: int, start: int) -> bool:
    """A cheap look before the patterns: may the block be a note that tells of a change?"""
    return start - block <= REACH and PART.match(low, block, start) is not None


def speaks(low: str, block: int, start: int) -> bool:
    """Does nothing but the words that a note stands at come between its mark and the phrase at `start`: "8 Nội dung “A”
    được bãi bỏ theo …"?"""
    part = PART.match(low, block, start) if start - block <= REACH else None
    return part is not None and not QUOTED.sub("", low[part.end() : start]).strip(" \n,()")


def read(reading: Reading, block: int, floor: int, start: int) -> Noted | None:
    """What the note says of the first document behind its verb, which begins at `start`. floor: where the document
    before it ends."""
    low = reading.low
    part = PART.match(low, block, start)
    if part is None:
        return None
    words = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), low[part.end() : start])
    verb = PASSIVE.search(words)
    if verb is None or any(mark in words for mark in ".;") or floor > part.end() + verb.end():
        return None
    if BY.search(low, max(part.end() + verb.end(), start - BY_LIMIT), start) is None:
        return None
    cue = Span(part.end() + verb.start(), part.end() + verb.end())
    if verb["amends"] or part["part"] in WORDS:
        return Noted("amends", cue)
    return Noted("replaces" if verb["replaces"] else "repeals", cue)
