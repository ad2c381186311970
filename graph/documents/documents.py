"""What the store knows of one document, of one source, and of itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.answers import DocumentPage, DocumentSummary, Edge, SourceSummary, StatedConflict, StoreSummary
from graph.documents.evidence import Triple, edges, stated_values
from graph.documents.findings import suspicions_of
from graph.documents.headers import header_of
from graph.documents.summaries import rank, summaries, summary
from graph.rdf.predicates import ALL, STRONG, WEAK, iris
from graph.rdf.sparql import Values, step
from graph.rdf.terms import node
from graph.storage.store import Store, resolved
from graph.witness.addresses import source_of
from ontology.errors import NotFoundError
from ontology.origin import Origin, unpacked

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


def loaded_as(store: Store, iri: str) -> list[str]:
    """The sources that are this document; none when others only cite it."""
    rows = store.select(step("speakers"), {"resolved": resolved(store), "work": node(iri)}).rows
    return [source_of(str(reference)) for (reference,) in rows]


def most_implemented(store: Store, limit: int) -> list[DocumentSummary]:
    """The documents on which most others rest or act, most first: where a chain is worth a look."""
    values: Values = {"resolved": resolved(store), "relations": iris(STRONG)}
    sparql = f"{step('most_implemented')}\nLIMIT {int(limit)}"
    found = [str(row[0]) for row in store.select(sparql, values).rows]
    known = summaries(store, found)
    return [known[iri] for iri in found]


def _around(store: Store, iri: str, predicates: Iterable[str], way: str) -> list[Triple]:
    values: Values = {"resolved": resolved(store), "work": node(iri), "relations": iris(predicates)}
    return [(str(start), str(relation), str(end)) for start, relation, end in store.select(step(way), values).rows]


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


def sources_of(store: Store, iri: str) -> tuple[str, ...]:
    """The sources that speak of a document, its own one first, then sorted."""
    rows = store.select(step("sources_of"), {"resolved": resolved(store), "work": node(iri)}).rows
    found = {str(reference).rsplit("/ref/", 1)[0]: str(reference).endswith("/self") for (reference,) in sorted(rows)}
    return tuple(sorted(found, key=lambda source: (not found[source], source)))


def sources(store: Store) -> tuple[SourceSummary, ...]:
    """All sources, by name."""
    return tuple(_source(row) for row in store.select(step("sources"), {"resolved": resolved(store)}).rows)


def source(store: Store, iri: str) -> SourceSummary:
    """One source. Raises NotFoundError (source.unknown)."""
    rows = store.select(step("source"), {"resolved": resolved(store), "source": node(iri)}).rows
    if not rows:
        raise NotFoundError("source.unknown", number=iri)
    return _source(rows[0])


def _source(row: Sequence[str | None]) -> SourceSummary:
    iri, name, sha256, media_type, document = row
    return SourceSummary(str(iri), str(name), str(sha256), str(media_type), document)


def source_text(store: Store, iri: str) -> str:
    """The text of a source, in which the offsets of its evidence count. Raises NotFoundError (source.unknown)."""
    rows = store.select(step("source_text"), {"source": node(iri)}).rows
    if not rows:
        raise NotFoundError("source.unknown", number=iri)
    return rows[0][0] or ""


def source_origin(store: Store, iri: str) -> Origin:
    """Where the text of a source stands on the pages of its original; empty where it has none."""
    rows = store.select(step("source_text"), {"source": node(iri)}).rows
    return unpacked(rows[0][1]) if rows and rows[0][1] else Origin()


def source_notes(store: Store, iri: str) -> tuple[str, ...]:
    """Codes of what a person should know of how a source was read ("note.broken"), sorted."""
    return tuple(code for (code,) in store.select(step("source_notes"), {"source": node(iri)}).rows if code)


def store_summary(store: Store) -> StoreSummary:
    """How much the store holds."""
    values: Values = {"resolved": resolved(store), "relations": iris(ALL)}
    counts = [store.select(step(f"count_{what}"), values).rows[0][0] for what in _COUNTED]
    return StoreSummary(*(int(count or "0") for count in counts))


_COUNTED = (
    *("sources", "documents", "relations", "conflicts", "unresolved", "registered", "suspicions"),
    *("programmes", "actions"),
)
