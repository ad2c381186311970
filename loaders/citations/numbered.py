"""Mentions with number and symbol, and drafts that wait for their number; which type word a number belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from loaders.citations import dates, english, grammar, names, types
from loaders.citations.sighting import Sighting
from loaders.text.reading import Reading
from ontology.codes import bodies
from ontology.laws import Law, by_number
from ontology.numbers import Symbol, format_number, parse_symbol
from ontology.records import Span
from ontology.tables import DocumentType
from ontology.words import fold, letters

GAP_LIMIT = 160
"""Code points between a type word and its number ("Quyết định phê duyệt chủ trương đầu tư số …")."""

GAP_BREAK = re.compile(r"[;:.(\n“”\"]")

ASIDE = re.compile(r"\s\([^\W\d_]+(?:\s[^\W\d_]+){0,2}\)\s")
"""A short aside between a type word and its number."""

REVISED = "(sửa đổi)"
"""Behind the name of a law that replaces one of the same name: "Luật Việc làm (sửa đổi) số 74/2025/QH15"."""

LOOK_BACK = 24

UNKNOWN = "symbol.unknown"
"""Why a number behind "số" or a type word names no document; without either it is the code of something else
("2-METHYLPENTAN", "03/TNCN")."""

AMENDED_LIMIT = 12
"""Laws that one law may amend by name."""

AMENDS = re.compile(r"\s+(?:sửa\s+đ[ổốôỗ]i|b[ổốôỗồ]\s+sung)[^;.:(\n]*(?:của|các)\s+(?:[0-9]{1,3}\s+)?")

NORMATIVE_FIGURES = 3
"""Figures that the number of a normative act has at most."""

CHAIRMAN = "CT"
CHAIRMAN_BEHIND = re.compile(
    r"\s+ngày\s+[0-9]{1,2}\s*(?:/|-|tháng)\s*[0-9]{1,2}\s*(?:/|-|năm)\s*19[0-9]{2}\s+của\s+chủ\s+tịch\s+hội\s+đồng\s+bộ\s+trưởng"
)
"""A decision of the Chairman of the Council of Ministers (1981-1992): "Quyết định số 87-CT ngày 01/3/1985 của"."""

COORDINATED = re.compile(r"\s+[^;.:()\n0-9]{2,100}(?:,|\svà)\s+")

symbol_of = lru_cache(maxsize=8192)(parse_symbol)
"""One text repeats its symbols; taking one apart costs more than remembering it."""


def find(reading: Reading, words: types.TypeWords, rejected: list[tuple[Span, str]]) -> Iterator[Sighting]:
    low = reading.low
    previous_end = form_end = 0
    kind: DocumentType | None = None
    for match in grammar.CORE.finditer(reading.text):
        start = match.start()
        before = low[start - 1 : start]  # a cheap look before the pattern
        noise = grammar.NOISE.search(low, max(0, start - 4), start) if before.isalnum() or before == "\n" else None
        front = noise.start() if noise else start
        so = grammar.SO.search(low, max(0, front - LOOK_BACK), front)
        if _no_number(reading, match):
            continue
        if so and so["part"] and not match["year"] and not _behind_type_word(reading, words, so.start()):
            so = None  # "Số:2 22 /SYT-NVY": what a form prints, and no number set apart
        lead = so.start() if so else start
        part = so["part"] if so else None
        if so is None and before == " " and low[start - 2 : start - 1].isdigit():
            apart = grammar.APART.search(low, max(0, start - LOOK_BACK), start)
            if apart and not match["year"] and _behind_type_word(reading, words, apart.start()):
                lead, part = apart.start(), apart["part"]
        printed = match["symbol"]
        glued = grammar.FOOTNOTE.fullmatch(printed) if printed[-1] in "0123456789" else None
        printed = glued["symbol"] if glued else printed
        end = match.start("symbol") + len(printed)
        symbol = symbol_of(printed)
        reason = _why_not(reading, match, lead, symbol)
        if reason is None and form_end and lead == start and grammar.LISTED.fullmatch(reading.low, form_end, lead):
            reason = "form"
        form_end = match.end() if reason == "form" else 0
        if reason:
            if reason == UNKNOWN and so is None and not _behind_type_word(reading, words, lead):
                reason = "code"
            rejected.append((Span(start, match.end()), reason))
            continue
        word = _type_word(reading, words, lead, symbol, previous_end, match, has_so=so is not None)
        if word is None and so is not None and symbol is not None:
            word = _misread(reading, lead, symbol)
        if word is None and so is None and symbol is not None:
            word = _translated(reading, start, previous_end, symbol)
        symbol = _rescanned(printed, symbol, word)
        near = previous_end > 0 and lead - previous_end <= grammar.LISTED_LIMIT
        listed = near and grammar.LISTED.fullmatch(reading.low, previous_end, lead) is not None
        if symbol is None or (
            word is None and so is None and not listed and not _speaks_for_itself(reading, match, symbol)
        ):
            rejected.append((Span(start, match.end()), UNKNOWN if word or so else "code"))
            continue
        previous_end = end
        number = _whole(part, match)
        kind = (
            _called(word, reading, symbol)
            if word
            else kind
            if listed and kind is not None and fits(kind, symbol)
            else None
        )
        yield Sighting(
            word.start if word else lead,
            end,
            "full",
            kind,
            number,
            match["year"],
            symbol,
            _name_between(reading, word, lead),
            "".join(printed.split()),
            rule="number.type" if word else "number.alone",
        )


def _no_number(reading: Reading, match: re.Match[str]) -> bool:
    """What is shaped like one and is none: a word behind the number of a row ("4002.20 - Cao su"), a piece of an
    address on the web ("S%E1%BB%91%2031/2015/N%C4%90-CP")."""
    printed, end = match["symbol"], match.end()
    if match["mark"] == "-" and sum(map(str.isupper, printed)) < 2 and printed.isalpha():
        return True
    return reading.text[match.start() - 1 : match.start()] in HIDDEN or reading.text[end : end + 1] == "%"


HIDDEN = frozenset("%§@#")
"""Before figures that are no number: a letter of an address, a figure that a scan could not read ("5§820/BYT-BH")."""


def _behind_type_word(reading: Reading, words: types.TypeWords, position: int) -> bool:
    index = words.before(position)
    return index >= 0 and not reading.text[words.words[index].end : position].strip()


def _whole(part: str | None, match: re.Match[str]) -> str:
    """The number with the first figures that a scan prints apart; no normative number has four."""
    joined = (part or "").strip() + match["number"]
    return match["number"] if match["year"] and len(joined) > NORMATIVE_FIGURES else joined


def blank(reading: Reading, words: types.TypeWords, so: list[int]) -> Iterator[Sighting]:
    """Drafts without a number, cited with a type word right before ("Quyết định số      /QĐ-UBND")."""
    for match in _at(grammar.BLANK, reading.text, so):
        index = words.before(match.start())
        if index < 0 or reading.text[words.words[index].end : match.start()].strip():
            continue
        symbol = symbol_of(match["symbol"])
        if symbol is not None:
            word = words.words[index]
            yield Sighting(word.start, match.end(), "full", word.type, None, match["year"], symbol, rule="number.blank")


def unread(
    reading: Reading, words: types.TypeWords, so: list[int], found: list[Sighting], rejected: list[tuple[Span, str]]
) -> list[tuple[Span, str]]:
    """Number-shaped strings behind "số" that nothing else has taken. so: where that word may stand."""
    taken = sorted([(s.start, s.end) for s in found] + [(span.start, span.end) for span, _ in rejected])
    starts = [start for start, _ in taken]
    missed = []
    for match in _at(grammar.UNREAD, reading.text, so):
        index = bisect_right(starts, match.end() - 1) - 1
        if index >= 0 and taken[index][1] > match.start():
            continue
        before = match.start("printed")
        form = grammar.NOT_CITED.search(reading.low, max(0, before - LOOK_BACK), before)
        empty = not match["given"] and not match["rest"].partition("/")[0].strip(" .…_")
        if not empty and not any(map(str.isdigit, match["printed"])) and not _of_its_type(reading, words, match):
            continue  # "Số CC/CCCD/ĐKKD": what a form asks for
        head = match[0].startswith("S") and ":" in match[0][:HEAD]
        reason = "form" if form or (empty and head) else "number.blank" if empty else "number.unread"
        missed.append((Span(*match.span("printed")), reason))
    return missed


def _of_its_type(reading: Reading, words: types.TypeWords, match: re.Match[str]) -> bool:
    """Does it stand behind a type word that its symbol fits ("Quyết định số Ÿ† /QĐ-UBND": a scan lost its figures)?"""
    index = words.before(match.start())
    if index < 0 or reading.text[words.words[index].end : match.start()].strip():
        return False
    symbol = symbol_of(reading.text[match.end("rest") : match.end()])
    return symbol is not None and symbol.type_code is not None and fits(words.words[index].type, symbol)


HEAD = 4
"""Code points of "Số :" in the head of a form: "Số: …/QĐ-UBND" cites nothing."""


def _at(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that can only begin at `starts`, none overlapping another."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


WORDS = re.compile(r"[^\W\d_]+")
MISREAD_REACH = 30


def _misread(reading: Reading, lead: int, symbol: Symbol) -> types.TypeWord | None:
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


def _translated(reading: Reading, number: int, floor: int, symbol: Symbol) -> types.TypeWord | None:
    """The English word for a type that the symbol fits, behind the citation before it."""
    word = english.type_before(reading, number)
    return word if word is not None and word.start >= floor and fits(word.type, symbol) else None


def _rescanned(printed: str, symbol: Symbol | None, word: types.TypeWord | None) -> Symbol | None:
    """A scan reads L as I: "Kết luận số 57-KI/TW" bears the code of the type that stands before it."""
    if word is None or symbol is None or symbol.type_code is not None or "I" not in printed:
        return symbol
    first = printed.replace("/", "-").partition("-")[0]
    fixed = first.replace("I", "L")
    return symbol_of(fixed + printed[len(first) :]) if fixed in types.codes(word.type) else symbol


def _called(word: types.TypeWord, reading: Reading, symbol: Symbol) -> DocumentType:
    """ "Văn bản số 12/BC-UBND" is a report: any document is a "văn bản", and the code says which."""
    if word.type.slug == "cong-van" and reading.low.startswith("văn", word.start) and not fits(word.type, symbol):
        return types.of_code(symbol) or word.type
    return word.type


def _name_between(reading: Reading, word: types.TypeWord | None, lead: int) -> str | None:
    """The name of a law that stands between its type and its number: "Luật Đầu tư số …"."""
    if word is None or word.type.slug not in names.LAW_TYPES:
        return None
    return " ".join(reading.text[word.end : lead].replace(" ,", ",").strip(" ,").split()) or None


def _of_a_body(symbol: Symbol) -> bool:
    """Does the symbol name a body that the tables know?"""
    return bool(symbol.agencies) and bool(bodies(symbol.agencies[0]))


def _why_not(reading: Reading, match: re.Match[str], lead: int, symbol: Symbol | None) -> str | None:
    before = max(0, lead - LOOK_BACK)
    if "%" in (reading.text[match.start() - 1 : match.start()], reading.text[match.end() : match.end() + 1]):
        return "address"  # "…&Keyword=S%E1%BB%91%2042/2015/TT-BL%C4%90TBXH"
    if grammar.STANDARD.match(match["symbol"]) or grammar.STANDARD_BEFORE.search(reading.low, before, match.start()):
        return "standard"
    if not match["year"] and grammar.NOT_CITED.search(reading.low, before, match.start()):
        return "form"
    if match["mark"] == "-" and match["symbol"] == CHAIRMAN and CHAIRMAN_BEHIND.match(reading.low, match.end()):
        return None
    if (
        match["mark"] == "-"
        and not (match["year"] and symbol and symbol.type_code and _of_a_body(symbol))  # 37-2025-NĐ-CP
        and "/" not in match["symbol"]
        and (symbol is None or symbol.family not in ("legacy", "na"))
    ):
        return UNKNOWN
    return None


def _speaks_for_itself(reading: Reading, match: re.Match[str], symbol: Symbol) -> bool:
    """A number without type word and without "số" counts when its symbol is one that the tables know whole, or when a
    known body and a date stand with it ("911/TTg-CN ngày 24/6/2020")."""
    if match["year"] or symbol.type_code is not None:
        return True
    known = bool(symbol.agencies) and bool(bodies(symbol.agencies[0]))
    return known and dates.DATE.match(reading.low, match.end()) is not None


def _type_word(
    reading: Reading,
    words: types.TypeWords,
    lead: int,
    symbol: Symbol | None,
    floor: int,
    core: re.Match[str],
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
        if nearest and ASIDE.fullmatch(gap) and fits(word.type, symbol):  # "Hướng dẫn (mật) số 03-HD/HU"
            return word
        if GAP_BREAK.search(gap.replace(REVISED, "")):  # "Luật Phòng, chống … ở người (HIV/AIDS) số 64/2006/QH11"
            return word if names.is_whole(reading, word.type.label_vi, word.end, lead) else None
        if not gap.strip():
            return _law_before(reading, words, index, core, symbol, floor) or word
        if (
            (has_so or word.type.slug in names.LAW_TYPES)
            and (fits(word.type, symbol) or _letter_called_otherwise(symbol, gap, nearest=nearest))
            and (nearest or not word.abbreviated)
        ):
            return _amending(reading, words, index, floor, _numbered(core, symbol)) or word
        index -= 1
        nearest = False
    return None


def _law_before(
    reading: Reading, words: types.TypeWords, index: int, core: re.Match[str], symbol: Symbol | None, floor: int
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
    return _amending(reading, words, index - 1, floor, _numbered(core, symbol)) or outer


def _letter_called_otherwise(symbol: Symbol | None, gap: str, *, nearest: bool) -> bool:
    """A letter may be called by what it holds: "Kế hoạch kiểm tra số 3517/SCT-CN"."""
    return symbol is not None and symbol.family == "letter" and nearest and len(gap) <= 40 and "," not in gap


def _numbered(core: re.Match[str], symbol: Symbol | None) -> Law | None:
    """The law that is known to bear a number."""
    if symbol is None or symbol.family != "na":
        return None
    return by_number().get(format_number(core["number"], core["year"], symbol.text))


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


def fits(kind: DocumentType, symbol: Symbol | None) -> bool:
    """Can a document of this type bear this symbol?"""
    if symbol is None:
        return False
    if symbol.family == "na":
        return kind.slug in ("luat", "bo-luat", "nghi-quyet", "phap-lenh", "hien-phap")
    if symbol.type_code is None:
        return kind.slug == "cong-van"
    return symbol.type_code in types.codes(kind)
