"""Forms of citation that portals, encyclopedias, courts and tax offices write, on sentences written for these tests."""

from collections.abc import Callable

import pytest

from ontology.records import Citation, Extraction, Work

Say = Callable[[str], Extraction]


def one(extraction: Extraction) -> Citation:
    (citation,) = extraction.citations
    return citation


def work_of(extraction: Extraction, printed: str) -> Work:
    by_id = {work.id: work for work in extraction.works}
    (work,) = {c.work for c in extraction.citations if c.mention.span.of(extraction.text) == printed}
    assert work is not None
    return by_id[work]


@pytest.mark.parametrize(
    ("sentence", "span", "number", "year", "symbol"),
    [
        ("theo Nghị định 100/NĐ-CP/2019 về giao thông", "Nghị định 100/NĐ-CP/2019", "100", "2019", "NĐ-CP"),
        ("theo Nghị định số 15\u20442020\u2044NĐ-CP", "Nghị định số 15\u20442020\u2044NĐ-CP", "15", "2020", "NĐ-CP"),
        ("theo Sắc lệnh số 143-NV đổi tên tỉnh", "Sắc lệnh số 143-NV", "143", None, "NV"),
        ("theo Sắc lệnh số 97 SL ngày 22/5/1950", "Sắc lệnh số 97 SL", "97", None, "SL"),
        ("theo Quyết định số 142-CT của Hội đồng Bộ trưởng", "Quyết định số 142-CT", "142", None, "CT"),
        ("theo Thông báo 286-TB-VPCP về cuộc họp", "Thông báo 286-TB-VPCP", "286", None, "TB-VPCP"),
        ("theo Bản án số 159/2022/HSST của tòa", "Bản án số 159/2022/HSST", "159", "2022", "HSST"),
        ("tại Công văn số 41//STC-HCSN về dự toán", "Công văn số 41//STC-HCSN", "41", None, "STC-HCSN"),
        ("tại Công văn số 12/SXD-QLN&\nTTBĐS về nhà ở", "Công văn số 12/SXD-QLN&\nTTBĐS", "12", None, "SXD-QLN&TTBĐS"),
    ],
)
def test_numbers_of_other_shapes(
    say: Say, sentence: str, span: str, number: str, year: str | None, symbol: str
) -> None:
    extraction = say(sentence)
    mention = one(extraction).mention
    assert mention.span.of(extraction.text) == span
    assert (mention.form, mention.number, mention.year, mention.symbol) == ("full", number, year, symbol)


@pytest.mark.parametrize(
    "sentence",
    ["Mẫu điện tử số 01-HĐ-BTC", "theo mẫu quyết định số 02-QĐ", "(Bảng kê số 02-BK)", "(Giấy đề nghị số 01-ĐN)"],
)
def test_what_no_type_word_tells_is_listed(say: Say, sentence: str) -> None:
    extraction = say(sentence)
    assert not extraction.citations
    assert [item.reason for item in extraction.unresolved] == ["symbol.unknown"]


@pytest.mark.parametrize(
    ("sentence", "type", "date", "issuer"),
    [
        ("Sắc lệnh số 34 lập Bộ", "Sắc lệnh", None, "Chủ tịch nước"),
        ("Quyết định số 206-CP/1979 về trợ cấp", "Quyết định", "1979", "Chính phủ"),
        (
            "Quyết định số 275-CP ngày 25/7/1979 của Hội đồng Chính phủ",
            "Quyết định",
            "1979-07-25",
            "Hội đồng Chính phủ",
        ),
        (
            "công văn số 205/HAN-QLDN5 ngày 03/10/2025 của Thuế thành phố Hà Nội",
            "Công văn",
            "2025-10-03",
            "Thuế thành phố Hà Nội",
        ),
        (
            "Circular No. 39/2016/TT-NHNN of the State Bank of Vietnam dated December 30, 2016",
            "Thông tư",
            "2016-12-30",
            "Ngân hàng Nhà nước Việt Nam",
        ),
        (
            "Ngày 18/11/2025, Bộ Tài chính ban hành Công văn 17/BTC-VP năm 2025",
            "Công văn",
            "2025-11-18",
            "Bộ Tài chính",
        ),
    ],
)
def test_whose_they_are_and_when(say: Say, sentence: str, type: str, date: str | None, issuer: str) -> None:
    extraction = say(sentence)
    (work,) = extraction.works
    assert (work.type, work.date, work.issuer and work.issuer.name) == (type, date, issuer)


def test_a_year_behind_each_of_a_list_is_its_own(say: Say) -> None:
    extraction = say("theo Kết luận 186-KL/TW năm 2025 và Kết luận 195-KL/TW năm 2025 của Bộ Chính trị")
    assert [work.date for work in extraction.works] == ["2025", "2025"]


def test_a_year_of_what_is_done_is_none_of_the_document(say: Say) -> None:
    extraction = say("báo cáo kết quả thực hiện Quyết định số 2289/QĐ-TTg năm 2022 trên địa bàn")
    assert [work.date for work in extraction.works] == [None]


def test_documents_of_a_list_share_their_body(say: Say) -> None:
    extraction = say(
        "Căn cứ Quyết định số 5/QĐ-UBND ngày 01/02/2022, Quyết định số 6/QĐ-UBND ngày 01/3/2022 của UBND tỉnh Quảng Trị"
    )
    assert {work.issuer and work.issuer.name for work in extraction.works} == {"Ủy ban nhân dân tỉnh Quảng Trị"}


def test_the_code_of_a_central_body_needs_no_neighbour(say: Say) -> None:
    extraction = say(
        "Thông báo số 1-TB/BCĐTW ngày 22/01/2025 và số 3-TB/BCĐTW ngày 06/3/2025 của Ban Chỉ đạo Trung ương X"
    )
    assert extraction.works[0].issuer is not None
    assert not extraction.works[0].issuer.key.startswith("x.")


@pytest.mark.parametrize(
    ("sentence", "provision"),
    [
        ("theo điểm 1.5 khoản 1 Công văn số 32/BYT-KCB", "điểm 1.5 khoản 1"),
        (
            "theo điểm b khoản 1 và điểm e khoản 2 Điều 5 Nghị định số 1/2026/NĐ-CP",
            "điểm b khoản 1 và điểm e khoản 2 Điều 5",
        ),
        ("theo điểm 13 Nghị quyết số 142/2024/QH15", "điểm 13"),
        ("theo Mẫu số 10a Thông tư số 01/2026/TT-BCT", "Mẫu số 10a"),
        ("theo Mẫu số 05 Phụ lục II Nghị định số 10/2024/NĐ-CP", "Mẫu số 05 Phụ lục II"),
        ("theo tiết a điểm 2.1 mục II Thông tư số 12/2020/TT-BTC", "tiết a điểm 2.1 mục II"),
    ],
)
def test_provisions(say: Say, sentence: str, provision: str) -> None:
    assert one(say(sentence)).mention.pinpoint == provision


def test_a_code_called_a_law_is_that_code(say: Say) -> None:
    extraction = say("Bộ luật Tố tụng hình sự số 101/2015/QH13; khoản 1 Điều 373 Luật Tố tụng hình sự năm 2015")
    assert len({citation.work for citation in extraction.citations}) == 1


def test_a_term_that_lost_a_figure_is_that_of_its_year(say: Say) -> None:
    assert work_of(say("bởi Luật số 43/2024/QH1"), "Luật số 43/2024/QH1").symbol == "QH15"


@pytest.mark.parametrize(
    ("sentence", "span", "year"),
    [
        ("theo Hiến pháp Việt Nam năm 2013, Quốc hội", "Hiến pháp Việt Nam năm 2013", "2013"),
        (
            "theo Hiến pháp nước Việt Nam Dân chủ Cộng hòa năm 1959.",
            "Hiến pháp nước Việt Nam Dân chủ Cộng hòa năm 1959",
            "1959",
        ),
        ("theo Hiến pháp Việt Nam Cộng hòa", "Hiến pháp", None),
    ],
)
def test_constitutions(say: Say, sentence: str, span: str, year: str | None) -> None:
    extraction = say(sentence)
    assert (one(extraction).mention.span.of(extraction.text), one(extraction).mention.year) == (span, year)


def test_what_amended_a_decree_in_brackets(say: Say) -> None:
    extraction = say("theo Nghị định 218/2013 (sửa 119/2014, 151/2014).")
    assert [(c.mention.number, c.mention.year) for c in extraction.citations] == [
        ("218", "2013"),
        ("119", "2014"),
        ("151", "2014"),
    ]


def test_the_own_number_above_the_head_is_no_citation(say: Say) -> None:
    extraction = say(
        "---\nso_hieu: 12/2026/TT-BNV\n---\n\nBỘ NỘI VỤ\nSố: 12/2026/TT-BNV\nHà Nội, ngày 29 tháng 5 năm 2026\n"
        "THÔNG TƯ\nHướng dẫn điều chỉnh trợ cấp\nCăn cứ Nghị định số 25/2025/NĐ-CP;"
    )
    assert [c.mention.span.of(extraction.text) for c in extraction.citations] == ["Nghị định số 25/2025/NĐ-CP"]


def test_the_name_of_a_place_goes_on_in_the_next_line(say: Say) -> None:
    extraction = say(
        "theo Nghị quyết số 22/2023/NQ-HĐND của Hội đồng nhân dân tỉnh Thừa Thiên\nHuế (nay là thành phố Huế);", "Huế"
    )
    (work,) = extraction.works
    assert work.issuer is not None
    assert work.issuer.name == "Hội đồng nhân dân tỉnh Thừa Thiên Huế"


def test_a_body_with_a_long_name_in_front(say: Say) -> None:
    extraction = say(
        "Ngày 11/9/2025, Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và đề án dân cư "
        "ban hành Quyết định 126/QĐ-BCĐCP năm 2025 về kế hoạch hoạt động"
    )
    assert [work.date for work in extraction.works] == ["2025-09-11"]
