"""ISO dates, perhaps partial ("2022-11"), as suspicions compare them."""

from __future__ import annotations

import datetime

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
