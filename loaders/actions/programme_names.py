"""Where the name of a programme ends: the closing quote, its period of years, or where the sentence goes on."""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import verbs
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.tables import document_types, programme_kinds
from ontology.words import CAPITALS

NAME_LIMIT = 260
QUOTE_LIMIT = 400

QUOTED = re.compile(
    r"(?=\s*[:“\"‘kncđh])"  # a cheap look before the rest
    r"(?P<level>\s+(?:(?:(?:khoa\s+học|kh&cn|nghiên\s+cứu)[^“\"\n;.]{0,30})?(?:cấp\s+\w+(?:\s+\w+)?)|hỗ\s+trợ\s+kỹ\s+thuật"
    r"|đầu\s+tư(?:\s+xây\s+dựng)?(?:\s+công\s+trình)?))?\s*:?\s*(?P<quote>[“\"‘])\s*(?=\w)"
)
"""Between the kind and a quoted name: "dự án cấp quốc gia: “"."""

KINDS = trie.pattern(word for row in programme_kinds() for word in row.words)
HORIZON = r"(?:\s*[,;]?\s*(?:và\s+)?(?:định\s+hướng|tầm\s+nhìn)\s+(?:đến\s+)?(?:năm\s+)?[0-9]{4})?"
PERIOD = re.compile(
    r"(?:\s*,)?\s+(?:(?:giai\s+đoạn|thời\s+kỳ)\s+(?:đến\s+năm\s+)?[0-9]{4}(?:\s*-\s*[0-9]{4})?|[0-9]{4}\s*-\s*[0-9]{4}|đến\s+(?:hết\s+)?(?:năm\s+)?[0-9]{4}|năm\s+[0-9]{4}"
    rf"(?:\s*-\s*[0-9]{{4}})?){HORIZON}"
)
"""What closes a name: "giai đoạn 2021 - 2030", "đến năm 2025, định hướng đến năm 2030"."""

YEAR = re.compile(r"[0-9]{4}")


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"(?:{KINDS})(?!\w)")


JOINING = rf"(?:{trie.pattern(phrases('name_joining'))})"


def _papers() -> str:
    """The words for documents. One with a number is no part of a name, nor one beside it: "Đề án A và Chỉ thị số
    11/CT-TTg", "Chương trình A và Kế hoạch B"."""
    return trie.pattern(row.label_vi.lower() for row in document_types() if "copy" not in row.families)


@cache
def _stops() -> re.Pattern[str]:
    """Where a name may end: marks, a comma, a word that goes on with the sentence ("do"). pair: such a word is the
    second half of another: "tự do", "tiền gửi", "đồng bằng". toward: such words stand in a name before its years."""
    return re.compile(
        rf"(?P<hard>[;:()\[\]\n“”\"|□☐]|(?<!hiv)/|\.(?=\s|$|/)|\s-\s(?![a-zà-ỹđ]))|(?P<comma>,\s+)"
        r"|(?P<toward>\s+theo\s+hướng(?!\w))"
        rf"|(?P<pair>(?: +|(?<!\w))(?:{trie.pattern(phrases('no_name_stop'))})(?!\w))"
        rf"|\s+(?:(?P<where>trên\s+địa\s+bàn(?!\w))|ngày\s+(?=[0-9])|(?:{trie.pattern(phrases('programme_name_stop'))})(?!\w)"
        rf"|(?:{JOINING}\s+)+(?:các\s+)?(?:{_papers()})\s+(?:số\s+)?(?=[0-9])|(?P<paper>và\s+(?=(?:{_papers()})(?!\w)))"
        rf"|(?:và|của|tới|đến|đối\s+với)\s+(?:các\s+)?(?=(?:{KINDS})(?!\w))"
        rf"|của\s+(?=(?:{trie.pattern(phrases('programme_owner'))})(?!\w)))"
    )


@cache
def _any_paper() -> re.Pattern[str]:
    """A kind of papers that is named alone, among others: "chiến lược, quy hoạch …"."""
    return re.compile(rf"(?:{_papers()})(?:,|\s+khác(?!\w))")


GOES_ON = re.compile(
    r"[^;:.()\n“”\"]{0,90}?(?:\s(?:và|hoặc)\s|\s*\()|[^;:.()\n“”\"]{0,160}?(?:giai\s+đoạn|đến\s+năm)\s+[0-9]{4}"
)
"""Behind a comma: the coordination that the name is made of goes on to its "và", its years or a parenthesis."""

MAIN = patterns.awaited(rf"(?:{trie.pattern([*phrases('title_end'), *phrases('name_main')])})(?!\w)")
WORD = re.compile(r"[^\W\d_]+")
REPEATED = 4
"""Words before a comma among which the word behind it stands."""

PAIRED = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('paired_verb'))}),\s+$")
"""A verb right before the comma: another one belongs to the name ("phòng, chống", "sắp xếp, đổi mới")."""

ABBREVIATION = re.compile(
    r"\s*\(\s*(?:(?:viết|gọi)\s+tắt\s+là\s*:?\s*)?[“\"]?(?P<short>[A-ZĐ][A-ZĐ0-9&-]{1,14})[”\"]?\s*\)"
)
"""On text in its own case: "Chương trình mỗi xã một sản phẩm (OCOP)"."""

PART = re.compile(
    r"[ ](?:số[ ])?[0-9]{1,2}(?:[ ]?[(,-]?[ ]?(?:(?:thuộc|của)[ ])?Dự[ ]án[ ](?:số[ ])?[0-9]{1,2}\)?)?[ ]?:[ ]"
    rf"(?=[{CAPITALS}][a-zà-ỹđ])"
)
"""A part of a national programme, up to its title: "Dự án 1: Giải quyết …", "Tiểu dự án 2 - Dự án 3: Hỗ trợ …"."""

PART_END = re.compile(rf"[.;:\n()“”\"|]|,\s+(?=[0-9]|(?:{trie.pattern(phrases('part_end'))})(?!\w))")
"""What ends such a title, which is full of commas: "…, nước sinh hoạt | , tỉnh đã hỗ trợ 120 hộ"."""

NUMBER = re.compile(
    r"\s+(?:(?P<national>mtqg|mục\s+tiêu\s+quốc\s+gia)\s+(?!(?:19|20)[0-9]{2}(?!\w)))?(?:số\s+)?"
    r"(?P<number>[0-9]{2,5}[a-zđ]?)(?:/(?:cp|ttg)(?!\w))?(?![\w%‰.,/-]*[0-9/%])(?!\w)"
    r"(?!\s+(?:năm(?!\s+[0-9]{4}(?!\s*-))|tháng|ngày))"
)
"""The number by which people call a programme ("Đề án 06/CP", "Chương trình MTQG 1719"); "Chiến lược 10 năm" counts
years."""

ABOUT = re.compile(r"\s+về\s+(?=\w)")


def quoted(reading: Reading, position: int) -> tuple[int, int, int] | None:
    """(start of the name, its end, end with the closing quote) of a name in quotes behind a kind; None without one."""
    match = QUOTED.match(reading.low, position)
    if match is None:
        return None
    closing = {"“": "”", '"': '"', "‘": "’"}[match["quote"]]
    limit = min(len(reading.text), match.end() + QUOTE_LIMIT)
    end = reading.text.find(closing, match.end(), limit)
    if end < 0 and closing == "”":
        end = reading.text.find('"', match.end(), limit)
    line = reading.text.find("\n", match.end(), limit)
    if end < 0 or 0 <= line < end:
        return None
    return match.end(), end, end + 1


WRAPPED_WORDS = 40
"""Words that a name in one pair of marks with its kind has at most."""


def wrapped(reading: Reading, start: int, end: int) -> int | None:
    """Where a name ends that stands in quotation marks together with its kind, from `start` to `end`: "Phê duyệt “Đề án
    bồi dưỡng cán bộ, công chức giai đoạn 2026 - 2031”"; None where it does not."""
    mark = reading.text[start - 1 : start]
    if mark not in ("“", '"') or not mark:
        return None
    line = reading.text.rfind("\n", 0, start) + 1
    if mark == '"' and reading.text.count('"', line, start) % 2 == 0:
        return None  # it closes another quotation
    close = WRAPPED.match(reading.text, end)
    return close.end() if close and len(close[0].split()) <= WRAPPED_WORDS else None


WRAPPED = re.compile(r"[^“”\"\n.;:]{10,400}(?=[”\"])")


def end_of(reading: Reading, position: int, limit: int) -> int:
    """Where the unquoted name that begins at `position` ends, at most at `limit`."""
    limit = min(limit, position + NAME_LIMIT)
    year = YEAR.search(reading.low, position, limit)  # a cheap look before the pattern
    period = PERIOD.search(reading.low, position, limit) if year else None
    stop = period.end() if period else limit
    for match in _stops().finditer(reading.low, position, stop):
        if period is not None and match.start() >= period.start():
            break
        if match["comma"] is not None:
            kind = " ".join(reading.low[position : match.start()].split())
            if kind not in phrases("whole_programme") and _continues(reading, position, match.end(), stop):
                continue
            return match.start()
        if match["pair"] is not None or (match["toward"] is not None and period is not None):
            continue
        if match["paper"] is not None and not reading.text[match.end("paper")].isupper():
            if _any_paper().match(reading.low, match.end("paper")):
                return match.start()  # "… chuyển đổi số quốc gia và chiến lược, quy hoạch phát triển"
            continue  # "Đề án quy hoạch và kế hoạch sử dụng đất"
        if match["where"] is not None:
            name = reading.low[position : match.start()]
            if "quốc gia" not in name and "mỗi xã" not in name:
                continue
            return match.start()
        return match.start()
    return stop if period else _last_word(reading, position, stop)


def end_of_part(reading: Reading, position: int) -> int:
    """Where the title ends that begins at `position` behind the number of a part: "Dự án 1: Giải quyết …"."""
    limit = min(len(reading.text), position + NAME_LIMIT)
    end = PART_END.search(reading.low, position, limit)
    return end.start() if end else _last_word(reading, position, limit)


@cache
def _parts_of_one() -> re.Pattern[str]:
    """What goes on the name of one programme behind its comma, though it could begin another."""
    return re.compile(trie.pattern(phrases("joined_programme")) + r"(?!\w)")


def _continues(reading: Reading, name: int, position: int, limit: int) -> bool:
    """Does the name that began at `name` go on behind its comma? A verb goes on only in a name that is one itself
    ("Đề án triển khai, áp dụng và quản lý …")."""
    low = reading.low
    if _kind().match(low, position):
        return False  # "…, Đề án B" is the next one
    if low.startswith("và ", position) and verbs.doing().match(low, position + len("và ")):
        return False  # "…, và hỗ trợ người dân"
    if _parts_of_one().match(low, position):
        return True  # "nông thôn mới, giảm nghèo bền vững và phát triển kinh tế - xã hội …": one programme since 2026
    stop = _stops().match(low, position - 1, limit)
    if stop is not None and stop.lastgroup is None:
        return False  # "…, được phê duyệt"
    if MAIN.match(low, position):
        return PERIOD.match(low, position - 2, limit) is not None
    begin = max(name, position - 24)
    pair = PAIRED.search(low, begin, position) is not None or any(
        low[verb.end() : position].strip() == "," for verb in verbs.doing().finditer(low, begin, position)
    )
    if pair and reading.text[position : position + 1].islower():
        return True
    head = WORD.match(low, position)
    if (
        head is not None
        and head[0] in low[begin:position].split()[-REPEATED:]
        and head[0] not in phrases("programme_owner")
    ):
        return True  # "nhà tạm, nhà dột nát": one kind of things after the other
    verb = verbs.doing().match(low, position) is not None and verbs.doing().match(low, name) is None
    if verb or not reading.text[position : position + 1].islower():
        return PERIOD.match(low, position - 2, limit) is not None
    return GOES_ON.match(low, position, min(len(low), limit + 40)) is not None


def _last_word(reading: Reading, position: int, stop: int) -> int:
    """A name that the limit cuts ends with its last whole word."""
    if stop < len(reading.text) and reading.text[stop].isalnum() and reading.text[stop - 1].isalnum():
        stop = reading.text.rfind(" ", position, stop)
    return max(position, stop)
