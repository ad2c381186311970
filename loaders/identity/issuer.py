"""Whose document it is: the body that the mentions state, or the one that the code proves."""

from __future__ import annotations

from functools import lru_cache

from loaders.citations.meetings import MEETING
from loaders.citations.sighting import Sighting
from loaders.citations.tails import Speaker
from loaders.identity.meetings import committee
from loaders.identity.votes import counted, most
from ontology.issuers import from_symbol, from_type, is_stranger, place_of_key, proves, related
from ontology.numbers import Symbol
from ontology.records import Issuer, IssuerBy
from ontology.tables import DocumentType
from ontology.words import fold

LAWS = frozenset({"luat", "bo-luat"})
"""Types that no body but one has ever issued."""


CENTRAL_PARTY = "tw"
"""The centre of the Party, whose code no ministry bears: "Kết luận số 27-KL/TW của Bộ Y tế"."""


def issuer_of(
    members: list[Sighting], kind: DocumentType | None, symbol: Symbol | None, date: str | None, speaker: Speaker
) -> tuple[Issuer | None, IssuerBy | None]:
    """As the text states it (most often, then first); derived from the code where it does not. With how it was
    decided."""
    stated = counted(m.tail.issuer for m in members if m.tail.issuer is not None)
    derived = (
        from_symbol(symbol, kind.label_vi if kind else None, speaker.place, date or speaker.date) if symbol else None
    )
    if derived is not None and stated:  # a scan that lost a mark ("Sở Y tê"), ministries in another order
        stated = counted(
            m.tail.issuer if bodies_of(m.tail.issuer) != bodies_of(derived) else derived
            for m in members
            if m.tail.issuer is not None
        )
    if derived is not None and stated and _contradicted(derived, stated, members):
        fitting = {issuer: count for issuer, count in stated.items() if issuer.key == derived.key}
        return (most(fitting), "majority") if fitting else (derived, "code")
    sole = from_type(kind.label_vi) if kind is not None else None
    if stated and derived is None and sole is not None and kind is not None and kind.slug in LAWS:
        stated = {issuer: count for issuer, count in stated.items() if one_body(issuer.key, sole.key)}
        # "Luật Doanh nghiệp 2014 do Bộ … ban hành": the Ministry issued what speaks of the law
    if stated:
        return most(stated), "stated" if len({issuer.key for issuer in stated}) == 1 else "majority"
    met = committee(members[0].name or "") if members[0].rule == MEETING else None
    if met is not None:
        return met, "type"
    if derived is not None:
        return derived, "code.place" if place_of_key(derived.key) else "code"
    return (sole, "type") if sole is not None else (None, None)


def one_body(key: str, other: str) -> bool:
    """The same body, or one that followed the other."""
    return key == other or related(key, other)


@lru_cache(maxsize=4096)
def bodies_of(issuer: Issuer) -> tuple[str, ...]:
    """What tells bodies that sign together from others, in whatever order they are named."""
    return tuple(sorted(word for word in fold(issuer.name).split() if word != "va"))


def _contradicted(derived: Issuer, stated: dict[Issuer, int], members: list[Sighting]) -> bool:
    """Does the code prove another central body than the words behind it, so that these are a slip ("Quyết định số
    2289/QĐ-TTg của Chính phủ"), or misread ("Thông tư số 13/2020/TT-BGDĐT của Bộ Giáo đục")? A body of the province, or
    one that no table knows, may have the code of a ministry for its own; not in a number with a year."""
    if derived.key == CENTRAL_PARTY:
        return all(proves(issuer) for issuer in stated)
    if not proves(derived):
        return False
    others = [issuer.key for issuer in stated if issuer.key != derived.key]
    normative = any(m.year for m in members)
    return bool(others) and all("." not in key or (normative and is_stranger(key)) for key in others)
