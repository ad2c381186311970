"""The sentence that enacts a document, the last one before its articles: "Bộ trưởng Bộ Y tế ban hành Thông tư quy định
về …". It says who speaks and repeats the title (NĐ 78/2025, NĐ 34/2016 on normative acts)."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from loaders.citations import types
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.issuer_names import from_text
from ontology.records import Issuer
from ontology.tables import DocumentType, Place, document_types
from ontology.words import CAPITALS, letters

LIMIT = 12_000
"""Code points in which a preamble stands."""

MARK = "ban hành "

ENACTED = frozenset(
    {"luat", "bo-luat", "phap-lenh", "nghi-quyet", "nghi-dinh", "quyet-dinh", "thong-tu", "thong-tu-lien-tich"}
)
"""Types whose preamble ends so."""

ARTICLE = re.compile(r"[ \t#*]*(?:Điều\s+(?:1|I)\b|Chương\s+(?:I|1)\b|Phần\s+(?:thứ\s+nhất|I|1)\b)")
ARTICLES = re.compile(rf"\n{ARTICLE.pattern}")
"""The line that opens the first part. One code point in front, which the engine looks for at the speed of memory."""

BODY = re.compile(rf"(?:^|[;\n])[ \t>*]*(?P<body>[{CAPITALS}][^;\n.]{{3,140}}(?:\n(?![\n])[^;\n.]{{0,100}})?)\s+$")
TITLE_LIMIT = 1200
OVER = re.compile(rf"[.;:/,]+\s*(?:\n|$)|\n\s*\n|\n(?=\s*[{CAPITALS}]{{3}})")
"""Where the title of the sentence is over: a mark at the end of a line, an empty line, a heading in capitals."""


class Enacting(Struct, frozen=True):
    """Who enacts, which type, under which title."""

    issuer: Issuer | None
    type: DocumentType
    title: str


def articles(text: str, limit: int) -> int | None:
    """Where the line begins that opens the first article or part; None where none does before `limit`."""
    if ARTICLE.match(text, 0, limit):
        return 0
    found = ARTICLES.search(text, 0, limit)
    return found.start() + 1 if found else None


def read(page: Reading, place: Place | None, date: str | None) -> Enacting | None:
    """The enacting sentence of a text; None without one."""
    end = articles(page.text, LIMIT) or 0
    position = page.low.rfind(MARK, 0, end)
    while position >= 0:
        found = _at(page, position, end, place, date)
        if found is not None:
            return found
        position = page.low.rfind(MARK, 0, position)
    return None


def _at(page: Reading, position: int, end: int, place: Place | None, date: str | None) -> Enacting | None:
    behind = position + len(MARK)
    word = _type_word().match(page.low, behind)
    if word is None or not page.text[behind].isupper():
        return None
    before = BODY.search(page.text, max(0, position - 280), position)
    if before is None:
        return None
    who = " ".join(before["body"].split())
    body = from_text(who, place, date)
    if body is None or len(who) - body[1] > 2:
        return None
    rest = page.text[word.end() : min(end, word.end() + TITLE_LIMIT)]
    over = OVER.search(rest)
    title = " ".join((rest[: over.start()] if over else rest).split())
    return Enacting(body[0], types.spellings()[letters(word["type"])], title)


@cache
def _type_word() -> re.Pattern[str]:
    labels = (letters(row.label_vi) for row in document_types() if row.slug in ENACTED)
    return re.compile(rf"(?P<type>{trie.pattern(labels)})\s+(?!này|số\s)")
