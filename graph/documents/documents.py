"""All that the store knows of one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.answers import DocumentPage, DocumentSummary, Edge, StatedConflict
from graph.documents.evidence import Triple, edges, stated_values
from graph.documents.findings import suspicions_of
from graph.documents.headers import header_of
from graph.documents.sources import sources_of
from graph.documents.summaries import authority, rank, summaries, summary
from graph.rdf.predicates import STRONG, WEAK, iris
from graph.rdf.sparql import Values, step
from graph.rdf.terms import node
from graph.storage.store import Store, resolved

PAGE_EDGES = 500
"""How many edges a page carries; the rest is counted."""


def page(store: Store, iri: str, *, limit: int = PAGE_EDGES) -> DocumentPage:
    """All that is known of a document: its edges with their evidence, its contradictions, where it is cited.

    limit: edges per list; `left_out` counts those beyond. Raises NotFoundError.
    """
    document = summary(store, iri)
    strong_out, strong_in = (_around(store, iri, STRONG, way) for way in ("edges_from", "edges_to"))
    weak_out, weak_in = (_around(store, iri, WEAK, way) for way in ("edges_from", "edges_to"))
    lists = [strong_out, strong_in, weak_out, weak_in]
    drawn = edges(store, [edge for each in lists for edge in each[:limit]])
    bases, implementers, cites, cited_by = ([drawn[edge] for edge in each[:limit]] for each in lists)
    return DocumentPage(
        document=document,
        bases=_sorted(bases),
        implementers=_sorted(implementers),
        cites=_sorted(cites),
        cited_by=_sorted(cited_by),
        conflicts=conflicts(store, iri),
        sources=sources_of(store, iri),
        candidates=candidates(store, iri),
        suspicions=suspicions_of(store, iri),
        left_out=sum(max(0, len(each) - limit) for each in lists),
        totals=(len(strong_out), len(strong_in), len(weak_out), len(weak_in)),
        header=header_of(store, iri) if document.loaded else None,
    )


def _around(store: Store, iri: str, predicates: Iterable[str], way: str) -> list[Triple]:
    """By relation, then higher and older documents first. Put in order here: the engine would look every address up
    anew for each comparison."""
    values: Values = {"resolved": resolved(store), "work": node(iri), "relations": iris(predicates)}
    rows = store.select(step(way), values).rows
    other = 0 if way == "edges_to" else 2
    ordered = sorted(rows, key=lambda row: (str(row[1]), authority(row[3], row[4]), str(row[other])))
    return [(str(start), str(relation), str(end)) for start, relation, end, _, _ in ordered]


def _sorted(some: Iterable[Edge]) -> tuple[Edge, ...]:
    """By predicate, then by authority, date and address of the two ends."""
    return tuple(sorted(some, key=lambda edge: (edge.predicate, rank(edge.subject), rank(edge.object))))


def conflicts(store: Store, iri: str) -> tuple[StatedConflict, ...]:
    """The fields on which statements about this document contradict each other, with the evidence for each value."""
    found: dict[str, list[str]] = defaultdict(list)
    chosen: dict[str, str | None] = {}
    values: Values = {"resolved": resolved(store), "work": node(iri)}
    for field, value, shown in store.select(step("conflicts_of"), values).rows:
        found[str(field)].append(str(value))
        chosen[str(field)] = shown
    return tuple(
        StatedConflict(field, stated_values(store, iri, field, stated), chosen[field])
        for field, stated in sorted(found.items())
    )


def candidates(store: Store, iri: str) -> tuple[DocumentSummary, ...]:
    """The documents that this one may be, where the witnesses leave it open (no date, no issuer)."""
    values: Values = {"resolved": resolved(store), "work": node(iri)}
    rows = store.select(step("candidates"), values).rows
    return tuple(sorted(summaries(store, [str(other) for (other,) in rows]).values(), key=rank))
