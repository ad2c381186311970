"""Finds every mention of a document: number and symbol, short forms, names, "Quyết định này"; exact spans, nothing
meant yet.

Two stages (measured as the fastest in plain Python): one generic scan for cores and type words, then anchored tails and
table look-ups at each hit. Runs on the reading copy; spans are led back at the very end by the caller.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from loaders.citations import (
    aliases,
    fronts,
    grammar,
    missing,
    names,
    numbered,
    pinpoints,
    shared_bodies,
    short_laws,
    tails,
    title_lists,
    types,
    unnumbered,
)
from loaders.citations.sighting import Sighting
from loaders.text.reading import Reading
from ontology.records import Span

LATE_LENGTH = len("/1979")
LATE = re.compile(r"[/-](?P<year>(?:19|20)[0-9]{2})\Z")
"""The year behind an old symbol, which tells the day as far as it goes: "Quyết định số 206-CP/1979"."""

AMENDS = re.compile(r"(?:sửa\s+đổi|bổ\s+sung)(?!\w)")


class Scan(Struct, frozen=True):
    """What a scan of one text gives. rejected: number-shaped strings that name no document, with the reason. plurals:
    type words that point at several documents ("các Nghị quyết nêu trên")."""

    sightings: tuple[Sighting, ...]
    rejected: tuple[tuple[Span, str], ...]
    plurals: tuple[Sighting, ...] = ()


def scan(reading: Reading, speaker: tails.Speaker) -> Scan:
    """All mentions of a text in order, none overlapping another. speaker: whose text it is (local numbers need a
    place)."""
    words = types.find(reading)
    rejected: list[tuple[Span, str]] = []
    found = list(numbered.find(reading, words, rejected))
    so = [match.start() for match in grammar.SO_WORD.finditer(reading.low)]
    found += missing.blank(reading, words, so)
    taken = sorted((s.start, s.end) for s in found)
    pointing = list(unnumbered.find(reading, words, taken))
    found += [sighting for sighting in pointing if sighting.rule != unnumbered.PLURAL]
    several = tuple(sighting for sighting in pointing if sighting.rule == unnumbered.PLURAL)
    found += short_laws.find(reading)
    found = _without_overlaps(_without_programmes(found))
    rejected += missing.unread(reading, words, so, found, rejected)
    tailed = title_lists.parted([_with_tail(reading, speaker, sighting) for sighting in found], reading)
    cited = shared_bodies.shared(_with_dates_of_amending(tailed, reading), reading)
    return Scan(tuple(_with_aliases(reading, words, cited)), tuple(rejected), several)


def _with_aliases(reading: Reading, words: types.TypeWords, cited: list[Sighting]) -> list[Sighting]:
    """The mentions, and among them the uses of short names that the text defines for some of them."""
    ends = [(s.type, s.end, s.tail.end) for s in cited if s.type is not None and s.form in ("full", "named")]
    found = [
        Sighting(alias.start, alias.end, "short", alias.type, name=alias.name, rule="short.alias")
        for alias in aliases.find(reading, words, ends)
    ]
    return _without_overlaps([*cited, *found]) if found else cited


def _without_programmes(found: list[Sighting]) -> list[Sighting]:
    """ "Kế hoạch 212" is a short form only where the text cites a plan 212 in full; else a programme or a count."""
    full = {(s.type.slug, s.number.lstrip("0")) for s in found if s.form == "full" and s.type and s.number}
    return [
        s
        for s in found
        if s.rule != "short.policy" or (s.type is not None and (s.type.slug, (s.number or "").lstrip("0")) in full)
    ]


def _without_overlaps(found: list[Sighting]) -> list[Sighting]:
    """A full number beats a name that runs into it, a name a short form; among equals the earlier, then the longer."""
    order = {"full": 0, "named": 1, "short": 2, "anaphor": 3}
    kept: list[Sighting] = []
    starts: list[int] = []
    for sighting in sorted(found, key=lambda s: (order[s.form], s.start, -s.end)):
        index = bisect_right(starts, sighting.start)
        before_ends = kept[index - 1].end if index else -1
        next_start = starts[index] if index < len(starts) else sighting.end
        if before_ends <= sighting.start and sighting.end <= next_start:
            kept.insert(index, sighting)
            starts.insert(index, sighting.start)
    return kept


def _with_tail(reading: Reading, speaker: tails.Speaker, sighting: Sighting) -> Sighting:
    if sighting.form == "anaphor":
        return sighting
    tail = tails.read(reading, speaker, sighting.end, titled=not _law_named(sighting, reading))
    tail = _with_year_of_number(tail, sighting.year, reading)
    if tail.date is None and sighting.year is None:
        late = LATE.match(reading.low, max(0, sighting.end - LATE_LENGTH), sighting.end)
        tail = replace(tail, date=late["year"]) if late else tail
    if sighting.form == "full":
        tail = fronts.within(reading, speaker, sighting.start, sighting.end, tail)
        tail = fronts.complete(reading, speaker, sighting.start, tail, sighting.symbol)
        if _glossed(tail, sighting, reading):
            tail = replace(tail, title_text=None)
    return replace(sighting, tail=tail)


def _with_year_of_number(tail: tails.Tail, year: str | None, reading: Reading) -> tails.Tail:
    """Five figures for a year ("số 49/2018/NĐ-CP ngày 30 tháng 3 năm 20218"): one is too many, and the number says
    which; a year that stands alone keeps its first four (the fifth is the mark of a footnote)."""
    end = tail.date_end or 0
    if year is None or tail.date is None or tail.date[:4] == year or not reading.low[end : end + 1].isdigit():
        return tail
    figures = tail.date[:4] + reading.low[end]
    if not any(figures[:at] + figures[at + 1 :] == year for at in range(len(figures))):
        return tail
    return replace(tail, date=year + tail.date[4:], date_end=end + 1, end=max(tail.end, end + 1))


def _glossed(tail: tails.Tail, sighting: Sighting, reading: Reading) -> bool:
    """Is the title a bracket behind a provision? It says what the provision is about: "Điều 12 Nghị định số
    32/2024/NĐ-CP (điều chỉnh quyết định thành lập cụm công nghiệp)"."""
    at = tail.title.start if tail.title else 0
    return reading.text[at - 1 : at] == "(" and pinpoints.before(reading, sighting.start) is not None


def _law_named(sighting: Sighting, reading: Reading) -> bool:
    """Is it a law that its name or a provision stands before? What follows is about the provision; "Luật số
    42/2024/QH15 về quản lý vũ khí" gives the name behind the number."""
    if sighting.type is None or sighting.type.slug not in names.KNOWN_BY_NAME:
        return False
    return sighting.form == "named" or bool(sighting.name) or pinpoints.before(reading, sighting.start) is not None


def _with_dates_of_amending(cited: list[Sighting], reading: Reading) -> list[Sighting]:
    """In "Luật số 09/2022/QH15 sửa đổi, bổ sung một số điều của Luật Tần số vô tuyến điện ngày 09/11/2022" the date is
    that of the amending law: it has the year of its number, and stands behind the name of the amended one."""
    found = list(cited)
    for at, outer in enumerate(cited):
        title = outer.tail.title
        if outer.year is None or outer.tail.date is not None or title is None:
            continue
        last = bisect_left(cited, title.end, at + 1, key=attrgetter("start")) - 1
        inner = cited[last] if last > at else None
        if inner is None or not AMENDS.match(reading.low, title.start):
            continue
        foreign = inner.form == "named" or _of_another_year(inner, reading)
        if foreign and (inner.tail.date or "")[:4] == outer.year:
            short = tails.shortened(reading, outer.tail, inner.end)
            found[at] = replace(outer, tail=replace(short, date=inner.tail.date, date_end=inner.tail.date_end))
            found[last] = replace(inner, tail=replace(inner.tail, date=None, date_end=None))
    return found


def _of_another_year(inner: Sighting, reading: Reading) -> bool:
    """Says a number that the day behind it is another document's: "Nghị định số 21/2026/NĐ-CP sửa đổi … Nghị định số
    193/2025/NĐ-CP đã được ban hành ngày 10/01/2026"? A day right behind the number is a slip."""
    date, end = inner.tail.date, inner.tail.date_end
    if inner.year is None or date is None or end is None or date[:4] == inner.year:
        return False
    return not reading.low[inner.end : end].lstrip(" ,(").startswith("ngày")
