"""Questions to the store whose cost nobody knows beforehand: they run in the sandbox and come back as plain tables."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from graph.answers import Table
from graph.questions import questions
from graph.rdf.tables import table
from graph.rdf.terms import plain
from graph.sandbox.guard import check
from graph.sandbox.sandbox import JSON, Sandbox
from graph.storage.store import Store

N_TRIPLES = "application/n-triples"
TRIPLE = ("subject", "predicate", "object")


def ask(sandbox: Sandbox, sparql: str) -> Table:
    """The rows of a SELECT; one row with the truth of an ASK; the triples of a CONSTRUCT or DESCRIBE, sorted.

    Raises QueryError, QueryLimitError, StoreError.
    """
    form = check(sparql).form
    body = sandbox.run(sparql, JSON, N_TRIPLES)
    if form in {"SELECT", "ASK"}:
        return table(ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON))
    triples = [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)]
    cells = [(plain(triple.subject), plain(triple.predicate), plain(triple.object)) for triple in triples]
    return Table(TRIPLE, tuple(sorted(cells, key=str)))


def ask_saved(
    store: Store, sandbox: Sandbox, name: str, arguments: Mapping[str, str], most: int | None = None
) -> Table:
    """The rows of a saved question. most: see `graph.questions.questions.run`.

    Raises what `graph.questions.questions.prepared` and `ask` raise. What the house computes itself is bounded by its
    own limits and needs no sandbox.
    """
    prepared = questions.prepared(store, name, arguments)
    return questions.run(store, name, arguments, most) if questions.question(name).computed else ask(sandbox, prepared)
