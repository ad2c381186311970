"""What a document says of itself: type, number, issuer, place, date, title, signer (NĐ 30/2020 annex I; HD 36 and
05 VPTW).

Works on lines as printed: state and party layouts, letters (V/v …), two-column heads flattened into lines or cells.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from loaders.citations import types
from loaders.header import (
    bare_signature,
    consolidated,
    dateline,
    joined,
    letterhead,
    number_line,
    preamble,
    recipient_headings,
    recipient_lists,
    recipients,
    self_reference,
    signature,
    speakers,
    subject,
    title_lines,
    translated,
    type_line,
    wrapped,
)
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.issuer_names import from_text
from ontology.issuers import from_symbol, from_type, is_unique
from ontology.numbers import Symbol, parse_symbol
from ontology.records import Header, Issuer, Span
from ontology.tables import DocumentType, Place, issuer_by_id, place_at, places
from ontology.words import letters

PLACE_LIMIT = 40_000
"""Code points in which the province is looked for that a text names most."""


HEAD_LIMIT = 6000
"""Code points in which a header stands; behind them is body."""


UNREAD = "0"
"""What a reader of images makes of a number that it cannot read: "Số: 0_ /TTr-UBND". No document has it."""

NORMATIVE = frozenset({"normative", "consolidated"})
"""Families of types that lay down rules; a decision does where a year stands in its number."""


class Head(Struct, frozen=True):
    """A header with what later steps need of it: the row of the type, the parsed symbol, the place as a body's
    place."""

    header: Header
    type: DocumentType | None
    symbol: Symbol | None
    place: Place | None

    @property
    def lays_down_rules(self) -> bool:
        """Is the document a law, decree, circular or another normative act, also as consolidated?"""
        if self.type is None or NORMATIVE.isdisjoint(self.type.families):
            return False
        return self.header.year is not None or NORMATIVE.issuperset(self.type.families)


def read(reading: Reading) -> Head:
    """The header of a text. Every field may be None; what is blank in a draft stays None ("Số:     /BC-SKHCN")."""
    reading = translated.vietnamese(wrapped.unwrapped(joined.parted(reading)))
    region = reading.text[:HEAD_LIMIT]
    number = number_line.find(region) or _displaced(region)
    symbol = parse_symbol(number["symbol"]) if number and number["symbol"] else None
    gazette = number if number is not None and number_line.of_gazette(number) else None
    place_name, dated = (None, None) if gazette else dateline.find(region, number)
    date = dateline.day(gazette or dated)
    if date is None:
        translation = translated.dated(region)
        place_name, date = place_name or translation[0], translation[1]
    place = _place(reading, symbol, place_name, date)
    enacting = preamble.read(reading, place, date)
    headless = self_reference.kind(reading) if number is None and enacting is None else None
    type_word, title, type_span = title_lines.find(region, number, enacting.title if enacting else None)
    if headless is not None:
        type_word, title, type_span = headless, None, None  # types that stand below its articles are of its annexes
    about = subject.find(region, reading.low, number.end() if number else HEAD_LIMIT)
    if type_word and symbol and symbol.type_code == consolidated.CODE:
        type_word = types.of_code(symbol)  # "LUẬT / ĐO LƯỜNG" below the number is what was consolidated
    elif type_word and symbol and not _bears(type_word, symbol, reading):
        type_word = title = None  # the heading of an annex, where a scan hid the type itself
    if type_word is None and number:
        type_word = number_line.kind(number, symbol)
        if about and symbol and symbol.type_code == OF_TAXES and recipient_headings.addressed(reading.text):
            type_word = types.spellings()["công văn"]
    if type_word is None:
        type_word = enacting.type if enacting else headless or self_reference.kind(reading)
    if type_word is None and number is None:
        type_word = self_reference.enacting(reading)
    if type_word is None and about is not None and (addressed := recipient_headings.addressed(reading.text)):
        # a letter that bears no number: subject and addressee tell
        type_word = types.spellings()["công văn"]
        type_span = Span(reading.text.rfind("\n", 0, addressed) + 1, addressed)
    letter = type_word is not None and type_word.slug == "cong-van"
    if title is None or (letter and (type_span is None or number is None)):
        title = about or title
    if title is None and number and type_word is not None and not letter:
        title = title_lines.by_lead(region, number.end())
    if title is None and enacting is not None:
        title = enacting.title
    if title is None and type_word is None:
        title = title_lines.of_annex(region)
    date = date or (self_reference.adopted(reading, type_word) if type_word else None)
    act = type_word
    if consolidated.is_one(region, number):
        type_word = types.spellings()[consolidated.KIND]
    span = Span(number.start(), number.end()) if number else type_span
    consolidates = number is None or "bổ sung bởi" in region or "HỢP NHẤT" in region
    signed = consolidated.certifiers(reading.text) if consolidates else ()
    listed, copies = recipient_lists.copies(reading.text, reading.low)
    joint = _joint(type_word, symbol) or type_line.of_several(region, type_span)
    signed = signed or signature.signers(reading.text, joint=joint, beside=listed)
    signed = signed or bare_signature.on_one_line(reading.text, listed)
    if not signed and listed is not None and copies:
        listed_end = copies[-1].pieces[-1][1]
        signed = bare_signature.in_small_letters(reading.text) or bare_signature.alone(reading.text, listed, listed_end)
    elif not signed and type_word is not None:
        signed = bare_signature.in_small_letters(reading.text) or bare_signature.above_remark(reading.text)
    below = signed[-1] if signed and (signed[-1].capacity or signed[-1].position) else None
    if below and listed is not None and recipient_headings.of_form(reading.text, below.span.end, listed):
        copies = []
    issuer, parent = _issuer(
        reading, region, number, symbol, type_word, place, date, type_span.start if type_span else HEAD_LIMIT
    )
    if act is not type_word:
        issuer = consolidated.uncertified(act, issuer, enacting.issuer if enacting else None)
    else:
        issuer = issuer or (enacting.issuer if enacting else from_type(type_word.label_vi if type_word else None))
    if issuer is None and type_word is not None:
        issuer = (
            speakers.of_signature(signed, place, date)
            or speakers.at_end(reading.text, place, date)
            or speakers.deciding(region, type_span.end if type_span else 0, place, date)
            or speakers.promulgating(region, type_span.end if type_span else 0, place, date)
        )
    header = Header(
        type=type_word.label_vi if type_word else None,
        number=number["number"] if number and number["number"] != UNREAD else None,
        year=(number["year"] or None) if number else None,
        symbol=symbol.text if symbol else None,
        issuer=issuer,
        place=" ".join(place_name.split()) if place_name else None,
        date=date,
        title=title_lines.without_lead(title),
        signer=signature.names(signed),
        span=span,
        parent=parent,
        signers=signed,
        recipients=recipients.read(reading.text, copies, place, date, issuer),
    )
    if consolidates and (symbol is None or symbol.type_code != consolidated.CODE):
        header = consolidated.certified(header, reading)
        if header.symbol != (symbol.text if symbol else None):
            symbol = parse_symbol(header.symbol or "")
            type_word = types.of_code(symbol) if symbol else type_word
    if type_word is not None and type_word.slug == title_lines.CONSOLIDATED:
        header = replace(header, title=consolidated.without_marks(header.title))
    return Head(header, type_word, symbol, place)


def _displaced(region: str) -> re.Match[str] | None:
    """The number of a letterhead behind the first page, if it is one of the type that stands at the top."""
    number = number_line.displaced(region)
    symbol = parse_symbol(number["symbol"]) if number else None
    kind = title_lines.find(region, None)[0] if symbol else None
    return number if kind is not None and symbol is not None and types.of_code(symbol) == kind else None


def _place(reading: Reading, symbol: Symbol | None, stated: str | None, date: str | None) -> Place | None:
    """The province that "UBND tỉnh" means in this text: of the dateline, else the province that the text names most.

    A central body signs in Hà Nội and means no "UBND" of Hà Nội by it; the one province that its text names may be
    meant."""
    central = is_central(symbol)
    if stated and not central:
        found = place_at(stated, date)
        if found is not None:
            return found
    counts = Counter(letters(match["name"]) for match in _provinces().finditer(reading.low, 0, PLACE_LIMIT))
    if not counts or (central and len(counts) > 1):
        return None
    most = max(counts.values())
    return place_at(min(name for name, count in counts.items() if count == most), date)


def is_central(symbol: Symbol | None) -> bool:
    """Does the first code of a symbol name a body that there is once in the country?"""
    issuer = from_symbol(symbol, None, None, None) if symbol is not None else None
    body = issuer_by_id().get(issuer.key) if issuer else None
    return body is not None and body.scope == "unique"


@cache
def _provinces() -> re.Pattern[str]:
    names = {letters(place.name) for place in places()}
    return re.compile(rf"t(?<!\w.)(?:ỉnh|hành\s+phố)\s+(?P<name>{trie.pattern(names)})(?!\w)")


def _issuer(
    reading: Reading,
    region: str,
    number: re.Match[str] | None,
    symbol: Symbol | None,
    type_word: DocumentType | None,
    place: Place | None,
    date: str | None,
    begins: int,
) -> tuple[Issuer | None, Issuer | None]:
    """Who speaks, as the letterhead or the code says, and the body above it. begins: where the type stands; below it is
    no letterhead."""
    by_code = from_symbol(symbol, type_word.label_vi if type_word else None, place, date) if symbol else None
    if by_code is None and number is not None and number_line.of_gazette(number):
        named = from_text(" ".join(number["type"].split()), place, date)
        return (named[0] if named else None), None
    head = region[: number.start()] if number else region[: min(400, begins)]
    ends = number is not None or begins < HEAD_LIMIT
    above, parent = letterhead.bodies(head, place, date, reading.text, reading.low, ends=ends)
    if by_code is None:
        return above, parent
    longest = max((len(agency) for agency in symbol.agencies), default=SPELT) if symbol else SPELT
    half = number is not None and number_line.is_scanned(number) and longest < SPELT
    if half and above is not None and not above.key.startswith("x"):
        return above, parent  # "GM-TB": what a scan left of a code says less than the letterhead
    if above is not None and is_unique(by_code.key) and _is_local(above, parent):
        return above, parent  # "KL/TƯ" below TỈNH ỦY THỪA THIÊN HUẾ, "GDĐT-VP" of the office of a district
    central = above is not None and "." not in above.key and "." in by_code.key and not above.key.startswith("x")
    unit = above is not None and letterhead.is_unit(above) and "." in by_code.key
    if above is not None and symbol is not None and symbol.agencies == ("CT",) and _series(above) == "ubnd":
        return above, parent  # QĐ-CT: its chairman, and no tax office
    if above is not None and (central or unit or _series(above) == _series(by_code)):
        return above, parent  # the code UBND is that of the province, the letterhead says of which district
    return by_code, None


OF_TAXES = "CT"
"""The code of directives, and of the tax departments, whose letters have a subject: "5068/CT-TTHT, V/v …"."""

SPELT = 3
"""Letters of a code that tells its body."""


def _bears(kind: DocumentType, symbol: Symbol, reading: Reading) -> bool:
    """Can a document that calls itself so bear this symbol? "Quyết định này" proves it, whatever the code."""
    if not symbol.type_code or symbol.family == "na" or types.of_code(symbol) is None:
        return True
    return symbol.type_code in types.codes(kind) or f"{letters(kind.label_vi)} này" in reading.low


def _is_local(issuer: Issuer, parent: Issuer | None) -> bool:
    """Is it a body of a province, or one below such a body?"""
    own = issuer if parent is None or not issuer.key.startswith("x") else parent
    return "." in own.key and not own.key.startswith("x")


def _series(issuer: Issuer) -> str:
    return issuer.key.partition(".")[0]


JOINT = ("TTLT", "TTLB", "TTLN", "NQLT", "KHLT", "HDLN", "HDLT", "QCLT")
"""Codes of what several bodies sign together."""


def _joint(kind: DocumentType | None, symbol: Symbol | None) -> bool:
    """Do several bodies sign together?"""
    return (kind is not None and kind.slug.endswith("-lien-tich")) or (
        symbol is not None and symbol.text.partition("-")[0] in JOINT
    )
