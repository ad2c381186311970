"""Heads of official translations: "THE GOVERNMENT / No. 69/2019/ND-CP / Hanoi, August 15, 2019 / DECREE"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.citations.dates import days_in
from loaders.citations.english import MONTHS, ORDINAL
from loaders.text import trie
from loaders.text.reading import Reading

HEAD = 2500
"""Code points in which such a head stands, below what a page prints above it."""

MOTTO = "ndependence"
"""Of "Independence - Freedom - Happiness": a cheap look."""

NUMBER = re.compile(r"(?:^|(?<=\|))(?P<word>[ \t]*(?:No|Number)[ \t]?[.:]{1,2})(?=[ \t]*[0-9]{1,6}[ ]?/)", re.MULTILINE)
"""The word before the number, at the beginning of a line or cell."""

DATED = re.compile(
    rf"(?<![^\s|])(?P<place>[A-Z](?![A-Z])[^\W\d_]+(?:[ ][A-Z][^\W\d_]+){{0,3}})[ ]?,\s+"
    rf"(?P<month>{trie.pattern(month.capitalize() for month in MONTHS)})\s+"
    rf"(?P<day>[0-9]{{1,2}})(?:[ ]?{ORDINAL}),?\s+(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])"
)
"""Place and day: "Hanoi, June 6th, 2017"."""

WORD = "Số:"


def vietnamese(page: Reading) -> Reading:
    """The text with "Số:" for the English word before its own number, and place and day behind it on a line of their
    own; the same length. The text itself where its head is no translation."""
    if page.text.find(MOTTO, 0, HEAD) < 0:
        return page
    number = NUMBER.search(page.text, 0, HEAD)
    if number is None:
        return page
    start, end = number.span("word")
    word = WORD.ljust(end - start)
    text = f"{page.text[:start]}{word}{page.text[end:]}"
    low = f"{page.low[:start]}{word.lower()}{page.low[end:]}"
    behind = DATED.search(text, end, end + HEAD)
    if behind is not None and text[behind.start() - 1] == " ":
        ends = behind.start() - 1
        text, low = f"{text[:ends]}\n{text[ends + 1 :]}", f"{low[:ends]}\n{low[ends + 1 :]}"
    return replace(page, text=text, low=low)


def dated(region: str) -> tuple[str | None, str | None]:
    """Place and day as a translation prints them."""
    found = DATED.search(region, 0, HEAD) if region.find(MOTTO, 0, HEAD) >= 0 else None
    if found is None:
        return None, None
    year, month, day = int(found["year"]), MONTHS.index(found["month"].lower()) + 1, int(found["day"])
    return found["place"], f"{year}-{month:02}-{day:02}" if 1 <= day <= days_in(year, month) else f"{year}-{month:02}"
