"""A saved question, what it asks for, and its answer: a table for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ParameterKind = Literal["number", "text", "place", "year", "status", "suspicion"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A place to fill in a saved question. kind "number" is resolved to a document before the query runs, "status" to
    one of the statuses of actions, "suspicion" to a kind of suspicion."""

    name: str
    kind: ParameterKind
    label_vi: str
    label_en: str
    required: bool = True
    example: str = ""


ColumnKind = Literal[
    "text",
    "number",
    "date",
    "dates",
    "likely",
    "iri",
    "status",
    "relation",
    "inverse",
    "level",
    "suspicion",
    "severity",
    "field",
    "loaded",
    "reason",
]
"""How cells are written for people: as they are, by form (dates: several, parted by "; "), or by what a word of the
vocabulary is called (inverse: a relation as it looks from its object)."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of an answer is called where people read it, and how its cells are written there.

    of: the column whose words stand for this address; where people read, they are the link.
    """

    name: str
    kind: ColumnKind
    label_vi: str
    label_en: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question: `graph/queries/<name>.rq` with its header comments.

    columns: for answers that people take away as a sheet. computed: the answer is more than the rows of the query
    (`graph.questions.computed`).
    """

    name: str
    label_vi: str
    label_en: str
    parameters: tuple[Parameter, ...]
    sparql: str
    columns: tuple[Column, ...] = ()
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a SELECT, for people: IRIs as strings, literals as their lexical form, None for unbound.

    cut: there are more rows, left out because only the first ones were wanted.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    cut: bool = False
