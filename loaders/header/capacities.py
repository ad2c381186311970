"""The capacity above the name of who signs: TM., KT., GIÁM ĐỐC (NĐ 30/2020 art. 13; HD 36-HD/VPTW)."""

from __future__ import annotations

import re
from functools import cache

from loaders.text import patterns, trie
from ontology.lexicon import phrases
from ontology.words import bare, letters

CAPACITY = patterns.awaited(
    rf"^(?:(?:{trie.pattern(phrases('signing_mark'))})\s*[.,/]\s*\S.*|(?:{trie.pattern(phrases('signing_mark'))})\s.*"
    rf"|(?:{trie.pattern(phrases('capacity'))})(?:,?\s.*)?)$"
)

SCANNED_CAPACITY = patterns.awaited(
    rf"^(?:{trie.pattern(sorted({bare(phrase) for phrase in phrases('capacity')}))})(?:\s.*)?$"
)
"""The same as scans print it: "CHU TỊCH", "GIÁM ĐÓC"."""

MARKED = re.compile(
    rf"(?:{trie.pattern(phrase.upper() for phrase in phrases('signing_mark') if phrase != 'q')})[\s.,/]"
)
"""A line that says for whom it is signed; "Q. GIÁM ĐỐC" is an office."""


def stated(cell: str) -> bool:
    """Does a cell say an office or for whom it is signed, also as scans print it?"""
    return CAPACITY.match(letters(cell)) is not None or SCANNED_CAPACITY.match(bare(letters(cell))) is not None


def is_capacity(line: str) -> bool:
    """Is a line in capitals the capacity of who signs ("KT. BỘ TRƯỞNG")?"""
    return line.isupper() and stated(line)


def is_office(line: str) -> bool:
    """Is a line an office and no more, in any case ("Phó Giám đốc")?"""
    return letters(line) in _offices()


@cache
def _offices() -> frozenset[str]:
    return frozenset(phrases("capacity"))
