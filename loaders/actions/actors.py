"""Who acts, and who is told to, as a block says it."""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import bodies, verbs
from loaders.actions.circumstances import PARTNER
from loaders.actions.status_words import cues_of_status
from loaders.citations.tails import Speaker
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.issuer_names import from_text
from ontology.issuers import is_stranger
from ontology.lexicon import phrases
from ontology.records import Issuer
from ontology.words import CAPITALS

LIMIT = 400
FOLLOWS = re.compile(r"\s*(?:\([^()\n]{1,120}\)\s*)?(?:,?\s*(?:là|cũng|các\s+đơn\s+vị)\s+)?")
BODIES = 6

GROUP_LIMIT = 260
ORDER = re.compile(
    rf"(?:{trie.pattern(verb for verb in phrases('order_verb') if verb != 'chỉ đạo')}|đề\s+nghị)(?:\s+cho)?\s+"
)
"""Who directs others acts himself ("Chỉ đạo các đơn vị xây dựng …"); who orders leaves it to those who are ordered."""

TOLD = re.compile(r"(?<!\w)(?:yêu\s+cầu|đề\s+nghị|giao|phân\s+công)(?:\s+cho)?\s+")
TOLD_REACH = 400

KIND = re.compile(
    r"cơ\s+sở(?:,?\s+(?:và\s+)?(?:khám|chữa|sản|kinh|chế|đào|cung|giáo|bán|y|lưu)\s+(?:bệnh|xuất|doanh|biến|tạo|cấp|dục|buôn|tế|trú))+"
)
"""What a place does is part of what it is called: "các cơ sở khám bệnh, chữa bệnh"."""

PERSON_OPENS = frozenset("ÔBĐTD")
NAMED_PERSON = re.compile(rf"(?:Ông|Bà|Đồng\s+chí|Đ/c|BS|ThS|DS)\.?\s+[{CAPITALS}]\w*\s+[{CAPITALS}]")


PLURAL = re.compile(
    r"(?:[ỦU]ỷ?y?\s+[Bb]an\s+[Nn]hân\s+[Dd]ân|UBND|Hội\s+đồng\s+nhân\s+dân|HĐND)\s+(?:các\s+)?(?:tỉnh|huyện|quận|xã|thị\s+xã)\s*,"
)
"""Many of one kind, and not the one of the place: "Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương"."""

OPEN = re.compile(r"\s*\([^()]*$")
"""A parenthesis that the name leaves open: "Từng bộ, cơ quan (nhất là …"."""

SHORT_NAME = re.compile(r"\s*\([^()\n]{1,60}\)(?=\s)")
"""How a body is called for short: "Sở Giáo dục và Đào tạo (GDĐT) yêu cầu …"."""

AGREES = re.compile(r"\s+(?:đồng\s+ý|thống\s+nhất|nhất\s+trí)(?!\w)[^.;:\n]{0,120}?(?:\s+và|,)\s+(?=giao\s)")
"""To what somebody agrees before he gives a task: "Ban Thường vụ Tỉnh ủy đồng ý về chủ trương và giao Ban A …"."""

LABELLED = re.compile(r"\s*(?:\([^()\n]{1,120}\)\s*)?:")

MANY_OF = " các"
"""How a name ends that is the beginning of many: "Ban Thường vụ các tỉnh ủy, thành ủy"."""

NAME = re.compile(rf"(?:\s+[{CAPITALS}]\w*){{2,5}}(?=\s+[a-zà-ỹđ])")
"""Who holds an office: "Giám đốc Sở Y tế | Nguyễn Văn A | yêu cầu …"."""

DIGIT = re.compile(r"[0-9]")

OF_PLACE = re.compile(
    rf"\s+(?:tỉnh|huyện|quận|thành\s+phố|thị\s+xã|xã|phường)\s+[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{0,3}}"
)
"""Whose board it is: "Ban Quản lý dự án Đầu tư xây dựng | huyện Mộ Đức"."""


def actor(reading: Reading, start: int, end: int, speaker: Speaker) -> str | None:
    """The body that acts in the first sentence of the block: at the head of a clause, with a verb of doing or a status
    behind it ("…; Sở Y tế đã tổ chức"), or the label of the block ("Sở Y tế: chủ trì …")."""
    text = reading.text
    end = min(end, start + LIMIT)
    for begin in bodies.heads_of_clauses(text, start, end):
        if begin > start and (_is_partner(reading, start, begin) or _is_addressed(reading, start, begin)):
            continue
        found = None if PLURAL.match(text, begin) else from_text(text[begin:end], speaker.place, speaker.date)
        if found is None or found[0].name.endswith(MANY_OF):
            continue
        name, length = _named(reading, begin, *found)
        position = behind_bodies(reading, begin + length, end, speaker)
        if LABELLED.match(text, position, end) and begin - start < 4:
            return name
        cue = cues_of_status().match(reading.low, position, end)
        does = cue is not None or verbs.doing().match(reading.low, position, end) is not None
        behind = begin + length
        if does or verbs.acted(reading.low, behind, end) or _act_together(reading, behind, position, end):
            return name
    return None


@cache
def role() -> re.Pattern[str]:
    """What stands between a body and its verb, and is no part of its name."""
    return re.compile(rf"\s+(?:{trie.pattern(phrases('role_word'))})(?!\w).*$", re.DOTALL)


@cache
def _team() -> re.Pattern[str]:
    """A team or a board that is called by what it is there for, one or several."""
    return re.compile(rf"(?:các\s+)?(?:{trie.pattern((*phrases('examiner'), *phrases('board_name')))})(?!\w)")


@cache
def opening_act() -> re.Pattern[str]:
    """What a group of bodies does at once, or how it stands: "chủ trì", "đã", "có"."""
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('opening_act'))})(?!\w)")


@cache
def _sending() -> re.Pattern[str]:
    """Before the body to which something goes."""
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('sending_verb'))})\s+")


@cache
def _also() -> re.Pattern[str]:
    """Between a body and its order: "UBND tỉnh còn giao …"."""
    return re.compile(rf"(?:(?:{trie.pattern(phrases('order_adverb'))})\s+)+")


@cache
def _acting() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('acting_verb'))})(?!\w)")


def _named(reading: Reading, begin: int, issuer: Issuer, length: int) -> tuple[str, int]:
    """The name of a body and its length in the text. One that no table knows ends before a verb in small letters: "Bệnh
    viện huyện | cử bác sĩ"."""
    if not is_stranger(issuer.key):
        return issuer.name, length
    if (team := _behind_team(reading.low, begin)) > begin + length:
        placed = OF_PLACE.match(reading.text, team)
        stop = placed.end() if placed else team
        return " ".join(reading.text[begin:stop].split()), stop - begin
    verb = _acting().search(reading.text, _behind_team(reading.low, begin), begin + length)
    if verb is None:
        return issuer.name, length
    return " ".join(role().sub("", reading.text[begin : verb.start()]).split()), verb.start() - begin


def _behind_team(low: str, begin: int) -> int:
    """What a team is there for is part of what it is called: "Tổ khảo sát | triển khai …", "Đoàn kiểm tra | lập …"."""
    team = _team().match(low, begin)
    return team.end() if team else begin


def _is_partner(reading: Reading, start: int, begin: int) -> bool:
    """Is this body one of those with whom the actor works: "phối hợp với Sở A, Sở B rà soát"?"""
    cut = max(reading.low.rfind(mark, start, begin) for mark in (";", ". "))
    opened = [match.end() for match in PARTNER.finditer(reading.low, max(start, cut), begin)]
    return bool(opened) and verbs.doing().search(reading.low, opened[-1], begin) is None


def _act_together(reading: Reading, behind: int, position: int, end: int) -> bool:
    """ "Bộ Công an, Bộ Quốc phòng khẩn trương xây dựng …": the first of a row is named."""
    return position > behind + 1 and verbs.acted(reading.low, position - 1, end)


def _is_addressed(reading: Reading, start: int, begin: int) -> bool:
    """Is this body one of those to whom something goes: "trình Bộ Chính trị, Ban Bí thư xem xét"?"""
    cut = max(reading.low.rfind(mark, start, begin) for mark in (";", ". ", ": "))
    sent = [match.end() for match in _sending().finditer(reading.low, max(start, cut), begin)]
    return (
        bool(sent)
        and bodies.body().match(reading.text, sent[-1]) is not None
        and verbs.doing().search(reading.low, sent[-1], begin) is None
    )


def behind_bodies(reading: Reading, position: int, end: int, speaker: Speaker) -> int:
    """Behind the other bodies of an enumeration: "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh phối hợp"."""
    for _ in range(BODIES):
        joined = bodies.joined().match(reading.text, position, end)
        found = from_text(reading.text[joined.end() : end], speaker.place, speaker.date) if joined else None
        if joined is None or found is None:
            break
        position = joined.end() + found[1]
    behind = FOLLOWS.match(reading.low, position, end)
    return behind.end() if behind else position


def subject(reading: Reading, start: int, end: int, speaker: Speaker, *, small: bool = False) -> int | None:
    """Where the name of the body ends that opens the words, None where none does. small: the words stand within the
    sentence ("Căn cứ Nghị quyết này, các bộ, cơ quan ngang bộ khẩn trương …")."""
    named = bodies.group().match(reading.text, start) or (small and bodies.small_group().match(reading.low, start))
    if not named:
        return None
    if reading.low.startswith(" đã ", named.end()):
        return named.end()  # "Sở đã chỉ đạo": the body that speaks
    found = from_text(reading.text[start : min(end, start + LIMIT)], speaker.place, speaker.date)
    if found is not None:
        behind = start + _named(reading, start, *found)[1]
        holder = NAME.match(reading.text, behind, min(end, start + LIMIT))
        return holder.end() if holder else behind
    verb = verbs.doing().search(reading.text, start, min(end, start + GROUP_LIMIT))
    if verb is None or cues_of_status().search(reading.low, start, verb.start()):
        return None
    return None if " gồm " in reading.low[start : verb.start()] else verb.start()  # "Các đơn vị tuyến huyện gồm 11 …"


def told(reading: Reading, start: int, end: int, speaker: Speaker) -> str | None:
    """Whom a lead-in orders what its list says: "…, Giám đốc Sở yêu cầu các đơn vị y tế triển khai những việc sau:"."""
    orders = [match.end() for match in TOLD.finditer(reading.low, max(start, end - TOLD_REACH), end)]
    return group(reading, orders[-1], end, speaker, small=True) if orders else None


def group(reading: Reading, start: int, end: int, speaker: Speaker, *, small: bool = False) -> str | None:
    """A body, or a group of bodies, that opens the block before its verb, as printed: "UBND các huyện, thành phố xây
    dựng …", "Các sở, ban, ngành chủ động …". small: it stands behind an order, within the sentence."""
    match = bodies.group().match(reading.text, start, end) or (
        small and bodies.small_group().match(reading.low, start, end)
    )
    if not match:
        return None
    stop = min(end, start + GROUP_LIMIT)
    behind = KIND.match(reading.low, match.end() - len("cơ sở"), stop)
    first = behind.end() if behind else max(match.end(), _behind_team(reading.low, start))
    acting = (pattern.search(reading.text, first, stop) for pattern in (opening_act(), verbs.doing()))
    found = [verb.start() for verb in acting if verb is not None]
    if not found:
        return None
    many = PLURAL.match(reading.text, start)
    known = None if many else from_text(reading.text[start:stop], speaker.place, speaker.date)
    if known is not None and not known[0].name.endswith(MANY_OF):
        return _named(reading, start, *known)[0]
    name = " ".join(OPEN.sub("", role().sub("", reading.text[start : min(found)])).strip(" ,;:(").split())
    return f"{name[0].upper()}{name[1:]}" if name and not DIGIT.search(name) else None


def ordered(reading: Reading, start: int, end: int, speaker: Speaker) -> int:
    """Behind the order that opens the block, also behind who gives it: "Giao Sở Y tế chủ trì …", "Giám đốc Sở Y tế yêu
    cầu thủ trưởng các đơn vị triển khai …" are for those to do whom it is given to."""
    match = ORDER.match(reading.low, start, end)
    if match is None and (behind := subject(reading, start, end, speaker)) is not None:
        called = SHORT_NAME.match(reading.low, behind, end)
        behind = called.end() if called else behind
        also = _also().match(reading.low, behind + 1, end)
        agrees = AGREES.match(reading.low, behind, end)
        also = also or agrees
        match = ORDER.match(reading.low, also.end() if also else behind + 1, end)
    return match.end() if match else start
