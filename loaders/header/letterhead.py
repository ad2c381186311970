"""The letterhead: which body speaks, from the capitals above the number; two columns in one line are parted."""

from __future__ import annotations

import re
from functools import cache

from loaders.citations import types
from loaders.header import capacities
from loaders.text import trie
from ontology.issuer_names import from_scan, from_text
from ontology.issuers import is_stranger, is_unique
from ontology.lexicon import phrases
from ontology.records import Issuer
from ontology.tables import Place
from ontology.words import bare, letters, slug, tone

MOTTO = ("CỘNG HÒA", "CỘNG HOÀ", "ĐỘC LẬP", "ĐẢNG CỘNG SẢN")

YOUTH = ("ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH")
"""What papers of the Youth Union print where those of the state have the motto."""

COLUMN = re.compile(
    r"(?<=\S)\s+(?:C[ỘỌÔO]NG\s+H[ÒOÀ][ÀAÒ]?\s+X[ÃA]\s|ĐẢNG\s+C[ỘỌÔO]NG\s+S[ẢA]N\s+V|Độc\s+lập\s*[-–—]|V/v\s).*"
)
"""The right column of the head, behind the body on the same line: "SỞ Y TẾ Độc lập - Tự do - Hạnh phúc"."""

EDGE = " *#-:.,¬~'`\"“”ˆ"
"""What stands around the words of a cell, with the specks of a scan."""

INTRODUCES = re.compile(r":[ ]*(?=[^\W\d_])")
"""The colon of a form between the kind of a body and its name: "TRƯỜNG: THCS NGUYỄN DU"."""

RULE = re.compile(r"[-=_*~o0 ]{5,}")
"""A line that is drawn: what follows it is no letterhead."""


@cache
def _units() -> dict[str, str]:
    """Units that many bodies have, and how they are spelled: in a head they are those of the body above (NĐ 30/2020
    annex I: the superior body stands above the one that issues)."""
    return {unit: unit[:1].upper() + unit[1:] for unit in phrases("unit_of_body")}


def bodies(
    head: str, place: Place | None, date: str | None, text: str = "", low: str = "", *, ends: bool = True
) -> tuple[Issuer | None, Issuer | None]:
    """The last body that the capitals name, and the one above it: "UBND TỈNH LÀO CAI / SỞ CÔNG THƯƠNG" is the
    department below the province.

    text: the whole text, which may print the name in small letters; low: its lower-case twin. ends: what follows the
    letterhead is known, so that all of the head belongs to it.
    """
    capitals: list[str] = []
    for line in head.split("\n"):
        words = line.strip(" \t|*")
        if (capitals and RULE.fullmatch(line.strip())) or (words[:1] in MARKS and capacities.MARKED.match(words)):
            break  # or a page of which nothing but the signature was read
        if _is_receipt(line):
            capitals = []  # what the office that received it stamped above
        for cell in re.split(r"[|\t]|\s{3,}", line):
            printed = INTRODUCES.sub(" ", COLUMN.sub("", cell.strip()).strip(EDGE))
            if printed.isupper() and not printed.startswith(MOTTO) and printed not in YOUTH:
                capitals += _levels(printed)
    named, start = last(capitals, place, date, ends)
    if named is None:
        return None, None
    unit = _units().get(letters(capitals[start + 1])) if start + 2 == len(capitals) else None
    if unit:
        own = _of_centre(Issuer(unit, "x."), named) or _unit(unit, named, place, date)
        return own, named if own.name != named.name else None
    parent = _above(capitals[:start], place, date)
    if parent is not None and _side_by_side(parent, named):
        return parent, None
    if parent is not None and is_stranger(parent.key) and _series(named) in EQUALS:
        parent = None  # what a stamp says above it: "TRUNG TÂM CÔNG BÁO"
    own = _of_centre(named, parent) or _of_district(_spelled(named, text, low), parent, place, date)
    return own, parent if parent is not None and parent.key != own.key else None


EQUALS = frozenset({"ubnd", "hdnd", "mttq-tinh"})
"""Series of bodies of a province that stand side by side, where they speak together; the first one is told."""


def _side_by_side(one: Issuer, other: Issuer) -> bool:
    """Do both speak for one place: "HỘI ĐỒNG NHÂN DÂN - ỦY BAN NHÂN DÂN TỈNH SƠN LA"? The committee of a commune stands
    below that of its district: "UBND QUẬN HÀ ĐÔNG / UBND PHƯỜNG MỘ LAO"."""
    if not {_series(one), _series(other)} <= EQUALS or one.key == other.key:
        return False
    of_one, of_other = one.key.partition(".")[2], other.key.partition(".")[2]
    return _series(one) != _series(other) or not (of_one and of_other)


def _series(issuer: Issuer) -> str:
    return issuer.key.partition(".")[0]


MARKS = frozenset("TKtk")
"""How a mark like "TM." begins: a cheap look."""


def _levels(printed: str) -> list[str]:
    """The bodies of one line: "BỘ TƯ PHÁP - CỤC BỔ TRỢ TƯ PHÁP" are two, one below the other; of two of the same level
    the line is kept."""
    above, dash, below = printed.partition(" - ")
    if dash and letters(below).startswith(_below()):
        return [above, below]
    for joined in _joined().finditer(printed):
        if _stands_above(printed[: joined.start()]):
            return [printed[: joined.start()], printed[joined.end() :]]  # "BỘ Y TẾ TRƯỜNG ĐẠI HỌC ĐIỀU DƯỠNG"
    return [printed]


def _stands_above(words: str) -> bool:
    """Are these words a whole body, one of the country or with its place? "ỦY BAN KIỂM TRA" may go on."""
    if letters(words) in _units():
        return False
    found = from_text(words, None, None)
    whole = found is not None and not is_stranger(found[0].key) and not letters(words[found[1] :]).strip(" ,.")
    return found is not None and whole and ("." in found[0].key or is_unique(found[0].key))


@cache
def _joined() -> re.Pattern[str]:
    """The blank before the next body, where a page joined the lines of the letterhead."""
    words = (*phrases("subordinate_body"), *phrases("joined_body"))
    return re.compile(rf"(?<=\w)[ ](?={trie.pattern(word.upper() for word in words)}[ ])")


@cache
def _below() -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in phrases("subordinate_body"))


@cache
def _receipt() -> tuple[str, ...]:
    return phrases("receipt_stamp")


def _is_receipt(line: str) -> bool:
    """A line of the stamp with which an office books what it receives: "ĐẾN Ngày: 13/3/2025", "Số và ký hiệu HS:"."""
    if not RECEIPT.match(line):
        return False
    words = WORDS.sub(" ", letters(line)).strip()
    return any(words == phrase or words.startswith(f"{phrase} ") for phrase in _receipt())


RECEIPT = re.compile(r"\W{0,4}(?:ĐẾN|Đến|Chuyển|Số\s+và)")
"""How such a line begins: a cheap look."""

WORDS = re.compile(r"[\W\d_]+")


def _above(capitals: list[str], place: Place | None, date: str | None) -> Issuer | None:
    """The last body that the lines above name, as they spell it."""
    for start in range(len(capitals) - 1, -1, -1):
        named = from_text("\n".join(capitals[start:]), place, date)
        if named is not None:
            return named[0]
    return None


def last(capitals: list[str], place: Place | None, date: str | None, ends: bool = False) -> tuple[Issuer | None, int]:
    """The last body that lines in capitals name, and the line where its name begins."""
    for start in range(len(capitals) - 1, -1, -1):
        words = "\n".join(capitals[start:])
        if start > 0 and letters(words) in _units():
            continue  # "HỘI ĐỒNG QUẢN TRỊ" is that of the body above
        named = from_text(words, place, date)
        if named is None or is_stranger(named[0].key):
            named = from_scan(words, place, date) or named
        open_end = ends and named is not None and (is_stranger(named[0].key) or ".x." in named[0].key)
        if named is not None and open_end and _goes_on(words[named[1] :]):
            named = _longer(from_text(words.replace("\n", " "), place, date), named)
        if named is not None:
            return named[0], start
    return None, 0


def _goes_on(rest: str) -> bool:
    """Does a name go on in the next line, where no other body stands: "TRƯỜNG ĐẠI HỌC / KINH TẾ QUỐC DÂN"? A type or
    "THEO …" begins something else. rest: what stands behind the name so far."""
    if not rest.startswith("\n"):
        return False
    words = letters(rest).split()
    opens = (" ".join(words[:count]) for count in (1, 2, 3))
    return len(words) > 1 and words[0] != "theo" and not any(label in types.spellings() for label in opens)


def _longer(one: tuple[Issuer, int] | None, other: tuple[Issuer, int]) -> tuple[Issuer, int]:
    return one if one is not None and one[1] > other[1] else other


def _unit(unit: str, above: Issuer, place: Place | None, date: str | None) -> Issuer:
    """The unit of the body above it; that of a central body is in no province."""
    own = from_text(f"{unit} {above.name}", place, date)
    if own is None or own[0].name == above.name:
        return above
    central = is_stranger(own[0].key) and "." not in above.key
    return Issuer(own[0].name, f"x.{slug(own[0].name)}") if central else own[0]


def _of_centre(own: Issuer, above: Issuer | None) -> Issuer | None:
    """A commission of the Central Committee, which its own letterhead does not call one: "BAN TỔ CHỨC" below "BAN CHẤP
    HÀNH TRUNG ƯƠNG"."""
    if above is None or above.key != CENTRE or not is_stranger(own.key):
        return None
    found = from_text(f"{own.name} Trung ương", None, None)
    return found[0] if found is not None and is_unique(found[0].key) else None


CENTRE = "tw"
"""Key of the Central Committee."""


def _of_district(own: Issuer, above: Issuer | None, place: Place | None, date: str | None) -> Issuer:
    """An office with the district or commune whose committee stands above it, spelled as the department of that name:
    "PHÒNG NỘI VỤ" below "ỦY BAN NHÂN DÂN HUYỆN MAI SƠN" is "Phòng Nội vụ huyện Mai Sơn"."""
    unit = above.name.removeprefix(COMMITTEE) if above is not None else ""
    if not own.name.startswith(OFFICE) or not is_stranger(own.key) or not unit.startswith(DISTRICTS):
        return own
    department = from_text(f"Sở {own.name.removeprefix(OFFICE)}", None, None)
    known = department is not None and not is_stranger(department[0].key) and department[1] == len(own.name) - 3
    words = department[0].name.removeprefix("Sở ") if department and known else own.name.removeprefix(OFFICE)
    name = f"{OFFICE}{words}" if words.endswith(unit) else f"{OFFICE}{words} {unit}"
    found = from_text(name, place, date)
    return Issuer(name, found[0].key) if found is not None else own


COMMITTEE = "Ủy ban nhân dân "
OFFICE = "Phòng "
DISTRICTS = ("huyện ", "quận ", "thị xã ", "thành phố ", "xã ", "phường ", "đặc khu ")


def is_unit(issuer: Issuer) -> bool:
    """Is it a unit that many bodies have, named with the body above it?"""
    return issuer.name.startswith(tuple(f"{unit} " for unit in _units().values()))


def _spelled(issuer: Issuer, text: str, low: str) -> Issuer:
    """The name of a body that no table knows as the text prints it elsewhere: "Cục Hóa chất" for CỤC HÓA CHẤT."""
    if not is_stranger(issuer.key) or not text:
        return issuer
    start = 0
    for _ in range(LOOKS):
        start = low.find(issuer.name.lower(), start)
        if start < 0:
            break
        printed = text[start : start + len(issuer.name)]
        if not printed.isupper() and printed[:1].isupper():
            return Issuer(tone(printed), issuer.key)
        start += len(issuer.name)
    return _misread(issuer, text, low) if low.find(issuer.name.lower(), HEAD) < 0 else issuer


HEAD = 600
"""Code points in which the letterhead itself prints the name."""


def _misread(issuer: Issuer, text: str, low: str) -> Issuer:
    """The name as the text spells it, where a scan of the letterhead lost marks: "Cục Hóa chất" for CỤC HOA CHÁT."""
    name = letters(issuer.name)
    opener, plain = name.partition(" ")[0], bare(name)
    start = low.find(f"{opener} ", HEAD)
    for _ in range(LOOKS):
        if start < 0:
            break
        printed = text[start : start + len(name)]
        if printed[:1].isupper() and not printed.isupper() and bare(low[start : start + len(name)]) == plain:
            return Issuer(tone(printed), issuer.key)
        start = low.find(f"{opener} ", start + 1)
    return issuer


LOOKS = 20


def is_body(line: str, place: Place | None = None) -> bool:
    """Does a line in capitals "CỦA …" name a body, and no more than who speaks?"""
    found = from_text(line, place, None)
    rest = letters(line[found[1] :]).strip(" ,.") if found else line
    return not rest or rest.startswith("số ") or TERM.fullmatch(rest) is not None


TERM = re.compile(r"kh[oó][aá][ ](?:[ivxlc]{1,6}|[0-9]{1,2})")
"""The term of a body behind its name: "BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII"."""


def known_body(line: str) -> bool:
    """Does a line in capitals name a body that the tables know, and no more?"""
    found = from_text(line, None, None)
    return found is not None and not found[0].key.startswith("x") and not letters(line[found[1] :]).strip(" ,.")
