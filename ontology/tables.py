"""The domain tables: rows of `ontology/data/*.csv`, read once, typed and frozen.

A merged province is a row, a new relation phrase is a row. Cells with several values are separated by ";", dates
are ISO 8601 ("" = unbounded), `valid_to` is the last day. Every row names an example and its source;
`tests/ontology/test_tables.py` walks them.
"""

from __future__ import annotations

import csv
import types
import typing
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Literal, TypeVar

from ontology.records import Predicate
from ontology.words import letters


def first_day(date: str) -> str:
    """First day of a date that may be partial: "2021" → "2021-01-01"."""
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str) -> str:
    """Last day of a date that may be partial, good for comparing: "2021-02" → "2021-02-31"."""
    return date + "-12-31"[len(date) - 4 :]


Family = Literal["normative", "administrative", "party", "consolidated", "policy", "copy"]
Scope = Literal["unique", "province", "district", "local", "generic"]
"""unique: one body in the country; province, district: one in each; local: at every level (UBND, HĐND); generic:
says nothing."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A word for a kind of document, as a reader sees it. The type comes from the word, never from the code alone.

    words: other spellings of the type word; abbreviations: short forms before a number, case-sensitive.
    series: slug of the type in whose number series it is counted. numbering_*: what restarts the series (year,
    term, none). sole_issuer: id of the only body that issues the type, where there is one.
    """

    slug: str
    label_vi: str
    label_en: str
    state_codes: tuple[str, ...]
    party_codes: tuple[str, ...]
    words: tuple[str, ...]
    abbreviations: tuple[str, ...]
    families: tuple[Family, ...]
    series: str
    numbering_state: Literal["year", "term", "none"]
    numbering_party: Literal["term", "none"]
    sole_issuer: str
    eli_kind: Literal["LegalResource", "Work", "Manifestation"]
    valid_from: str
    valid_to: str
    successor: tuple[str, ...]
    example: str
    counter_example: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body that issues documents, or a kind of body that every province has.

    code_variants are misspellings, respelled to `code`; code_aliases are other right codes, kept as printed.
    name_vi: official name; local bodies hold {place} ("tỉnh Sơn La") or {committee} ("Tỉnh ủy Sơn La").
    names: other spellings in running text, without the place. series: id of the body whose number series it uses.
    level: lane 0..8 of `ontology.levels`.
    """

    id: str
    code: str
    code_variants: tuple[str, ...]
    code_aliases: tuple[str, ...]
    name_vi: str
    name_en: str
    names: tuple[str, ...]
    kind: str
    system: Literal["state", "party", "front"]
    scope: Scope
    parent: str
    series: str
    level: int
    valid_from: str
    valid_to: str
    successor: tuple[str, ...]
    example: str
    note: str
    source: str

    @property
    def codes(self) -> tuple[str, ...]:
        """All right codes, the canonical one first."""
        return ((self.code,) if self.code else ()) + self.code_aliases


@dataclass(frozen=True, slots=True)
class Place:
    """A province or centrally run city in one era. A province made by the mergers of 1/7/2025 is a new body,
    whatever its name."""

    key: str
    code: str
    name: str
    full_name: str
    name_en: str
    kind: Literal["province", "city"]
    aliases: tuple[str, ...]
    region: str
    valid_from: str
    valid_to: str
    successor: str
    example: str
    note: str
    source: str

    def valid_on(self, date: str) -> bool:
        """Whether the place existed on that day (ISO 8601, may be partial: the first day of the month or year
        counts)."""
        day = first_day(date)
        return self.valid_from <= day and (not self.valid_to or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class RelationPhrase:
    """A phrase that says what one document does to another.

    phrase: a regular expression without named groups, a blank stands for any run of blanks; see `pattern`.
    position: before_target = it stands before the document acted on (or, inverse, before the acting one);
    after_target = behind the document acted on.
    direction: forward = the speaker, or the document left of the phrase, acts; inverse = the document right of the
    phrase acts on the one left of it ("A được sửa đổi bởi B").
    detail: finer property of the vocabulary, or "". strength: how surely a document behind it is meant.
    """

    id: str
    phrase: str
    position: Literal["before_target", "after_target"]
    predicate: Predicate
    detail: str
    direction: Literal["forward", "inverse"]
    strength: Literal["strong", "medium", "weak"]
    example: str
    counter_example: str
    note: str
    source: str

    @property
    def pattern(self) -> str:
        """For `re`, on text that went through `words.tone` and `lower`; the caller checks word boundaries."""
        return self.phrase.replace(" ", r"\s+")


@dataclass(frozen=True, slots=True)
class PartyTerm:
    """A term of a party committee; its documents are numbered per type within it. `valid_to` "" = running."""

    id: str
    level: Literal["central", "provincial"]
    label_vi: str
    label_en: str
    valid_from: str
    valid_to: str
    example: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class PredicateLabel:
    """How people call a predicate, in both directions. group: column of the pages; strong: says more than a mention.

    super_properties: terms of other vocabularies (prefix:name) that it specialises.
    """

    predicate: Predicate
    label_vi: str
    label_en: str
    inverse: str
    inverse_label_vi: str
    inverse_label_en: str
    group: Literal["basis", "implementation", "change", "report", "cite"]
    strong: bool
    super_properties: tuple[str, ...]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class HeadTitle:
    """A title before a body ("Bộ trưởng" Bộ …). part: name = belongs to the issuer's name; skip = the body alone is
    named."""

    phrase: str
    part: Literal["name", "skip"]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class BodyWord:
    """A word that opens the name of a body which the issuers table does not hold. about: its name may go on with
    "về …"."""

    phrase: str
    level: int
    about: bool
    local: bool
    example: str
    counter_example: str
    source: str


@dataclass(frozen=True, slots=True)
class NameStop:
    """Lower-case words that end the name of a body. A naming_verb may also begin what follows the opener."""

    phrase: str
    kind: Literal["preposition", "auxiliary", "verb", "naming_verb"]
    example: str
    source: str


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
    text = resources.files("ontology").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(
        row(**{name: convert(cells[name]) for name, convert in read}) for cells in csv.DictReader(text.splitlines())
    )


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
def party_terms() -> tuple[PartyTerm, ...]:
    """Terms of the Central Committee and nominal terms of the provincial committees."""
    return _rows("party_terms", PartyTerm)


@cache
def predicates() -> tuple[PredicateLabel, ...]:
    """Labels and groups of the predicates, in the order of `records.Predicate`."""
    return _rows("predicates", PredicateLabel)


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
