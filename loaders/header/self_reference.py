"""What a text without a head says of itself: "Nghị định này quy định …" (its type), "Luật này được Quốc hội … thông qua
ngày 29 tháng 6 năm 2024" (its day)."""

from __future__ import annotations

import re
from functools import cache

from loaders.citations import dates, types
from loaders.header import preamble
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.tables import DocumentType, document_types
from ontology.words import letters

BEGINS_LIMIT = 400
LIMIT = 4000
"""Code points in which a text that begins with its articles names its own type."""

ADOPTED = frozenset({"luat", "bo-luat", "phap-lenh", "nghi-quyet", "hien-phap"})
"""Types of what an assembly adopts on a day that stands at the end."""

PASSED = "thông qua"
REACH = 220
"""Code points from "Luật này" to the day of its adoption."""


def kind(page: Reading) -> DocumentType | None:
    """The type of a text that begins with its first article or chapter."""
    articles = preamble.articles(page.text, BEGINS_LIMIT)
    if articles is None or page.text[:articles].strip():
        return None
    match = _itself().search(page.low, 0, LIMIT) or _itself().search(page.low, max(0, len(page.low) - LIMIT))
    return types.spellings()[letters(match["type"])] if match else None


@cache
def _itself() -> re.Pattern[str]:
    labels = [letters(row.label_vi) for row in document_types() if row.slug in preamble.ENACTED]
    behind = r"(?:quy\s+định|có\s+hiệu\s+lực|áp\s+dụng|được\s+áp\s+dụng|hướng\s+dẫn|ban\s+hành|điều\s+chỉnh)"
    attached = r"(?:quy\s+chế|điều\s+lệ|danh\s+mục|quy\s+định|chế\s+độ|biểu)"
    return re.compile(rf"(?<![^\W\d_])(?P<type>{trie.pattern(labels)})\s+này\s+(?:{behind}|{attached})(?!\w)")


def enacting(page: Reading) -> DocumentType | None:
    """The type of a text that lost its head and its lines: behind "Căn cứ …" its first article says "Điều 1. Ban hành
    kèm theo Quyết định này"."""
    article = page.low.find(FIRST_ARTICLE, 0, LIMIT)
    match = _in_first_article().search(page.low, article, LIMIT) if article >= 0 else None
    if match is None or BASIS not in page.low[: match.start()]:
        return None
    return types.spellings()[letters(match["type"])]


@cache
def _in_first_article() -> re.Pattern[str]:
    labels = [letters(row.label_vi) for row in document_types() if row.slug in preamble.ENACTED]
    attached = r"(?:nay\s+)?(?:ban\s+hành\s+)?(?:kèm\s+)?theo\s+"
    return re.compile(rf"đ(?<![^\s.;:].)iều\s+1\s*[.:]\s*(?:{attached})?(?P<type>{trie.pattern(labels)})\s+này(?!\w)")


BASIS = "căn cứ "
FIRST_ARTICLE = "điều"


def adopted(page: Reading, own: DocumentType) -> str | None:
    """The day on which an assembly adopted the document, as its last sentence says."""
    if own.slug not in ADOPTED:
        return None
    itself = f"{letters(own.label_vi)} này"
    low = page.low.replace("\n", " ")  # its lines may be wrapped
    position = low.rfind(PASSED)
    while position >= 0:
        day = dates.DATE.match(low, position + len(PASSED))
        start = low.rfind(itself, max(0, position - REACH), position) if day else -1
        if start >= 0 and "." not in low[start:position].replace("./", ""):
            return dates.iso(day) if day else None
        position = low.rfind(PASSED, 0, position)
    return None
