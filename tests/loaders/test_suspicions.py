"""What a text states and can hardly be right."""

from __future__ import annotations

import pytest

from loaders.read import extract
from ontology.records import SELF, Extraction, Source

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 15/BC-UBND\nSơn La, ngày 05 tháng 3 năm 2021\n\nBÁO CÁO\nKết quả công tác\n\n"
)


def read(body: str, head: str = HEAD) -> Extraction:
    return extract(Source("bao-cao.txt", (head + body).encode(), "text/plain"))


def told(found: Extraction) -> list[tuple[str, str, str, str | None]]:
    return [(each.kind, each.severity, each.stated, each.likely) for each in found.suspicions]


IN_ORDER = """- Quyết định số 878/QĐ-UBND ngày 29/4/2020 của UBND tỉnh về đo lường;
- Quyết định số 1161/QĐ-UBND ngày 08/6/2020 của UBND tỉnh về nhiệm vụ;
- Quyết định số 1744/QĐ-UBND ngày 06/8/2020 của UBND tỉnh về quản lý;
- Quyết định số 2029/QĐ-UBND ngày 14/9/2020 của UBND tỉnh về dự án;
"""


def test_a_date_out_of_number_order_with_both_places() -> None:
    found = read(IN_ORDER + "- Quyết định số 1162/QĐ-UBND ngày 08/5/2020 của UBND tỉnh về kế hoạch.\n")
    assert told(found) == [("seriesOrder", "warning", "2020-05-08", "2020-06-08")]
    (suspicion,) = found.suspicions
    assert [span.of(found.text) for span in suspicion.spans] == [
        "Quyết định số 1162/QĐ-UBND ngày 08/5/2020",
        "Quyết định số 1161/QĐ-UBND ngày 08/6/2020",
    ]
    assert suspicion.other == "doc/ubnd.14-son-la/quyet-dinh/2020/1161"


def test_numbers_whose_body_is_only_guessed_are_in_no_series() -> None:
    body = IN_ORDER + "- Quyết định số 1162/QĐ-UBND ngày 08/5/2020 về kế hoạch.\n"
    assert told(read(body)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Căn cứ Nghị định số 78/2019/NĐ-CP ngày 01 tháng 4 năm 2018 của Chính phủ.",
            ("yearSlip", "error", "2018-04-01", "2019-04-01"),
        ),
        (
            "Căn cứ Thông tư số 12/2019/QĐ-BTC ngày 01/4/2019 của Bộ trưởng Bộ Tài chính.",
            ("typeSymbol", "warning", "Thông tư", "Quyết định"),
        ),
        (
            "Thực hiện Chỉ thị số 48/CT-TW ngày 22/10/2010 của Bộ Chính trị.",
            ("codeUnknown", "note", "48/CT-TW", "48-CT/TW"),
        ),
        (
            "Căn cứ Nghị định số 12/2019/NĐ-CO ngày 01/4/2019.",
            ("codeUnknown", "warning", "12/2019/NĐ-CO", "12/2019/NĐ-CP"),
        ),
        (
            "Căn cứ Nghị quyết số 35/NQ-CX ngày 01/4/2019 của Chính phủ.",
            ("codeUnknown", "warning", "35/NQ-CX", "35/NQ-CP"),
        ),
        (
            "Căn cứ Quyết định số 92/QĐ-UBNX ngày 01/4/2019 của UBND tỉnh.",
            ("codeUnknown", "warning", "92/QĐ-UBNX", "92/QĐ-UBND"),
        ),
        (
            "Căn cứ Quyết định số 100/QĐ-TTg ngày 12/5/2021 của Thủ tướng Chính phủ.",
            ("citedYounger", "warning", "2021-05-12", None),
        ),
        (
            "Báo cáo này thay thế Báo cáo số 27/BC-UBND ngày 12/5/2021 của UBND tỉnh.",
            ("amendsYounger", "error", "2021-05-12", None),
        ),
    ],
)
def test_each_kind_alone(body: str, expected: tuple[str, str, str, str | None]) -> None:
    assert told(read(body)) == [expected]


@pytest.mark.parametrize(
    ("body", "stated", "likely"),
    [
        ("Căn cứ Nghị định số 15/2019/NĐ-CP ngày 31/02/2019 của Chính phủ.", "31/02/2019", None),
        ("Căn cứ Thông tư số 12/2020/TT-BTC ngày 05/13/2020 của Bộ Tài chính.", "05/13/2020", "2020-05-13"),
        (
            "Theo Thông tư số 12/2020/TT-BTC ngày 30/4/2020.\n\n"
            "Căn cứ Thông tư số 12/2020/TT-BTC của Bộ Tài chính ngày 31 tháng 4\nnăm 2020.",
            "31 tháng 4 năm 2020",
            "2020-04-30",
        ),
    ],
)
def test_a_day_that_the_calendar_does_not_have(body: str, stated: str, likely: str | None) -> None:
    found = read(body)
    assert told(found) == [("noSuchDay", "error", stated, likely)]
    assert found.suspicions[0].spans[0].of(found.text).endswith((stated, "31 tháng 4\nnăm 2020"))


def test_a_task_behind_a_mere_number_does_not_contradict_the_title_that_stands_with_the_day() -> None:
    cited = "Thông tư số 29/2019/TT-BTC ngày 16 tháng 5 năm 2019 của Bộ Tài chính"
    body = (
        "Các sở theo Phụ lục II Thông tư số 29/2019/TT-BTC báo cáo Bộ Tài chính theo hình thức quy định tại Điều 9.\n\n"
        f"Căn cứ {cited} quy định về công tác tổng hợp, phân tích, dự báo giá thị trường."
    )
    found = read(body)
    assert [each.conflicts for each in found.citations] == [(), ()]
    assert [work.title for work in found.works] == ["quy định về công tác tổng hợp, phân tích, dự báo giá thị trường"]


@pytest.mark.parametrize(
    ("code", "bodies", "other"),
    [
        ("BGDĐT-BTP", "Bộ Giáo dục và Đào tạo và Bộ Nội vụ", "Bộ Giáo dục và Đào tạo và Bộ Tư pháp"),
        ("BGDĐT-BNV", "Bộ Giáo dục và Đào tạo, Bộ Nội vụ", None),
        ("BGDĐT-BNV", "Bộ Giáo dục và Đào tạo", None),
    ],
)
def test_the_bodies_of_a_joint_circular_against_their_codes(code: str, bodies: str, other: str | None) -> None:
    found = read(f"Căn cứ Thông tư liên tịch số 36/2014/TTLT-{code} ngày 28/11/2014 của {bodies} quy định mã số.")
    (citation,) = found.citations
    assert [(each.field, each.other) for each in citation.conflicts] == ([("issuer", other)] if other else [])


def test_of_two_days_of_a_law_the_one_on_which_it_was_passed() -> None:
    body = "Căn cứ Luật Doanh nghiệp ngày 08 tháng 12 năm 2014;\n\nCăn cứ Luật Doanh nghiệp ngày 26 tháng 11 năm 2014;"
    found = read(body)
    assert [(work.id, work.date) for work in found.works] == [("doc/qh/luat/qh13/68", "2014-11-26")]
    assert [[each.stated for each in citation.conflicts] for citation in found.citations] == [["2014-12-08"], []]


def test_two_numbers_of_two_years_exchanged_in_a_list() -> None:
    body = (
        "Căn cứ Thông tư số 16/1999/TT-BYT ngày 18/10/2014 của Bộ Y tế.\n\n"
        "Căn cứ Thông tư số 22/2014/TT-BYT ngày 09/8/1999 của Bộ Y tế."
    )
    assert told(read(body)) == [
        ("yearSlip", "error", "2014-10-18", "1999-08-09"),
        ("yearSlip", "error", "1999-08-09", "2014-10-18"),
    ]


def test_the_text_tells_which_of_two_near_codes_is_meant() -> None:
    wrong = "Căn cứ Thông tư số 79/2009/TT-BTX ngày 20/4/2009."
    assert told(read(wrong)) == [("codeUnknown", "warning", "79/2009/TT-BTX", None)]
    known = f"{wrong}\n\nTheo Thông tư số 79/2009/TT-BTC."
    assert told(read(known)) == [("codeUnknown", "error", "79/2009/TT-BTX", "79/2009/TT-BTC")]


def test_day_and_month_exchanged_in_one_text() -> None:
    right, wrong = "Hướng dẫn số 36-HD/VPTW ngày 03/4/2018", "Hướng dẫn số 36-HD/VPTW ngày 04/3/2018"
    found = read(f"Theo {right} về thể thức.\n\nThực hiện {wrong}.\n\nCăn cứ {right}.")
    assert told(found) == [("dayMonthSwapped", "error", "2018-03-04", "2018-04-03")]
    assert wrong in {span.of(found.text) for span in found.suspicions[0].spans}


def test_the_text_knows_the_number_of_the_other_year() -> None:
    body = "Căn cứ Nghị định số 54/2016/NĐ-CP ngày 08/5/2017 của Chính phủ.\n\nTheo Nghị định số 54/2017/NĐ-CP."
    assert told(read(body)) == [("yearSlip", "error", "2017-05-08", "54/2017/NĐ-CP")]


@pytest.mark.parametrize(
    "body",
    [
        "Căn cứ Quyết định số 844/QĐ-TTG ngày 18/5/2016 của Thủ tướng Chính phủ.",
        "Theo Văn bản số 12/KH-UBND ngày 02/3/2020 của UBND tỉnh.",
        "Thực hiện Quy định số 66-QĐ/TW ngày 06/02/2017 của Ban Bí thư.",
        "Thực hiện Đề án số 996/QĐ-TTg ngày 10/8/2018.",
        "Căn cứ Luật Khoa học và Công nghệ số 29/2013/QH13 ngày 18/6/2013.",
        "Căn cứ Nghị định số    /2022/NĐ-CP ngày    tháng    năm 2023 của Chính phủ.",
    ],
)
def test_what_is_no_reason_to_doubt(body: str) -> None:
    assert told(read(body)) == []


def test_a_draft_has_no_date_to_be_older_than() -> None:
    head = HEAD.replace("Số: 15/BC-UBND", "Số:    /BC-UBND").replace("ngày 05 tháng 3", "ngày    tháng 3")
    assert told(read("Căn cứ Quyết định số 100/QĐ-TTg ngày 12/5/2021 của Thủ tướng Chính phủ.", head)) == []


def test_many_younger_documents_put_the_date_of_the_text_in_doubt() -> None:
    body = "\n\n".join(f"Căn cứ Quyết định số {n}/QĐ-TTg ngày 12/5/2021 của Thủ tướng Chính phủ." for n in (7, 8, 9))
    found = read(body)
    assert [(each.kind, each.severity, each.work, each.stated) for each in found.suspicions] == [
        ("citedYounger", "note", SELF, "2021-03-05")
    ]


def test_a_heading_that_contradicts_the_code_of_its_number() -> None:
    """A decision that changes a permit and bears the permit's code: it calls itself a decision."""
    head = (
        HEAD.replace("15/BC", "15/GP").replace("BÁO CÁO\nKết quả công tác", "QUYẾT ĐỊNH\nVề việc điều chỉnh giấy phép")
        + "Căn cứ Luật Khoáng sản;\n\nQUYẾT ĐỊNH:\n\n"
    )
    found = read("Điều 1. Điều chỉnh giấy phép.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n", head)
    assert found.header.type == "Quyết định"
    assert [each.work for each in found.citations if each.mention.form == "anaphor"] == [SELF]
    assert told(found) == [("typeSymbol", "warning", "Quyết định", None)]
    (suspicion,) = found.suspicions
    assert suspicion.work == SELF


def test_the_name_of_a_law_against_its_number() -> None:
    found = read("Căn cứ Luật Đất đai số 50/2014/QH13; Luật Thủy sản số 81/2017/QH14; Luật Thống kê số 89/2015/QH13.")
    assert told(found) == [
        ("nameNumber", "error", "Luật Đất đai số 50/2014/QH13", "Luật Xây dựng số 50/2014/QH13"),
        ("nameNumber", "warning", "Luật Thủy sản số 81/2017/QH14", "18/2017/QH14"),
    ]


def test_a_law_that_names_itself_with_its_number_is_no_slip() -> None:
    head = "QUỐC HỘI\n-----\nLuật số: 18/2017/QH14\n\nHà Nội, ngày 21 tháng 11 năm 2017\n\nLUẬT\nTHỦY SẢN\n\n"
    assert told(read("Luật Thủy sản số 18/2017/QH14 quy định về hoạt động thủy sản.", head)) == []


def test_the_number_of_the_named_law_that_the_text_itself_knows_is_likely() -> None:
    found = read("Luật Đất đai số 45/2013/QH13. Theo Luật Đất đai số 50/2014/QH13 thì giao đất.")
    assert told(found) == [("nameNumber", "error", "Luật Đất đai số 50/2014/QH13", "45/2013/QH13")]


def test_a_wrong_term_is_told_once() -> None:
    found = read("Căn cứ Luật Phòng, chống ma túy số 73/2021/QH15.")
    assert told(found) == []
    assert [each.field for citation in found.citations for each in citation.conflicts] == ["symbol"]
    assert [work.id for work in found.works] == ["doc/qh/luat/qh14/73"]


def test_letters_exchanged_in_a_code() -> None:
    body = "Nghị định số 5/2020/HQ14; Quyết định số 9/QĐ-BTY ngày 3/4/2020 của Bộ Y tế; Luật Đất đai số 31/2024/HQ15."
    assert [(each.kind, each.likely) for each in read(body).suspicions if each.kind == "codeUnknown"] == [
        ("codeUnknown", "5/2020/QH14"),
        ("codeUnknown", "9/QĐ-BYT"),
        ("codeUnknown", "31/2024/QH15"),
    ]


def test_a_type_that_the_assembly_does_not_issue() -> None:
    found = read("Nghị định số 15/2012/QH13 về xử lý vi phạm hành chính; Chương trình số 15/2012/QH13.")
    assert [(each.kind, each.stated, each.likely) for each in found.suspicions] == [("typeSymbol", "Nghị định", "Luật")]


TITLES = """Nghị định số 5/2020/NĐ-CP ngày 3/2/2020 của Chính phủ quy định về tổ chức lễ tang cán bộ, công chức, viên chức;
Nghị định số 5/2020/NĐ-CP ngày 3/2/2020 của Chính phủ hướng dẫn lập hồ sơ mời thầu thiết bị y tế và sinh phẩm;
Nghị định số 5/2020/NĐ-CP ngày 3/2/2020 của Chính phủ quy định về tổ chức lễ tang cán bộ, công chức, viên chức.
"""


def test_a_title_that_cannot_be_of_the_document() -> None:
    conflicts = [[(each.field, each.stated) for each in citation.conflicts] for citation in read(TITLES).citations]
    assert conflicts == [[], [("title", "hướng dẫn lập hồ sơ mời thầu thiết bị y tế và sinh phẩm")], []]


def test_the_title_that_the_others_are_like_is_the_usual_one_however_they_are_cut() -> None:
    wrong, whole, *_ = TITLES.split("\n")
    cut = "Nghị định số 5/2020/NĐ-CP về tổ chức lễ tang cán bộ, công chức."
    conflicts = [each.conflicts for each in read("\n".join([whole, wrong, cut])).citations]
    assert [[conflict.field for conflict in each] for each in conflicts] == [["title"], [], []]


def test_a_ministry_did_not_issue_what_its_forerunner_numbered() -> None:
    named = "Thông tư số 27/2016/TT-BLĐTBXH ngày 1/9/2016 của Bộ {}. "
    found = read(named.format("Lao động - Thương binh và Xã hội") + named.format("Y tế"))
    assert [[each.stated for each in citation.conflicts] for citation in found.citations] == [[], ["Bộ Y tế"]]
    party = read("Kết luận số 27-KL/TW ngày 24/4/2020 của Bộ Y tế.")
    assert [[each.stated for each in citation.conflicts] for citation in party.citations] == [["Bộ Y tế"]]
