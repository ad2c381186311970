"""The letterhead: which body speaks, from the capitals above the number; two columns in one line are parted."""

from __future__ import annotations

import re

from ontology.issuers import from_text
from ontology.records import Issuer
from ontology.tables import Place
from ontology.words import letters

MOTTO = ("CỘNG HÒA", "CỘNG HOÀ", "ĐỘC LẬP", "ĐẢNG CỘNG SẢN")

COLUMN = re.compile(
    r"(?<=\S)\s+(?:C[ỘỌÔO]NG\s+H[ÒOÀ][ÀAÒ]?\s+X[ÃA]\s|ĐẢNG\s+C[ỘỌÔO]NG\s+S[ẢA]N\s+V|Độc\s+lập\s*[-–—]|V/v\s).*"
)
"""The right column of the head, behind the body on the same line: "SỞ Y TẾ Độc lập - Tự do - Hạnh phúc"."""

RULE = re.compile(r"[-=_*~o0 ]{5,}")
"""A line that is drawn: what follows it is no letterhead."""


def body(head: str, place: Place | None, date: str | None) -> Issuer | None:
    """The last body that the capitals name: "UBND TỈNH LÀO CAI / SỞ CÔNG THƯƠNG" is the department."""
    capitals: list[str] = []
    for line in head.split("\n"):
        if capitals and RULE.fullmatch(line.strip()):
            break
        for cell in re.split(r"[|\t]|\s{3,}", line):
            text = COLUMN.sub("", cell.strip()).strip(" *#-")
            if text.isupper() and not text.startswith(MOTTO):
                capitals.append(text)
    for start in range(len(capitals) - 1, -1, -1):
        named = from_text("\n".join(capitals[start:]), place, date)
        if named is not None:
            return named[0]
    return None


def is_body(line: str, place: Place | None = None) -> bool:
    """Does a line in capitals "CỦA …" name a body, and no more than who speaks?"""
    found = from_text(line, place, None)
    rest = letters(line[found[1] :]).strip(" ,.") if found else line
    return not rest or rest.startswith("số ")
