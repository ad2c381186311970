"""The line with a document's own number:
"Số: 12/QĐ-UBND", "Luật số: 29/2013/QH13", the head of the official gazette."""

from __future__ import annotations

import re

from loaders import grammar, types
from ontology.numbers import Symbol
from ontology.tables import DocumentType
from ontology.words import letters

NUMBER_LINE = re.compile(
    r"(?:^|[|\t\n]|\s{3})[ \t]*(?:(?P<type>[^\W\d_][\w ]{2,30}?)[ \t]+s[ốô]|S[ốôỐóồổộế])\s*[:.]?[ \t]*"
    r"(?:(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđA-ZĐ]?)?[ \t.…_]*|[^\s/]{1,8}[ \t]*)(?P<mark>[/-])/?[ \t]*"
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})[ \t]*/{{1,2}}[ \t]*)?(?P<symbol>{grammar.SYMBOL})"
    rf"(?=[ \t]*(?:$|[|\t]|[ ]{{3}}|{grammar.SPECKS}(?:CỘNG|ngày|[A-ZĐ][^\n,]{{1,30}},\s*ng[àa])))",
    re.MULTILINE,
)
"""The number of the document itself: a line or cell of its own ("Số:   /BC-SKHCN", "Luật số: 29/2013/QH13")."""

GAZETTE = re.compile(
    r"^[ \t]*CỦA[ ]+(?P<type>[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ ,\n-]{3,120}?)\s+SỐ\s*:?\s*"
    r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđA-ZĐ]?)[ ]?(?P<mark>[/-])[ ]?"
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})[ ]?/[ ]?)?(?P<symbol>{grammar.SYMBOL})"
    r"\s+NGÀY\s+(?P<d>[0-9]{1,2})\s+THÁNG\s+(?P<m>[0-9]{1,2})\s+NĂM\s+(?P<y>[0-9]{4})",
    re.MULTILINE,
)
"""The head of the official gazette: "CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG 01 NĂM 2010" below the type."""


def find(region: str) -> re.Match[str] | None:
    """The header's own number: the first "Số: …" line before any preamble, or the head of the official gazette."""
    match = GAZETTE.search(region) or NUMBER_LINE.search(region)
    if match is not None and match.re is GAZETTE:
        return match
    if match is None or (match["type"] and letters(match["type"]) not in types.spellings()):
        return None
    behind = region[match.end() :].lstrip(" ")
    if match["type"] and behind and not behind.startswith(("|", "\t", "\n")):
        return None  # "Nghị định số 31/2011/NĐ-CP ngày …" at the start of a line is a sentence, not a header
    preamble = re.search(r"^\s*(?:[-*]\s*)?Căn cứ", region, re.MULTILINE)
    return None if preamble and preamble.start() < match.start() else match


def kind(number: re.Match[str], symbol: Symbol | None) -> DocumentType | None:
    stated = types.spellings().get(letters(number["type"] or ""))
    if stated:
        return stated
    if symbol is None:
        return None
    return types.of_code(symbol)
