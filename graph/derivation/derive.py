"""From witness graphs to resolved facts: which references are touched, what they mean now, and what changes by that.

Only touched blocks are read. The result is a `Change` of the graph of resolved facts, to be applied in the same
transaction as the witness graphs that cause it; deriving everything anew (`rebuild`) gives the identical graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from graph.derivation.programme_scope import changes, everything, touched
from graph.derivation.recall import Recall
from graph.derivation.register import rows_of
from graph.derivation.scope import Decision, Incoming, Scope, decide, scope_of
from graph.facts import facts
from graph.facts.facts import Description
from graph.identity.keys import split_path
from graph.identity.works import Work
from graph.rdf.sparql import chunks, nodes, step
from graph.rdf.terms import cancu, node, plain
from graph.storage.store import RESOLVED, Change, Store, resolved
from graph.suspicions import order, series
from graph.suspicions.nodes import Facts, is_suspicion
from graph.witness.addresses import source_of
from graph.witness.links import Link
from graph.witness.references import identified, references_of_profiles, stored
from ontology.identity import UNKNOWN


@dataclass(frozen=True, slots=True)
class Derived:
    """The change of the resolved graph, and the documents decided anew.

    findings: what was decided with them → how many contradictions and suspicions stand there now: a document, or the
    node of a suspicion that several documents decide; 0 and 0 where none is left. written: call it when the change is
    in the store, so that the next batch of the run starts from there.
    """

    change: Change
    works: tuple[str, ...]
    findings: Mapping[str, tuple[int, int]]
    written: Callable[[], None] = lambda: None

    @property
    def conflicts(self) -> int:
        return sum(conflicts for conflicts, _ in self.findings.values())

    @property
    def suspicions(self) -> int:
        return sum(suspicions for _, suspicions in self.findings.values())


def derive(store: Store, incoming: Incoming, recall: Recall | None = None) -> Derived:
    """What the graph of resolved facts must change when `incoming` is written. Reads only, writes nothing.

    recall: what the run remembers of the store.
    """
    recall = recall or Recall(store)
    if incoming.dropped:
        recall.forget()
    scope = scope_of(recall, incoming)
    before = _Before.of(recall, scope)
    after = decide(recall, scope)
    difference = _Difference(recall, scope, incoming, before, after)
    derived = difference.derived()
    dropped = sorted(incoming.dropped)
    what = touched(store, incoming.programmes, difference.identified_after(), difference.moved_after(), dropped)
    fewer, more = (difference.quads(triples) for triples in changes(store, what, dropped))
    documents = derived.change
    change = Change(removed=(*documents.removed, *fewer), added=(*documents.added, *more))
    return replace(derived, change=change)


def rebuild(store: Store) -> Derived:
    """Derives all resolved facts anew from the witness graphs and changes what differs."""
    blocks = [str(block) for (block,) in store.select(step("blocks")).rows]
    references = stored(store, blocks)
    scope = Scope([*references, *rows_of(each.path for each in references)])
    profiles = references_of_profiles(store, (each.profile for each in references), ())
    known = {each.profile: each for each in references}
    links = [Link(*map(str, row)) for row in store.select(step("links")).rows]
    incoming = Incoming({iri: known[profile] for iri, profile in profiles.items()}, links)
    difference = _Difference(Recall(store), scope, incoming, _Before(), decide(None, scope), alone=True)
    derived = difference.derived()
    programmes = difference.quads(everything(store, difference.identified_after()))
    before, after = set(store.quads(store.base + RESOLVED)), {*derived.change.added, *programmes}
    change = Change(removed=tuple(sorted(before - after, key=str)), added=tuple(sorted(after - before, key=str)))
    store.apply(change)
    store.publish()
    return replace(derived, change=change)


@dataclass(frozen=True, slots=True)
class _Before:
    """What the store says now. profiles: profile → work, of references that stay; gone: reference → work."""

    profiles: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, recall: Recall, scope: Scope) -> _Before:
        return cls(recall.works(scope.kept, scope.dropped), identified(recall.store, scope.gone))


Ends = tuple[str, str, str]
"""from, relation, to of a statement"""


class _Difference:
    """The resolved facts of a scope, before and after. alone: the scope is all there is, and the store is not asked."""

    def __init__(
        self,
        recall: Recall,
        scope: Scope,
        incoming: Incoming,
        before: _Before,
        decision: Decision,
        *,
        alone: bool = False,
    ) -> None:
        self.recall = recall
        self.store = recall.store
        self.alone = alone
        self.base = self.store.base
        self.scope = scope
        self.incoming = incoming
        self.before = before
        self.works = decision.works
        self.after = {profile: self.base + path for profile, path in decision.paths.items()}
        moved = [profile for profile, work in before.profiles.items() if self.after[profile] != work]
        self.moved = references_of_profiles(self.store, moved, scope.dropped)

    def derived(self) -> Derived:
        by_iri: dict[str, list[Work]] = {}
        for work in self.works:  # titles that shorten to one path are one document with several labels
            by_iri.setdefault(self.base + work.path, []).append(work)
        works_before = self._works_before()
        held = self.recall.facts(works_before)
        decided = {iri: facts.describe(works, self.base, held.get(iri)) for iri, works in by_iri.items()}
        told = _told_anew(held, decided)
        fewer, more = (_facts(some, told) for some in (held, decided))
        links_before, links_after = self._links()
        gained, lost = self._edges(links_before, links_after)
        numbers, dates = self._suspicions(held, decided, told, links_before, links_after)
        doubts_before, doubts_after = [*numbers.standing, *dates[0]], [*numbers.found, *dates[1]]
        after = [*more, *_identities(self.identified_after()), *_linked(links_after), *doubts_after]
        before = [*fewer, *_identities(self._identified_before()), *_linked(links_before), *doubts_before]
        change = Change(
            removed=self.quads([*_minus(before, after), *lost]),
            added=self.quads([*_minus(after, before), *gained]),
        )
        findings = dict.fromkeys(works_before - decided.keys(), (0, 0))
        findings |= {iri: (each.told.conflicts, each.told.doubts) for iri, each in decided.items()}
        findings |= {str(plain(each.subject)): (0, 0) for each in doubts_before if is_suspicion(each)}
        findings |= {str(plain(each.subject)): (0, 1) for each in doubts_after if is_suspicion(each)}

        def written() -> None:
            if self.scope.dropped:
                self.recall.forget()
            else:
                self.recall.learn(self.scope.now, self.after, decided, self.works, works_before - decided.keys())
                self.recall.series.learn(numbers.after)

        return Derived(change, tuple(sorted(decided)), findings, written)

    def _suspicions(
        self,
        held: Mapping[str, Description],
        decided: Mapping[str, Description],
        told: Set[str],
        links_before: Mapping[str, Ends],
        links_after: Mapping[str, Ends],
    ) -> tuple[series.Changed, tuple[list[ox.Triple], list[ox.Triple]]]:
        """What several documents decide: numbers out of order; dates, before and after. told: see `_told_anew`."""
        before, after = (_judged(each for work, each in some.items() if work in told) for some in (held, decided))
        numbers = series.changes(None if self.alone else self.recall.series, before, after)
        references = self.incoming.references.items()
        undated = {iri for iri, each in references if each.number is None or split_path(each.path).period == UNKNOWN}
        known = _judged(decided.values())
        touched = order.Touched(
            links_before,
            links_after,
            self.incoming.links,
            undated,
            order.untold(self.incoming.links, self.incoming.references),
            before,
            after,
            known,
            self.alone,
        )
        return numbers, order.changes(self.store, touched)

    def quads(self, triples: Iterable[ox.Triple]) -> tuple[ox.Quad, ...]:
        """Triples of the graph of resolved facts."""
        graph = node(self.base + RESOLVED)
        return tuple(ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)

    def _identified_before(self) -> dict[str, str]:
        return {iri: self.before.profiles[profile] for iri, profile in self.moved.items()} | dict(self.before.gone)

    def moved_after(self) -> dict[str, str]:
        """Reference that stays and means another document than before → that document."""
        return {iri: self.after[profile] for iri, profile in self.moved.items()}

    def identified_after(self) -> dict[str, str]:
        """Reference that comes in, or means another document than before → the document it means."""
        return self.moved_after() | {iri: self.after[each.profile] for iri, each in self.incoming.references.items()}

    def _works_before(self) -> set[str]:
        """Documents whose facts are decided here. A law cited by name may mean one that is decided elsewhere."""
        stays = [(each, self.before.profiles.get(each.profile)) for each in self.scope.now]
        leaves = [(each, self.before.gone.get(iri)) for iri, each in self.scope.gone.items()]
        return {
            work
            for each, work in [*stays, *leaves]
            if work is not None and (each.number is not None or work == self.base + each.path)
        }

    def _links(self) -> tuple[dict[str, Ends], dict[str, Ends]]:
        """Statement → its ends, before and after."""
        works = self.identified_after()
        before: dict[str, Ends] = {}
        after: dict[str, Ends] = {}
        for link, old in self._stored_links():
            before[link.iri] = old
            if source_of(link.iri) not in self.incoming.dropped:
                after[link.iri] = (works.get(link.subject, old[0]), old[1], works.get(link.object, old[2]))
        for link in self.incoming.links:
            after[link.iri] = (works[link.subject], link.predicate, works[link.object])
        return before, after

    def _stored_links(self) -> Iterator[tuple[Link, Ends]]:
        """The statements about references that moved or leave, each once."""
        seen: set[str] = set()
        values = {"resolved": resolved(self.store)}
        for chunk in chunks(sorted({*self.moved, *self.scope.gone})):
            rows = self.store.select(step("links_of_references"), {**values, "references": nodes(chunk)}).rows
            for iri, subject, predicate, target, start, end in rows:
                if str(iri) not in seen:
                    seen.add(str(iri))
                    link = Link(str(iri), str(subject), str(predicate), str(target))
                    yield link, (str(start), link.predicate, str(end))

    def _edges(self, before: Mapping[str, Ends], after: Mapping[str, Ends]) -> tuple[list[ox.Triple], list[ox.Triple]]:
        """Direct edges that appear, and those whose last statement goes. No document has an edge to itself."""
        lost, kept = Counter(before.values()), Counter(after.values())
        support: Counter[Ends] = Counter()
        for chunk in chunks(sorted({(edge[0], edge[2]) for edge in lost if edge not in kept})):
            support.update(facts.support(self.store, chunk))
        gained = [_edge(edge) for edge in sorted(kept) if edge not in lost and edge[0] != edge[2]]
        gone = [_edge(edge) for edge in sorted(lost) if edge not in kept and support[edge] <= lost[edge]]
        return gained, gone


def _told_anew(held: Mapping[str, Description], decided: Mapping[str, Description]) -> set[str]:
    """The documents of which more has changed than the number of their witnesses."""
    told = {work: each.told for work, each in held.items()}
    return {work for work, each in decided.items() if each.told is not told.pop(work, None)} | told.keys()


def _facts(descriptions: Mapping[str, Description], told: Set[str]) -> list[ox.Triple]:
    """The facts that may change: only the number of witnesses where nothing else does. told: see `_told_anew`."""
    return [
        triple
        for work, each in descriptions.items()
        for triple in (*(each.told.triples if work in told else ()), *each.witnesses)
    ]


def _judged(descriptions: Iterable[Description]) -> Facts:
    """What these documents are judged by; the nodes of one document are those of no other."""
    return {node: said for each in descriptions for node, said in each.told.judged.items()}


def _identities(works: Mapping[str, str]) -> list[ox.Triple]:
    return [ox.Triple(node(iri), cancu("identifies"), node(work)) for iri, work in sorted(works.items())]


def _linked(links: Mapping[str, Ends]) -> list[ox.Triple]:
    return [
        ox.Triple(node(iri), cancu(name), node(value))
        for iri, link in sorted(links.items())
        for name, value in zip(("from", "relation", "to"), link, strict=True)
    ]


def _edge(edge: Ends) -> ox.Triple:
    return ox.Triple(*(node(part) for part in edge))


def _minus(some: Iterable[ox.Triple], others: Iterable[ox.Triple]) -> list[ox.Triple]:
    without = set(others)
    return [triple for triple in dict.fromkeys(some) if triple not in without]
