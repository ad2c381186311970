"""Numbers that measure results, and sums of money, as Vietnamese documents write them: 5.982; 30.906,3; 02; 45/45.

A number is a result when a unit or a counted thing stands behind it, or when it is one part of a whole ("43/43").
Dates, years, numbers of documents and articles, levels ("mức độ 3, 4"), standards (TCVN 9001) and versions (4.0) are
none.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Money, Quantity, Span
from ontology.tables import units
from ontology.words import CAPITALS

NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
PATTERN = re.compile(
    rf"(?<![\w.,/:-])(?P<value>{NUMBER})(?:\s?/\s?(?P<of>{NUMBER})(?![/0-9]))?(?![0-9]|[.:][0-9]|-[0-9]|/[0-9A-ZĐ])"
)
"""On text in its own case: a number that nothing is glued to, or x/y."""

DATE = re.compile(r"[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}|[0-9]{1,2}\s?/\s?(?:19|20)[0-9]{2}")
BEFORE = re.compile(
    rf"(?<!\w)(?<!tổng\s)(?:{trie.pattern(phrases('no_result_before'))})\s*[:(]?\s*(?:[0-9]{{1,4}}\s*(?:,|và|-|đến)\s*)*$"
)
LEVEL = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('level_before'))})\s*$")
"""What makes a number a name where no counted thing follows: "lớp 6", but "cấp 17 giấy phép"."""

LEVELS = re.compile(r"(?:mức\s+độ|mức|cấp\s+độ)\s+[0-9][0-9\s,và-]*$")
AFTER = re.compile(rf"\s*(?:{trie.pattern(phrases('no_unit_after'))})(?!\w)")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
STATES = re.compile(r"(?:[:(]|(?<!\w)(?:đạt|được|là|tổng\s+số|có|gồm|với|chiếm|tăng|giảm|còn|hơn|trên|gần|khoảng))\s*$")
"""What lets a number without a counted thing be a result: ": 14.", "không đạt 53"."""

WORD = re.compile(r"\s*(?P<word>(?![¹²³⁰-⁹])[^\W\d_][\w&-]*)")
ROW = re.compile(rf"\s+[{CAPITALS}][a-zà-ỹđ]")
"""A capital behind the number that opens a block: a row of a table that lost its cells ("02 Triển khai …")."""

NAME = patterns.awaited(rf"\s+[{CAPITALS}][a-zà-ỹđ]+\s+[{CAPITALS}][a-zà-ỹđ]+")
"""Two capitals in a row: a name, no counted thing ("Thương mại 186 Yên Bái")."""

STOP = re.compile(rf"\s*(?:{trie.pattern(phrases('unit_stop'))})(?!\w)")
UNIT_WORDS = 5
"""Words of a counted thing that make its unit: "cơ sở kinh doanh thực phẩm"."""

BACK = 40
OVERLAPS = 6
"""Stretches that may lie over each other: a date within a citation within a title."""

BARE_SUMS = ("triệu", "tỷ", "tỉ")
"""Short for "triệu đồng" where no word follows ("5 triệu người", "tỷ lệ" are no sums)."""


@cache
def _classifiers() -> frozenset[str]:
    """Words of one syllable that count what follows: "giấy | chứng nhận", "cuộc | kiểm tra"; not "giấy phép"."""
    return frozenset(phrases("classifier"))


@cache
def _units(kind: str) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {word: row.unit for row in units() if row.kind == kind for word in row.words}
    return re.compile(rf"\s*(?P<unit>{trie.pattern(names)})(?!\w)"), names


def read(reading: Reading, start: int, end: int, taken: list[Span]) -> tuple[list[Quantity], list[Money]]:
    """The results and sums between two places of the reading copy, in order; spans count in the copy.

    taken: stretches in which no number is a result (citations, names of programmes).
    """
    quantities: list[Quantity] = []
    money: list[Money] = []
    low = reading.low
    taken = sorted([*taken, *(Span(*match.span()) for match in DATE.finditer(low, start, end))])
    behind = 0  # the first stretch that may still reach the number
    sums, sum_names = _units("money")
    measures, measure_names = _units("measure")
    for match in PATTERN.finditer(reading.text, start, end):
        span = Span(match.start(), match.end())
        while behind < len(taken) and taken[behind].end <= span.start:
            behind += 1
        if any(other.overlaps(span) for other in taken[behind : behind + OVERLAPS]):
            continue
        found = sums.match(low, match.end(), end)
        if found is not None and not (found["unit"] in BARE_SUMS and WORD.match(low, found.end(), end)):
            amount = _value(match["value"])
            whole = Span(match.start(), found.end())
            unit = sum_names[" ".join(found["unit"].split())]
            money.append(Money(amount, unit, whole.of(reading.text), whole))
            continue
        measured = measures.match(low, match.end(), end)
        if measured is None and not _counts(reading, match, start, end):
            continue
        if measured is not None and LEVELS.search(low, max(start, match.start() - BACK), match.start()):
            continue
        value, of = _value(match["value"]), _value(match["of"]) if match["of"] else None
        if measured is not None:
            stop, unit = measured.end(), measure_names[" ".join(measured["unit"].split())]
        else:
            stop, unit = _counted(reading, match.end(), end)
        whole = Span(match.start(), stop)
        quantities.append(Quantity(value, unit, " ".join(whole.of(reading.text).split()), of, whole))
    return quantities, money


def _value(printed: str) -> float:
    return float(printed.replace(".", "").replace(",", "."))


def _counts(reading: Reading, match: re.Match[str], start: int, end: int) -> bool:
    """Is the number, without a unit of measure, one that counts a result?"""
    low, begin = reading.low, max(start, match.start() - BACK)
    if BEFORE.search(low, begin, match.start()) or AFTER.match(low, match.end(), end):
        return False
    if match["of"]:
        return _is_share(reading, match, begin, end)
    if YEAR.fullmatch(match["value"]):
        return False
    if low[match.start() - 1 : match.start()] == "(" and low[match.end() : match.end() + 1] == ")":
        return False  # "(1) Hỗ trợ nhà ở; (2) Xóa nhà tạm"
    if match.start() == start and ROW.match(reading.text, match.end()):
        return False
    if (
        "," in match["value"]
        and "." not in match["value"]
        and len(match["value"]) <= 3
        and LEVELS.search(low, begin, match.start())
    ):
        return False
    word = WORD.match(reading.text, match.end(), end)
    if (
        word is not None
        and word.start() == match.end()
        and word["word"][0].isalpha()
        and word.start("word") == match.end()
    ):
        return False  # a letter glued on: 5G, 30a
    if word is not None and not STOP.match(low, match.end(), end):
        return word["word"][0].islower() or word["word"].isupper() or _named_thing(reading, match, begin)
    return STATES.search(low, begin, match.start()) is not None and not LEVEL.search(low, begin, match.start())


def _named_thing(reading: Reading, match: re.Match[str], begin: int) -> bool:
    """ "2.250 Bản tin TBT" counts, "Xóm 5 Mường La" does not: a capital behind the number, none before it."""
    before = reading.text[begin : match.start()].rstrip()
    last = before.rsplit(None, 1)[-1] if before else ""
    if NAME.match(reading.text, match.end()):
        return False
    return not last[:1].isupper() or last.endswith((".", ";", ":"))


def _is_share(reading: Reading, match: re.Match[str], begin: int, end: int) -> bool:
    """x/y of one whole, and no day of a month: "09/12 doanh nghiệp", "45/45 thủ tục", not "19/5 Mộc Châu"."""
    value, of = _value(match["value"]), _value(match["of"])
    if of == 0 or (value > of and value <= 31 and of <= 12):
        return False
    word = WORD.match(reading.text, match.end(), end)
    if value <= 31 and of <= 12:
        return word is not None and (word["word"][0].islower() or word["word"].isupper())
    return True


def _counted(reading: Reading, position: int, end: int) -> tuple[int, str]:
    """The counted thing behind a number, as far as no helping word or mark cuts it off. One that goes on longer is cut
    where words of two syllables end: "dự án thứ cấp", "Giấy chứng nhận" behind a word that only counts."""
    words: list[str] = []
    ends: list[int] = []
    while not (words and STOP.match(reading.low, position, end)):
        match = WORD.match(reading.text, position, end)
        if match is None or (not words and STOP.match(reading.low, position, end)):
            break
        if len(words) == UNIT_WORDS:
            whole = 3 if words[0].lower() in _classifiers() and words[1].lower() != "phép" else 4
            return ends[whole - 1], " ".join(words[:whole])
        words.append(match["word"])
        position = match.end()
        ends.append(position)
    return position, " ".join(words)
