"""Programmes in short: what a list row shows; finding them; the page of one."""

from __future__ import annotations

from collections.abc import Iterable

from graph.answers import ProgrammeSummary
from graph.documents.summaries import summaries
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.rdf.terms import text
from graph.storage.store import Store, resolved
from ontology.words import fold


def programme_summaries(store: Store, iris: Iterable[str]) -> dict[str, ProgrammeSummary]:
    """Those of the programmes that the store knows, by IRI."""
    rows: list[tuple[str | None, ...]] = []
    for chunk in chunks(sorted(set(iris))):
        values: Values = {"resolved": resolved(store), "programmes": nodes(chunk)}
        rows += store.select(step("programme_summaries"), values).rows
    approving = summaries(store, {row[5] for row in rows if row[5] is not None})
    found = {}
    for iri, label, kind, name, period, approved, witnesses in rows:
        by = approving.get(approved or "")
        count = int(str(witnesses))
        found[str(iri)] = ProgrammeSummary(str(iri), str(label), str(kind), str(name), period, by, count)
    return found


def search_programmes(store: Store, words: str, limit: int = 20, offset: int = 0) -> tuple[list[ProgrammeSummary], int]:
    """Programmes whose names hold all words, without diacritics, and how many there are; those that most sources name
    come first. No words: all."""
    values: Values = {"resolved": resolved(store), "words": [text(f" {word}") for word in fold(words).split()]}
    total = int(store.select(step("programme_search_count"), values).rows[0][0] or "0")
    if not total:
        return [], 0
    sparql = f"{step('programme_search')}\nLIMIT {int(limit)} OFFSET {int(offset)}"
    iris = [str(iri) for (iri,) in store.select(sparql, values).rows]
    known = programme_summaries(store, iris)
    return [known[iri] for iri in iris], total
