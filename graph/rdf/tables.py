"""Answers of the engine as plain values."""

from __future__ import annotations

import pyoxigraph as ox

from graph.answers import Table
from graph.rdf.terms import plain
from ontology.errors import QueryError


def table(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Table:
    """The answer of a SELECT or ASK as plain values."""
    if isinstance(answer, ox.QueryBoolean):
        return Table(("ask",), (("true" if answer else "false",),))
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError("query.syntax", message="SELECT or ASK expected")
    columns = tuple(variable.value for variable in answer.variables)
    return Table(columns, tuple(tuple(plain(term) for term in row) for row in answer))
