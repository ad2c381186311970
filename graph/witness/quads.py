"""What one source says, as the quads of its witness graph. The only room that speaks both records and quads.

Depends on nothing but the extraction and the base IRI: the same extraction gives the same quads on every machine.
Every node has an IRI below the source's, so two exports can be compared byte by byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from graph.identity.works import LOCAL, Reference
from graph.rdf.terms import TYPE, Node, Term, boolean, cancu, integer, node, text, verbatim
from graph.witness import header_quads, places
from graph.witness.action_quads import Doings
from graph.witness.addresses import entry_iri, reference_iris, source_iri
from graph.witness.references import of_extraction
from graph.witness.selectors import Fact, evidence
from ontology.origin import packed
from ontology.records import (
    SELF,
    Citation,
    Entry,
    Extraction,
    Header,
    Issuer,
    Source,
    Span,
    Statement,
    Suspicion,
    Unresolved,
    Work,
)
from ontology.terms import PROV, RDF, SCHEMA

Pair = tuple[Node, Term]


PORTION = 4096
"""Lines that are put together at one time: a witness may have half a million."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A witness graph as N-Quads without their final dots, in a fixed order; the last one is the fingerprint of all
    before it. references: what the graph says of documents, by IRI."""

    all: list[str]
    fingerprint: str
    references: Mapping[str, Reference]


def lines(extraction: Extraction, base: str) -> Lines:
    """The witness graph, written: each term by the engine's own serialiser, no quad built as an object."""
    return _Witness(extraction, base).lines()


def witness(extraction: Extraction, base: str) -> list[ox.Quad]:
    """The quads of the witness graph, in the order of `lines`."""
    written = "".join(f"{line} .\n" for line in lines(extraction, base).all)
    return list(ox.parse(written, format=ox.RdfFormat.N_QUADS))


class _Witness:
    """One extraction on its way into quads."""

    def __init__(self, extraction: Extraction, base: str) -> None:
        self.extraction = extraction
        self.text = extraction.text
        self.source = source_iri(extraction.source, base)
        self.graph = node(self.source)
        self.profiles = of_extraction(extraction, base)
        self.references = {key: node(iri) for key, iri in reference_iris(extraction, base).items()}

    def lines(self) -> Lines:
        graph = str(self.graph)
        facts = list(dict.fromkeys(_written(self._facts(), graph)))
        digest = fingerprint(facts)
        return Lines([*facts, f"{graph} {cancu('fingerprint')} {text(digest)} {graph}"], digest, self.profiles)

    def _facts(self) -> Iterator[Fact]:
        extraction = self.extraction
        yield from self._source(extraction.source)
        yield from self._reference(self.references[SELF], extraction.self_work)
        yield from _facts(self.references[SELF], _header(extraction.header))
        yield from header_quads.facts(extraction.header, self.source, self.references[SELF])
        for work in extraction.works:
            yield from self._reference(self.references[work.id], work)
        for entry in extraction.entries:
            yield from self._entry(entry)
        for citation in extraction.citations:
            yield from self._citation(citation)
        for number, statement in enumerate(extraction.statements, 1):
            yield from self._statement(number, statement)
        yield from Doings(extraction, self.graph, self.references).facts()
        for unresolved in extraction.unresolved:
            yield from self._unresolved(unresolved)
        for suspicion in extraction.suspicions:
            yield from self._suspicion(suspicion)

    def _source(self, source: Source) -> Iterator[Fact]:
        yield self.graph, TYPE, cancu("Source")
        yield self.graph, TYPE, node(PROV + "Entity")
        if self.extraction.register:
            yield self.graph, TYPE, cancu("Register")
        name = source.name.replace("\\", "/").rsplit("/", 1)[-1] if source.id is None else source.id
        yield self.graph, node(SCHEMA + "name"), text(name)
        yield self.graph, node(SCHEMA + "sha256"), text(source.sha256)
        yield self.graph, node(SCHEMA + "encodingFormat"), text(source.media_type)
        yield self.graph, cancu("text"), verbatim(self.text)
        if self.extraction.origin:
            yield self.graph, cancu("origin"), text(packed(self.extraction.origin))
        for note in self.extraction.notes:
            yield self.graph, cancu("note"), text(note.code)
        yield self.graph, node(SCHEMA + "mainEntity"), self.references[SELF]

    def _reference(self, reference: Node, work: Work) -> Iterator[Fact]:
        stated = {"type": work.type, "number": work.number, "year": work.year, "symbol": work.symbol}
        stated |= {"date": work.date, "title": work.title, "name": work.name}
        found = self.profiles[reference.value]
        keys = {"workPath": work.id, "block": found.block, "titleKey": found.title_key}
        yield reference, node(SCHEMA + "sha256"), text(found.profile)
        if found.place_assumed:
            yield reference, cancu("placeAssumed"), boolean(True)
        yield from self._node(reference, "Reference", _stated(keys | stated | _issued(work.issuer)))

    def _entry(self, entry: Entry) -> Iterator[Fact]:
        reference = node(entry_iri(self.source, entry.line))
        yield from self._reference(reference, entry.work)
        yield from _facts(reference, _stated({"validity": entry.status, "effective": entry.effective}))
        yield reference, cancu("registered"), boolean(True)
        yield reference, cancu("line"), integer(entry.line)
        yield from _facts(reference, _place_in_text(entry.span))

    def _citation(self, citation: Citation) -> Iterator[Fact]:
        mention = citation.mention
        iri = node(f"{self.source}/cit/{mention.span.start}-{mention.span.end}")
        stated = {"form": mention.form, "type": mention.type, "number": mention.number, "year": mention.year}
        stated |= {"symbol": mention.symbol, "date": mention.date, "title": mention.title, "name": mention.name}
        stated |= {"pinpoint": mention.pinpoint, "rule": mention.rule or None, "path": citation.path}
        pairs = [*_stated(stated | _issued(mention.issuer)), *self._span(mention.span)]
        if citation.work is not None:
            pairs.append((cancu("refersTo"), self.references[citation.work]))
        yield from self._node(iri, "Citation", pairs)
        for number, conflict in enumerate(citation.conflicts, 1):
            at = node(f"{iri.value}/conflict/{number}")
            fields = {"field": conflict.field, "stated": conflict.stated, "other": conflict.other}
            yield iri, cancu("conflict"), at
            yield from self._node(at, "Conflict", _stated(fields))

    def _statement(self, number: int, statement: Statement) -> Iterator[Fact]:
        iri = node(f"{self.source}/st/{number}")
        triple = (self.references[statement.subject], cancu(statement.predicate), self.references[statement.object])
        parts = zip(("subject", "predicate", "object"), triple, strict=True)
        pairs: list[Pair] = [(node(RDF + part), term) for part, term in parts]
        pairs += [
            (cancu("rule"), text(statement.rule)),
            (cancu("sentence"), verbatim(statement.sentence.of(self.text))),
        ]
        pairs += [(cancu("sentenceStart"), integer(statement.sentence.start))]
        if statement.lead is not None:
            pairs.append((cancu("lead"), verbatim(statement.lead.of(self.text))))
        pairs += _stated({"provision": statement.provision, "effective": statement.effective})
        pairs += places.stated(self.extraction.origin, statement.span)
        yield from self._node(iri, "Statement", pairs)
        yield from evidence(iri, self.graph, statement.span, self.extraction)

    def _unresolved(self, unresolved: Unresolved) -> Iterator[Fact]:
        iri = node(f"{self.source}/unresolved/{unresolved.span.start}-{unresolved.span.end}")
        pairs = [*_stated({"reason": unresolved.reason}), *self._span(unresolved.span)]
        pairs += [(cancu("candidatePath"), text(path)) for path in unresolved.candidates]
        yield from self._node(iri, "Unresolved", pairs)

    def _suspicion(self, suspicion: Suspicion) -> Iterator[Fact]:
        """Only what the text decides for good; the others rest on dates that other sources may correct."""
        for span in suspicion.spans if suspicion.kind in LOCAL else ():
            iri = node(f"{self.source}/suspicion/{span.start}-{span.end}/{suspicion.kind}")
            stated = {"suspicionKind": suspicion.kind, "severity": suspicion.severity, "stated": suspicion.stated}
            pairs = [*_stated(stated | {"likely": suspicion.likely}), *self._span(span)]
            yield from self._node(iri, "Suspicion", [*pairs, (cancu("about"), self.references[suspicion.work])])

    def _node(self, iri: Node, kind: str, pairs: list[Pair]) -> Iterator[Fact]:
        yield iri, TYPE, cancu(kind)
        yield from _facts(iri, pairs)

    def _span(self, span: Span) -> list[Pair]:
        bounds: list[Pair] = [(cancu("start"), integer(span.start)), (cancu("end"), integer(span.end))]
        return [*bounds, (cancu("quote"), verbatim(span.of(self.text))), *places.stated(self.extraction.origin, span)]


def _written(facts: Iterable[Fact], graph: str) -> Iterator[str]:
    """N-Quads. What has many facts is written once for all that follow each other, and a property once."""
    properties: dict[Node, str] = {}
    last: Node | None = None
    subject = ""
    for one, predicate, value in facts:
        if one is not last:
            last, subject = one, str(one)
        written = properties.get(predicate) or properties.setdefault(predicate, f" {predicate} ")
        yield f"{subject}{written}{value} {graph}"


def fingerprint(written: list[str]) -> str:
    """SHA-256 of the sorted N-Quads: equal when and only when the source says the same."""
    digest = hashlib.sha256()
    ordered = sorted(written)
    for first in range(0, len(ordered), PORTION):
        digest.update(b"\n" if first else b"")
        digest.update("\n".join(ordered[first : first + PORTION]).encode())
    return digest.hexdigest()


def _header(header: Header) -> list[Pair]:
    pairs = _stated({"place": header.place, "signer": header.signer})
    return pairs if header.span is None else [*pairs, *_place_in_text(header.span)]


def _place_in_text(span: Span) -> list[Pair]:
    """Where a reference itself, not a mention of it, stands: the number in a header, the row of a register."""
    return [(cancu("headerStart"), integer(span.start)), (cancu("headerEnd"), integer(span.end))]


def _issued(issuer: Issuer | None) -> dict[str, str | None]:
    return {} if issuer is None else {"issuerName": issuer.name, "issuerKey": issuer.key}


def _stated(fields: Mapping[str, str | None]) -> list[Pair]:
    return [(cancu(name), text(value)) for name, value in fields.items() if value is not None]


def _facts(subject: Node, pairs: list[Pair]) -> Iterator[Fact]:
    return ((subject, predicate, value) for predicate, value in pairs)
