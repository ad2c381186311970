"""With whom, where and when somebody acts, as a block says it."""

from __future__ import annotations

import re

from loaders.actions import bodies, verbs
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.words import CAPITALS

PARTNER = re.compile(rf"(?<!\w)(?:chủ\s+trì\s*,?\s*)?(?:{trie.pattern(phrases('partner_opener'))})\s+")

PARTNER_END = re.compile(r"[;.:\n(]|\s+(?:để|nhằm|trong|về|đã|tại|xây\s+dựng|mở)(?!\w)|,?\s+căn\s+cứ(?!\w)")

PARTNER_LIMIT = 300

MANY = ("các tổ chức", "những tổ chức", "các ban chỉ đạo")

TIME_LIMIT = 2000

PLACE = re.compile(
    r"(?:tại|ở|trên\s+địa\s+bàn)\s+(?:[0-9]{1,3}\s+)?(?P<place>(?:các\s+)?(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành\s+phố|TP\.?|[Tt]hị\s+xã|[Xx]ã|[Pp]hường|[Tt]hị\s+trấn|[Bb]ản|[Tt]hôn)"
    rf"\s+[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{0,4}})"
)

WHEN = re.compile(r"thời\s+gian[^:;,.\n]{0,60}:\s*")

WHERE = re.compile(r"địa\s+điểm[^:;,.\n]{0,60}:\s*")

COSTS = re.compile(r"(?:kinh\s+phí|dự\s+toán|tổng\s+(?:kinh\s+phí|mức))[^:;,.\n]{0,60}:")

DETAIL_LIMIT = 120
"""Code points of a time or place as a detail states it."""

DAY = r"(?:ngày\s+)?[0-9]{1,2}(?:/[0-9]{1,2}(?:/[0-9]{4})?|\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?)"

MONTH = r"tháng\s+[0-9]{1,2}(?:/[0-9]{4}|\s+năm\s+[0-9]{4}|\s+đầu\s+năm\s+[0-9]{4})?"

YEARS = r"(?:giai\s+đoạn|từ\s+năm|năm|các\s+năm|quý\s+(?:[ivx]+|[0-9])(?:/|\s+năm\s+)?)\s*[0-9]{4}" + (
    r"(?:\s*(?:-|đến|đến\s+năm|và)\s*[0-9]{4})?"
)

TIME = patterns.awaited(
    rf"(?<!\w)(?:(?:tính\s+)?(?:từ|đến|trước|sau|trong)\s+(?:hết\s+|đầu\s+|cuối\s+)?)?(?:{MONTH}|{YEARS}|ngày\s+{DAY}(?:\s*(?:-|đến)\s*(?:ngày\s+)?{DAY})?"
    r"|[0-9]{1,2}\s+tháng\s+(?:đầu|cuối)\s+năm\s+[0-9]{4}|(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần))(?![\w/])"
)


def partners(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """Who takes part: behind "phối hợp với", up to the verb, each body apart."""
    names: list[str] = []
    for match in PARTNER.finditer(reading.low, start, end):
        limit = min(end, match.end() + PARTNER_LIMIT)
        stop = PARTNER_END.search(reading.text, match.end(), limit)
        limit = stop.start() if stop else limit
        verb = verbs.doing().search(reading.text, match.end() + len(_many(reading.low, match.end())), limit)
        phrase = " ".join(reading.text[match.end() : verb.start() if verb else limit].split())
        names += [part.strip(" ,“”\"'") for part in bodies.separator().split(phrase)]
    return tuple(dict.fromkeys(name for name in names if name))


def _many(low: str, position: int) -> str:
    """ "các tổ chức …" are bodies, though "tổ chức" is a verb, too."""
    return next((many for many in MANY if low.startswith(many, position)), "")


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


def stated_time(reading: Reading, start: int, end: int) -> str | None:
    """What a detail says of the time, whole: "- Thời gian dự kiến: Chiều ngày 28/12" → "Chiều ngày 28/12"."""
    return _stated(WHEN, reading, start, end)


def stated_place(reading: Reading, start: int, end: int) -> str | None:
    """What a detail says of the place, whole: "- Địa điểm: Phòng họp Sở (tầng 2)"."""
    return _stated(WHERE, reading, start, end)


def _stated(label: re.Pattern[str], reading: Reading, start: int, end: int) -> str | None:
    match = label.match(reading.low, start, end)
    if match is None or end - match.end() > DETAIL_LIMIT:
        return None
    return " ".join(reading.text[match.end() : end].strip(" .;,").split()) or None
