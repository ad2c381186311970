"""Slips of the pen: a year that one mention states for a document that others date otherwise (rule 3 of
`graph.identity.resolve`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.identity.clusters import Cluster, chained, grouped, joined, rank
from graph.identity.keys import fold
from graph.identity.works import Reference, is_day
from ontology.suspicions.titles import FORMULAS, SAYS


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


def redated(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, a reference with the wrong year in its number where its date belongs: "Nghị định số 97/2020/NĐ-CP
    ngày 31/3/2026" is 97/2026/NĐ-CP, which others date of that very day, though there is a 97/2020/NĐ-CP, too."""
    if len(clusters) < 2:
        return list(clusters)
    homes = {cluster.parts: cluster for cluster in clusters}
    days = {
        (cluster.parts, each.date)
        for cluster in clusters
        for each in cluster.references
        if is_day(each.date) and each.year == cluster.parts.period
    }
    for cluster in clusters:
        gone = []
        for each in cluster.references:
            if each.own or each.date is None or each.year is None or each.year == each.date[:4]:
                continue
            parts = replace(cluster.parts, period=each.date[:4])
            if cluster.parts.period == each.year and (parts, each.date) in days:
                home = homes[parts]
                if at_odds(each, titles_of(home.references)):
                    continue  # a list took the day from the document that is amended
                home.references.append(each)
                home.paths += [each.path] if each.path not in home.paths else []
                gone.append(each.profile)
        if gone:
            cluster.references = [each for each in cluster.references if each.profile not in gone]
    return [cluster for cluster in clusters if cluster.references]


def _home(outlier: Cluster, strong: Sequence[Cluster]) -> Cluster | None:
    """The one best supported period that the outlier slipped from; None when there is none, or a tie."""
    fits = sorted((cluster for cluster in strong if _slip(outlier, cluster)), key=lambda each: rank(each.references))
    if not fits or (len(fits) > 1 and rank(fits[0].references) == rank(fits[1].references)):
        return None
    return fits[0]


def _slip(one: Cluster, other: Cluster) -> bool:
    if not _mistakable(one.parts.period, other.parts.period):
        return False
    if _misnumbered(one, other) or _misnumbered(other, one):
        return True
    titles = (titles_of(one.references), titles_of(other.references))
    told = all(titles)
    if told and not any(one_title(a, b) for a in titles[0] for b in titles[1]):
        return False
    days = (_days(one.references), _days(other.references))
    if all(days):
        return bool(days[0] & days[1]) and (told or not (_twice_stated(one) and _twice_stated(other)))
    return bool(titles[0] & titles[1])


def _misnumbered(one: Cluster, other: Cluster) -> bool:
    """Does one date itself in the other's year, and of the other's very day? Then its number has the wrong year: "Nghị
    định số 54/2016/NĐ-CP ngày 08/5/2017" is 54/2017/NĐ-CP."""
    own = {each.date for each in one.references}
    years = {each.year for each in one.references}
    return (
        all(is_day(date) and date[:4] == other.parts.period for date in own if date is not None)
        and None not in own | years
        and other.parts.period not in years
        and bool(own & {each.date for each in other.references})
    )


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


def titles_of(references: Iterable[Reference]) -> set[str]:
    """All titles that are stated, folded."""
    return {fold(each.title) for each in references if each.title is not None}


def alike(one: str, other: str) -> bool:
    """Two folded titles may be one title told twice: most words of the shorter one stand in the longer one."""
    few, many = sorted((set(one.split()), set(other.split())), key=len)
    return 3 * len(few & many) >= 2 * len(few)


_SHORT = 6
"""Words up to which a title is compared in its order: any long one holds those of "hướng dẫn quản lý lao"."""


def one_title(one: str, other: str) -> bool:
    """Like `alike`, where more hangs on it: the formulas apart, and the words of a short title side by side."""
    few, many = sorted((one.split(), other.split()), key=len)
    if len(few) <= _SHORT:
        return f" {' '.join(few)} " in f" {' '.join(many)} "
    telling = set(few) - FORMULAS or set(few)
    return 3 * len(telling & set(many)) >= 2 * len(telling)


TELLING = 4
"""Words besides formulas from which on a title tells its matter."""


def at_odds(reference: Reference, titles: Iterable[str]) -> bool:
    """Is the title of a reference of another matter than all of these, folded ones? Behind a mere number it may be a
    clause about a part of the document."""
    if reference.title is None or (reference.date is None and reference.title.lower().startswith(SAYS)):
        return False
    own, others = _matter(fold(reference.title)), [_matter(title) for title in titles]
    if len(own) < TELLING or not any(len(other) >= TELLING for other in others):
        return False
    return all(4 * len(own & other) <= min(len(own), len(other)) for other in others)


def _matter(title: str) -> set[str]:
    return set(title.split()) - FORMULAS
