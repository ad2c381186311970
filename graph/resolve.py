"""Which references mean the same document? Pure: references of one block in, works with their doubt out.

A block holds all references with one number, symbol and place, from all witnesses. Every reference comes with the path
its own witness gave it (`doc/<issuer>/<type>/<period>/<number>`, "_" where the witness did not say). The rules, none of
which looks at the order in which anything was loaded:

1. *Kin.* Paths of one issuer and type are one family. A path that lacks issuer or type joins the family it is
   compatible with when there is exactly one; when there are several it stays a document of its own and lists them.
2. *Slips.* Number series run per year (party and assembly acts: per term), so two periods are two documents. Except
   when one of the two is an outlier: a single mention in all witnesses, not the document speaking of itself, with the
   same day and month as the other (2020-12-31 / 2021-12-31) or, where a full date is missing on one side, the same
   title; and titles, where both sides state one, must not contradict. The years lie next to each other or differ in one
   digit (2005 / 2015; never 1995 / 2010), and a year that stands in the number and in its date is only doubted by the
   title: 02/2021/TT-NHNN and 02/2022/TT-NHNN are both of a 31 March. Then the year is a slip of the pen: one document
   and a conflict. An outlier that fits several well-supported periods equally joins none.
3. *Undated.* One known period: the undated references join it. Several: they stay on "_" and list all as candidates.
4. *Dates.* Stated dates that differ within one work are a conflict. The document's own header decides, then the
   registers, then the number of mentions, then the earlier date. A partial date ("2022-11") agrees with every date that
   begins with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Literal, TypeVar

from graph.keys import PathParts, fold, split_path
from ontology.identity import UNKNOWN

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as some witnesses know it, alike in all that identity looks at.

    profile: digest of all fields but `count`. count: how many references of different witnesses are alike. own: the
    document speaks of itself. path: see `graph.keys.scoped_path`. mentions: in each witness; dates: (stated date, how
    many of them state it), sorted; conflicts: (field, stated, other) as the witness itself noticed; suspicions: (kind,
    severity, stated, likely or "") likewise. place_assumed: the province is that of the one who speaks. registered: a
    row of a register states it; with count 0 a row of the one that ships with the product, no witness in the store.
    """

    profile: str
    path: str
    block: str
    title_key: str | None = None
    type: str | None = None
    number: str | None = None
    year: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer_name: str | None = None
    issuer_key: str | None = None
    title: str | None = None
    name: str | None = None
    own: bool = False
    mentions: int = 0
    dates: tuple[tuple[str, int], ...] = ()
    conflicts: tuple[tuple[str, str, str], ...] = ()
    suspicions: tuple[tuple[str, str, str, str], ...] = ()
    place_assumed: bool = False
    registered: bool = False
    status: str | None = None
    effective: str | None = None
    count: int = 1


Field = Literal["type", "number", "symbol", "issuer_name", "title", "name", "status", "effective"]
"""A field of a reference of which one value is shown to people."""

FIELDS: tuple[Field, ...] = ("type", "number", "symbol", "issuer_name", "title", "name", "status", "effective")
_values = attrgetter(*FIELDS)


@dataclass(frozen=True)
class Work:
    """A resolved document: its path, the references that mean it, and what they leave open."""

    path: str
    references: tuple[Reference, ...]
    candidates: tuple[str, ...] = ()

    @cached_property
    def _said(self) -> Mapping[Field, dict[str, tuple[bool, bool, int]]]:
        """Field → stated value → whether neither the document itself nor a register states it, and minus the mentions
        that do. All in one pass: a much cited law has hundreds of references, and every batch of a load has more."""
        said: dict[Field, dict[str, tuple[bool, bool, int]]] = {name: {} for name in FIELDS}
        for each in self.references:
            votes = max(each.mentions, 1) * each.count
            for name, value in zip(FIELDS, _values(each), strict=True):
                if value is not None:
                    foreign, unofficial, before = said[name].get(value, (True, True, 0))
                    said[name][value] = foreign and not each.own, unofficial and not each.registered, before - votes
        return said

    def chosen(self, field: Field) -> str | None:
        """One value for people to read: the document's own, then the registered, then the most mentioned, then the
        longest, then the first."""
        said = self._said[field]
        if len(said) < 2:
            return next(iter(said), None)
        return min(said, key=lambda value: (*said[value], -len(value), value))

    @cached_property
    def votes(self) -> Mapping[str, int]:
        """Stated date → mentions that state it, in all witnesses; a header counts as one mention."""
        votes: Counter[str] = Counter()
        for each in self.references:
            for date, mentions in each.dates:
                votes[date] += mentions * each.count
            if each.date is not None and (each.own or not each.dates):
                votes[each.date] += each.count
        return votes

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """The stated dates, the chosen one first; without those that another one only makes more precise."""
        votes = self.votes
        if len(votes) < 2:
            return tuple(votes)
        full = [date for date in votes if not any(other != date and other.startswith(date) for other in votes)]
        own = {each.date for each in self.references if each.own}
        official = {each.date for each in self.references if each.registered}
        period = split_path(self.path).period
        foreign = {date: len(period) == 4 and date[:4] != period for date in full}
        order = sorted(
            full, key=lambda date: (foreign[date], date not in own, date not in official, -votes[date], date)
        )
        return tuple(order)


@dataclass(slots=True)
class _Cluster:
    """References on their way to one work. `paths` holds more than one after a slip was seen."""

    parts: PathParts
    paths: list[str]
    references: list[Reference] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The path that says most; among those the best supported one, then the earlier period."""
        by_path = {path: [each for each in self.references if each.path == path] for path in self.paths}
        return min(by_path, key=lambda path: (split_path(path).gaps, *_rank(by_path[path]), path))

    @property
    def outlier(self) -> bool:
        """A single mention in all witnesses, in no register, and not the document speaking of itself."""
        return not any(each.own or each.registered for each in self.references) and _mentions(self.references) <= 1


def resolve(references: Iterable[Reference]) -> list[Work]:
    """The works that the references of one block mean, sorted by path; every reference is in exactly one."""
    families, strays = _families(_clusters(references))
    settled = [cluster for family in families for cluster in _periods(family)]
    works = list(settled)
    for stray in strays:
        kin = [cluster for cluster in settled if stray.parts.compatible(cluster.parts)]
        if len(kin) == 1:
            kin[0].references += stray.references
        else:
            stray.candidates += [cluster.path for cluster in kin]
            works.append(stray)
    return sorted((_work(cluster) for cluster in works), key=lambda work: work.path)


def years_of(work: Work) -> set[str]:
    """The years under which people may name this document: "Luật … năm 2013"."""
    stated = {each.year or (each.date or "")[:4] for each in work.references}
    return {year for year in stated | {split_path(work.path).period} if len(year) == 4 and year.isdigit()}


def _clusters(references: Iterable[Reference]) -> list[_Cluster]:
    by_path = _grouped(sorted(references, key=lambda each: each.profile), lambda each: each.path)
    return [_Cluster(split_path(path), [path], list(members)) for path, members in sorted(by_path.items())]


def _families(clusters: list[_Cluster]) -> tuple[list[list[_Cluster]], list[_Cluster]]:
    """Families of one issuer and type, and the clusters that belong to none of them or to several."""
    whole = [cluster for cluster in clusters if UNKNOWN not in (cluster.parts.issuer, cluster.parts.type)]
    families = _grouped(whole, lambda cluster: (cluster.parts.issuer, cluster.parts.type))
    strays = []
    for cluster in clusters:
        if cluster in whole:
            continue
        kin = [key for key in families if cluster.parts.akin(*key)]
        if len(kin) == 1:
            families[kin[0]].append(cluster)
        else:
            strays.append(cluster)
    return list(families.values()), strays


def _periods(family: list[_Cluster]) -> list[_Cluster]:
    dated = _slips([cluster for cluster in family if cluster.parts.period != UNKNOWN])
    undated = [cluster for cluster in family if cluster.parts.period == UNKNOWN]
    for cluster in undated[1:]:  # with and without issuer or type: one family, so one document
        undated[0].paths += cluster.paths
        undated[0].references += cluster.references
    if not undated:
        return dated
    if len(dated) == 1:
        dated[0].references += undated[0].references
        return dated
    undated[0].candidates += sorted(cluster.path for cluster in dated)
    return [*dated, undated[0]]


def _slips(dated: list[_Cluster]) -> list[_Cluster]:
    """Rule 2. Outliers are compared with periods as they were stated, never with what another outlier brought in."""
    periods = [_joined(group) for group in _grouped(dated, lambda cluster: cluster.parts.period).values()]
    strong = {cluster.parts.period: [cluster] for cluster in periods if not cluster.outlier}
    alone = []
    for outlier in (cluster for cluster in periods if cluster.outlier):
        home = _home(outlier, [group[0] for group in strong.values()])
        if home is None:
            alone.append(outlier)
        else:
            strong[home.parts.period].append(outlier)
    return [_joined(group) for group in [*strong.values(), *_chained(alone)]]


def _home(outlier: _Cluster, strong: Sequence[_Cluster]) -> _Cluster | None:
    """The one best supported period that the outlier slipped from; None when there is none, or a tie."""
    fits = sorted((cluster for cluster in strong if _slip(outlier, cluster)), key=lambda each: _rank(each.references))
    if not fits or (len(fits) > 1 and _rank(fits[0].references) == _rank(fits[1].references)):
        return None
    return fits[0]


def _chained(outliers: list[_Cluster]) -> list[list[_Cluster]]:
    """Outliers that slip into each other, directly or through a third."""
    groups: list[list[_Cluster]] = []
    for outlier in outliers:
        touching = [group for group in groups if any(_slip(outlier, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([outlier, *(other for group in touching for other in group)])
    return groups


def _slip(one: _Cluster, other: _Cluster) -> bool:
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


def _twice_stated(cluster: _Cluster) -> bool:
    """Does the year stand in the number, and in a full date beside it?"""
    return any(each.year is not None and (each.date or "").startswith(f"{each.year}-") for each in cluster.references)


def _days(references: Iterable[Reference]) -> set[str]:
    """Day and month of all full dates, "12-31"."""
    dates = {date for each in references for date in (each.date, *(date for date, _ in each.dates)) if date}
    return {date[5:] for date in dates if len(date) == 10}


def _titles(references: Iterable[Reference]) -> set[str]:
    return {fold(each.title) for each in references if each.title is not None}


def alike(one: str, other: str) -> bool:
    """Two folded titles may be one title told twice: most words of the shorter one stand in the longer one."""
    few, many = sorted((set(one.split()), set(other.split())), key=len)
    return 3 * len(few & many) >= 2 * len(few)


def _joined(group: Sequence[_Cluster]) -> _Cluster:
    paths = sorted(path for cluster in group for path in cluster.paths)
    references = sorted((each for cluster in group for each in cluster.references), key=lambda each: each.profile)
    return _Cluster(group[0].parts, paths, references)


def _work(cluster: _Cluster) -> Work:
    references = tuple(sorted(cluster.references, key=lambda each: each.profile))
    return Work(cluster.path, references, tuple(sorted(set(cluster.candidates))))


def _mentions(references: Iterable[Reference]) -> int:
    return sum(each.mentions * each.count for each in references)


def _rank(references: Iterable[Reference]) -> tuple[bool, bool, int]:
    """Smaller is better supported: a document that speaks of itself, a registered one, then the number of mentions."""
    references = list(references)
    own, official = (any(flags) for flags in zip(*((each.own, each.registered) for each in references), strict=True))
    return not own, not official, -_mentions(references)


def _grouped(values: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = defaultdict(list)
    for value in values:
        groups[key(value)].append(value)
    return dict(groups)
