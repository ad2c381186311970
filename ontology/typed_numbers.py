"""Numbers of documents as people type them: any case, blanks for signs, diacritics left out."""

from __future__ import annotations

import re
from typing import NamedTuple

from ontology import codes
from ontology.numbers import Symbol, parse_symbol
from ontology.tables import type_by_word
from ontology.words import letters, nfc

_NUMBER = re.compile(
    r"(?<![\w/.,])([0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđ]?)(?:\s*[/\s-]\s*((?:19|20)[0-9]{2})(?=\s*[/\s-]))?\s*[/\s-]\s*(?=[^\W\d_])"
)
_MAX_WORDS = 6


class NumberParts(NamedTuple):
    """A number as a person types it. `type`: label of the type word in front of it, if there was one."""

    number: str
    year: str | None
    symbol: str
    type: str | None = None


def parse_number(text: str) -> NumberParts | None:
    """What a person types: "2289/QĐ-TTg", "2289/qd-ttg", "52 NQ/TW", "30 2020 nd cp", "Quyết định số 2289/QĐ-TTg".

    Tolerant to case, blanks and missing diacritics; what follows the number is ignored. None when there is no
    number with a symbol.
    """
    plain = " ".join(nfc(text).translate(codes.LOOK_ALIKES).split())
    for match in _NUMBER.finditer(plain):
        symbol = _typed_symbol(plain[match.end() :])
        if symbol:
            return NumberParts(match[1].lower(), match[2], symbol.text, _type_before(plain[: match.start()]))
    return None


def _typed_symbol(rest: str) -> Symbol | None:
    words = re.sub(r"\s*([/-])\s*", r"\1", rest).split()[:_MAX_WORDS]
    for size in range(len(words), 0, -1):
        found = parse_symbol("-".join(words[:size]).rstrip(".,;:)"))
        if found and _all_known(found, joined=size > 1):
            return found
    return parse_symbol(words[0].rstrip(".,;:)")) if words and re.search(r"[/-]|[A-ZĐ]{2}", words[0]) else None


def _all_known(symbol: Symbol, joined: bool) -> bool:
    known = bool(symbol.agencies) and all(codes.bodies(agency) for agency in symbol.agencies)
    return known and not (joined and symbol.unit)


def _type_before(text: str) -> str | None:
    words = letters(text).rstrip(" :.").removesuffix("số").split()
    for size in range(min(5, len(words)), 0, -1):
        row = type_by_word().get(" ".join(words[-size:]))
        if row:
            return row.label_vi
    return None
