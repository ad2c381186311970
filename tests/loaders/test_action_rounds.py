"""What four rounds of papers read whole taught: rests, lists of people, orders, articles that give tasks, rows whose
heading a paragraph cut off, programmes that hand on the decision that approves them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.records import Action, Extraction

Say = Callable[..., Extraction]

HEAD = "SỞ Y TẾ TỈNH SƠN LA\n\nSố: 12/{code}\n\nSơn La, ngày 05 tháng 6 năm 2022\n\n{kind}\n\n"
REPORT = HEAD.format(code="BC-SYT", kind="BÁO CÁO") + "Công tác năm 2022\n\nI. KẾT QUẢ THỰC HIỆN\n\n"
PLAN = HEAD.format(code="KH-SYT", kind="KẾ HOẠCH") + "Công tác năm 2023\n\nI. NHIỆM VỤ\n\n"
DIRECTIVE = HEAD.format(code="CT-SYT", kind="CHỈ THỊ") + "Về phòng, chống dịch\n\n"
LETTER = (
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nSố: 12/UBND-KT\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKính gửi: Sở Tài chính\n\n"
)


def words(said: Extraction) -> list[str]:
    return [action.span.of(said.text)[:24] for action in said.actions]


def last(said: Extraction) -> Action:
    return said.actions[-1]


@pytest.mark.parametrize(
    "block",
    [
        "? Cập nhật phần mềm bổ sung: số ca đã báo cáo là 95 ca.",
        "Toàn tỉnh có 02 bệnh viện tư nhân gồm: Bệnh viện An Bình, Bệnh viện Quốc tế\n\nVinmec Hòa Lạc và 660 cơ sở "
        "khám bệnh, chữa bệnh tư nhân.",
        "Đạt chỉ tiêu kế hoạch đề ra, đã khắc phục được tình trạng quá tải.",
        "- Các đơn vị tuyến huyện gồm 11 bệnh viện, trong đó 04 bệnh viện hạng 2 thực hiện 02 chức năng.",
    ],
)
def test_footnotes_rests_and_states_are_no_actions_of_a_report(say: Say, block: str) -> None:
    assert words(say(f"{REPORT}{block}\n")) == []


@pytest.mark.parametrize(
    "block",
    [
        "2, Khảo sát nguồn nhân lực tại các khoa\n\nThời gian: tháng 6.",
        "(2) Bà Trần Thị An - Phó Trưởng Phòng Tổ chức - Hành chính;",
        "a) Chính sách đối với cán bộ cơ sở đi đào tạo, bồi dưỡng;",
        "c) Hỗ trợ cơ sở vật chất và trang thiết bị:",
        "Tổ xây dựng kế hoạch lựa",
    ],
)
def test_headings_people_and_things_plan_nothing(say: Say, block: str) -> None:
    assert words(say(f"{PLAN}{block}\n")) == []


@pytest.mark.parametrize(
    ("block", "actor"),
    [
        ("Từng khoa của bệnh viện báo cáo theo Phụ lục I kèm theo Kế hoạch này.", "Từng khoa của bệnh viện"),
        ("- Tổ khảo sát tổng hợp, phân tích số liệu.", "Tổ khảo sát"),
        ("- Trưởng đoàn: Ông Trần Văn An - Giám đốc Sở - phụ trách chung.", "Sở Y tế tỉnh Sơn La"),
        ("- Kiên quyết đấu tranh với hành vi đầu cơ thuốc.", "Sở Y tế tỉnh Sơn La"),
        (
            "- Ủy ban nhân dân huyện, thành phố chỉ đạo các trạm y tế tổ chức tiêm chủng.",
            "Ủy ban nhân dân huyện, thành phố",
        ),
    ],
)
def test_tasks_and_who_is_to_do_them(say: Say, block: str, actor: str) -> None:
    action = last(say(f"{PLAN}{block}\n"))
    assert (action.status, action.actor) == ("planned", actor)


def test_a_cost_that_is_only_said_to_be_covered_plans_nothing(say: Say) -> None:
    said = say(
        f"{PLAN}Kinh phí thực hiện do ngân sách tỉnh bảo đảm.\n\nKinh phí tập huấn cho 20 xã là 300 triệu đồng.\n"
    )
    assert words(said) == ["Kinh phí tập huấn cho 20"]


def test_a_finding_is_no_proposal_because_it_tells_what_was_proposed(say: Say) -> None:
    said = say(f"{REPORT}Qua công tác thanh tra, đã phát hiện sai phạm, kiến nghị thu hồi 18 triệu đồng.\n")
    assert [action.status for action in said.actions] == ["done"]


def test_a_short_title_over_paragraphs_that_name_bodies_is_a_heading(say: Say) -> None:
    said = say(
        f"{DIRECTIVE}Giám đốc Sở yêu cầu:\n\n1. Chuẩn bị thi hành Luật\n\na) Triển khai công tác phổ biến pháp luật.\n\n"
        "Chi cục Dân số có trách nhiệm xây dựng chương trình phổ biến.\n\nb) Kiện toàn tổ chức bộ máy.\n\n"
        "Phòng Tổ chức cán bộ chủ trì rà soát bộ máy.\n"
    )
    assert words(said) == ["Chi cục Dân số có trách ", "Phòng Tổ chức cán bộ chủ"]


def test_a_row_that_a_paragraph_cut_off_keeps_who_acts(say: Say) -> None:
    said = say(
        f"{DIRECTIVE}Giám đốc Sở yêu cầu:\n\n1. Các bệnh viện tuyến tỉnh:\n\na) Tổ chức tập huấn phần mềm cho cán bộ:\n\n"
        "Chậm nhất ngày 30/6/2022, bảo đảm 100% máy trạm được cài đặt.\n\nb) Báo cáo kết quả thực hiện hằng quý.\n"
    )
    assert {action.actor for action in said.actions} == {"Các bệnh viện tuyến tỉnh"}


def test_a_directive_carries_out_what_the_paragraph_before_its_lead_in_names(say: Say) -> None:
    said = say(
        f"{DIRECTIVE}Thực hiện Chỉ thị số 25/CT-TTg ngày 05/12/2021 của Thủ tướng Chính phủ về phòng, chống dịch.\n\n"
        "Giám đốc Sở yêu cầu các đơn vị thực hiện những việc sau:\n\n1. Quán triệt tới toàn thể cán bộ.\n"
    )
    assert last(said).implements == ("doc/ttg/chi-thi/2021/25",)


APPROVAL = "Quyết định số 726/QĐ-TTg ngày 16/6/2022 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển ngành dược"


def test_a_programme_that_is_carried_out_hands_on_the_decision_that_approves_it(say: Say) -> None:
    said = say(
        f"{REPORT}- Sở đã ban hành văn bản phổ biến {APPROVAL}.\n\n"
        "- Đã tổ chức 02 lớp để triển khai khẩn trương, có hiệu quả Chiến lược phát triển ngành dược.\n\n"
        "- Đã góp ý dự thảo Chiến lược phát triển ngành dược.\n"
    )
    assert [action.implements for action in said.actions][1:] == [("doc/ttg/quyet-dinh/2022/726",), ()]


def test_a_report_on_a_programme_carries_out_the_decision_that_the_text_names(say: Say) -> None:
    said = say(
        HEAD.format(code="BC-SYT", kind="BÁO CÁO")
        + "Kết quả triển khai Chiến lược phát triển ngành dược\n\nI. KẾT QUẢ\n\n1. Chỉ đạo\n\n"
        f"Sau khi có {APPROVAL}, Sở đã ban hành 01 kế hoạch.\n\n2. Kiểm tra\n\nSở đã kiểm tra 07 cơ sở.\n"
    )
    assert last(said).implements == ("doc/ttg/quyet-dinh/2022/726",)


def test_a_project_hands_on_no_decision(say: Say) -> None:
    said = say(
        f"{REPORT}- Quyết định số 15/QĐ-UBND ngày 02/3/2022 của UBND tỉnh phê duyệt Dự án “Nâng cấp Trạm Y tế Nà Bó”.\n\n"
        "- Đã triển khai Dự án “Nâng cấp Trạm Y tế Nà Bó”, hoàn thành 02 hạng mục.\n"
    )
    assert last(said).implements == ()


@pytest.mark.parametrize(
    ("block", "actor"),
    [
        (
            "Trong thời gian chờ di dời, giao các sở, ngành liên quan tăng cường kiểm tra cơ sở cũ.",
            "Các sở, ngành liên quan",
        ),
        ("Sở Tài chính chủ trì, phối hợp với các cơ quan góp ý dự thảo Nghị định.", "Sở Tài chính tỉnh Sơn La"),
        (
            "2. Sở Tài chính chịu trách nhiệm toàn diện về nội dung đề xuất và số liệu của hồ sơ kèm theo.",
            "Sở Tài chính tỉnh Sơn La",
        ),
    ],
)
def test_a_letter_that_decides_directs_other_bodies(say: Say, block: str, actor: str) -> None:
    said = say(f"{LETTER}Xét đề nghị của các sở, Chủ tịch UBND tỉnh có ý kiến như sau:\n\n{block}\n")
    assert [(action.status, action.actor) for action in said.actions] == [("planned", actor)]


@pytest.mark.parametrize(
    ("asks", "found"),
    [
        ("yêu cầu các tổ chức, doanh nghiệp có kho thuốc nổ thực hiện những việc sau", 1),
        ("đề nghị các tổ chức, doanh nghiệp có kho thuốc nổ thực hiện những việc sau", 0),
        ("đề nghị Công ty Cổ phần An Bình thực hiện những việc sau", 0),
    ],
)
def test_an_order_to_a_class_of_bodies_is_a_task_and_a_request_is_none(say: Say, asks: str, found: int) -> None:
    said = say(
        f"{LETTER}Để bảo đảm an toàn, Ủy ban nhân dân tỉnh {asks}:\n\n1. Rà soát, khắc phục ngay các thiếu sót.\n"
    )
    assert len(said.actions) == found


@pytest.mark.parametrize(
    ("verb", "found"),
    [("yêu cầu", ["planned"]), ("đề nghị", [])],
)
def test_a_letter_may_be_nothing_but_its_order(say: Say, verb: str, found: list[str]) -> None:
    said = say(
        f"{LETTER}Thực hiện chức năng, nhiệm vụ được giao, Ủy ban nhân dân tỉnh {verb} các đơn vị sử dụng hóa chất khẩn "
        "trương báo cáo trước ngày 08/4/2022.\n"
    )
    assert [action.status for action in said.actions] == found


DECISION = (
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nSố: 12/{code}\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nQUYẾT ĐỊNH\n\n"
    "Về việc hỗ trợ kinh phí tiêm chủng\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Dược ngày 06/4/2016;\n\n"
    "QUYẾT ĐỊNH:\n\nĐiều 1. Hỗ trợ 500 triệu đồng cho Sở Y tế.\n\n{tasks}\n\n"
    "Điều 4. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này.\n"
)
TASKS = (
    "Điều 2. Phân công trách nhiệm\n\n1. Sở Tài chính chịu trách nhiệm về nguồn kinh phí.\n\n"
    "Điều 3. Giao Sở Y tế chủ trì, phối hợp với các sở quản lý kinh phí."
)


def test_articles_of_a_decision_about_one_case_give_tasks(say: Say) -> None:
    said = say(DECISION.format(code="QĐ-UBND", tasks=TASKS))
    assert words(said) == ["1. Sở Tài chính chịu trá", "Điều 3. Giao Sở Y tế chủ"]
    assert {action.status for action in said.actions} == {"planned"}


@pytest.mark.parametrize(
    ("code", "tasks"),
    [
        ("2022/QĐ-UBND", TASKS),
        (
            "QĐ-UBND",
            "Điều 2. Hội đồng có nhiệm vụ tư vấn, rà soát kinh phí.\n\nĐiều 3. Công ty A thực hiện nghĩa vụ thuế.",
        ),
        ("QĐ-UBND", "Điều 2. Các đơn vị được giao tự chủ:\n\n1. Trung tâm Phục hồi chức năng.\n\n2. Bệnh viện Phổi."),
    ],
)
def test_rules_functions_and_lists_of_a_decision_give_none(say: Say, code: str, tasks: str) -> None:
    assert words(say(DECISION.format(code=code, tasks=tasks))) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Sở đã triển khai Chương trình an ninh hàng không dân dụng Việt Nam.",
            "Chương trình an ninh hàng không dân dụng Việt Nam",
        ),
        (
            "Sở đã triển khai Chương trình phòng, chống HIV/AIDS năm 2022.",
            "Chương trình phòng, chống HIV/AIDS năm 2022",
        ),
        (
            "Sở đã triển khai Đề án giảm quá tải bệnh viện nhưng không đạt tiến độ.",
            "Đề án giảm quá tải bệnh viện",
        ),
        (
            "Sở đã triển khai Đề án tái cơ cấu ngành y tế và Chỉ thị số 11/CT-TTg.",
            "Đề án tái cơ cấu ngành y tế",
        ),
    ],
)
def test_where_the_name_of_a_programme_ends(say: Say, sentence: str, name: str) -> None:
    assert [programme.name for programme in say(f"{REPORT}- {sentence}\n").programmes] == [name]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (
            "Triển khai Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, nước sinh hoạt, tỉnh đã hỗ trợ 120 hộ.",
            "Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, nước sinh hoạt",
        ),
        (
            "- Tiểu dự án 2 - Dự án 3: Hỗ trợ phát triển sản xuất theo chuỗi giá trị, đã giải ngân 20 tỷ đồng.",
            "Tiểu dự án 2 - Dự án 3: Hỗ trợ phát triển sản xuất theo chuỗi giá trị",
        ),
        (
            "- Đã triển khai đề án phát triển du lịch cộng đồng tỉnh Sơn La giai đoạn 2021-2025.",
            "Đề án phát triển du lịch cộng đồng tỉnh Sơn La giai đoạn 2021-2025",
        ),
    ],
)
def test_parts_of_national_programmes_and_names_that_their_years_tell_apart(say: Say, block: str, name: str) -> None:
    assert [programme.name for programme in say(f"{REPORT}{block}\n").programmes] == [name]


@pytest.mark.parametrize(
    "block", ["- Đã đánh giá chương trình công tác giai đoạn 2021-2025.", "HỒ SƠ DỰ ÁN\n\n1. Tên dự án đã thẩm định."]
)
def test_a_programme_of_work_and_a_heading_over_a_number_name_none(say: Say, block: str) -> None:
    assert say(f"{REPORT}{block}\n").programmes == ()


def test_a_scheme_that_carries_out_a_strategy_leaves_the_name_to_the_strategy(say: Say) -> None:
    said = say(f"{REPORT}- Đã triển khai đề án thực hiện Chiến lược sở hữu trí tuệ giai đoạn 2021-2030 tại 05 huyện.\n")
    assert [programme.name for programme in said.programmes] == ["Chiến lược sở hữu trí tuệ giai đoạn 2021-2030"]


def test_organisations_are_partners_though_their_word_is_a_verb_too(say: Say) -> None:
    action = last(say(f"{PLAN}- Phối hợp chặt chẽ với các tổ chức đoàn thể tổ chức 02 hội nghị.\n"))
    assert action.partners == ("các tổ chức đoàn thể",)


def test_a_decision_that_breaks_off_behind_the_number_of_an_article(say: Say) -> None:
    text = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/QĐ-UBND\nSơn La, ngày 5 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\nVề nghề cá\n\nĐiều 1"
    assert say(text).header.number == "12"
