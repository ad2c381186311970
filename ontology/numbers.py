"""Số ký hiệu: the number of a document ⇄ its parts. Grammar: Decree 30/2020/NĐ-CP, Guidance 36-HD/VPTW and 05-HD/VPTW.

A *symbol* is everything after number and year: "QĐ-TTg" of 2289/QĐ-TTg, "NQ/TW" of 52-NQ/TW, "QH13" of 29/2013/QH13.
Its families:

- na             QH13, UBTVQH14, PL-UBTVQH10, LCT/HĐNN8: numbered per type and term of the National Assembly
- normative      NĐ-CP, TT-BKHCN, TTLT-BTC-BKHCN: types that are always normative; the year stands in the number
- administrative QĐ-TTg, KH-UBND, BC-SKHCN: with a year in the number the same form is normative (21/2020/QĐ-UBND)
- letter         UBND-KGVX: body and drafting unit, no type code: an official letter
- party          NQ/TW, QC/BTCTU-BNCTU, CV/VPTW/nb: numbered per type and committee term
- congress       NQ/ĐH: one series for all types of one congress
- consolidated   VBHN-BCT
- legacy         CP (64/CP), BYT/TT (16-BYT/TT), BYT-QĐ (500/BYT-QĐ): forms of before about 1997
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ontology import codes
from ontology.tables import type_by_word
from ontology.words import letters, nfc

SymbolFamily = Literal["na", "normative", "administrative", "letter", "party", "congress", "consolidated", "legacy"]

ALWAYS_NORMATIVE = frozenset({"NĐ", "TT", "TTLT", "TTLB", "TTLN", "NQLT", "PL", "L", "LCT", "SL", "SLu"})
"""Type codes that no individual act bears."""

_LEGACY_TYPES = frozenset({"QĐ", "CT", "NĐ", "NQ", "TT", "TTLT", "TTLB"})
_OLD_TYPES = frozenset({"QĐ", "TT", "CV", "TTLT", "TTLB"})
_LEGACY_KINDS = frozenset({"government", "office-holder", "legislature"})
_LETTER_TYPES = ("công văn", "văn bản")

_ASSEMBLY = re.compile(r"(?:(PL|NQ|LCT|L|BL|NQLT)[-/.])?(QH|UBTVQH|UBTV|H[ĐD]NN)[K-]?([0-9]{1,2})", re.IGNORECASE)
_SCANNED_TERM = re.compile(r"(?<=QH)(?:[Il](?=[0-9]{2}))?(?P<term>[0-9IlO]{2})$")
_DIGITS = str.maketrans("IlO", "110")
"""Letters that readers of images see for digits, or before them: QHI5, QHI15."""

_GROUP = re.compile(r"[^\W_]+(?:[&.,][^\W_]+)*")
_MAX_GROUPS = 14


class Symbol(Struct, frozen=True):
    """A symbol taken apart. `text` is its right spelling; `agencies` are codes as `ontology.codes` spells them
    (unknown ones as written); `unit` is the drafting unit or a suffix (nb); `term` the digits of QH13; `repaired`:
    the input was spelled otherwise (blanks aside)."""

    text: str
    family: SymbolFamily
    type_code: str | None = None
    agencies: tuple[str, ...] = ()
    unit: str | None = None
    term: str | None = None
    repaired: bool = False


@lru_cache(maxsize=8192)
def parse_symbol(symbol: str, type_word: str | None = None) -> Symbol | None:
    """Take a symbol apart; None when it has not the shape of one.

    Repairs what is certain: look-alike letters, case (QĐ-TTG), listed misspellings (BKH&CN), a missing hyphen
    (NQHĐND), ASCII (ND-CP), separators of the other family (48/CT-TW → CT/TW). Unknown codes stay as written
    (BC-SKHCCN). type_word, the word before the number, decides between a letter and a type code that look alike.
    """
    text = codes.clean(symbol).strip("-/.,;").replace("--", "-")  # a hyphen printed again behind a line end
    parts = [part.split("-") for part in text.split("/")]
    parts = [[_once_stroked(group) for group in part] for part in parts]
    groups = [group for part in parts for group in part]
    if not groups or len(groups) > _MAX_GROUPS or not all(_GROUP.fullmatch(group) for group in groups):
        return None
    word = letters(type_word) if type_word else ""
    found = (
        _assembly(text)
        or _old_office(parts)
        or _party(parts)
        or _state(groups, word)
        or _legacy(groups, text, word)
        or _letter(groups, text)
    )
    return replace(found, repaired=found.text != "".join(nfc(symbol).split())) if found else None


def _once_stroked(group: str) -> str:
    """A reader of images sees QĐ as "QÐĐ", and who types without the Vietnamese keys on leaves it as "QDD": one stroke
    is enough where that makes a known code."""
    once = group.replace("ĐĐ", "Đ").replace("DD", "Đ")
    if once == group or codes.agencies().exact(group):
        return group
    known = codes.party_types().exact(once) or codes.state_types().exact(once) or codes.agencies().exact(once)
    return once if known else group


def _assembly(text: str) -> Symbol | None:
    match = _ASSEMBLY.fullmatch(_SCANNED_TERM.sub(lambda m: m["term"].translate(_DIGITS), text))
    if not match:
        return None
    kind = match[1].upper() if match[1] else None
    body = {"HDNN": "HĐNN", "UBTV": "UBTVQH"}.get(match[2].upper(), match[2].upper())
    separator = "/" if body == "HĐNN" else "-"
    tail = body + text[match.end(2) : match.start(3)].upper().strip("-") + match[3]
    return Symbol(f"{kind}{separator}{tail}" if kind else tail, "na", kind, (body,), term=match[3])


def _old_office(parts: list[list[str]]) -> Symbol | None:
    """Body, type and unit in the order of before 1997: TC/QĐ-TCT, TC/QĐ/CĐKT; ministries often left out their B."""
    rest = [group for part in parts[1:] for group in part]
    if len(parts) < 2 or len(parts[0]) != 1 or len(rest) < 2 or rest[0] not in _OLD_TYPES:
        return None
    written = parts[0][0]
    known = codes.agencies().exact(written) or codes.agencies().exact(f"B{written}")
    if known is None:
        return None
    text = "/".join("-".join(part) for part in parts)
    return Symbol(text, "legacy", rest[0], (known,), "-".join(rest[1:]))


def _party(parts: list[list[str]]) -> Symbol | None:
    if len(parts) == 1:
        return _party_with_hyphens(parts[0])
    kind = codes.party_types().find(parts[0][0]) if len(parts[0]) == 1 else None
    if kind is None:
        return None
    bodies = _read_agencies(parts[1])
    if codes.is_state(bodies[0]) or kind in ("NQLT",):
        return None
    return _party_symbol(kind, bodies, "/".join("-".join(part) for part in parts[2:]) or None)


def _party_with_hyphens(groups: list[str]) -> Symbol | None:
    kind = codes.party_types().find(groups[0]) if len(groups) > 1 else None
    bodies = _read_agencies(groups[1:]) if kind else ()
    if kind is None or not all(codes.is_party(body) for body in bodies):
        return None
    return _party_symbol(kind, bodies, None)


def _party_symbol(kind: str, bodies: tuple[str, ...], unit: str | None) -> Symbol:
    text = f"{kind}/{'-'.join(bodies)}" + (f"/{unit}" if unit else "")
    return Symbol(text, "congress" if bodies == ("ĐH",) else "party", kind, bodies, unit)


def _read_agencies(groups: list[str]) -> tuple[str, ...]:
    """Codes of the groups; a code that was written with a hyphen inside (BKH-CN) takes several groups."""
    read: list[str] = []
    at = 0
    while at < len(groups):
        taken, code = _one_agency(groups, at)
        read.append(code or groups[at])
        at += taken
    return tuple(read)


def _one_agency(groups: list[str], at: int) -> tuple[int, str | None]:
    for taken in (3, 2):
        joined = "-".join(groups[at : at + taken])
        if at + taken <= len(groups) and (code := codes.agencies().exact(joined.upper())):
            return taken, code
    return 1, codes.agencies().find(groups[at])


def _state(groups: list[str], word: str) -> Symbol | None:
    if groups[0] == "HNVB":
        groups = ["VBHN", *groups[1:]]
    if word in _LETTER_TYPES and codes.agencies().exact(groups[0]):
        return None
    kind = codes.state_types().find(groups[0])
    rest = groups[1:]
    if kind is None or (codes.agencies().exact(groups[0]) and not rest):
        kind, rest = _unglued(groups)
    if kind is None:
        return None
    bodies, unit = _bodies_and_unit(rest, joint=kind in ("TTLT", "TTLB", "TTLN", "NQLT"))
    text = "-".join([kind, *bodies, *([unit] if unit else [])])
    return Symbol(text, _state_family(kind), kind, bodies, unit, _term_of(bodies))


def _unglued(groups: list[str]) -> tuple[str | None, list[str]]:
    """A type code glued to its body: NQHĐND, QĐUBND, NQ.HĐND."""
    first = groups[0]
    if codes.agencies().exact(first):
        return None, []
    for cut in range(min(5, len(first) - 1), 0, -1):
        kind, body = codes.state_types().exact(first[:cut]), codes.agencies().exact(first[cut:].lstrip(".,"))
        if kind and body:
            return kind, [body, *groups[1:]]
    return None, []


def _state_family(kind: str) -> SymbolFamily:
    if kind == "VBHN":
        return "consolidated"
    return "normative" if kind in ALWAYS_NORMATIVE else "administrative"


def _bodies_and_unit(groups: list[str], joint: bool) -> tuple[tuple[str, ...], str | None]:
    """The first body always counts; further groups are bodies of a joint act when known as such, else the drafting
    unit."""
    if not groups:
        return (), None
    taken, first = _one_agency(groups, 0)
    bodies, at = [first or groups[0]], taken
    while at < len(groups):
        taken, code = _one_agency(groups, at)
        if not joint and not (
            code and codes.agencies().exact(groups[at]) and codes.is_state(code) and at + 1 == taken + at
        ):
            break
        bodies.append(code or groups[at])
        at += taken
    if at < len(groups):
        return tuple(bodies[:1]), "-".join([*bodies[1:], *groups[at:]])
    return tuple(bodies), None


def _term_of(bodies: tuple[str, ...]) -> str | None:
    return next((m[1] for body in bodies if (m := re.fullmatch(r"(?:UBTV)?QH([0-9]{1,2})", body))), None)


def _legacy(groups: list[str], text: str, word: str) -> Symbol | None:
    body = codes.agencies().find(groups[0])
    rows = codes.bodies(body) if body else ()
    if body is None or not rows:
        return None
    if len(groups) == 1:
        return Symbol(body, "legacy", None, (body,)) if rows[0].kind in _LEGACY_KINDS else None
    kind = codes.state_types().exact(groups[-1])
    stated = type_by_word().get(word)
    old = kind in _LEGACY_TYPES and ("/" in text or kind == "QĐ" or (stated and kind in stated.state_codes))
    if len(groups) != 2 or not old:
        return None
    separator = "/" if "/" in text else "-"
    return Symbol(f"{body}{separator}{kind}", "legacy", kind, (body,))


def _letter(groups: list[str], text: str) -> Symbol | None:
    taken, body = _one_agency(groups, 0)
    if body is None and "." in groups[0]:
        head, _, tail = groups[0].partition(".")
        if codes.agencies().exact(head):
            groups, body = [head, tail, *groups[1:]], head
    if body is None and not any(c.isupper() for c in text):
        return None
    unit = "-".join(groups[taken:]) or None
    first = body or groups[0]
    return Symbol(f"{first}-{unit}" if unit else first, "letter", None, (first,), unit)


def format_number(number: str | None, year: str | None, symbol: str | None) -> str:
    """As people write it: "2289/QĐ-TTg", "32/2019/NĐ-CP", "52-NQ/TW", "16-BYT/TT"; an unknown number leaves its
    place blank."""
    if not symbol:
        return "/".join(part for part in (number, year) if part)
    parsed = parse_symbol(symbol)
    hyphen = (
        year is None
        and parsed is not None
        and "/" in parsed.text
        and parsed.family in ("party", "congress", "legacy", "na")
    )
    head = "/".join(part for part in (number or "", year) if part is not None)
    return f"{head}{'-' if hyphen else '/'}{symbol}"
