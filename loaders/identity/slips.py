"""Numbers that one mention got wrong: another one of the same day, and of the same title, says which document it is."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.citations.sighting import Sighting
from ontology.suspicions.titles import telling
from ontology.words import fold

Group = tuple[str, str, str]
"""Number, year in the number, symbol: what ties mentions together."""

FULL_DAY = len("2020-12-31")

LETTERS = 30
"""Letters from which on two equal titles are of one document: no body issues two such on one day under numbers that a
slip tells apart."""

WORDS = 4
"""Words that tell a subject, without which a title is of many documents ("sửa đổi, bổ sung một số điều của các Nghị
định")."""

APART = 200
"""Code points between two mentions of one document; what is listed side by side are two ("Quyết định số 1195/QĐ-UBND
và Quyết định số 1196/QĐ-UBND")."""

Days = dict[tuple[str, str], list[Group]]
"""Symbol and day → the groups of which a mention states it."""


def days_of(groups: dict[Group, list[int]], sightings: tuple[Sighting, ...]) -> Days:
    """Which groups state which days."""
    days: Days = {}
    for group, members in groups.items():
        for day in _days(sightings[index] for index in members):
            days.setdefault((group[2], day), []).append(group)
    return days


def right_group(
    group: Group, days: Days, groups: dict[Group, list[int]], sightings: tuple[Sighting, ...]
) -> Group | None:
    """The only other group that a group means: with the year of the day that both state ("83/2015/NĐ-CP ngày 03/9/2014"
    beside "83/2014/NĐ-CP ngày 03/9/2014"), or with a number that a slip tells from this one's, stated more often or
    before it, under the same title."""
    members = [sightings[index] for index in groups[group]]
    stated = sorted(_days(members))
    beside = [key for day in stated for key in days.get((group[2], day), ()) if key != group and key in groups]
    if not beside:
        return None
    fits = {key for key in beside if _wrong_year(group, key, stated)}
    if not fits and len(members) == 1:
        here = groups[group][0]
        fits = {
            key
            for key in beside
            if key[1] == group[1]
            and _slip(group[0], key[0])
            and (len(groups[key]) > 1 or groups[key][0] < here)
            and _same(members[0], here, groups[key], sightings)
        }
    return fits.pop() if len(fits) == 1 else None


def _days(members: Iterable[Sighting]) -> set[str]:
    return {m.tail.date for m in members if m.tail.date is not None and len(m.tail.date) == FULL_DAY}


def _wrong_year(group: Group, other: Group, days: list[str]) -> bool:
    """Is the number the same, and the other year that of the day, while this one is not?"""
    years = {day[:4] for day in days}
    return group[0] == other[0] and bool(group[1]) and other[1] in years and group[1] not in years


def _slip(number: str, other: str) -> bool:
    """Do two numbers differ by one figure, or by two that changed places?"""
    if len(number) != len(other) or not (number + other).isdigit():
        return False
    differ = [at for at, (one, two) in enumerate(zip(number, other, strict=True)) if one != two]
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        return number[differ[0]] == other[differ[1]] and number[differ[1]] == other[differ[0]]
    return len(differ) == 1


def _same(seen: Sighting, here: int, others: list[int], sightings: tuple[Sighting, ...]) -> bool:
    """Do other mentions state the title, or the name of a law, that one states, and no other? That of a normative act
    may be cut elsewhere; what an office decides has titles that are alike ("phê duyệt kế hoạch … gói thầu số 1"), and
    several of one title side by side."""
    title = _title(seen)
    told = {_title(sightings[index]) for index in others} - {None}
    if title is None or not told:
        return False
    if seen.year is not None:
        subjects = [telling(str(other)) for other in told]
        own = telling(title)
        return (own in subjects or title in told) and all(own <= each or each <= own for each in subjects)
    return told == {title} and all(abs(sightings[index].start - seen.start) >= APART for index in others)


def _title(sighting: Sighting) -> str | None:
    if sighting.symbol is not None and sighting.symbol.family == "na" and sighting.name:
        return fold(sighting.name)
    title = fold(sighting.tail.title_text) if sighting.tail.title_text else ""
    return title if len(title) >= LETTERS and len(telling(title)) >= WORDS else None
