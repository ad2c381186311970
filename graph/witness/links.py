"""The statements of one source as links between its references: what the graph of resolved facts needs of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.witness.addresses import reference_iris, source_iri
from ontology.records import Extraction
from ontology.terms import CANCU


@dataclass(frozen=True, slots=True)
class Link:
    """A statement in short: its node and its two references."""

    iri: str
    subject: str
    predicate: str
    object: str


def links_of(extraction: Extraction, base: str) -> Iterator[Link]:
    """One link for each statement, in the order of the text."""
    source, iris = source_iri(extraction.source, base), reference_iris(extraction, base)
    for number, each in enumerate(extraction.statements, 1):
        yield Link(f"{source}/st/{number}", iris[each.subject], CANCU + each.predicate, iris[each.object])
