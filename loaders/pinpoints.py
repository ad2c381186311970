"""The provision stated with a citation, before it: "điểm a khoản 2 Điều 4 Nghị quyết …"."""

from __future__ import annotations

import re

from loaders.reading import Reading

LOOK_BACK = 160

LIST = r"[0-9]{1,3}[a-zđ]?(?:\.[0-9]+)*"
LETTERS = r"[a-zđ]{1,2}[0-9]?"
ITEMS = r"{item}(?:(?:\s*,\s*|\s+và\s+)(?:(?:khoản|điểm|điều)\s+)?{item}(?![\w.]))*"
POINT = rf"(?:các\s+)?(?:điểm|tiết)\s+{ITEMS.format(item=LETTERS)}"
CLAUSE = rf"(?:các\s+)?khoản\s+{ITEMS.format(item=LIST)}"
ARTICLE = rf"(?:các\s+)?điều\s+{ITEMS.format(item=LIST)}"
PART = r"(?:chương|mục|phần|phụ\s+lục)\s+[\w.]{1,8}"

BEFORE = re.compile(
    rf"(?<!\w)(?P<provision>(?:{POINT}[\s,]+)?(?:{CLAUSE}[\s,]+)?{ARTICLE}|{PART}|{CLAUSE})"
    r"(?:\s*,)?\s+(?:của\s+|trong\s+|thuộc\s+)?$"
)


WORD = re.compile("điều|khoản|chương|mục|phần|phụ")
"""One of these stands in every provision: a cheap look before the pattern."""


def before(reading: Reading, start: int) -> str | None:
    """The provision that stands right before the mention at `start`, as printed on one line; None where none stands."""
    floor = max(0, start - LOOK_BACK)
    match = BEFORE.search(reading.low, floor, start) if WORD.search(reading.low, floor, start) else None
    if match is None:
        return None
    return " ".join(reading.text[match.start("provision") : match.end("provision")].split())
