"""Two documents under one number: an issuer that keeps a second book (rule 6 of `graph.resolve`).

Decrees on the police and the army are numbered apart from the others: 02/2022/NĐ-CP is of 6 January (real estate) and
of 28 December (mobile police). One path, two days, two titles, each stated by several sources: no slip of a pen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.identity.clusters import Cluster, chained
from graph.identity.slips import one_title, titles_of
from graph.identity.works import Reference, is_day

SOURCES = 2
"""Sources that must state a day before it tells a document of its own; a register is enough alone."""


def parted(cluster: Cluster) -> list[Cluster]:
    """The documents that go by one path; mostly the one. What tells neither day nor title stays under the plain path,
    with the others as its candidates."""
    told = {each.date for each in cluster.references}
    days = sorted(_established(cluster.references)) if sum(map(is_day, told)) > 1 else ()
    if len(days) < 2:
        return [cluster]
    groups = chained((_Voice(day, cluster.references) for day in days), _Voice.may_be)
    if len(groups) < 2:
        return [cluster]
    homes = {min(voice.day for voice in group): group for group in groups}
    members: dict[str, list[Reference]] = {day: [] for day in homes}
    left: list[Reference] = []
    for each in cluster.references:
        fits = [day for day, group in homes.items() if any(voice.takes(each) for voice in group)]
        (members[fits[0]] if len(fits) == 1 else left).append(each)
    found = [replace(cluster, references=members[day], book=day) for day in sorted(homes)]
    if not left:
        return found
    return [*found, replace(cluster, references=left, candidates=[*cluster.candidates, *(each.path for each in found)])]


def _established(references: Iterable[Reference]) -> set[str]:
    """The days that a register or several sources state."""
    sources: dict[str, int] = {}
    for each in references:
        if each.date is not None and is_day(each.date):
            sources[each.date] = sources.get(each.date, 0) + (SOURCES if each.registered else each.count)
    return {day for day, count in sources.items() if count >= SOURCES}


class _Voice:
    """What is said by those that state one day."""

    def __init__(self, day: str, references: Iterable[Reference]) -> None:
        self.day = day
        self.titles = titles_of(each for each in references if each.date == day)

    def may_be(self, other: _Voice) -> bool:
        """Are these perhaps two days of one document? Only titles, told of both and all unlike, say no."""
        if not (self.titles and other.titles):
            return True
        return any(one_title(one, another) for one in self.titles for another in other.titles)

    def takes(self, reference: Reference) -> bool:
        """Does a reference mean what these mean: by its day, else by its title?"""
        if is_day(reference.date):
            return reference.date == self.day
        return any(one_title(one, another) for one in titles_of([reference]) for another in self.titles)
