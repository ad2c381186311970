"""One block of references in, works with their doubt out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.identity.resolve import resolve
from graph.identity.works import Reference, Work


def reference(
    path: str,
    at: str = "a/1",
    date: str | None = None,
    *,
    mentions: int = 1,
    own: bool = False,
    title: str | None = None,
    issuer: str | None = None,
    symbol: str | None = None,
    doubt: str | None = None,
) -> Reference:
    return Reference(
        at,
        path,
        "number|2289|qd-ttg",
        date=date,
        symbol=symbol,
        suspicions=((doubt, "warning", "", ""),) if doubt else (),
        number=path.rsplit("/", 1)[-1],
        title=title,
        own=own,
        mentions=mentions,
        dates=((date, mentions),) if date and mentions else (),
        issuer_name=issuer,
    )


def decided(*references: Reference) -> dict[str, tuple[list[str], tuple[str, ...]]]:
    """path → (references, candidates)"""
    return {work.path: ([each.profile for each in work.references], work.candidates) for work in resolve(references)}


D2020 = "doc/ttg/quyet-dinh/2020/2289"
D2021 = "doc/ttg/quyet-dinh/2021/2289"
UNDATED = "doc/ttg/quyet-dinh/_/2289"


def test_undated_references_join_the_one_known_period() -> None:
    assert decided(reference(D2020, "a/1", "2020-12-31"), reference(UNDATED, "b/1")) == {D2020: (["a/1", "b/1"], ())}


def test_an_undated_reference_with_a_title_of_another_matter_stays_in_doubt() -> None:
    known = reference(D2020, "a/1", "2020-12-31", title="sắp xếp thôn, tổ dân phố và chế độ đối với người hoạt động")
    odd = reference(UNDATED, "b/1", title="tăng cường công tác quản lý, bảo đảm an toàn hồ chứa nước")
    like = reference(UNDATED, "c/1", title="sắp xếp thôn, tổ dân phố")
    bare = reference(UNDATED, "d/1")
    assert decided(known, odd, like, bare) == {
        D2020: (["a/1", "c/1", "d/1"], ()),
        UNDATED: (["b/1"], (D2020,)),
    }


def test_undated_references_alone_are_one_work() -> None:
    assert decided(reference(UNDATED, "a/1"), reference(UNDATED, "b/1")) == {UNDATED: (["a/1", "b/1"], ())}


def test_undated_references_between_two_periods_stay_in_doubt() -> None:
    found = decided(
        reference(D2020, "a/1", "2020-03-04", mentions=2),
        reference(D2021, "b/1", "2021-12-31", mentions=2),
        reference(UNDATED, "c/1"),
    )
    assert found == {D2020: (["a/1"], ()), D2021: (["b/1"], ()), UNDATED: (["c/1"], (D2020, D2021))}


def test_a_slip_of_the_year_is_one_document_with_a_conflict() -> None:
    title = "Chiến lược quốc gia về cách mạng công nghiệp"
    works = resolve(
        [
            reference(D2020, "a/1", "2020-12-31", mentions=3, title=title),
            reference(D2021, "b/1", "2021-12-31", title=f"Ban hành {title}"),
            reference(UNDATED, "c/1"),
        ]
    )
    assert [work.path for work in works] == [D2020]
    assert len(works[0].references) == 3
    assert works[0].dates == ("2020-12-31", "2021-12-31")


def test_a_year_far_away_is_no_slip() -> None:
    """Nghị định 01-CP of 4 January 1995 is not Nghị định 01/2010/NĐ-CP of 4 January 2010."""
    far = "doc/ttg/quyet-dinh/1995/2289"
    found = decided(reference(D2020, "a/1", "2020-12-31", mentions=5), reference(far, "b/1", "1995-12-31"))
    assert list(found) == [far, D2020]


def test_a_year_in_the_number_and_in_its_date_is_doubted_by_the_title_only() -> None:
    """Thông tư 02/2021/TT-NHNN and 02/2022/TT-NHNN are both of a 31 March."""

    def both(one: str | None, other: str | None) -> list[str]:
        first = replace(reference(D2020, "a/1", "2020-12-31", mentions=3, title=one), year="2020")
        second = replace(reference(D2021, "b/1", "2021-12-31", title=other), year="2021")
        return list(decided(first, second))

    assert both(None, None) == [D2020, D2021]
    assert both("Chiến lược quốc gia về dữ liệu", None) == [D2020, D2021]
    assert both("Chiến lược quốc gia về dữ liệu", "Chiến lược quốc gia về dữ liệu") == [D2020]


def test_two_single_mentions_of_the_same_day_are_one_document_and_the_earlier_year_is_shown() -> None:
    found = decided(reference(D2021, "a/1", "2021-12-31"), reference(D2020, "b/1", "2020-12-31"))
    assert found == {D2020: (["a/1", "b/1"], ())}


def test_years_that_are_supported_independently_are_two_documents() -> None:
    found = decided(
        reference(D2020, "a/1", "2020-12-31", mentions=2), reference(D2021, "b/1", "2021-12-31", mentions=2)
    )
    assert list(found) == [D2020, D2021]


def test_a_document_that_speaks_of_itself_is_no_outlier() -> None:
    found = decided(
        reference(D2020, "a/1", "2020-12-31", mentions=2),
        reference(D2021, "b/self", "2021-12-31", mentions=0, own=True),
    )
    assert list(found) == [D2020, D2021]


def test_another_day_is_another_document() -> None:
    found = decided(reference(D2020, "a/1", "2020-12-31", mentions=2), reference(D2021, "b/1", "2021-12-30"))
    assert list(found) == [D2020, D2021]


def test_titles_that_contradict_are_two_documents() -> None:
    found = decided(
        reference(D2020, "a/1", "2020-12-31", mentions=2, title="Giao kế hoạch đầu tư công"),
        reference(D2021, "b/1", "2021-12-31", title="Thành lập hội đồng thẩm định sách giáo khoa"),
    )
    assert list(found) == [D2020, D2021]


def test_the_title_decides_where_a_full_date_is_missing() -> None:
    title = "Phê duyệt quy hoạch mạng lưới trường học"
    found = decided(
        reference(D2020, "a/1", "2020-12-31", mentions=2, title=title), reference(D2021, "b/1", "2021", title=title)
    )
    assert list(found) == [D2020]


def test_an_outlier_between_two_equal_homes_joins_none() -> None:
    third = "doc/ttg/quyet-dinh/2022/2289"
    found = decided(
        reference(D2020, "a/1", "2020-12-31", mentions=2),
        reference(D2021, "b/1", "2021-12-31", mentions=2),
        reference(third, "c/1", "2022-12-31"),
    )
    assert list(found) == [D2020, D2021, third]


def test_the_same_term_with_two_dates_is_one_work() -> None:
    path = "doc/tw/nghi-quyet/khoa-12/52"
    works = resolve([reference(path, "a/1", "2019-09-27", mentions=2), reference(path, "b/1", "2019-07-22")])
    assert [work.path for work in works] == [path]
    assert works[0].dates == ("2019-09-27", "2019-07-22")


def test_the_header_of_the_document_itself_decides_its_date() -> None:
    path = "doc/tw/nghi-quyet/khoa-12/52"
    work = resolve(
        [
            reference(path, "a/1", "2019-07-22", mentions=5),
            reference(path, "b/self", "2019-09-27", mentions=0, own=True),
        ]
    )[0]
    assert work.dates == ("2019-09-27", "2019-07-22")
    assert work.votes == {"2019-07-22": 5, "2019-09-27": 1}


def test_a_partial_date_is_no_rival() -> None:
    work = resolve([reference(D2020, "a/1", "2020-12-31"), reference(D2020, "b/1", "2020-12")])[0]
    assert work.dates == ("2020-12-31",)


def test_without_issuer_it_joins_the_only_family() -> None:
    unknown = "doc/_/quyet-dinh/2020/2289"
    assert decided(reference(D2020, "a/1", "2020-12-31"), reference(unknown, "b/1", "2020-12-31")) == {
        D2020: (["a/1", "b/1"], ())
    }


def test_without_type_between_two_families_it_stays_in_doubt() -> None:
    law, resolution, bare = (f"doc/qh/{kind}/qh13/29" for kind in ("luat", "nghi-quyet", "_"))
    found = decided(reference(law, "a/1"), reference(resolution, "b/1"), reference(bare, "c/1"))
    assert found[bare] == (["c/1"], (law, resolution))


def test_without_type_the_period_may_decide() -> None:
    one, other = "doc/qh/luat/2013/29", "doc/qh/nghi-quyet/2014/29"
    found = decided(reference(one, "a/1"), reference(other, "b/1"), reference("doc/qh/_/2014/29", "c/1"))
    assert found[other] == (["b/1", "c/1"], ())


def test_witnesses_that_do_not_say_the_place_stay_apart() -> None:
    one, other = (f"doc/ubnd/quyet-dinh/2021/11/in/{source}" for source in ("aa", "bb"))
    assert decided(reference(one, "aa/1"), reference(other, "bb/1")) == {one: (["aa/1"], ()), other: (["bb/1"], ())}


def test_one_number_symbol_and_day_are_one_document_whatever_its_type_is_called() -> None:
    """Tờ trình số 4/TTr-GTYB is called an official letter once; 75/QĐ-TTg stands for 75/2009/QĐ-TTg."""
    letter, submission = "doc/_/cong-van/2026/4_ttr-gtyb", "doc/_/to-trinh/2026/4_ttr-gtyb"
    day, symbol = "2026-01-14", "TTr-GTYB"
    found = decided(
        reference(letter, "a/1", day, symbol=symbol, mentions=3, doubt="typeSymbol"),
        reference(submission, "b/1", day, symbol=symbol),
    )
    assert found == {submission: (["a/1", "b/1"], ())}
    law = "doc/ttg/quyet-dinh-qppl/2020/2289"
    found = decided(
        reference(law, "a/1", "2020-12-31", symbol="QĐ-TTg", mentions=2),
        reference(D2020, "b/1", "2020-12-31", symbol="QĐ-TTg"),
    )
    assert found == {law: (["a/1", "b/1"], ())}


def test_a_body_that_no_table_knows_is_named_in_full_in_short_or_not_at_all() -> None:
    full, short, none = (
        f"doc/{body}/to-trinh/khoa-13/2" + ("_ttr-dls" if body == "_" else "")
        for body in ("x.ban-chu-nhiem-doan-luat-su", "x.doan-luat-su", "_")
    )
    day, symbol = "2025-04-29", "TTr-ĐLS"
    paths = (full, short, none)
    found = decided(*(reference(path, f"{at}/1", day, symbol=symbol) for at, path in enumerate(paths)))
    assert found == {full: (["0/1", "1/1", "2/1"], ())}


def test_twins_need_a_symbol_a_full_date_and_the_same_body() -> None:
    one, other = "doc/btc/quyet-dinh/2020/2289", "doc/btc/thong-tu/2020/2289"
    day = "2020-12-31"
    assert len(decided(reference(one, "a/1", day), reference(other, "b/1", day))) == 2
    month = "2020-12"
    assert len(decided(reference(one, "a/1", month, symbol="X"), reference(other, "b/1", month, symbol="X"))) == 2
    elsewhere = "doc/bct/quyet-dinh/2020/2289"
    nobody = "doc/_/quyet-dinh/2020/2289"
    three = [reference(path, f"{at}/1", day, symbol="X") for at, path in enumerate((one, elsewhere, nobody))]
    assert decided(*three) == {
        one: (["0/1"], ()),
        elsewhere: (["1/1"], ()),
        nobody: (["2/1"], (elsewhere, one)),
    }


PATHS = st.sampled_from(
    [
        "doc/ttg/quyet-dinh-qppl/2020/2289",
        "doc/x.hoi/quyet-dinh/2020/2289",
        "doc/x.hoi-tinh/thong-bao/2020/2289",
        D2020,
        D2021,
        UNDATED,
        "doc/ttg/quyet-dinh/2022/2289",
        "doc/_/quyet-dinh/2020/2289",
        "doc/ttg/_/_/2289",
        "doc/bct/quyet-dinh/2020/2289",
    ]
)
TITLES = st.sampled_from([None, "Phê duyệt chiến lược", "Giao kế hoạch đầu tư công năm sau"])


@st.composite
def blocks(draw: st.DrawFn) -> list[Reference]:
    drawn = []
    for number in range(draw(st.integers(0, 8))):
        path = draw(PATHS)
        period = path.split("/")[3]
        date = None if period == "_" else draw(st.sampled_from([None, f"{period}-12-31", f"{period}-02-03", period]))
        drawn.append(
            reference(
                path,
                f"{number}/1",
                date,
                mentions=draw(st.integers(0, 3)),
                own=draw(st.booleans()),
                title=draw(TITLES),
                symbol=draw(st.sampled_from([None, "QĐ-TTg"])),
                doubt=draw(st.sampled_from([None, "typeSymbol"])),
            )
        )
    return drawn


def shape(works: list[Work]) -> list[tuple[str, tuple[str, ...], tuple[str, ...], list[str]]]:
    return [(work.path, tuple(each.profile for each in work.references), work.candidates, work.dates) for work in works]


@given(blocks(), st.randoms(use_true_random=False))
def test_the_order_in_which_references_came_does_not_matter(block: list[Reference], random: object) -> None:
    shuffled = list(block)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert shape(resolve(shuffled)) == shape(resolve(block))


@given(blocks())
def test_every_reference_is_in_exactly_one_work(block: list[Reference]) -> None:
    works = resolve(block)
    assert sorted(each.profile for work in works for each in work.references) == sorted(each.profile for each in block)
    assert len({work.path for work in works}) == len(works)
    for work in works:
        paths = {each.path for each in work.references}
        assert work.path in paths | {f"{path}_{each.date}" for path in paths for each in work.references}


@given(blocks())
def test_candidates_are_works_that_stand(block: list[Reference]) -> None:
    works = resolve(block)
    paths = {work.path for work in works}
    assert all(set(work.candidates) <= paths - {work.path} for work in works)


@given(blocks())
def test_undoubted_references_stay_together_when_more_evidence_comes(block: list[Reference]) -> None:
    """Repeating what is said makes nothing fall apart that has one path."""
    more = [*block, *(replace(each, profile=f"{each.profile}x") for each in block)]
    by_iri = {each.profile: work.path for work in resolve(more) for each in work.references}
    assert all(by_iri[each.profile] == by_iri[f"{each.profile}x"] for each in block)
