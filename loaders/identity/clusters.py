"""Mentions of one text that mean one document, tied by number and symbol, or by name; split by body and by year."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from loaders.citations.sighting import Sighting
from loaders.citations.tails import Speaker
from loaders.identity import slips
from loaders.identity.cluster import Cluster
from loaders.identity.law_names import named_clusters
from loaders.identity.slips import Group
from ontology.assembly import right_term
from ontology.suspicions.symbols import near_code
from ontology.words import fold


def clusters_of(sightings: tuple[Sighting, ...], speaker: Speaker) -> list[Cluster]:
    """All clusters; anaphors and short forms belong to none (`loaders.identity.backward` reads them)."""
    numbered = numbered_clusters(sightings)
    clusters = numbered + named_clusters(sightings, numbered, speaker)
    for cluster in clusters:
        cluster.members.sort()
    return clusters


ALWAYS_WITH_YEAR = frozenset({"NĐ", "TT", "TTLT", "NQLT"})
"""Codes whose numbers hold their year; without it they are written short ("Thông tư 02/TT-BCT năm 2026")."""


def numbered_clusters(sightings: tuple[Sighting, ...]) -> list[Cluster]:
    """Mentions tied by number, year in the number and symbol; a blank number is a document of its own."""
    groups: dict[Group, list[int]] = {}
    years = _years_of_acts(sightings)
    for index, sighting in enumerate(sightings):
        if sighting.form == "full":
            number = sighting.number.lstrip("0").lower() if sighting.number is not None else f"blank {index}"
            symbol = fold(_tying(sighting, years))
            groups.setdefault((number, sighting.year or "", symbol), []).append(index)
    alike: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        alike.setdefault((group[0], group[2]), []).append(group)
    for group in list(groups):
        beside = alike[group[0], group[2]]
        whole = (
            _written_out(group, groups, sightings)
            or _of_term(group, beside, groups, sightings)
            or _rightly_spelt(group, groups, sightings)
        )
        if whole is not None:
            groups[whole] = sorted(groups[whole] + groups.pop(group))
    days = slips.days_of(groups, sightings)
    for group in list(groups):
        right = slips.right_group(group, days, groups, sightings)
        if right is not None:
            groups[right] = sorted(groups[right] + groups.pop(group))
    return [cluster for members in groups.values() for cluster in _split(members, sightings)]


def _years_of_acts(sightings: tuple[Sighting, ...]) -> dict[tuple[str | None, str], set[str]]:
    """Number and symbol of each act of the National Assembly → the years that stand in the number."""
    years: dict[tuple[str | None, str], set[str]] = {}
    for each in sightings:
        if each.symbol is not None and each.symbol.family == "na" and each.year is not None:
            years.setdefault((each.number, each.symbol.text), set()).add(each.year)
    return years


def _tying(sighting: Sighting, years: Mapping[tuple[str | None, str], set[str]]) -> str:
    """The symbol that ties a mention to others: in an act of the National Assembly with the term of its year."""
    number, symbol = sighting.number, sighting.symbol
    if symbol is None or symbol.family != "na":
        return symbol.text if symbol is not None else ""
    kind = sighting.type.label_vi if sighting.type is not None else None
    return right_term(number, sighting.year, symbol, kind, sighting.name, years.get((number, symbol.text), ())).text


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


def _rightly_spelt(group: Group, groups: dict[Group, list[int]], sightings: tuple[Sighting, ...]) -> Group | None:
    """The group that bears the number with the code of which this one's is a slip: 417/QĐ-BNNMIT of a scan that reads
    417/QĐ-BNNMT elsewhere. No other day may be told of the two."""
    number, year, _ = group
    members = [sightings[index] for index in groups[group]]
    symbol, tail = members[0].symbol, members[0].tail
    if symbol is None or not number.isdigit():
        return None
    right = near_code(symbol, year or tail.date, tail.issuer.key if tail.issuer is not None else None)
    home = (number, year, fold(right)) if right is not None else group
    if home == group or home not in groups:
        return None
    days = [{m.tail.date for m in some if m.tail.date} for some in (members, [sightings[i] for i in groups[home]])]
    return home if not all(days) or days[0] & days[1] else None


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
