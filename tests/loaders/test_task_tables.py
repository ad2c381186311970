"""Task tables and details below tasks: who leads, who takes part, when it is due."""

from __future__ import annotations

import pytest

from loaders.actions import roles
from loaders.read import extract
from ontology.records import Action, Source

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 55/KH-UBND\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKẾ HOẠCH\n\n"
    "Triển khai Nghị quyết số 10/NQ-HĐND\n\n{body}\n"
)


def tasks(body: str) -> tuple[str, list[Action]]:
    found = extract(Source("a.txt", PLAN.replace("{body}", body).encode(), "text/plain"))
    return found.text, [*found.actions, *found.tasks]


def words(text: str, action: Action) -> str:
    return text[action.span.start : action.span.end]


BARRED = (
    "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành\n"
    " | (1) | (2) | (3) | (4)\n"
    "I | Công tác tuyên truyền |  |  | \n"
    "1 | Biên soạn tài liệu hỏi đáp về chuyển đổi số | Sở Tư pháp | Sở Tài chính và các đơn vị liên quan | Quý II/2022\n"
    "2 | Tổ chức hội nghị phổ biến | Các sở, ban, ngành |  | Trước 30/9/2022\n"
)


def test_each_row_that_names_who_leads_is_a_planned_action() -> None:
    text, found = tasks(BARRED)
    assert [words(text, a) for a in found] == [
        "Biên soạn tài liệu hỏi đáp về chuyển đổi số",
        "Tổ chức hội nghị phổ biến",
    ]
    assert [a.actor for a in found] == ["Sở Tư pháp tỉnh Sơn La", "Các sở, ban, ngành"]
    assert [a.time for a in found] == ["Quý II/2022", "Trước 30/9/2022"]
    assert [a.partners for a in found] == [("Sở Tài chính", "các đơn vị liên quan"), ()]
    assert [a.status for a in found] == ["planned", "planned"]
    assert [a.path for a in found] == ["1", "2"]


def test_cells_broken_over_lines_are_put_together() -> None:
    table = (
        "|TT |Nội dung công việc        |Đơn vị chủ  |Thời gian  |\n"
        "|   |                          |trì         |hoàn thành |\n"
        "|I  |Cơ chế tài chính          |            |           |\n"
        "|   |Sửa quy chế chi tiêu      |Viện A      |6/2022     |\n"
        "|1  |Xây dựng đề án vị trí việc|Văn phòng   |Tháng 7 -  |\n"
        "|   |làm của cơ quan           |Sở          |8/2022     |\n"
    )
    text, found = tasks(table)
    assert [(a.actor, a.time) for a in found] == [("Viện A", "6/2022"), ("Văn phòng Sở", "Tháng 7 - 8/2022")]
    assert words(text, found[0]) == "Sửa quy chế chi tiêu"
    assert words(text, found[1]).startswith("Xây dựng đề án") and "làm của cơ quan" in words(text, found[1])


def test_the_rest_of_a_table_on_the_next_page_keeps_its_columns() -> None:
    _, found = tasks(
        BARRED
        + "\n\n\n\n\n3 | Kiểm tra việc thực hiện | Thanh tra tỉnh |  | Hằng năm\n4 | Tổng kết kế hoạch | Sở Nội vụ |  | 2023\n"
    )
    assert [a.actor for a in found][2:] == ["Thanh tra tỉnh Sơn La", "Sở Nội vụ tỉnh Sơn La"]


@pytest.mark.parametrize(
    "table",
    [
        "Trình tự | Nội dung công việc | Đơn vị thực hiện | Thời gian\nBước 1 | Tiếp nhận hồ sơ của dân | Bộ phận một cửa | 0,5 ngày\n",
        "TT | Chỉ tiêu | Đơn vị tính | Kết quả\n1 | Số hộ được cấp nước | hộ | 120\n",
        "TT | Họ và tên | Chức vụ | Chủ trì\n1 | Nguyễn Văn An | Giám đốc | x\n",
    ],
)
def test_procedures_results_and_lists_of_people_hand_out_nothing(table: str) -> None:
    assert tasks(table)[1] == []


def test_a_report_hands_out_nothing() -> None:
    paper = PLAN.replace("KẾ HOẠCH", "BÁO CÁO").replace("KH-UBND", "BC-UBND").replace("{body}", BARRED)
    found = extract(Source("a.txt", paper.encode(), "text/plain"))
    assert not [action for action in found.actions if action.span.start >= found.text.index("TT |")]


def test_details_below_a_task_say_who_leads_it() -> None:
    _, found = tasks(
        "I. NHIỆM VỤ\n\n1. Về hạ tầng\n\n"
        "a) Rà soát các hệ thống thông tin của tỉnh.\n\n- Đơn vị chủ trì: Công an tỉnh; phối hợp: Sở Tài chính, Sở Nội vụ.\n\n"
        "- Thời hạn hoàn thành: Quý IV năm 2022.\n\n"
        "b) Tham mưu Ủy ban nhân dân tỉnh phê duyệt Đề án dữ liệu dùng chung\n\n- Cơ quan chủ trì: Sở Tư pháp.\n\n"
        "- Phối hợp: Sở Nội vụ.\n\n"
    )
    assert [(a.actor, a.time) for a in found] == [
        ("Công an tỉnh Sơn La", "Quý IV năm 2022"),
        ("Sở Tư pháp tỉnh Sơn La", None),
    ]
    assert [a.partners for a in found] == [("Sở Tài chính", "Sở Nội vụ"), ("Sở Nội vụ",)]


def test_a_task_that_names_bodies_behind_a_colon_is_no_detail() -> None:
    _, found = tasks(
        "I. NHIỆM VỤ\n\n1. Sở Tư pháp\n\n- Phối hợp với các sở: Tài chính, Y tế xây dựng quy chế chung.\n\n"
    )
    assert [a.actor for a in found] == ["Sở Tư pháp tỉnh Sơn La"]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("đơn vị phối hợp thực hiện", "partner"),
        ("sở, ngành chủ trì tham mưu", "lead"),
        ("thời gian hoàn thành", "time"),
        ("nội dung/ nhiệm vụ", "task"),
        ("ghi chú", None),
    ],
)
def test_a_label_gives_one_role(label: str, role: str | None) -> None:
    assert roles.of(label) == role


@pytest.mark.parametrize(
    "lead",
    [
        "Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở, Chủ tịch UBND các huyện triển khai thực hiện các nội dung sau:",
        "Ngày 03/3/2023, UBND tỉnh đã có công văn số 390/UBND-VP chỉ đạo như sau:",
    ],
)
def test_what_a_lead_in_orders_stands_in_the_paragraphs_below_it(lead: str) -> None:
    paper = (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 39/UBND-KT\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKính gửi: Các sở\n\n"
        f"{lead}\n\nCông an tỉnh phối hợp với lực lượng kiểm lâm tuần tra các khu rừng.\n\n"
        "Rừng của tỉnh rộng và giàu.\n\nUBND các huyện, thành phố rà soát, kiện toàn Ban chỉ đạo.\n"
    )
    found = extract(Source("a.txt", paper.encode(), "text/plain"))
    assert [a.actor for a in found.actions] == ["Công an tỉnh Sơn La", "UBND các huyện, thành phố"]
    assert {a.status for a in found.actions} == {"planned"}


def test_a_decision_that_is_to_be_submitted_is_no_action_of_its_own() -> None:
    _, found = tasks(
        "I. NHIỆM VỤ\n\n1. Sở Y tế xây dựng, trình Ủy ban nhân dân tỉnh:\n\na) Kế hoạch đào tạo nhân lực y tế;\n\n"
        "b) Quyết định phê duyệt danh mục dịch vụ.\n"
    )
    assert found == []
