"""About which day a number of a series comes."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol


class Dated(Protocol):
    """A number with its full date."""

    @property
    def number(self) -> int: ...

    @property
    def date(self) -> str: ...


class Pace:
    """About which day a number comes: linear between the known members."""

    def __init__(self, points: Sequence[tuple[int, int]]) -> None:
        self._numbers = [number for number, _ in points]
        self._days = [day for _, day in points]

    @classmethod
    def of(cls, members: Sequence[Dated]) -> Pace:
        """The pace of a series: the running median of its members, so that one wrong date does not bend it."""
        days = [ordinal(each.date) for each in members]
        windows = (sorted(days[max(0, i - 2) : i + 3]) for i in range(len(days)))
        smooth = [window[len(window) // 2] for window in windows]
        return cls([(each.number, day) for each, day in zip(members, smooth, strict=True)])

    def day(self, number: int) -> float:
        """The expected day; beyond the ends that of the nearest end."""
        numbers, days = self._numbers, self._days
        at = bisect_left(numbers, number)
        if at == len(numbers):
            return days[-1]
        if numbers[at] == number or at == 0:
            return days[at]
        share = (number - numbers[at - 1]) / (numbers[at] - numbers[at - 1])
        return days[at - 1] + share * (days[at] - days[at - 1])

    def distance(self, member: Dated) -> float:
        return abs(ordinal(member.date) - self.day(member.number))


def days_between(one: str, other: str) -> int:
    """Days from one full date to another, however they stand."""
    return abs(ordinal(one) - ordinal(other))


@lru_cache(maxsize=40_000)
def ordinal(date: str) -> int:
    """A full date as a number that counts days."""
    return datetime.date.fromisoformat(date).toordinal()
