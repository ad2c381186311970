"""Where a local body sits: "tỉnh Sơn La", "huyện Mai Sơn, tỉnh Sơn La", "TP. Hồ Chí Minh", or just "tỉnh" (the
speaker's own)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from ontology.tables import Place, era, place_on, places
from ontology.tokens import Tokens, Trie
from ontology.words import slug

Rank = Literal["province", "district", "commune"]

_UNITS: dict[str, tuple[Rank, str]] = {
    "tỉnh": ("province", "tỉnh"),
    "thành phố": ("province", "thành phố"),
    "tp": ("province", "thành phố"),
    "thủ đô": ("province", "thành phố"),
    "huyện": ("district", "huyện"),
    "quận": ("district", "quận"),
    "thị xã": ("district", "thị xã"),
    "tx": ("district", "thị xã"),
    "thị trấn": ("commune", "thị trấn"),
    "xã": ("commune", "xã"),
    "phường": ("commune", "phường"),
    "đặc khu": ("commune", "đặc khu"),
    "khu vực": ("district", "khu vực"),
}
REGION = "khu vực"
"""Courts, procuracies and branches of central bodies since 2025: "Tòa án nhân dân khu vực 1 - Sơn La". Only with its
number or name."""

_PLURALS = frozenset({"các", "cấp", "những", "mỗi"})
_MAX_NAME = 4
_NAMESAKES = frozenset({"Hồ Chí Minh"})
"""Names that also honour a person ("Đoàn Thanh niên Cộng sản Hồ Chí Minh"): a place only behind a unit word."""

_LINKS = frozenset({"thuộc", "của"})


class Seat(Struct, frozen=True):
    """Where a body sits. rank None: nothing was said and nothing is known.

    words: as it stands in an official name ("tỉnh Sơn La", "huyện Mai Sơn"); steps: key segments below the province.
    """

    rank: Rank | None
    words: str
    province: Place | None
    steps: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Key segments, most local first: "14-son-la", "huyen-mai-son.14-son-la"; "" when unknown."""
        return ".".join([*self.steps, *([self.province.key] if self.province else [])])


@cache
def _units() -> Trie[tuple[Rank, str]]:
    return Trie(_UNITS.items())


@cache
def _provinces() -> Trie[tuple[Place, ...]]:
    by_name: dict[str, list[Place]] = {}
    for row in sorted(places(), key=lambda row: row.valid_from):
        unit = "tỉnh" if row.kind == "province" else "thành phố"
        spellings = {row.name, row.full_name, f"{unit} {row.name}", *row.aliases} - _NAMESAKES
        short = {f"tp {row.name}", f"thủ đô {row.name}"} if row.kind == "city" else set()
        for name in sorted(spellings | short):
            by_name.setdefault(name.lower(), []).append(row)
    return Trie((name, tuple(eras)) for name, eras in by_name.items())


def of_place(place: Place | None, date: str | None) -> Seat:
    """The seat of a province body of that place, in the era of the date."""
    if place is None:
        return Seat(None, "", None)
    own = place_on(place, date)
    return Seat("province", own.full_name, own)


def province_at(text: Tokens, at: int, own: Place | None, date: str | None) -> tuple[Place, int] | None:
    """The province named at word `at` (with or without "tỉnh"), in the era of the date; without a date the
    speaker's own era counts for its own province."""
    found = _provinces().longest(text, at)
    if found is None or not any(text.capital(i) for i in range(at, found[1])):
        return None
    eras, end = found
    if date is None and own in eras:
        return own, end
    place = era(eras, date)
    return (place, end) if place else None


def read(text: Tokens, at: int, own: Place | None, date: str | None) -> tuple[Seat, int] | None:
    """The seat stated at word `at`, else the speaker's own; the index of the word after it. None for a plural ("các
    huyện")."""
    if at < len(text) and text.lower[at] in _PLURALS:
        return None
    if at >= len(text) or not text.joined(at):
        return of_place(own, date), at
    stated = province_at(text, at, own, date)
    if stated:
        return Seat("province", stated[0].full_name, stated[0]), stated[1]
    unit = _units().longest(text, at)
    return _below(text, unit[0], unit[1], own, date) if unit else (of_place(own, date), at)


def _below(text: Tokens, unit: tuple[Rank, str], at: int, own: Place | None, date: str | None) -> tuple[Seat, int]:
    rank, word = unit
    end = name_end(text, at)
    if word == REGION:
        return _region(text, at, end, own, date)
    if rank == "province" and (end == at or word == "tỉnh"):
        return _own_unit(word, own, date), at
    rank = "district" if rank == "province" else rank
    name = f"{word} {text.slice(at, end)}".strip()
    upper, end = _upper(text, end, own, date)
    words = f"{name}, {upper.words}" if upper.words else name
    return Seat(rank, words, upper.province, (slug(name), *upper.steps)), end


def _region(text: Tokens, at: int, end: int, own: Place | None, date: str | None) -> tuple[Seat, int]:
    """A region by its number ("khu vực 1 - Sơn La", "khu vực IX") or its places; nothing stated without one ("công an
    khu vực")."""
    if end == at:
        return of_place(own, date), at - 2
    name = f"{REGION} {text.slice(at, end)}"
    hyphen = end < len(text) and text.gap(end).strip() in ("-", "–")
    stated = province_at(text, end, own, date) if hyphen else None
    if stated:
        return Seat("district", f"{name} - {stated[0].name}", stated[0], (slug(name),)), stated[1]
    upper, end = _upper(text, end, own, date)
    words = f"{name}, {upper.words}" if upper.words else name
    return Seat("district", words, upper.province, (slug(name), *upper.steps)), end


def _own_unit(word: str, own: Place | None, date: str | None) -> Seat:
    """Just "tỉnh" or "thành phố": the own province; a "thành phố" in a province is one of its cities, we do not
    know which."""
    seat = of_place(own, date)
    if seat.province is None:
        return Seat("province", word, None)
    if word == "thành phố" and seat.province.kind == "province":
        return Seat("district", word, seat.province, (slug(word),))
    return seat


def _upper(text: Tokens, at: int, own: Place | None, date: str | None) -> tuple[Seat, int]:
    """The district and province that follow a name (", huyện Y, tỉnh X"); words "" when only the own province is
    known."""
    silent = Seat("province", "", place_on(own, date) if own else None)
    if at >= len(text):
        return silent, at
    first = at + 1 if text.lower[at] in _LINKS and at + 1 < len(text) else at
    if not text.joined(first):
        return silent, at
    stated = province_at(text, first, own, date)
    if stated:
        return Seat("province", stated[0].full_name, stated[0]), stated[1]
    unit = _units().longest(text, first)
    if unit and unit[0][0] != "commune" and name_end(text, unit[1]) > unit[1]:
        return _below(text, unit[0], unit[1], own, date)
    return silent, at


def name_end(text: Tokens, at: int) -> int:
    """The index after a proper name that begins at word `at`: capital words or numbers, at most four, joined by
    blanks or hyphens."""
    end = at
    while end < len(text) and end - at < _MAX_NAME and (text.capital(end) or text.lower[end].isdigit()):
        if end > at and (text.gap(end).strip(" -") or text.lower[end].isdigit() or province_at(text, end, None, None)):
            break
        if end == at and text.gap(end).strip(" ."):
            break
        end += 1
    return end


def named(name: str, province: Place | None, date: str | None) -> Seat:
    """The seat of a district-level unit of that name in a province; a bare province seat without a name."""
    own = place_on(province, date) if province else None
    return Seat("district", name, own, (slug(name),) if name else ())
