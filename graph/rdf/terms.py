"""The one room that knows both worlds: RDF terms of the engine, and plain values. Inside `graph` terms are
pyoxigraph's."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache
from typing import TypeAlias

import pyoxigraph as ox

from ontology import terms as iris

Node: TypeAlias = ox.NamedNode
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

TYPE = ox.NamedNode(iris.RDF + "type")
LABEL = ox.NamedNode(iris.RDFS + "label")

_INTEGER = ox.NamedNode(iris.XSD + "integer")
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def node(iri: str) -> Node:
    """An IRI as a term; ValueError when it is none."""
    return ox.NamedNode(iri)


@cache
def cancu(name: str) -> Node:
    """A term of the product's vocabulary."""
    return ox.NamedNode(iris.CANCU + name)


def text(value: str) -> ox.Literal:
    """A plain literal, in NFC: a search string finds it whatever keyboard typed it."""
    return ox.Literal(unicodedata.normalize("NFC", value))


def verbatim(value: str) -> ox.Literal:
    """A plain literal that offsets count in, or that must equal such a stretch: not normalised."""
    return ox.Literal(value)


def integer(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=_INTEGER)


def decimal(value: float | Decimal) -> ox.Literal:
    """xsd:decimal without exponent, as SPARQL can compute with it; all digits that the number shows."""
    written = format(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), "f")
    short = written.rstrip("0").rstrip(".") if "." in written else written
    return ox.Literal(short or "0", datatype=ox.NamedNode(iris.XSD + "decimal"))


def boolean(value: bool) -> ox.Literal:
    return ox.Literal("true" if value else "false", datatype=ox.NamedNode(iris.XSD + "boolean"))


def date(value: str) -> ox.Literal:
    """An ISO date as xsd:date, xsd:gYearMonth or xsd:gYear; a plain literal when it is none of them."""
    kind = _DATE_TYPES.get(len(value))
    return text(value) if kind is None else ox.Literal(value, datatype=ox.NamedNode(iris.XSD + kind))


def plain(term: Term | None) -> str | None:
    """The plain value: the IRI, the lexical form, `_:id` of a blank node; None stays None."""
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term.value
    return None if term is None else str(term)
