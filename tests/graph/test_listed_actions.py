"""Actions of a document: found, filtered, counted, read back as they were stated; where chains end in them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graph.actions import actions, programme_page
from graph.actions.programme_summaries import search_programmes
from graph.answers import Action
from graph.chains.chain import chain
from graph.documents import overview
from graph.ingest import forgetting, ingest
from graph.storage.store import Store
from ontology.errors import NotFoundError
from tests.graph.doings import PRODUCTIVITY, PROGRAMME_NAME, SON_LA_PLAN, SON_LA_REPORT, doings, province_report
from tests.graph.stories import STRATEGY

PROGRAMME = "programme/ttg/quyet-dinh/2020/1322/chuong-trinh"


@pytest.fixture
def doing(store: Store) -> Store:
    ingest.put(store, doings())
    return store


def test_an_action_is_read_back_as_it_was_stated(doing: Store) -> None:
    stated = province_report()
    said = stated.actions[0]
    found = next(
        each
        for each in actions.listed(doing, "by", doing.base + SON_LA_REPORT.id).actions
        if each.evidence.start == said.span.start
    )
    assert found.evidence.sentence == said.span.of(stated.text)
    assert (found.status, found.actor, found.time) == (said.status, said.actor, said.time)
    assert (found.place, found.province, found.path) == (said.place, "Sơn La", said.path)
    assert set(found.partners) == set(said.partners)
    assert [each.iri.removeprefix(doing.base) for each in found.carries_out] == [STRATEGY.id, SON_LA_PLAN.id]
    assert [(each.kind, each.value, each.unit, each.dong) for each in found.measures] == [
        ("quantity", "28", "lớp", None),
        ("quantity", "3150", "lượt người", None),
        ("money", "450.5", "triệu đồng", "450500000"),
    ]
    assert [each.text for each in found.measures] == ["28 lớp", "3.150 lượt người", "450,5 triệu đồng"]


def test_actions_that_carry_a_document_out(doing: Store) -> None:
    told = actions.listed(doing, "for", doing.base + STRATEGY.id)
    assert told.statuses == (("done", 2), ("ongoing", 1), ("planned", 1), ("notDone", 1))
    assert told.places == (("Sơn La", 4), ("Quảng Trị", 1))
    assert [each.status for each in told.actions] == ["done", "done", "ongoing", "planned", "notDone"]
    assert (told.total, told.more, told.capped) == (5, 0, False)


def test_actions_of_a_programme_count_for_what_approves_it(doing: Store) -> None:
    told = actions.listed(doing, "for", doing.base + PRODUCTIVITY.id)
    assert [each.witness.number for each in told.actions] == ["301/BC-UBND", "88/KH-UBND"]
    assert all(each.programmes[0].label == PROGRAMME_NAME for each in told.actions)


def test_filters(doing: Store) -> None:
    iri = doing.base + STRATEGY.id
    assert actions.listed(doing, "for", iri, actions.Filter(place="quang tri")).total == 1
    assert actions.listed(doing, "for", iri, actions.Filter(status="planned")).total == 1
    own = doing.base + SON_LA_PLAN.id
    inside = actions.listed(doing, "by", own, actions.Filter(programme=doing.base + PROGRAMME))
    assert (inside.total, inside.statuses) == (1, (("planned", 2),))
    first = actions.listed(doing, "for", iri, limit=2)
    rest = actions.listed(doing, "for", iri, limit=10, offset=2)
    assert (len(first.actions), first.more) == (2, 3)
    assert len({each.iri for each in (*first.actions, *rest.actions)}) == 5


def test_a_scope_that_is_too_large_says_so(doing: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST", 2)
    told = actions.listed(doing, "for", doing.base + STRATEGY.id)
    assert (told.total, told.capped) == (2, True)


def test_cells_of_tables_lead_back_to_their_line(doing: Store) -> None:
    first, second = actions.cells(doing, doing.base + SON_LA_REPORT.id)
    assert (first.row, first.column, first.value, first.unit) == ("Hồ sơ xử lý trên mạng", "Thực hiện", "88.2", "%")
    proof = second.evidence
    offset = proof.start - proof.sentence_start
    assert proof.sentence[offset : offset + proof.end - proof.start] == "1,5 tỷ đồng"
    assert actions.cells(doing, doing.base + STRATEGY.id) == ()


def test_the_store_counts_them(doing: Store) -> None:
    summary = overview.store_summary(doing)
    assert (summary.programmes, summary.actions) == (1, 7)


def test_chains_end_in_actions(doing: Store) -> None:
    found = chain(doing, doing.base + STRATEGY.id, actions_shown=1)
    told = {iri.removeprefix(doing.base): each for iri, each in found.actions.items()}
    assert set(told) == {STRATEGY.id, SON_LA_PLAN.id, SON_LA_REPORT.id}
    assert told[SON_LA_REPORT.id].statuses == (("done", 2), ("ongoing", 1), ("notDone", 1))
    assert (len(told[SON_LA_REPORT.id].actions), told[SON_LA_REPORT.id].more) == (1, 3)
    assert [each.witness.number for each in told[STRATEGY.id].actions] == ["9/BC-UBND"]
    assert chain(doing, doing.base + STRATEGY.id, with_actions=False).actions == {}
    upward = chain(doing, doing.base + SON_LA_REPORT.id, up=3, down=0)
    assert set(upward.actions) == {doing.base + SON_LA_REPORT.id}


def test_the_page_of_a_programme(doing: Store) -> None:
    page = programme_page.page(doing, doing.base + PROGRAMME)
    assert (page.programme.label, page.programme.period) == (PROGRAMME_NAME, "2021-2030")
    assert page.programme.approved_by is not None and page.programme.approved_by.number == "1322/QĐ-TTg"
    assert page.aliases == ("Chương trình 1322",)
    assert [each.witness.number for each in page.mentions] == ["88/KH-UBND", "301/BC-UBND"]
    assert all(
        "rình" in each.sentence[each.start - each.sentence_start : each.end - each.sentence_start]
        for each in page.mentions
    )
    assert page.actions.statuses == (("done", 1), ("planned", 1))
    with pytest.raises(NotFoundError):
        programme_page.page(doing, f"{doing.base}programme/x")


@pytest.mark.parametrize(("words", "count"), [("", 1), ("nang suat", 1), ("Chương trình 1322", 1), ("nong thon", 0)])
def test_programmes_are_found_by_any_of_their_names(doing: Store, words: str, count: int) -> None:
    found, total = search_programmes(doing, words)
    assert (len(found), total) == (count, count)


def test_what_is_forgotten_is_gone(doing: Store) -> None:
    forgetting.forget(doing, [graph for graph in doing.graphs() if "/source/" in graph])
    assert [quad for graph in doing.graphs() for quad in doing.quads(graph)] == []


def test_citations_know_their_path(store: Store) -> None:
    report = province_report()
    ingest.put(store, [replace(report, citations=(replace(report.citations[0], path="I › 2.1 › -"),))])
    rows = store.select("SELECT ?p WHERE { ?c a cancu:Citation ; cancu:path ?p }").rows
    assert rows == (("I › 2.1 › -",),)


def shown(action: Action) -> str:
    return actions.plain(action.evidence.sentence)


def test_bullets_and_broken_lines_are_for_the_printed_page(doing: Store) -> None:
    told = actions.listed(doing, "for", doing.base + STRATEGY.id)
    assert all(each.evidence.sentence.startswith("- ") and not shown(each).startswith("-") for each in told.actions)
    assert actions.plain("+ Một việc\n\nhai dòng") == "Một việc hai dòng"


def test_what_a_task_table_hands_out_is_an_action_of_the_graph(store: Store) -> None:
    said = province_report()
    ingest.put(store, [replace(said, actions=said.actions[1:], tasks=said.actions[:1])])
    listed = actions.listed(store, "by", store.base + SON_LA_REPORT.id)
    assert {each.evidence.start for each in listed.actions} == {each.span.start for each in said.actions}
    assert said.actions[0].span.start in {each.evidence.start for each in listed.actions}
