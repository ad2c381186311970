"""A mention of a document as it was seen, nothing meant yet."""

from __future__ import annotations

from msgspec import Struct

from loaders.citations import tails
from ontology.numbers import Symbol
from ontology.records import Form
from ontology.tables import DocumentType


class Sighting(Struct, frozen=True):
    """A mention in the reading copy, before its spans are led back. printed: the symbol as printed, without white
    space; tail: date,
    issuer, title (`loaders.citations.tails`)."""

    start: int
    end: int
    form: Form
    type: DocumentType | None
    number: str | None = None
    year: str | None = None
    symbol: Symbol | None = None
    name: str | None = None
    printed: str | None = None
    tail: tails.Tail = tails.NOTHING
    rule: str = ""
