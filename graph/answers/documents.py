"""What the graph answers about documents, the sentences that prove it, and what contradicts it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.answers.headers import HeaderAnswer


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A resolved document, short enough for a list row or a box in a drawing.

    number: as people write it ("2289/QĐ-TTg", "52-NQ/TW", "29/2013/QH13"); None for a document known by name only.
    label: what to call it in one line ("Quyết định số 2289/QĐ-TTg"). level: 0 (Politburo, congress) … 8 (commune),
    see `ontology.levels`. place: the province's name where the issuer is local.
    """

    iri: str
    label: str
    type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    place: str | None = None
    title: str | None = None
    level: int = 4
    loaded: bool = False
    """True when the document itself was loaded, not only cited."""
    registered: bool = False
    """True when only a register knows it: neither loaded nor cited."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that proves a statement, and where it stands.

    start, end: code points of the evidence in the witness's text; sentence_start: where `sentence` begins there.
    rule: of the phrase or of the mention; "row:12" where a row of a register is the evidence. page: of the original,
    from 1, where it has pages; confidence: 0 to 1, where the page was recognised from a picture.
    provision, effective: what a change touches, and the ISO day from which it holds, where the sentence says so.
    lead: the lead-in or heading above a list item, which says what is done ("Bãi bỏ các văn bản sau:").
    """

    witness: DocumentSummary
    source: str
    sentence: str
    sentence_start: int
    start: int
    end: int
    rule: str
    page: int | None = None
    confidence: float | None = None
    provision: str | None = None
    effective: str | None = None
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """subject —predicate→ object with all its evidence, witnesses in a fixed order."""

    subject: DocumentSummary
    predicate: str
    object: DocumentSummary
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class StatedConflict:
    """One document, one field, several stated values; each with the evidence that states it."""

    field: str
    values: tuple[tuple[str, tuple[Evidence, ...]], ...]
    chosen: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a clerk should look at: a contradiction between statements, or a suspicion.

    kind: "conflict", or a kind of `ontology.records.SuspicionKind`. severity: error, warning, note. field: of a
    conflict. stated: the values, those of a conflict or the one that is doubted. likely: the value that is shown, or
    what it probably should be (a date, an ISO interval, a type, a number). against: what it was measured against.
    evidence: what states the values, and what speaks against them.
    """

    document: DocumentSummary
    kind: str
    severity: str
    stated: tuple[str, ...]
    likely: str | None = None
    field: str | None = None
    against: DocumentSummary | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """All that the document page shows. bases: edges from this document upward (căn cứ, thực hiện …); implementers:
    edges that come to it (triển khai); cites, cited_by: weak citations; sources: who speaks of it, its own source
    first; candidates: documents that this one may be; left_out: edges beyond the limit of the lists; totals: edges of
    bases, implementers, cites and cited_by with those beyond it; suspicions: what can hardly be right about it, or
    about what it speaks of; header: who signed it and whom it was sent to, None where it is only cited."""

    document: DocumentSummary
    bases: tuple[Edge, ...]
    implementers: tuple[Edge, ...]
    cites: tuple[Edge, ...]
    cited_by: tuple[Edge, ...]
    conflicts: tuple[StatedConflict, ...]
    sources: tuple[str, ...]
    candidates: tuple[DocumentSummary, ...] = ()
    left_out: int = 0
    totals: tuple[int, int, int, int] = (0, 0, 0, 0)
    suspicions: tuple[Finding, ...] = ()
    header: HeaderAnswer | None = None


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A file that was loaded. document: IRI of the document that it is, None only while it is being written."""

    iri: str
    name: str
    sha256: str
    media_type: str
    document: str | None


@dataclass(frozen=True, slots=True)
class StoreSummary:
    """What a store holds, for the start page and the summary after loading. registered: documents that only a register
    knows, counted apart from `documents`."""

    sources: int
    documents: int
    relations: int
    conflicts: int
    unresolved: int
    registered: int = 0
    suspicions: int = 0
    programmes: int = 0
    actions: int = 0
