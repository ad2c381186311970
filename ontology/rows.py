"""The shapes of the rows of the domain tables, and what the columns mean."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.records import Predicate, SuspicionKind


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


class RelationPhrase(Struct, frozen=True):
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


class PredicateLabel(Struct, frozen=True):
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


class HeadTitle(Struct, frozen=True):
    """A title before a body ("Bộ trưởng" Bộ …). part: name = belongs to the issuer's name; skip = the body alone is
    named."""

    phrase: str
    part: Literal["name", "skip"]
    example: str
    source: str


class BodyWord(Struct, frozen=True):
    """A word that opens the name of a body which the issuers table does not hold. about: its name may go on with
    "về …"."""

    phrase: str
    level: int
    about: bool
    local: bool
    example: str
    counter_example: str
    source: str


class NameStop(Struct, frozen=True):
    """Lower-case words that end the name of a body. A naming_verb may also begin what follows the opener."""

    phrase: str
    kind: Literal["preposition", "auxiliary", "verb", "naming_verb"]
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


Power = Literal[
    "approves",
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
"""approves: its title may approve a programme. circular: one of the two that a ministry issues. delegates: leaves
details to other acts. encloses: papers go out with it. guides: details acts above it. names_plan: may stand beside the
programme that it is. no_actions: its provisions are rules, not actions. paper: changes papers of its own kind and no
rules. plan: its opening says what it carries out. rules, rules_by_year: sets rules, always or where its number holds
the year. ruling: what papers change not. tells: tells or asks, and guides nobody."""


class DocumentPower(Struct, frozen=True):
    """What documents of one type may do. rank: 0 is the highest, None where the type has none."""

    slug: str
    rank: int | None
    powers: tuple[Power, ...]
    example: str
    source: str


class ProgrammeKind(Struct, frozen=True):
    """A word that opens the name of a programme.

    words: its spellings. unquoted: its name may stand without quotes. dated: years behind it make a name of small
    letters. policy: who carries it out carries out the decision that approves it. submitted: such papers are laid
    before bodies every day, a name needs more words. meant: a law that writes it with a capital means one.
    """

    kind: str
    words: tuple[str, ...]
    unquoted: bool
    dated: bool
    policy: bool
    submitted: bool
    meant: bool
    example: str
    counter_example: str
    source: str


Section = Literal[
    "results",
    "tasks",
    "goals",
    "evaluation",
    "difficulties",
    "recommendations",
    "basis",
    "budget",
    "signature",
]
"""What a part of a document is about: what was done, what is to be done, targets, and parts that state no action."""


class SectionWord(Struct, frozen=True):
    """Words of a heading that say what its part is about; the first ones of a heading decide, the longest at a place.

    head_only: they say it only where the heading begins with them ("Kế hoạch năm 2022", not "Phê duyệt kế hoạch"), and
    not below a heading that speaks of results.
    """

    phrase: str
    section: Section
    head_only: bool
    example: str
    source: str


class Unit(Struct, frozen=True):
    """A unit of money or of measure. words: its spellings behind a number, in lower case."""

    unit: str
    kind: Literal["money", "measure"]
    words: tuple[str, ...]
    example: str
    source: str


class SuspicionLabel(Struct, frozen=True):
    """What a kind of suspicion is called, and what it means in one clause."""

    kind: SuspicionKind
    label_vi: str
    label_en: str
    means_vi: str
    means_en: str
    example: str
    source: str


class MoneyUnit(Struct, frozen=True):
    """A unit in which sums are printed, and how many đồng it is."""

    unit: str
    dong: int
    example: str


class StatusLabel(Struct, frozen=True):
    """What a status of actions is called, and the words by which people ask for it."""

    status: str
    label_vi: str
    label_en: str
    words: tuple[str, ...]
