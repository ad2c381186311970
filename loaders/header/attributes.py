"""The attribute table above a saved document ("Thuộc tính"): what a portal says of it fills what its own header
leaves out."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from loaders.citations import dates, types
from loaders.header import caption, persons, signature, title_lines
from loaders.header.header import Head
from loaders.text import front_matter, patterns, trie
from loaders.text.reading import Reading, lower
from ontology.issuer_names import from_scan, from_text
from ontology.issuers import from_symbol, is_stranger
from ontology.lexicon import phrases
from ontology.numbers import format_number, parse_symbol
from ontology.records import Header, Signer, Span
from ontology.tables import attribute_labels
from ontology.typed_numbers import parse_number
from ontology.words import fold, letters

LIMIT = 6000
"""Code points in which such a table stands."""


SCALARS = frozenset({">", ">-", "|", "|-"})
"""Where the value of a key stands on the lines below."""

SIGNED_AS = patterns.awaited(rf"(?:{trie.pattern(phrases('capacity'))})(?!\w)")
"""The capacity in front of a signer's name: "Thủ tướng Nguyễn Văn An"."""


@cache
def _fields() -> dict[str, str]:
    """Label → field; the keys of front matter are labels without diacritics ("ngay_ban_hanh: 2026-05-12"), and careless
    tables leave these out, too ("So hieu")."""
    printed = {letters(row.label): row.field for row in attribute_labels()}
    return printed | {key: field for label, field in printed.items() for key in (*_keys(label), fold(label))}


def _keys(label: str) -> tuple[str, str, str]:
    key = fold(label)
    return key.replace(" ", "_"), key.replace(" ", ""), key.replace(" ", "-")


@cache
def _pattern() -> re.Pattern[str]:
    """A row, with the end of the line before it: at the beginnings of lines alone the engine would try every place."""
    labels = trie.pattern(_fields())
    return re.compile(rf"\n(?:[-•>][ ])?[ \t|]*(?P<label>{labels})[ \t]*(?::[ \t]*\||\||:|\t)[ \t]*(?P<value>[^|\n]+)")


@cache
def _number_labels() -> tuple[str, ...]:
    return tuple(letters(row.label) for row in attribute_labels() if row.field == "number")


@cache
def _stacked() -> re.Pattern[str]:
    labels = trie.pattern(_fields())
    return re.compile(rf"\n[ \t]*(?P<label>{labels})[ \t]*:?[ \t]*\n(?:[ \t]*\|[ \t]*\n)?[ \t]*(?P<value>[^|\n]+)")


def read(page: Reading) -> dict[str, str]:
    """Field → value as printed, the first of each, the table's before the front matter's; empty when the text has no
    such table (two rows make one, one key of front matter does).

    A portal that prints each value below its label has one where a number stands below its own.
    """
    text = _parted(page.text[:LIMIT])
    low = page.low[:LIMIT] if len(text) == LIMIT and text == page.text[:LIMIT] else lower(text)
    found = _rows(text, low, _pattern())
    if not found and any(f"{label}\n" in low or f"{label}:\n" in low for label in _number_labels()):
        found = _rows(text, low, _stacked())
        found = found if parse_number(found.get("number", "")) else {}
    enough = 0 if front_matter.end(page.text) else 1
    return found if len(found) > enough else {}


def _parted(text: str) -> str:
    """Each label on a line of its own; some pages glue a second one to the value of the first: "Số hiệu:
    25-HD/BCĐTWNgày đăng công báo: …"."""
    parts, position = [], 0
    for label in _label().finditer(text):
        value = text[position : label.start()].rstrip(" \t")
        if value and not value[-1].isspace() and value[-1] != "|":
            parts.append(value)
            position = label.start()
    return "\n".join((*parts, text[position:]))


@cache
def _label() -> re.Pattern[str]:
    """A label with its colon, no matter where it stands; none begins within another."""
    labels = (*(row.label for row in attribute_labels()), *phrases("other_label"))
    return re.compile(rf"{trie.pattern(label[:1].upper() + label[1:] for label in labels)}[ \t]*:")


def _rows(text: str, low: str, pattern: re.Pattern[str]) -> dict[str, str]:
    text, low = f"\n{text}", f"\n{low}"
    printed: dict[str, str] = {}
    keyed: dict[str, str] = {}
    for match in pattern.finditer(low):
        field = _fields()[letters(match["label"])]
        value = text[match.start("value") : match.end("value")].strip(" \t*_\"'")
        if not value or value in SCALARS or (field == "signer" and _signer(value)[0] is None):
            continue  # "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ" is the stamp of an electronic signature
        found = keyed if match["label"] in _keys(match["label"]) else printed
        found.setdefault(field, value)
    return keyed | printed


ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(printed: str) -> str | None:
    """The day of a table ("31/03/2026") or of front matter ("2026-03-31")."""
    if ISO_DAY.fullmatch(printed):
        return printed
    day = dates.DATE.match(f" ngày {printed.lower()}")
    return dates.iso(day) if day else None


def _place(printed: str) -> str | None:
    """The place of a table, unless a body stands in its stead ("Nơi ban hành: Bộ Quốc phòng")."""
    body = from_text(printed, None, None) or from_scan(printed, None, None) if printed else None
    return printed if printed and body is None else None


def _signer(printed: str) -> tuple[str | None, str | None]:
    """Name and office: "Bộ trưởng Bộ Y tế Nguyễn Văn An", "Nguyễn Văn An, Bộ trưởng", "Nguyễn Văn An (Bộ trưởng)"."""
    name, _, aside = printed.partition("(")
    body = from_text(name, None, None)
    front = ""
    if body is not None and not is_stranger(body[0].key):
        front, name = name[: body[1]], name[body[1] :]
    capacity = SIGNED_AS.match(letters(name))
    if capacity:
        front, name = name[: capacity.end()], name[capacity.end() :]
    named, _, behind = name.strip(" ,").partition(",")
    person = persons.person(re.split(r"\s[-–]\s", named)[0])
    offices = (FOR_WHOM.split(part.partition(")")[0])[0].strip(" ,-–") for part in (front, behind, aside))
    return person, next((part for part in offices if SIGNED_AS.match(letters(part))), None)


def _told_twice(own: Header, text: str) -> bool:
    """Is something left out, and does the number stand above the head, too, where a table or a caption has it?"""
    if own.title is not None and own.signers:
        return False
    printed = f"{own.number}/{own.year}/" if own.year else f"{own.number}/"
    above = text.find(printed, 0, own.span.start if own.span else 0)
    return above >= 0


OLD = re.compile(r"^([0-9]{1,5}) ?(?=[A-ZĐ])")
"""A number whose symbol stands right behind it, in old papers: "1502TM/XNK"."""


def _filled(head: Head, stated: dict[str, str], called: caption.Caption | None, page: Reading) -> Head:
    """The head of a saved page that prints its document whole, with the title and the signer that it leaves out."""
    own = head.header
    signer, office = _signer(stated.get("signer", ""))
    title = own.title or stated.get("title") or title_lines.without_lead(called.title if called else None)
    signed = own.signers or _signed(signer, office or stated.get("position"), page.text)
    header = replace(own, title=title, signers=signed, signer=own.signer or signature.names(signed))
    return replace(head, header=header)


FOR_WHOM = re.compile(r"[\s,;]+(?:đã\s+)?ký\s|[\s,;]+thừa\s|;")
"""What stands behind an office: "Thứ trưởng, ký thay Bộ trưởng"."""


def _signed(name: str | None, office: str | None, text: str) -> tuple[Signer, ...]:
    """The signer where the table names one, or all of them, parted by commas."""
    start = text.find(name) if name else -1
    if not name or start < 0:
        return ()
    end = start + len(name)
    found = [Signer(name, Span(start, end), office)]
    while office is None and (also := ALSO.match(text, end)) and persons.signs(also["name"]):
        end = also.end()
        found.append(Signer(also["name"], Span(also.start("name"), end)))
    return tuple(found)


ALSO = re.compile(r"[,;][ ](?P<name>[^\W\d_]+(?:[ ][^\W\d_]+){1,4})(?=[ ]*(?:[,;|\n]|$))")
"""The next one of several that sign together: "Người ký: Lê Tất Đắc, Nguyễn Đăng"."""


def complete(head: Head, page: Reading) -> Head:
    """The head with what the table, or the caption above the text, states where its own header says nothing."""
    own = head.header
    if own.number is not None and not _told_twice(own, page.text) and not front_matter.BEGIN.match(page.text):
        return head
    stated = read(page)
    called = caption.read(page) or caption.continued(page) or caption.above(page, own)
    if called is None and "number" in stated and "title" not in stated:
        called = caption.of_portal(page, stated["number"])
    if not stated and called is None:
        return head
    number = parse_number(stated.get("number", "")) or parse_number(OLD.sub(r"\1/", stated.get("number", "")))
    if number is None and called is not None:
        number = parse_number(format_number(called.number, called.year, called.symbol.text))
    if own.number is not None and number is not None and (number.number, number.year) != (own.number, own.year):
        return head  # the saved page is about another document than the one whose head it prints
    if own.number is not None and not front_matter.BEGIN.match(page.text):
        same = number is not None and letters(number.symbol) == letters(own.symbol or "")
        return _filled(head, stated, called, page) if same else head
    symbol = head.symbol or (called.symbol if called else None) or (parse_symbol(number.symbol) if number else None)
    date = own.date or _day(stated.get("date", "")) or (called.date if called else None)
    kind = head.type or types.spellings().get(letters(stated.get("type", ""))) or (called.type if called else None)
    if kind is None and symbol is not None:
        kind = types.of_code(symbol)
    named = from_text(stated.get("issuer", ""), head.place, date) or from_text(stated.get("place", ""), None, date)
    by_code = from_symbol(symbol, kind.label_vi if kind else None, head.place, date) if symbol else None
    signer, office = _signer(stated.get("signer", ""))
    signed = _signed(signer, office or stated.get("position"), page.text)
    header = replace(
        own,
        type=kind.label_vi if kind else own.type,
        number=own.number or (number.number if number else None),
        year=own.year or (number.year if number else None),
        symbol=symbol.text if symbol else None,
        issuer=own.issuer or (named[0] if named else None) or by_code,
        place=own.place or _place(stated.get("place", "")),
        date=date,
        title=own.title
        or stated.get("title")
        or title_lines.without_lead(called.title if called else caption.plain(page)),
        signer=own.signer or signature.names(signed) or signer,
        signers=own.signers or signed,
    )
    return replace(head, header=header, type=kind, symbol=symbol)
