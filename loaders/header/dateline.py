"""Place and day of a document: "Sơn La, ngày 05 tháng 11 năm 2022",
partial where a draft leaves room."""

from __future__ import annotations

import re

from loaders.citations import grammar
from loaders.text import patterns
from ontology.words import CAPITALS

DATELINE_DAY = re.compile(
    r",\s*(?:ngày|Ngày)\s{0,4}(?P<d>[0-9]{1,2})?[ \t.…_,]*\n{0,2}(?:tháng|/|-|(?<=[0-9]\.)(?=[0-9]))\s{0,4}"
    r"(?P<m>[0-9]{1,2})?[ \t.…_,]*\n{0,2}(?:năm|/|-|(?<=[0-9]\.)(?=[0-9]))\s{0,4}(?P<y>[0-9]{4})"
)

DATELINE_PLACE = re.compile(
    rf"(?:^|[|\t>(]|&nbsp;|\s{{2}})[ \t]*(?P<place>(?!Hôm\s)[{CAPITALS}](?:[^\W\d_]|[.\-'’ ]){{1,40}}?)\s*\Z",
    re.MULTILINE,
)
"""The two halves of "Sơn La, ngày 05 tháng 11 năm 2022", at the beginning of a line or cell: the comma is looked for
first, because it is rare."""

DATELINE_LIMIT = 80
"""Code points that the place of a dateline takes, with the blanks around it."""

WITHOUT_COMMA = (
    rf"(?P<place>(?!Ngày\s)(?:TP\.?[ ]?)?[{CAPITALS}]\w+(?:[ ][{CAPITALS}]\w+){{0,3}}),?[ ]+"
    r"(?:ngày[ ]+)?(?P<d>[0-9]{1,2})[ ]+tháng[ ]+(?P<m>[0-9]{1,2})[ ]+năm[ ]+(?P<y>[0-9]{4})[ \t|]*$"
)
UNPARTED = re.compile(rf"(?:^|[|\t]|[ ]{{3}})[ \t|]*{WITHOUT_COMMA}", re.MULTILINE)
"""The same without its comma or its "ngày", at the end of a line: "Hà Nội ngày 13 tháng 05 năm 2013"."""

BESIDE_NUMBER = re.compile(rf"[ ]+{WITHOUT_COMMA}", re.MULTILINE)
"""The same right behind the number: "Số 112-CTr/TU Lào Cai ngày 02 tháng 06 năm 2021"."""

LAST_ON_LINE = re.compile(
    r"tháng[ ]+[0-9]{1,2}[ ]+năm[ ]+[0-9]{4}[ \t|]*$",
    re.MULTILINE,
)
"""How such a line ends: a cheap look before the pattern, which is tried at the beginning of every line."""

BELOW_NUMBER = re.compile(
    r"\s*Ngày\s*:?\s*(?P<d>[0-9]{1,2})[ ]?[-/.][ ]?(?P<m>[0-9]{1,2})[ ]?[-/.][ ]?(?P<y>[0-9]{4})(?![0-9])"
)
"""The day of a judgment, right below its number: "Ngày: 12-6-2019"."""

DAY_ALONE = re.compile(
    r"^[ \t|*(]*[Nn]gày[ ]+(?P<d>[0-9]{1,2})[ ]+tháng[ ]+(?P<m>[0-9]{1,2})[ ]+năm[ ]+(?P<y>[0-9]{4})[ \t|*.)]*$",
    re.MULTILINE,
)
ALONE = 200
"""A day without its place, on a line of its own, and the code points below the number in which it stands."""

PLACE = rf"(?!(?!TP)[A-ZĐ]{{2,}}\s)(?P<place>[{CAPITALS}](?:[^\W\d_]|[.\- ]){{1,40}}?)\s*[,;]\s*"

SPECKS = "ˆ~`´¨^ .-"
"""What a reader of images may see before a place."""

SCANNED_DATE = patterns.awaited(
    rf"(?:^|[|\t]|\s){grammar.SPECKS}{PLACE}[Nn]g[àaầ]\w?(?:\s{{1,4}}(?=\S))?"
    r"(?:[ \t]*(?P<d>[0-9]{1,2})?[ \t.…_,]*|[^\n]{0,9}?)(?:th?[áaàảãạắẳ]ng|/)[ \t]*"
    r"(?:(?P<m>[0-9]{1,2})?[ \t.…_,]*|[^\n]{1,5}?)(?:n?[ăaà]m|/)(?:[ \t]*(?P<y>[0-9]{4})|(?=\s))",
    re.MULTILINE,
)
"""Place and day behind the number on its line, or below it as a reader of images saw them: what it made of the day or
the month is left out ("ngàu/{ tháng 5 năm 2021"); where the year is
lost, the place is left ("ngày TÔ tháng 2 nàm 201")."""

MOTTO_END = re.compile(r"Hạnh\s+phúc|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")


def find(region: str, number: re.Match[str] | None) -> tuple[str | None, re.Match[str] | None]:
    """Place and day: on the line of the number, else the first line that has them, else as a scan shows them."""
    behind = SCANNED_DATE.match(region, number.end()) if number else None
    if behind is None:
        found = _dateline(region)
        if found[1] is not None:
            return _nearer(region, number, found[1].start()) or found
        for above in (number, MOTTO_END.search(region)):
            behind = SCANNED_DATE.search(region, above.end(), above.end() + 200) if above and not behind else behind
        if behind is None and LAST_ON_LINE.search(region):
            behind = (BESIDE_NUMBER.match(region, number.end()) if number else None) or UNPARTED.search(region)
    below = BELOW_NUMBER.match(region, number.end()) if number and behind is None else None
    below = below or (DAY_ALONE.search(region, number.end(), number.end() + ALONE) if number and not behind else None)
    if below is not None:
        return None, below
    return (behind["place"].lstrip(SPECKS), behind) if behind else (None, None)


def _nearer(region: str, number: re.Match[str] | None, found: int) -> tuple[str | None, re.Match[str] | None] | None:
    """Place and day without a comma below the number, where those with one stand far behind: of the portal, at the foot
    of its page."""
    near = number.end() + ALONE if number else 0
    own = UNPARTED.search(region, number.end(), near) if number and found > near else None
    return (own["place"], own) if own else None


def _dateline(region: str) -> tuple[str | None, re.Match[str] | None]:
    """Place and day of the first dateline; of minutes without one the day on which they were taken ("Hôm nay, ngày
    …")."""
    today = None
    for dated in DATELINE_DAY.finditer(region):
        place = DATELINE_PLACE.search(region, max(0, dated.start() - DATELINE_LIMIT), dated.start())
        if place is not None:
            return place["place"], dated
        if today is None and region.endswith(TODAY, 0, dated.start()):
            today = dated
    return None, today or _today(region)


def _today(region: str) -> re.Match[str] | None:
    """The day of minutes that tell the hour first: "Hôm nay, hồi 14 giờ 00 ngày 15 tháng 3 năm 2023"."""
    start = region.find(TODAY)
    return HOUR_FIRST.match(region, start) if start >= 0 else None


TODAY = "Hôm nay"
HOUR_FIRST = re.compile(
    r"Hôm nay[^\n]{0,40}?ngày[ \t]*(?P<d>[0-9]{1,2})[ \t]*(?:tháng|/)[ \t]*(?P<m>[0-9]{1,2})[ \t]*(?:năm|/)"
    r"[ \t]*(?P<y>[0-9]{4})"
)


def day(match: re.Match[str] | None) -> str | None:
    """ISO day of a dateline, as much of it as is printed."""
    if match is None or match["y"] is None:
        return None
    month, day = int(match["m"] or 0), int(match["d"] or 0)
    if not 1 <= month <= 12:
        return match["y"]
    return f"{match['y']}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{match['y']}-{month:02}"
