"""A type word against its symbol, and codes that no body bears."""

from __future__ import annotations

from functools import cache, lru_cache

from ontology import codes
from ontology.assembly import terms
from ontology.document_type import of_symbol, row_of
from ontology.numbers import Symbol, parse_symbol
from ontology.tables import Body, document_types, issuer_by_id, issuers

ATTACHED = frozenset(
    [
        "chien-luoc",
        "chuong-trinh",
        "de-an",
        "dieu-le",
        "du-an",
        "giay-chung-nhan",
        "giay-phep",
        "huong-dan",
        "ke-hoach",
        "phuong-an",
        "quy-che",
        "quy-dinh",
        "quy-hoach",
        "quy-trinh",
    ]
)
"""What a decision or resolution promulgates: people call it by the number of that act ("Đề án số 996/QĐ-TTg")."""

_PROMULGATING = frozenset({"QĐ", "NQ", "NĐ", "TT", "QĐi"})

JOINT = frozenset({"TTLT", "TTLB", "TTLN"})
"""A joint circular is a circular: "Thông tư số 36/2014/TTLT-BGDĐT-BNV" says less, not another thing."""

_SEVERAL = (("LB",), ("LT",), ("LN",))
"""Codes of several ministries together: "Thông tư liên bộ số 24/TT-LB"."""

_NO_ASSEMBLY = frozenset({"nghi-dinh", "thong-tu", "thong-tu-lien-tich", "quyet-dinh", "chi-thi"})
"""Types that the National Assembly does not issue: "Nghị định số 15/2012/QH13"."""

CENTRAL_TYPES = frozenset({"NĐ", "TT", "TTLT", "NQLT", "PL"})
"""Types that only central bodies issue: the tables know all of these, so that an unknown code is a slip."""

_SETTLED = "1997"
"""Before the law on normative acts of 1996 bodies had codes that no table keeps (TTLB-NV-NG of 1988)."""

_LEAST = 5
"""Letters from which on a known code with one more letter is hardly another body (BNNMTT)."""


@lru_cache(maxsize=4096)
def type_by_code(word: str | None, symbol: Symbol) -> str | None:
    """The type that the code says where it contradicts the word ("Thông tư số 12/QĐ-BTC" → "Quyết định"); None where
    it does not.

    One code may mean several types (a party QĐ is Quyết định and Quy định); letters are called by all kinds of
    words; what a decision promulgates may bear its number.
    """
    stated = row_of(word)
    if stated is None or stated.slug == "cong-van":
        return None
    if symbol.family == "na" and symbol.type_code is None:
        return "Luật" if stated.slug in _NO_ASSEMBLY else None
    if symbol.type_code is None:
        return None
    if symbol.family not in ("administrative", "normative", "party", "consolidated"):
        return None
    party = symbol.family == "party"
    bearing = [row for row in document_types() if symbol.type_code in (row.party_codes if party else row.state_codes)]
    if not bearing or any(row.slug == stated.slug or row.series == stated.series for row in bearing):
        return None
    if stated.slug in ATTACHED and symbol.type_code in _PROMULGATING:
        return None
    if stated.slug == "thong-tu" and symbol.type_code in JOINT:
        return None
    if stated.series == "thong-tu-lien-tich" and symbol.agencies[:1] in _SEVERAL:
        return None
    if not symbol.agencies or not codes.bodies(symbol.agencies[0]):
        return None
    meant = of_symbol(symbol)
    return meant.label_vi if meant else None


def right_order(printed: str, symbol: Symbol) -> str | None:
    """The symbol as it is written right, where its groups or marks stand in a wrong order: a party symbol in the order
    of the state ("48/CT-TW" → "CT/TW"), HNVB for VBHN, or where the dash is missing ("TTBTNMT"). None where nothing is
    wrong."""
    groups = codes.clean(printed).strip("-/.,;")
    if symbol.family in ("normative", "administrative") and groups == symbol.text.replace("-", "", 1) != symbol.text:
        return symbol.text
    if symbol.family == "party" and "-" in groups and "/" not in groups:
        return symbol.text
    return symbol.text if groups.upper().startswith("HNVB") else None


def near_code(symbol: Symbol, date: str | None = None, issuer: str | None = None) -> str | None:
    """The symbol with the one known code from which a single slip leads to an unknown one ("NĐ-CO" → "NĐ-CP",
    "QĐ-UNBD" → "QĐ-UBND", "HQ15" → "QH15"); None where all codes are known, or none or several are near.
    date: of the document, or its year; issuer: the key of the body that is stated, whose code the slip is of
    ("TT-BPT của Bộ Tư pháp")."""
    found = near_codes(symbol, date, issuer)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def near_codes(symbol: Symbol, date: str | None = None, issuer: str | None = None) -> tuple[str, ...]:
    """The same where several codes are near: all of them ("TT-BTX": BTC, BTP)."""
    unknown = _unknown(symbol)
    if (not unknown and symbol.family != "na") or (date is not None and date[:4] < _SETTLED):
        return ()
    assembly = _near_assembly(symbol, date)
    if assembly is not None:
        return (assembly,)
    if symbol.type_code is None or len(unknown) != 1 or symbol.family not in ("administrative", "normative"):
        return ()
    head, _, tail = symbol.text.partition("-")
    found = [
        "-".join([head, *(code if group == unknown[0] else group for group in tail.split("-"))])
        for code in _meant(unknown[0], symbol.type_code, issuer)
    ]
    return tuple(right for right in found if parse_symbol(right))


def of_nobody(type: str | None, symbol: Symbol, year: str | None) -> bool:
    """Does a decree or circular, by its word and its code, name a body that no table knows? year: in its number. Not
    those of several bodies, whose codes were many ("TTLT-BNG-TCBĐ"), nor what others call so ("Tờ trình số
    011/TT-LĐCL").
    """
    kind = row_of(type)
    own = kind is not None and symbol.type_code in _OF_ONE and symbol.type_code in kind.state_codes
    return own and year is not None and year >= _SETTLED and len(_unknown(symbol)) == 1


_OF_ONE = frozenset({"NĐ", "TT"})
"""Types of one central body."""


def _unknown(symbol: Symbol) -> list[str]:
    return [code for code in symbol.agencies if not codes.bodies(code)]


def _meant(unknown: str, type_code: str, issuer: str | None) -> list[str]:
    """The codes of which an unknown one may be a slip: of the stated body, else of all that issue such documents; two
    letters exchanged tell more than a wrong one."""
    stated = issuer_by_id().get(issuer.partition(".")[0]) if issuer is not None else None
    if stated is not None:
        found = [code for code in stated.codes if _slip_of(unknown, code, stated)]
        if len(found) == 1:
            return found
    central = type_code in CENTRAL_TYPES
    known = _sole_issuer(type_code) or (_central() if central else _all())
    found = [code for code in known if _slip(unknown, code, any_letter=central)]
    turned = [code for code in found if len(code) == len(unknown) and _turned(unknown.upper(), code.upper())]
    return turned or found


_LOCAL = ("UBND", "HĐND")
"""Codes that all local bodies of their kind write alike."""


def _slip_of(unknown: str, code: str, body: Body) -> bool:
    """Is it the stated body's code with one slip? Local offices write theirs in several ways ("TNMT" for "STNMT")."""
    if len(code) < 3:
        return body.scope == "unique" and _one_wrong(unknown.upper(), code.upper())
    if body.scope == "unique" or code in _LOCAL:
        return _slip(unknown, code, any_letter=True)
    return len(unknown) == len(code) and _turned(unknown.upper(), code.upper())


_OF_ASSEMBLY = ("QH", "UBTVQH", "NQ-UBTVQH", "PL-UBTVQH")
"""How symbols of the National Assembly begin, before the term."""


def _near_assembly(symbol: Symbol, date: str | None) -> str | None:
    """The symbol of the National Assembly, of a term of that year, in which two signs were exchanged."""
    year = (date or "")[:4]
    if not year.isdigit() or (symbol.family == "na" and symbol.term in terms()):
        return None
    held = [term for term, years in terms().items() if int(year) in years]
    known = [f"{code}{term}" for term in held for code in _OF_ASSEMBLY]
    found = [each for each in known if len(each) == len(symbol.text) and _turned(symbol.text.upper(), each)]
    return found[0] if len(found) == 1 else None


@cache
def _central() -> tuple[str, ...]:
    """Codes of ministries and the like; those of two letters are near to everything."""
    rows = (row for row in issuers() if row.scope == "unique" and row.system == "state")
    return tuple(sorted({code for row in rows for code in row.codes if len(code) > 2}))


@cache
def _all() -> tuple[str, ...]:
    return tuple(sorted({code for row in issuers() for code in row.codes}))


@cache
def _sole_issuer(type_code: str) -> tuple[str, ...]:
    bodies = {row.sole_issuer for row in document_types() if type_code in row.state_codes and row.sole_issuer}
    return tuple(sorted(code for row in issuers() if row.id in bodies for code in row.codes))


def _slip(unknown: str, known: str, *, any_letter: bool) -> bool:
    """Whether one slip of the hand leads from the known code to the unknown one: two letters exchanged, one more letter
    in a long code; any_letter: also one letter wrong or left out. Local bodies bear too many codes for that: CĐBVN is
    no slip of CCBVN."""
    one, other = unknown.upper(), known.upper()
    if len(one) == len(other) > (2 if any_letter else 3) and _turned(one, other):
        return True
    if len(one) == len(other) + 1 and (any_letter or len(other) >= _LEAST):
        return _without_one(one, other)
    return any_letter and (_one_wrong(one, other) or (len(other) == len(one) + 1 and _without_one(other, one)))


def _turned(one: str, other: str) -> bool:
    """Are the two of one length but for two signs exchanged?"""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), len(one))
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :] and one != other


def _without_one(long: str, short: str) -> bool:
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _one_wrong(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
