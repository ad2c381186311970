"""One act under two numbers: type, body, day and title agree, and the number does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from ontology.numbers import parse_symbol
from ontology.suspicions.series import Member
from ontology.words import fold

TELLING_WORDS = 6
"""Words from which on a title is its document's own."""

NORMATIVE = ("normative", "na", "party")
"""Families of symbols whose titles tell one act. Letters and decisions of one day often share theirs: one for each
applicant."""


class Twice(NamedTuple):
    """A number under which the act of another number is cited. member: the one that is doubted."""

    member: Member
    other: Member


def mark(kind: str, symbol: str, title: str | None) -> str | None:
    """What a title is compared by; None where it tells no act. kind: the type in paths, with "-qppl" of normative
    decisions (`ontology.identity.NORMATIVE`)."""
    if title is None or not (kind.endswith("-qppl") or _family(symbol) in NORMATIVE):
        return None
    folded = fold(title)
    return folded if folded.count(" ") + 1 >= TELLING_WORDS else None


def _family(symbol: str) -> str | None:
    parsed = parse_symbol(symbol)
    return None if parsed is None else parsed.family


def cited_twice(alike: Sequence[Member], others: Iterable[Member]) -> list[Twice]:
    """The doubted ones among the members of one series that share day and title, by number. others: the rest of it.

    Two documents that speak of themselves, or that registers hold, are two. Else the firm one is right; of two that
    only others cite, the one that stands worse between the others, of equal ones the later.
    """
    rest = list(others)
    found: dict[str, Twice] = {}
    for one, other in combinations(sorted(alike, key=lambda each: (each.number, each.id)), 2):
        if one.number == other.number or (one.firm and other.firm):
            continue
        wrong, right = (one, other) if _worse(one, rest) > _worse(other, rest) else (other, one)
        found.setdefault(wrong.id, Twice(wrong, right))
    return sorted(found.values(), key=lambda each: (each.member.number, each.member.id))


def _worse(member: Member, others: Sequence[Member]) -> tuple[bool, int]:
    """Is it only cited, and with how many others is it out of order?"""
    out = sum(
        (each.number < member.number) != (each.date <= member.date) for each in others if each.date != member.date
    )
    return not member.firm, out
