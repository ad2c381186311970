"""Plan against report: what is suggested, what is not, and what is added up."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers import Action, DocumentSummary, Evidence
from graph.chains import plans
from graph.chains.matching import fits, suggestions, terms
from graph.ingest import ingest
from graph.storage.store import Store
from tests.graph.doings import doings
from tests.graph.stories import LAW, STRATEGY

DECISION = DocumentSummary("d", "Quyết định số 1/QĐ-TTg")
OTHER = DocumentSummary("o", "Quyết định số 2/QĐ-TTg")
PLAN = DocumentSummary("k", "Kế hoạch số 3/KH-UBND", date="2021-03-04")
REPORT = DocumentSummary("b", "Báo cáo số 4/BC-UBND", date="2022-11")


def action(
    name: str,
    words: str,
    witness: DocumentSummary = PLAN,
    carries: DocumentSummary = DECISION,
    province: str = "Sơn La",
) -> Action:
    status = "planned" if witness is PLAN else "done"
    return Action(
        name,
        status,
        Evidence(witness, "s", words, 0, 0, len(words), "action"),
        province=province,
        carries_out=(carries,),
    )


PLANNED = action("p", "Tổ chức tập huấn kỹ năng số cho cán bộ xã")
DONE = action("d1", "Đã mở 12 lớp tập huấn kỹ năng số cho cán bộ xã, phường", REPORT)
ELSE = action("d2", "Xây dựng 5 km đường liên thôn", REPORT)
NOISE = [action(f"n{number}", f"Tổ chức hội nghị sơ kết lần {number} của Ban Chỉ đạo", REPORT) for number in range(5)]


def test_the_later_action_with_the_same_words_is_suggested() -> None:
    (match,) = suggestions([PLANNED], [ELSE, *NOISE, DONE])
    assert (match.planned, match.done) == (PLANNED, DONE)
    assert 0.3 < match.score < 1
    assert match.words[0] == "tập huấn kỹ năng số cho cán bộ xã"


@pytest.mark.parametrize(
    "later",
    [
        replace(DONE, province="Quảng Trị"),
        replace(DONE, carries_out=(OTHER,)),
        replace(DONE, evidence=replace(DONE.evidence, witness=replace(REPORT, date="2020-12-31"))),
        ELSE,
    ],
    ids=["another place", "another decision", "earlier", "other words"],
)
def test_what_does_not_belong_together_is_not_suggested(later: Action) -> None:
    assert suggestions([PLANNED], [later, *NOISE]) == []


def test_a_report_on_the_plan_itself_is_a_tie() -> None:
    assert suggestions([PLANNED], [replace(DONE, carries_out=(PLAN,)), *NOISE])


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ("2021-03-04", "2022", True),
        ("2022-11", "2022-11-20", True),
        ("2022", "2021-12-31", False),
        (None, "2020", True),
    ],
)
def test_dates_may_be_partial_or_missing(first: str | None, second: str, later: bool) -> None:
    planned = replace(PLANNED, evidence=replace(PLANNED.evidence, witness=replace(PLAN, date=first)))
    done = replace(DONE, evidence=replace(DONE.evidence, witness=replace(REPORT, date=second)))
    assert fits(planned, done) is later


def test_numbers_are_no_terms() -> None:
    assert terms("Mở 12 lớp, 3.150 lượt") == {"mở", "lớp", "lượt", "mở lớp", "lớp lượt"}


@given(st.permutations([DONE, ELSE, *NOISE]), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_scores_are_shares(later: list[Action], shuffle: random.Random) -> None:
    found = suggestions([PLANNED], later)
    assert found == suggestions([PLANNED], [DONE, ELSE, *NOISE])
    assert all(0 <= match.score <= 1 for match in found)


def test_the_report_of_a_decision(store: Store) -> None:
    ingest.put(store, doings())
    report = plans.plan_report(store, store.base + STRATEGY.id)
    assert [(each.document.number, each.depth) for each in report.branches] == [
        ("2289/QĐ-TTg", 0),
        ("88/KH-UBND", 1),
        ("301/BC-UBND", 2),
    ]
    assert report.statuses == (("done", 2), ("ongoing", 1), ("planned", 2), ("notDone", 1))
    assert dict(report.grid)["Quảng Trị"] == (("done", 1),)
    assert ("done", "đồng", "450500000", 1) in [(s.status, s.unit, s.value, s.count) for s in report.sums]
    assert ("done", "lớp", "33", 2) in [(s.status, s.unit, s.value, s.count) for s in report.sums]
    assert [match.done.witness.number for match in report.matches] == ["301/BC-UBND", "301/BC-UBND"]
    assert (report.unmatched, report.planned, report.considered) == ((), 2, (2, 4))
    one = plans.plan_report(store, store.base + STRATEGY.id, place="quảng trị")
    assert (one.total, one.matches) == (1, ())


def test_suggestions_are_never_in_the_graph(store: Store) -> None:
    ingest.put(store, doings())
    before = sorted(str(quad) for graph in store.graphs() for quad in store.quads(graph))
    plans.plan_report(store, store.base + STRATEGY.id)
    assert sorted(str(quad) for graph in store.graphs() for quad in store.quads(graph)) == before


def test_a_document_that_nothing_carries_out(loaded: Store) -> None:
    report = plans.plan_report(loaded, loaded.base + LAW.id)
    assert (report.total, report.matches, report.sums, report.grid) == (0, (), (), ())
