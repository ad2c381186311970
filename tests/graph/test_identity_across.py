"""Identity across texts that were never loaded together: each case was found in documents."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph.facts.shown import Conflict, show
from graph.identity.keys import block_of
from graph.identity.resolve import resolve
from graph.identity.works import Reference, Work
from ontology.identity import parse_path
from ontology.records import Issuer
from ontology.records import Work as Stated


def said(
    path: str,
    at: str,
    date: str | None = None,
    *,
    year: str | None = None,
    title: str | None = None,
    symbol: str | None = None,
    mentions: int = 1,
    own: bool = False,
    registered: bool = False,
) -> Reference:
    return Reference(
        at,
        path,
        "number|2|x",
        number=path.rsplit("/", 1)[-1],
        year=year,
        symbol=symbol,
        date=date,
        title=title,
        mentions=mentions,
        own=own,
        registered=registered,
        dates=((date, mentions),) if date and mentions else (),
    )


def decided(*references: Reference) -> dict[str, tuple[list[str], tuple[str, ...]]]:
    """path → (references, candidates)"""
    return {work.path: ([each.profile for each in work.references], work.candidates) for work in resolve(references)}


LAW = "doc/qh/luat/qh14/35"
OPEN = "doc/qh/_/qh14/35"


def test_acts_of_one_term_differ_by_the_year_in_their_number() -> None:
    found = decided(said(LAW, "a", "2018-11-20", year="2018"), said(OPEN, "b", "2021-11-13", year="2021"))
    assert found == {LAW: (["a"], ()), OPEN: (["b"], ())}


def test_without_a_year_the_only_act_of_the_term_is_meant() -> None:
    assert decided(said(LAW, "a", year="2018"), said(OPEN, "b")) == {LAW: (["a", "b"], ())}


def test_the_year_in_the_number_chooses_between_a_law_and_a_resolution() -> None:
    resolution = "doc/qh/nghi-quyet/qh14/35"
    found = decided(said(LAW, "a", year="2018"), said(resolution, "b", year="2021"), said(OPEN, "c", year="2018"))
    assert found == {LAW: (["a", "c"], ()), resolution: (["b"], ())}


def test_a_number_whose_date_is_the_very_day_of_the_next_years_document_has_the_wrong_year() -> None:
    """54/2016/NĐ-CP of 8 May 2017, twice in one letter, is 54/2017/NĐ-CP; the scan spoils its title."""
    wrong = said("doc/cp/nghi-dinh/2016/54", "a", "2017-05-08", year="2016", title="thi hành Luật được", mentions=2)
    right = said("doc/cp/nghi-dinh/2017/54", "b", "2017-05-08", year="2017", title="quy định về thuốc phải kiểm soát")
    assert decided(wrong, right) == {right.path: (["a", "b"], ())}


def test_the_same_day_of_another_year_is_no_wrong_number() -> None:
    one = said("doc/cp/nghi-dinh/2016/54", "a", "2016-05-08", year="2016", title="về tổ chức khoa học và công nghệ")
    other = said("doc/cp/nghi-dinh/2017/54", "b", "2017-05-08", year="2017", title="quy định về thuốc phải kiểm soát")
    assert decided(one, other) == {one.path: (["a"], ()), other.path: (["b"], ())}


def test_a_short_title_is_compared_in_its_order() -> None:
    """34/2014 and 34/2019 are of a 30 December each; the longer title holds all words of "hướng dẫn quản lý lao"."""
    amending = "sửa đổi Thông tư số 33/2010 của Bộ trưởng Bộ Lao động hướng dẫn chế độ tại Trung tâm Quản lý sau cai"
    one = said("doc/bldtbxh/thong-tu/2014/34", "a", "2014-12-30", year="2014", title=amending)
    cut = said(
        "doc/bldtbxh/thong-tu/2019/34", "b", "2019-12-30", year="2019", title="hướng dẫn quản lý lao", mentions=3
    )
    assert decided(one, cut) == {one.path: (["a"], ()), cut.path: (["b"], ())}


BOOK = "doc/cp/nghi-dinh/2022/2"
ESTATE, POLICE = "quy định chi tiết Luật Kinh doanh bất động sản", "quy định chi tiết Luật Cảnh sát cơ động"


def two_books() -> list[Reference]:
    return [
        said(BOOK, "a1", "2022-01-06", title=ESTATE),
        said(BOOK, "a2", "2022-01-06", title=ESTATE),
        said(BOOK, "b1", "2022-12-28", title=POLICE),
        said(BOOK, "b2", "2022-12-28"),
    ]


def test_two_days_and_two_titles_that_several_sources_state_are_two_documents() -> None:
    assert decided(*two_books()) == {
        f"{BOOK}_2022-01-06": (["a1", "a2"], ()),
        f"{BOOK}_2022-12-28": (["b1", "b2"], ()),
    }


def test_the_title_says_which_of_two_namesakes_is_meant_and_without_it_both_may_be() -> None:
    found = decided(*two_books(), said(BOOK, "c", title=POLICE), said(BOOK, "d"), said("doc/cp/nghi-dinh/_/2", "e"))
    days = (f"{BOOK}_2022-01-06", f"{BOOK}_2022-12-28")
    assert found[days[1]] == (["b1", "b2", "c"], ())
    assert found[BOOK] == (["d"], days)
    assert set(found["doc/cp/nghi-dinh/_/2"][1]) == {*days, BOOK}


def test_one_source_and_one_title_make_no_second_book() -> None:
    references = two_books()
    alone = [*references[:2], references[2]]
    assert list(decided(*alone)) == [BOOK]
    same = [
        said(BOOK, "a1", "2022-01-06", title=ESTATE),
        *references[1:2],
        *(said(BOOK, f"b{n}", "2022-01-16", title=ESTATE) for n in (1, 2)),
    ]
    assert list(decided(*same)) == [BOOK]
    untold = [*references[:2], *(said(BOOK, f"b{n}", "2022-12-28") for n in (1, 2))]
    assert list(decided(*untold)) == [BOOK]


def test_a_register_alone_establishes_a_day() -> None:
    row = said(BOOK, "r", "2022-01-06", title=ESTATE, registered=True, mentions=0)
    assert list(decided(row, *two_books()[2:])) == [f"{BOOK}_2022-01-06", f"{BOOK}_2022-12-28"]


def test_undated_citations_of_a_merged_province_mean_its_document_of_before() -> None:
    before = said("doc/ubnd.10-lao-cai/quyet-dinh/2025/1471", "a", "2025-05-12")
    undated = said("doc/ubnd.15-lao-cai-2025/quyet-dinh/_/1471", "b")
    assert decided(before, undated) == {before.path: (["a", "b"], ())}
    after = said("doc/ubnd.15-lao-cai-2025/quyet-dinh/2026/1471", "c", "2026-03-04")
    assert decided(before, undated, after)[after.path][0] == ["b", "c"]
    other = said("doc/ubnd.14-son-la/quyet-dinh/_/1471", "b")
    assert len(decided(before, other)) == 2


def test_the_blocks_of_a_province_meet_through_its_merger() -> None:
    def block(key: str) -> str:
        return block_of(Stated(id="x", type="Quyết định", number="1", symbol="QĐ-UBND", issuer=Issuer("UBND", key)))

    assert block("ubnd.10-lao-cai") == block("ubnd.15-lao-cai-2025") != block("ubnd.14-son-la")
    assert block("ubnd.huyen-bat-xat.10-lao-cai") != block("ubnd.10-lao-cai")


def test_of_a_body_that_nobody_names_the_undated_is_the_dated_one() -> None:
    dated, undated = said("doc/_/bao-cao/2026/92_bc-htgt", "a", "2026-06-13"), said("doc/_/bao-cao/_/92_bc-htgt", "b")
    assert decided(dated, undated) == {dated.path: (["a", "b"], ())}
    earlier = said("doc/_/bao-cao/2024/92_bc-htgt", "c", "2024-01-02")
    assert len(decided(dated, undated, earlier)) == 3


def test_several_ministries_together_are_those_that_another_witness_names() -> None:
    vague = said("doc/lien-bo/thong-tu/1992/12", "a", "1992-08-03", symbol="TT-LB")
    named = said("doc/bldtbxh/thong-tu-lien-tich/1992/12", "b", "1992-08-03", symbol="TT-LB")
    assert decided(vague, named) == {named.path: (["a", "b"], ())}


def _works(*references: Reference) -> list[Work]:
    return resolve(references)


def test_two_books_are_decided_whatever_comes_first() -> None:
    forward, backward = two_books(), list(reversed(two_books()))
    assert [(w.path, w.candidates) for w in _works(*forward)] == [(w.path, w.candidates) for w in _works(*backward)]


def test_a_wrong_year_in_a_number_is_told_as_a_contradiction() -> None:
    wrong = said("doc/cp/nghi-dinh/2016/54", "a", "2017-05-08", year="2016")
    right = said("doc/cp/nghi-dinh/2017/54", "b", "2017-05-08", year="2017")
    (work,) = resolve([wrong, right])
    assert show(work).conflicts == (Conflict("year", ("2016", "2017"), "2017"),)
    (agreed,) = resolve([right, said("doc/cp/nghi-dinh/_/54", "c")])
    assert show(agreed).conflicts == ()


PATHS = (
    BOOK,
    "doc/cp/nghi-dinh/_/2",
    "doc/cp/nghi-dinh/2021/2",
    "doc/cp/_/2022/2",
    "doc/_/nghi-dinh/2022/2",
    "doc/_/nghi-dinh/_/2",
    "doc/qh/luat/qh14/2",
    "doc/qh/nghi-quyet/qh14/2",
    "doc/qh/_/qh14/2",
    "doc/ubnd.10-lao-cai/quyet-dinh/2025/2",
    "doc/ubnd.15-lao-cai-2025/quyet-dinh/2025/2",
    "doc/ubnd.15-lao-cai-2025/quyet-dinh/_/2",
    "doc/lien-bo/thong-tu/1992/2",
)
DAYS = (None, "2022-01-06", "2022-12-28", "2021-01-06", "2025-03-04", "2022")


@st.composite
def told(draw: st.DrawFn) -> list[Reference]:
    """References of one block as witnesses may tell them, each profile once and with its count."""
    drawn = []
    for number in range(draw(st.integers(1, 9))):
        date = draw(st.sampled_from(DAYS))
        each = said(
            draw(st.sampled_from(PATHS)),
            f"{number}/1",
            date,
            year=draw(st.sampled_from([None, "2021", "2022"])),
            title=draw(st.sampled_from([None, ESTATE, POLICE, "quy định"])),
            symbol=draw(st.sampled_from([None, "NĐ-CP"])),
            mentions=draw(st.integers(0, 2)),
            own=draw(st.booleans()),
            registered=draw(st.booleans()),
        )
        drawn.append(replace(each, count=draw(st.integers(0, 3) if each.registered else st.integers(1, 3))))
    return drawn


@given(told(), st.randoms(use_true_random=False))
def test_nothing_hangs_on_the_order_of_loading(block: list[Reference], random: Random) -> None:
    shuffled = list(block)
    random.shuffle(shuffled)
    shapes = [
        [(work.path, [each.profile for each in work.references], work.candidates, show(work)) for work in resolve(some)]
        for some in (block, shuffled)
    ]
    assert shapes[0] == shapes[1]


@given(told())
def test_each_reference_has_one_document_and_each_candidate_stands(block: list[Reference]) -> None:
    works = resolve(block)
    assert sorted(each.profile for work in works for each in work.references) == sorted(each.profile for each in block)
    paths = [work.path for work in works]
    assert len(set(paths)) == len(paths)
    assert all(set(work.candidates) <= set(paths) - {work.path} for work in works)
    assert all(parse_path(path) for path in paths)


def test_the_year_that_most_sources_write_is_shown_in_the_number_and_decides_the_date() -> None:
    """32/2009/QH12 is of 18 June 2009; one page writes 32/2011/QH12 ten times. 01/2007/QH11 is of another term."""
    right = [said("doc/qh/luat/qh12/32", f"{at}", "2009-06-18", year="2009", symbol="QH12") for at in "ab"]
    wrong = said("doc/qh/luat/qh12/32", "c", None, year="2011", symbol="QH12", mentions=10)
    (work,) = resolve([*right, wrong])
    assert (show(work).number, show(work).date) == ("32/2009/QH12", "2009-06-18")
    budget = [said("doc/qh/luat/qh11/1", f"{at}", None, year="2002", symbol="QH11") for at in "abc"]
    other = said("doc/qh/luat/qh11/1", "d", "2007-08-04", year="2007", symbol="QH11")
    dated = said("doc/qh/luat/qh11/1", "e", "2002-12-16", symbol="QH11")
    (work,) = resolve([*budget, other, dated])
    assert (show(work).number, show(work).date) == ("1/2002/QH11", "2002-12-16")


def test_two_years_that_one_text_writes_in_a_number_are_told_by_the_years() -> None:
    slip = ("number", "202/2022/QH15", "202/2025/QH15")
    law = replace(said("doc/qh/nghi-quyet/qh15/202", "a", year="2025", symbol="QH15"), conflicts=(slip,))
    (work,) = resolve([law])
    assert show(work).conflicts == (Conflict("year", ("2022", "2025"), "2025"),)
    blank = replace(law, conflicts=(("number", "20/QĐ-TTg", "202/QĐ-TTg"),))
    assert [each.field for each in show(resolve([blank])[0]).conflicts] == ["number"]


DECREE = "doc/cp/nghi-dinh/2026/97"
OLD_DECREE = "doc/cp/nghi-dinh/2020/97"


def test_the_day_of_another_years_document_tells_the_year_though_both_numbers_stand() -> None:
    """The form of 97/2026/NĐ-CP calls itself 97/2020/NĐ-CP of 31 March 2026; there is a 97/2020/NĐ-CP, too."""
    young = said(DECREE, "a", "2026-03-31", year="2026")
    old = [said(OLD_DECREE, at, "2020-08-26", year="2020", mentions=3) for at in "bc"]
    wrong = said(OLD_DECREE, "d", "2026-03-31", year="2020")
    assert decided(young, *old, wrong) == {DECREE: (["a", "d"], ()), OLD_DECREE: (["b", "c"], ())}
    [work] = [work for work in resolve([young, *old, wrong]) if work.path == DECREE]
    assert show(work).conflicts == (Conflict("year", ("2020", "2026"), "2026"),)
    assert decided(*old, wrong) == {OLD_DECREE: (["b", "c", "d"], ())}  # nobody knows one of 2026
    other_day = replace(wrong, date="2026-03-30")
    assert OLD_DECREE in decided(young, *old, other_day) and len(decided(young, *old, other_day)[OLD_DECREE][0]) == 3
    own = replace(wrong, own=True)
    assert len(decided(young, *old, own)[OLD_DECREE][0]) == 3


LINKS = "quy định về liên thông giữa các trình độ giáo dục và đào tạo"
TAXES = "sửa đổi, bổ sung một số điều của Nghị định số 126/2020/NĐ-CP về quản lý thuế"
GUIDE = "hướng dẫn bảo tồn và nuôi trồng rong biển xa bờ"


def conflicts(*titles: tuple[str, str]) -> list[Conflict]:
    """The contradictions of one decree with these titles and days, told by a source each."""
    path = "doc/cp/nghi-dinh/2022/91"
    [work] = resolve([said(path, str(n), day, year="2022", title=title) for n, (title, day) in enumerate(titles)])
    return [each for each in show(work).conflicts if each.field == "title"]


def test_two_titles_that_have_nothing_in_common_are_a_contradiction() -> None:
    day = "2022-10-30"
    assert conflicts((LINKS, day), (LINKS, day), (GUIDE, day)) == [Conflict("title", (GUIDE, LINKS), LINKS)]
    assert conflicts((TAXES, day), (TAXES, day), (LINKS, "2022-10-25")) == [Conflict("title", (LINKS, TAXES), TAXES)]


def test_what_is_no_whole_title_contradicts_none() -> None:
    day = "2022-10-30"
    assert conflicts((LINKS, day), (LINKS, day), ("quy định về liên thông", day)) == []  # cut off
    assert conflicts((LINKS, day), (LINKS, day), ("người đứng đầu đơn vị được sử dụng quỹ tiền lương", day)) == []
    assert conflicts((LINKS, day), (LINKS, day), (TAXES, day)) == []  # perhaps what amended it
    assert conflicts((LINKS, day), (LINKS, day), (GUIDE, "2022")) == []  # a year is no day
