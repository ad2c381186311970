"""What numbers or marks a block: Phần, Chương, Mục, Điều, A, I, 1, 1.1, a), -, *, + (NĐ 30/2020 annex I; as read)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ontology.records import BlockKind


class Label(NamedTuple):
    """style: labels of one style number siblings. rank: how deep the style usually stands. text: as printed, without
    blanks at its rims. end: where the words of the block begin, counted from its beginning. first: opens a sequence."""

    style: str
    rank: float
    kind: BlockKind
    text: str
    end: int
    first: bool


PARAGRAPH_RANK = 9.5

NAMED = re.compile(
    r"(?P<word>phần|chương|mục|tiểu\s+mục|điều|phụ\s+lục)\s+(?:thứ\s+)?(?:số\s+)?"
    r"(?P<number>[ivxlc]{1,7}|[0-9]{1,3}[a-zđ]?|[a-z]|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![\w/-])\s*[.:)]?\s*"
)
"""On lower-case text; the caller looks at the capital."""

ARABIC = re.compile(r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,4})(?:[.)]|(?=\s))[.)]?\s+(?=\S)")
GLUED = re.compile(r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,4})\.(?=[^\W\d_])")
ENCLOSED = re.compile(r"\((?P<number>[0-9]{1,2})\)[.:]?\s*(?=\S)")
LETTER = re.compile(r"\(?(?P<letter>[a-zđ])(?P<more>[0-9]?)\s?[.)]\s*(?=\S)")
CAPITAL = re.compile(r"(?P<letter>[A-HKĐ])[.)]\s*(?=\S)")
ROMAN = re.compile(r"(?P<number>(?:X{0,3})(?:IX|IV|V?I{0,3}))(?:[.)]|/(?!v)|\s*[-:])\s*(?=\S)")
BULLET = re.compile(r"(?P<mark>[-+*•●▪–—o](?:\s*[+*](?=\s))?)(?:\s+|(?=[^\W\d_]))(?=\S)")
HASHES = re.compile(r"#{1,6}\s+")
FOOTNOTE = re.compile(r"(?:\[[0-9]{1,3}\]|[¹²³⁴-⁹⁰]{1,3})\s*(?=\S)")

NAMED_RANKS: dict[str, tuple[float, BlockKind]] = {
    "phụ": (0.0, "appendix"),
    "phần": (0.5, "part"),
    "chương": (1.0, "chapter"),
    "mục": (2.0, "section"),
    "tiểu": (2.5, "section"),
    "điều": (3.0, "article"),
}
DIGITS = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,4}")
"""The number of `ARABIC` and `GLUED`, which take all of it."""

BULLET_RANKS = {"*": 11.0, "•": 11.5, "●": 11.5, "▪": 11.6, "-": 12.0, "+": 13.0, "o": 13.5}
OPENS_LABEL = frozenset("oIVXPCMĐT")
"""Letters that open a label of several letters (IV, Phần, Chương, Mục, Điều, Tiểu mục), or are a bullet."""

FIRST = frozenset({"1", "a", "A", "I", "i", "nhất", "01"})


def read(text: str, low: str, start: int) -> Label | None:
    """The label that opens the block at `start`, None where there is none."""
    first, second = text[start], text[start + 1 : start + 2]
    if second.isalpha() and first.isalpha() and first not in OPENS_LABEL:
        return None  # a word, as most lines begin
    if first in "-+*•●▪–—o" and second not in (")", "."):
        return _bullet(text, start)
    if first.isdecimal():
        return _arabic(text, start)
    if first in "IVX" and second and second in "IVX.)/-: ":
        roman = _roman(text, start)
        if roman is not None:
            return roman
    if second in (".", ")") or first == "(" or text[start + 2 : start + 3] in (".", ")"):
        return _letter(text, start)
    if first in "PCMĐT" and (named := NAMED.match(low, start)):
        return _named(text, named, start)
    if first in "[¹²³⁴⁵⁶⁷⁸⁹⁰" and (note := FOOTNOTE.match(text, start)):
        return Label("note", 20.0, "footnote", note[0].strip(), note.end() - start, False)
    return None


BULLET_LABELS = {
    mark: Label(plain, BULLET_RANKS[plain], "item", plain, 2, False)
    for mark, plain in [*((mark, mark) for mark in BULLET_RANKS), ("–", "-"), ("—", "-")]
}
"""The labels of "- Việc …", as most items begin: a mark, a blank, a letter."""


def _bullet(text: str, start: int) -> Label | None:
    if text[start + 1 : start + 2] == " " and text[start + 2 : start + 3].isalpha():
        return BULLET_LABELS[text[start]]
    match = BULLET.match(text, start)
    if match is None:
        return None
    mark = "".join(match["mark"].split())
    mark = mark[-1].replace("–", "-").replace("—", "-")
    return Label(mark, BULLET_RANKS[mark], "item", mark, match.end() - start, False)


def _arabic(text: str, start: int) -> Label | None:
    match = ARABIC.match(text, start) or GLUED.match(text, start)
    return _of_number(match[0]) if match else None


@lru_cache(maxsize=1024)
def _of_number(printed: str) -> Label | None:
    """One text repeats its labels; putting one together costs more than remembering it."""
    digits = DIGITS.match(printed)
    number = digits[0] if digits else ""
    if number.endswith(".0"):
        return None  # "CMCN 4.0" cut by the end of a page
    bare = printed[len(number) : len(number) + 1]
    depth = number.count(".")
    if not depth and bare not in (".", ")"):
        return None  # "05 dự án", a row of a table
    rank = 6.0 + depth if bare != ")" or depth else 9.0
    style = f"1{')' if bare == ')' else ''}{depth}"
    return Label(style, rank, "clause", number, len(printed), number.rsplit(".", 1)[-1] in ("1", "01"))


def _roman(text: str, start: int) -> Label | None:
    match = ROMAN.match(text, start)
    if match is None or not match["number"]:
        return None
    return Label("I", 5.0, "heading", match["number"], match.end() - start, match["number"] == "I")


def _letter(text: str, start: int) -> Label | None:
    enclosed = ENCLOSED.match(text, start) if text[start] == "(" else None
    if enclosed is not None:
        return Label("(1)", 10.6, "point", enclosed[0].strip(), enclosed.end() - start, enclosed["number"] in FIRST)
    match = LETTER.match(text, start)
    if match is not None:
        return _of_letter(match[0])
    match = CAPITAL.match(text, start)
    if match is not None:
        return Label("A", 4.0, "heading", match["letter"], match.end() - start, match["letter"] == "A")
    return None


@lru_cache(maxsize=1024)
def _of_letter(printed: str) -> Label:
    bare = printed.removeprefix("(")
    more = bare[1] in "0123456789"
    name = bare[: 1 + more]
    depth = 0.5 if more else 0.0
    label = f"{name})" if ")" in printed else name
    return Label(f"a{depth}", 10.0 + depth, "point", label, len(printed), name in ("a", "a1"))


def _named(text: str, match: re.Match[str], start: int) -> Label:
    word = match["word"].split()[0]
    rank, kind = NAMED_RANKS[word]
    label = " ".join(text[match.start() : match.end("number")].split())
    return Label(word, rank, kind, label, match.end() - start, match["number"] in FIRST)
