"""Documents listed behind a title: "Nghị định số 1/2020/NĐ-CP … quy định về hóa đơn và Nghị định số 2/2021/NĐ-CP …".

The second begins no part of the first one's title: a title that names no document before it is over. What an amending
title lists ("sửa đổi, bổ sung Nghị định số … và Nghị định số …") stays in it, and so does what ranks above the document
itself ("Thông tư … hướng dẫn Luật X và Nghị định số …"). Of documents of the same rank none is in it that is younger.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from loaders.citations import cited_titles, meetings, tails
from loaders.citations.sighting import Sighting
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Span
from ontology.tables import DocumentType, document_types

PAPERS = trie.pattern(row.label_vi.lower() for row in document_types() if "copy" not in row.families)

PROVISION = r"(?:điểm\s+[a-zđ]|(?:khoản|điều|mục|chương|phụ\s+lục)\s+[0-9ivxlc]+)(?!\w)[^;.()“”\"\n]{0,60}\s"
LISTED = re.compile(rf"(?:\s*,(?:\s+và)?|\s+và|\s+hoặc)\s+(?:{PROVISION})?$")
"""What stands before a document that is listed, up to the provision of it that is meant."""

LISTED_NUMBER = patterns.awaited(
    rf"(?:\s*,(?:\s+và)?|\s+và|\s+hoặc)\s+(?:{PROVISION}|(?:{PAPERS})(?:\s+[^\W\d_]+){{1,3}}\s+)?$"
)
"""Before a number whose type word has more behind it: "và Thông báo làm việc | số 2948/TT-ĐKT"."""

NAMES_OTHERS = patterns.awaited(rf"(?<!\w)(?:{trie.pattern(phrases('names_others'))})(?!\w)")
"""Words of a title behind which it may name other documents; a title without them ("về tổ chức bộ máy của Viện và
quyết định số 59-BYT/QĐ … về …") is over before one that has a title of its own."""

ONLY_PARTS = re.compile(
    r"(?:(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính)[ ,]+)+(?:một\s+số\s+)?"
    r"(?:điểm|khoản|điều|phụ\s+lục|mục|chương|mẫu)(?:[ ,]+(?:[0-9a-zđ]{1,4}|khoản|điểm|điều|phụ\s+lục))*"
)
"""A title that has named no document yet: "sửa đổi, bổ sung Phụ lục III | và Phụ lục V kèm theo Thông tư …"."""

REACH = 80
"""Code points from the comma to the document, its provision between them."""

NEAR = 12
"""Mentions looked at for the first one with a number."""

OPENS = frozenset('(“"')


def parted(cited: list[Sighting], reading: Reading) -> list[Sighting]:
    """The mentions, each title ended where a list of documents goes on behind it."""
    found = cited
    for at, outer in enumerate(cited):
        title = outer.tail.title
        if title is None or at + 1 == len(cited) or cited[at + 1].start >= title.end:
            continue
        if cited[at + 1].start == title.start and reading.text[title.start - 2 : title.start] == ", ":
            found = list(cited) if found is cited else found
            found[at] = replace(outer, tail=tails.untitled(outer.tail, outer.end))
            continue
        behind = cited[at + 1 : at + 1 + NEAR]
        end = _end(behind, title, outer.type, reading)
        end = _before_younger(behind, title, outer, reading) if end is None else end
        if end is not None:
            found = list(cited) if found is cited else found
            found[at] = replace(outer, tail=tails.shortened(reading, outer.tail, end))
    return found


def _end(behind: list[Sighting], title: Span, kind: DocumentType | None, reading: Reading) -> int | None:
    """Where the title of a document of this kind ends before the first document that it seems to name; None where that
    one stands in it. A number of a list may stand without a word for its type."""
    inner = next((s for s in behind if s.form == "full" or s.rule == meetings.MEETING), None)
    if inner is None or inner.start >= title.end:
        return None
    higher = inner.type and kind and _rank(inner.type) < _rank(kind)
    if higher and (inner.tail.title is None or NAMES_OTHERS.search(reading.low, title.start, inner.start)):
        return None
    listed = LISTED_NUMBER if inner.type is None or reading.low.startswith("số", inner.start) else LISTED
    before = listed.search(reading.low, max(title.start, inner.start - REACH), inner.start)
    if before is None or before.start() == title.start or OPENS & set(reading.text[title.start : before.start()]):
        return None
    if ONLY_PARTS.fullmatch(reading.low, title.start, before.start()):
        return None
    return before.start()


YOUNGER = patterns.awaited(
    rf"(?:\s*,(?:\s+và)?|\s+và|\s+hoặc)\s+(?:(?:{trie.pattern(phrases('younger_opener'))})\s[^,;/()“”\"\n]{{0,100}})?$"
)
"""From the last word of a title to a younger document, with what is done to that one and where: "… | và bãi bỏ Điều 2
Thông tư số 41/2025/TT-BTC"."""


def _before_younger(behind: list[Sighting], title: Span, outer: Sighting, reading: Reading) -> int | None:
    """Where the title of a document ends before one that is younger, which no title can name."""
    year = _year(outer)
    for inner in behind:
        if year is None or inner.start >= title.end:
            return None
        if inner.form == "full" and ((_year(inner) or 0) > year or _later(inner, outer)):
            before = YOUNGER.search(reading.low, max(title.start, inner.start - YOUNGER_REACH), inner.start)
            told = before is not None and reading.low[title.start : before.start()].strip() not in cited_titles.OPENINGS
            return before.start() if before is not None and told else None
    return None


YOUNGER_REACH = 120


def _later(inner: Sighting, outer: Sighting) -> bool:
    """Is the day stated of one document behind the day stated of the other? A day of another year than that of its
    number is misprinted ("Nghị định số 113/2017/NĐ-CP ngày 09 tháng 10 năm 2018")."""
    days = inner.tail.date or "", outer.tail.date or ""
    if len(days[0]) != DAY or len(days[1]) != DAY or days[0] <= days[1]:
        return False
    return all(each.year in (None, day[:4]) for each, day in zip((inner, outer), days, strict=True))


DAY = len("2013-12-27")


def _year(sighting: Sighting) -> int | None:
    """The year of a document, in its number or its date."""
    stated = sighting.year or (sighting.tail.date or "")[:4]
    return int(stated) if len(stated) == 4 and stated.isdigit() else None


@cache
def _ranks() -> dict[str, int]:
    return {row.slug: place for place, row in enumerate(document_types())}


def _rank(kind: DocumentType) -> int:
    """The table names the kinds of documents from the Constitution down."""
    return _ranks()[kind.slug]
