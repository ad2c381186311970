"""Rows about programmes, parts of documents, statuses and units."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


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
