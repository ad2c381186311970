"""The provision of what stands behind a document: "Mẫu số 05 Phụ lục IV ban hành kèm theo Thông tư …", "khoản 2 Điều 5
Quy chế … ban hành kèm theo Quyết định …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.citations import english, pinpoints
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases

MARK = "kèm "
MARK_REACH = 14
"""What stands before the document, and the code points it may stand away: a cheap look before the pattern."""

ATTACHED = re.compile(
    r"(?:\s*,)?(?:\s*\()?\s+(?:(?:đã\s+)?được\s+)?(?:ban\s+hành\s+)?(?:kèm(?:\s+theo)?|đính\s+kèm(?:\s+theo)?)\s+\Z"
)
ATTACHED_LIMIT = 48
"""Between an annex and its document: "Phụ lục II được ban hành kèm theo"."""

CODE = (
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,2})?[a-zđ]{0,2}|[a-z]{1,3}[0-9.-]{1,5}[a-zđ]?)"
    r"(?:[/-][a-zđ&]{1,12}(?:-[a-zđ&]{1,10})?)?"
)
FORM = (
    rf"(?:các\s+)?(?:biểu\s+mẫu|mẫu\s+biểu|phụ\s+biểu|mẫu|biểu)\s+(?:số\s+)?{CODE}"
    rf"(?:(?:\s*,\s*|\s+và\s+|\s+đến\s+)(?:mẫu\s+)?(?:số\s+)?{CODE}(?!\w))*"
)
"""A form by its number or code: "Mẫu số 01/TB-KTT", "các Mẫu số 03, 04 và 06/BHYT"."""

PLACED = r"(?:,?\s+(?:(?:quy\s+định\s+)?tại|của|thuộc|trong)\s+|\s*,\s*|\s+)"
PARTS = rf"(?:(?:tiểu\s+mục|mục|phần|chương|khoản|điểm)\s+{pinpoints.LABEL}{PLACED}){{0,2}}"
ANNEX = (
    rf"(?:các\s+)?phụ\s+lục(?:\s+(?:số\s+)?{pinpoints.LABEL}"
    rf"(?:(?:\s*,\s*|\s+và\s+|\s+đến\s+)(?:phụ\s+lục\s+)?(?:số\s+)?{pinpoints.LABEL})*)?"
)

OPENING = re.compile(
    rf"(?:{pinpoints.OPENING.pattern}|(?:m(?<!\w.)ẫu|b(?<!\w.)iểu|c(?<!\w.)ác\s+(?:biểu|mẫu|phụ\s+lục))\s)"
)


@cache
def _attached() -> re.Pattern[str]:
    """What ends where "ban hành kèm theo" begins."""
    noun = trie.pattern(phrases("annex_noun"))
    return re.compile(
        rf"(?P<provision>(?:{FORM}(?:{PLACED}{PARTS}{ANNEX})?|{PARTS}{ANNEX}))\Z"
        rf"|(?P<inside>(?:{pinpoints.STATED})\s+(?:của\s+|tại\s+|trong\s+)?{noun}(?!\w))[^;.:()\n]{{0,120}}\Z"
    )


def stated(reading: Reading, start: int) -> str | None:
    """The provision stated before the mention at `start`, as printed on one line: of the document itself, or of what
    was issued with it; None where none is."""
    if reading.low.find(MARK, max(0, start - MARK_REACH), start) < 0:
        form = _form(reading, start)
        return form or pinpoints.before(reading, start) or english.provision_before(reading, start)
    attached = ATTACHED.search(reading.low, max(0, start - ATTACHED_LIMIT), start)
    if attached is None:
        return pinpoints.before(reading, start)
    end = attached.start()
    for opening in _openings(reading.low, end):
        match = _attached().match(reading.low, opening, end)
        if match is not None:
            group = "provision" if match["provision"] is not None else "inside"
            return " ".join(reading.text[match.start(group) : match.end(group)].split())
    return None


FORM_REACH = 80
"""Code points that a form and the annex it stands in take."""

LINK = re.compile(r"\s+(?:(?:của|trong|thuộc|tại|theo)\s+)?\Z")


def _form(reading: Reading, start: int) -> str | None:
    """A form that stands right before its document: "Mẫu số 10a Thông tư …", "Mẫu số 05 Phụ lục II Nghị định …"."""
    low = reading.low
    before = low[max(0, start - FORM_REACH) : start]
    marked = "mẫu " in before or "biểu " in before
    link = LINK.search(low, max(0, start - FORM_REACH), start) if marked else None
    if link is None:
        return None
    for opening in _openings(low, link.start()):
        if low[opening] in "mbc" and (match := _attached().match(low, opening, link.start())) and match["provision"]:
            return " ".join(reading.text[opening : match.end()].split())
    return None


def _openings(low: str, end: int) -> Iterator[int]:
    return (match.start() for match in OPENING.finditer(low, max(0, end - pinpoints.LOOK_BACK), end))
