"""The path of a document: what tells it from all others, and on which facts that rests."""

from __future__ import annotations

from typing import NamedTuple

from loaders.citations.sighting import Sighting
from ontology import identity
from ontology.laws import REVISED, act_in_force, act_of, act_revised
from ontology.numbers import Symbol
from ontology.records import IdentityBy, Issuer
from ontology.tables import DocumentType
from ontology.typed_numbers import parse_number
from ontology.words import slug


class Numbered(NamedTuple):
    """Number, year and symbol of a document, each None where nobody knows it. by: how the table of laws knew them;
    None where the text itself says them."""

    number: str | None
    year: str | None
    symbol: str | None
    by: IdentityBy | None = None


def numbered(
    first: Sighting,
    kind: DocumentType | None,
    symbol: Symbol | None,
    law: str | None,
    stated: str | None,
    spoken: str | None,
) -> Numbered:
    """As the text says, or those of the law that the table knows by its name.

    law: its official name. stated: the day or year that stands with it. spoken: the day of the words.
    """
    if first.form == "named" and kind is not None and law is not None:
        by: IdentityBy
        bare = law.removesuffix(f" {REVISED}")
        if stated is not None:
            number, by = act_of(kind.label_vi, bare, stated), "name.table"
        elif bare != law:
            number, by = act_revised(kind.label_vi, bare, spoken) if spoken else None, "name.table"
        else:
            number, by = act_in_force(kind.label_vi, law, spoken) if spoken else None, "name.inForce"
        known = parse_number(number) if number is not None else None
        if known is not None:
            return Numbered(known.number, known.year, known.symbol, by)
    return Numbered(first.number, first.year if first.number else None, symbol.text if symbol else None)


def path_of(
    first: Sighting,
    kind: DocumentType | None,
    known: Numbered,
    date: str | None,
    issuer: Issuer | None,
    law: str | None,
) -> str:
    """The path below the base, see `ontology.identity`. date: of the document, or the year that stands with a name."""
    label = kind.label_vi if kind else None
    issuer_key = issuer.key if issuer else None
    if known.number is None and first.form == "full":
        digest = f"{slug(known.symbol or '')}-{first.start}"
        return identity.blank_path(issuer_key, label, first.year or (date or "")[:4] or None, digest)
    return identity.work_path(
        type=label,
        number=known.number,
        year=known.year,
        symbol=known.symbol,
        date=date,
        issuer_key=issuer_key,
        name=None if known.number else law or first.name,
    )


def identity_by(first: Sighting, known: Numbered, path: str) -> IdentityBy:
    """Which facts the path rests on."""
    if known.by is not None:
        return known.by
    if first.form != "full":
        return "name"
    if first.number is None:
        return "blank"
    if first.symbol is not None and first.symbol.family == "na" and first.symbol.term:
        return "number.term"
    if first.year:
        return "number.year"
    return "number" if path.split("/")[-2] == identity.UNKNOWN else "number.date"
