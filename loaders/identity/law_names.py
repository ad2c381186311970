"""Laws cited by name: which numbered mention bears the name, and which names mean one law or one meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from loaders.citations.sighting import Sighting
from loaders.citations.tails import Speaker
from loaders.identity.cluster import Cluster
from loaders.identity.meetings import congress, plenum
from ontology.laws import REVISED, Law, by_number, initials, official
from ontology.numbers import format_number
from ontology.tables import DocumentType, Place
from ontology.words import fold, letters


def named_clusters(sightings: tuple[Sighting, ...], numbered: list[Cluster], speaker: Speaker) -> list[Cluster]:
    """Named laws join the numbered mention that bears the same name (and year), else form clusters of their own.

    Names with a number or a day come first; a bare name means one of those laws.
    """
    bearing: dict[str, list[Cluster]] = {}
    for cluster in numbered:
        for name in names_of([sightings[i] for i in cluster.members]):
            bearing.setdefault(name, []).append(cluster)
    fresh: dict[str, list[Cluster]] = {}
    named = [index for index, s in enumerate(sightings) if s.form == "named" and s.type is not None and s.name]
    for index in sorted(named, key=lambda index: (_stated_year(sightings[index]) == "", index)):
        sighting = sightings[index]
        keys = names_asked(sighting, speaker)
        known = [home for key in keys for home in bearing.get(key, [])] + fresh.get(keys[0], [])
        written, in_title = _written(sightings, index, speaker)
        if sighting.name is not None and sighting.name.endswith(REVISED):
            known += _newly_passed(sighting, bearing, speaker, written)
        homes = [home for home in known if _year_fits(sighting, home)]
        if in_title:  # a decree of 2013 guides no law of 2024
            homes = [home for home in homes if not home.years or min(home.years) <= written]
        if not homes:
            homes = [Cluster()]
            fresh.setdefault(keys[0], []).append(homes[0])
        if len(homes) > 1:
            homes.sort(key=lambda home: min(home.members, default=index))
        _meant(homes, sightings, index, written).add(index, sighting)
    return [cluster for clusters in fresh.values() for cluster in clusters]


def _newly_passed(
    sighting: Sighting, bearing: Mapping[str, list[Cluster]], speaker: Speaker, written: str
) -> list[Cluster]:
    """The numbered laws of the year of the words, or of the one before, that may be meant by their name and "(sửa
    đổi)"; an older one is what the draft of that name will replace."""
    bare = replace(sighting, name=(sighting.name or "").removesuffix(f" {REVISED}"))
    homes = [home for key in names_asked(bare, speaker) for home in bearing.get(key, [])]
    return [home for home in homes if home.years and int(max(home.years)) >= int(written) - 1]


TITLES = 6
"""Mentions before a name among which the one is looked for whose title holds it."""


def _written(sightings: tuple[Sighting, ...], index: int, speaker: Speaker) -> tuple[str, bool]:
    """The year in which the words were written: of the document in whose title they stand, else of the text; and
    whether it is a title."""
    start = sightings[index].start
    for other in range(index - 1, max(-1, index - TITLES), -1):
        tail = sightings[other].tail
        year = sightings[other].year or (tail.date or "")[:4]
        if year and tail.title is not None and tail.title.start <= start < tail.title.end:
            return year, True
    return (speaker.date or "")[:4] or "9999", False


def _meant(homes: list[Cluster], sightings: tuple[Sighting, ...], index: int, limit: str) -> Cluster:
    """A bare name means the law in force: of several with one name the youngest that was there in the year of the
    words. One that is printed with its name comes before one that only amends it, one that the table knows before a
    slip of the pen; where no year tells, the first that the text names."""
    if len(homes) == 1:
        return homes[0]
    ranked = [
        (*_bears_name(home, sightings), max(home.years), len(home.members), -number)
        for number, home in enumerate(homes)
        if home.years and max(home.years) <= limit
    ]
    if ranked:
        return homes[-max(ranked)[-1]]
    return homes[0]


def _bears_name(home: Cluster, sightings: tuple[Sighting, ...]) -> tuple[bool, bool]:
    """Is the law ever printed with a name of its own, and does the table know its number?"""
    members = [sightings[i] for i in home.members if sightings[i].form == "full"]
    printed = any(m.name and not m.name.lower().startswith(("sửa đổi", "bổ sung")) for m in members)
    return printed or not members, not members or _registered(members[0]) is not None


def names_asked(sighting: Sighting, speaker: Speaker) -> list[str]:
    """Under what names a law may be known."""
    if sighting.type is None or sighting.name is None:
        return []
    names = [meeting(name, speaker.place) for name in possible_names(sighting.type.label_vi, sighting.name)]
    keys = [_name_key(sighting.type, name) for name in names]
    other = CODE_OR_LAW.get(sighting.type.slug)
    return keys if other is None else keys + [f"{other}:{key.partition(':')[2]}" for key in keys]


CODE_OR_LAW = {"luat": "bo-luat", "bo-luat": "luat"}
"""A code is often called a law: "Luật Tố tụng hình sự năm 2015"."""


def _stated_year(sighting: Sighting) -> str:
    return sighting.year or (sighting.tail.date or "")[:4]


def _year_fits(sighting: Sighting, cluster: Cluster) -> bool:
    stated = _stated_year(sighting)
    return not stated or not cluster.years or stated in cluster.years


def possible_names(type_label: str, name: str) -> list[str]:
    """The official name, the name as printed, or the known law names whose initials it is ("KHCN")."""
    official_name = official(type_label, name)
    if official_name != name:
        return [official_name]
    bare = name.replace("&", "").replace(" ", "")
    if bare.isupper() and 2 <= len(bare) <= 10:
        found = [law.name for law in initials().get(bare, ()) if law.type == type_label]
        if found:
            return found
    return [name]


CONGRESS = re.compile(r"\bđại biểu\s+(?=đảng bộ)", re.IGNORECASE)


NO_PLACE = re.compile(r"(?<=đảng bộ )(?P<kind>tỉnh|thành phố)\s+(?=lần)", re.IGNORECASE)


def meeting(name: str, place: Place | None) -> str:
    """One name for one congress, and for one plenum: "Đại hội Đại biểu Đảng bộ tỉnh lần thứ XV" is that of the
    speaker's province, "Trung ương 4 (khóa 11)" the fourth plenum of the eleventh term, "Đại hội Đảng toàn quốc lần thứ
    XI" the eleventh congress of the Party."""
    plain = letters(name)
    if not ("đại hội" in plain or "trung ương" in plain or "đảng bộ" in plain or "tw" in plain):
        return name  # a law, as nearly all are
    central = plenum(name)
    if central is not None:
        said = "Kết luận" if plain.startswith("kết luận") else "Nghị quyết"
        return "{} Trung ương {} khóa {}".format(said, *central)
    number = congress(name)
    if number is not None:
        return f"Đại hội đại biểu toàn quốc lần thứ {number} của Đảng"
    short = CONGRESS.sub("", name)
    return NO_PLACE.sub(f"{place.full_name} ", short) if place else short


def _name_key(kind: DocumentType, name: str) -> str:
    return f"{kind.slug}:{fold(name).removeprefix('ve ')}"


def _registered(sighting: Sighting) -> Law | None:
    """The law that is known to bear the number of a mention."""
    if sighting.symbol is None or sighting.symbol.family != "na":
        return None
    return by_number().get(format_number(sighting.number, sighting.year, sighting.symbol.text))


def names_of(members: Iterable[Sighting]) -> set[str]:
    """Names under which a numbered law may be cited: the table's, and the words between its type and its number."""
    names = set()
    for sighting in members:
        if sighting.type is None or sighting.symbol is None or sighting.symbol.family != "na":
            continue
        law = _registered(sighting)
        if law is not None:
            names.add(_name_key(sighting.type, law.name))
        if sighting.name:
            names.add(_name_key(sighting.type, official(sighting.type.label_vi, sighting.name)))
    return names
