"""Mentions with number and symbol. Which type word a number belongs to: `belonging`; numbers that are not there:
`missing`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from loaders.citations import belonging, dates, grammar, names, types
from loaders.citations.sighting import Sighting
from loaders.text.reading import Reading
from ontology.codes import bodies
from ontology.numbers import Symbol
from ontology.records import Span
from ontology.tables import DocumentType

LOOK_BACK = 24

UNKNOWN = "symbol.unknown"
"""Why a number behind "số" or a type word names no document; without either it is the code of something else
("2-METHYLPENTAN", "03/TNCN")."""

NORMATIVE_FIGURES = 3
"""Figures that the number of a normative act has at most."""

CHAIRMAN = "CT"
CHAIRMAN_BEHIND = re.compile(
    r"\s+ngày\s+[0-9]{1,2}\s*(?:/|-|tháng)\s*[0-9]{1,2}\s*(?:/|-|năm)\s*19[0-9]{2}\s+của\s+chủ\s+tịch\s+(?:hội\s+đồng\s+bộ\s+trưởng|hđbt)"
)
"""A decision of the Chairman of the Council of Ministers (1981-1992): "Quyết định số 87-CT ngày 01/3/1985 của"."""


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
        if so and so["part"] and not match["year"] and not belonging.behind_type_word(reading, words, so.start()):
            so = None  # "Số:2 22 /SYT-NVY": what a form prints, and no number set apart
        lead = so.start() if so else start
        part = so["part"] if so else None
        if so is None and before == " " and low[start - 2 : start - 1].isdigit():
            apart = grammar.APART.search(low, max(0, start - LOOK_BACK), start)
            if apart and not match["year"] and belonging.behind_type_word(reading, words, apart.start()):
                lead, part = apart.start(), apart["part"]
        printed = match["symbol"]
        glued = grammar.FOOTNOTE.fullmatch(printed) if printed[-1] in "0123456789" else None
        printed = glued["symbol"] if glued else printed
        late = match["late"] if match["late"] and not match["year"] else None
        end = match.end() if late else match.start("symbol") + len(printed)
        symbol = belonging.symbol_of(printed)
        reason = _why_not(reading, match, lead, symbol)
        if reason is None and form_end and lead == start and grammar.LISTED.fullmatch(reading.low, form_end, lead):
            reason = "form"
        form_end = match.end() if reason == "form" else 0
        if reason:
            behind = _named_before(reading, words, lead, has_so=so is not None) if reason == UNKNOWN else None
            symbol = _as_of_old(behind, symbol, match) if behind is not None and not match["year"] else None
            if symbol is None or types.names_form(reading, behind):
                reason = "code" if reason == UNKNOWN and so is None and behind is None else reason
                rejected.append((Span(start, match.end()), reason))
                continue
        number = _whole(part, match)
        whole = (number, match["year"])
        word = belonging.type_word(reading, words, lead, symbol, previous_end, whole, has_so=so is not None)
        if so is not None and symbol is not None and (word is None or reading.text[word.end : lead].strip()):
            word = belonging.misread(reading, lead, symbol) or word  # "quy định tại Quyêt định sô 417/QĐ-BTC"
        if word is None and so is None and symbol is not None:
            word = belonging.translated(reading, start, previous_end, symbol)
        symbol = _rescanned(printed, symbol, word)
        if (
            word is not None
            and so is None
            and word.type.slug in PROGRAMMES
            and symbol is not None
            and not symbol.type_code
        ):
            rejected.append((Span(start, match.end()), "code"))
            continue  # "Đề án 06/CP": a programme by the number of what approved it
        near = previous_end > 0 and lead - previous_end <= grammar.LISTED_LIMIT
        listed = near and grammar.LISTED.fullmatch(reading.low, previous_end, lead) is not None
        if symbol is None or (
            word is None and so is None and not listed and not _speaks_for_itself(reading, match, symbol)
        ):
            rejected.append((Span(start, match.end()), UNKNOWN if word or so else "code"))
            continue
        previous_end = end
        kind = (
            _called(word, reading, symbol)
            if word
            else kind
            if listed and kind is not None and _goes_on(kind, symbol)
            else None
        )
        yield Sighting(
            word.start if word else lead,
            end,
            "full",
            kind,
            number,
            match["year"] or (late if symbol.family != "legacy" else None),
            symbol,
            _name_between(reading, word, lead),
            "".join(printed.split()),
            rule="number.type" if word else "number.alone",
        )


PROGRAMMES = frozenset({"de-an", "chuong-trinh"})
"""Types that are programmes, too."""


def _as_of_old(word: types.TypeWord, symbol: Symbol | None, match: re.Match[str]) -> Symbol | None:
    """The symbol of a number that nothing but the word right before it tells from a code: "Nghị định số 121-NV", "Quyết
    định số 142-CT", "Thông báo 286-TB-VPCP". One without a type code is no letter, and a decision of the Chairman (CT)
    no directive."""
    kind = word.type
    if symbol is None or not types.ISSUED.intersection(kind.families):
        return None
    if kind.slug in types.WITHOUT_CODE or belonging.fits(kind, symbol):
        return symbol
    if word.abbreviated or "normative" not in kind.families or match["symbol"].count("-") > 1:
        return None
    return replace(symbol, family="legacy", type_code=None, agencies=(symbol.text,), unit=None)


def _named_before(reading: Reading, words: types.TypeWords, lead: int, *, has_so: bool) -> types.TypeWord | None:
    """The type word that stands before a number, with nothing or its body between."""
    behind = belonging.word_behind(reading, words, lead)
    return belonging.word_of_old(reading, words, lead) if behind is None and has_so else behind


def _goes_on(kind: DocumentType, symbol: Symbol) -> bool:
    """Does the type of a list hold for the next number? Old symbols name none ("các Quyết định số …, 206-CP/1979")."""
    return belonging.fits(kind, symbol) or (symbol.family == "legacy" and symbol.type_code is None)


def _no_number(reading: Reading, match: re.Match[str]) -> bool:
    """What is shaped like one and is none: a word behind the number of a row ("4002.20 - Cao su"), a piece of an
    address on the web ("S%E1%BB%91%2031/2015/N%C4%90-CP")."""
    printed, end = match["symbol"], match.end()
    if match["mark"] == "-" and sum(map(str.isupper, printed)) < 2 and printed.isalpha():
        return True
    return reading.text[match.start() - 1 : match.start()] in HIDDEN or reading.text[end : end + 1] == "%"


HIDDEN = frozenset("%§@#")
"""Before figures that are no number: a letter of an address, a figure that a scan could not read ("5§820/BYT-BH")."""


def _whole(part: str | None, match: re.Match[str]) -> str:
    """The number with the first figures that a scan prints apart; no normative number has four."""
    joined = (part or "").strip().translate(dates.DIGITS) + match["number"]
    return match["number"] if match["year"] and len(joined) > NORMATIVE_FIGURES else joined


def _rescanned(printed: str, symbol: Symbol | None, word: types.TypeWord | None) -> Symbol | None:
    """A scan reads L as I: "Kết luận số 57-KI/TW" bears the code of the type that stands before it."""
    if word is None or symbol is None or symbol.type_code is not None or "I" not in printed:
        return symbol
    first = printed.replace("/", "-").partition("-")[0]
    fixed = first.replace("I", "L")
    return belonging.symbol_of(fixed + printed[len(first) :]) if fixed in types.codes(word.type) else symbol


def _called(word: types.TypeWord, reading: Reading, symbol: Symbol) -> DocumentType:
    """ "Văn bản số 12/BC-UBND" is a report: any document is a "văn bản", and the code says which."""
    if (
        word.type.slug == "cong-van"
        and reading.low.startswith("văn", word.start)
        and not belonging.fits(word.type, symbol)
    ):
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
