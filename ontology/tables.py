"""The domain tables: rows of `ontology/data/*.csv`, read once, typed and frozen.

A merged province is a row, a new relation phrase is a row. Cells with several values are separated by ";", dates
are ISO 8601 ("" = unbounded), `valid_to` is the last day. Every row names an example and its source;
`tests/ontology/test_tables.py` walks them.
"""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Literal, TypeVar

from msgspec.structs import fields

from ontology.days import first_day, last_day
from ontology.packaged import rows
from ontology.rows import (
    AttributeLabel,
    Body,
    BodyWord,
    DocumentType,
    HeadTitle,
    KnownDocument,
    MoneyUnit,
    NameStop,
    PartyTerm,
    Place,
    PredicateLabel,
    ProgrammeKind,
    RegisterColumn,
    RelationPhrase,
    SectionWord,
    StatusLabel,
    SuspicionLabel,
    Unit,
)
from ontology.words import letters

__all__ = [
    "AttributeLabel",
    "Body",
    "BodyWord",
    "DocumentType",
    "HeadTitle",
    "KnownDocument",
    "MoneyUnit",
    "NameStop",
    "PartyTerm",
    "Place",
    "PredicateLabel",
    "ProgrammeKind",
    "RegisterColumn",
    "RelationPhrase",
    "SectionWord",
    "StatusLabel",
    "SuspicionLabel",
    "Unit",
]
"""The row types, so that a table and its rows come from one room."""

Row = TypeVar("Row")


def _converter(kind: object) -> typing.Callable[[str], object]:
    if kind is int:
        return int
    if kind is bool:
        return lambda cell: cell == "yes"
    if typing.get_origin(kind) is tuple:
        return lambda cell: tuple(part for part in cell.split(";") if part)
    return lambda cell: cell


def _rows(name: str, row: type[Row]) -> tuple[Row, ...]:
    kinds = typing.get_type_hints(row)
    read = [(f.name, _converter(kinds[f.name])) for f in fields(typing.cast("typing.Any", row))]
    return tuple(row(**{column: convert(cells[column]) for column, convert in read}) for cells in rows(name))


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All type words."""
    return _rows("document_types", DocumentType)


@cache
def issuers() -> tuple[Body, ...]:
    """All bodies."""
    return _rows("issuers", Body)


@cache
def places() -> tuple[Place, ...]:
    """All provinces and centrally run cities, each once per era."""
    return _rows("places", Place)


@cache
def relation_phrases() -> tuple[RelationPhrase, ...]:
    """All phrases, in the order in which they are tried (longest first is the extractor's business)."""
    return _rows("relation_phrases", RelationPhrase)


@cache
def programme_kinds() -> tuple[ProgrammeKind, ...]:
    """All words that open names of programmes."""
    return _rows("programme_kinds", ProgrammeKind)


@cache
def section_words() -> tuple[SectionWord, ...]:
    """All words that say what a part of a document is about."""
    return _rows("section_words", SectionWord)


@cache
def units() -> tuple[Unit, ...]:
    """All units of money and of measure."""
    return _rows("units", Unit)


@cache
def party_terms() -> tuple[PartyTerm, ...]:
    """Terms of the Central Committee and nominal terms of the provincial committees."""
    return _rows("party_terms", PartyTerm)


@cache
def predicates() -> tuple[PredicateLabel, ...]:
    """Labels and groups of the predicates, in the order of `records.Predicate`."""
    return _rows("predicates", PredicateLabel)


@cache
def suspicion_kinds() -> tuple[SuspicionLabel, ...]:
    """Kinds of suspicion, the graver ones first."""
    return _rows("suspicion_kinds", SuspicionLabel)


@cache
def head_titles() -> tuple[HeadTitle, ...]:
    """Titles of heads of bodies."""
    return _rows("head_titles", HeadTitle)


@cache
def body_words() -> tuple[BodyWord, ...]:
    """Words that open names of bodies."""
    return _rows("body_words", BodyWord)


@cache
def name_stops() -> tuple[NameStop, ...]:
    """Words that end names of bodies."""
    return _rows("name_stops", NameStop)


@cache
def register_columns() -> tuple[RegisterColumn, ...]:
    """Headers of official lists."""
    return _rows("register_columns", RegisterColumn)


@cache
def attribute_labels() -> tuple[AttributeLabel, ...]:
    """Labels of attribute tables above a text."""
    return _rows("attributes", AttributeLabel)


@cache
def known_documents() -> tuple[KnownDocument, ...]:
    """The most cited central documents; see `ontology.register`."""
    return _rows("register", KnownDocument)


@cache
def money_units() -> tuple[MoneyUnit, ...]:
    """Units of sums in đồng."""
    return _rows("money_units", MoneyUnit)


@cache
def action_statuses() -> tuple[StatusLabel, ...]:
    """In the order in which people read them: what was done first."""
    return _rows("action_statuses", StatusLabel)


@cache
def status_by_word() -> types.MappingProxyType[str, str]:
    """Word by which people ask (see `words.letters`) → status."""
    return types.MappingProxyType({letters(word): row.status for row in action_statuses() for word in row.words})


@cache
def issuer_by_id() -> types.MappingProxyType[str, Body]:
    return types.MappingProxyType({row.id: row for row in issuers()})


@cache
def place_by_key() -> types.MappingProxyType[str, Place]:
    return types.MappingProxyType({row.key: row for row in places()})


@cache
def type_by_word() -> types.MappingProxyType[str, DocumentType]:
    """Type rows by label and other words, in the form of `words.letters`; labels win."""
    found = {letters(word): row for row in document_types() for word in row.words}
    return types.MappingProxyType(found | {letters(row.label_vi): row for row in document_types()})


@cache
def places_by_name() -> types.MappingProxyType[str, tuple[Place, ...]]:
    """Eras of a place by every spelling of its name, in the form of `words.letters`, oldest first."""
    found: dict[str, list[Place]] = {}
    for place in sorted(places(), key=lambda row: row.valid_from):
        for name in {place.name, place.full_name, *place.aliases}:
            found.setdefault(letters(name), []).append(place)
    return types.MappingProxyType({name: tuple(eras) for name, eras in found.items()})


def place_at(name: str, date: str | None = None) -> Place | None:
    """The province of that name ("Sơn La", "tỉnh Sơn La", "TP. HCM") on a day; None when no such province is known.

    The date picks the era. Without a date: the era before the mergers of 1/7/2025, because most cited documents are
    older (the last era that began before that day, or the only one there is). A date outside all eras picks the
    nearest one.
    """
    return era(places_by_name().get(letters(name), ()), date)


MERGERS = "2025-07-01"
"""First day of the 34 provinces (Resolution 202/2025/QH15)."""


def era(eras: tuple[Place, ...], date: str | None) -> Place | None:
    """One of the eras of a place, oldest first, as `place_at` chooses it."""
    if not eras:
        return None
    if date is None:
        return next((row for row in reversed(eras) if row.valid_from < MERGERS), eras[0])
    later = [row for row in eras if row.valid_from > first_day(date)]
    return next((row for row in eras if row.valid_on(date)), later[0] if later else eras[-1])


def place_on(place: Place, date: str | None) -> Place:
    """The same-named place in the era of the date: "Quảng Trị" of 2026, asked for 2021, is the province before the
    merger."""
    if date is None or place.valid_on(date):
        return place
    return era(places_by_name()[letters(place.name)], date) or place


def party_term(level: Literal["central", "provincial"], date: str) -> str | None:
    """Id of the party term in which a day falls ("khoa-13", "2020-2025"); None when unknown. A partial date must
    fall clearly: "2021" lies in two central terms and gives None."""
    first, last = first_day(date), last_day(date)
    for row in party_terms():
        if row.level == level and row.valid_from <= first and (not row.valid_to or last <= row.valid_to):
            return row.id
    return None
