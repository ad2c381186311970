"""Names of bodies that no table holds: a word that opens such names, and how far the name runs."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from ontology import territory
from ontology.tables import BodyWord, Place, body_words, issuers, name_stops, place_on
from ontology.tokens import Tokens, Trie
from ontology.words import fold, slug, tone

_BEFORE_FIGURES = frozenset({"ngày", "số", "năm", "khóa", "lần", "tháng"})
_ABOUT_A_DEED = frozenset("việc ban phê quy hướng sửa triển thực tăng giao đẩy một kết công".split())  # noqa: SIM905
_AFTER_AND = frozenset("các những đề được một".split())  # noqa: SIM905
_OPENS_TITLE = frozenset({"về", "việc", "một", "các", "chi"})
_PLURALS = frozenset({"các", "những"})
_CLOSING = re.compile(r"[;:()\[\]“”\"/\n]|\.(?=\s|$)")
_FIGURES = re.compile(r"[0-9]+|[ivx]+")
_MAX_WORDS = 24


class NameRun(Struct, frozen=True):
    """A name, its key, and the index of the word after it."""

    name: str
    key: str
    end: int


@cache
def _stops() -> frozenset[tuple[str, ...]]:
    """Lower-case words that end a name: prepositions, auxiliary verbs, verbs of two syllables."""
    return frozenset(tuple(row.phrase.split()) for row in name_stops())


@cache
def _naming_verbs() -> frozenset[tuple[str, ...]]:
    """Of these, the verbs that a name may begin with right after its opener ("Ban Chỉ đạo thực hiện …")."""
    return frozenset(tuple(row.phrase.split()) for row in name_stops() if row.kind == "naming_verb")


@cache
def _openers() -> Trie[BodyWord]:
    return Trie((row.phrase, row) for row in body_words())


@cache
def _generic_ids() -> dict[str, str]:
    return {row.name_vi: row.id for row in issuers() if row.scope == "generic"}


def name_run(text: Tokens, at: int, place: Place | None, date: str | None) -> NameRun | None:
    """The body name that begins at word `at` with a capital body word ("Viện Nghiên cứu …"); None without one.

    The name ends at punctuation, at a lower-case verb or preposition, or after a province ("tỉnh" alone is the
    speaker's). Local bodies without a province in their name get the speaker's in the key.
    """
    opener = _openers().longest(text, at)
    if opener is None or not text.capital(at):
        return None
    word, opened = opener
    own = place_on(place, date) if place else None
    end, firm = opened, word.firm
    while end < len(text) and end - at < _MAX_WORDS and _goes_on(text, end, word, end == opened):
        province = territory.province_at(text, end, place, date)
        if province:
            if firm:
                firm_name = _as_printed(text, at, end)
                key = _named(f"{firm_name} {province[0].name}", None, None, province[1]).key  # with "tỉnh" or without
                return NameRun(tone(f"{firm_name} {_spelled(text, end, *province)}"), key, province[1])
            return _named(_as_printed(text, at, end), province[0], None, province[1])
        if text.lower[end] == "tỉnh" and not text.capital(end):
            return _named(_as_printed(text, at, end), own, None, end + 1)
        within = _openers().longest(text, end)  # "Hội đồng quản trị Công ty …"
        firm = firm or (within is not None and within[0].firm)
        end += 1
    if end == opened:
        return _bare(word, own, end)
    printed = _as_printed(text, at, end)
    local = word.local and not _of_the_country(printed)
    return _named(printed, None, own if local else None, end)


_COUNTRY = ("trung uong", "quoc gia", "cua chinh phu", "chi dao nha nuoc")


def _of_the_country(name: str) -> bool:
    """Does a name say that there is one such body ("Ban Chỉ đạo quốc gia về chuyển đổi số")? It is of no province."""
    words = f" {fold(name)} "
    return any(f" {each} " in words for each in _COUNTRY)


_PARTS = re.compile(r",|\s[-–—]\s")
_COMPOUNDS = frozenset({("phòng", "chống")})
"""Words that a comma parts and that belong together: "Ban Chỉ đạo Phòng, chống tội phạm"."""


def _goes_on(text: Tokens, at: int, word: BodyWord, first: bool) -> bool:
    gap = text.gap(at)
    if _CLOSING.search(gap):
        return False
    if _opens_title(text, at):
        return False
    if text.capital(at) or text.lower[at].isdigit():
        parts = ("," in gap and first) or (
            (_PARTS.search(gap) is not None) and _openers().longest(text, at) is not None
        )
        return not parts  # "Cục Quản lý Y, Dược cổ truyền - Bộ Y tế": a body follows
    if "," in gap and (text.lower[at - 1], text.lower[at]) not in _COMPOUNDS:
        return False
    lower, follows = text.lower[at], text.lower[at + 1] if at + 1 < len(text) else ""
    if lower == "về" and word.about:
        return bool(follows) and follows not in _ABOUT_A_DEED
    if lower in ("và", "của", "cho"):
        return _links(text, at, lower, follows)
    if (lower,) in _stops() or _does(text, at):
        return False
    counted = text.lower[at - 1] in _PLURALS
    return counted or not _begins_clause(lower, follows, first or _before_place(text, at + 2))


_LEVELS = frozenset("tỉnh huyện xã quận phường thành bộ ngành sở cục quốc nhà trung cao cơ thôn khu".split())  # noqa: SIM905
_REGISTERS = frozenset({"đăng", "chữ", "thư"})


def _does(text: Tokens, at: int) -> bool:
    """Whether a short verb ends the name: "của Cục Hóa chất cấp ngày 3/2", not "Hội đồng cấp Nhà nước"; "ký", not
    "Văn phòng đăng ký"."""
    if text.lower[at] == "ký":
        return text.lower[at - 1] not in _REGISTERS
    if text.lower[at] != "cấp":
        return False
    ends = at + 1 >= len(text) or _CLOSING.search(text.gap(at + 1)) is not None or "," in text.gap(at + 1)
    return ends or text.lower[at + 1] not in _LEVELS


def _opens_title(text: Tokens, at: int) -> bool:
    """Whether a title begins there with its capital: "Đảng ủy Sở Quy định về …"."""
    return (
        at + 2 < len(text)
        and text.capital(at)
        and not text.capital(at + 1)
        and (text.lower[at], text.lower[at + 1]) in _stops()
        and text.lower[at + 2] in _OPENS_TITLE
    )


def _links(text: Tokens, at: int, lower: str, follows: str) -> bool:
    """Whether the name goes on after "và", "của", "cho"."""
    if not follows or (text.capital(at + 1) and _openers().longest(text, at + 1)):
        return False
    return text.capital(at + 1) or (lower == "và" and follows not in _AFTER_AND and (follows,) not in _stops())


def _before_place(text: Tokens, at: int) -> bool:
    """Whether a province ends the name there: "Ban Quản lý dự án đầu tư xây dựng tỉnh Điện Biên"."""
    return at < len(text) and (text.lower[at] == "tỉnh" or territory.province_at(text, at, None, None) is not None)


def _begins_clause(lower: str, follows: str, naming: bool) -> bool:
    if lower in _BEFORE_FIGURES:
        return bool(_FIGURES.fullmatch(follows))
    return (lower, follows) in _stops() and not (naming and (lower, follows) in _naming_verbs())


def _as_printed(text: Tokens, at: int, end: int) -> str:
    printed = tone(" ".join(text.text[text.starts[at] : text.ends[end - 1]].split()))
    if not printed.isupper() or " " not in printed:
        return printed
    # "PHÒNG QLCN": a word without a vowel is an abbreviation
    words = [word if _VOWEL.search(fold(word)) is None else word.lower() for word in printed.split(" ")]
    return " ".join([words[0] if words[0].isupper() else words[0].capitalize(), *words[1:]])


_VOWEL = re.compile(r"[aeiouy0-9]")


def _spelled(text: Tokens, at: int, place: Place, end: int) -> str:
    """A province in the name of a firm as it is printed; in capitals as it is spelled."""
    printed = " ".join(text.text[text.starts[at] : text.ends[end - 1]].split())
    if not printed.isupper():
        return printed
    return place.full_name if printed.lower().startswith(place.full_name.partition(" ")[0]) else place.name


def _named(name: str, stated: Place | None, own: Place | None, end: int) -> NameRun:
    full = tone(f"{name} {stated.full_name}" if stated else name)
    return NameRun(full, f"x.{slug(full)}" + (f".{own.key}" if own else ""), end)


def _bare(word: BodyWord, own: Place | None, end: int) -> NameRun | None:
    """An opener alone names no body, unless it is one that every organisation has (Đảng ủy)."""
    generic = _generic_ids().get(word.phrase)
    return NameRun(word.phrase, ".".join([generic, *([own.key] if own else [])]), end) if generic else None
