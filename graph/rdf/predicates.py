"""Which properties link documents, and which of them say more than a mention."""

from __future__ import annotations

from collections.abc import Iterable

from graph.rdf.terms import Node, cancu
from ontology.tables import predicates

ALL: tuple[str, ...] = tuple(row.predicate for row in predicates())
STRONG: tuple[str, ...] = tuple(row.predicate for row in predicates() if row.strong)
WEAK: tuple[str, ...] = tuple(row.predicate for row in predicates() if not row.strong)


def iris(names: Iterable[str]) -> list[Node]:
    """The properties of the vocabulary by these local names."""
    return [cancu(name) for name in names]
