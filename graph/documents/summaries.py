"""Documents in short: what a list row or a box in a drawing shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

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
    nameless = [each for each in found.values() if each.loaded and each.number is None and each.title is None]
    return found | _called_by_file(store, nameless)


def _called_by_file(store: Store, nameless: Sequence[DocumentSummary]) -> dict[str, DocumentSummary]:
    """Documents that say neither number nor title are told apart by their files: "Báo cáo (chưa có số): bc-1.docx"."""
    if not nameless:
        return {}
    values: Values = {"resolved": resolved(store), "works": nodes([each.iri for each in nameless])}
    files = {str(work): str(name) for work, name in reversed(store.select(step("files_of"), values).rows)}
    return {
        each.iri: replace(each, label=f"{each.label}: {_cut(files[each.iri])}")
        for each in nameless
        if each.iri in files
    }


_FILE_LIMIT = 60
"""Code points of the name of a file that a label holds; names of files have few blanks to cut at."""


def _cut(name: str) -> str:
    return name if len(name) <= _FILE_LIMIT else name[: _FILE_LIMIT - 1] + "…"


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
