"""What counts the documents of a type word: "các Nghị quyết", "hai Quyết định"."""

from __future__ import annotations

import re

BEFORE = re.compile(
    r"(?<!\w)(?P<front>(?:điều|khoản|điểm|mục|chương|phần|lục|số|mẫu)\s+)?"
    r"(?:các|những|cả|(?P<count>hai|ba|bốn|sáu|0?[2-9]))\s+\Z"
)
"""Before a type word: several of its kind. The number in "Điều 4 Nghị định này" counts no documents."""

LAST = frozenset("csgảianu0123456789")
"""How what counts ends: a cheap look before the pattern."""

BACK = 12
"""Code points before the type word in which its count stands."""


def counted(low: str, start: int) -> re.Match[str] | None:
    """What counts the documents of the type word at `start`; None where nothing does."""
    if low[start - 2 : start - 1] not in LAST:
        return None
    found = BEFORE.search(low, max(0, start - BACK), start)
    return found if found is not None and not found["front"] else None
