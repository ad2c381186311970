"""What a document says of itself: type, number, issuer, place, date, title, signer (NĐ 30/2020 annex I; HD 36 and
05 VPTW).

Works on lines as printed: state and party layouts, letters (V/v …), two-column heads flattened into lines or cells.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from msgspec import Struct

from loaders import dateline, letterhead, number_line, signature, title_lines, trie, types
from loaders.reading import Reading
from ontology.issuers import from_symbol
from ontology.numbers import Symbol, parse_symbol
from ontology.records import Header, Issuer, Span
from ontology.tables import DocumentType, Place, place_at, places
from ontology.words import letters

PLACE_LIMIT = 40_000
"""Code points in which the province is looked for that a text names most."""


HEAD_LIMIT = 6000
"""Code points in which a header stands; behind them is body."""


class Head(Struct, frozen=True):
    """A header with what later steps need of it: the row of the type, the parsed symbol, the place as a body's
    place."""

    header: Header
    type: DocumentType | None
    symbol: Symbol | None
    place: Place | None


def read(reading: Reading) -> Head:
    """The header of a text. Every field may be None; what is blank in a draft stays None ("Số:     /BC-SKHCN")."""
    region = reading.text[:HEAD_LIMIT]
    number = number_line.find(region)
    symbol = parse_symbol(number["symbol"]) if number else None
    gazette = number if number is not None and number.re is number_line.GAZETTE else None
    place_name, dated = (None, None) if gazette else dateline.find(region, number)
    date = dateline.day(gazette or dated)
    type_word, title, type_span = title_lines.find(region, number.end() if number else HEAD_LIMIT)
    about = title_lines.ABOUT.search(region) if "v/v" in reading.low[:HEAD_LIMIT] else None
    if type_word and symbol and symbol.type_code and not _bears(type_word, symbol):
        type_word = title = None  # the heading of an annex, where a scan hid the type itself
    if type_word is None and number:
        type_word = number_line.kind(number, symbol)
    if title is None and about:
        title = title_lines.whole(about["title"])
    if title is None and number and type_word is not None and type_word.slug != "cong-van":
        title = title_lines.by_lead(region, number.end())
    place = _place(reading, symbol, place_name, date)
    span = Span(number.start(), number.end()) if number else type_span
    header = Header(
        type=type_word.label_vi if type_word else None,
        number=number["number"] if number else None,
        year=number["year"] if number else None,
        symbol=symbol.text if symbol else None,
        issuer=_issuer(region, number, symbol, type_word, place, date, type_span.start if type_span else HEAD_LIMIT),
        place=" ".join(place_name.split()) if place_name else None,
        date=date,
        title=title_lines.without_lead(title),
        signer=signature.signer(reading.text),
        span=span,
    )
    return Head(header, type_word, symbol, place)


def _place(reading: Reading, symbol: Symbol | None, stated: str | None, date: str | None) -> Place | None:
    """The province that "UBND tỉnh" means in this text: of the dateline, else the province that the text names most."""
    if stated:
        found = place_at(stated, date)
        if found is not None:
            return found
    counts = Counter(letters(match["name"]) for match in _provinces().finditer(reading.low, 0, PLACE_LIMIT))
    if not counts:
        return None
    most = max(counts.values())
    return place_at(min(name for name, count in counts.items() if count == most), date)


@cache
def _provinces() -> re.Pattern[str]:
    names = {letters(place.name) for place in places()}
    return re.compile(rf"t(?<!\w.)(?:ỉnh|hành\s+phố)\s+(?P<name>{trie.pattern(names)})(?!\w)")


def _issuer(
    region: str,
    number: re.Match[str] | None,
    symbol: Symbol | None,
    type_word: DocumentType | None,
    place: Place | None,
    date: str | None,
    begins: int,
) -> Issuer | None:
    """Who speaks: as the letterhead or the code says. begins: where the type stands; below it is no letterhead."""
    by_code = from_symbol(symbol, type_word.label_vi if type_word else None, place, date) if symbol else None
    above = letterhead.body(region[: number.start()] if number else region[: min(400, begins)], place, date)
    if by_code is None:
        return above
    central = above is not None and "." not in above.key and "." in by_code.key and not above.key.startswith("x")
    if above is not None and (central or _series(above) == _series(by_code)):
        return above  # the code UBND is that of the province, the letterhead says of which district
    return by_code


def _bears(kind: DocumentType, symbol: Symbol) -> bool:
    """Can a document that calls itself so bear this symbol?"""
    coded = types.of_code(symbol)
    return symbol.family == "na" or coded is None or symbol.type_code in types.codes(kind)


def _series(issuer: Issuer) -> str:
    return issuer.key.partition(".")[0]
