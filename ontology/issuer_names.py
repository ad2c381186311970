"""The body that words name: "UBND tỉnh Sơn La", "Bộ trưởng Bộ Y tế", "Ban Thường vụ Đảng ủy xã Ứng Hòa".

Gives the official full name with its place and the key of the body that holds the number series, as `ontology.issuers`
says.
"""

from __future__ import annotations

from functools import cache, lru_cache

from ontology import territory
from ontology.issuers import SEVERAL, enumerated, seated
from ontology.lexicon import phrases
from ontology.names import name_run
from ontology.records import Issuer
from ontology.tables import Body, HeadTitle, Place, head_titles, issuer_by_id, issuers
from ontology.tokens import Tokens, Trie
from ontology.words import bare, letters, tone

_JOINT_KINDS = frozenset({"ministry", "ministerial-agency", "court", "procuracy", "audit", "agency", "front"})
"""Kinds of bodies that sign together."""

_PLACED_KINDS = frozenset({"agency", "court", "procuracy", "organisation"})
"""Kinds of local bodies whose name means nothing certain without a place behind it ("Công an nhân dân")."""

_BRANCHING_KINDS = frozenset({"agency", "ministerial-agency", "audit"})
"""Kinds of central bodies that have branches: "Kho bạc Nhà nước khu vực IX", "Kiểm toán nhà nước khu vực II"."""

_SEAT_MARKS = frozenset({",", "-", "–", "—"})
"""What may stand between an agency and its ministry."""

_WINDOWS = (120, 260)
"""How much of a phrase is read: most names are short; a name that reaches the margin of the first window is read
again."""

_MARGIN = 4
_FEW, _BEYOND = 56, 6
"""Code points that are read first, and words behind a short name that no rule looks beyond."""

_DISTRICT_CITY = "thu"
_CITY_COMMITTEE = "thành ủy"


def from_text(phrase: str, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """The body at the beginning of a text ("UBND tỉnh Sơn La về việc …") and how many code points name it; None
    without one.

    place: the speaker's own province, for "UBND tỉnh". date: of the document, picks the era of the place.
    Titles of heads are part of the name where the series is another matter ("Chủ tịch Ủy ban nhân dân tỉnh Sơn La")
    and left out before ministries and departments ("Bộ trưởng Bộ Y tế" → Bộ Y tế).
    """
    short = _short(phrase[:_FEW], place, date) if len(phrase) > _FEW else None
    if short is not None:
        return short
    for window in _WINDOWS:
        text = Tokens(phrase, window)
        if not len(text) or text.gap(0).strip():
            return None
        found = _body_at(text, 0, place, date)
        if len(phrase) <= window or (found and found[1] + _MARGIN < len(text)):
            break
    return (found[0], text.ends[found[1] - 1]) if found else None


@lru_cache(maxsize=64)
def _short(phrase: str, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """A short name that the words go on behind, as most do, read without the words that follow it; None where more of
    them may count: behind marks, before "và", in capitals. One sentence is asked for its body more than once."""
    text = Tokens(phrase, _FEW)
    if not len(text) or text.gap(0).strip() or text.text.isupper():
        return None
    found = _body_at(text, 0, place, date)
    if found is None or found[1] + _BEYOND >= len(text) or text.gap(found[1]) != " " or text.lower[found[1]] == "và":
        return None
    return found[0], text.ends[found[1] - 1]


def from_scan(phrase: str, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """Like `from_text` where a reader of images missed the diacritics of a known name ("Chính phú", "Bộ Y tê"): the
    name counts when exactly one has these letters."""
    if not phrase.lstrip()[:1].isupper():
        return None
    text = Tokens(phrase, _WINDOWS[0])
    if not len(text) or text.gap(0).strip():
        return None
    spelled = text.lower
    text.lower = [bare(word) for word in spelled]
    found = _bare_names().longest(text, 0)
    text.lower = spelled
    if found is None or not found[0]:
        return None
    text.lower[: found[1]] = found[0]
    named = _body_at(text, 0, place, date)
    return (named[0], text.ends[named[1] - 1]) if named else None


@cache
def _bare_names() -> Trie[tuple[str, ...]]:
    """Names of two words and more without diacritics → the words as they are spelled; none where two names share
    them."""
    table: dict[str, set[str]] = {}
    for row in issuers():
        if row.scope != "generic":
            for name in (row.name_vi, *row.names):
                plain = letters(name)
                if "{" not in name and " " in name:
                    table.setdefault(bare(plain), set()).add(plain)
    spelled = {plain: tuple(Tokens(min(names), _WINDOWS[0]).lower) for plain, names in table.items() if len(names) == 1}
    return Trie((plain, spelled.get(plain, ())) for plain in table)


@cache
def _names() -> Trie[Body]:
    rows = [row for row in issuers() if row.scope != "generic"]
    pairs = [(row.name_vi, row) for row in rows if "{" not in row.name_vi]
    return Trie(pairs + [(name, row) for row in rows for name in row.names])


@cache
def _titles() -> Trie[HeadTitle]:
    return Trie((row.phrase, row) for row in head_titles())


def _body_at(text: Tokens, at: int, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    committee = _commune_party().longest(text, at)
    if committee and committee[1] < len(text) and text.joined(committee[1]):
        commune = _of_commune(text, at, committee[1], place, date)
        if commune:
            return commune
    titled = _titles().longest(text, at)
    if titled and titled[1] < len(text) and text.joined(titled[1]):
        below = _titled(text, titled[0], at, titled[1], place, date)
        if below:
            return below
    found = _names().longest(text, at)
    if found and (text.capital(at) or _known_in_lower_case(found[0], found[1] - at)):
        return _known(text, at, found[0], found[1], place, date)
    return _unknown(text, at, place, date)


_COMMUNE_SERIES = "du"
_SECOND_SYLLABLES = frozenset({"ủy", "bộ", "vụ", "hành", "trực"})
"""Of "Đảng ủy", "Đảng bộ", "Thường vụ", "Chấp hành", "Thường trực"."""


@cache
def _commune_party() -> Trie[str]:
    return Trie((phrase, phrase) for phrase in phrases("commune_committee"))


def _of_commune(text: Tokens, at: int, end: int, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """The committee of a commune's party organisation ("Ban Thường vụ Đảng ủy xã Ứng Hòa"), which all hold the number
    series of its Đảng ủy; None where no commune follows ("Đảng ủy Sở Y tế")."""
    read = territory.read(text, end, place, date)
    if read is None or read[0].rank != "commune":
        return None
    head = tone(text.slice(at, end))
    if text.text[text.starts[at] : text.ends[end - 1]].isupper():  # "ĐẢNG ỦY XÃ ỨNG HÒA"
        head = " ".join(word.lower() if word.lower() in _SECOND_SYLLABLES else word for word in head.split())
        head = head.replace("Btv", "BTV").replace("Bch", "BCH")
    head = head.replace("BTV", "Ban Thường vụ").replace("BCH", "Ban Chấp hành")
    return Issuer(f"{head} {read[0].words}", f"{_COMMUNE_SERIES}.{read[0].key}"), read[1]


def _known_in_lower_case(body: Body, words: int) -> bool:
    """Careless texts write "thủ tướng chính phủ", "ubnd tỉnh"; "trung ương" and "công an" in lower case name no
    body."""
    if body.kind in _PLACED_KINDS or (body.system == "party" and body.scope == "unique"):
        return False
    return words > 1 or body.scope == "local"


def _titled(
    text: Tokens, title: HeadTitle, at: int, end: int, place: Place | None, date: str | None
) -> tuple[Issuer, int] | None:
    longer = _names().longest(text, at)
    if longer and longer[1] > end:
        return None
    body = _body_at(text, end, place, date)
    if body is None or title.part == "skip":
        return body
    issuer, end = body
    prefix = _names_of_titles().get(title.phrase, "x")
    return Issuer(f"{title.phrase} {issuer.name}", f"{prefix}.{issuer.key}"), end


@cache
def _names_of_titles() -> dict[str, str]:
    own = {row.name_vi: row.id for row in issuers() if row.scope == "generic"}
    return own | {"Ban cán sự đảng": "bcsd", "Đảng đoàn": "dd"}


def _known(
    text: Tokens, at: int, body: Body, end: int, place: Place | None, date: str | None
) -> tuple[Issuer, int] | None:
    if body.scope == "unique":
        return _branch(text, body, end, place, date) or _unique(text, body, end, date)
    if body.kind == SEVERAL:
        return Issuer(body.name_vi, body.series), end
    if body.scope == "district":
        return _district_party(text, body, end, place, date)
    if _CITY_COMMITTEE in text.slice(at, end).lower():
        city = _district_city(text, at, end, place, date)
        if city:
            return city
    read = territory.read(text, end, place, date)
    if read is None:
        return None
    if read[1] == end:
        further = end < len(text) and text.gap(end) == " " and text.capital(end) and not text.text.isupper()
        longer = _unknown(text, at, place, date) if further else None
        if longer or body.kind in _PLACED_KINDS:
            return longer
    issuer = seated(body, read[0])
    if read[0].province is None and _CITY_COMMITTEE in text.slice(at, end).lower():
        issuer = Issuer(issuer.name.replace("Tỉnh ủy", "Thành ủy"), issuer.key)  # of which city nothing tells
    return issuer, read[1]


def _branch(text: Tokens, body: Body, end: int, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """The branch of a central body that the tables know and the words name a place for: "Ủy ban Mặt trận Tổ quốc Việt
    Nam tỉnh"."""
    local = issuer_by_id().get(f"{body.id}-tinh")
    seat = territory.read(text, end, place, date) if local is not None and end < len(text) else None
    return (seated(local, seat[0]), seat[1]) if local is not None and seat is not None and seat[1] > end else None


def _unique(text: Tokens, body: Body, end: int, date: str | None) -> tuple[Issuer, int]:
    """A central body, or its branch in a province ("Kho bạc Nhà nước Sơn La"); ministries that sign together are
    all named."""
    if body.kind in _BRANCHING_KINDS and end < len(text) and text.gap(end).isspace():
        branch = "chi nhánh" if text.lower[end : end + 2] == ["chi", "nhánh"] else ""
        at = end + 2 if branch else end
        seat = territory.read(text, at, None, date)
        told = seat is not None and seat[1] > at and seat[0].key != ""
        if seat is not None and told and (body.kind == "agency" or branch or territory.REGION in seat[0].words):
            name = " ".join(filter(None, (body.name_vi.removesuffix(" Việt Nam"), branch, seat[0].words)))
            return Issuer(name, f"{body.series}.{seat[0].key}"), seat[1]
    named, end = _together(text, body, end)
    return Issuer(enumerated(named), body.series), end


def _together(text: Tokens, body: Body, end: int) -> tuple[list[str], int]:
    """Ministries joined by "-", "và" or a list that ends in "và". A list without it is left alone: the next one may
    begin a new clause. The ministry of an agency only says where it belongs ("Cục Quản lý Dược - Bộ Y tế")."""
    seat = _names().longest(text, end) if end < len(text) and text.gap(end).strip() in _SEAT_MARKS else None
    if seat is not None and seat[0].id == body.parent:
        return [body.name_vi], seat[1]
    named, pending, at = [body.name_vi], [], end
    while body.kind in _JOINT_KINDS and at < len(text):
        final = text.lower[at] == "và"
        gap = text.gap(at).strip()
        titled = _titles().longest(text, at + final)
        following = _names().longest(text, titled[1] if titled else at + final)
        if following is None or following[0].kind not in _JOINT_KINDS or not (final or gap in (",", "-", "–")):
            break
        pending.append(following[0].name_vi)
        at = following[1]
        if final or gap in ("-", "–"):
            named, pending, end = [*named, *pending], [], at
    return named, end


def _district_party(text: Tokens, body: Body, end: int, place: Place | None, date: str | None) -> tuple[Issuer, int]:
    stop = territory.name_end(text, end) if end < len(text) else end
    name = text.slice(end, stop)
    seat = territory.named(name, place, date)
    return Issuer(f"{body.name_vi} {name}".strip(), ".".join(part for part in (body.series, seat.key) if part)), stop


def _district_city(text: Tokens, at: int, end: int, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """ "Thành ủy" of a city inside a province; None when the city is a centrally run one."""
    stated = territory.province_at(text, end, place, date) if end < len(text) and text.joined(end) else None
    if stated:
        if stated[0].kind == "city":
            return None
        stop, name = stated[1], text.slice(end, stated[1])
        province: Place | None = stated[0]
    else:
        stop = territory.name_end(text, end) if end < len(text) else end
        name, province = text.slice(end, stop), place
        if not name and (place is None or place.kind == "city"):
            return None
    seat = territory.named(f"thành phố {name}".strip(), province, date)
    head = text.slice(at, end).replace("BTV", "Ban Thường vụ")
    return Issuer(f"{head} {name}".strip(), f"{_DISTRICT_CITY}.{seat.key}"), stop


def _unknown(text: Tokens, at: int, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    run = name_run(text, at, place, date)
    return (Issuer(run.name, run.key), run.end) if run else None
