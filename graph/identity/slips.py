"""Slips of the pen: a year that one mention states for a document that others date otherwise (rule 3 of
`graph.identity.resolve`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.identity.clusters import Cluster, chained, grouped, joined, rank
from graph.identity.keys import fold
from graph.identity.works import Reference, is_day


def slips(dated: list[Cluster]) -> list[Cluster]:
    """Rule 3. Outliers are compared with periods as they were stated, never with what another outlier brought in."""
    periods = [joined(group) for group in grouped(dated, lambda cluster: cluster.parts.period).values()]
    strong = {cluster.parts.period: [cluster] for cluster in periods if not cluster.outlier}
    alone = []
    for outlier in (cluster for cluster in periods if cluster.outlier):
        home = _home(outlier, [group[0] for group in strong.values()])
        if home is None:
            alone.append(outlier)
        else:
            strong[home.parts.period].append(outlier)
    return [joined(group) for group in [*strong.values(), *chained(alone, _slip)]]


def _home(outlier: Cluster, strong: Sequence[Cluster]) -> Cluster | None:
    """The one best supported period that the outlier slipped from; None when there is none, or a tie."""
    fits = sorted((cluster for cluster in strong if _slip(outlier, cluster)), key=lambda each: rank(each.references))
    if not fits or (len(fits) > 1 and rank(fits[0].references) == rank(fits[1].references)):
        return None
    return fits[0]


def _slip(one: Cluster, other: Cluster) -> bool:
    if not _mistakable(one.parts.period, other.parts.period):
        return False
    titles = (_titles(one.references), _titles(other.references))
    told = all(titles)
    if told and not any(alike(a, b) for a in titles[0] for b in titles[1]):
        return False
    days = (_days(one.references), _days(other.references))
    if all(days):
        return bool(days[0] & days[1]) and (told or not (_twice_stated(one) and _twice_stated(other)))
    return bool(titles[0] & titles[1])


def _mistakable(one: str, other: str) -> bool:
    """May one period be written for the other? Years next to each other, or with one digit that differs; terms."""
    if not (one.isdigit() and other.isdigit()):
        return True
    return abs(int(one) - int(other)) == 1 or sum(a != b for a, b in zip(one, other, strict=False)) == 1


def _twice_stated(cluster: Cluster) -> bool:
    """Does the year stand in the number, and in a full date beside it?"""
    return any(each.year is not None and (each.date or "").startswith(f"{each.year}-") for each in cluster.references)


def _days(references: Iterable[Reference]) -> set[str]:
    """Day and month of all full dates, "12-31"."""
    dates = {date for each in references for date in (each.date, *(date for date, _ in each.dates)) if date}
    return {date[5:] for date in dates if is_day(date)}


def _titles(references: Iterable[Reference]) -> set[str]:
    return {fold(each.title) for each in references if each.title is not None}


def alike(one: str, other: str) -> bool:
    """Two folded titles may be one title told twice: most words of the shorter one stand in the longer one."""
    few, many = sorted((set(one.split()), set(other.split())), key=len)
    return 3 * len(few & many) >= 2 * len(few)
