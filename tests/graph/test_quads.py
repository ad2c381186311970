"""What one source says, as quads: complete, deterministic, without blank nodes."""

from __future__ import annotations

import hashlib

import pyoxigraph as ox
import pytest
from msgspec.structs import replace

from graph.ingest import pieces
from graph.storage.store import Change, Store
from graph.witness import quads
from graph.witness.addresses import reference_iris, source_iri
from graph.witness.quads import witness
from graph.witness.references import merged, of_extraction, read, stored
from ontology.records import (
    SELF,
    Action,
    Conflict,
    Extraction,
    Money,
    Programme,
    Quantity,
    Source,
    Span,
)
from ontology.terms import CANCU, DEFAULT_BASE, OA, RDF, SCHEMA


@pytest.fixture
def rich(extractions: dict[str, Extraction]) -> Extraction:
    """The plan, with a programme, an action and a conflict."""
    plan = extractions["plan"]
    first, second = plan.works[:2]
    doubted = replace(plan.citations[1], conflicts=(Conflict("date", "2019-07-22", "2019-09-27"),))
    return replace(
        plan,
        citations=(plan.citations[0], doubted, *plan.citations[2:]),
        programmes=(Programme("P1", "Chương trình", "Chương trình thử", ("CT thử",), first.id, (Span(2, 9),)),),
        actions=(
            Action(
                Span(3, 20),
                "done",
                "Sở Khoa học",
                (second.id,),
                ("P1",),
                "2020",
                (Quantity(0.5, "%", "0,5%"),),
                (Money(1e21, "đồng", "nhiều"),),
            ),
        ),
    )


def values(quads: list[ox.Quad], subject: str, predicate: str) -> list[str]:
    return [q.object.value for q in quads if q.subject.value == subject and q.predicate.value == predicate]


def test_the_same_extraction_gives_the_same_quads(rich: Extraction) -> None:
    base = "https://w3id.org/cancu/"
    assert witness(rich, base) == witness(rich, base)
    assert len(set(witness(rich, base))) == len(witness(rich, base))


def test_every_node_has_an_iri_and_lies_in_the_graph_of_the_source(rich: Extraction) -> None:
    quads = witness(rich, "https://w3id.org/cancu/")
    source = source_iri(rich.source, "https://w3id.org/cancu/")
    assert {q.graph_name.value for q in quads} == {source}
    assert not [q for q in quads if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]
    assert all(q.subject.value.startswith(source) for q in quads)


def test_statements_lead_back_to_the_text(rich: Extraction) -> None:
    base = "https://w3id.org/cancu/"
    quads, source = witness(rich, base), source_iri(rich.source, base)
    references = reference_iris(rich, base)
    for number, statement in enumerate(rich.statements, 1):
        at = f"{source}/st/{number}"
        assert values(quads, at, RDF + "subject") == [references[statement.subject]]
        assert values(quads, at, RDF + "predicate") == [CANCU + statement.predicate]
        assert values(quads, at, RDF + "object") == [references[statement.object]]
        start, end = (int(values(quads, f"{at}/position", OA + edge)[0]) for edge in ("start", "end"))
        assert Span(start, end) == statement.span
        assert values(quads, f"{at}/quote", OA + "exact") == [rich.text[start:end]]
        assert values(quads, at, CANCU + "sentence") == [statement.sentence.of(rich.text)]


def test_citations_lead_back_to_the_text(rich: Extraction) -> None:
    base = "https://w3id.org/cancu/"
    quads, source = witness(rich, base), source_iri(rich.source, base)
    for citation in rich.citations:
        at = f"{source}/cit/{citation.mention.span.start}-{citation.mention.span.end}"
        assert values(quads, at, CANCU + "quote") == [citation.mention.span.of(rich.text)]
        assert citation.work is not None
        assert values(quads, at, CANCU + "refersTo") == [reference_iris(rich, base)[citation.work]]
    conflict = values(
        quads,
        f"{source}/cit/{rich.citations[1].mention.span.start}-{rich.citations[1].mention.span.end}",
        CANCU + "conflict",
    )
    assert values(quads, conflict[0], CANCU + "stated") == ["2019-07-22"]


def test_programmes_and_actions_hang_on_references(rich: Extraction) -> None:
    base = "https://w3id.org/cancu/"
    quads, source = witness(rich, base), source_iri(rich.source, base)
    references = reference_iris(rich, base)
    assert values(quads, f"{source}/programme/1", CANCU + "approvedBy") == [references[rich.works[0].id]]
    assert values(quads, f"{source}/act/3-20", CANCU + "carriesOut") == [references[rich.works[1].id]]
    assert values(quads, f"{source}/act/3-20", CANCU + "programme") == [f"{source}/programme/1"]
    assert values(quads, f"{source}/act/3-20/quantity/1", SCHEMA + "value") == ["0.5"]
    assert values(quads, f"{source}/act/3-20/money/1", CANCU + "value") == ["1000000000000000000000"]


def test_references_read_back_are_the_references_written(store: Store, rich: Extraction) -> None:
    store.apply(Change(added=tuple(witness(rich, store.base))))
    written = of_extraction(rich, store.base)
    assert read(store, list(written)) == written
    assert stored(store, {each.block for each in written.values()}) == merged(written.values())
    assert [iri for iri, each in written.items() if each.own] == [reference_iris(rich, store.base)[SELF]]


def test_alike_references_of_several_witnesses_are_counted(store: Store, rich: Extraction) -> None:
    copy = replace(rich, source=replace(rich.source, id="2"))
    store.apply(Change(added=(*witness(rich, store.base), *witness(copy, store.base))))
    blocks = {each.block for each in of_extraction(rich, store.base).values()}
    assert {each.count for each in stored(store, blocks)} == {2}
    assert {each.count for each in stored(store, blocks, [source_iri(copy.source, store.base)])} == {1}


def test_only_content_and_record_id_make_the_source() -> None:
    base = "https://w3id.org/cancu/"
    here, there = Source("a/b.txt", b"x", "text/plain"), Source("c.txt", b"x", "text/plain")
    assert source_iri(here, base) == source_iri(there, base) == f"{base}source/{here.sha256[:32]}"
    records = {source_iri(Source("a.jsonl", b"x", "text/plain", id), base) for id in ("1", "2", None)}
    assert len(records) == 3


def test_no_folder_is_told(extractions: dict[str, Extraction]) -> None:
    plan = extractions["plan"]
    for path in ("/home/someone/ke-hoach.txt", "C:\\Users\\someone\\ke-hoach.txt"):
        quads = witness(replace(plan, source=replace(plan.source, name=path)), "https://w3id.org/cancu/")
        assert not [q for q in quads if "someone" in str(q)]


@pytest.mark.parametrize("portion", [1, 7, 10**6])
def test_portions_of_lines_leave_no_seam(rich: Extraction, portion: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quads, "PORTION", portion)
    monkeypatch.setattr(pieces, "PORTION", portion)
    said = quads.lines(rich, DEFAULT_BASE)
    assert said.fingerprint == hashlib.sha256("\n".join(sorted(said.all[:-1])).encode()).hexdigest()
    (part,) = pieces.piece(rich, DEFAULT_BASE).parts
    assert part.written.decode() == "".join(f"{line} .\n" for line in said.all)


def test_the_fingerprint_follows_what_is_said(extractions: dict[str, Extraction]) -> None:
    plan = extractions["plan"]
    base = "https://w3id.org/cancu/"
    less = replace(plan, statements=plan.statements[1:])
    assert witness(plan, base)[-1] != witness(less, base)[-1]
    assert reference_iris(plan, base)[SELF] == reference_iris(less, base)[SELF]
