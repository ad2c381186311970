"""Consolidated texts: their own number and day stand at the end, where they are certified ("XÁC THỰC VĂN BẢN HỢP
NHẤT", Ordinance 01/2012/UBTVQH13 art. 5); the head is that of what was consolidated."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.citations import types
from loaders.header import dateline, number_line, signature
from loaders.text.reading import Reading
from ontology.issuers import from_symbol
from ontology.numbers import parse_symbol
from ontology.records import Header, Issuer, Signer, Span
from ontology.tables import DocumentType, place_at

CERTIFIED = ("XÁC THỰC VĂN BẢN HỢP NHẤT", "XÁC NHẬN VĂN BẢN HỢP NHẤT")
LIMIT = 800
BEFORE = 200
"""Code points around the certificate: body and number may stand in the column before it."""

CODE = "VBHN"
KIND = "văn bản hợp nhất"

AMENDED_BY = re.compile(
    r"được\s+sửa\s+đổi,?\s+bổ\s+sung(?:\s+một\s+số\s+(?:điều|nội\s+dung))?\s+(?:bởi|theo|tại)(?:\s+các\s+văn\s+bản\s+sau)?"
    r"\s*:"
)
"""How the sentence ends that names the act in front of its amendments, between title and preamble."""

PREAMBLE = re.compile(r"\n\s*(?:Căn cứ|Theo đề nghị|Điều 1)\b")
MARK = re.compile(r"(?<=[^\W\d_A-ZĐ]{2})(?<![ck]m)[0-9]{1,2}(?=[\s,;.]|$)")
"""The number of a footnote behind a word of the title: "người quản lý, Kiểm soát viên1 công ty …"."""


def is_one(region: str, number: re.Match[str] | None) -> bool:
    """Does a head without a number of its own say that it is one: by its sentence "…, được sửa đổi, bổ sung bởi:" above
    the preamble, or by the section of the gazette in which it stands?"""
    if number is not None or ("ỢP NHẤT" not in region and ":" not in region):
        return False
    preamble = PREAMBLE.search(region)
    end = preamble.start() if preamble else len(region)
    return AMENDED_BY.search(region, 0, end) is not None or SECTION.search(region, 0, end) is not None


SECTION = re.compile(r"^[ \t|*#]*VĂN BẢN HỢP NHẤT\s+-", re.MULTILINE)
"""The heading of a section of the official gazette: "VĂN BẢN HỢP NHẤT - BỘ TÀI CHÍNH"."""

BY_ASSEMBLY = frozenset({"luat", "bo-luat", "phap-lenh"})
BY_ISSUER = frozenset({"thong-tu", "thong-tu-lien-tich"})


def uncertified(act: DocumentType | None, above: Issuer | None, enacted: Issuer | None) -> Issuer | None:
    """Who consolidates, where the text breaks off before its certificate: the body above the text; else the office of
    the assembly for its acts, and who issued a circular (Ordinance 01/2012/UBTVQH13 art. 5); of decrees nobody knows.

    act: the type of what was consolidated. above: of the letterhead. enacted: of the enacting sentence.
    """
    if above is not None:
        return above
    if act is not None and act.slug in BY_ASSEMBLY:
        office = parse_symbol(OFFICE)
        return from_symbol(office, KIND, None, None) if office else None
    return enacted if act is not None and act.slug in BY_ISSUER else None


OFFICE = "VBHN-VPQH"


def without_marks(title: str | None) -> str | None:
    """The title without the numbers of its footnotes."""
    return MARK.sub("", title) if title else title


def _certificate(text: str) -> int:
    return max(text.find(words) for words in CERTIFIED)


def certifiers(text: str) -> tuple[Signer, ...]:
    """Who certifies, where footnotes or annexes follow the certificate."""
    position = _certificate(text)
    found = signature.signers(text[position : position + LIMIT // 2]) if position >= 0 else ()
    return tuple(replace(each, span=Span(position + each.span.start, position + each.span.end)) for each in found)


def certified(header: Header, page: Reading) -> Header:
    """The header with number, day and body of the certificate: the head itself bears none, or that of the act that was
    consolidated."""
    position = _certificate(page.text)
    if position < 0:
        return header
    for begin in (position, max(0, position - BEFORE)):
        region = page.text[begin : position + LIMIT]
        number = number_line.find(region)
        symbol = parse_symbol(number["symbol"]) if number else None
        if number is not None and symbol is not None and symbol.type_code == CODE:
            break
    else:
        return header
    if header.number and not number["number"]:
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
        parent=None,
        place=" ".join(place_name.split()) if place_name else header.place,
        date=date,
        span=Span(begin + number.start(), begin + number.end()),
    )
