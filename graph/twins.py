"""One document under two paths: its type, its body or the year in its number told in two ways (rule 2 of
`graph.resolve`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.clusters import Cluster, grouped, joined
from graph.keys import split_path, stranger
from ontology.identity import UNKNOWN


def twins(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters, those of one document put together: first among those whose body is stated; one without a body
    joins the only group that it fits."""
    found = []
    for alike in grouped(clusters, lambda cluster: cluster.parts.period).values():
        found += alike if len(alike) == 1 else _of_one_period(alike)
    return found


def _of_one_period(clusters: list[Cluster]) -> list[Cluster]:
    told = [_Told(each) for each in clusters]
    groups = _chained(each for each in told if each.body != UNKNOWN)
    stated = [list(group) for group in groups]
    nameless = []
    for each in (each for each in told if each.body == UNKNOWN):
        homes = [group for group, known in zip(groups, stated, strict=True) if any(map(each.fits, known))]
        if len(homes) == 1:
            homes[0].append(each)
        else:
            nameless.append((each, bool(homes)))
    alone = [[each] for each, torn in nameless if torn]
    return [_one(group) for group in (*groups, *_chained(each for each, torn in nameless if not torn), *alone)]


class _Told:
    """What a cluster says of itself that a twin must say too: one number and symbol (its blocks), one full date."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster, self.body = cluster, cluster.parts.issuer
        self.symbols = {each.block for each in cluster.references if each.symbol is not None}
        self.dates = {each.date for each in cluster.references if each.date and len(each.date) == len("2025-02-19")}

    def fits(self, other: _Told) -> bool:
        bodies = {self.body, other.body}
        one = len(bodies) == 1 or UNKNOWN in bodies or all(stranger(body) for body in bodies)
        return one and bool(self.symbols & other.symbols and self.dates & other.dates)


def _chained(told: Iterable[_Told]) -> list[list[_Told]]:
    """Those that fit each other, directly or through a third."""
    groups: list[list[_Told]] = []
    for each in told:
        touching = [group for group in groups if any(map(each.fits, group))]
        groups = [group for group in groups if group not in touching]
        groups.append([each, *(other for group in touching for other in group)])
    return groups


def _one(group: list[_Told]) -> Cluster:
    if len(group) == 1:
        return group[0].cluster
    whole = joined([each.cluster for each in group])
    return replace(whole, parts=split_path(whole.path))
