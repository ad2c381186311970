"""How the name of a body, or of a group of bodies, begins: "Ủy ban", "Chi cục", "Các sở".

Words from `ontology/data/action_words.csv`, in the case of their rows; one in small letters stands for a capital, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.text import trie
from ontology.lexicon import phrases, spellings


@cache
def none() -> re.Pattern[str]:
    """Words that begin like the name of a body and are none: "Ban hành Danh mục …", "Phòng, chống …", "Bộ tiêu chí"."""
    return re.compile(trie.pattern(spellings("no_body")))


def _either(rows: tuple[str, ...]) -> str:
    return trie.pattern([*rows, *(f"{row[0].upper()}{row[1:]}" for row in rows)])


@cache
def _word() -> str:
    return (
        rf"(?!{none().pattern})(?:{trie.pattern(spellings('body_opener'))}"
        rf"|(?:Tổng\s+)?{_either(spellings('company_opener'))}(?=\s+(?:[A-ZĐ]|cổ\s+phần)))"
    )


@cache
def body() -> re.Pattern[str]:
    """The first word of a body; a company needs its name behind it."""
    return re.compile(rf"{_word()}(?!\w)")


@cache
def anywhere() -> re.Pattern[str]:
    """A body wherever it stands in the words."""
    return re.compile(rf"(?<!\w){_word()}(?!\w)")


CUTS = r",\s+|;\s+|\.\s+|:\s+|t(?<=\st)hì\s+|nay,?\s+"
"""What ends a clause."""


@cache
def _of_clause() -> re.Pattern[str]:
    """A body behind what ends a clause; each branch begins with a letter, to which the engine skips."""
    return re.compile(rf"(?:{CUTS})(?P<body>{_word()}(?!\w))")


@cache
def of_person() -> re.Pattern[str]:
    """The same, or behind who holds an office: "Đồng chí A - Phó Chủ tịch UBND huyện"."""
    return re.compile(rf"(?:{CUTS}|[-–]\s+(?={trie.pattern(spellings('office'))}))(?P<body>{_word()}(?!\w))")


@cache
def of_time() -> re.Pattern[str]:
    """The same, or right behind a time: "ngay từ đầu nhiệm kỳ | Đảng ủy xã đã …"."""
    time = trie.pattern(phrases("time_before"))
    return re.compile(rf"(?:{CUTS}|(?<!\w)(?:{time})(?:\s+[0-9]{{4}})?\s+)(?P<body>{_word()}(?!\w))")


def heads_of_clauses(text: str, start: int, end: int, behind: re.Pattern[str] | None = None) -> Iterator[int]:
    """Where bodies stand at the heads of the clauses of a block: "…; Sở Y tế đã tổ chức", "nay Sở Y tế". behind: where
    else they may stand (`of_person`, `of_time`)."""
    words = text[start:end]
    first = body().match(words)
    if first is not None:
        yield start
    for match in (behind or _of_clause()).finditer(words, first.end() if first is not None else 0):
        yield start + match.start("body")


@cache
def joined() -> re.Pattern[str]:
    """From one body to the next: "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh"."""
    return re.compile(rf"\s*(?:\([^()\n]{{1,80}}\)\s*)?(?:,|;|và)\s+(?={_word()})")


@cache
def group() -> re.Pattern[str]:
    """How the label begins that says who is to act: a body, or a group of bodies."""
    return re.compile(
        rf"(?:{_word()}(?!\w)|(?:Các|Từng|Mỗi)\s+{_either(spellings('grouped_body'))}|Thủ\s+trưởng|Đề\s+nghị\s+(?={_word()}))"
    )


@cache
def small_group() -> re.Pattern[str]:
    """The same where it stands within the sentence, on lower-case text: "Trong tháng, các cơ sở y tế đã khám …"."""
    return re.compile(
        rf"(?:{trie.pattern(phrases('small_body'))}|các\s+{trie.pattern(phrases('small_grouped_body'))})(?!\w)"
    )


@cache
def concerned() -> re.Pattern[str]:
    """Whom a label is for: "Đối với các đơn vị được kiểm tra: Chuẩn bị …"."""
    return re.compile(rf"(?:các\s+|những\s+)?(?:{trie.pattern(phrases('concerned_body'))})(?!\w)")


@cache
def separator() -> re.Pattern[str]:
    """Between partners: "Sở A, Sở B và các đơn vị"."""
    return re.compile(rf"\s*(?:[,;]\s*(?:và\s+)?|\s+và\s+)(?=(?:{_word()}|các|Các)(?!\w))")
