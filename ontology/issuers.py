"""Who issued a document: what the code in its symbol, its type and the key of the body prove; words that name the body
are `ontology.issuer_names`.

An `Issuer` is the official full name with its place, and the key of the body that holds the number series.
Unique bodies: "ttg", "bkhcn", "tw". Local bodies: "<series>.<place key>" ("ubnd.14-son-la"), below the province
"ubnd.huyen-mai-son.14-son-la"; without a known place just "ubnd". Bodies outside the tables: "x.<slug of the name>".
"""

from __future__ import annotations

from functools import cache

from ontology import codes, territory
from ontology.document_type import row_of
from ontology.numbers import Symbol
from ontology.records import Issuer
from ontology.tables import Body, Place, issuer_by_id, place_by_key
from ontology.territory import Seat

_NO_BODY_IN_CODE = frozenset({"ĐH"})
"""Codes that many bodies bear, so that the code proves none of them (a congress: HD36 1.3.1)."""

SEVERAL = "joint"
"""Kind of what is no body: several ministries together, which sit nowhere."""


_OF_THE_STATE = frozenset({"normative", "administrative"})
"""Families of symbols that no body of the Party bears."""


def is_stranger(key: str) -> bool:
    """Is this the key of a body that no table knows, made of the words that a text names it by ("x.doan-luat-su")?"""
    return key.startswith("x.")


def from_symbol(symbol: Symbol, type_label: str | None, place: Place | None, date: str | None) -> Issuer | None:
    """The body that the code alone proves; None when it proves none.

    place: the speaker's own province, for local bodies. date: of the document, picks the era of the place. Several
    bodies (joint circulars) are all named; the first one holds the number series.
    """
    named = [from_code(code, place, date) for code in symbol.agencies if code not in _NO_BODY_IN_CODE]
    if symbol.type_code and symbol.family in _OF_THE_STATE and codes.is_party(symbol.agencies[0] if named else ""):
        return None  # "GĐN-CB" of a firm, whose name begins with the letters of a party cell
    known = [issuer for issuer in named if issuer]
    if not known or named[0] is None:
        return from_type(type_label) if symbol.family == "na" else None
    joint = symbol.type_code in ("TTLT", "TTLB", "TTLN", "NQLT") or symbol.family == "party"
    return Issuer(enumerated([issuer.name for issuer in (known if joint else known[:1])]), known[0].key)


def from_type(type_label: str | None) -> Issuer | None:
    """The only body that issues a type: laws the National Assembly, decrees the Government; None for other types."""
    row = row_of(type_label)
    body = issuer_by_id().get(row.sole_issuer) if row and row.sole_issuer else None
    return Issuer(body.name_vi, body.series) if body else None


SOVEREIGN = frozenset(
    {"legislature", "government", "office-holder", "ministry", "ministerial-agency", "court", "procuracy", "audit"}
)
"""Kinds of central bodies whose code proves them: no other central body has it."""


def is_unique(key: str) -> bool:
    """Is this the key of a body of which there is one in the country?"""
    body = issuer_by_id().get(key)
    return body is not None and body.scope == "unique"


def proves(issuer: Issuer) -> bool:
    """Does the code of this body prove it against what the words behind a number say?"""
    body = issuer_by_id().get(issuer.key)
    return body is not None and body.system == "state" and body.scope == "unique" and body.kind in SOVEREIGN


def both_there(key: str, other: str, date: str) -> bool:
    """Were two ministries there on one day? One without dates always was; other bodies changed their names."""
    return _ministry_of(key, date) and _ministry_of(other, date)


def _ministry_of(key: str, date: str) -> bool:
    body = issuer_by_id().get(key)
    if body is None or body.kind != "ministry":
        return False
    return (not body.valid_from or body.valid_from <= date) and (not body.valid_to or date <= body.valid_to)


def related(key: str, other: str) -> bool:
    """Did one of two central bodies follow the other ("Hội đồng Chính phủ" and the Government)?"""
    return other in _followers(key) or key in _followers(other)


@cache
def _followers(key: str) -> frozenset[str]:
    body = issuer_by_id().get(key)
    next_ones = frozenset(body.successor) if body else frozenset()
    return next_ones.union(*(_followers(each) for each in next_ones))


def place_of_key(issuer_key: str) -> Place | None:
    """The province in an issuer key ("ubnd.huyen-mai-son.14-son-la"); None for central bodies and unknown places."""
    return place_by_key().get(issuer_key.rsplit(".", 1)[-1])


def seated(body: Body, seat: Seat) -> Issuer:
    """A local body in its place ("Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la")."""
    name = body.name_vi.replace("{place}", seat.words).replace("{committee}", _committee(seat)).strip()
    return Issuer(name, ".".join(part for part in (body.series, seat.key) if part))


def _committee(seat: Seat) -> str:
    if seat.province is None:
        return "Thành ủy" if seat.words == "thành phố" else "Tỉnh ủy"
    if seat.province.kind != "city":
        return f"Tỉnh ủy {seat.province.name}"
    whole = seat.province.full_name  # "Thành phố Hồ Chí Minh": what a capital begins is the name
    return f"Thành ủy {whole if whole[0].isupper() else seat.province.name}"


def from_code(code: str, place: Place | None, date: str | None) -> Issuer | None:
    """The body that bears one code of a symbol; None for a code that no table knows."""
    rows = codes.bodies(code)
    if not rows:
        return None
    body = next((row for row in rows if _lived(row, date)), rows[0])
    if body.scope == "unique" or body.kind == SEVERAL:
        return Issuer(body.name_vi, body.series)
    return seated(body, territory.of_place(place, date))


def _lived(body: Body, date: str | None) -> bool:
    return date is None or (body.valid_from <= date and (not body.valid_to or date <= body.valid_to))


def enumerated(names: list[str]) -> str:
    """Bodies that act together, as one name: "A, B và C"."""
    return " và ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
