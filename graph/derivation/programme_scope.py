"""From what witnesses say of programmes to resolved programmes: which are touched, and what changes by that.

Like documents (`graph.derivation.derive`): only what shares a key or an approval with something touched is read, alike
witnesses are read once and counted, and deriving everything anew gives the identical graph.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from graph.facts.programme_facts import of_programme, stored
from graph.identity.programmes import Named, Resolved, components, resolve
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.rdf.terms import cancu, node, text
from graph.storage.store import Store, resolved
from graph.witness.action_quads import named
from graph.witness.addresses import source_of
from graph.witness.references import identified
from ontology.records import Programme
from ontology.terms import CANCU, SCHEMA

Group = tuple[str, str | None]
"""digest, path of the approving document"""


@dataclass(slots=True)
class Touched:
    """What of programmes a change of the store concerns. All by IRI of the witness's node.

    came: what incoming sources say, with the path of what approves it; gone: named by sources that leave; moved: named
    by sources that stay, whose approving reference means another document now (its path).
    """

    came: dict[str, Named] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    moved: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.came or self.gone or self.moved)


def touched(
    store: Store,
    came: Mapping[str, tuple[Named, str | None]],
    works: Mapping[str, str],
    moved: Mapping[str, str],
    dropped: Sequence[str],
) -> Touched:
    """came: what is coming in, with the reference to what approves it. works: reference that comes in → IRI of the
    document that it means; moved: reference that stays → IRI of the other document that it means now."""
    found = Touched()
    for iri, (said, approving) in came.items():
        found.came[iri] = said if approving is None else replace(said, work=_path(store, works[approving]))
    for chunk in chunks(sorted(dropped)):
        rows = store.select(step("programmes_of_sources"), {"sources": nodes(chunk)}).rows
        found.gone |= {str(iri) for iri, _ in rows}
    for chunk in chunks(sorted(moved)):
        rows = store.select(step("programmes_approved_by"), {"references": nodes(chunk)}).rows
        found.moved |= {
            str(stays): _path(store, moved[str(reference)])
            for stays, reference in rows
            if source_of(str(stays)) not in dropped
        }
    return found


def changes(store: Store, what: Touched, dropped: Sequence[str]) -> tuple[list[ox.Triple], list[ox.Triple]]:
    """The triples that leave the graph of resolved facts, and those that come."""
    if not what:
        return [], []
    scope = _Scope(store, what, dropped)
    programmes = [each for component in components(scope.now()) for each in resolve(component)]
    return scope.difference(programmes)


def everything(store: Store, works: Mapping[str, str]) -> list[ox.Triple]:
    """All triples about programmes, derived anew. works: reference → IRI of the document that it means."""
    rows = [(str(iri), approver) for iri, approver in store.select(step("programme_all")).rows]
    said = read(store, [iri for iri, _ in rows])
    for iri, approver in rows:
        if approver is not None:
            said[iri] = replace(said[iri], work=_path(store, works[approver]))
    programmes = [each for component in components(said.values()) for each in resolve(component)]
    paths = _paths(programmes)
    facts = [triple for each in programmes for triple in of_programme(each, store.base)]
    return [*facts, *_identities({iri: store.base + paths[each.group] for iri, each in said.items()})]


def read(store: Store, references: Sequence[str]) -> dict[str, Named]:
    """What these nodes of witnesses say; `work` is not filled in."""
    stated: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for chunk in chunks(sorted(references)):
        rows = store.select(step("programme_references"), {"references": nodes(chunk)}).rows
        for iri, predicate, value in rows:
            stated[str(iri)][str(predicate).removeprefix(CANCU)].append(str(value))
    return {iri: _named(iri, said) for iri, said in stated.items()}


def _named(iri: str, said: Mapping[str, Sequence[str]]) -> Named:
    programme = Programme("", said["kind"][0], said["name"][0], tuple(sorted(said.get("alias", ()))))
    number = said["number"][0] if "number" in said else None
    found = named(programme, number, source_of(iri), approved="approvedBy" in said, shared="sharesApproval" in said)
    assert found.digest == said[SCHEMA + "sha256"][0]  # noqa: S101 - what was written is what is read
    return found


class _Scope:
    """Everything that shares a key or an approval with something touched, before and after."""

    def __init__(self, store: Store, what: Touched, dropped: Sequence[str]) -> None:
        self.store, self.what, self.dropped = store, what, tuple(sorted(dropped))
        leaving = read(store, [*what.gone, *what.moved])
        self.before = identified(store, [*what.gone, *what.moved])
        """Touched node → IRI of the programme that it meant."""
        self.moved = {iri: replace(leaving[iri], work=path) for iri, path in what.moved.items()}
        was = self._approvals(leaving)
        self.left = {iri: replace(each, work=was.get(iri)) for iri, each in leaving.items()}
        self.counts: Counter[Group] = Counter()
        self.said: dict[Group, Named] = {}
        self.samples: dict[Group, str] = {}
        self._grow([*what.came.values(), *self.moved.values(), *self.left.values()])

    def _approvals(self, leaving: Iterable[str]) -> dict[str, str]:
        """Touched node → path of what approved it before."""
        approver: dict[str, str] = {}
        for chunk in chunks(sorted(leaving)):
            rows = self.store.select(step("programme_references"), {"references": nodes(chunk)}).rows
            approver |= {str(iri): str(value) for iri, name, value in rows if name == CANCU + "approvedBy"}
        works = identified(self.store, set(approver.values()))
        return {iri: _path(self.store, works[each]) for iri, each in approver.items() if each in works}

    def _grow(self, seeds: list[Named]) -> None:
        keys: set[str] = set()
        works: set[str] = set()
        while seeds:
            more_keys = {key for each in seeds for key in each.all_keys} - keys
            more_works = {each.work for each in seeds if each.work is not None} - works
            keys |= more_keys
            works |= more_works
            seeds = self._fetch(more_keys, more_works)

    def _fetch(self, keys: Iterable[str], works: Iterable[str]) -> list[Named]:
        """What the store holds under these, as far as it was not known."""
        fixed: Values = {"resolved": resolved(self.store), "dropped": nodes(self.dropped)}
        rows: list[tuple[str | None, ...]] = []
        for chunk in chunks(sorted(keys)):
            rows += self.store.select(step("programme_groups"), {**fixed, "keys": [text(key) for key in chunk]}).rows
        for part in chunks(sorted(works)):
            values = {**fixed, "works": nodes([self.store.base + path for path in part])}
            rows += self.store.select(step("programme_groups_approved"), values).rows
        fresh: dict[Group, str] = {}
        for digest, work, one, count in rows:
            if one is not None:
                group = str(digest), None if work is None else _path(self.store, work)
                if group not in self.samples:
                    fresh[group] = str(one)
                    self.samples[group] = str(one)
                    self.counts[group] = int(str(count))
        said = read(self.store, list(fresh.values()))
        found = {group: replace(said[iri], work=group[1]) for group, iri in fresh.items()}
        self.said |= found
        return list(found.values())

    def now(self) -> list[Named]:
        """What witnesses will say: what stays, without what moved away, with what moved here and came."""
        counts = self.counts.copy()
        counts.subtract(self.left[iri].group for iri in self.what.moved)
        stays = [
            replace(self.said[group], count=count) for group, count in sorted(counts.items(), key=str) if count > 0
        ]
        return [*stays, *self.moved.values(), *self.what.came.values()]

    def difference(self, programmes: Sequence[Resolved]) -> tuple[list[ox.Triple], list[ox.Triple]]:
        paths = _paths(programmes)
        before = identified(self.store, set(self.samples.values()))
        changed = {
            group
            for group, one in self.samples.items()
            if group in paths and before.get(one) != self.store.base + paths[group]
        }
        others = self._members(changed)
        old = {**others, **self.before}
        new = {iri: self.store.base + paths[group] for iri, group in self._groups(changed).items()}
        new |= {iri: self.store.base + paths[each.group] for iri, each in {**self.moved, **self.what.came}.items()}
        known = stored(self.store, {*before.values(), *old.values()})
        facts = [triple for each in programmes for triple in of_programme(each, self.store.base)]
        after, gone = [*facts, *_identities(new)], [*known, *_identities(old)]
        return _minus(gone, after), _minus(after, gone)

    def _groups(self, changed: Iterable[Group]) -> dict[str, Group]:
        """Node → its group, for all nodes that stay in these groups."""
        wanted = set(changed)
        found: dict[str, Group] = {}
        for chunk in chunks(sorted({digest for digest, _ in wanted})):
            values: Values = {"digests": [text(each) for each in chunk], "dropped": nodes(self.dropped)}
            rows = self.store.select(step("programme_members"), {**values, "resolved": resolved(self.store)}).rows
            for iri, digest, work in rows:
                group = str(digest), None if work is None else _path(self.store, work)
                if group in wanted and str(iri) not in self.what.moved:
                    found[str(iri)] = group
        return found

    def _members(self, changed: Iterable[Group]) -> dict[str, str]:
        """Node → IRI of the programme that it meant, for all nodes that stay in these groups."""
        return identified(self.store, self._groups(changed))


def _paths(programmes: Iterable[Resolved]) -> dict[Group, str]:
    return {member.group: each.path for each in programmes for member in each.members}


def _path(store: Store, iri: str) -> str:
    return iri.removeprefix(store.base)


def _identities(programmes: Mapping[str, str]) -> list[ox.Triple]:
    return [ox.Triple(node(iri), cancu("identifies"), node(to)) for iri, to in sorted(programmes.items())]


def _minus(some: Iterable[ox.Triple], others: Iterable[ox.Triple]) -> list[ox.Triple]:
    without = set(others)
    return [triple for triple in dict.fromkeys(some) if triple not in without]
