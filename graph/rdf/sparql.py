"""The text of queries: where they lie, how values get in, which prefixes they may use.

Queries are files. A place for a value is written `$name`; everything the query binds itself is written `?name`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

from graph.rdf.terms import Node, Term
from ontology.terms import PREFIXES

Item = TypeVar("Item")

Undef = Literal["UNDEF"]

Value = Term | Sequence[Term] | Sequence[tuple[Term | Undef, ...]] | Undef
"""UNDEF stands for "any" in a VALUES block."""

Values = Mapping[str, Value]

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(PREFIXES.items()))

_LEXEMES = re.compile(
    r"""
    (?P<skip> "{3}(?:\\.|(?!"{3}).)*"{3} | '{3}(?:\\.|(?!'{3}).)*'{3}   # long strings
            | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'                   # strings
            | <[^<>"{}|^`\\\x00-\x20]*>                                   # IRIs
            | \#[^\n]* )                                                  # comments
    | \$ (?P<name> [A-Za-z_]\w* )
    """,
    re.VERBOSE | re.DOTALL,
)


@cache
def step(name: str) -> str:
    """The text of `graph/steps/<name>.rq`: the house's own queries, each used by one room."""
    return files("graph").joinpath("steps", f"{name}.rq").read_text("utf-8")


def bind(sparql: str, values: Values) -> str:
    """Puts terms where `$name` stands; a sequence is written one after the other (for VALUES).

    Terms are written by the engine's own serialiser, so that no value can change the shape of the query.
    KeyError when a place has no value.
    """

    def filled(match: re.Match[str]) -> str:
        name = match["name"]
        return match[0] if name is None else _written(values[name])

    return _LEXEMES.sub(filled, sparql)


def _written(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return " ".join(_row(term) for term in value)
    return str(value)


def _row(value: Term | tuple[Term | str, ...] | str) -> str:
    return f"({' '.join(map(str, value))})" if isinstance(value, tuple) else str(value)


def nodes(addresses: Sequence[str]) -> list[Node]:
    return [Node(address) for address in addresses]


CHUNK = 500
"""How many values one question to the store carries."""


def chunks(values: Sequence[Item]) -> Iterable[Sequence[Item]]:
    """Cut into pieces that one question to the store can carry."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))
