"""Where on its pages a source says something, for the contract; and what of it could not be read, for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ontology.errors import SourceError
from ontology.records import Extraction, Span

TOLD = frozenset({"note.unread", "note.broken", "note.lost", "note.cut", "note.torn", "note.attached"})
"""Notes that are said when a file is read: something of it is missing or lost. The others stand in the answer."""


def of_source(extraction: Extraction) -> dict[str, Any]:
    """How many pages the original has, and how it was read; nothing for a plain text."""
    pages = {"pages": len(extraction.origin.pages)} if extraction.origin else {}
    notes = [{"code": note.code, **dict(note.details)} for note in extraction.notes]
    return pages | ({"notes": notes} if notes else {})


def of_span(extraction: Extraction, span: Span) -> dict[str, Any]:
    """Page (from 1) and places of a span on its pages (`page=3&highlight=…`, RFC 8118); how sure the recognition is."""
    if not extraction.origin:
        return {}
    confidence = extraction.origin.confidence(span)
    fragments = [place.fragment for place in extraction.origin.places(span)]
    found: dict[str, Any] = {"page": extraction.origin.page_number(span), "fragments": fragments}
    return found if confidence is None else found | {"confidence": confidence}


def missing(extraction: Extraction) -> Iterator[SourceError]:
    """What of a source was not read though the rest was."""
    for note in extraction.notes:
        if note.code in TOLD:
            yield SourceError(note.code, name=extraction.source.name, **dict(note.details))
