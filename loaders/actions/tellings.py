"""What a page without a letterhead tells that a body did, or will."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from loaders.actions import actors, bodies, pages, status_words, verbs
from loaders.citations.tails import Speaker
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases, spellings

TELLS = 900
"""Code points in which a paragraph comes to what bodies of a kind did: "Tình hình ổn định. …, xã đã tổ chức …"."""


class Told(Struct, frozen=True):
    """Who a page says does something: begin: where that body is named; name: bodies of a kind, as printed; day: it did
    so on a day that the page names."""

    begin: int
    name: str | None = None
    day: bool = False

    def sentence(self, low: str, start: int) -> int:
        """Where its sentence begins, behind others that tell nothing."""
        return max(start, low.rfind(". ", start, self.begin) + 2)


def tells(reading: Reading, start: int, end: int, speaker: Speaker) -> Told | None:
    """Does a body at the head of the words do something, or will: "Đến nay, NHNN đã ban hành 11 văn bản …"? What it did
    on a day needs no word more: "Ngày 24/7, Đảng ủy xã tổ chức hội nghị …"."""
    text, low = reading.text, reading.low
    stop = min(end, start + actors.LIMIT)
    for begin in bodies.heads_of_clauses(text, start, stop, bodies.of_time()):
        behind = actors.subject(reading, begin, end, speaker)
        if behind is None or status_words.says().match(low, behind):
            continue
        behind = actors.behind_bodies(reading, behind, end, speaker)
        blank = verbs.BLANK.match(low, behind)
        cue = status_words.cues_of_status().match(low, blank.end() if blank else behind, end)
        if cue is not None and cue["no"] is None and verbs.acted(low, cue.end(), end):
            return Told(begin)
    stop = min(end, start + TELLS)
    for day in _day().finditer(low[start:stop]):
        begin = start + day.end()
        behind = actors.subject(reading, begin, end, speaker) if bodies.body().match(text, begin) else None
        if behind is None:
            continue
        verb = verbs.behind(low, behind + len(" đã") if low.startswith(" đã ", behind) else behind, end)
        if verb is not None and _law().match(low, verb.end() + 1, end) is None:
            return Told(begin, day=True)  # not "Ngày 26/12/2024, Chính phủ ban hành Nghị định 168 …"
    for several in _several().finditer(low[start:stop]):
        begin = start + several.start("who")
        if not low.startswith(_no_bodies(), begin) and verbs.acted(low, start + several.end(), end):
            name = " ".join(text[begin : start + several.end("who")].split())
            return Told(begin, f"{name[0].upper()}{name[1:]}")
    return None


@cache
def _law() -> re.Pattern[str]:
    """A law or a decision that lays down rules, which bears the year in its number."""
    return re.compile(rf"{pages.rules().pattern}|(?:quyết\s+định|nghị\s+quyết)\s+(?:số\s+)?[0-9]+/[0-9]{{4}}/")


@cache
def _day() -> re.Pattern[str]:
    """ "Sáng ngày 02/8/2023, ", "Ngày 24-7, ", "Ngày 5 tháng 5 năm 2023, ", "Sáng cùng ngày, "."""
    part, day = trie.pattern(phrases("part_of_day")), trie.pattern(phrases("day_word"))
    return re.compile(
        rf"(?:^|[,;.]\s+)(?:(?:{day}),\s+|(?:(?:{part})\s+)?(?:ngày\s+)?[0-9]{{1,2}}"
        r"(?:[/-][0-9]{1,2}(?:[/-][0-9]{4})?|\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?),?\s+)"
    )


@cache
def _several() -> re.Pattern[str]:
    """Bodies of a kind at the head of a clause, within the sentence, and what tells that they act: "Đến nay, các
    cấp hội phụ nữ đã …", "các sở, ngành và địa phương đã …"."""
    few = phrases("telling_body")
    others = trie.pattern(sorted({word.removeprefix("các ") for word in few}))
    return re.compile(
        rf"(?:^|[,;.:]\s+)(?P<who>(?:{trie.pattern(few)})(?:,\s+(?:{others})(?!\w))*(?:\s+[^\W\d_]+){{0,5}}?)"
        r"\s+(?:cũng\s+)?(?:đã|đang|sẽ|tiếp\s+tục)(?=\s)"
    )


@cache
def _no_bodies() -> tuple[str, ...]:
    """What begins like a body and is none: "hội nghị", "xã hội"."""
    return tuple(word.lower() for word in spellings("no_body"))
