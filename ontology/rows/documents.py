"""Rows about documents: their types and what those may do, the columns and rows of registers."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Family = Literal["normative", "administrative", "party", "consolidated", "policy", "copy"]


class DocumentType(Struct, frozen=True):
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


Power = Literal[
    "approves",
    "carried",
    "circular",
    "delegates",
    "encloses",
    "guides",
    "names_plan",
    "no_actions",
    "paper",
    "plan",
    "rules",
    "rules_by_year",
    "ruling",
    "tells",
]
"""approves: its title may approve a programme. carried: others promulgate it. circular: one of the two that a ministry
issues. delegates: leaves details to other acts. encloses: papers go out with it. guides: details acts above it.
names_plan: may stand beside the programme that it is. no_actions: its provisions are rules, not actions. paper:
changes papers of its own kind and no rules. plan: its opening says what it carries out. rules, rules_by_year: sets
rules, always or where its number holds the year. ruling: what papers change not. tells: tells or asks, and guides
nobody."""


class DocumentPower(Struct, frozen=True):
    """What documents of one type may do. rank: 0 is the highest, None where the type has none."""

    slug: str
    rank: int | None
    powers: tuple[Power, ...]
    example: str
    source: str


RegisterField = Literal["number", "type", "date", "issuer", "title", "status", "effective", "place"]


class RegisterColumn(Struct, frozen=True):
    """A header under which official lists print a field."""

    field: RegisterField
    name: str


class AttributeLabel(Struct, frozen=True):
    """A label of the attribute table that portals and document systems put above a text, and the field it names."""

    label: str
    field: str
    example: str


class KnownDocument(Struct, frozen=True):
    """A document of the register that ships with the product; its number alone says year or term."""

    number: str
    type: str
    date: str
    issuer: str
    title: str
