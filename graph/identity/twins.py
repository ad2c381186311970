"""One document under two paths: its type, its body or the year in its number told in two ways (rule 2 of
`graph.identity.resolve`)."""

from __future__ import annotations

from dataclasses import replace

from graph.identity.clusters import Cluster, chained, grouped, joined
from graph.identity.keys import split_path
from graph.identity.works import is_day
from ontology.identity import UNKNOWN
from ontology.issuers import is_stranger

SEVERAL = "lien-bo"
"""Key of several ministries together: which ones, another witness says."""


def twins(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters, those of one document put together: first among those whose body is stated; one without a body
    joins the only group that it fits."""
    found = []
    for alike in grouped(clusters, lambda cluster: cluster.parts.period).values():
        found += alike if len(alike) == 1 else _of_one_period(alike)
    return found


def _of_one_period(clusters: list[Cluster]) -> list[Cluster]:
    told = [_Told(each) for each in clusters]
    groups = chained((each for each in told if each.body != UNKNOWN), _Told.fits)
    stated = [list(group) for group in groups]
    nameless = []
    for each in (each for each in told if each.body == UNKNOWN):
        homes = [group for group, known in zip(groups, stated, strict=True) if any(map(each.fits, known))]
        if len(homes) == 1:
            homes[0].append(each)
        else:
            nameless.append((each, bool(homes)))
    alone = [[each] for each, torn in nameless if torn]
    others = chained((each for each, torn in nameless if not torn), _Told.fits)
    return [_one(group) for group in (*groups, *others, *alone)]


class _Told:
    """What a cluster says of itself that a twin must say too: one number and symbol (its blocks), one full date."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster, self.body = cluster, cluster.parts.issuer
        if self.body == SEVERAL:
            self.body = UNKNOWN
        self.symbols = {each.block for each in cluster.references if each.symbol is not None}
        self.dates = {each.date for each in cluster.references if is_day(each.date)}

    def fits(self, other: _Told) -> bool:
        bodies = {self.body, other.body}
        one = len(bodies) == 1 or UNKNOWN in bodies or all(is_stranger(body) for body in bodies)
        return one and bool(self.symbols & other.symbols and self.dates & other.dates)


def _one(group: list[_Told]) -> Cluster:
    if len(group) == 1:
        return group[0].cluster
    whole = joined([each.cluster for each in group])
    return replace(whole, parts=split_path(whole.path))
