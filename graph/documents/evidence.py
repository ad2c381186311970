"""The sentences that prove: for edges between documents, and for each of several values stated for one field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.answers import DocumentSummary, Edge, Evidence
from graph.documents.summaries import summaries
from graph.rdf.sparql import Values, chunks, step
from graph.rdf.terms import cancu, node, text
from graph.storage.store import Store, resolved
from graph.witness.addresses import speaker_iri
from graph.witness.quotes import Texts
from graph.witness.references import identified
from ontology.terms import CANCU

Triple = tuple[str, str, str]

_FIELD = {"issuer": "issuerName"}
"""Fields of a conflict whose property has another name."""


def edges(store: Store, triples: Iterable[Triple]) -> dict[Triple, Edge]:
    """The edges with all their evidence, witnesses in a fixed order; `triples` are (from, property IRI, to)."""
    triples = sorted(set(triples))
    found = _statements(store, triples)
    documents = _documents(store, triples, found)
    return {
        (start, relation, end): Edge(
            documents[start],
            relation.removeprefix(CANCU),
            documents[end],
            _evidence(store, found[start, relation, end], documents),
        )
        for start, relation, end in triples
    }


def bare(triples: Iterable[Triple], documents: Mapping[str, DocumentSummary]) -> dict[Triple, Edge]:
    """The same edges without any evidence, which is what takes time to read. documents: both ends of each."""
    return {
        (start, relation, end): Edge(documents[start], relation.removeprefix(CANCU), documents[end], ())
        for start, relation, end in triples
    }


Row = tuple[str, str, int, int, int, str, int | None, float | None, str | None, str | None, str | None]
"""source, sentence, sentence start, start, end, rule, page, confidence, provision, day of effect, lead-in"""


def _statements(store: Store, triples: Sequence[Triple]) -> dict[Triple, list[Row]]:
    found: dict[Triple, list[Row]] = defaultdict(list)
    for chunk in chunks(triples):
        rows = [(node(start), node(relation), node(end)) for start, relation, end in chunk]
        for row in store.select(step("evidence"), {"resolved": resolved(store), "edges": rows}).rows:
            start, relation, end, source, sentence, sentence_start, first, last, rule = map(str, row[:9])
            page, confidence, provision, effective, lead = row[9:]
            bounds = int(sentence_start), int(first), int(last)
            at = printed(page, confidence)
            found[start, relation, end].append((source, sentence, *bounds, rule, *at, provision, effective, lead))
    return found


def printed(page: str | None, confidence: str | None) -> tuple[int | None, float | None]:
    """Page of the original and confidence, as plain values."""
    return None if page is None else int(page), None if confidence is None else float(confidence)


def _documents(store: Store, triples: Iterable[Triple], found: dict[Triple, list[Row]]) -> dict[str, DocumentSummary]:
    ends = {iri for start, _, end in triples for iri in (start, end)}
    sources = {row[0] for rows in found.values() for row in rows}
    speakers = identified(store, {speaker_iri(source) for source in sources})
    known = summaries(store, ends | set(speakers.values()))
    return known | {reference: known[work] for reference, work in speakers.items()}


def _evidence(store: Store, rows: Iterable[Row], documents: dict[str, DocumentSummary]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(documents[speaker_iri(row[0])], *row) for row in sorted(rows, key=lambda row: (row[0], row[3], row[4]))
    )


def stated_values(
    store: Store, work: str, field: str, values: Sequence[str]
) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    """For each value of a contested field the mentions and headers that state it; values sorted."""
    wanted = {"resolved": resolved(store), "work": node(work), "field": cancu(_FIELD.get(field, field))}
    return _values(store, store.select(step("stated"), wanted).rows, values)


def seen(store: Store, work: str, kind: str, stated: str) -> tuple[Evidence, ...]:
    """The places at which witnesses saw a suspicion of this kind about a document."""
    wanted: Values = {"resolved": resolved(store), "work": node(work), "kind": text(kind), "stated": text(stated)}
    return _values(store, store.select(step("seen_at"), wanted).rows, [stated])[0][1]


def _values(
    store: Store, rows: Iterable[Sequence[str | None]], values: Sequence[str]
) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    """Rows of value, source, start, end, rule, page, confidence."""
    texts = Texts(store)
    found: dict[str, list[Row]] = defaultdict(list)
    for value, source, first, last, rule, page, confidence in rows:
        start, end = int(first or 0), int(last or 0)
        sentence_start, sentence = texts.around(str(source), start, end)
        at = printed(page, confidence)
        found[str(value)].append((str(source), sentence, sentence_start, start, end, rule or "", *at, None, None, None))
    sources = {row[0] for rows in found.values() for row in rows}
    speakers = identified(store, {speaker_iri(source) for source in sources})
    known = summaries(store, speakers.values())
    documents = {reference: known[document] for reference, document in speakers.items()}
    return tuple((value, _evidence(store, found[value], documents)) for value in sorted(values))
