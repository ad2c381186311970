"""Mentions of one text that mean one document, tied by number and symbol, or by name; split by body and by year."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct, field

from loaders.citations.sighting import Sighting
from loaders.citations.tails import Speaker
from loaders.identity.meetings import congress, plenum
from ontology.issuers import is_stranger
from ontology.laws import Law, by_number, initials, official
from ontology.numbers import format_number
from ontology.tables import DocumentType, Place
from ontology.words import fold


class Cluster(Struct):
    """Mentions that mean one document. members: indexes into the sightings of the scan.

    The sets hold what the members state, so that one more mention is compared with the cluster, not with each member.
    """

    members: list[int] = field(default_factory=list)
    bodies: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def add(self, index: int, sighting: Sighting) -> None:
        """One more mention of this document."""
        self.members.append(index)
        tail = sighting.tail
        if tail.issuer is not None and "." in tail.issuer.key:
            self.bodies.add(tail.issuer.key)
        if tail.date:
            self.years.add(tail.date[:4])
            self.days.add(tail.date[4:])
        if sighting.year:
            self.years.add(sighting.year)
        if tail.title_key:
            self.titles.add(tail.title_key)

    def takes(self, sighting: Sighting) -> bool:
        """May this mention mean the same document? Two local bodies never, unless no table knows one of them and the
        day is the same (then it is written in two ways); two years only when day and month or the title agree, for then
        one of the years is a slip ("31/12/2020" and "31/12/2021")."""
        tail = sighting.tail
        local = tail.issuer is not None and "." in tail.issuer.key
        if local and self.bodies and tail.issuer is not None and tail.issuer.key not in self.bodies:
            unknown = any(is_stranger(key) for key in (tail.issuer.key, *self.bodies))
            return unknown and tail.date is not None and len(tail.date) == 10 and tail.date[4:] in self.days
        if sighting.year or tail.date is None or not self.years or tail.date[:4] in self.years:
            return True
        return (len(tail.date) == 10 and tail.date[4:] in self.days) or tail.title_key in self.titles


def clusters_of(sightings: tuple[Sighting, ...], speaker: Speaker) -> list[Cluster]:
    """All clusters; anaphors and short forms belong to none (`loaders.identity.backward` reads them)."""
    numbered = numbered_clusters(sightings)
    clusters = numbered + named_clusters(sightings, numbered, speaker)
    for cluster in clusters:
        cluster.members.sort()
    return clusters


Group = tuple[str, str, str]
"""Number, year in the number, symbol: what ties mentions together."""

ALWAYS_WITH_YEAR = frozenset({"NĐ", "TT", "TTLT", "NQLT"})
"""Codes whose numbers hold their year; without it they are written short ("Thông tư 02/TT-BCT năm 2026")."""


def numbered_clusters(sightings: tuple[Sighting, ...]) -> list[Cluster]:
    """Mentions tied by number, year in the number and symbol; a blank number is a document of its own."""
    groups: dict[Group, list[int]] = {}
    for index, sighting in enumerate(sightings):
        if sighting.form == "full":
            number = sighting.number.lstrip("0").lower() if sighting.number is not None else f"blank {index}"
            symbol = fold(sighting.symbol.text) if sighting.symbol is not None else ""
            groups.setdefault((number, sighting.year or "", symbol), []).append(index)
    alike: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        alike.setdefault((group[0], group[2]), []).append(group)
    for group in list(groups):
        beside = alike[group[0], group[2]]
        whole = _written_out(group, groups, sightings) or _of_term(group, beside, groups, sightings)
        if whole is not None:
            groups[whole] = sorted(groups[whole] + groups.pop(group))
    return [cluster for members in groups.values() for cluster in _split(members, sightings)]


def _written_out(group: Group, groups: dict[Group, list[int]], sightings: tuple[Sighting, ...]) -> Group | None:
    """The only group of the text that writes out what this one leaves out: the year of a decree or circular, or the
    body of a symbol that a table cut ("141/2025/TT-")."""
    number, year, symbol = group
    first = sightings[groups[group][0]].symbol
    if first is None or first.type_code is None:
        return None
    if not year and first.agencies and first.type_code in ALWAYS_WITH_YEAR:
        dated = {date[:4] for index in groups[group] if (date := sightings[index].tail.date)}
        fits = [key for key in groups if key[0] == number and key[2] == symbol and key[1] and dated <= {key[1]}]
    elif year and not first.agencies:
        fits = [key for key in groups if key[:2] == (number, year) and key[2].startswith(f"{symbol} ")]
    else:
        return None
    return fits[0] if len(fits) == 1 else None


def _of_term(
    group: Group, alike: list[Group], groups: dict[Group, list[int]], sightings: tuple[Sighting, ...]
) -> Group | None:
    """The group that bears the same number of one term of the National Assembly with another year, more often: numbers
    run through the term, so that one of the years is a slip ("202/2022/QH15", "202/2025/QH15"). alike: all with that
    number and symbol."""
    first = sightings[groups[group][0]]
    if len(alike) < 2 or first.symbol is None or first.symbol.term is None or not group[1]:
        return None
    own = _told([sightings[index] for index in groups[group]])
    rank = (-len(groups[group]), groups[group][0])
    fits = [
        key
        for key in alike
        if key in groups
        and key[1] not in ("", group[1])
        and own == _told([sightings[index] for index in groups[key]])
        and (-len(groups[key]), groups[key][0]) < rank
    ]
    return fits[0] if len(fits) == 1 else None


def _told(members: list[Sighting]) -> tuple[set[str], set[str]]:
    """The types and the names of laws that mentions state."""
    kinds = {member.type.slug for member in members if member.type is not None}
    return kinds, {fold(member.name) for member in members if member.name}


def _split(members: list[int], sightings: tuple[Sighting, ...]) -> list[Cluster]:
    """One number and symbol, perhaps several documents: of other bodies, of other years."""
    if len(members) == 1:
        alone = Cluster()
        alone.add(members[0], sightings[members[0]])
        return [alone]
    clusters: list[Cluster] = []
    open_ones = [index for index in members if _says_nothing(sightings[index])]
    for index in members:
        if _says_nothing(sightings[index]):
            continue
        home = next((cluster for cluster in clusters if cluster.takes(sightings[index])), None)
        if home is None:
            home = Cluster()
            clusters.append(home)
        home.add(index, sightings[index])
    if not clusters and open_ones:
        clusters.append(Cluster())
    _give(open_ones, clusters, sightings)
    return clusters


def _says_nothing(sighting: Sighting) -> bool:
    """No date and no body: the nearest mention that has them decides."""
    return sighting.tail.date is None and sighting.tail.issuer is None


def _give(indexes: list[int], clusters: list[Cluster], sightings: tuple[Sighting, ...]) -> None:
    """Each to the cluster of the nearest mention before it, else behind it."""
    owners = sorted((index, number) for number, cluster in enumerate(clusters) for index in cluster.members)
    for index in indexes:
        position = bisect_right(owners, (index, len(clusters)))
        number = owners[max(0, position - 1)][1] if owners else 0
        clusters[number].add(index, sightings[index])


def named_clusters(sightings: tuple[Sighting, ...], numbered: list[Cluster], speaker: Speaker) -> list[Cluster]:
    """Named laws join the numbered mention that bears the same name (and year), else form clusters of their own.

    Names with a number or a day come first; a bare name means one of those laws.
    """
    bearing: dict[str, list[Cluster]] = {}
    for cluster in numbered:
        for name in _law_names([sightings[i] for i in cluster.members]):
            bearing.setdefault(name, []).append(cluster)
    fresh: dict[str, list[Cluster]] = {}
    named = [index for index, s in enumerate(sightings) if s.form == "named" and s.type is not None and s.name]
    for index in sorted(named, key=lambda index: (_stated_year(sightings[index]) == "", index)):
        sighting = sightings[index]
        keys = _keys(sighting, speaker)
        known = [home for key in keys for home in bearing.get(key, [])] + fresh.get(keys[0], [])
        written, in_title = _written(sightings, index, speaker)
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


def _keys(sighting: Sighting, speaker: Speaker) -> list[str]:
    """Under what names a law may be known."""
    if sighting.type is None or sighting.name is None:
        return []
    names = [meeting(name, speaker.place) for name in possible_names(sighting.type.label_vi, sighting.name)]
    return [_name_key(sighting.type, name) for name in names]


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
    central = plenum(name)
    if central is not None:
        return "Nghị quyết Trung ương {} khóa {}".format(*central)
    number = congress(name)
    if number is not None:
        return f"Đại hội đại biểu toàn quốc lần thứ {number} của Đảng"
    plain = CONGRESS.sub("", name)
    return NO_PLACE.sub(f"{place.full_name} ", plain) if place else plain


def _name_key(kind: DocumentType, name: str) -> str:
    return f"{kind.slug}:{fold(name).removeprefix('ve ')}"


def _registered(sighting: Sighting) -> Law | None:
    """The law that is known to bear the number of a mention."""
    if sighting.symbol is None or sighting.symbol.family != "na":
        return None
    return by_number().get(format_number(sighting.number, sighting.year, sighting.symbol.text))


def _law_names(members: list[Sighting]) -> set[str]:
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
