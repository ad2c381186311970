"""Semicolons in the title of a cited document: they part its words, or it from the next item."""

from __future__ import annotations

import re

from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases

CITED_LIST = re.compile(
    r"(?:^|[;:.]\s+)căn\s+cứ\s"
    r"|^\W*(?:[0-9a-zđ]{1,3}[.)]\s*|[0-9]{1,2}\s+)?(?:nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết|chỉ\s+thị)"
    r"(?:\s+liên\s+tịch)?\s+(?:số\s*:?\s*)?[0-9]"
)
"""A line of what a document rests on, or one that begins with the document itself."""

ITEM_GOES_ON = patterns.awaited(
    rf";[ ]*(?!(?:{trie.pattern(phrases('no_title_item'))})(?!\w)|(?:{trie.pattern(phrases('title_clause'))})(?!\w)"
    r"|(?:điểm\s+[a-zđ]|(?:khoản|điều|chương|mục|phần|phụ\s+lục|số|mẫu)\s+[0-9ivx]+[a-zđ]?)(?!\w))[^\W\d_]"
)
"""What goes on with the title behind a semicolon: no document, no provision, no clause."""

ACTING = patterns.awaited(rf"(?:{trie.pattern(phrases('acting_body'))})(?!\w)")
"""A body behind a semicolon, with its capital, is the next one that acts; "; kho bạc nhà nước" is a field."""

LINE_LIMIT = 2000
"""Code points of a line before the title: a file of one endless line must not cost its square."""

CLAUSE_MARKS = (". ", "; ", ": ", ", ")
PROVISION_FIRST = re.compile(
    r"\W*(?:[0-9a-zđ]{1,3}[.)]\s+)?(?:(?:căn\s+cứ|theo)\s+)?(?:quy\s+định\s+)?(?:tại\s+)?"
    r"(?:điểm\s+[a-zđ]|(?:khoản|điều|phụ\s+lục)\s+[0-9ivx]+)(?!\w)"
)
"""A clause that begins with the provision that is meant: "…; khoản 6 Điều 4 Nghị định số 66/2016/NĐ-CP quy định …",
"Theo quy định tại Điều 112 Thông tư số 79/2009/TT-BTC hướng dẫn về thủ tục hải quan; …"."""


def go_on(reading: Reading, start: int, stop: int) -> bool:
    """Does a semicolon part the words of one title? In a line of what a document rests on whatever begins no item of
    its own does: "Căn cứ Nghị định số … về quản lý đầu tư; giám sát tài chính;"; so it does behind a provision that is
    repealed, and among the fields of an act on penalties."""
    low = reading.low
    item = ITEM_GOES_ON.match(low, stop)
    if item is None:
        return False
    floor = max(0, start - LINE_LIMIT)
    line = low.rfind("\n", floor, start) + 1 or floor
    line = start - len(low[line:start].lstrip())  # it may be set in
    if CITED_LIST.search(low[line:start]) is not None:
        return True
    if reading.text[item.end() - 1].isupper() and ACTING.match(low, item.end() - 1):
        return False
    if any(field in low[start:stop] for field in phrases("fields_title")):
        return True
    clause = low[max(line, *(low.rfind(mark, line, start) + 1 for mark in CLAUSE_MARKS)) : start]
    return PROVISION_FIRST.match(clause) is not None or any(verb in clause for verb in phrases("ending_verb"))
