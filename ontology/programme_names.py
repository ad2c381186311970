"""Names of programmes with their abbreviations written out, for comparing: "Chương trình MTQG xây dựng NTM" is "Chương
trình mục tiêu quốc gia xây dựng nông thôn mới"."""

from __future__ import annotations

import re
from functools import cache

from ontology.packaged import rows


@cache
def _written_out() -> dict[str, str]:
    return {row["abbreviation"]: row["words"] for row in rows("programme_abbreviations")}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_written_out(), key=len, reverse=True)
    return re.compile(rf"(?<![\w&])(?:{'|'.join(map(re.escape, longest))})(?![\w&])")


def written_out(name: str) -> str:
    """A name as printed, its abbreviations in words."""
    return _pattern().sub(lambda match: _written_out()[match[0]], name)
