"""Stated dates for people. Dates are ISO 8601 and may be partial ("2022-11")."""

from __future__ import annotations

import re

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def shown(date: str | None, lang: str) -> str:
    """ "31/12/2020" and "11/2022" in Vietnamese, "31 Dec 2020" and "Nov 2022" in English; "" for None.

    What is not a date is shown as it stands.
    """
    if date is None:
        return ""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return date
    if lang == "en" and len(parts) > 1 and 1 <= int(parts[1]) <= 12:
        named = [parts[0], MONTHS[int(parts[1]) - 1], *(str(int(day)) for day in parts[2:])]
        return " ".join(reversed(named))
    return "/".join(reversed(parts))


INTERVAL = re.compile(r"(\.\.|[0-9]{4}-[0-9]{2}-[0-9]{2})/(\.\.|[0-9]{4}-[0-9]{2}-[0-9]{2})")
"""Two ISO dates; ".." is an open end."""

_BETWEEN = {
    "vi": ("từ {low} đến {high}", "từ {low} trở đi", "không sau {high}"),
    "en": ("between {low} and {high}", "{low} or later", "not after {high}"),
}


def likely(value: str, lang: str) -> str:
    """What a suspicion supposes, for people: a date, an interval of dates in words; anything else as it is."""
    match = INTERVAL.fullmatch(value)
    if match is None:
        return shown(value, lang) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else value
    low, high = match[1], match[2]
    both, open_high, open_low = _BETWEEN["en" if lang == "en" else "vi"]
    words = open_low if low == ".." else open_high if high == ".." else both
    return words.format(low=shown(low, lang), high=shown(high, lang))
