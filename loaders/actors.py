"""Who acts, with whom, where and when, as a block says it."""

from __future__ import annotations

import re

from loaders import trie, verbs
from loaders.reading import Reading
from loaders.status import CUE
from loaders.tails import Speaker
from ontology.issuers import from_text
from ontology.lexicon import phrases
from ontology.words import CAPITALS

BODY_WORD = (
    r"(?!Ban\s+hành|Bộ\s+(?:chỉ\s+số|tiêu\s+chí|phận)|Sở\s+hữu|Hội\s+(?:nghị|thảo|thi|chợ|viên)|Đoàn\s+kết|Trường\s+hợp"
    r"|Phòng\s*,|Phòng\s+(?:ngừa|chống|cháy|bệnh|trừ)|Liên\s+(?:kết|quan|tục|hệ|thông)|Viện\s+trợ)(?:Ủy\s+ban|UBND|HĐND|Hội\s+đồng\s+nhân\s+dân|Sở|Bộ|Chi\s+cục|Cục|Tổng\s+cục|Trung\s+tâm|Ban|Công\s+an|Phòng|Văn\s+phòng|Đảng\s+đoàn|Thanh\s+tra|Chính\s+phủ"
    r"|Thủ\s+tướng|Tỉnh\s+ủy|Thành\s+ủy|Huyện\s+ủy|Đảng\s+ủy|Viện|Trường|Hội|Liên|Tỉnh|Mặt\s+trận|Đoàn|Chủ\s+tịch|Giám\s+đốc|Kho\s+bạc|Bảo\s+hiểm|Ngân\s+hàng)"
)
BODY = re.compile(rf"{BODY_WORD}(?!\w)")
CLAUSE_BODY = re.compile(rf"(?:^|[,;.:]\s+|\s+thì\s+|nay\s+|nay,\s+)(?P<body>{BODY_WORD}(?!\w))")
LIMIT = 400
FOLLOWS = re.compile(r"\s*(?:\([^()\n]{1,120}\)\s*)?(?:,?\s*(?:là|cũng|các\s+đơn\s+vị)\s+)?")
JOINED = re.compile(rf"\s*(?:\([^()\n]{{1,80}}\)\s*)?(?:,|;|và)\s+(?={BODY_WORD})")
BODIES = 6
LABEL_LIMIT = 200
GROUP_LIMIT = 140
ORDER = re.compile(rf"(?:{trie.pattern(phrases('order_verb'))}|đề\s+nghị)(?:\s+cho)?\s+")
ROLE = re.compile(
    r"\s+(?:là|được|do|cần|phải|chịu|nghiêm|khẩn\s+trương|thường\s+xuyên|tích\s+cực|kịp\s+thời|theo)(?!\w).*$",
    re.DOTALL,
)
"""What stands between a body and its verb, and is no part of its name."""

GROUP = re.compile(
    rf"(?:{BODY_WORD}|Các\s+(?:[Ss]ở|[Bb]an|[Cc]ơ\s+quan|[Đđ]ơn\s+vị|[Hh]uyện|[Xx]ã|[Đđ]ịa\s+phương|[Pp]hòng|[Tt]ổ\s+chức|[Bb]ộ|[Hh]ội|[Hh]iệp\s+hội|[Dd]oanh\s+nghiệp|[Cc]ơ\s+sở|[Hh]ợp\s+tác\s+xã|[Tt]rường|[Bb]ệnh\s+viện)|Thủ\s+trưởng|Đề\s+nghị\s+(?={BODY_WORD}))"
)
"""How the label begins that says who is to act: a body, or a group of bodies."""

LABELLED = re.compile(r"\s*(?:\([^()\n]{1,120}\)\s*)?:")

DIGIT = re.compile(r"[0-9]")
ACTING = re.compile(
    r"(?<!\w)(?:chủ\s+trì|phối\s+hợp|tổ\s+chức\s+(?:triển|thực)|thực\s+hiện|triển\s+khai|căn\s+cứ|đã|đang|sẽ|tiếp\s+tục|tăng\s+cường|chỉ\s+đạo|ban\s+hành|báo\s+cáo|tham\s+mưu|hướng\s+dẫn|có)(?!\w)"
)
PARTNER = re.compile(rf"(?<!\w)(?:chủ\s+trì\s*,?\s*)?(?:{trie.pattern(phrases('partner_opener'))})\s+")
PARTNER_END = re.compile(r"[;.:\n(]|\s+(?:để|nhằm|trong|về|đã|tại|xây\s+dựng|mở)(?!\w)")
PARTNER_LIMIT = 300
TIME_LIMIT = 2000
PARTNER_SEPARATOR = re.compile(rf"\s*(?:[,;]\s*(?:và\s+)?|\s+và\s+)(?=(?:{BODY_WORD}|các|Các)(?!\w))")

PLACE = re.compile(
    r"(?:tại|ở|trên\s+địa\s+bàn)\s+(?:[0-9]{1,3}\s+)?(?P<place>(?:các\s+)?(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành\s+phố|TP\.?|[Tt]hị\s+xã|[Xx]ã|[Pp]hường|[Tt]hị\s+trấn|[Bb]ản|[Tt]hôn)"
    rf"\s+[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{0,4}})"
)
DAY = r"(?:ngày\s+)?[0-9]{1,2}(?:/[0-9]{1,2}(?:/[0-9]{4})?|\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?)"
MONTH = r"tháng\s+[0-9]{1,2}(?:/[0-9]{4}|\s+năm\s+[0-9]{4}|\s+đầu\s+năm\s+[0-9]{4})?"
YEARS = r"(?:giai\s+đoạn|từ\s+năm|năm|các\s+năm|quý\s+(?:[ivx]+|[0-9])(?:/|\s+năm\s+)?)\s*[0-9]{4}" + (
    r"(?:\s*(?:-|đến|đến\s+năm|và)\s*[0-9]{4})?"
)
TIME = re.compile(
    rf"(?<!\w)(?:(?:tính\s+)?(?:từ|đến|trước|sau|trong)\s+(?:hết\s+|đầu\s+|cuối\s+)?)?(?:{MONTH}|{YEARS}|ngày\s+{DAY}(?:\s*(?:-|đến)\s*(?:ngày\s+)?{DAY})?"
    r"|[0-9]{1,2}\s+tháng\s+(?:đầu|cuối)\s+năm\s+[0-9]{4}|(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần))(?![\w/])"
)


def actor(reading: Reading, start: int, end: int, speaker: Speaker) -> str | None:
    """The body that acts in the first sentence of the block: at the head of a clause, with a verb of doing or a status
    behind it ("…; Sở Y tế đã tổ chức"), or the label of the block ("Sở Y tế: chủ trì …")."""
    text = reading.text
    end = min(end, start + LIMIT)
    for match in CLAUSE_BODY.finditer(text[start:end]):
        begin = start + match.start("body")
        found = from_text(text[begin:end], speaker.place, speaker.date)
        if found is None:
            continue
        name, length = found
        position = _behind_bodies(reading, begin + length, end, speaker)
        if LABELLED.match(text, position, end) and begin - start < 4:
            return name.name
        cue = CUE.match(reading.low, position, end)
        if cue is not None or verbs.doing().match(reading.low, position, end) or verbs.acted(reading.low, begin + length, end):
            return name.name
    return None


def _behind_bodies(reading: Reading, position: int, end: int, speaker: Speaker) -> int:
    """Behind the other bodies of an enumeration: "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh phối hợp"."""
    for _ in range(BODIES):
        joined = JOINED.match(reading.text, position, end)
        found = from_text(reading.text[joined.end() : end], speaker.place, speaker.date) if joined else None
        if joined is None or found is None:
            break
        position = joined.end() + found[1]
    behind = FOLLOWS.match(reading.low, position, end)
    return behind.end() if behind else position


def subject(reading: Reading, start: int, end: int, speaker: Speaker) -> int | None:
    """Where the name of the body ends that opens the words, None where none does."""
    if not GROUP.match(reading.text, start):
        return None
    found = from_text(reading.text[start : min(end, start + LIMIT)], speaker.place, speaker.date)
    if found is not None:
        return start + found[1]
    verb = verbs.doing().search(reading.text, start, min(end, start + GROUP_LIMIT))
    return verb.start() if verb is not None and not CUE.search(reading.low, start, verb.start()) else None


def group(reading: Reading, start: int, end: int, speaker: Speaker) -> str | None:
    """A body, or a group of bodies, that opens the block before its verb, as printed: "UBND các huyện, thành phố xây
    dựng …", "Các sở, ban, ngành chủ động …"."""
    match = GROUP.match(reading.text, start, end)
    if match is None:
        return None
    stop = min(end, start + GROUP_LIMIT)
    acting = (pattern.search(reading.text, match.end(), stop) for pattern in (ACTING, verbs.doing()))
    found = [verb.start() for verb in acting if verb is not None]
    if not found:
        return None
    known = from_text(reading.text[start:stop], speaker.place, speaker.date)
    if known is not None:
        return known[0].name
    name = " ".join(ROLE.sub("", reading.text[start : min(found)]).strip(" ,;:(").split())
    return name if name and not DIGIT.search(name) else None


def ordered(reading: Reading, start: int, end: int) -> int:
    """Behind the order that opens the block: "Giao Sở Y tế chủ trì …" is for the department to do."""
    match = ORDER.match(reading.low, start, end)
    return match.end() if match else start


def heading_body(reading: Reading, start: int, end: int, speaker: Speaker) -> str | None:
    """The body that a heading names whole: "1. Sở Khoa học và Công nghệ", "Công an tỉnh:"."""
    text = reading.text[start:end].rstrip(" :.*")
    if not text[:1].isupper() or len(text) > LABEL_LIMIT:
        return None
    found = from_text(text, speaker.place, speaker.date)
    if found is not None and found[1] >= len(text) - 2:
        return found[0].name
    return _group(reading, start, start + len(text))


def label(reading: Reading, start: int, end: int) -> str | None:
    """Who is to act by the label of the block: "Sở Kế hoạch và Đầu tư, Sở Tài chính: …"."""
    stop = reading.text.find(":", start, min(end, start + LABEL_LIMIT))
    return _group(reading, start, stop) if stop > 0 else None


def _group(reading: Reading, start: int, end: int) -> str | None:
    match = GROUP.match(reading.text, start, end)
    if match is None or ACTING.search(reading.text, start, end) or DIGIT.search(reading.text, start, end):
        return None
    return " ".join(ROLE.sub("", reading.text[start:end]).strip(" :.*").split()) or None


def partners(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """Who takes part: behind "phối hợp với", up to the verb, each body apart."""
    names: list[str] = []
    for match in PARTNER.finditer(reading.low, start, end):
        limit = min(end, match.end() + PARTNER_LIMIT)
        stop = PARTNER_END.search(reading.text, match.end(), limit)
        limit = stop.start() if stop else limit
        verb = verbs.doing().search(reading.text, match.end(), limit)
        phrase = " ".join(reading.text[match.end() : verb.start() if verb else limit].split())
        names += [part.strip(" ,") for part in PARTNER_SEPARATOR.split(phrase)]
    return tuple(dict.fromkeys(name for name in names if name))


def place(reading: Reading, start: int, end: int) -> str | None:
    """The first place that the block names behind "tại" or "trên địa bàn"."""
    match = PLACE.search(reading.text, start, end)
    return " ".join(match["place"].split()) if match else None


def time(reading: Reading, start: int, end: int, taken: list[tuple[int, int]]) -> str | None:
    """The first time or period of the block that no citation or name holds, as printed."""
    for match in TIME.finditer(reading.low, start, min(end, start + TIME_LIMIT)):
        if not any(begin < match.end() and match.start() < stop for begin, stop in taken):
            return " ".join(reading.text[match.start() : match.end()].split())
    return None
