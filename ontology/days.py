"""Days that may be known in part: "2021", "2021-02", "2021-02-03" (ISO 8601)."""

from __future__ import annotations


def first_day(date: str) -> str:
    """First day of a date that may be partial: "2021" → "2021-01-01"."""
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str) -> str:
    """Last day of a date that may be partial, good for comparing: "2021-02" → "2021-02-31"."""
    return date + "-12-31"[len(date) - 4 :]
