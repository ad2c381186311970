"""Which type word a number belongs to, and whether a document of a type can bear a symbol."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.citations import english, issuing, known_laws, names, types
from loaders.text.reading import Reading
from ontology.laws import REVISED, Law, by_number
from ontology.lexicon import phrases
from ontology.numbers import Symbol, format_number, parse_symbol
from ontology.tables import DocumentType
from ontology.words import fold, letters

GAP_LIMIT = 160
"""Code points between a type word and its number ("Quyết định phê duyệt chủ trương đầu tư số …")."""

GAP_BREAK = re.compile(r"[;:.(\n“”\"]")

ASIDE = re.compile(r"\s\([^\W\d_]+(?:\s[^\W\d_]+){0,2}\)\s")
"""A short aside between a type word and its number."""


AMENDED_LIMIT = 12
"""Laws that one law may amend by name."""

AMENDS = re.compile(
    r"\s+(?:sửa\s+đ[ổốôỗ]i|b[ổốôỗồ]\s+sung)[^;.:(\n]*(?:(?:của|các)\s+(?:[0-9]{1,3}\s+)?|một\s+số\s+điều\s+)"
)

COORDINATED = re.compile(r"\s+[^;.:()\n0-9]{2,100}(?:,|\svà)\s+")

Printed = tuple[str, str | None]
"""A number, its parts that a scan prints apart joined, and the year in it."""

symbol_of = lru_cache(maxsize=8192)(parse_symbol)
"""One text repeats its symbols; taking one apart costs more than remembering it."""


def behind_type_word(reading: Reading, words: types.TypeWords, position: int) -> bool:
    return word_behind(reading, words, position) is not None


def word_behind(reading: Reading, words: types.TypeWords, position: int) -> types.TypeWord | None:
    """The type word right before a position, white space apart."""
    index = words.before(position)
    word = words.words[index] if index >= 0 else None
    return word if word is not None and not reading.text[word.end : position].strip() else None


def word_of_old(reading: Reading, words: types.TypeWords, position: int) -> types.TypeWord | None:
    """The type word of an old number that its body stands before: "Nghị định của Hội đồng Chính phủ số 24-CP", "Nghị
    quyết Hội đồng Chính phủ số 125-CP"."""
    index = words.before(position)
    word = words.words[index] if index >= 0 else None
    if word is None or word.abbreviated or not types.ISSUED.intersection(word.type.families):
        return None
    return word if issuing.between(reading.text, word.end, position) is not None else None


@cache
def _stamps() -> frozenset[str]:
    return frozenset(phrases("urgency_stamp"))


def type_word(
    reading: Reading,
    words: types.TypeWords,
    lead: int,
    symbol: Symbol | None,
    floor: int,
    printed: Printed,
    *,
    has_so: bool,
) -> types.TypeWord | None:
    """The type word that a number belongs to: right before it, or further left with title words between."""
    index = words.before(lead)
    nearest = True
    while index >= 0:
        word = words.words[index]
        gap = reading.text[word.end : lead]
        if word.start < floor or len(gap) > GAP_LIMIT:
            return None
        if nearest and not gap.strip() and gap.count("\n") == 1 and fits(word.type, symbol):
            return word  # a narrow column: "Nghị⏎quyết⏎35/2021/QH15"
        if nearest and gap.strip().lower() in _stamps() and fits(word.type, symbol):  # "Công điện khẩn 23/CĐ-UBND"
            return word
        if nearest and ASIDE.fullmatch(gap) and fits(word.type, symbol):  # "Hướng dẫn (mật) số 03-HD/HU"
            return word
        if GAP_BREAK.search(gap.replace(REVISED, "")):  # "Luật Phòng, chống … ở người (HIV/AIDS) số 64/2006/QH11"
            return word if known_laws.is_whole(reading, word.type.label_vi, word.end, lead) else None
        if not gap.strip():
            return _law_before(reading, words, index, printed, symbol, floor) or word
        if nearest and has_so and is_uncoded(symbol) and word_of_old(reading, words, lead) is not None:
            return word
        if (
            (has_so or word.type.slug in names.LAW_TYPES)
            and (fits(word.type, symbol) or _letter_called_otherwise(symbol, gap, nearest=nearest))
            and (nearest or not word.abbreviated)
        ):
            return _amending(reading, words, index, floor, _numbered(printed, symbol)) or word
        index -= 1
        nearest = False
    return None


def _law_before(
    reading: Reading, words: types.TypeWords, index: int, printed: Printed, symbol: Symbol | None, floor: int
) -> types.TypeWord | None:
    """In "Luật Quy hoạch số 21/2017/QH14" the word at the number belongs to the name of the law."""
    word = words.words[index]
    if symbol is None or symbol.family != "na" or index == 0 or fits(word.type, symbol):
        return None
    outer = words.words[index - 1]
    gap = reading.text[outer.end : word.start]
    named = outer.type.slug in names.LAW_TYPES and outer.start >= floor and len(gap) <= GAP_LIMIT
    if not named or GAP_BREAK.search(gap):
        return None
    return _amending(reading, words, index - 1, floor, _numbered(printed, symbol)) or outer


def _letter_called_otherwise(symbol: Symbol | None, gap: str, *, nearest: bool) -> bool:
    """A letter may be called by what it holds: "Kế hoạch kiểm tra số 3517/SCT-CN", "Báo cáo tiếp thu, giải trình số
    507/UBND-KT"."""
    called = symbol is not None and symbol.family == "letter" and nearest and len(gap) <= 40
    return called and ("," not in gap or (gap.islower() and not gap.rstrip().endswith(",")))


def _numbered(printed: Printed, symbol: Symbol | None) -> Law | None:
    """The law that is known to bear a number."""
    if symbol is None or symbol.family != "na":
        return None
    return by_number().get(format_number(*printed, symbol.text))


def _amending(
    reading: Reading, words: types.TypeWords, index: int, floor: int, known: Law | None
) -> types.TypeWord | None:
    """In "Luật sửa đổi, bổ sung một số điều của Luật X, Luật Y và Luật Z số N" the number is that of the outer law,
    unless N is known to be the number of Z itself."""
    inner = words.words[index]
    if inner.type.slug not in names.LAW_TYPES:
        return None
    if known is not None:
        behind = reading.text[inner.end : inner.end + len(known.name) + 1]
        if letters(behind) == letters(known.name):
            return None
    steps = 0
    for before in range(index - 1, max(-1, index - 2 * AMENDED_LIMIT), -1):
        outer = words.words[before]
        if outer.start < floor or steps >= AMENDED_LIMIT:
            return None
        if outer.type.slug not in names.LAW_TYPES:
            continue  # "Luật Quy hoạch": a word that names a type elsewhere
        between = reading.low[outer.end : inner.start]
        if AMENDS.fullmatch(between):
            return _amending(reading, words, before, floor, None) or outer
        if not COORDINATED.fullmatch(between):
            return None
        inner, steps = outer, steps + 1
    return None


def is_uncoded(symbol: Symbol | None) -> bool:
    """Is it an old symbol that tells its body alone (24-CP, 122-HĐBT, 197-TTg)?"""
    return symbol is not None and symbol.family == "legacy" and symbol.type_code is None


def fits(kind: DocumentType, symbol: Symbol | None) -> bool:
    """Can a document of this type bear this symbol?"""
    if symbol is None:
        return False
    if symbol.family == "na":
        return kind.slug in ("luat", "bo-luat", "nghi-quyet", "phap-lenh", "hien-phap")
    if symbol.type_code is None:
        return kind.slug == "cong-van" or kind.slug in types.WITHOUT_CODE
    if symbol.agencies == types.MINISTRIES:
        return kind.slug in ("thong-tu", "thong-tu-lien-tich")
    return symbol.type_code in types.codes(kind)


WORDS = re.compile(r"[^\W\d_]+")
MISREAD_REACH = 30


def misread(reading: Reading, lead: int, symbol: Symbol) -> types.TypeWord | None:
    """The type word before "số" as a scan prints it: "Nghị dịnh số 109/2016/NĐ-CP", "Thông. tư số 5/2020/TT-BYT". Its
    letters without marks are those of the type that the symbol proves."""
    kind = types.of_code(symbol)
    if kind is None or symbol.type_code is None:
        return None
    label = fold(kind.label_vi).split()
    found = list(WORDS.finditer(reading.low, max(0, lead - MISREAD_REACH), lead))[-len(label) :]
    if len(label) < 2 or fold(" ".join(match[0] for match in found)).split() != label:
        return None
    gap = reading.low[found[-1].end() : lead]
    if gap.strip() or "\n" in reading.low[found[0].start() : lead]:
        return None
    return types.TypeWord(found[0].start(), found[-1].end(), kind, False)


def translated(reading: Reading, number: int, floor: int, symbol: Symbol) -> types.TypeWord | None:
    """The English word for a type that the symbol fits, behind the citation before it."""
    word = english.type_before(reading, number)
    return word if word is not None and word.start >= floor and fits(word.type, symbol) else None
