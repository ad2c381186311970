"""Stated dates for people. Dates are ISO 8601 and may be partial ("2022-11")."""

from __future__ import annotations

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
