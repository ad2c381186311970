"""Mentions of one text that mean one document, tied by number and symbol, or by name; split by body and by year."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.mentions import Sighting
from loaders.tails import Speaker
from ontology.laws import by_number, initials
from ontology.numbers import format_number
from ontology.records import Issuer
from ontology.tables import DocumentType, Place
from ontology.words import fold


@dataclass(slots=True)
class Cluster:
    """Mentions that mean one document. members: indexes into the sightings of the scan, in order."""

    members: list[int] = field(default_factory=list)


def clusters_of(sightings: tuple[Sighting, ...], speaker: Speaker) -> list[Cluster]:
    """All clusters; anaphors and short forms belong to none (`loaders.backward` reads them)."""
    numbered = _numbered_clusters(sightings)
    return numbered + _named_clusters(sightings, numbered, speaker)


def _numbered_clusters(sightings: tuple[Sighting, ...]) -> list[Cluster]:
    groups: dict[tuple[str, str, str], list[int]] = {}
    for index, sighting in enumerate(sightings):
        if sighting.form == "full" and sighting.number is not None and sighting.symbol is not None:
            key = (sighting.number.lstrip("0").lower(), sighting.year or "", fold(sighting.symbol.text))
            groups.setdefault(key, []).append(index)
        elif sighting.form == "full" and sighting.symbol is not None:
            groups.setdefault(("", str(index), ""), []).append(index)
    clusters = []
    for members in groups.values():
        clusters += _split(members, sightings)
    return clusters


def _split(members: list[int], sightings: tuple[Sighting, ...]) -> list[Cluster]:
    """One number and symbol, perhaps several documents: other bodies, other types by the word, other years."""
    parts: list[Cluster] = []
    for index in members:
        best = next((part for part in parts if _same(sightings[index], [sightings[i] for i in part.members])), None)
        if best is None:
            parts.append(Cluster([index]))
        else:
            best.members.append(index)
    return _attach_undated(parts, sightings)


def _same(sighting: Sighting, members: list[Sighting]) -> bool:
    issuer = sighting.tail.issuer
    for other in members:
        if (
            issuer
            and other.tail.issuer
            and issuer.key != other.tail.issuer.key
            and _local(issuer)
            and _local(other.tail.issuer)
        ):
            return False
    if sighting.year or sighting.tail.date is None:
        return True
    dates = [other.tail.date for other in members if other.tail.date]
    if not dates or any(date[:4] == sighting.tail.date[:4] for date in dates):
        return True
    return any(date[4:] == sighting.tail.date[4:] for date in dates) or _same_title(sighting, members)


def _local(issuer: Issuer) -> bool:
    return "." in issuer.key


def _same_title(sighting: Sighting, members: list[Sighting]) -> bool:
    """Two years for one number are a slip when both mentions carry the same title."""
    return (
        False
        if sighting.tail.title is None
        else any(
            other.tail.title is not None
            and sighting.rule == other.rule
            and sighting.tail.title_key == other.tail.title_key
            for other in members
        )
    )


def _attach_undated(parts: list[Cluster], sightings: tuple[Sighting, ...]) -> list[Cluster]:
    """Mentions without a date went to the first cluster that took them; give them to the nearest one before them."""
    if len(parts) < 2:
        return parts
    undated = [
        i for part in parts for i in part.members if sightings[i].tail.date is None and sightings[i].tail.issuer is None
    ]
    for part in parts:
        part.members = [i for i in part.members if i not in undated]
    parts = [part for part in parts if part.members]
    for index in undated:
        nearest = min(parts, key=lambda part: min((abs(index - i), i > index) for i in part.members))
        nearest.members.append(index)
    for part in parts:
        part.members.sort()
    return parts


def _named_clusters(sightings: tuple[Sighting, ...], numbered: list[Cluster], speaker: Speaker) -> list[Cluster]:
    """Named laws join the numbered mention that bears the same name (and year), else form clusters of their own."""
    bearing: dict[str, list[Cluster]] = {}
    for cluster in numbered:
        for name in _law_names([sightings[i] for i in cluster.members]):
            bearing.setdefault(name, []).append(cluster)
    fresh: dict[tuple[str, str], Cluster] = {}
    for index, sighting in enumerate(sightings):
        if sighting.form != "named" or sighting.type is None or sighting.name is None:
            continue
        names = [meeting(name, speaker.place) for name in possible_names(sighting.type.label_vi, sighting.name)]
        homes = [
            c
            for name in names
            for c in bearing.get(_name_key(sighting.type, name), [])
            if _year_fits(sighting, c, sightings)
        ]
        if homes:
            home = next((c for c in reversed(homes) if c.members[0] < index), homes[0])
            home.members.append(index)
            home.members.sort()
        else:
            year = sighting.year or (sighting.tail.date or "")[:4]
            key = _name_key(sighting.type, names[0])
            home_key = next((k for k in ((key, year), (key, "")) if k in fresh), None)
            if home_key is None and not year:
                home_key = next((k for k in fresh if k[0] == key), None)
            fresh.setdefault(home_key or (key, year), Cluster()).members.append(index)
    return list(fresh.values())


def possible_names(type_label: str, name: str) -> list[str]:
    """The name as printed, or the known law names whose initials it is ("KHCN")."""
    bare = name.replace("&", "").replace(" ", "")
    if bare.isupper() and 2 <= len(bare) <= 10:
        found = [law.name for law in initials().get(bare, ()) if law.type == type_label]
        if found:
            return found
    return [name]


CONGRESS = re.compile(r"\bđại biểu\s+(?=đảng bộ)", re.IGNORECASE)
NO_PLACE = re.compile(r"(?<=đảng bộ )(?P<kind>tỉnh|thành phố)\s+(?=lần)", re.IGNORECASE)


def meeting(name: str, place: Place | None) -> str:
    """One name for one congress: "Đại hội Đại biểu Đảng bộ tỉnh lần thứ XV" is that of the speaker's province."""
    plain = CONGRESS.sub("", name)
    return NO_PLACE.sub(f"{place.full_name} ", plain) if place else plain


def _name_key(kind: DocumentType, name: str) -> str:
    return f"{kind.slug}:{fold(name).removeprefix('ve ')}"


def _law_names(members: list[Sighting]) -> set[str]:
    """Names under which a numbered law may be cited: the table's, and the words between its type and its number."""
    names = set()
    for sighting in members:
        if sighting.type is None or sighting.symbol is None or sighting.symbol.family != "na":
            continue
        law = by_number().get(format_number(sighting.number, sighting.year, sighting.symbol.text))
        if law is not None:
            names.add(_name_key(sighting.type, law.name))
        if sighting.name:
            names.add(_name_key(sighting.type, sighting.name))
    return names


def _year_fits(sighting: Sighting, cluster: Cluster, sightings: tuple[Sighting, ...]) -> bool:
    stated = sighting.year or (sighting.tail.date or "")[:4]
    if not stated:
        return True
    years = {sightings[i].year for i in cluster.members} | {(sightings[i].tail.date or "")[:4] for i in cluster.members}
    return stated in years
