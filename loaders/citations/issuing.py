"""The bodies that issued a document, behind its date: one, or several together."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from loaders.text.reading import Reading
from ontology.issuer_names import from_scan, from_text
from ontology.issuers import is_stranger
from ontology.records import Issuer
from ontology.tables import Place


class Speaker(Struct, frozen=True):
    """Whose text it is: local bodies without a place ("UBND tỉnh") are those of the speaker's place on the
    speaker's day."""

    place: Place | None = None
    date: str | None = None


PHRASE_LIMIT = 160
"""Code points that a name of a body may take."""

LIAISON = re.compile(
    r"liên\s+bộ\s*:?\s+(?P<bodies>[^.;:()\n]{3,140}?)(?=\s+(?:về|quy|hướng|ban|ngày|tại|đã)\s|[.;:()\n]|$)"
)
BY_DASH, BY_COMMA = re.compile(r"\s+-\s+|,\s+"), re.compile(r",\s+|\s+và\s+")
"""Ministries that sign together: "của Liên bộ Tài chính - Nội vụ"."""

CENTRAL = "tw"
SECRETARIAT = re.compile(r",\s+ban\s+bí\s+thư(?:\s+trung\s+ương(?:\s+đảng)?)?")
"""Beside the Politburo: "Kết luận số 183-KL/TW của Bộ Chính trị, Ban Bí thư"."""


def liaison(reading: Reading, start: int) -> tuple[Issuer, int] | None:
    """Ministries that the text calls "Liên bộ", as one issuer under the key of the first, and where the last ends."""
    match = LIAISON.match(reading.low, start)
    if match is None:
        return None
    words = reading.text[match.start("bodies") : match.end("bodies")]
    named = []
    position = 0
    between = BY_DASH if " - " in words else BY_COMMA
    for gap in (*between.finditer(words.lower()), None):
        part = words[position : gap.start() if gap else len(words)].strip()
        part = part if part.lower().startswith("bộ ") else f"Bộ {part}"
        body = from_text(part, None, None)
        if body is None or is_stranger(body[0].key) or part[body[1] :].strip():
            return None
        named.append(body[0])
        position = gap.end() if gap else position
    if len(named) < 2:
        return None
    names = [each.name for each in named]
    return replace(named[0], name=f"{', '.join(names[:-1])} và {names[-1]}"), match.end("bodies")


JOINT = re.compile(r"[/0-9](?:tt|nq)l[tbn]?[-/][a-zđ&]+(?:-|/)\s?[a-zđ&/-]+$")
JOINT_REACH = 48
ANOTHER = re.compile(
    r"(?:\s*,(?:\s+và)?|\s+và)\s+(?=(?:bộ|ủy\s+ban|ngân\s+hàng|thanh\s+tra|viện|tòa|chánh|tổng|hội|văn\s+phòng|ban)\s)"
)
"""From one of the bodies that issue a document together to the next, on lower-case text; the symbol shows that it is
joint: "Thông tư liên tịch số 11/2005/TTLT-BNV-BTC … của Bộ trưởng Bộ Nội vụ, Bộ trưởng Bộ Tài chính về …"."""

SEVERAL = re.compile(r"(?:,|\svà)\s(?:Bộ|Ủy ban|Ngân hàng|Thanh tra|Viện|Tòa)\s")
DOUBLE_HEAD = re.compile(r"bộ\s+trưởng\s*,\s+(?=chủ\s+nhiệm\s)")


def is_joint(low: str, position: int) -> bool:
    """Is the symbol that ends at `position` that of a joint document?"""
    return JOINT.search(low, max(0, position - JOINT_REACH), position) is not None


def with_others(reading: Reading, speaker: Speaker, first: Issuer, end: int, date: str | None) -> tuple[Issuer, int]:
    """The bodies that issue a joint document as one issuer under the key of the first, and where the last one ends."""
    names = [first.name]
    while another := ANOTHER.match(reading.low, end):
        double = DOUBLE_HEAD.match(reading.low, another.end())
        start = double.end() if double else another.end()
        body = body_of(reading.text[start : start + PHRASE_LIMIT], speaker.place, date or speaker.date)
        if body is None:
            break
        names.append(body[0].name)
        end = start + body[1]
    last = ", " if SEVERAL.search(names[-1]) else " và "
    joined = f"{', '.join(names[:-1])}{last}{names[-1]}" if len(names) > 1 else names[0]
    return replace(first, name=joined), end


BETWEEN = re.compile(r"\s+(?:của\s+)?(?P<body>[^\W\d_][^\d.;:()\n“”\"]{2,100}?)\s+")
"""A body between a type word and its number: "Nghị định của Hội đồng Bộ trưởng số 15-HĐBT"."""


def between(text: str, start: int, end: int) -> Issuer | None:
    """The body that is all that stands between two places, where the tables know it."""
    match = BETWEEN.fullmatch(text, start, end)
    if match is None or not match["body"][0].isupper():
        return None
    named = _whole(" ".join(match["body"].split()))
    return None if named is None or is_stranger(named.key) else named


@lru_cache(maxsize=1024)
def _whole(words: str) -> Issuer | None:
    named = from_text(words, None, None)
    return named[0] if named is not None and not words[named[1] :].strip() else None


def body_of(words: str, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """The body that the words begin with, and how long its name is; one that the tables know before one that they do
    not, across the end of a line where that tells ("của Bộ⏎Tài chính")."""
    phrase = words.partition("\n")[0]
    found = from_text(phrase, place, date)
    if found is None or is_stranger(found[0].key):
        found = from_scan(phrase, place, date) or found
    unknown = found is None or is_stranger(found[0].key)
    rest = phrase[found[1] :].strip() if found is not None else ""
    if len(phrase) < len(words) and (unknown or not rest or rest[0].isupper()):  # "của HĐND tỉnh Thừa Thiên⏎Huế"
        joined = from_text(" ".join(words.split("\n", 2)[:2]), place, date)
        if joined is not None and not is_stranger(joined[0].key) and (unknown or joined[1] > len(phrase)):
            return joined
    return found
