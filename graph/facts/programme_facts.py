"""What the graph of resolved facts says of one programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.facts.periods import period_of
from graph.identity.programmes import Resolved
from graph.rdf.sparql import chunks, nodes, step
from graph.rdf.terms import LABEL, TYPE, Node, Term, cancu, integer, node, text
from graph.storage.store import Store, resolved
from ontology.words import fold, nfc


def of_programme(programme: Resolved, base: str) -> list[ox.Triple]:
    """All facts of one programme; the same for the same witnesses, in whatever order."""
    iri = node(base + programme.path)
    return [ox.Triple(iri, predicate, value) for predicate, value in _pairs(programme, base)]


def label_of(kind: str, name: str) -> str:
    """What to call it: its name, behind its kind where the name does not begin with that."""
    return name if fold(name).startswith(fold(kind)) else f"{kind} {name}"


def _pairs(programme: Resolved, base: str) -> Iterator[tuple[Node, Term]]:
    shown = programme.chosen
    label = label_of(shown.kind, shown.name)
    names = {label_of(each.kind, each.name) for each in programme.members}
    aliases = {*names, *(alias for each in programme.members for alias in each.aliases)}
    others = sorted({nfc(alias) for alias in aliases} - {nfc(label)})
    yield TYPE, cancu("Programme")
    yield LABEL, text(label)
    yield cancu("kind"), text(shown.kind)
    yield cancu("name"), text(shown.name)
    yield from ((cancu("alias"), text(alias)) for alias in others)
    if (period := period_of(programme)) is not None:
        yield cancu("period"), text(period)
    if programme.work is not None:
        yield cancu("approvedBy"), node(base + programme.work)
    yield cancu("witnesses"), integer(sum(each.count for each in programme.members))
    yield cancu("programmeKey"), text(f" {' '.join(fold(name) for name in [label, *others])} ")
    keys = {key for each in programme.members for key in each.all_keys}
    yield from ((cancu("nameKey"), text(key)) for key in sorted(keys))
    yield from ((cancu("candidate"), node(base + path)) for path in programme.candidates)


def stored(store: Store, programmes: Iterable[str]) -> list[ox.Triple]:
    """The facts of these programmes as the store holds them now."""
    found: list[ox.Triple] = []
    for chunk in chunks(sorted(programmes)):
        found += store.construct(step("facts"), {"resolved": resolved(store), "works": nodes(chunk)})
    return found
