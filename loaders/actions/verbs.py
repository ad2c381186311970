"""The verbs of doing (`doing_verb` in `ontology/data/action_words.csv`), compiled once, and what stands before them."""

from __future__ import annotations

import re
from functools import cache

from loaders.text import trie
from ontology.lexicon import phrases

OPENING = re.compile(
    r"(?:(?:tích\s+cực|chủ\s+động|kịp\s+thời|nghiêm\s+túc|đồng\s+thời|ngoài\s+ra|trong\s+đó|cụ\s+thể|mới|cơ\s+bản"
    r"|kiên\s+quyết|chú\s+trọng|coi\s+trọng|quan\s+tâm|phấn\s+đấu|khẩn\s+trương|quyết\s+liệt|thường\s+xuyên|tập\s+trung"
    r"|thực\s+hiện\s+tốt\s+việc)\s*,?\s+)+"
)
PERIOD = re.compile(
    r"(?:trong|tính\s+từ|từ|đến|năm|quý)\s[^,;:.\n]{1,60}?(?:,\s+|(?<=tháng)\s+|(?<=quý)\s+|(?<=năm)\s+)"
)
"""When it was done, before the verb: "Trong tháng, thực hiện …", "Trong quý phát hiện …"."""

ADVERBS = 8
PASSIVE = re.compile(r"\s+được(?=\s)")
WORD = re.compile(r"\s+[^\s,.;:()]+(?=\s)")
PASSIVE_WORDS = 5
BLANK = re.compile(r"\s*")


@cache
def none() -> str:
    """What looks like a verb of doing and ends another word: "quá | trình", "công nghệ | thông tin"."""
    known = sorted(phrases("doing_verb"), key=len, reverse=True)
    held = ((word, next(verb for verb in known if word.endswith(f" {verb}"))) for word in phrases("no_verb"))
    return "|".join(rf"(?<={word.removesuffix(verb)}){trie.pattern([verb])}" for word, verb in held)


@cache
def _adverb() -> re.Pattern[str]:
    """Between a body and its verb: "đã | kịp thời | ban hành"."""
    return re.compile(rf"\s+(?:{trie.pattern(phrases('verb_adverb'))})(?=\s)")


@cache
def doing() -> re.Pattern[str]:
    """Any verb of doing as a whole word, on lower-case text; "trình" of "quá trình" is none, nor "cấp" of "cấp xã"."""
    level = trie.pattern(phrases("no_verb_opening"))
    return re.compile(rf"(?<!\w)(?!{none()})(?!{level}(?!\w))(?:{trie.pattern(phrases('doing_verb'))})(?!\w)")


@cache
def _clause() -> re.Pattern[str]:
    """When or by what a task is done, before its verb: "Khi xuất hiện ca bệnh bất thường, báo cáo ngay …"."""
    return re.compile(rf"(?:{trie.pattern(phrases('opening_clause'))})\s[^,;:.\n]{{1,120}},\s+")


def behind_opening(low: str, start: int, end: int) -> int | None:
    """Where the words go on behind such a clause, or behind a period."""
    for before in (_clause(), PERIOD):
        if opening := before.match(low, start, end):
            return opening.end()
    return None


def opens(low: str, start: int, end: int) -> re.Match[str] | None:
    """The verb of doing that opens the words: "Tích cực, chủ động tổ chức …", "Trong tháng, thực hiện …"."""
    found = doing().match(low, start, end)
    if found is not None:
        return found
    for before in (OPENING, PERIOD, _clause()):
        opening = before.match(low, start, end)
        if opening is not None and (found := doing().match(low, opening.end(), end)):
            return found
    return None


def behind(low: str, position: int, end: int | None = None) -> re.Match[str] | None:
    """The verb that follows at once: what a body does whose name ends at `position`."""
    blank = BLANK.match(low, position)
    return doing().match(low, blank.end() if blank else position, len(low) if end is None else end)


def acted(low: str, position: int, end: int | None = None) -> bool:
    """Does a verb of doing follow, behind adverbs ("đã kịp thời ban hành") or as what was done to a thing ("đã được
    Sở Y tế phê duyệt")?"""
    stop = len(low) if end is None else end
    at = position
    for _ in range(ADVERBS):
        if at < stop and low[at].isspace() and behind(low, at, stop):
            return True
        adverb = _adverb().match(low, at, stop)
        if adverb is None:
            break
        at = adverb.end()
    passive = PASSIVE.match(low, position, stop)
    at = passive.end() if passive else stop
    for _ in range(PASSIVE_WORDS + 1):
        if at < stop and behind(low, at, stop):
            return True
        word = WORD.match(low, at, stop)
        if word is None:
            return False
        at = word.end()
    return False
