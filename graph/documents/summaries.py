"""Documents in short: what a list row or a box in a drawing shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.answers import DocumentSummary
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.storage.store import Store, resolved
from ontology.errors import NotFoundError


def summary(store: Store, iri: str) -> DocumentSummary:
    """The document at this IRI. Raises NotFoundError (document.address)."""
    found = summaries(store, [iri])
    if iri not in found:
        raise NotFoundError("document.address", address=iri)
    return found[iri]


def summaries(store: Store, iris_: Iterable[str]) -> dict[str, DocumentSummary]:
    """Those of the documents that the store knows, by IRI."""
    found: dict[str, DocumentSummary] = {}
    for chunk in chunks(sorted(set(iris_))):
        values: Values = {"resolved": resolved(store), "works": nodes(chunk)}
        for row in store.select(step("summaries"), values).rows:
            found[str(row[0])] = _summary(row)
    return found


def _summary(row: Sequence[str | None]) -> DocumentSummary:
    iri, label, kind, number, date, issuer, place, title, level, loaded, registered = row
    return DocumentSummary(
        str(iri),
        str(label),
        kind,
        number,
        date,
        issuer,
        place,
        title,
        int(str(level)),
        loaded == "true",
        registered == "true",
    )


def rank(document: DocumentSummary) -> tuple[int, str, str]:
    """The order in which people read documents: higher authority first, then older, then by address."""
    return *authority(document.level, document.date), document.iri


def authority(level: int | str | None, date: str | None) -> tuple[int, str]:
    """The same of documents of which no more is read: those without a date come last."""
    return int(level or 0), date or "9999"
