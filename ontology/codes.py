"""The groups of a symbol, one at a time: which code is meant, in its right spelling.

Exact spelling wins; then listed misspellings; then a comparison without case; then one without diacritics. So "HD"
stays Hướng dẫn and "HĐ" Hợp đồng where both are written right, and "nd" is understood as NĐ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ontology.tables import Body, document_types, issuers
from ontology.words import fold, nfc

LOOK_ALIKES = str.maketrans(
    "АВСЕНІЈКМОРЅТХУасеорхіѕуΑΒΕΗΙΚΜΝΟΡΤΧÐðĐđ–—‐‑−",
    "ABCEHIJKMOPSTXYaceopxisyABEHIKMNOPTXĐđĐđ-----",
)
"""Cyrillic, Greek and Icelandic letters that look like ours, and the other dashes."""

_BLANKS = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")


def clean(symbol: str) -> str:
    """NFC without blanks, look-alike letters and dashes replaced by the real ones."""
    return _BLANKS.sub("", nfc(symbol).translate(LOOK_ALIKES))


def _bare(code: str) -> str:
    return fold(code).replace(" ", "")


class Codes:
    """Spellings of codes → the code. Earlier pairs win where two codes share a spelling."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, str] = {}
        self._upper: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        for spelling, code in pairs:
            self._exact.setdefault(spelling, code)
            self._upper.setdefault(spelling.upper(), code)
            self._bare.setdefault(_bare(spelling), code)

    def exact(self, group: str) -> str | None:
        """The code of a group that is written as the tables write it (variants included)."""
        return self._exact.get(group)

    def find(self, group: str) -> str | None:
        """The code that a group means, however it is written; None when unknown."""
        return self._exact.get(group) or self._upper.get(group.upper()) or self._bare.get(_bare(group))


@cache
def state_types() -> Codes:
    """Type codes of state documents."""
    return Codes((code, code) for row in document_types() for code in row.state_codes)


@cache
def party_types() -> Codes:
    """Type codes of party documents."""
    return Codes((code, code) for row in document_types() for code in row.party_codes)


@cache
def agencies() -> Codes:
    """Codes of bodies, the right ones before the misspelled ones."""
    right = [(code, code) for row in issuers() for code in row.codes]
    return Codes(right + [(variant, row.code) for row in issuers() for variant in row.code_variants])


@cache
def _bodies() -> dict[str, tuple[Body, ...]]:
    found: dict[str, list[Body]] = {}
    for row in issuers():
        for code in row.codes:
            found.setdefault(code, []).append(row)
    return {code: tuple(rows) for code, rows in found.items()}


def bodies(code: str) -> tuple[Body, ...]:
    """The bodies with that code (as `agencies` spells it), most general first. A digit at the end is a unit of the body
    (NHNN2) or a term (UBPLTP15) and does not count."""
    return _bodies().get(code) or _bodies().get(code.rstrip("0123456789")) or ()


def is_party(code: str) -> bool:
    """Whether only party bodies bear the code: then a symbol with it is a party symbol, whatever its separators."""
    rows = bodies(code)
    return bool(rows) and all(row.system == "party" and row.kind not in ("congress", "council") for row in rows)


def is_state(code: str) -> bool:
    """Whether one known state body (not just "a steering committee") bears the code."""
    rows = bodies(code)
    return bool(rows) and all(row.system == "state" and row.scope != "generic" for row in rows)
