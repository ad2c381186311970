"""The rows of the lists on a document's page: one relation, one other document, and the sentences that prove it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers import DocumentSummary, Edge, Evidence
from viz.dates import shown
from viz.links import Site
from viz.quote import Quote, quote
from viz.vocabulary import relation

SHOWN = 25
"""Rows of a list that are open at once; the rest waits behind a fold."""

SENTENCE_LIMIT = 420
ROW = "row:"
"""How the rule of evidence begins that is a row of a register."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence: the marked sentence, who says so, and where that stands; row: of a register, from 1;
    page: of the original, from 1; confidence: of its recognition; provision, effective: what a change touches, and the
    day from which it holds, as people write it."""

    quote: Quote
    witness: DocumentSummary
    witness_href: str | None
    source_href: str
    start: int
    end: int
    row: str | None = None
    page: int | None = None
    confidence: float | None = None
    provision: str | None = None
    effective: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """relation: what the page's document does ("Căn cứ") or what happens to it ("Được triển khai bởi")."""

    relation: str
    group: str
    other: DocumentSummary
    href: str | None
    box: str | None
    proofs: tuple[Proof, ...]


def rows(edges: Iterable[Edge], site: Site, boxes: dict[str, str], *, outward: bool) -> list[Row]:
    """The rows for edges from this document (outward) or to it. boxes: IRI → id of its box in the drawing."""
    result = []
    for edge in edges:
        known = relation(edge.predicate)
        other = edge.object if outward else edge.subject
        result.append(
            Row(
                relation=known.label(site.lang) if outward else known.inverse(site.lang),
                group=known.group,
                other=other,
                href=site.document(other.iri),
                box=boxes.get(other.iri),
                proofs=proofs(edge.evidence, site),
            )
        )
    return result


def proofs(evidence: Iterable[Evidence], site: Site) -> tuple[Proof, ...]:
    """Evidence made ready to show."""
    return tuple(
        Proof(
            quote=quote(piece, SENTENCE_LIMIT),
            witness=piece.witness,
            witness_href=site.document(piece.witness.iri),
            source_href=site.source(piece.source, piece.start, piece.end),
            start=piece.start,
            end=piece.end,
            page=piece.page,
            confidence=piece.confidence,
            row=piece.rule.removeprefix(ROW) if piece.rule.startswith(ROW) else None,
            provision=piece.provision,
            effective=shown(piece.effective, site.lang) if piece.effective else None,
        )
        for piece in evidence
    )
