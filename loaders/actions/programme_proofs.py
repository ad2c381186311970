"""What proves that the words behind a kind are the name of a programme, and what names none.

Laws, decrees and circulars speak of any paper of a kind ("nộp Đề án thăm dò khoáng sản"), and write its kind with a
capital: there a name needs more.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import bodies
from loaders.actions import programme_names as names
from loaders.text import patterns, trie
from ontology.lexicon import phrases, spellings
from ontology.tables import programme_kinds
from ontology.words import CAPITALS

FIXED = re.compile(rf"\s+(?:{trie.pattern(phrases('fixed_name'))}|quốc\s+gia\s+\w+\s+\w+)")
"""Names that careless texts write behind a small letter."""

CAPITAL_NAME = re.compile(rf"\s+[{CAPITALS}][a-zà-ỹđ]")
PROPER = rf"[{CAPITALS}][a-zà-ỹđ]+"
INNER_CAPITAL = re.compile(rf"\s{PROPER}")
SITE = patterns.awaited(
    rf"\s+(?P<built>(?:[a-zà-ỹđ]+\s+){{1,8}})(?P<site>(?:[A-ZĐ]{{2,5}} +)?{PROPER} +(?:(?:- +)?{PROPER}|[0-9]+)"
    rf"(?:(?: +|- ?)(?:- +|phía +)?(?:{PROPER}|[0-9]+[A-Z]?(?![\w/])))*)"
)
"""What is built, in small letters, and the name of its place: "thủy điện Nậm Mu", "khu công nghiệp Tân Phú 2"."""

PERIOD_OF_NAME = re.compile(r"(?:giai\s+đoạn|thời\s+kỳ|đến\s+(?:năm\s+)?)\s*[0-9]{4}[^a-zđ]*$")

DATED = frozenset(row.kind for row in programme_kinds() if row.dated)
NAMED_BY_RULES = frozenset(row.kind for row in programme_kinds() if row.meant)
"""Kinds that are not laid before anybody: a law that writes one with a capital means one."""

DATED_WORDS = 4
"""Words of a name in small letters with years behind it: "đề án phát triển du lịch cộng đồng giai đoạn 2021-2025"."""

LEAST_WORDS = 3
"""Words that tell an Đề án or a Dự án, where nothing else does: "Đề án di dời" is any."""

PROJECT = "Dự án"
MOVEMENT, MOVEMENT_WORDS = "Phong trào", 4
"""Words that tell a movement without quotation marks from a field ("phong trào Cầu lông")."""

SUBMITTED = frozenset(row.kind for row in programme_kinds() if row.submitted)

LENGTH = re.compile(r"[0-9]+\s+(?:năm|tháng|ngày)")
"""How long a programme is for: "Chiến lược 10 năm"."""

ABOUT = re.compile(r"\s+về\s+(?!việc\s)(?:[^\W\d_]+,?\s+){5}")
MADE = patterns.awaited(rf"(?<!\w)(?:{trie.pattern(phrases('programme_maker'))})\s+$")

LETTERS = re.compile(r"[^\W\d_]{2}")

ORDINAL = re.compile(r"\s+(?:số\s+)?[0-9]{1,2}$")


BARE_PART = re.compile(rf"(?:số\s+)?[0-9]{{1,2}}\s+(?:{names.KINDS})(?!\w)")
"""A part without its title before the programme that it belongs to: "Dự án 1 | Chương trình mục tiêu quốc gia A"."""


COMPONENT = re.compile(r"tp ?[0-9]{1,2}")
"""A part of a project by its initials: "Dự án thành phần số 02 (Dự án TP02)"."""

PLACEHOLDER = re.compile(r"(?<![\w.])[A-Z](?![\w.&-])")
"""The letter of a made-up project, as rules give examples: "Dự án Nhà máy nước A"."""


@cache
def _before_no_site() -> frozenset[str]:
    """Words behind which a capital names who acts or where, and not what is built."""
    return frozenset(phrases("no_site_before"))


@cache
def _site_words() -> re.Pattern[str]:
    """Words of what is built that look like those: "đường bộ"."""
    return re.compile(rf"(?<!\w){trie.pattern(phrases('site_word'))}(?!\w)")


@cache
def _no_name() -> re.Pattern[str]:
    """Bodies that follow a kind with a capital and name none: "Dự án Trung ương quản lý"."""
    return re.compile(rf"\s+(?:{trie.pattern(spellings('no_capital_name'))})(?!\w)")


@cache
def _generic() -> frozenset[str]:
    """What kind of paper a programme is; alone it names none."""
    return frozenset(phrases("generic_programme"))


@cache
def _unnamed() -> re.Pattern[str]:
    begin, close = trie.pattern(phrases("no_programme")), trie.pattern(phrases("open_programme"))
    return re.compile(rf"^{begin}(?!\w)|(?<!\w){close}$")


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){trie.pattern(phrases('telling_word'))}(?!\w)")


def names_none(name: str, *, approved: bool) -> bool:
    """Does a name only say what kind of paper it is ("Chương trình công tác năm 2014", "Dự án thành phần 2"), or begin
    or end as no name does, unless a document approves it by that name?"""
    low = name.lower().rstrip(" .")
    if LETTERS.search(low) is None:
        return True  # cells of figures
    if low in _generic() or COMPONENT.fullmatch(low):
        return True
    if approved:
        return False
    undated = names.PERIOD.sub("", f" {low}").strip() if names.YEAR.search(low) else low
    plain = ORDINAL.sub("", undated) if undated[-1:].isdigit() else undated
    if not plain or plain in _generic() or BARE_PART.match(low) or LENGTH.fullmatch(plain):
        return True
    return _unnamed().search(low) is not None


def is_about(low: str, start: int, end: int) -> bool:
    """Is what a programme is about its name, long enough to be one, behind a verb that makes or carries it out: "Xây
    dựng Đề án | về đổi mới công tác truyền thông về bảo hiểm y tế"?"""
    return ABOUT.match(low, end) is not None and MADE.search(low, max(0, start - 24), start) is not None


def is_any(kind: str, name: str) -> bool:
    """In rules: is it any paper of its kind ("Đề án thành lập Hội đồng quản lý"), or made up for an example?"""
    return name.lower().startswith(phrases("name_opening")) or (
        kind == PROJECT and PLACEHOLDER.search(name) is not None
    )


def is_generic(name: str) -> bool:
    """Does a name only say what kind of paper it is, in words enough to be one beside the document that approves it?"""
    return len(name.split()) >= LEAST_WORDS and name.lower() in _generic()


def is_short(kind: str, name: str) -> bool:
    """Are the words too few to be a name?"""
    words = name.split()
    if len(words) < 2:
        return not name.isupper()
    if kind == MOVEMENT and len(words) < MOVEMENT_WORDS:
        return True
    return kind in SUBMITTED and len(words) < LEAST_WORDS and name.islower() and not name[-1].isdigit()


def is_telling(name: str) -> bool:
    """Does a name tell its programme from others: by years, by a name within it, by being that of the country?"""
    return (
        PERIOD_OF_NAME.search(name.lower()) is not None
        or INNER_CAPITAL.search(f" {name}") is not None
        or _telling().search(name.lower()) is not None
    )


def is_proper(text: str, end: int) -> bool:
    """Does a name with a capital of its own follow the kind that ends at `end`?"""
    return CAPITAL_NAME.match(text, end) is not None and _no_name().match(text, end) is None


def site(text: str, end: int) -> int | None:
    """Where the name of a place ends that tells one project from others: "dự án thủy điện Nậm Mu"."""
    match = SITE.match(text, end)
    if match is None or not _before_no_site().isdisjoint(_site_words().sub("", match["built"]).split()):
        return None
    if bodies.body().match(text, match.start("site")):
        return None
    period = names.PERIOD.match(text, match.end())
    return period.end() if period else match.end()


def is_dated(name: str) -> bool:
    """Is a name in small letters long enough before its years: not "công tác năm 2022"?"""
    period = PERIOD_OF_NAME.search(name)
    return period is not None and len(name[: period.start()].split()) >= DATED_WORDS
