"""What can hardly be right, seen from all sources together."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graph.documents.findings import counts, findings, suspicions_of
from graph.documents.overview import store_summary
from graph.ingest import forgetting, ingest
from graph.storage.store import Store
from graph.suspicions import series
from ontology.records import Decided, Entry, Extraction, Header, Issuer, Source, Span, Suspicion, Work
from tests.graph.histories import in_one_run, replayed
from tests.graph.stories import CP, SON_LA, TW, Draft, work

Found = tuple[str, str, str, str, str | None, str | None]


def decision(number: int, date: str, place: object = SON_LA) -> Work:
    return work("Quyết định", str(number), "QĐ-UBND", SON_LA, date)


def report(name: str, *cited: Work, date: str = "2021-12-01") -> Draft:
    draft = Draft(name, work("Báo cáo", str(ord(name)), "BC-SKHCN", SON_LA, date))
    for each in cited:
        draft.mentions(each)
    return draft


def register(name: str, *stated: Work) -> Extraction:
    text = "".join(f"{each.number}/{each.symbol},{each.date}\n" for each in stated)
    entries = []
    start = 0
    for line, (each, row) in enumerate(zip(stated, text.splitlines(), strict=True), 1):
        entries.append(Entry(line, Span(start, start + len(row)), each))
        start += len(row) + 1
    own = work("Danh mục", None, None, digest=name)
    return Extraction(
        Source(name, text.encode(), "text/csv"), text, Header(), own, register=True, entries=tuple(entries)
    )


def found(store: Store) -> list[Found]:
    rows = store.select(
        """SELECT ?document ?kind ?severity ?stated ?likely ?against WHERE {
             ?document cancu:suspicion ?s . ?s a cancu:DocumentSuspicion ; cancu:suspicionKind ?kind ;
               cancu:severity ?severity ; cancu:stated ?stated .
             OPTIONAL { ?s cancu:likely ?likely } OPTIONAL { ?s cancu:measuredAgainst ?against }
           } ORDER BY ?document ?kind ?stated"""
    ).rows
    bare = [[None if cell is None else cell.removeprefix(store.base) for cell in row] for row in rows]
    return [tuple(row) for row in bare]  # type: ignore[misc]


ORDERED = [decision(878, "2020-04-29"), decision(1161, "2020-06-08"), decision(1744, "2020-08-06")]
LATE = decision(2029, "2020-09-14")
ODD = decision(1162, "2020-05-08")


def test_a_number_out_of_order_is_seen_when_its_neighbours_come_from_other_sources(store: Store) -> None:
    ingest.put(store, [report("a", *ORDERED[:2]).done(), report("b", ODD).done()])
    assert found(store) == []  # 1161 or 1162: nobody can tell
    changes = ingest.put(store, [report("c", ORDERED[2], LATE).done()])
    path = "doc/ubnd.14-son-la/quyet-dinh/2020"
    assert found(store) == [
        (f"{path}/1162", "seriesOrder", "warning", "2020-05-08", "2020-06-08", f"{path}/1161"),
    ]
    assert changes.suspicions == 1


def test_it_is_gone_with_the_source_that_stated_it(store: Store) -> None:
    ingest.put(store, [report("a", *ORDERED, LATE).done()])
    odd = ingest.put(store, [report("b", ODD).done()])
    assert len(found(store)) == 1
    forgetting.forget(store, odd.loaded)
    assert found(store) == []


def amending(
    number: str, day: str = "2025-03-19", title: str = "sửa đổi một số điều của Thông tư số 940/2017/TT-BTC"
) -> Work:
    return work("Thông tư", number, "TT-BTC", MINISTRY, day, year="2025", title=title)


MINISTRY = Issuer("Bộ Tài chính", "btc")
TWICE = "doc/btc/thong-tu/2025"


def test_one_circular_under_two_numbers(store: Store) -> None:
    """2/2025/TT-BTC of 19 March lost a digit: 12/2025/TT-BTC is of that day and has that title."""
    ingest.put(store, [report("a", amending("2"), date="2026-01-01").done()])
    assert found(store) == []
    ingest.put(store, [report("b", amending("12"), amending("6", "2025-01-24", "hướng dẫn"), date="2026-01-02").done()])
    assert found(store) == [(f"{TWICE}/2", "numberTwice", "warning", "2/2025/TT-BTC", "12/2025/TT-BTC", f"{TWICE}/12")]
    own = ingest.put(store, [Draft("tt.txt", amending("2")).done()])
    assert [(each[0], each[5]) for each in found(store) if each[1] == "numberTwice"] == [(f"{TWICE}/12", f"{TWICE}/2")]
    ingest.put(store, [Draft("tt2.txt", amending("12")).done()])
    assert [each for each in found(store) if each[1] == "numberTwice"] == []  # both speak of themselves: two circulars
    forgetting.forget(store, own.loaded)
    assert [each[0] for each in found(store)] == [f"{TWICE}/2"]


@pytest.mark.parametrize("title", ["sửa đổi một số điều", "ban hành danh mục hồ sơ lưu trữ của ngành"])
def test_short_titles_and_other_titles_tell_no_act(store: Store, title: str) -> None:
    others = (
        [amending("2"), amending("12", title=title)] if len(title) > 20 else [amending(n, title=title) for n in "27"]
    )
    ingest.put(store, [report("a", *others, date="2026-01-01").done()])
    assert found(store) == []


def test_decisions_of_one_day_share_titles(store: Store) -> None:
    title = "công nhận xã đạt chuẩn nông thôn mới nâng cao năm 2020"
    ingest.put(store, [report("a", *(replace(decision(n, "2020-04-29"), title=title) for n in (878, 879))).done()])
    assert found(store) == []


def test_a_day_that_belongs_to_the_number_one_slip_away(store: Store) -> None:
    """23/2025 of 15 March, says a report; others date 23 otherwise, and 32/2025 is of that day."""
    right, own = amending("32", "2025-03-15", "quy định A"), amending("23", "2025-02-27", "quy định B")
    ingest.put(store, [report("a", right, own, own, date="2026-01-01").done()])
    assert found(store) == []
    slip = ingest.put(store, [report("b", amending("23", "2025-03-15", "quy định A"), date="2026-01-02").done()])
    path = f"{TWICE}/23"
    assert found(store) == [(path, "numberSlip", "warning", "2025-03-15", "32/2025/TT-BTC", f"{TWICE}/32")]
    (shown,) = findings(store, "numberSlip")
    assert [each.witness.label for each in shown.evidence] == ["Báo cáo số 98/BC-SKHCN", "Báo cáo số 97/BC-SKHCN"]
    forgetting.forget(store, slip.loaded)
    assert found(store) == []


def test_an_impossible_day_is_the_one_that_another_source_states(store: Store) -> None:
    draft = report("a", replace(amending("12"), date=None), date="2026-01-01").done()
    span = draft.citations[0].mention.span
    seen = Suspicion("noSuchDay", f"{TWICE}/12", "31/02/2025", "error", (span,))
    ingest.put(store, [replace(draft, suspicions=(seen,))])
    assert found(store) == [(f"{TWICE}/12", "noSuchDay", "error", "31/02/2025", None, None)]
    ingest.put(store, [report("b", amending("12"), date="2026-01-02").done()])
    assert found(store) == [(f"{TWICE}/12", "noSuchDay", "error", "31/02/2025", "2025-03-19", None)]


def test_what_only_a_register_says_is_a_note_about_the_register(store: Store) -> None:
    listed = [decision(n, day) for n, day in ((10, "2020-01-10"), (20, "2020-03-10"), (30, "2020-01-02"))]
    listed += [decision(40, "2020-04-10"), work("Thông tư", "7", "TT-BTC", MINISTRY, "2019-05-06", year="2020")]
    ingest.put(store, [register("ds.csv", *listed)])
    assert {(each[1], each[2], each[4] is None) for each in found(store)} == {
        ("seriesOrder", "note", False),
        ("yearSlip", "note", True),  # a list that states another year took it from another document
    }
    ingest.put(store, [report("a", *listed, date="2021-01-01").done()])
    assert {each[2] for each in found(store)} == {"error", "warning"}


def test_a_register_against_two_sources_does_not_tell_which_day_was_exchanged(store: Store) -> None:
    day, turned = (replace(GUIDANCE, date=date) for date in ("2018-04-03", "2018-03-04"))
    ingest.put(store, [register("ds.csv", turned), report("a", day).done()])
    assert [(each[3], each[4]) for each in found(store)] == [("2018-04-03", "2018-03-04")]
    ingest.put(store, [report("b", day).done()])
    assert [(each[3], each[4]) for each in found(store)] == [("2018-04-03", None)]


def test_a_date_of_several_sources_outweighs_one(store: Store) -> None:
    """2 of 19 March has lost a digit; 6 of 24 January, which two reports cite, is right."""
    late, right = decision(2, "2020-03-19"), decision(6, "2020-01-24")
    ingest.put(store, [report("a", late, right, *ORDERED).done(), report("b", right).done()])
    assert [each[0].rsplit("/", 1)[1] for each in found(store)] in ([], ["2"])


def test_the_document_itself_settles_its_date(store: Store) -> None:
    ingest.put(store, [report("a", *ORDERED, LATE).done(), report("b", ODD).done()])
    own = decision(1162, "2020-06-08")
    ingest.put(store, [Draft("qd.txt", own).done()])
    assert [each[1] for each in found(store)] == []


def test_a_place_that_is_only_assumed_puts_nobody_in_a_series(store: Store) -> None:
    assumed = replace(ODD, decided=Decided("number.date", "stated", "code.place"))
    ingest.put(store, [report("a", *ORDERED, LATE).done(), report("b", assumed).done()])
    assert found(store) == []
    ingest.put(store, [report("c", ODD).done()])
    assert [each[1] for each in found(store)] == ["seriesOrder"]


GUIDANCE = work("Hướng dẫn", "36", "HD/VPTW", TW, "2018-04-03")
SWAPPED = work("Hướng dẫn", "36", "HD/VPTW", TW, "2018-03-04")


def test_day_and_month_exchanged_between_two_sources(store: Store) -> None:
    ingest.put(store, [report("a", GUIDANCE, GUIDANCE).done(), report("b", SWAPPED).done()])
    assert found(store) == [(GUIDANCE.id, "dayMonthSwapped", "error", "2018-03-04", "2018-04-03", None)]


def test_the_registered_day_is_the_likely_one(store: Store) -> None:
    ingest.put(store, [report("a", SWAPPED, SWAPPED, SWAPPED).done(), register("ds.csv", GUIDANCE)])
    assert [(each[1], each[3], each[4]) for each in found(store)] == [("dayMonthSwapped", "2018-03-04", "2018-04-03")]


def test_the_year_in_the_number_contradicts_the_date(store: Store) -> None:
    wrong = work("Nghị định", "978", "NĐ-CP", CP, "2022-04-01", year="2025")
    right = replace(wrong, date="2025-04-01")
    ingest.put(store, [report("a", wrong, date="2026-01-01").done()])
    assert found(store) == [(wrong.id, "yearSlip", "error", "2022-04-01", "2025-04-01", None)]
    ingest.put(store, [report("b", right, date="2026-01-02").done()])
    assert [(each[1], each[4]) for each in found(store)] == [("yearSlip", "2025-04-01")]


DECREE = work("Nghị định", "930", "NĐ-CP", CP, "2020-07-25", year="2020")
CIRCULAR = work("Thông tư", "5", "TT-BNV", SON_LA, "2020-07-02", year="2020")


def test_a_basis_that_is_younger_than_what_rests_on_it(store: Store) -> None:
    ingest.put(store, [Draft("tt.txt", CIRCULAR).says("basedOn", DECREE, cue="Căn cứ").done()])
    assert found(store) == [(DECREE.id, "citedYounger", "warning", "2020-07-25", None, CIRCULAR.id)]


def test_another_source_that_dates_the_decree_makes_it_seen_and_unseen(store: Store) -> None:
    undated = replace(DECREE, date=None)
    ingest.put(store, [Draft("tt.txt", CIRCULAR).says("amends", undated, cue="sửa đổi").done()])
    assert found(store) == []
    dated = ingest.put(store, [report("a", DECREE).done()])
    assert [(each[1], each[2], each[5]) for each in found(store)] == [("amendsYounger", "error", CIRCULAR.id)]
    ingest.put(store, [report("b", replace(DECREE, date="2020-03-05")).done()])
    assert found(store) == []  # one of two stated days is early enough: a conflict, no suspicion
    forgetting.forget(store, dated.loaded)
    assert found(store) == []


def test_a_citation_without_year_may_mean_an_older_document(store: Store) -> None:
    directive = work("Chỉ thị", "21", "CT-TTg", CP, "2026-05-20")
    undated = work("Chỉ thị", "21", "CT-TTg", CP)
    ingest.put(store, [Draft("tt.txt", CIRCULAR).says("implements", undated).done(), report("a", directive).done()])
    assert found(store) == []


def test_what_an_editor_adds_may_be_younger(store: Store) -> None:
    later = work("Nghị định", "9", "NĐ-CP", CP, "2024-01-01", year="2024")
    draft = Draft("tt.txt", CIRCULAR).mentions(later).says("amends", DECREE, subject=later, cue="sửa đổi")
    ingest.put(store, [draft.done()])
    assert [each for each in found(store) if each[0] == later.id] == []


AMENDING = work("Thông tư", "58", "TT-BNV", SON_LA, "2025-12-31", year="2025")


def test_a_document_that_is_given_new_words_may_carry_out_younger_ones(store: Store) -> None:
    told = ingest.put(store, [report("a", CIRCULAR).says("implements", DECREE, subject=CIRCULAR).done()])
    assert [each[:2] for each in found(store)] == [(DECREE.id, "amendsYounger")]
    forgetting.forget(store, told.loaded)
    amending = Draft("tt-3.txt", AMENDING).says("amends", CIRCULAR, cue="sửa đổi")
    ingest.put(store, [amending.says("implements", DECREE, subject=CIRCULAR).done()])
    assert found(store) == []


def test_what_a_third_one_carries_out_is_judged_where_the_text_gives_its_day(store: Store) -> None:
    """A text of 2026 that tells how a circular once carried out "Luật Doanh nghiệp" means the law of that time."""
    named = replace(DECREE, date=None)
    ingest.put(store, [report("a", CIRCULAR, named).says("implements", named, subject=CIRCULAR).done()])
    ingest.put(store, [report("b", DECREE).done()])
    assert found(store) == []
    ingest.put(store, [report("c", CIRCULAR, DECREE).says("implements", DECREE, subject=CIRCULAR).done()])
    assert [each[:2] for each in found(store)] == [(DECREE.id, "amendsYounger")]


def test_a_mere_mention_is_judged_by_its_day_or_by_the_year_in_its_number(store: Store) -> None:
    ingest.put(store, [Draft("tt.txt", CIRCULAR).says("cites", replace(DECREE, date=None)).done()])
    ingest.put(store, [report("a", DECREE).done()])
    assert found(store) == []  # a link of the page to what came later in the year
    later = work("Nghị định", "931", "NĐ-CP", CP, "2021-01-05", year="2021")
    ingest.put(store, [Draft("tt-2.txt", CIRCULAR).says("cites", replace(later, date=None)).done()])
    ingest.put(store, [report("b", later).done()])
    assert [each[:2] for each in found(store)] == [(later.id, "citedYounger")]
    ingest.put(store, [Draft("tt-4.txt", CIRCULAR).says("cites", DECREE, cue="Xem").done()])
    assert [each[:3] for each in found(store)] == [(CIRCULAR.id, "citedYounger", "note")]  # two: its own day is doubted


def test_many_younger_documents_put_the_own_date_in_doubt(store: Store) -> None:
    draft = Draft("tt.txt", CIRCULAR)
    for number in ("930", "931", "932"):
        draft.says("basedOn", work("Nghị định", number, "NĐ-CP", CP, "2021-05-05", year="2021"), cue="Căn cứ")
    ingest.put(store, [draft.done()])
    assert [each[:4] for each in found(store)] == [(CIRCULAR.id, "citedYounger", "note", "2020-07-02")]


def test_what_a_text_itself_saw_is_kept_with_its_place(store: Store) -> None:
    draft = report("a", ORDERED[0]).done()
    span = draft.citations[0].mention.span
    seen = Suspicion("typeSymbol", ORDERED[0].id, "Kế hoạch", "warning", (span,), "Quyết định")
    ingest.put(store, [replace(draft, suspicions=(seen,))])
    assert found(store) == [(ORDERED[0].id, "typeSymbol", "warning", "Kế hoạch", "Quyết định", None)]
    rows = store.select("SELECT ?q WHERE { ?s a cancu:Suspicion ; cancu:quote ?q }").rows
    assert rows == ((span.of(draft.text),),)


POOL: list[Extraction] = [
    report("a", *ORDERED).done(),
    report("b", ODD, LATE).done(),
    report("c", replace(ODD, date="2020-06-08")).done(),
    report("d", LATE, replace(ORDERED[0], decided=Decided("number.date", "stated", "code.place"))).done(),
    Draft("qd.txt", ODD).says("implements", DECREE).done(),
    Draft("tt-2.txt", CIRCULAR).says("implements", work("Chỉ thị", "21", "CT-TTg", CP)).done(),
    report("g", work("Chỉ thị", "21", "CT-TTg", CP, "2026-05-20")).done(),
    Draft("qd-2.txt", decision(1500, "2020-02-01"))
    .says("amends", ODD, cue="sửa đổi")
    .says("implements", GUIDANCE)
    .done(),
    Draft("tt.txt", CIRCULAR).says("basedOn", replace(DECREE, date=None), cue="Căn cứ").mentions(SWAPPED).done(),
    report("e", DECREE, GUIDANCE).says("implements", DECREE, subject=ORDERED[0]).done(),
    report("f", replace(DECREE, date="2020-03-05"), SWAPPED).done(),
    Draft("tt-3.txt", AMENDING).says("amends", ODD, cue="sửa đổi").says("implements", DECREE, subject=ODD).done(),
    Draft("tt-4.txt", CIRCULAR).says("cites", replace(DECREE, date=None)).says("cites", GUIDANCE).done(),
    register("ds.csv", GUIDANCE, decision(1162, "2020-06-08"), decision(900, "2020-12-01")),
    register("ds-2.csv", replace(DECREE, date="2019-07-25"), *ORDERED),
    report("h", amending("2"), amending("6", "2025-01-24", "hướng dẫn"), date="2026-01-01").done(),
    report("i", amending("12"), date="2026-01-02").done(),
    report("j", amending("12", "2025-03-20"), amending("3"), date="2026-01-03").done(),
    Draft("tt-12.txt", amending("12")).done(),
]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, len(POOL) - 1)), max_size=12), st.integers(1, 4))
def test_any_history_ends_in_the_suspicions_of_its_witnesses(history: list[tuple[int, int]], size: int) -> None:
    """Loading in batches and forgetting in any order gives what deriving anew gives, and what a fresh store gives."""
    found, anew, fresh = replayed(POOL, (history[at : at + size] for at in range(0, len(history), size)))
    assert anew == found
    assert fresh == found


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(POOL), max_size=12, unique_by=id), st.sampled_from((2, series.MEMBERS)))
def test_what_a_run_remembers_is_what_the_store_holds(loaded: list[Extraction], members: int) -> None:
    """However little of the series is remembered between the batches of a run."""
    with patch.object(series, "MEMBERS", members):
        found, anew, apart = in_one_run(loaded)
    assert anew == found
    assert apart == found


def test_findings_come_with_their_sentences_the_graver_first(store: Store) -> None:
    text = report("a", *ORDERED, LATE).done()
    seen = Suspicion(
        "typeSymbol", ORDERED[0].id, "Kế hoạch", "warning", (text.citations[0].mention.span,), "Quyết định"
    )
    circular = Draft("tt.txt", CIRCULAR).says("basedOn", DECREE, cue="Căn cứ").done()
    swaps = [report("c", GUIDANCE, GUIDANCE).done(), report("d", SWAPPED).done()]
    ingest.put(store, [replace(text, suspicions=(seen,)), report("b", ODD).done(), circular, *swaps])
    assert counts(store) == {
        "conflict": 1,
        "citedYounger": 1,
        "dayMonthSwapped": 1,
        "seriesOrder": 1,
        "typeSymbol": 1,
    }
    listed = findings(store)
    assert [each.severity for each in listed] == ["error", "error", "warning", "warning", "warning"]
    quoted = {each.kind: [piece.sentence for piece in each.evidence] for each in listed}
    assert quoted["citedYounger"] == ["Căn cứ Nghị định số 930/NĐ-CP; đơn vị đã triển khai."]
    assert quoted["typeSymbol"] == ["Xem Quyết định số 878/QĐ-UBND."]
    assert quoted["seriesOrder"] == ["Xem Quyết định số 1162/QĐ-UBND.", "Xem Quyết định số 1161/QĐ-UBND."]
    assert len(quoted["dayMonthSwapped"]) == len(quoted["conflict"]) == 3
    assert findings(store, "seriesOrder") == tuple(each for each in listed if each.kind == "seriesOrder")
    assert findings(store, limit=2, offset=1) == listed[1:3]
    about = store.base + CIRCULAR.id
    assert [each.kind for each in suspicions_of(store, about)] == ["citedYounger"]
    assert store_summary(store).suspicions == 4
