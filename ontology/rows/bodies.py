"""Rows about bodies and places: who issues documents, and the words by which texts name them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.days import first_day

Scope = Literal["unique", "province", "district", "local", "generic"]
"""unique: one body in the country; province, district: one in each; local: at every level (UBND, HĐND); generic:
says nothing."""


class Body(Struct, frozen=True):
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


class Place(Struct, frozen=True):
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


class PartyTerm(Struct, frozen=True):
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


class HeadTitle(Struct, frozen=True):
    """A title before a body ("Bộ trưởng" Bộ …). part: name = belongs to the issuer's name; skip = the body alone is
    named."""

    phrase: str
    part: Literal["name", "skip"]
    example: str
    source: str


class BodyWord(Struct, frozen=True):
    """A word that opens the name of a body which the issuers table does not hold. about: its name may go on with
    "về …". firm: of a firm, in whose name a province stands as it is printed."""

    phrase: str
    level: int
    about: bool
    local: bool
    firm: bool
    example: str
    counter_example: str
    source: str


class NameStop(Struct, frozen=True):
    """Lower-case words that end the name of a body. A naming_verb may also begin what follows the opener."""

    phrase: str
    kind: Literal["preposition", "auxiliary", "verb", "naming_verb"]
    example: str
    source: str
