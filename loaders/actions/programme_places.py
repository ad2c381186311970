"""Where a project lies, as part of its name: "Dự án khai thác đá | tại thôn 13, xã Đồng Khê, huyện Văn Chấn, tỉnh Yên
Bái".

A place behind "tại" is part of a name that has no proper name of its own within ("dự án Thủy điện Nậm Cang 1A tại xã
Mường Bo" is told by Nậm Cang); the units that a place belongs to follow it behind commas.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.actions.programme_names import PERIOD
from loaders.text import trie
from ontology.lexicon import phrases
from ontology.words import CAPITALS

PROPER = rf"(?:[{CAPITALS}][a-zà-ỹđ]+|[A-ZĐ]{{1,4}}(?![\w/])|[0-9]{{1,3}}(?![\w/%]))"
INNER_CAPITAL = re.compile(rf"\s[{CAPITALS}][a-zà-ỹđ]")
LIMIT = 200
"""Code points of a place, with the units that it belongs to."""


@cache
def _at() -> re.Pattern[str]:
    """The place behind "tại"; on text in its own case."""
    unit = trie.pattern(phrases("place_unit"))
    head = trie.pattern([*phrases("place_unit"), *phrases("place_head")])
    return re.compile(
        rf"\s+tại\s+{head}(?:\s+[a-zà-ỹđ]+){{0,8}}?\s+{PROPER}(?:\s+{PROPER})*(?:\s+{unit}\s+{PROPER}(?:\s+{PROPER})*)?"
        r"(?:\s*\((?:trước\s+đây|nay)\s+là\s[^()\n]{3,60}\)(?=,))?"
    )


@cache
def _units() -> re.Pattern[str]:
    unit = trie.pattern(phrases("place_unit"))
    return re.compile(rf"(?:,\s+{unit}\s+{PROPER}(?:\s+(?:-\s+)?{PROPER})*)+")


def end(text: str, start: int, stop: int) -> int:
    """Where the name that begins at `start` ends, if the words up to `stop` are all but its place."""
    limit = min(len(text), stop + LIMIT)
    at = text.find(" tại ", start, min(limit, stop + len(" tại ")))
    if at < 0 or INNER_CAPITAL.search(text, start + 1, at):
        return stop
    place = _at().match(text, at, limit)
    if place is None or place.end() < stop:
        return stop
    units = _units().match(text, place.end(), limit)
    return units.end() if units else place.end()


@cache
def _owner() -> re.Pattern[str]:
    unit = trie.pattern(phrase[:1].upper() + phrase[1:] for phrase in phrases("place_unit"))
    lower = trie.pattern(phrases("place_unit"))
    return re.compile(rf"\s+của\s+(?:{unit}|{lower})\s+{PROPER}(?:\s+(?:-\s+)?{PROPER})*(?=\W*\Z)")


def owner(text: str, stop: int, limit: int) -> int | None:
    """Where a name ends that closes the title of what approves it with whose it is: "phê duyệt Chương trình Chuyển đổi
    số | của Thành phố Hồ Chí Minh"; None where the title goes on."""
    match = _owner().match(text[stop:limit]) if text.startswith((" của ", "\ncủa "), stop) else None
    return stop + match.end() if match else None


@cache
def _of_place() -> re.Pattern[str]:
    return re.compile(rf"\s+{trie.pattern(phrases('place_unit'))}\s+{PROPER}(?:\s+(?:-\s+)?{PROPER})*")


def period(text: str, low: str, end: int) -> int | None:
    """Where the period ends that closes a name behind its abbreviation, with the place before it: "Chương trình mỗi xã
    một sản phẩm (OCOP) | tỉnh Bình Thuận giai đoạn 2021-2025"; None without one."""
    place = _of_place().match(text, end, min(len(text), end + LIMIT))
    found = PERIOD.match(low, place.end() if place else end)
    return found.end() if found else None
