"""The number series of an issuer, and the member whose date does not fit between those of its neighbours.

Within one series a higher number must not bear an earlier date (RULES §2, monotonicity). The odd one out is the one
without which most of the others are in order (longest non-decreasing subsequence); where two readings keep equally
many, the pace of the series decides, or nobody.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from ontology.identity import parse_path
from ontology.numbers import parse_symbol
from ontology.suspicions.dates import FULL, of_other_months, of_year, swapped
from ontology.suspicions.pace import Pace, ordinal
from ontology.tables import issuer_by_id, place_by_key

TOLERANCE = 10
"""Days. Numbers are taken in advance and signed later: of 7,226 registered normative acts in series of three or more,
30 are late by ten days or less, in good order; what is further out is mostly a wrong date."""

MOST_ODD = 0.2
"""Share of a series that may be out of order. More of it, and the series is no series: two bodies were mixed."""

WEIGHT = 2
"""Members that are registered or speak of themselves count as so many."""

SHARED = 1.5
"""Members whose date several sources state."""

CLEARER = 2.0
"""How many times further from the pace of the series one of two readings must be to be the wrong one."""

ANOTHER_BOOK = 1.5
"""How many times the highest number of the others a last number may be. 536/2021/NQ-HĐND behind 16/2021 of the council
elected that summer, and 613/2010/QĐ-TTg behind 84, stand in another book: councils begin anew, and lists put years into
numbers that have none."""

CLOSE = 3
"""Days between a guessed date and the pace of the neighbours, up to which the guess is told."""

Series = tuple[str, ...]


class Member(NamedTuple):
    """One document of a series. date: full, ISO. firm: a register or the document itself says so. others: further dates
    that are stated for it. title: what its title is compared by (`ontology.suspicions.numbers`); printed: its number as
    people write it. shared: several sources state the date. listed: nobody but a register knows
    it."""

    id: str
    number: int
    date: str
    firm: bool = False
    others: tuple[str, ...] = ()
    title: str | None = None
    printed: str | None = None
    shared: bool = False
    listed: bool = False

    @property
    def weight(self) -> float:
        """How much its place counts against others."""
        return WEIGHT if self.firm else SHARED if self.shared else 1


class Odd(Struct, frozen=True):
    """A member out of order. low, high: the dates of its neighbours in the series, between which its own must lie; None
    at the ends. before, after: ids of these neighbours. likely: a date that fits, or None."""

    member: Member
    low: str | None
    high: str | None
    before: str | None
    after: str | None
    likely: str | None

    @property
    def is_swap(self) -> bool:
        """Whether exchanging day and month puts it in order."""
        return self.likely is not None and self.likely == swapped(self.member.date)

    @property
    def range(self) -> str:
        """What the date must be: the likely one, or an ISO interval with ".." at an open end."""
        return self.likely or f"{self.low or '..'}/{self.high or '..'}"


def series_of(path: str, symbol: str | None) -> Series | None:
    """The series of a document by the path of its identity and its symbol; None where it has none that is certain.

    State acts: issuer, type and year, and the symbol too, because offices keep books of their own (QĐ-UBND, QĐ-BCĐ);
    letters of one body share a series whatever unit drafted them. Party acts: per term. No series: numbers with letters
    (30a), bodies whose place is not known, acts of congresses, consolidated and old texts.
    """
    parts = parse_path(path)
    parsed = parse_symbol(symbol) if symbol else None
    if parts is None or parsed is None or parts.number is None or not parts.number.isdigit():
        return None
    if parts.symbol is not None:
        return None  # of a body that no table knows, or of one of two books
    issuer, kind, period = parts.issuer_key, parts.type_slug, parts.period
    if issuer is None or kind is None or period is None or not _certain(issuer):
        return None
    if parsed.family not in ("na", "normative", "administrative", "letter", "party"):
        return None
    book = parsed.agencies[0] if parsed.family == "letter" else parsed.text
    return issuer, kind, period, book


def _certain(issuer: str) -> bool:
    """Unique bodies, and local ones with their place."""
    base, *steps = issuer.split(".")
    body = issuer_by_id().get(base)
    if body is None:
        return False
    return body.scope == "unique" or any(step in place_by_key() for step in steps)


Order = list[tuple[int, str]]
"""Numbers with their dates, sorted, of a series in which no date is earlier than that of a lower number."""


def in_order(members: Iterable[Member]) -> Order | None:
    """The numbers and dates of a series without an odd one; None when dates do not run with the numbers: then
    `odd_ones` has to say which."""
    places = sorted((each.number, each.date) for each in members)
    return places if all(one[1] <= other[1] for one, other in pairwise(places)) else None


def without(order: Sequence[tuple[int, str]], members: Iterable[Member]) -> Order:
    """A new order without some members of it."""
    left = list(order)
    for each in members:
        place = (each.number, each.date)
        at = bisect_left(left, place)
        if left[at : at + 1] == [place]:
            del left[at]
    return left


def with_more(order: Order, members: Iterable[Member]) -> Order | None:
    """The order with some more members; None when they are out of it. Takes the list over."""
    more = [(each.number, each.date) for each in members]
    for place in more:
        insort(order, place)
    for place in more:
        before, behind = bisect_left(order, place) - 1, bisect_right(order, place)
        if order[max(before, 0)][1] > place[1] or order[min(behind, len(order) - 1)][1] < place[1]:
            return None
    return order


def odd_ones(members: Iterable[Member]) -> list[Odd]:
    """The members of one series that are out of order, by number. Independent of the order of the input."""
    ordered = _distinct(members)
    kept = _in_order(ordered)
    chain = [ordered[index] for index in kept]
    outside = [ordered[index] for index in sorted(set(range(len(ordered))) - set(kept))]
    odd = [found for member in outside if (found := _judged(member, chain)) is not None]
    return odd if len(odd) <= MOST_ODD * len(ordered) + 0.5 else []


def _distinct(members: Iterable[Member]) -> list[Member]:
    """By number; two documents with one number say nothing about the order."""
    found = sorted(set(members), key=lambda each: (each.number, each.date, each.id))
    counts = Counter(each.number for each in found)
    return [each for each in found if counts[each.number] == 1 and len(each.date) == FULL]


def _in_order(members: Sequence[Member]) -> list[int]:
    """Indexes of the heaviest subsequence with non-decreasing dates; among equally heavy ones the one nearest to the
    pace of the series. O(n log n); O(n) for most series, which are in order."""
    if all(one.date <= other.date for one, other in pairwise(members)):
        return list(range(len(members)))
    pace = Pace.of(members)
    dates = sorted({each.date for each in members})
    best: list[tuple[float, float, int]] = [(0, 0.0, -1)] * (len(dates) + 1)  # Fenwick tree: heaviest end so far
    came_from = [-1] * len(members)
    last = (0.0, 0.0, -1)
    for index, each in enumerate(members):
        at = bisect_right(dates, each.date)
        weight, near, before = _best_up_to(best, at)
        came_from[index] = before
        ending = (weight + each.weight, near - pace.distance(each), index)
        _raise(best, bisect_left(dates, each.date) + 1, ending)
        last = max(last, ending)
    chain: list[int] = []
    index = last[2]
    while index >= 0:
        chain.append(index)
        index = came_from[index]
    return chain[::-1]


def _best_up_to(tree: Sequence[tuple[float, float, int]], at: int) -> tuple[float, float, int]:
    found = (0.0, 0.0, -1)
    while at > 0:
        found = max(found, tree[at])
        at -= at & -at
    return found


def _raise(tree: list[tuple[float, float, int]], at: int, value: tuple[float, float, int]) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at


def _judged(member: Member, chain: Sequence[Member]) -> Odd | None:
    """Is a member outside of the chain wrong, or could its rivals in the chain be?

    Too early a date is impossible. Too late a one is not: numbers are kept free and signed months later (01/2022/NĐ-CP
    of 30/11/2022, 03/2025/NĐ-CP of 28/02/2025), so that it needs a date that would be right.
    """
    numbers = [each.number for each in chain]
    at = bisect_left(numbers, member.number)
    rivals = [each for each in chain[:at] if each.date > member.date]
    rivals += [each for each in chain[at:] if each.date < member.date]
    if not any(abs(ordinal(each.date) - ordinal(member.date)) > TOLERANCE for each in rivals):
        return None
    against = sum(each.weight for each in rivals)
    others = [each for each in chain if each not in rivals]
    if against <= member.weight and not _off_pace(member, rivals, others):
        return None
    low, high = (chain[at - 1] if at else None), (chain[at] if at < len(chain) else None)
    if high is None and low is not None and member.number > ANOTHER_BOOK * low.number:
        return None
    likely = _likely(member, low, high)
    if likely is None and high is not None and member.date > high.date:
        return None
    ends = (low.date if low else None, high.date if high else None, low.id if low else None, high.id if high else None)
    return Odd(member, *ends, likely)


def _off_pace(member: Member, rivals: Sequence[Member], others: Sequence[Member]) -> bool:
    """Whether the series without the disputed members speaks clearly against this one."""
    if len(others) < 2:
        return False
    pace = Pace([(each.number, ordinal(each.date)) for each in others])
    own, theirs = pace.distance(member), max(pace.distance(each) for each in rivals)
    return own >= CLEARER * theirs and own - theirs > TOLERANCE


def _likely(member: Member, low: Member | None, high: Member | None) -> str | None:
    """A date that fits between the neighbours: another one that is stated; else day and month exchanged, or one slip of
    the month or the year, where the pace of the neighbours speaks for it."""
    first, last = (low.date if low else ""), (high.date if high else "9999")
    stated = next((day for day in sorted(member.others) if len(day) == FULL and first <= day <= last), None)
    turned = swapped(member.date)
    if stated is not None or low is None or high is None:
        return stated or (turned if turned and first <= turned <= last else None)
    years = (of_year(member.date, year) for year in sorted({first[:4], last[:4]} - {member.date[:4]}))
    slips = {*of_other_months(member.date), *(day for day in years if day), *([turned] if turned else [])}
    pace = Pace([(low.number, ordinal(low.date)), (high.number, ordinal(high.date))])
    near = sorted((abs(ordinal(day) - pace.day(member.number)), day) for day in slips if first <= day <= last)
    if not near:
        return None
    if turned in {day for distance, day in near if distance <= CLEARER * near[0][0] + TOLERANCE}:
        return turned
    alone = len(near) == 1 or near[1][0] > CLEARER * near[0][0] + TOLERANCE
    return near[0][1] if alone and near[0][0] <= CLOSE else None
