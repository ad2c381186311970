"""What web pages and documents of rules taught: pages without a letterhead, sentences that a page broke behind a label,
rules that are nobody's task, and who is told in a heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.records import Extraction

Say = Callable[..., Extraction]

PLAN = "SỞ Y TẾ TỈNH SƠN LA\n\nSố: 12/KH-SYT\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKẾ HOẠCH\n\nCông tác năm 2023\n\n"


def words(said: Extraction) -> list[str]:
    return [action.span.of(said.text)[:30] for action in said.actions]


def test_a_page_that_is_headed_as_a_report_is_one(say: Say) -> None:
    said = say(
        "Kết quả thực hiện Chương trình giảm nghèo tỉnh Sơn La 6 tháng đầu năm 2023\n\n1. Công tác chỉ đạo\n\n"
        "Ủy ban nhân dân tỉnh đã tổ chức 02 hội nghị tổng kết công tác giảm nghèo tại các huyện.\n"
    )
    (action,) = said.actions
    assert (action.status, action.actor) == ("done", "Ủy ban nhân dân tỉnh Sơn La")


def test_a_page_that_hands_on_an_order_lists_tasks(say: Say) -> None:
    said = say(
        "Tại buổi họp sáng 09/11/2022, Bí thư Tỉnh ủy yêu cầu Ủy ban nhân dân tỉnh tập trung thực hiện một số việc sau:\n\n"
        "- Đẩy mạnh rà soát, đôn đốc thực hiện các kế hoạch đã đề ra.\n\n"
        "- Tích cực triển khai các phương án phòng, chống lụt, bão.\n"
    )
    assert [action.status for action in said.actions] == ["planned", "planned"]


def test_a_page_that_says_nothing_of_itself_states_nothing(say: Say) -> None:
    assert words(say("Thông tin về hội\n\n- Tổ chức 02 lớp tập huấn cho hội viên tại các xã.\n")) == []


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("CHÍNH PHỦ\n\nSố: 20/2026/NQ-CP\n\nHà Nội, ngày 05 tháng 6 năm 2026\n\nNGHỊ QUYẾT\n\nCắt giảm thủ tục\n\n", 0),
        ("CHÍNH PHỦ\n\nSố: 20/NQ-CP\n\nHà Nội, ngày 05 tháng 6 năm 2026\n\nNGHỊ QUYẾT\n\nNhiệm vụ năm 2026\n\n", 2),
        ("QUỐC HỘI\n\nNghị quyết số: 27/2026/QH16\n\nNGHỊ QUYẾT\n\nKế hoạch đầu tư công\n\n", 2),
    ],
)
def test_a_resolution_that_lays_down_rules_gives_no_tasks(say: Say, head: str, count: int) -> None:
    said = say(
        f"{head}I. Nhiệm vụ của các bộ, địa phương\n\n1. Bộ Nội vụ chủ trì rà soát hồ sơ, báo cáo Chính phủ trong năm.\n\n"
        "2. Bộ Tài chính bố trí kinh phí, hướng dẫn các địa phương thực hiện.\n"
    )
    assert len(said.actions) == count


def test_a_sentence_that_a_page_breaks_behind_its_label_is_one_block(say: Say) -> None:
    said = say(f"{PLAN}II. NHIỆM VỤ\n\n1. Phát triển\nhạ tầng dữ liệu\n\na) Hoàn thiện\ntrung tâm dữ liệu của tỉnh.\n")
    (action,) = said.actions
    assert action.span.of(said.text) == "a) Hoàn thiện\ntrung tâm dữ liệu của tỉnh."


def test_whom_a_heading_orders_in_small_letters_acts_below_it(say: Say) -> None:
    said = say(
        "THỦ TƯỚNG CHÍNH PHỦ\n\nSố: 1248/QĐ-TTg\n\nHà Nội, ngày 09 tháng 7 năm 2026\n\nQUYẾT ĐỊNH\n\nBan hành Bộ tiêu chí A\n\n"
        "Điều 1. Ban hành Bộ tiêu chí A.\n\nĐiều 2. Giao các Bộ, cơ quan ngang Bộ:\n\n"
        "a) Chủ trì thu thập thông tin về các chỉ tiêu.\n\nb) Ban hành văn bản hướng dẫn.\n"
    )
    assert [action.actor for action in said.actions] == ["Các Bộ, cơ quan ngang Bộ"] * 2


def test_a_level_is_no_verb(say: Say) -> None:
    said = say(f"{PLAN}II. NHIỆM VỤ\n\n- Các Sở, ban, ngành và UBND cấp xã, phường chủ động kiểm tra các cơ sở.\n")
    assert [action.actor for action in said.actions] == ["Các Sở, ban, ngành và UBND cấp xã, phường"]


def test_the_classes_that_a_letter_orders_act(say: Say) -> None:
    said = say(
        "SỞ CÔNG THƯƠNG TỈNH LÀO CAI\n\nSố: 12/SCT-CN\n\nLào Cai, ngày 05 tháng 6 năm 2022\n\nKính gửi: Các tổ chức, cá nhân\n\n"
        "Sở Công Thương yêu cầu các tổ chức, doanh nghiệp trên địa bàn thực hiện một số nội dung sau:\n\n"
        "1. Rà soát, kiểm tra các kho đã được cấp phép.\n\n2. Xây dựng và triển khai các quy trình an toàn.\n"
    )
    assert [action.actor for action in said.actions] == ["Các tổ chức, doanh nghiệp trên địa bàn"] * 2


def test_the_number_of_an_enumeration_measures_nothing(say: Say) -> None:
    said = say(f"{PLAN}II. NHIỆM VỤ\n\n- Rà soát đối tượng: (1) Hỗ trợ 20 hộ nghèo; (2) Xóa nhà tạm cho người dân.\n")
    assert [(q.value, q.unit) for q in said.actions[0].quantities] == [(20.0, "hộ nghèo")]


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        (
            "Ủy ban nhân dân cấp tỉnh thực hiện các nhiệm vụ tại khoản 2 Điều 31 Luật Công đoàn số 50/2024/QH15.",
            "cites",
        ),
        ("Việc cung cấp dữ liệu thực hiện theo quy định Luật Dữ liệu số 60/2024/QH15.", "cites"),
        ("Ủy ban nhân dân cấp tỉnh tổ chức triển khai thực hiện Nghị quyết số 57/2024/QH15.", "implements"),
    ],
)
def test_what_a_provision_gives_to_others_an_act_does_not_carry_out(say: Say, sentence: str, predicate: str) -> None:
    said = say(
        "CHÍNH PHỦ\n\nSố: 105/2026/NĐ-CP\n\nHà Nội, ngày 05 tháng 6 năm 2026\n\nNGHỊ ĐỊNH\n\nQuy định về A\n\n"
        f"Điều 1. Trách nhiệm\n\n1. {sentence}\n"
    )
    assert [statement.predicate for statement in said.statements] == [predicate]


def test_a_board_is_called_by_what_it_is_there_for(say: Say) -> None:
    said = say(
        f"{PLAN}II. NHIỆM VỤ\n\n1. Ban Quản lý dự án Đầu tư xây dựng huyện Mộ Đức chịu trách nhiệm:\n\n"
        "a) Ban Quản lý dự án Đầu tư xây dựng huyện Mộ Đức rà soát hồ sơ các công trình.\n"
    )
    (action,) = said.actions
    assert action.actor == "Ban Quản lý dự án Đầu tư xây dựng huyện Mộ Đức"


def test_whom_a_label_sends_to_work_in_a_letter_that_decides(say: Say) -> None:
    said = say(
        "VĂN PHÒNG CHÍNH PHỦ\n\nSố: 1234/VPCP-CN\n\nHà Nội, ngày 05 tháng 6 năm 2023\n\nKính gửi: Bộ Công Thương\n\n"
        "Thủ tướng Chính phủ có ý kiến như sau:\n\n"
        "1. Về thí điểm mua bán điện: Bộ Công Thương khẩn trương hoàn thiện báo cáo về cơ chế thí điểm.\n"
    )
    assert [(action.status, action.actor) for action in said.actions] == [("planned", "Bộ Công Thương")]


def test_a_labelled_group_acts_in_the_list_below_it(say: Say) -> None:
    said = say(
        f"{PLAN}II. NHIỆM VỤ\n\n3. Các doanh nghiệp viễn thông tổ chức trực bảo đảm thông tin liên lạc:\n\n"
        "- Bố trí lực lượng ứng cứu tại các huyện.\n"
    )
    assert said.actions[-1].actor == "Các doanh nghiệp viễn thông"


def test_the_programme_that_joins_three_is_one(say: Say) -> None:
    name = (
        "Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững và phát triển kinh tế - xã hội "
        "vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2026 - 2035"
    )
    said = say(f"{PLAN}II. NHIỆM VỤ\n\n1. Triển khai {name} trên địa bàn tỉnh.\n")
    assert [programme.name for programme in said.programmes] == [name]
