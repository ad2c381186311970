"""Where sources and their references live."""

from __future__ import annotations

import hashlib

from ontology.records import SELF, Extraction, Source


def source_iri(source: Source, base: str) -> str:
    """Where the source lives: its bytes decide, and the id of the record where a file holds many."""
    digest = source.sha256
    if source.id is not None:
        digest = hashlib.sha256(f"{digest}\n{source.id}".encode()).hexdigest()
    return whole_iri(digest, base)


def whole_iri(digest: str, base: str) -> str:
    """Where a file lives that is one document, by the SHA-256 of its bytes."""
    return f"{base}source/{digest[:32]}"


def speaker_iri(source: str) -> str:
    """The reference with which a source speaks of itself."""
    return f"{source}/ref/self"


def entry_iri(source: str, line: int) -> str:
    """The reference that a row of a register states."""
    return f"{source}/ref/{line}"


def is_speaker(reference: str) -> bool:
    """True for the reference with which a source speaks of itself."""
    return reference.endswith("/ref/self")


def source_of(node: str) -> str:
    """The source below whose IRI a reference or statement lives."""
    return node.rsplit("/", 2)[0]


def reference_iris(extraction: Extraction, base: str) -> dict[str, str]:
    """Work id of the extraction (or SELF) → IRI of its reference."""
    source = source_iri(extraction.source, base)
    numbered = {work.id: f"{source}/ref/{number}" for number, work in enumerate(extraction.works, 1)}
    speaker = speaker_iri(source)
    return {extraction.self_work.id: speaker, **numbered, SELF: speaker}
