"""Evidence as Web Annotation: a target with its source, and the place in its text by position and by words."""

from __future__ import annotations

from collections.abc import Iterator

from graph.rdf.terms import TYPE, Node, Term, integer, node, verbatim
from graph.witness import places
from ontology.records import Extraction, Span
from ontology.terms import OA

Fact = tuple[Node, Node, Term]


def evidence(iri: Node, source: Node, span: Span, extraction: Extraction) -> Iterator[Fact]:
    """The target of what lives at `iri`: `<iri>/target` with its two selectors in the text of the source, and one for
    each page of the original that it touches."""
    target, position, quote = (node(f"{iri.value}/{part}") for part in ("target", "position", "quote"))
    yield iri, node(OA + "hasTarget"), target
    yield target, TYPE, node(OA + "SpecificResource")
    yield target, node(OA + "hasSource"), source
    yield target, node(OA + "hasSelector"), position
    yield target, node(OA + "hasSelector"), quote
    yield position, TYPE, node(OA + "TextPositionSelector")
    yield position, node(OA + "start"), integer(span.start)
    yield position, node(OA + "end"), integer(span.end)
    yield quote, TYPE, node(OA + "TextQuoteSelector")
    yield quote, node(OA + "exact"), verbatim(span.of(extraction.text))
    yield from places.selectors(extraction.origin, span, target)
