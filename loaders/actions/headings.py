"""Who is to act by a heading or a label: "1. Sở Y tế", "Công an tỉnh:", "Trách nhiệm của chủ rừng", "Các Bộ: A, B"."""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import actors, bodies, verbs
from loaders.citations.tails import Speaker
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.issuer_names import from_text
from ontology.issuers import is_stranger
from ontology.lexicon import phrases
from ontology.records import Issuer

LABEL_LIMIT = 200

HEADING_LIMIT = 320
"""Code points of a heading with what it says in parentheses."""

ORDERS = re.compile(r"(?<!\w)(?:yêu\s+cầu|giao|phân\s+công)(?!\w)")

PERSON = re.compile(r"(?P<who>(?:Ông|Bà|Đồng\s+chí|Đ/c)\.?\s+[^:;\n]{3,100}?)\s*:")
"""A person as label: "Ông Nguyễn Văn A - Trưởng đoàn: Phụ trách chung"."""

CONCERNS = re.compile(r"(?:Đối\s+với|Về\s+phía)\s+(?P<who>[^:;.,\n]{3,90}):")

MANY_LABEL = re.compile(
    r"(?:(?:Bộ\s+trưởng|Giám\s+đốc|Chủ\s+tịch\s+(?:UBND|Ủy\s+ban\s+nhân\s+dân))\s+)?[Cc]ác\s+\S+(?:\s+\S+){0,3}\Z"
)
"""A label that says only what kind of bodies follow: "Các Bộ", "Các sở", "Bộ trưởng các Bộ"."""

OF_WHOM = re.compile(r"(?:trách\s+nhiệm|nhiệm\s+vụ)(?:,\s*quyền\s+hạn)?\s+của\s+")
"""A heading that says whose tasks follow: "1.5. Trách nhiệm của đối tượng kiểm kê"."""

CONCERNED = re.compile(r"(?:Đối\s+với|Về\s+phía)\s+")

ENCLOSED = re.compile(r"\s*\([^()\n]{1,120}\)")


def heading_body(reading: Reading, start: int, end: int, speaker: Speaker) -> str | None:
    """The body that a heading names whole: "1. Sở Khoa học và Công nghệ", "Công an tỉnh:"."""
    order: bool | re.Match[str] | None = None
    if (whose := OF_WHOM.match(reading.low, start, end)) is not None:
        return _whole_name(reading, whose.end(), end, speaker)
    if (told := actors.ordered(reading, start, end, speaker)) != start:
        order, start = True, told  # "2. Giao Sở Xây dựng", "Bộ Chính trị giao Ban Tổ chức Trung ương"
    elif concerned := CONCERNED.match(reading.text, start, end):
        order, start = concerned, concerned.end()  # "(2) Đối với các chủ đầu tư, ban quản lý dự án"
    text = reading.text[start : min(end, start + HEADING_LIMIT)].rstrip(" :.*")
    many = text.startswith("các ") and verbs.doing().search(text) is None
    if order and (many or bodies.small_group().match(reading.low, start, end)):
        text = f"{text[0].upper()}{text[1:]}"  # "Giao các Bộ, cơ quan ngang Bộ:"
    if not text[:1].isupper() or bodies.none().match(text):
        return None
    bare = ENCLOSED.sub("", text)
    if len(bare) > LABEL_LIMIT:
        return None
    found = None if ". " in bare or actors.PLURAL.match(bare) else from_text(bare, speaker.place, speaker.date)
    if found is not None and (found[1] >= len(bare) - 2 or _acts_itself(bare, *found)):
        return found[0].name
    return _grouped(bare)


def tells_of_setup(reading: Reading, start: int, end: int) -> bool:
    """ "8. Trách nhiệm của thành viên Hội đồng" in a letter or a rule says what a council is there for, and orders
    nothing."""
    whose = OF_WHOM.match(reading.low, start, end)
    return whose is not None and _set_up().search(reading.low, whose.end(), end) is not None


@cache
def _set_up() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('setup_body'))})(?!\w)")


def _whole_name(reading: Reading, start: int, end: int, speaker: Speaker) -> str | None:
    """Whom the rest of a heading names, whoever it is."""
    name = ENCLOSED.sub("", " ".join(reading.text[start:end].split())).rstrip(" :.*-")
    if not name or len(name) > actors.GROUP_LIMIT or ". " in name:
        return None
    found = None if actors.PLURAL.match(name) else from_text(name, speaker.place, speaker.date)
    if found is not None and found[1] >= len(name) - 2:
        return found[0].name
    return f"{name[0].upper()}{name[1:]}"


def _acts_itself(words: str, body: Issuer, length: int) -> bool:
    """ "5. Bộ A nghiên cứu, tiếp thu ý kiến, trong đó lưu ý" is for Bộ A to do; what it orders is not."""
    verb = None if is_stranger(body.key) else verbs.behind(words, length)
    return verb is not None and verb[0] not in phrases("order_verb")


def label(reading: Reading, start: int, end: int) -> str | None:
    """Who is to act by the label of the block: "Sở Kế hoạch và Đầu tư, Sở Tài chính: …"."""
    person = PERSON.match(reading.text, start, end)
    if person is not None:
        return " ".join(person["who"].split())
    concerns = CONCERNS.match(reading.text, start, end)
    if concerns is not None and bodies.concerned().match(reading.low, concerns.start("who")):
        name = " ".join(concerns["who"].split())
        return name[:1].upper() + name[1:]
    stop = reading.text.find(":", start, min(end, start + LABEL_LIMIT))
    if stop < 0:
        return None
    return _listed(reading, start, stop, end) or _grouped(reading.text[start:stop])


def _listed(reading: Reading, start: int, stop: int, end: int) -> str | None:
    """Those whom a label counts, as printed: "Các Bộ: Quốc phòng, Công an | chủ động …"."""
    if MANY_LABEL.match(reading.text, start, stop) is None:
        return None
    first = stop + 1
    while first < end and reading.low[first].isspace():
        first += 1
    if first == end or not reading.text[first].isupper() or verbs.opens(reading.low, first, end) is not None:
        return None
    limit = min(end, first + actors.GROUP_LIMIT)
    found = [
        verb.start()
        for each in (actors.opening_act(), verbs.doing())
        if (verb := each.search(reading.text, first, limit))
    ]
    if not found:
        return None
    return " ".join(actors.role().sub("", reading.text[start : min(found)]).strip(" ,;").split())


def _grouped(text: str) -> str | None:
    text = actors.role().sub("", text)
    if (
        bodies.group().match(text) is None
        or actors.opening_act().search(text)
        or actors.DIGIT.search(text)
        or ORDERS.search(text)
    ):
        return None
    return " ".join(text.removeprefix("Đề nghị").strip(" :.*").split()) or None
