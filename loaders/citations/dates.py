"""Dates as documents print them → ISO 8601, partial where the day or the month is blank."""

from __future__ import annotations

import re

from loaders.text import patterns

SCANNED = "(?:[0-9][0-9iloìí]?|[iloìí][0-9]|[il][iìí])"
"""Day or month in words, with the letters that readers of images see for digits ("tháng I1", "ngày l6")."""

DIGITS = str.maketrans("iloìí", "11011")

DAY = (
    r"ng[aà]y(?:\s+ngày)?(?:"
    r"\s*(?P<d>[0-9]{1,2}|[0-3]\s[0-9])\s*(?P<sep>[/.-])\s*(?P<m>[0-9]{1,2})\s*(?:(?P=sep)\s*(?P<y>[0-9]{4}|[0-9]{2}(?![0-9]))|(?<=[0-9])\s(?P<y5>(?:19|20)[0-9]{2})(?![0-9]))"
    rf"|\s*(?P<d2>{SCANNED}|[.…_\s]*)\s*[',]?\s*th[aáảắ]ng\s*(?P<m2>{SCANNED}|[.…_\s]*)\s*[',]?\s*n[aăá]m\s*(?P<y2>[0-9]{{3,4}})"
    r"|\s*(?P<d3>[0-9]{1,2})\s*(?:ngày|năm|tháng)\s*(?P<m4>[0-9]{1,2})\s*(?:năm|tháng)\s*(?P<y4>[0-9]{4})"
    r"|\s*[.…_]*\s*/\s*(?P<m3>[0-9]{1,2})?[.…_\s]*/\s*(?P<y3>[0-9]{4})"
    r")"
)
"""A day as printed, with its word: "ngày 31/12/2020", "ngày 31 tháng 12 năm 2020", "ngày   /4/2026"; a clerk's slip in
the words between is read by its place ("ngày 17 ngày 8 năm 2005"), a digit lost from the year ("năm 009") leaves no
date."""

ADOPTED = (
    r"(?:(?:đã\s+)?(?:được\s+)?(?:(?:quốc\s+hội|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội)\s+(?:khóa\s+\w+\s+)?)?"
    r"(?:ký\s+ban\s+hành|ban\s+hành|ký|thông\s+qua|công\s+bố|lập|đề)\s+)?"
)
BEHIND = rf"[\s,]*[(\[]?\s*{ADOPTED}(?:của\s+)?"
DATE = patterns.awaited(BEHIND + DAY)
"""On lower-case text, anchored behind a number or a name: "ngày 31/12/2020", "ngày 31 tháng 12 năm 2020", ", ngày
/4/2026"."""

BARE = re.compile(
    rf"{BEHIND}(?<=[\s(])(?P<d>[0-9]{{1,2}})(?P<sep>[/.-])(?P<m>[0-9]{{1,2}})(?P=sep)(?P<y>(?:19|20)[0-9]{{2}})(?![/\w-])"
)
"""The same without its word, which only a number in front tells from other days: "NQ số 27/NQ-CP 12/6/2009"."""


def iso(match: re.Match[str]) -> str | None:
    """ISO date of a DATE match, as much of it as is printed; None when what is printed is no date (31/02, năm 009)."""
    if match.re is BARE:
        return of(match["y"], match["m"], match["d"])
    year = match["y"] or match["y2"] or match["y3"] or match["y4"] or match["y5"]
    month = (match["m"] or match["m2"] or match["m3"] or match["m4"] or "").strip(" .…_\n")
    day = (match["d"] or match["d2"] or match["d3"] or "").strip(" .…_\n").replace(" ", "")
    return of(year, month, day)


def of(year: str, month: str, day: str) -> str | None:
    """ISO date of figures, as much of it as there is; None where they are no date."""
    if len(year) == 3:
        return None
    if not (month.isdecimal() and day.isdecimal()):
        month, day = month.translate(DIGITS), day.translate(DIGITS)
    if len(year) == 2:
        year = ("19" if year > "45" else "20") + year
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return None
    if not day:
        return f"{year}-{int(month):02}"
    if not 1 <= int(day) <= days_in(int(year), int(month)):
        return None
    return f"{year}-{int(month):02}-{int(day):02}"


def days_in(year: int, month: int) -> int:
    """Days of a month in the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
