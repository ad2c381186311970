"""ISO dates, perhaps partial ("2022-11"), as suspicions compare them."""

from __future__ import annotations

import datetime
import re

from ontology.days import first_day, last_day

FULL = 10
"""Length of a date with its day."""


def younger(one: str, other: str) -> bool:
    """True when `one` is surely later: its first possible day comes after the last possible day of `other`."""
    return first_day(one) > last_day(other)


def swapped(date: str) -> str | None:
    """The date with day and month exchanged ("2018-03-04" → "2018-04-03"); None where that is no other day."""
    if len(date) != FULL or date[5:7] == date[8:] or int(date[8:]) > 12:
        return None
    return f"{date[:4]}-{date[8:]}-{date[5:7]}"


def exchanged(printed: str, year: str | None) -> str | None:
    """The day that figures mean whose month is a day: "05/13/2020" → "2020-05-13". year: the one that it must be of."""
    figures = [part for part in _NOT_FIGURES.sub(" ", printed).split() if len(part) < 5]
    if len(figures) != 3 or len(figures[2]) != 4 or int(figures[1]) <= 12 or figures[2] != (year or figures[2]):
        return None
    return _day(f"{figures[2]}-{int(figures[0]):02}-{int(figures[1]):02}")


_NOT_FIGURES = re.compile("[^0-9]+")


def of_year(date: str, year: str) -> str | None:
    """The same day and month in that year; None where the calendar has no such day."""
    return _day(f"{year}{date[4:]}")


def of_other_months(date: str) -> list[str]:
    """The same day in each other month of the year that has it, in order: what a slip in the month leads from."""
    months = (_day(f"{date[:4]}-{month:02}{date[7:]}") for month in range(1, 13))
    return [day for day in months if day is not None and day != date]


def _day(text: str) -> str | None:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return text
