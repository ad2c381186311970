"""What the store holds in all, and where a look is worth while."""

from __future__ import annotations

from graph.answers import DocumentSummary, StoreSummary
from graph.documents.summaries import summaries
from graph.rdf.predicates import ALL, STRONG, iris
from graph.rdf.sparql import Values, step
from graph.storage.store import Store, resolved


def store_summary(store: Store) -> StoreSummary:
    """How much the store holds."""
    values: Values = {"resolved": resolved(store), "relations": iris(ALL)}
    counts = [store.select(step(f"count_{what}"), values).rows[0][0] for what in _COUNTED]
    return StoreSummary(*(int(count or "0") for count in counts))


_COUNTED = (
    *("sources", "documents", "relations", "conflicts", "unresolved", "registered", "suspicions"),
    *("programmes", "actions"),
)


def most_implemented(store: Store, limit: int) -> list[DocumentSummary]:
    """The documents on which most others rest or act, most first: where a chain is worth a look."""
    values: Values = {"resolved": resolved(store), "relations": iris(STRONG)}
    sparql = f"{step('most_implemented')}\nLIMIT {int(limit)}"
    found = [str(row[0]) for row in store.select(sparql, values).rows]
    known = summaries(store, found)
    return [known[iri] for iri in found]
