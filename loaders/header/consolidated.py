"""Consolidated texts: their own number and day stand at the end, where they are certified ("XÁC THỰC VĂN BẢN HỢP
NHẤT", Ordinance 01/2012/UBTVQH13 art. 5); the head is that of what was consolidated."""

from __future__ import annotations

from msgspec.structs import replace

from loaders.citations import types
from loaders.header import dateline, number_line, signature
from loaders.text.reading import Reading
from ontology.issuers import from_symbol
from ontology.numbers import parse_symbol
from ontology.records import Header, Signer, Span
from ontology.tables import place_at

CERTIFIED = "XÁC THỰC VĂN BẢN HỢP NHẤT"
LIMIT = 800
BEFORE = 200
"""Code points around the certificate: body and number may stand in the column before it."""

CODE = "VBHN"


def certifiers(text: str) -> tuple[Signer, ...]:
    """Who certifies, where footnotes or annexes follow the certificate."""
    position = text.find(CERTIFIED)
    found = signature.signers(text[position : position + LIMIT // 2]) if position >= 0 else ()
    return tuple(replace(each, span=Span(position + each.span.start, position + each.span.end)) for each in found)


def certified(header: Header, page: Reading) -> Header:
    """The header with number, day and body of the certificate: the head itself bears none, or that of the act that was
    consolidated."""
    position = page.text.find(CERTIFIED)
    begin = position
    region = page.text[begin : position + LIMIT] if position >= 0 else ""
    number = number_line.find(region)
    if number is None and position >= 0:
        begin = max(0, position - BEFORE)
        region = page.text[begin : position + LIMIT]
        number = number_line.find(region)
    symbol = parse_symbol(number["symbol"]) if number else None
    if number is None or symbol is None or symbol.type_code != CODE or (header.number and not number["number"]):
        return header
    place_name, dated = dateline.find(region, number)
    date = dateline.day(dated)
    kind = types.of_code(symbol)
    issuer = from_symbol(symbol, kind.label_vi if kind else None, place_at(place_name) if place_name else None, date)
    return replace(
        header,
        type=kind.label_vi if kind else header.type,
        number=number["number"],
        year=number["year"],
        symbol=symbol.text,
        issuer=issuer or header.issuer,
        place=" ".join(place_name.split()) if place_name else header.place,
        date=date,
        span=Span(begin + number.start(), begin + number.end()),
    )
