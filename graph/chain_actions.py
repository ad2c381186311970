"""The actions with which a chain ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet

from graph.action_answers import ActionList
from graph.actions import MOST, Row, details, ordered, scope, statuses
from graph.store import Store


def told(store: Store, focus: str, documents: AbstractSet[str], shown: int) -> dict[str, ActionList]:
    """Document → the actions that it states; the focus also has those that carry it out and are told elsewhere. Only
    documents that have some. shown: how many of each document are read in full."""
    rows: dict[str, list[Row]] = defaultdict(list)
    stated = scope(store, "by", sorted(documents))
    for row in stated:
        rows[row.witness].append(row)
    carrying = scope(store, "for", [focus])
    rows[focus] += [row for row in carrying if row.witness not in documents]
    capped = max(len(stated), len(carrying)) >= MOST
    first = {iri: ordered(store, some)[:shown] if shown else [] for iri, some in rows.items() if some}
    full = {each.iri: each for each in details(store, [row for some in first.values() for row in some])}
    return {
        iri: ActionList(
            actions=tuple(full[row.iri] for row in some),
            total=len(rows[iri]),
            statuses=statuses(rows[iri]),
            capped=capped,
        )
        for iri, some in sorted(first.items())
    }
