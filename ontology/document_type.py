"""Which kind of document: decided by the word in the text, by the code only where no word decides."""

from __future__ import annotations

from functools import cache

from ontology.numbers import Symbol
from ontology.tables import DocumentType, document_types, type_by_word
from ontology.words import letters

_LETTER = "cong-van"
_GENERIC_WORDS = frozenset({"văn bản"})
"""Words that name no kind: the code decides before them."""


@cache
def _by_slug() -> dict[str, DocumentType]:
    return {row.slug: row for row in document_types()}


@cache
def _by_code() -> dict[tuple[str, bool], DocumentType]:
    found: dict[tuple[str, bool], DocumentType] = {}
    for row in document_types():
        for code in row.state_codes:
            found.setdefault((code, False), row)
        for code in row.party_codes:
            found.setdefault((code, True), row)
    return found


@cache
def _by_abbreviation() -> dict[str, DocumentType]:
    found: dict[str, DocumentType] = {}
    for row in document_types():
        for short in row.abbreviations:
            found.setdefault(short, row)
    return found


def row_of(word: str | None) -> DocumentType | None:
    """The type that a word or an abbreviation names ("Quyết định", "nghị quyết", "QĐ"); None for any other word."""
    if not word:
        return None
    return type_by_word().get(letters(word)) or _by_abbreviation().get(word.strip())


def of_symbol(symbol: Symbol, word: str | None = None) -> DocumentType | None:
    """The type of a numbered document, by the word before the number and the code in it.

    A symbol without type code (7495/BKHĐT-QLKTTW) is an official letter whatever the word, unless the word is one whose
    numbers are built like those of letters (Bản án số 159/2022/HSST); QĐ of a party committee is Quyết định unless the
    word says Quy định; a bare QH13 is a law or a resolution: None without a word.
    """
    stated = row_of(word)
    if symbol.family == "letter":
        return stated if stated and "letter" in stated.families else _by_slug()[_LETTER]
    if stated and letters(word or "") not in _GENERIC_WORDS:
        return stated
    return _by_type_code(symbol)


def _by_type_code(symbol: Symbol) -> DocumentType | None:
    if symbol.type_code == "L" and symbol.agencies[:1] == ("CTN",):
        return _by_slug()["lenh"]
    if symbol.type_code is None:
        return None
    return _by_code().get((symbol.type_code, symbol.family in ("party", "congress")))
