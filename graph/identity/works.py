"""A document as witnesses know it: as some of them do (`Reference`), and as all together do (`Work`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Literal

from graph.identity.keys import split_path
from ontology.records import SuspicionKind


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as some witnesses know it, alike in all that identity looks at.

    profile: digest of all fields but `count`. count: how many references of different witnesses are alike. own: the
    document speaks of itself. path: see `keys.scoped_path`. mentions: in each witness; dates: (stated date, how
    many of them state it), sorted; conflicts: (field, stated, other) as the witness itself noticed; suspicions: (kind,
    severity, stated, likely or "") likewise. place_assumed: the province is that of the one who speaks. registered: a
    row of a register states it; with count 0 a row of the one that ships with the product, no witness in the store.
    """

    profile: str
    path: str
    block: str
    title_key: str | None = None
    type: str | None = None
    number: str | None = None
    year: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer_name: str | None = None
    issuer_key: str | None = None
    title: str | None = None
    name: str | None = None
    own: bool = False
    mentions: int = 0
    dates: tuple[tuple[str, int], ...] = ()
    conflicts: tuple[tuple[str, str, str], ...] = ()
    suspicions: tuple[tuple[str, str, str, str], ...] = ()
    place_assumed: bool = False
    registered: bool = False
    status: str | None = None
    effective: str | None = None
    count: int = 1


LOCAL: tuple[SuspicionKind, ...] = ("typeSymbol", "codeUnknown", "nameNumber", "noSuchDay")
"""Kinds of suspicion that one text decides for good, whatever others say: they are written into its witness graph."""


Field = Literal["type", "number", "symbol", "issuer_name", "title", "name", "status", "effective"]
"""A field of a reference of which one value is shown to people."""

FIELDS: tuple[Field, ...] = ("type", "number", "symbol", "issuer_name", "title", "name", "status", "effective")
_values = attrgetter(*FIELDS)


@dataclass(frozen=True)
class Work:
    """A resolved document: its path, the references that mean it, and what they leave open."""

    path: str
    references: tuple[Reference, ...]
    candidates: tuple[str, ...] = ()

    @cached_property
    def _said(self) -> Mapping[Field, dict[str, tuple[bool, bool, int]]]:
        """Field → stated value → whether neither the document itself nor a register states it, and minus the mentions
        that do. All in one pass: a much cited law has hundreds of references, and every batch of a load has more."""
        said: dict[Field, dict[str, tuple[bool, bool, int]]] = {name: {} for name in FIELDS}
        for each in self.references:
            votes = max(each.mentions, 1) * each.count
            for name, value in zip(FIELDS, _values(each), strict=True):
                if value is not None:
                    foreign, unofficial, before = said[name].get(value, (True, True, 0))
                    said[name][value] = foreign and not each.own, unofficial and not each.registered, before - votes
        return said

    def chosen(self, field: Field) -> str | None:
        """One value for people to read: the document's own, then the registered, then the most mentioned, then the
        longest, then the first."""
        said = self._said[field]
        if len(said) < 2:
            return next(iter(said), None)
        return min(said, key=lambda value: (*said[value], -len(value), value))

    @property
    def titles(self) -> tuple[str, ...]:
        """All titles that are stated."""
        return tuple(self._said["title"])

    @cached_property
    def votes(self) -> Mapping[str, int]:
        """Stated date → mentions that state it, in all witnesses; a header counts as one mention."""
        votes: Counter[str] = Counter()
        for each in self.references:
            for date, mentions in each.dates:
                votes[date] += mentions * each.count
            if each.date is not None and (each.own or not each.dates):
                votes[each.date] += each.count
        return votes

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years that witnesses write in the number: the one of the path, then the one that most sources write; who
        dates the document in the same year counts double."""
        told = {each.year for each in self.references}
        if len(told) < 3:  # mostly one, with and without
            told.discard(None)
            if len(told) < 2:
                return tuple(year for year in told if year is not None)
        votes: Counter[str] = Counter()
        for each in self.references:
            if each.year is not None:
                agrees = each.date is not None and each.date.startswith(each.year)
                votes[each.year] += max(each.count, 1) * (1 + agrees)
        period = split_path(self.path).period
        return tuple(sorted(votes, key=lambda year: (year != period, -votes[year], year)))

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """The stated dates, the chosen one first; without those that another one only makes more precise."""
        votes = self.votes
        if len(votes) < 2:
            return tuple(votes)
        full = [date for date in votes if not any(other != date and other.startswith(date) for other in votes)]
        own = {each.date for each in self.references if each.own}
        official = {each.date for each in self.references if each.registered}
        period = split_path(self.path).period
        year = period if len(period) == 4 else next(iter(self.years), None)
        foreign = {date: year is not None and date[:4] != year for date in full}
        order = sorted(
            full, key=lambda date: (foreign[date], date not in own, date not in official, -votes[date], date)
        )
        return tuple(order)


def is_day(date: str | None) -> bool:
    """Is an ISO date a full one ("2025-02-19"), with month and day?"""
    return date is not None and len(date) == len("2025-02-19")


def years_of(work: Work) -> set[str]:
    """The years under which people may name this document: "Luật … năm 2013"."""
    stated = {each.year or (each.date or "")[:4] for each in work.references}
    return {year for year in stated | {split_path(work.path).period} if len(year) == 4 and year.isdigit()}
