"""Who issued a document and when, where both stand before it: "Ngày 03/6/2020, Thủ tướng Chính phủ ban hành Quyết định
số 749/QĐ-TTg", "theo đề nghị của Sở Y tế tại Tờ trình số 66/TTr-SYT"."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from loaders.citations import dates, types
from loaders.citations.issuing import PHRASE_LIMIT, Speaker
from loaders.citations.tails import Tail
from loaders.text import patterns
from loaders.text.reading import Reading
from ontology.issuer_names import from_text
from ontology.issuers import from_symbol, is_stranger
from ontology.numbers import Symbol
from ontology.records import Issuer, Span
from ontology.tables import Place, head_titles
from ontology.words import CAPITALS

ISSUED_ON = patterns.awaited(
    rf"(?:^|(?<=[\n.;:)\]-])|(?P<inside>(?<=,)))[ \t]*(?:đến\s+)?{dates.DAY}\s*,?\s+(?P<body>[^.;:\n]{{3,120}}?)\s+"
    r"(?:(?:đã\s+|vừa\s+|có\s+)?(?:ký\s+)?ban\s+hành|(?P<had>(?:đã\s+)?(?:có|gửi|phát\s+hành|ra|ký)))\s+$"
)
"""Date and body in front: "Ngày 03/6/2020, Thủ tướng Chính phủ ban hành Quyết định số 749/QĐ-TTg", "Ngày 09/6/2026, Sở
Công Thương đã có Văn bản số 3344/SCT-CN"; within a sentence the body must be all that stands between."""

DAYS = ("ngày", "ngay")
"""What a date in front begins with: a cheap look before the pattern."""

YEAR = 4
"""Figures of a date that is a year alone, as portals print it behind a number; a day in front of that year says more:
"Ngày 18/11/2025, Bộ Tài chính ban hành Công văn 17899/BTC-VP năm 2025"."""

VERB_REACH = 48
"""Code points that the verb of issuing takes, with the words around it."""

ISSUES = re.compile(
    r"\s+(?:(?:đã|vừa|vừa\s+mới|mới)\s+)?(?:(?:ký\s+)?ban\s+hành|có|gửi|phát\s+hành|ra)(?:\s+các)?\s+\Z"
)
BEGINS = re.compile(r"(?:^|[\n.;:,()]|(?<!\w)(?:tham\s+mưu(?:\s+cho)?|trình|và|do)(?=\s))[ \t]*")
"""What stands around a body in front: "UBND tỉnh vừa ban hành Kế hoạch số 112/KH-UBND", "tham mưu UBND tỉnh ban hành
Quyết định số …"."""


def complete(reading: Reading, speaker: Speaker, start: int, tail: Tail, symbol: Symbol | None = None) -> Tail:
    """The tail completed by a date and a body that stand before the citation; what the tail says itself stays."""
    undated = tail.date is None or len(tail.date) == YEAR
    if not undated and tail.issuer is not None:
        return tail
    floor = max(0, start - PHRASE_LIMIT)
    front = reading.low[floor:start].rstrip()
    issued = front.endswith(("hành", "có", "gửi", " ra", " ký"))  # a cheap look before the pattern
    dated = issued and undated and any(map(front.__contains__, DAYS))
    match = ISSUED_ON.search(reading.low, floor, start) if dated else None
    if match is None and tail.issuer is None:
        if issued:
            return _issued(reading, speaker, start, tail, symbol)
        return _decided(reading, speaker, start, tail, symbol) if front.endswith(("theo", "tại")) else tail
    if match is None:
        return tail
    date = dates.iso(match)
    named = from_text(reading.text[match.start("body") : match.end("body")], speaker.place, date or speaker.date)
    rest = ASIDE.sub("", reading.text[match.start("body") + named[1] : match.end("body")]) if named else ""
    partly = named is None or (rest.strip() and PERSON.fullmatch(rest) is None)
    if partly and (match["had"] or match["inside"] is not None):
        return tail  # "Ngày 3/6, theo đề nghị của cử tri đã có Văn bản số 5"
    if tail.date is not None and (date or "")[:YEAR] != tail.date:
        return tail
    signed = (match["had"] or "").endswith(("ra", "ký"))
    known = named is not None and not (signed and is_stranger(named[0].key))  # "Bộ trưởng Nội vụ An ra Nghị định"
    central = named is not None and "." not in named[0].key
    another = named is not None and central and _contradicts(named[0], symbol, speaker, date)
    if named and known and tail.issuer is None and not another:
        return replace(tail, date=date, issuer=named[0])
    return replace(tail, date=date)


def within(reading: Reading, speaker: Speaker, start: int, end: int, tail: Tail) -> Tail:
    """The tail with the body that stands between type and number: "Quyết định của UBND tỉnh Sơn La số 12/QĐ-UBND"."""
    said = reading.low.find(SAID_BY, start, end) if tail.issuer is None else -1
    number = reading.low.find(" số", said, end) if said >= 0 else -1
    if number < 0 or " ".join(reading.low[start:said].split()) not in types.spellings():
        return tail
    words = " ".join(reading.text[said + len(SAID_BY) : number].split())
    named = _named(words, speaker.place, tail.date or speaker.date)
    return replace(tail, issuer=named[0]) if named and not words[named[1] :].strip() else tail


ASIDE = re.compile(r"\s*\([^()\n]{1,60}\)\s*\Z")
"""An aside behind a body: "Chủ tịch Hội đồng Bộ trưởng (Thủ tướng Chính phủ) ra Quyết định số 321-CT"."""

DECIDED_BY = re.compile(
    r"(?<!\w)(?:được|do)\s+(?P<body>[^\W\d_][^.;:,\n]{2,90}?)\s+(?:\([^()\n]{1,40}\)\s+)?(?:đã\s+)?"
    r"(?:phê\s+duyệt|ban\s+hành|công\s+nhận|cho\s+phép\s+thành\s+lập|quyết\s+định)\s+(?:theo|tại)\s+$"
)
"""Who decided, in front: "được Chủ tịch UBND tỉnh Bình Thuận phê duyệt theo Quyết định số 507/QĐ-UBND"."""

HEAD = "Chánh "
SAID_BY = "của "
AT = re.compile(r"(?:\s*\([^()\n]{1,60}\))?\s+tại\s+(?:các\s+)?\Z")
"""Whose proposal or order it is, in front: "đề nghị của Chánh Thanh tra tỉnh tại Tờ trình số 58/TTr-TT"."""


def _decided(reading: Reading, speaker: Speaker, start: int, tail: Tail, symbol: Symbol | None) -> Tail:
    """The tail with the body that stands in front, where the body is all that stands there."""
    floor = max(0, start - PHRASE_LIMIT)
    match = DECIDED_BY.search(reading.low, floor, start)
    if match is not None:
        body = reading.text[match.start("body") : match.end("body")]
        named = from_text(body, speaker.place, tail.date or speaker.date)
        return replace(tail, issuer=named[0]) if named and not body[named[1] :].strip() else tail
    said = reading.low.rfind(SAID_BY, floor, start)
    at = AT.search(reading.low, said, start) if said >= 0 else None
    if at is None:
        return tail
    return _by(reading, speaker, Span(said + len(SAID_BY), at.start()), tail, symbol)


def _issued(reading: Reading, speaker: Speaker, start: int, tail: Tail, symbol: Symbol | None) -> Tail:
    """The tail with the body that issues, where it is all that stands before its verb."""
    floor = max(0, start - PHRASE_LIMIT)
    verb = ISSUES.search(reading.low, max(floor, start - VERB_REACH), start)
    if verb is None:
        return tail
    begins = [match.end() for match in BEGINS.finditer(reading.low, floor, verb.start())]
    for begin in begins[: -1 - TRIED : -1]:
        found = _by(reading, speaker, Span(begin, verb.start()), tail, symbol)
        if found is not tail:
            return found
    return tail


TRIED = 3
"""Places where the name of a body may begin that are tried, from the last one on."""


PERSON = re.compile(rf"\s+[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{1,4}}\s*")
HEADS = ("Chủ tịch", *(row.phrase for row in head_titles()))
"""Titles behind whose body the name of a person stands: "Chủ tịch UBND tỉnh Phạm Văn An vừa ban hành"."""


def _is_person(words: str, rest: str) -> bool:
    return words.startswith(HEADS) and PERSON.fullmatch(rest) is not None


@lru_cache(maxsize=1024)
def _named(words: str, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """A report names one office before many documents."""
    return from_text(words, place, date)


def _by(reading: Reading, speaker: Speaker, body: Span, tail: Tail, symbol: Symbol | None) -> Tail:
    """The tail with the body that the words name, all of them, and that the symbol does not contradict: what an office
    writes in the name of its head bears a code of its own."""
    words = body.of(reading.text)
    words = words.removeprefix(HEAD)  # "Chánh Thanh tra tỉnh"
    named = _named(words, speaker.place, tail.date or speaker.date)
    if named is None or not (_is_person(words, words[named[1] :]) or not words[named[1] :].strip()):
        return tail
    if _contradicts(named[0], symbol, speaker, tail.date):
        return tail
    return replace(tail, issuer=named[0])


def _contradicts(body: Issuer, symbol: Symbol | None, speaker: Speaker, date: str | None) -> bool:
    """Does the symbol prove another body ("Thủ tướng Chính phủ ký ban hành Nghị định số 62/2008/NĐ-CP": a person signs
    for it)? The standing body of a council bears the code of the council."""
    proved = from_symbol(symbol, None, speaker.place, date or speaker.date) if symbol else None
    if proved is None:
        return False
    named, other = body.key.partition(".")[0], proved.key.partition(".")[0]
    return named != other and not named.endswith(f"-{other}")
