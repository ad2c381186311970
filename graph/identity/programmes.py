"""Which witnesses mean the same programme? Pure: what they say in, programmes with their doubt out.

None of the rules looks at the order in which anything was loaded:

1. *Approval.* What one document approves is one programme, whatever witnesses call it ("Chương trình 1322" and its full
   name). Except when names contradict: a witness that tells two programmes approved by one document apart (a list of
   projects), or kinds differ and names are not alike. Then equal names meet, and the others are candidates.
2. *Two approvals* are two programmes, even of one name: a province may have its own. They list each other.
3. *Name.* Without approval, equal kind, name and period are one programme; a name without period joins the only known
   period, or stays apart and lists all. It then joins the one approved programme that goes by its name, by an alias, or
   by the number of its approval; of several it joins none and lists them.
4. *Numbers below 100* ("Dự án 1") name nothing outside of their own witness, unless it says what approved them.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import networkx as nx

from graph.identity.programme_keys import Keys, compatible
from graph.identity.slips import alike
from ontology.words import slug

PREFIX = "programme/"
_SLUG_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Named:
    """A programme as some witnesses know it, alike in all that identity looks at.

    digest: of all that the witness says. work: path of the document that approves it, as it is resolved now ("doc/…").
    approver: number of that document as the witness states it. shared: the same witness says that this document
    approves other programmes too. source: key of the witness, where the name means nothing outside of it.
    """

    digest: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    keys: Keys
    approver: str | None = None
    work: str | None = None
    shared: bool = False
    source: str | None = None
    count: int = 1

    @property
    def all_keys(self) -> frozenset[str]:
        """Every key under which it meets others; none where its name means nothing outside of its witness."""
        if self.source is not None:
            return frozenset()
        numbered = self.keys.numbered(self.approver)
        return frozenset({*self.keys.names, *([numbered] if numbered else [])})

    @property
    def group(self) -> tuple[str, str | None]:
        return self.digest, self.work


@dataclass(frozen=True, slots=True)
class Resolved:
    """A programme: its path below the base, what witnesses say of it, and which others it may be."""

    path: str
    members: tuple[Named, ...]
    work: str | None
    candidates: tuple[str, ...] = ()

    @property
    def chosen(self) -> Named:
        """Whose words are shown: a proper name before a number, then the most witnesses, then the longest name."""
        return min(self.members, key=lambda each: (not each.keys.proper, -each.count, -len(each.name), *_order(each)))

    @property
    def period(self) -> str | None:
        return min((each.keys.period for each in self.members if each.keys.period), default=None)


@dataclass(slots=True)
class _Cluster:
    members: list[Named]
    work: str | None = None
    candidates: list[_Cluster] = field(default_factory=list)
    path: str = ""

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key for each in self.members for key in each.all_keys)

    @property
    def own(self) -> list[Named]:
        """The members that state the approval, where there is one: what joined them by an alias may bear the name of
        another programme that the same document approves."""
        return [each for each in self.members if each.work == self.work]

    @property
    def periods(self) -> set[str]:
        return {each.keys.period for each in self.members if each.keys.period}

    def fits(self, other: _Cluster) -> bool:
        """Shares a key, and no period speaks against it."""
        pairs = [(mine, theirs) for mine in self.periods for theirs in other.periods]
        return bool(self.keys & other.keys) and (not pairs or any(compatible(*pair) for pair in pairs))


def resolve(named: Iterable[Named]) -> list[Resolved]:
    """The programmes that these mean, sorted by path; each of them is in exactly one. `named` must hold all that share
    a key or an approval with one of them, directly or through others."""
    merged = _merged(named)
    approved = [cluster for members in _by_work(merged).values() for cluster in _approved(members)]
    weak = [_Cluster([each]) for each in merged if each.source is not None]
    loose = _loose([each for each in merged if each.work is None and each.source is None])
    apart = _homes(loose, approved)
    clusters = [*approved, *apart, *weak]
    _namesakes(approved)
    _name(clusters)
    return sorted((_resolved(cluster) for cluster in clusters), key=lambda each: each.path)


def components(named: Iterable[Named]) -> list[list[Named]]:
    """What must be decided together: all that share a key or an approval, directly or through others."""
    shares: nx.Graph[Any] = nx.Graph()
    by_group = {each.group: each for each in _merged(named)}
    for group, each in by_group.items():
        shares.add_node(("named", group))
        shares.add_edges_from((("named", group), ("key", key)) for key in each.all_keys)
        if each.work is not None:
            shares.add_edge(("named", group), ("work", each.work))
    found = ([by_group[value] for kind, value in part if kind == "named"] for part in nx.connected_components(shares))
    return [sorted(part, key=_order) for part in found]


def _merged(named: Iterable[Named]) -> list[Named]:
    """Each group once, with its count, in a fixed order."""
    found: dict[tuple[str, str | None], Named] = {}
    for each in named:
        known = found.get(each.group)
        found[each.group] = each if known is None else replace(each, count=each.count + known.count)
    return sorted(found.values(), key=_order)


def _order(each: Named) -> tuple[str, str]:
    return each.digest, each.work or ""


def _by_work(named: Iterable[Named]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = defaultdict(list)
    for each in named:
        if each.work is not None:
            found[each.work].append(each)
    return dict(sorted(found.items()))


def _approved(members: Sequence[Named]) -> list[_Cluster]:
    """Rule 1: the programmes that one document approves."""
    several = any(each.shared for each in members)
    proper = [each for each in members if each.keys.proper]
    clusters = [_Cluster(part, members[0].work) for part in _joined(proper, _same(several))]
    rest = _Cluster([each for each in members if not each.keys.proper], members[0].work)
    if len(clusters) == 1:
        clusters[0].members += rest.members
    elif rest.members:
        clusters.append(rest)
    for cluster in clusters:
        cluster.candidates += [other for other in clusters if other is not cluster]
    return clusters


def _same(several: bool) -> Callable[[Named, Named], bool]:
    def same(one: Named, other: Named) -> bool:
        if set(one.keys.names) & set(other.keys.names):
            return True
        return not several and (one.keys.head == other.keys.head or _alike(one, other))

    return same


def _alike(one: Named, other: Named) -> bool:
    return alike(" ".join(one.keys.bare), " ".join(other.keys.bare))


def _joined(members: Sequence[Named], same: Callable[[Named, Named], bool]) -> list[list[Named]]:
    """Those that are the same, directly or through others."""
    linked: nx.Graph[int] = nx.Graph()
    linked.add_nodes_from(range(len(members)))
    for number, one in enumerate(members):
        linked.add_edges_from((number, other) for other in range(number) if same(one, members[other]))
    return [[members[number] for number in sorted(part)] for part in nx.connected_components(linked)]


def _loose(members: Sequence[Named]) -> list[_Cluster]:
    """Rule 3 among those without approval: one cluster for each name and period."""
    dated = [each for each in members if each.keys.period]
    undated = [each for each in members if not each.keys.period]
    clusters = [_Cluster(part) for part in _joined(dated, _same_period)]
    stated = _copies(clusters)
    apart: list[_Cluster] = []
    for part in _joined(undated, lambda one, other: bool(set(one.keys.names) & set(other.keys.names))):
        mine = _Cluster(part)
        fitting = [home for home, said in zip(clusters, stated, strict=True) if said.fits(mine)]
        if len(fitting) == 1:
            fitting[0].members += part
        else:
            mine.candidates += fitting
            apart.append(mine)
    return [*clusters, *apart]


def _copies(clusters: Iterable[_Cluster]) -> list[_Cluster]:
    """As they are now: what joins is compared with what was stated, never with what another one brought in."""
    return [_Cluster(list(cluster.members), cluster.work) for cluster in clusters]


def _same_period(one: Named, other: Named) -> bool:
    return one.keys.period == other.keys.period and bool(set(one.keys.names) & set(other.keys.names))


def _homes(loose: Iterable[_Cluster], approved: Sequence[_Cluster]) -> list[_Cluster]:
    """Those without approval that join no approved programme; the others have joined theirs."""
    stated = _copies(approved)
    apart: list[_Cluster] = []
    homes: dict[int, _Cluster] = {}
    for cluster in loose:
        fitting = [home for home, said in zip(approved, stated, strict=True) if cluster.fits(said)]
        if len(fitting) == 1:
            fitting[0].members += cluster.members
            homes[id(cluster)] = fitting[0]
        else:
            cluster.candidates += fitting
            apart.append(cluster)
    for cluster in apart:
        cluster.candidates = [homes.get(id(other), other) for other in cluster.candidates]
    return apart


def _namesakes(approved: Sequence[_Cluster]) -> None:
    """Rule 2: programmes of one name and period that different documents approve list each other."""
    by_name: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in approved:
        for key in {each.keys.names[0] for each in cluster.members if each.keys.proper}:
            by_name[key].append(cluster)
    for sharing in by_name.values():
        for cluster in sharing:
            cluster.candidates += [other for other in sharing if other is not cluster and cluster.fits(other)]


def _name(clusters: Sequence[_Cluster]) -> None:
    """Paths: by the approving document and the kind, where several share them by the name too; else by the name."""
    short: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        short[_short(cluster)].append(cluster)
    for path, sharing in short.items():
        for cluster in sharing:
            name = min(each.keys.names[0] for each in cluster.own)
            cluster.path = path if len(sharing) == 1 else f"{path}-{_cut(name)}"


def _short(cluster: _Cluster) -> str:
    if cluster.work is not None:
        head = min(each.keys.head for each in cluster.own)
        return f"{PREFIX}{cluster.work.removeprefix('doc/')}/{slug(head) or '_'}"
    name = min(each.keys.names[0] for each in cluster.members)
    period = min(cluster.periods, default="_")
    witness = f"/in/{cluster.members[0].source}" if cluster.members[0].source else ""
    return f"{PREFIX}_/{_cut(name)}/{period}{witness}"


def _cut(name: str) -> str:
    """A slug that is no longer than people read; what is cut off is told by a digest."""
    whole = slug(name) or "_"
    if len(whole) <= _SLUG_LIMIT:
        return whole
    return f"{whole[:_SLUG_LIMIT].rstrip('-')}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def _resolved(cluster: _Cluster) -> Resolved:
    members = tuple(sorted(cluster.members, key=_order))
    others = {other.path for other in cluster.candidates} - {cluster.path}
    return Resolved(cluster.path, members, cluster.work, tuple(sorted(others)))
