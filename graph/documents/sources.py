"""What the store knows of its sources: which there are, what they are, their texts and pages."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers import SourceSummary
from graph.rdf.sparql import step
from graph.rdf.terms import node
from graph.storage.store import Store, resolved
from graph.witness.addresses import source_of
from ontology.errors import NotFoundError
from ontology.origin import Origin, unpacked


def loaded_as(store: Store, iri: str) -> list[str]:
    """The sources that are this document; none when others only cite it."""
    rows = store.select(step("speakers"), {"resolved": resolved(store), "work": node(iri)}).rows
    return [source_of(str(reference)) for (reference,) in rows]


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
