"""The provision stated with a citation, before it: "điểm a khoản 2 Điều 4 Nghị quyết …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text import patterns
from loaders.text.reading import Reading
from ontology.records import Span

LOOK_BACK = 160

LIST = r"[0-9]{1,3}[a-zđ]?(?:\.[0-9]+)*"
LETTERS = r"[a-zđ]{1,2}[0-9]?"
AND = r"(?:\s*,\s*(?:(?:và|hoặc)\s+)?|\s+(?:và|hoặc|đến(?:\s+hết)?)\s+)"
ITEMS = rf"{{item}}(?:{AND}(?:(?:khoản|điểm|điều)\s+)?{{item}}(?![\w.]))*"
"""Provisions of one level: "1, 3 và 4", "khoản 1 đến khoản 10 và khoản 14"."""

NUMBERED = r"[0-9]{1,2}(?:\.[0-9]{1,2})*"
POINT = rf"(?:các\s+)?(?:điểm|tiết)\s+(?:{ITEMS.format(item=LETTERS)}|{ITEMS.format(item=NUMBERED)})"
"""Points by letters, and in letters and forms by numbers ("điểm 1.5 khoản 1 Công văn số …")."""
CLAUSE = rf"(?:các\s+)?khoản\s+{ITEMS.format(item=LIST)}"
ARTICLE = rf"(?:các\s+)?điều\s+{ITEMS.format(item=LIST)}"
LABEL = r"(?:[ivxlc]+[a-zđ]?|[0-9]+[a-zđ]?|[a-zđ])(?:[.\-][0-9]{1,3})*(?!\w)"
"""What numbers a part: II, IIA, 3, A, 2.1; "mục tiêu" and "phần mềm" are no parts."""

PART = (
    rf"(?:(?:tiết|khoản|điểm|điều)\s+{LABEL}[\s,]+){{0,3}}"
    rf"(?:(?:(?:tiểu\s+mục|mục|chương|phần)\s+{LABEL}[\s,]+){{0,3}}(?:chương|mục|phần|phụ\s+lục)\s+(?:số\s+)?{LABEL}|phụ\s+lục)"
)

STATED = rf"(?:{POINT}[\s,]+)?(?:{CLAUSE}[\s,]+)?{ARTICLE}|{PART}|(?:{POINT}[\s,]+)?{CLAUSE}|{POINT}"
BEFORE = patterns.awaited(rf"(?P<provision>{STATED})(?:\s*,)?\s+(?:của\s+|trong\s+|thuộc\s+)?$")
JOINED = patterns.awaited(rf"(?P<provision>{STATED})(?:\s*[,;]|\s+(?:và|hoặc))\s+$")
"""One more provision of the same document: "khoản 3 Điều 15 và khoản 2 Điều 21 Nghị định …"."""


OPENING = re.compile(
    r"(?:c(?<!\w.)(?:ác\s+(?:điểm|tiết|khoản|điều)|hương)|đ(?<!\w.)i(?:ểm|ều)|t(?<!\w.)i(?:ết|ểu\s+mục)|k(?<!\w.)hoản|m(?<!\w.)ục"
    r"|p(?<!\w.)h(?:ần|ụ))\s"
)
"""Where a provision may begin: the pattern is tried at these places only."""


ENUMERATED = r"(?:các\s+)?(?:{word})\s+{item}(?:(?:\s*,\s*|\s+và\s+)(?:(?:{word})\s+)?{item}(?![\w.]*\w))*"
"""Provisions of one level: "khoản 2, khoản 3 và 4"."""

POINTS = rf"(?:{ENUMERATED.format(word='điểm|tiết', item=LETTERS)})"
CLAUSES = rf"(?:{ENUMERATED.format(word='khoản', item=LIST)})"
ARTICLES = rf"(?:{ENUMERATED.format(word='điều', item=LIST)})"
PARTS = (
    rf"(?:(?:(?:tiểu\s+mục|mục|chương|phần)\s+{LABEL}[\s,]+){{0,3}}"
    rf"(?:chương|mục|phần|phụ\s+lục)\s+(?:số\s+)?{LABEL}"
    r"(?:(?:\s*,\s*|\s+và\s+)(?:[ivxlc]+|[0-9]{1,3}[a-zđ]?)(?![\w.]*\w))*|phụ\s+lục)"
)

PROVISION = patterns.awaited(
    rf"(?:(?:{POINTS}\s+)?{CLAUSES}\s+(?:của\s+)?(?:điều\s+{LIST}|{PARTS})|(?:{POINTS}\s+)?(?:{ARTICLES}|{PARTS})"
    rf"|(?:{POINTS}\s+)?{CLAUSES}|{POINTS})(?![\w.]*\w)"
)
"""One provision, from the point to the article or the annex, as far as it is printed."""


def listed(reading: Reading, start: int, end: int) -> Iterator[Span]:
    """Every provision between two places, none inside another."""
    position = start
    while (opening := OPENING.search(reading.low, position, end)) is not None:
        match = PROVISION.match(reading.low, opening.start(), end)
        if match is not None:
            yield Span(*match.span())
        position = match.end() if match else opening.end()


LAST_WORDS = 24
"""Code points that hold the last item of a provision and the word that joins it to its document."""

FROM = "từ "
"""Before the first of a range: "từ khoản 1 đến khoản 10"."""

LINKS = frozenset({"của", "trong", "thuộc"})
ROMAN = frozenset("ivxlc")
ITEM_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzđ")
ITEM_ENDS = ITEM_LETTERS | frozenset("0123456789")
ITEM_CHARACTERS = ITEM_ENDS | frozenset(".,-")


def _may_end(words: str) -> bool:
    """A cheap look before the pattern: the last word is an item ("2", "đ", "iv", "1.a"), or the "lục" of "phụ lục"."""
    if not words[-1:].isspace():
        return False
    last = words.rsplit(None, 2)[-2:]
    if last and last[-1] in LINKS:
        last.pop()
    word = last[-1].rstrip(",") if last else ""
    if not word.isalpha():
        return not word or (word[-1] in ITEM_ENDS and ITEM_CHARACTERS.issuperset(word))
    return (len(word) <= 2 and ITEM_LETTERS.issuperset(word)) or word == "lục" or ROMAN.issuperset(word[:-1])


def opening(reading: Reading, block: int, start: int) -> int:
    """Where the provision begins that stands between the beginning of a block and the mention at `start`; `start` where
    none does."""
    if not _may_end(reading.low[max(block, start - LAST_WORDS) : start]):
        return start
    for found in OPENING.finditer(reading.low, max(block, start - LOOK_BACK), start):
        match = BEFORE.match(reading.low, found.start(), start)
        if match is not None:
            return match.start()
    return start


def before(reading: Reading, start: int) -> str | None:
    """The provision that stands right before the mention at `start`, as printed on one line; None where none stands."""
    if not _may_end(reading.low[max(0, start - LAST_WORDS) : start]):
        return None
    match = _last(BEFORE, reading.low, start)
    if match is None:
        return None
    first, end = match.span("provision")
    while (match := _last(JOINED, reading.low, first) if _joined(reading.low, first) else None) is not None:
        first = match.start()
    if reading.low.endswith(FROM, 0, first):
        first -= len(FROM)
    return " ".join(reading.text[first:end].split())


def _joined(low: str, start: int) -> bool:
    """Does a comma or an "and" stand before a provision? A cheap look before the pattern."""
    return low[max(0, start - 6) : start].rstrip().endswith((",", ";", " và", " hoặc"))


def _last(pattern: re.Pattern[str], low: str, end: int) -> re.Match[str] | None:
    """The provision that ends at `end`, from its first word on."""
    for opening in OPENING.finditer(low, max(0, end - LOOK_BACK), end):
        match = pattern.match(low, opening.start(), end)
        if match is not None:
            return match
    return None
