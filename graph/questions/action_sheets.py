"""The rows of the questions about actions: one for each result or sum of an action, for a sheet.

The queries of these questions give the same rows. The engine reads every result in the store for them; here only the
actions of the scope are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from graph.actions.actions import MOST, Filter, Way, details, ordered, plain, scope
from graph.answers import Action, Measure, Table
from graph.documents.search import one
from graph.rdf.sparql import step
from graph.rdf.terms import node
from graph.storage.store import Store, resolved
from ontology.errors import QueryLimitError
from ontology.tables import status_by_word
from ontology.words import letters

LOOKED_AT = 250_000
"""Actions of a scope that are filtered; what is left may be `MOST`."""

COLUMNS = ("status", "content", "actor", "partners", "time", "result", "unit", "outOf", "money", "moneyUnit", "dong")
COLUMNS_MORE = ("place", "programmes", "carriesOut", "source", "date", "sentence", "path", "action")


def carrying_out(store: Store, arguments: Mapping[str, str], most: int | None = None) -> Table:
    """The actions that carry a document out, directly or through others. most: actions that are read, the
    first ones.

    Raises what `graph.documents.search.one` raises, and QueryLimitError (query.rows) when there are more than can be
    looked at.
    """
    document = one(store, arguments["number"].strip()).iri
    rows = store.select(step("upper"), {"resolved": resolved(store), "work": node(document)}).rows
    return _table(store, "for", [document, *(str(iri) for (iri,) in rows)], arguments, most)


def stated_by(store: Store, arguments: Mapping[str, str], most: int | None = None) -> Table:
    """The actions that a document states. most: actions that are read, the first ones."""
    return _table(store, "by", [one(store, arguments["number"].strip()).iri], arguments, most)


def _table(store: Store, way: Way, works: list[str], arguments: Mapping[str, str], most: int | None) -> Table:
    found = scope(store, way, works, LOOKED_AT)
    only = Filter(_status(arguments.get("status", "")), arguments.get("place", "").strip() or None)
    kept = [row for row in found if only.keeps(row, None)]
    if most is None and (len(found) >= LOOKED_AT or len(kept) > MOST):
        raise QueryLimitError("query.rows", rows=f"{MOST:,}")
    actions = details(store, ordered(kept)[:most])
    rows = tuple(row for action in actions for row in _rows(action))
    return Table((*COLUMNS, *COLUMNS_MORE), rows, cut=len(actions) < len(kept))


def _status(given: str) -> str | None:
    return status_by_word().get(letters(given)) if given.strip() else None


def _rows(action: Action) -> Iterator[tuple[str | None, ...]]:
    """One row for each result, beside the sum of the same place; one row where there is neither."""
    results = [each for each in action.measures if each.kind == "quantity"]
    sums = [each for each in action.measures if each.kind == "money"]
    for result, paid in list(zip_longest(results, sums)) or [(None, None)]:
        yield (*_head(action), *_measured(result), *_paid(paid), *_tail(action))


def _head(action: Action) -> tuple[str | None, ...]:
    partners = "; ".join(action.partners) or None
    return action.status, plain(action.evidence.sentence), action.actor, partners, action.time


def _measured(result: Measure | None) -> tuple[str | None, ...]:
    return (None, None, None) if result is None else (result.value, result.unit, result.out_of)


def _paid(paid: Measure | None) -> tuple[str | None, ...]:
    return (None, None, None) if paid is None else (paid.value, paid.unit, paid.dong)


def _tail(action: Action) -> tuple[str | None, ...]:
    return (
        action.place or action.witness.place,
        "; ".join(each.label for each in action.programmes) or None,
        "; ".join(sorted(each.label for each in action.carries_out)) or None,
        action.witness.label,
        action.witness.date,
        action.evidence.sentence,
        action.path,
        action.iri,
    )
