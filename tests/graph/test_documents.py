"""The page of a document: edges with their sentences, contradictions with theirs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graph.answers import Edge, StoreSummary
from graph.documents.documents import page
from graph.documents.overview import most_implemented, store_summary
from graph.documents.sources import source, source_text, sources
from graph.documents.summaries import summary
from graph.ingest import ingest
from graph.storage.store import Store
from graph.witness.quotes import LONGEST, line_around
from ontology.errors import NotFoundError
from ontology.records import Issuer, Recipient, Signer, Span
from tests.graph.stories import PLAN, PROGRAMME, REPORT, RESOLUTION, SON_LA, STRATEGY, Draft, plan, report, work


def told(edges: tuple[Edge, ...]) -> list[tuple[str | None, str, str | None, list[str | None]]]:
    return [
        (edge.subject.number, edge.predicate, edge.object.number, [each.witness.number for each in edge.evidence])
        for edge in edges
    ]


def test_a_summary_is_what_people_read(loaded: Store) -> None:
    found = summary(loaded, loaded.base + PLAN.id)
    assert (found.label, found.number, found.date) == ("Kế hoạch số 5807/KH-UBND", "5807/KH-UBND", "2020-12-17")
    assert (found.place, found.level, found.loaded) == ("Quảng Trị", 5, True)
    assert summary(loaded, loaded.base + RESOLUTION.id).level == 0


def test_the_page_goes_both_ways(loaded: Store) -> None:
    found = page(loaded, loaded.base + PROGRAMME.id)
    assert told(found.bases) == [("50/NQ-CP", "implements", "52-NQ/TW", ["12/BC-UBND"])]
    assert told(found.implementers) == [("5807/KH-UBND", "implements", "50/NQ-CP", ["5807/KH-UBND"])]


def test_evidence_leads_to_the_very_words(loaded: Store) -> None:
    found = page(loaded, loaded.base + PLAN.id)
    assert len(found.bases) == 3
    for edge in found.bases:
        proof = edge.evidence[0]
        text = source_text(loaded, proof.source)
        assert text[proof.sentence_start :].startswith(proof.sentence)
        assert text[proof.start : proof.end] in proof.sentence


def test_the_own_source_comes_first(loaded: Store) -> None:
    ingest.put(loaded, [Draft("a.txt", REPORT).mentions(PLAN).done()])
    found = page(loaded, loaded.base + PLAN.id)
    assert len(found.sources) == 2
    assert source(loaded, found.sources[0]).document == loaded.base + PLAN.id


def test_weak_citations_stand_apart(loaded: Store) -> None:
    ingest.put(
        loaded, [Draft("a.txt", work("Công văn", "9", "SKHCN-VP", SON_LA, "2023-01-01")).says("cites", PLAN).done()]
    )
    found = page(loaded, loaded.base + PLAN.id)
    assert told(found.cited_by) == [("9/SKHCN-VP", "cites", "5807/KH-UBND", ["9/SKHCN-VP"])]
    assert found.implementers == ()


def test_a_conflict_shows_who_says_what(loaded: Store) -> None:
    speaker = work("Công văn", "9", "SKHCN-VP", SON_LA, "2023-01-01")
    ingest.put(loaded, [Draft("a.txt", speaker).says("cites", STRATEGY, date="2021-12-31").done()])
    (conflict,) = page(loaded, loaded.base + STRATEGY.id).conflicts
    assert (conflict.field, conflict.chosen) == ("date", "2020-12-31")
    assert [(value, [each.witness.number for each in proof]) for value, proof in conflict.values] == [
        ("2020-12-31", ["12/BC-UBND"]),
        ("2021-12-31", ["9/SKHCN-VP"]),
    ]
    assert all("2289" in each.sentence for _, proof in conflict.values for each in proof)


def test_doubt_is_on_the_page(store: Store) -> None:
    speaker = work("Công văn", "9", "SKHCN-VP", SON_LA, "2023-01-01")
    dated = [work("Quyết định", "7", "QĐ-TTg", STRATEGY.issuer, day) for day in ("2019-01-02", "2020-03-04")]
    undated = work("Quyết định", "7", "QĐ-TTg", STRATEGY.issuer)
    draft = Draft("a.txt", speaker).mentions(undated)
    for each in dated:
        draft.mentions(each, 2)
    ingest.put(store, [draft.done()])
    assert [each.date for each in page(store, store.base + undated.id).candidates] == ["2019-01-02", "2020-03-04"]


def test_long_lists_are_cut_and_counted(loaded: Store) -> None:
    found = page(loaded, loaded.base + PLAN.id, limit=1)
    assert (len(found.bases), found.left_out) == (1, 2)
    assert sum(found.totals) == found.left_out + sum(
        map(len, (found.bases, found.implementers, found.cites, found.cited_by))
    )


def test_what_is_not_there(loaded: Store) -> None:
    for call in (summary, page, source, source_text):
        with pytest.raises(NotFoundError):
            call(loaded, "https://w3id.org/cancu/doc/ttg/quyet-dinh/1999/1")


def test_sources_are_listed_by_name(loaded: Store) -> None:
    assert [each.name for each in sources(loaded)] == ["bao-cao.txt", "ke-hoach.txt"]
    assert sources(loaded)[0].sha256 == report().source.sha256
    assert source_text(loaded, sources(loaded)[1].iri) == plan().text


def test_the_store_counts_itself(loaded: Store, store: Store) -> None:
    assert store_summary(loaded) == StoreSummary(sources=2, documents=6, relations=5, conflicts=0, unresolved=1)


def test_what_most_others_act_on_comes_first(loaded: Store, store: Store) -> None:
    letter = work("Công văn", "9", "SKHCN-VP", SON_LA, "2023-01-01")
    ingest.put(loaded, [Draft("a.txt", letter).says("implements", STRATEGY).says("cites", PROGRAMME).done()])
    first, *others = most_implemented(loaded, 3)
    assert first.iri == loaded.base + STRATEGY.id
    assert len(others) == 2
    assert most_implemented(store, 0) == []


def test_an_empty_store_counts_nothing(store: Store) -> None:
    assert store_summary(store) == StoreSummary(0, 0, 0, 0, 0)
    assert sources(store) == ()


@pytest.mark.parametrize(
    ("text", "start", "end", "line"),
    [
        ("a\nb  c\nd", 4, 5, (2, "b  c")),
        ("  x ", 2, 3, (2, "x")),
        ("", 0, 0, (0, "")),
        ("w" * (2 * LONGEST), LONGEST + 10, LONGEST + 11, (10, "w" * (2 * LONGEST - 10))),
    ],
)
def test_the_line_around_a_place(text: str, start: int, end: int, line: tuple[int, str]) -> None:
    assert line_around(text, start, end) == line


def test_a_very_long_line_is_cut_at_blanks() -> None:
    text = "từ " * 2000
    begin, line = line_around(text, 3000, 3002)
    assert text[begin:].startswith(line)
    assert line.startswith("từ") and line.endswith("từ")
    assert begin <= 3000 and begin + len(line) >= 3002
    assert len(line) <= 2 * LONGEST + 2


def test_the_header_is_that_of_the_own_source(loaded: Store) -> None:
    draft = Draft("gửi.txt", REPORT)
    start = len(draft.text)
    draft.text += "Kính gửi: Sở Công Thương\nNhư Điều 3\nGiám đốc Sở Y tế\nLê Văn An\n"

    def at(printed: str) -> Span:
        first = draft.text.index(printed, start)
        return Span(first, first + len(printed))

    known = Issuer("Sở Công Thương tỉnh Sơn La", "sct.14-son-la")
    header = replace(
        draft.done().header,
        parent=Issuer("Tỉnh ủy Sơn La", "tu.14-son-la"),
        signers=(Signer("Lê Văn An", at("Lê Văn An"), "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
        recipients=(
            Recipient(at("Sở Công Thương"), "Sở Công Thương", "addressee", "để biết", known),
            Recipient(at("Như Điều 3"), "Như Điều 3", "copy", refers="article"),
            Recipient(at("Giám đốc Sở Y tế"), "Giám đốc Sở Y tế", "copy", through=at("Như Điều 3")),
        ),
    )
    ingest.put(loaded, [replace(draft.done(), header=header)])
    found = page(loaded, loaded.base + REPORT.id).header
    assert found is not None
    assert (found.parent, [each.capacity for each in found.signers]) == ("Tỉnh ủy Sơn La", ["KT. CHỦ TỊCH"])
    assert [(each.name, each.role, each.body, each.through) for each in found.recipients] == [
        ("Sở Công Thương", "addressee", "Sở Công Thương tỉnh Sơn La", None),
        ("Như Điều 3", "copy", None, None),
        ("Giám đốc Sở Y tế", "copy", None, "Như Điều 3"),
    ]
    text = source_text(loaded, found.source)
    assert all(text[each.start : each.end] == each.name for each in (*found.recipients, *found.signers))
    assert page(loaded, loaded.base + RESOLUTION.id).header is None
