"""The pure rules: series of numbers, orders of dates, types and symbols."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.numbers import parse_symbol
from ontology.suspicions.dates import exchanged, of_year, swapped, younger
from ontology.suspicions.laws import Misnamed, misnamed
from ontology.suspicions.numbers import cited_twice, mark, meant, misnumbered, one_slip
from ontology.suspicions.order import Cited, younger_than
from ontology.suspicions.series import Member, in_order, odd_ones, series_of, with_more, without
from ontology.suspicions.symbols import near_code, near_codes, of_nobody, right_order, type_by_code
from ontology.suspicions.titles import apart
from ontology.tables import suspicion_kinds


def day(ordinal: int) -> str:
    return (datetime.date(2020, 1, 1) + datetime.timedelta(ordinal)).isoformat()


SON_LA = [
    Member("878", 878, "2020-04-29"),
    Member("1161", 1161, "2020-06-08"),
    Member("1162", 1162, "2020-05-08"),
    Member("1744", 1744, "2020-08-06"),
    Member("2029", 2029, "2020-09-14"),
]


def test_the_pace_of_the_series_tells_which_of_two_neighbours_is_wrong() -> None:
    (odd,) = odd_ones(SON_LA)
    assert (odd.member.number, odd.likely, odd.before, odd.after) == (1162, "2020-06-08", "1161", "1744")


def test_two_that_contradict_each_other_and_nobody_else_are_left_alone() -> None:
    assert odd_ones(SON_LA[1:3]) == []


def test_one_that_contradicts_several_is_wrong() -> None:
    (odd,) = odd_ones([Member("22", 22, "2021-03-19"), Member("47", 47, "2021-04-01"), Member("60", 60, "2021-01-17")])
    assert (odd.member.id, odd.range) == ("60", "2021-04-01/..")


def test_a_number_kept_free_and_signed_late_is_right() -> None:
    early = [Member("4", 4, "2022-01-06"), Member("7", 7, "2022-01-10"), Member("12", 12, "2022-01-17")]
    assert odd_ones([Member("1", 1, "2022-11-30"), *early]) == []
    (odd,) = odd_ones([Member("1", 1, "2022-11-30", others=("2022-01-04",)), *early])
    assert odd.likely == "2022-01-04"


def test_day_and_month_exchanged_put_it_in_order() -> None:
    members = [Member("5", 5, "2020-10-29"), Member("6", 6, "2020-05-11"), Member("9", 9, "2020-11-20")]
    (odd,) = odd_ones([*members, Member("3", 3, "2020-10-01"), Member("4", 4, "2020-10-11")])
    assert odd.is_swap and odd.range == "2020-11-05"


def test_another_date_that_is_stated_and_fits_is_the_likely_one() -> None:
    members = [each if each.number != 1162 else each._replace(others=("2020-06-09",)) for each in SON_LA]
    assert [odd.likely for odd in odd_ones(members)] == ["2020-06-09"]


def test_what_a_register_confirms_outweighs_two_reports() -> None:
    firm = Member("30", 30, "2020-02-01", firm=True)
    reports = [Member("20", 20, "2020-06-01"), Member("10", 10, "2020-05-01")]
    assert [odd.member.id for odd in odd_ones([*reports, firm])] == []


def test_a_number_far_beyond_the_others_stands_in_another_book() -> None:
    others = [Member(str(n), n, day(200 + n)) for n in range(1, 17)]
    assert odd_ones([*others, Member("536", 536, "2020-01-14")]) == []


@given(st.lists(st.tuples(st.integers(1, 5000), st.integers(0, 365)), max_size=40, unique_by=lambda pair: pair[0]))
def test_a_series_in_order_is_never_doubted(pairs: list[tuple[int, int]]) -> None:
    numbers = sorted(number for number, _ in pairs)
    days = sorted(day_ for _, day_ in pairs)
    assert odd_ones(Member(str(n), n, day(d)) for n, d in zip(numbers, days, strict=True)) == []


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(0, 365), st.booleans()), max_size=30), st.randoms())
def test_the_order_of_the_input_does_not_count(rows: list[tuple[int, int, bool]], random: object) -> None:
    members = [Member(f"{n}-{d}", n, day(d), firm) for n, d, firm in rows]
    mixed = list(members)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    found = odd_ones(members)
    assert found == odd_ones(mixed)
    for odd in found:
        assert odd.low is None or odd.high is None or odd.low <= odd.high
        assert (odd.low is not None and odd.member.date < odd.low) or (
            odd.high is not None and odd.member.date > odd.high
        )


@given(st.integers(4, 39), st.integers(0, 80))
def test_one_date_too_early_among_many_is_found_and_no_other(place: int, first: int) -> None:
    members = [Member(str(n), n * 10 + 10, day(100 + n * 5)) for n in range(40)]
    members[place] = members[place]._replace(date=day(first))
    assert [odd.member.id for odd in odd_ones(members)] == [str(place)]


@pytest.mark.parametrize(
    ("path", "symbol", "known"),
    [
        ("doc/ubnd.14-son-la/quyet-dinh/2020/1162", "QĐ-UBND", True),
        ("doc/ubnd/quyet-dinh/2020/1162", "QĐ-UBND", False),  # which province?
        ("doc/cp/nghi-quyet/2008/30a", "NQ-CP", False),
        ("doc/ttg/quyet-dinh/_/2289", "QĐ-TTg", False),
        ("doc/tw/nghi-quyet/khoa-12/52", "NQ/TW", True),
        ("doc/btc/van-ban-hop-nhat/2020/11", "VBHN-BTC", False),
    ],
)
def test_who_is_in_a_series(path: str, symbol: str, known: bool) -> None:
    assert (series_of(path, symbol) is not None) is known


def test_boards_have_books_of_their_own() -> None:
    path = "doc/ubnd.14-son-la/quyet-dinh/2020/12"
    assert series_of(path, "QĐ-UBND") != series_of(path, "QĐ-BCĐ")


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31)))
def test_exchanging_twice_gives_the_date_back(date: datetime.date) -> None:
    turned = swapped(date.isoformat())
    assert turned is None or (datetime.date.fromisoformat(turned) and swapped(turned) == date.isoformat())


def test_dates_that_may_meet_are_in_no_order() -> None:
    assert younger("2022-12-01", "2022-11")
    assert not younger("2022-11-30", "2022-11")
    assert not younger("2022", "2022-03-01")
    assert of_year("2020-02-29", "2021") is None


def test_the_gravest_relation_counts_and_many_turn_against_the_speaker() -> None:
    (found,) = younger_than("2020-07-02", [Cited("a", "cites", "2020-12-07"), Cited("a", "amends", "2020-12-07")])
    assert (found.kind, found.severity, found.likely) == ("amendsYounger", "error", None)
    (own,) = younger_than("2020-07-02", [Cited(name, "cites", "2021-01-01") for name in "abc"])
    assert own.speaker and own.severity == "note"
    assert younger_than("2020-07-02", [Cited("a", "promulgates", "2021-01-01")]) == []
    (turned,) = younger_than("2020-07-02", [Cited("a", "basedOn", "2020-11-05")])
    assert turned.likely == "2020-05-11"


@pytest.mark.parametrize(
    ("word", "symbol", "meant"),
    [
        ("Thông tư", "QĐ-BTC", "Quyết định"),
        ("Quyết định", "KH-UBND", "Kế hoạch"),
        ("Quy định", "QĐ/TW", None),  # a party QĐ is both
        ("Văn bản", "KH-UBND", None),
        ("Công văn", "BC-UBND", None),
        ("Đề án", "QĐ-TTg", None),  # called by the act that promulgates it
        ("Thông tư", "TTLT-BGDĐT-BNV", None),
        ("Thông báo kết luận", "TB-UBND", None),
        ("Nghị quyết", "QH13", None),
        ("Tờ trình", "TT-LĐCL", None),  # a body outside the tables may use its own codes
    ],
)
def test_type_words_against_codes(word: str, symbol: str, meant: str | None) -> None:
    parsed = parse_symbol(symbol, word)
    assert parsed is not None
    assert type_by_code(word, parsed) == meant


@pytest.mark.parametrize(
    ("symbol", "right"),
    [
        ("NĐ-CO", "NĐ-CP"),
        ("TT-BNNPTNTT", "TT-BNNPTNT"),
        ("QĐ-UNBD", "QĐ-UBND"),
        ("QĐ-BNNMTT", "QĐ-BNNMT"),
        ("QĐ-CĐBVN", None),  # a body that the tables lack, one letter from another
        ("QĐ-TTG", None),  # mere spelling
        ("QĐ-TTg", None),
        ("TT-PT", None),
        ("TT-BDX", "TT-BXD"),
        ("TT-TBC", "TT-BTC"),  # letters exchanged tell more than a wrong one (TT-BBC, TT-NBC)
    ],
)
def test_codes_one_slip_from_a_known_one(symbol: str, right: str | None) -> None:
    parsed = parse_symbol(symbol)
    assert parsed is not None
    assert near_code(parsed) == right


@pytest.mark.parametrize(
    ("symbol", "date", "issuer", "right"),
    [
        ("QĐ-BTY", "2012-05-07", "byt", "QĐ-BYT"),
        ("QĐ-BTY", "2012-05-07", None, None),
        ("QĐ-TgT", "2012-02-17", "ttg", "QĐ-TTg"),
        ("QĐ-SXYZ", "2021-02-17", "ttg", None),
        ("TTr-TNMT", "2010-08-24", "stnmt.79-ho-chi-minh", None),  # how this office writes it
        ("TTr-SNTMT", "2010-08-24", "stnmt.79-ho-chi-minh", "TTr-STNMT"),
        ("HQ15", "2025", None, "QH15"),
        ("QH31", "2013-11-25", None, "QH13"),
        ("NQ-UBTQVH12", "2007-09-28", "ubtvqh", "NQ-UBTVQH12"),
        ("QH15", "2013", None, None),  # a wrong term, which is told as such
        ("HQ15", None, None, None),
    ],
)
def test_codes_of_the_stated_body_and_of_the_assembly(
    symbol: str, date: str | None, issuer: str | None, right: str | None
) -> None:
    parsed = parse_symbol(symbol)
    assert parsed is not None
    assert near_code(parsed, date, issuer) == right


@pytest.mark.parametrize(
    ("type", "name", "number", "date", "found"),
    [
        ("Luật", "Đất đai", "50/2014/QH13", None, Misnamed(True, None)),
        ("Luật", "Đất đai", "45/2013/QH13", None, None),
        ("Luật", "Thủy sản", "81/2017/QH14", None, Misnamed(False, "18/2017/QH14")),
        ("Luật", "Quản lý thuế", "10/2025/QH15", None, Misnamed(False, "108/2025/QH15")),
        ("Luật", "Doanh nghiệp", "39/2020/QH14", None, Misnamed(False, "59/2020/QH14")),
        ("Luật", "Quản lý ngoại thương", "5/2017/QH14", None, None),
        ("Luật", "Ban hành văn bản quy phạm pháp luật", "87/2025/QH15", None, None),  # called by what it amends
        ("Luật", "Đường sắt", "62/2020/QH14", None, Misnamed(True, None)),  # it amends the law on construction alone
        ("Luật", "Phòng cháy và chữa cháy", "55/2024/QH15", None, None),  # called in short
        ("Luật", "Thủy sản", "81/2014/QH14", None, None),  # another act of that name, for all that is known
        ("Luật", "Phòng, chống ma túy", "73/2012/QH14", None, None),
        ("Luật", "Lao động", "45/2019/QH14", None, None),  # no law of that name
        ("Luật", "Quy hoạch", "35/2018/QH14", None, None),  # it amends 37 laws, and is called by each
        ("Luật", "Thủy sản", "89/2015/QH13", "2015-11-23", Misnamed(True, None)),
    ],
)
def test_names_of_laws_against_their_numbers(
    type: str, name: str, number: str, date: str | None, found: Misnamed | None
) -> None:
    assert misnamed(type, name, number, date) == found


TEACHING = "quy định về liên thông giữa các trình độ giáo dục và đào tạo"


@pytest.mark.parametrize(
    ("stated", "shown", "official", "found"),
    [
        ("hướng dẫn lập hồ sơ mời thầu thiết bị y tế và sinh phẩm", TEACHING, False, True),
        ("chế độ bồi dưỡng đối với huấn luyện viên thể thao", TEACHING, False, True),
        ("hướng dẫn Luật Tố cáo", "Quy định chi tiết thi hành Luật Khiếu nại", True, False),
        ("hướng dẫn lập hồ sơ mời thầu thiết bị y tế", "Luật Khoáng sản Việt Nam mới", True, True),
        ("hướng dẫn lập hồ sơ mời thầu thiết bị y tế", "Luật Khoáng sản Việt Nam mới", False, False),
        ("thay thế Nghị định cũ bởi các văn bản nay đã lạc hậu nhiều", TEACHING, True, False),
        (
            "sửa đổi Nghị định số 132/2008/NĐ-CP và nội dung được thừa nhận khác",
            "sửa đổi Nghị định số 132/2008/NĐ-CP về chất lượng hàng hóa, sản phẩm",
            True,
            False,
        ),
    ],
)
def test_titles_that_cannot_be_of_one_document(stated: str, shown: str, official: bool, found: bool) -> None:
    assert apart(stated, shown, official=official) is found


def test_old_codes_are_no_slips() -> None:
    parsed = parse_symbol("TTLT-NV-NG")
    assert parsed is not None
    assert near_code(parsed, "1988") is None


@pytest.mark.parametrize(
    ("printed", "right"),
    [("CT-TW", "CT/TW"), ("CT/TW", None), ("HNVB-VPCP", "VBHN-VPCP"), ("QĐ-UBND", None), ("CV/VPTW/nb", None)],
)
def test_groups_in_a_wrong_order(printed: str, right: str | None) -> None:
    parsed = parse_symbol(printed)
    assert parsed is not None
    assert right_order(printed, parsed) == right


RIGHT = Member("12", 12, "2025-03-19", title="sua doi")
OTHERS = [Member("6", 6, "2025-01-24"), Member("11", 11, "2025-03-18"), Member("13", 13, "2025-03-20")]


@pytest.mark.parametrize(
    ("other", "doubted"),
    [
        (RIGHT._replace(id="2", number=2), ["2"]),  # 6 of January stands between
        (RIGHT._replace(id="2", number=2, firm=True), ["12"]),
        (RIGHT, []),
    ],
)
def test_of_two_numbers_of_one_act_the_one_out_of_order_is_doubted(other: Member, doubted: list[str]) -> None:
    assert [each.member.id for each in cited_twice([RIGHT, other], OTHERS)] == doubted
    assert [each.member.id for each in cited_twice([other, RIGHT], OTHERS)] == doubted


def test_two_that_speak_of_themselves_are_two_acts() -> None:
    both = [each._replace(firm=True) for each in (RIGHT, OTHERS[0])]
    assert cited_twice(both, OTHERS[1:]) == []


@pytest.mark.parametrize(
    ("issuer", "kind", "symbol", "title", "told"),
    [
        ("btc", "thong-tu", "TT-BTC", "sửa đổi một số điều của Thông tư", True),
        ("ttg", "quyet-dinh-qppl", "QĐ-TTg", "sửa đổi một số điều của Quyết định", True),
        ("ttg", "quyet-dinh", "QĐ-TTg", "phê duyệt chủ trương đầu tư dự án", False),
        ("ttg", "quyet-dinh", "QĐ-TTg", "phê duyệt Đề án phát triển làng nghề gốm giai đoạn mới", True),
        ("ubnd.14-son-la", "quyet-dinh", "QĐ-UBND", "công nhận xã đạt chuẩn nông thôn mới nâng cao năm 2020", False),
        ("bxd", "cong-van", "BXD", "xác nhận công nghệ sản xuất gạch bê tông cho công ty cổ phần", False),
        ("btc", "thong-tu", "TT-BTC", "sửa đổi một số điều", False),
        ("btc", "thong-tu", "TT-BTC", None, False),
    ],
)
def test_titles_that_tell_one_act(issuer: str, kind: str, symbol: str, title: str | None, told: bool) -> None:
    assert (mark(issuer, kind, symbol, title) is not None) == told


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [(2166, 1266, True), (2, 12, True), (345, 35, True), (878, 879, False), (12, 12, False), (123, 321, False)],
)
def test_numbers_one_slip_apart(one: int, other: int, slip: bool) -> None:
    assert one_slip(one, other) is one_slip(other, one) is slip


def test_decisions_of_one_day_are_one_only_where_the_numbers_tell() -> None:
    title = mark("ttg", "quyet-dinh", "QĐ-TTg", "phê duyệt Đề án phát triển làng nghề gốm giai đoạn mới")
    shared = Member("2166", 2166, "2010-11-30", title=title, shared=True)
    turned, next_one = (Member(str(n), n, "2010-11-30", title=title) for n in (1266, 2167))
    assert [each.member.id for each in cited_twice([shared, turned, next_one], [])] == ["1266"]


def test_a_title_told_in_fewer_words_is_the_same_where_the_numbers_tell() -> None:
    long = mark("cp", "nghi-dinh", "NĐ-CP", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nội vụ")
    short = mark("cp", "nghi-dinh", "NĐ-CP", "chức năng, nhiệm vụ, quyền hạn, cơ cấu tổ chức Bộ Nội vụ")
    health = mark("cp", "nghi-dinh", "NĐ-CP", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Y tế")
    right = Member("25", 25, "2025-02-21", title=long, shared=True)
    wrong, next_one, other = (
        Member(str(n), n, "2025-02-21", title=t) for n, t in ((52, short), (26, long), (2, health))
    )
    assert [each.member.id for each in cited_twice([right, wrong], [])] == ["52"]
    assert [each.member.id for each in cited_twice([right, other], [])] == []
    assert [each.member.id for each in cited_twice([right, next_one._replace(title=short)], [])] == []


def test_the_number_that_several_sources_cite_is_right() -> None:
    one = Member("62", 62, "2024-06-07", title="x", shared=True)
    assert [each.member.id for each in cited_twice([one, Member("26", 26, "2024-06-07", title="x")], [])] == ["26"]


def test_two_numbers_that_a_list_exchanged_are_each_told_with_the_day_of_the_other() -> None:
    one, other = Member("40", 40, "2020-05-01", others=("2020-07-01",)), Member("73", 73, "2020-07-01")
    assert meant([one, other]) == []
    other = other._replace(others=("2020-05-01",))
    assert [(each.member.id, each.other.id) for each in meant([one, other])] == [("40", "73"), ("73", "40")]
    assert meant([one, other, one._replace(id="52", number=52)]) == []  # with which of the two, nobody can tell


DECREES = [Member(str(n), n, day(3 * n), firm=True) for n in (10, 15, 20, 25, 31, 35, 40)]


@pytest.mark.parametrize(
    ("number", "of", "found"),
    [
        (13, 31, [("13", "31")]),  # exchanged digits
        (1, 31, [("1", "31")]),  # a digit lost
        (41, 31, []),  # a wrong digit: as often the day is wrong
        (18, 31, []),  # no slip leads from one to the other
    ],
)
def test_a_day_among_others_that_a_known_number_bears(number: int, of: int, found: list[tuple[str, str]]) -> None:
    wrong = Member(str(number), number, day(3 * of), title="quy dinh chi tiet ve bao hiem")
    assert [(each.member.id, each.other.id) for each in misnumbered([*DECREES, wrong])] == found
    assert misnumbered([*DECREES, wrong._replace(shared=True)]) == []  # several sources say so
    others = [each._replace(title="to chuc bo may cua nganh thong ke") for each in DECREES]
    assert misnumbered([*others, wrong]) == []


def test_a_title_of_the_same_day_tells_a_wrong_digit_where_the_other_number_is_known() -> None:
    title = "chi tiet ve bao hiem xa hoi bat buoc doi voi nguoi lao dong"
    known = Member("115", 115, "2015-11-11", firm=True, title=f"{title} lam viec o nuoc ngoai")
    cited = Member("119", 119, "2015-11-11", title=title)
    assert [each.member.id for each in cited_twice([known, cited], [])] == ["119"]
    assert cited_twice([known._replace(firm=False), cited], []) == []
    norms = cited._replace(title="dinh muc chi tiet ve bao hiem xa hoi bat buoc doi voi nguoi lao dong")
    assert cited_twice([known, norms], []) == []


@pytest.mark.parametrize(
    ("printed", "year", "right"),
    [
        ("05/13/2020", "2020", "2020-05-13"),
        ("5 tháng 13 năm 2020", None, "2020-05-13"),
        ("05/13/2020", "2021", None),
        ("31/02/2021", None, None),
        ("18 tháng 15 năm 2020", "2020", None),
        ("30 tháng 8 năm 201", None, None),
    ],
)
def test_a_month_that_is_a_day(printed: str, year: str | None, right: str | None) -> None:
    assert exchanged(printed, year) == right


def test_codes_near_several_and_codes_of_nobody() -> None:
    symbol = parse_symbol("TT-BTX")
    assert symbol is not None and near_code(symbol, "2009") is None
    assert {"TT-BTC", "TT-BTP"} <= set(near_codes(symbol, "2009"))
    assert of_nobody("Thông tư", symbol, "2009")
    assert not of_nobody("Tờ trình", symbol, "2009") and not of_nobody("Thông tư", symbol, None)


def test_every_kind_has_its_row() -> None:
    from typing import get_args

    from ontology.records import SuspicionKind

    assert {row.kind for row in suspicion_kinds()} == set(get_args(SuspicionKind))
    assert all(
        row.label_vi and row.label_en and row.means_vi and row.means_en and row.example for row in suspicion_kinds()
    )


MEMBERS = st.builds(
    lambda number, day: Member(f"{number}/{day}", number, f"2021-03-{day:02}"), st.integers(1, 6), st.integers(1, 28)
)


def test_two_documents_of_one_number_and_day_are_both_looked_beside() -> None:
    twice = [Member("a", 2, "2021-03-05"), Member("b", 2, "2021-03-05")]
    assert with_more([(3, "2021-03-01")], twice) is None


@given(st.lists(MEMBERS, max_size=6), st.data())
def test_an_order_kept_in_step_is_the_order_made_anew(members: list[Member], data: st.DataObject) -> None:
    order = in_order(members)
    if order is None:
        return
    gone = data.draw(st.lists(st.sampled_from(members), unique_by=id, max_size=len(members))) if members else []
    come = data.draw(st.lists(MEMBERS, max_size=4))
    left = [each for each in members if not any(each is other for other in gone)]
    assert with_more(without(order, gone), come) == in_order([*left, *come])


@given(st.lists(MEMBERS, max_size=8))
def test_nobody_is_odd_in_an_order(members: list[Member]) -> None:
    if in_order(members) is not None:
        assert odd_ones(members) == []
