"""References on their way to one work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from graph.identity.keys import PathParts, split_path
from graph.identity.works import Reference

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


@dataclass(slots=True)
class Cluster:
    """References on their way to one work. `paths` holds more than one after a slip was seen; book: the day that tells
    it from a namesake of its own issuer (`graph.namesakes`)."""

    parts: PathParts
    paths: list[str]
    references: list[Reference] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)
    book: str | None = None

    @property
    def path(self) -> str:
        """The path that says most; among those the best supported one, then the earlier period."""
        by_path = {path: [each for each in self.references if each.path == path] for path in self.paths}
        best = min(
            (path for path in by_path if by_path[path]),
            key=lambda path: (split_path(path).gaps, *_doubtful(by_path[path]), *rank(by_path[path]), path),
        )
        return best if self.book is None else f"{best}_{self.book}"

    @property
    def outlier(self) -> bool:
        """A single mention in all witnesses, or a single witness whose date goes against the year in its number; in no
        register, and not the document speaking of itself."""
        if any(each.own or each.registered for each in self.references):
            return False
        return mentions_of(self.references) <= 1 or (
            sum(each.count for each in self.references) == 1 and all(map(_misdated, self.references))
        )


def joined(group: Sequence[Cluster]) -> Cluster:
    """All of a group as one, under every path of its members; its parts are those of the first."""
    paths = sorted(path for cluster in group for path in cluster.paths)
    references = sorted((each for cluster in group for each in cluster.references), key=lambda each: each.profile)
    return Cluster(group[0].parts, paths, references)


def mentions_of(references: Iterable[Reference]) -> int:
    """How often all witnesses together mention the document."""
    return sum(each.mentions * each.count for each in references)


def rank(references: Iterable[Reference]) -> tuple[bool, bool, int]:
    """Smaller is better supported: a document that speaks of itself, a registered one, then the number of mentions."""
    references = list(references)
    own, official = (any(flags) for flags in zip(*((each.own, each.registered) for each in references), strict=True))
    return not own, not official, -mentions_of(references)


def _misdated(reference: Reference) -> bool:
    return bool(reference.year and reference.date) and not (reference.date or "").startswith(reference.year or "")


def _doubtful(references: Sequence[Reference]) -> tuple[bool, bool]:
    """Does the type contradict the symbol, as the witnesses themselves noticed, or each date the year in the number?"""
    wrong_type = any(kind == "typeSymbol" for each in references for kind, *_ in each.suspicions)
    return wrong_type, all(map(_misdated, references))


def chained(items: Iterable[Item], fits: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """Groups of items that fit each other, directly or through a third."""
    groups: list[list[Item]] = []
    for item in items:
        touching = [group for group in groups if any(fits(item, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([item, *(other for group in touching for other in group)])
    return groups


def grouped(values: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Key → its values, both in the order in which they came."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for value in values:
        groups[key(value)].append(value)
    return dict(groups)
