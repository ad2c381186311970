"""The attribute table above a saved document ("Thuộc tính"): what a portal says of it fills what its own header
leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from loaders import dates, trie, types
from loaders.header import Head
from loaders.reading import Reading
from ontology.issuers import from_symbol, from_text
from ontology.numbers import parse_number, parse_symbol
from ontology.tables import attribute_labels
from ontology.words import letters

LIMIT = 6000
"""Code points in which such a table stands."""


@cache
def _fields() -> dict[str, str]:
    return {letters(row.label): row.field for row in attribute_labels()}


@cache
def _pattern() -> re.Pattern[str]:
    labels = trie.pattern(_fields())
    return re.compile(rf"^[ \t|]*(?P<label>{labels})[ \t]*(?:\||:|\t)[ \t]*(?P<value>[^|\n]+)", re.MULTILINE)


def read(page: Reading) -> dict[str, str]:
    """Field → value as printed, the first of each; empty when the text has no such table (two rows make one)."""
    found: dict[str, str] = {}
    for match in _pattern().finditer(page.low, 0, LIMIT):
        field = _fields()[letters(match["label"])]
        value = page.text[match.start("value") : match.end("value")].strip(" \t*_\"'")
        if value:
            found.setdefault(field, value)
    return found if len(found) > 1 else {}


def complete(head: Head, page: Reading) -> Head:
    """The head with what the table states where the document's own header says nothing."""
    stated = read(page) if head.header.number is None else {}
    if not stated:
        return head
    number = parse_number(stated.get("number", ""))
    symbol = head.symbol or (parse_symbol(number.symbol) if number else None)
    day = dates.DATE.match(f" ngày {stated.get('date', '').lower()}")
    date = head.header.date or (dates.iso(day) if day else None)
    kind = head.type or types.spellings().get(letters(stated.get("type", "")))
    if kind is None and symbol is not None:
        kind = types.of_code(symbol)
    named = from_text(stated.get("issuer", ""), head.place, date)
    by_code = from_symbol(symbol, kind.label_vi if kind else None, head.place, date) if symbol else None
    own = head.header
    header = replace(
        own,
        type=kind.label_vi if kind else own.type,
        number=number.number if number else None,
        year=number.year if number else None,
        symbol=symbol.text if symbol else None,
        issuer=own.issuer or (named[0] if named else None) or by_code,
        place=own.place or stated.get("place"),
        date=date,
        title=own.title or stated.get("title"),
        signer=own.signer or stated.get("signer", "").partition("(")[0].strip() or None,
    )
    return replace(head, header=header, type=kind, symbol=symbol)
