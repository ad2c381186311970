"""Contradictions and suspicions with the sentences behind them, for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.answers import DocumentSummary, Edge, Evidence, Finding
from graph.documents import evidence
from graph.documents.summaries import summaries
from graph.identity.works import LOCAL
from graph.rdf.sparql import Value, Values, step
from graph.rdf.terms import node, text
from graph.storage.store import Store, resolved
from ontology.tables import suspicion_kinds

CONFLICT = "conflict"
"""The kind of a finding that is a contradiction between statements."""

TWICE = "numberTwice"
"""The kind that doubts a number; most others doubt a date."""

KINDS: tuple[str, ...] = (CONFLICT, *(row.kind for row in suspicion_kinds()))
"""All kinds, as people read them."""

MOST_SENTENCES = 3
"""Sentences that are shown for one value."""


def counts(store: Store) -> dict[str, int]:
    """How many findings of each kind; kinds without any are left out."""
    rows = store.select(step("findings_count"), {"resolved": resolved(store)}).rows
    found = {str(kind): int(str(count)) for kind, count in rows}
    return {kind: found[kind] for kind in KINDS if kind in found}


def findings(store: Store, kind: str | None = None, limit: int = 20, offset: int = 0) -> tuple[Finding, ...]:
    """The graver ones first. kind: one of `KINDS`, or None for all."""
    wanted: dict[str, Value] = {"resolved": resolved(store), "kind": text(kind) if kind else "UNDEF"}
    short = store.select(step("findings_in_short"), wanted).rows
    order = sorted(
        (_GRAVER.index(str(severity)), str(kind_), str(document), str(node_))
        for document, node_, kind_, severity in short
    )
    shown = order[offset : offset + limit]
    return _read(store, [(node(document), node(iri)) for _, _, document, iri in shown]) if shown else ()


def suspicions_of(store: Store, iri: str) -> tuple[Finding, ...]:
    """The suspicions about a document, and those about what it speaks of; its contradictions apart."""
    rows = store.select(step("findings_of"), {"resolved": resolved(store), "work": node(iri)}).rows
    shared = sorted({str(work) for (work,) in rows} - {iri})
    found = _read(store, [(node(each), "UNDEF") for each in (iri, *shared)])
    mine = (each for each in found if each.document.iri == iri or (each.against and each.against.iri == iri))
    return tuple(each for each in mine if each.kind != CONFLICT)


_GRAVER = ("error", "warning", "note")
"""Severities in the order in which people read them."""

Row = Mapping[str, str | None]


def _read(store: Store, about: Value) -> tuple[Finding, ...]:
    """about: documents with the nodes of their findings, or without for all of them."""
    table = store.select(step("findings"), {"resolved": resolved(store), "about": about})
    rows: list[Row] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    ends = {str(row[name]) for row in rows for name in ("document", "against") if row[name] is not None}
    known = summaries(store, ends)
    spoken = evidence.edges(store, [_edge(row) for row in rows if row["citing"] is not None])
    return tuple(_finding(store, row, known, spoken) for row in rows)


Spoken = Mapping[evidence.Triple, Edge]
"""The statements by which documents speak of younger ones, read together: a much cited one has hundreds."""


def _finding(store: Store, row: Row, known: Mapping[str, DocumentSummary], spoken: Spoken) -> Finding:
    document, kind, severity = known[str(row["document"])], str(row["kind"]), str(row["severity"])
    if kind == CONFLICT:
        return _conflict(store, document, str(row["field"]), severity)
    against, pieces = known.get(str(row["against"])), _evidence(store, row, kind, spoken)
    return Finding(document, kind, severity, (str(row["stated"]),), row["likely"], None, against, pieces)


def _conflict(store: Store, document: DocumentSummary, field: str, severity: str) -> Finding:
    values: Values = {"resolved": resolved(store), "work": node(document.iri)}
    rows = [row for row in store.select(step("conflicts_of"), values).rows if row[0] == field]
    stated = tuple(sorted({str(value) for _, value, _ in rows}))
    chosen = next((shown for _, _, shown in rows), None)
    said = evidence.stated_values(store, document.iri, field, stated)
    pieces = tuple(piece for _, found in said for piece in found[:MOST_SENTENCES])
    return Finding(document, CONFLICT, severity, stated, chosen, field, None, pieces)


def _evidence(store: Store, row: Row, kind: str, spoken: Spoken) -> tuple[Evidence, ...]:
    document, stated = str(row["document"]), str(row["stated"])
    if kind in LOCAL:
        return evidence.seen(store, document, kind, stated)[:MOST_SENTENCES]
    if row["citing"] is not None:
        return spoken[_edge(row)].evidence[:MOST_SENTENCES]
    pieces = _stating(store, document, None if kind == TWICE else [stated, *_likely(row)])
    return pieces + (_stating(store, str(row["against"]), None)[:1] if row["against"] is not None else ())


def _likely(row: Row) -> list[str]:
    return [] if row["likely"] is None or "/" in row["likely"] else [row["likely"]]


def _stating(store: Store, work: str, dates: Sequence[str] | None) -> tuple[Evidence, ...]:
    """What states these dates for a document; the one that is shown where none are given."""
    if dates is None:
        shown = summaries(store, [work])[work].date
        dates = [] if shown is None else [shown]
    said = evidence.stated_values(store, work, "date", dates)
    return tuple(piece for _, found in said for piece in found[:MOST_SENTENCES])


def _edge(row: Row) -> evidence.Triple:
    """The statement by which one document speaks of a younger one."""
    document, citing, against = (str(row[name]) for name in ("document", "citing", "against"))
    return citing, str(row["relation"]), against if document == citing else document
