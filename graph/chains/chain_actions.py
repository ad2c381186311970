"""The actions with which a chain ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet

from graph.actions.actions import MOST, Row, details, ordered, scope
from graph.answers import STATUSES, ActionList
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.storage.store import Store, resolved


def told(store: Store, focus: str, documents: AbstractSet[str], shown: int) -> dict[str, ActionList]:
    """Document → the actions that it states; the focus also has those that carry it out and are told elsewhere. Only
    documents that have some. shown: how many of each document are read in full; all are counted."""
    counts = _counts(store, documents)
    elsewhere = [row for row in scope(store, "for", [focus]) if row.witness not in documents]
    for row in elsewhere:
        counts[focus][row.status] += 1
    outside = {row.iri for row in elsewhere}
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in [*(scope(store, "by", sorted(counts)) if shown else ()), *elsewhere]:
        rows[focus if row.iri in outside else row.witness].append(row)
    first = {iri: ordered(rows[iri])[:shown] for iri in counts}
    full = {each.iri: each for each in details(store, [row for some in first.values() for row in some])}
    return {
        iri: ActionList(
            actions=tuple(full[row.iri] for row in some),
            total=counts[iri].total(),
            statuses=tuple((status, counts[iri][status]) for status in STATUSES if counts[iri][status]),
            capped=iri == focus and len(elsewhere) >= MOST,
        )
        for iri, some in sorted(first.items())
    }


def _counts(store: Store, documents: AbstractSet[str]) -> dict[str, Counter[str]]:
    """Document → status → how many actions it states."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for chunk in chunks(sorted(documents)):
        values: Values = {"resolved": resolved(store), "works": nodes(chunk)}
        for work, status, count in store.select(step("action_counts"), values).rows:
            if work is not None:
                found[work][str(status)] += int(str(count))
    return found
