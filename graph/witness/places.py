"""Where on the pages of the original a stretch of text stands, as facts about a node of a witness graph."""

from __future__ import annotations

from collections.abc import Iterator

from graph.rdf.terms import TYPE, Node, Term, cancu, decimal, integer, node, text
from ontology.origin import Origin
from ontology.records import Span
from ontology.terms import DCTERMS, OA, RDF

PDF_FRAGMENTS = "http://www.rfc-editor.org/rfc/rfc8118"
"""What the value of a fragment selector conforms to: `page=3&highlight=left,right,top,bottom`, in points from the top
left corner."""

Pair = tuple[Node, Term]
Fact = tuple[Node, Node, Term]


def stated(origin: Origin, span: Span) -> list[Pair]:
    """The page on which a span begins, and how sure the recognition of its pages is, where they were recognised."""
    page, confidence = origin.page_number(span), origin.confidence(span)
    pairs: list[Pair] = [] if page is None else [(cancu("page"), integer(page))]
    return pairs if confidence is None else [*pairs, (cancu("confidence"), decimal(confidence))]


def selectors(origin: Origin, span: Span, target: Node) -> Iterator[Fact]:
    """A fragment selector for each page that the span touches, below the IRI of its target."""
    for number, place in enumerate(origin.places(span), 1):
        fragment = node(f"{target.value}/page/{number}")
        yield target, node(OA + "hasSelector"), fragment
        yield fragment, TYPE, node(OA + "FragmentSelector")
        yield fragment, node(DCTERMS + "conformsTo"), node(PDF_FRAGMENTS)
        yield fragment, node(RDF + "value"), text(place.fragment)
