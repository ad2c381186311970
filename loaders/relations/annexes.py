"""Annexes that list the documents which the act in front of them repeals: "DANH MỤC VĂN BẢN BỊ BÃI BỎ", one a row."""

from __future__ import annotations

import re

from loaders.header.header import Head
from loaders.text.reading import Reading
from ontology.records import Span

LIST = "danh mục"
HEADING = re.compile(
    r"[ \t|#*]*danh\s+mục\s+(?:(?:các|những|[0-9]{1,3})\s+)*"
    r"(?:văn\s+bản|quyết\s+định|nghị\s+quyết|chỉ\s+thị|thông\s+tư)(?!\w)[^|:;]{0,240}?\sbãi\s+bỏ(?!\w)"
)
"""On lower-case text; the caller looks at the capitals."""

INDENT = 200
"""Code points of blanks and marks before it on its line."""

END = re.compile(r"^[ \t|#*]*(?:phụ\s+lục|danh\s+mục|điều\s+[0-9]{1,3}\.|nơi\s+nhận)", re.MULTILINE)
"""What begins behind such a list."""

REPEALS = re.compile(r"(?<!\w)bãi\s+bỏ\s+(?:toàn\s+bộ\s+|một\s+phần\s+)?(?:các\s+|[0-9]{1,3}\s)?")
FRONT = 6000
"""Code points in which an act says that it repeals."""


def repealed(reading: Reading, head: Head) -> list[Span]:
    """The lists of documents that the speaking act repeals; none where it only makes public what ended."""
    low = reading.low
    if "bãi bỏ" not in low or not (REPEALS.search((head.header.title or "").lower()) or _says(low)):
        return []
    found, at = [], low.find(LIST)
    while at >= 0:
        line = low.rfind("\n", max(0, at - INDENT), at) + 1
        heading = HEADING.match(low, line)
        at = low.find(LIST, at + len(LIST))
        words = reading.text[heading.start() : heading.end()].strip(" \t\n|#*") if heading else ""
        if heading and words[:8].isupper():
            end = END.search(low, heading.end())
            found.append(Span(heading.end(), end.start() if end else len(low)))
    return found


def _says(low: str) -> bool:
    first = low.find("điều 1.", 0, FRONT)
    return first >= 0 and REPEALS.match(low, first + len("điều 1.") + 1) is not None
