"""What is no action though it reads like one, and what is one though a scan or a label hides it: one case a kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.records import Extraction

Say = Callable[..., Extraction]

HEAD = "SỞ Y TẾ TỈNH SƠN LA\n\nSố: 12/{symbol}\n\nSơn La, ngày 05 tháng 6 năm 2022\n\n{kind}\n\n{title}\n\n"
REPORT = HEAD.format(symbol="BC-SYT", kind="BÁO CÁO", title="Công tác năm 2022")
FOUND = HEAD.format(symbol="BC-SYT", kind="BÁO CÁO", title="Kết quả kiểm tra việc bảo quản thuốc tại các nhà thuốc")
PLAN = HEAD.format(symbol="KH-SYT", kind="KẾ HOẠCH", title="Công tác năm 2023")
TASKS = PLAN + "I. NHIỆM VỤ\n\n"
RESULTS = REPORT + "I. KẾT QUẢ THỰC HIỆN\n\n"


def words(said: Extraction) -> list[str]:
    return [action.span.of(said.text)[:24] for action in said.actions]


@pytest.mark.parametrize(
    "block",
    [
        "Bệnh cúm mùa có 25 ca mắc, giảm 07 ca so với tháng trước.",
        "Trong tháng, thời tiết rét đậm, số mắc bệnh hô hấp là 41 trẻ.",
        "2. Các công trình đã triển khai trong kỳ: theo biểu đính kèm.",
    ],
)
def test_what_nobody_did_and_what_an_annex_tells_is_no_action(say: Say, block: str) -> None:
    assert words(say(f"{RESULTS}{block}\n")) == []


def test_what_a_body_did_about_a_disease_is_an_action(say: Say) -> None:
    said = say(f"{RESULTS}Sở Y tế đã khoanh vùng, điều trị 25 ca mắc cúm tại hai xã.\n")
    assert [action.status for action in said.actions] == ["done"]


def test_in_a_paper_that_tells_what_an_inspection_found_only_the_inspectors_act(say: Say) -> None:
    said = say(
        f"{FOUND}I. KẾT QUẢ KIỂM TRA\n\n- Nhà thuốc đã lập sổ theo dõi nhiệt độ cho 03 tủ.\n\n"
        "- Hồ sơ nhập thuốc: Đã lập 12 bộ.\n\n"
        "- Đoàn kiểm tra đã lập biên bản đối với 02 nhà thuốc.\n\n- Sở Y tế đã thu hồi 01 giấy chứng nhận.\n"
    )
    assert words(said) == ["- Đoàn kiểm tra đã lập b", "- Sở Y tế đã thu hồi 01 "]


@pytest.mark.parametrize(
    "block",
    [
        "Đối với hồ sơ quá 06 tháng mà chủ đầu tư không bổ sung thì xem như chủ đầu tư đã rút hồ sơ.",
        "- Theo dõi chặt chẽ các số liệu về:\n\n+ Về thu phí, lệ phí trên địa bàn và các khoản nộp;\n\n+ Việc làm mới;",
        "- Nhiệm vụ cụ thể của từng thành viên do Tổ trưởng phân công;",
        "- Chuẩn bị tài liệu phục vụ Đoàn:\n\n+ Bảng chấm điểm do đơn vị tự đánh giá, báo cáo năm trước và các phụ lục;",
    ],
)
def test_rules_and_lists_of_things_are_no_tasks(say: Say, block: str) -> None:
    lead = [action for action in words(say(f"{TASKS}{block}\n")) if not action.startswith(("- Theo dõi", "- Chuẩn bị"))]
    assert lead == []


@pytest.mark.parametrize(
    "block",
    [
        "¬- Phối hợp kiểm tra công tác tiêm chủng tại các trạm.",
        "h Bộ phận giúp việc tổng hợp danh sách, trình Giám đốc Sở trước ngày 20 tháng 10.",
        ". Tiếp tục chuẩn bị hồ sơ trình Hội đồng | nhân dân tỉnh về giá dịch vụ.",
        "- Đài Phát thanh tỉnh: Phối hợp tuyên truyền các quy định, lộ trình thực hiện, lợi ích mang lại, cách đăng ký và "
        "sử dụng sổ khám điện tử:\n\nqua các chuyên mục hằng tuần.",
        "- Trên cơ sở quy hoạch được duyệt và nhu cầu của các trạm, Sở Tài chính rà soát, bố trí vốn.",
        "a) Giống cây trồng - phân bón: Ủy ban nhân dân huyện, thị xã và các xã vùng cao phối hợp kiểm tra chất lượng.",
        "2) Trưởng đoàn: Chỉ đạo về mục đích của đợt kiểm tra;",
    ],
)
def test_tasks_behind_noise_labels_and_opening_clauses(say: Say, block: str) -> None:
    said = say(f"{TASKS}{block}\n")
    assert [action.status for action in said.actions] == ["planned"]


@pytest.mark.parametrize("mark", ["§", "¢"])
def test_a_heading_whose_number_a_scan_misread_is_no_task(say: Say, mark: str) -> None:
    assert words(say(f"{TASKS}{mark}. Khám chữa bệnh\n\nBảo đảm thuốc cho các trạm trong năm.\n")) == [
        "Bảo đảm thuốc cho các tr"
    ]


def test_what_stands_before_the_tasks_of_a_plan(say: Say) -> None:
    said = say(
        f"{PLAN}- Căn cứ Quyết định số 81/QĐ-SYT ngày 29/12/2021 của Giám đốc Sở Y tế về kiện toàn đoàn thẩm định;\n\n"
        "Sở Y tế xây dựng Kế hoạch thẩm định các phòng khám trên địa bàn tỉnh.\n\n"
        "1. Nội dung:\n\n- Thẩm định hồ sơ của các phòng khám.\n"
    )
    assert words(said) == ["- Thẩm định hồ sơ của cá"]


def test_those_whom_a_telegram_addresses_have_no_task_yet(say: Say) -> None:
    said = say(
        "THỦ TƯỚNG CHÍNH PHỦ\n\nSố: 12/CĐ-TTg\n\nHà Nội, ngày 05 tháng 6 năm 2022\n\nCÔNG ĐIỆN\n\nVề phòng, chống lũ\n\n"
        "THỦ TƯỚNG CHÍNH PHỦ điện:\n\n- Bộ trưởng các Bộ: Công an, Quốc phòng;\n\n"
        "Đêm qua tại vùng núi phía Bắc đã xảy ra lũ quét, làm hư hỏng 12 nhà, chính quyền đang tổ chức di dời dân.\n\n"
        "Thủ tướng Chính phủ yêu cầu:\n\n1. Bộ Công an chỉ đạo lực lượng tại chỗ giúp dân sửa nhà.\n"
    )
    assert words(said) == ["1. Bộ Công an chỉ đạo lự"]


def test_a_numbered_item_like_headings_heads_the_paragraph_below_it(say: Say) -> None:
    said = say(
        f"{REPORT}1. Tình hình chung\n\nSở đã ban hành 03 kế hoạch.\n\n2. Xây dựng, triển khai khu điều trị tập trung\n\n"
        "Sở đã hoàn thành khu điều trị tại thành phố.\n\n3. Kết quả khác\n\nSở đã tổ chức 02 lớp tập huấn.\n"
    )
    assert [text for text in words(said) if text.startswith("2.")] == []


def test_a_numbered_sentence_with_nothing_below_it_is_a_task(say: Say) -> None:
    said = say(f"{TASKS}1. Họp đoàn, phân công nhóm\n\n- Tổ chức họp đoàn.\n\n2. Họp tổng kết giữa đoàn và đơn vị.\n")
    assert "2. Họp tổng kết giữa đoà" in words(said)


def test_a_sum_with_a_misread_unit_is_money(say: Say) -> None:
    action = say(f"{RESULTS}Sở đã bố trí 42,50 triệu đông cho các trạm.\n").actions[0]
    assert [(sum_.amount, sum_.unit) for sum_ in action.money] == [(42.5, "triệu đồng")]
    assert action.quantities == ()


def test_a_programme_that_somebody_approved_by_a_decision_named_behind_it(say: Say) -> None:
    said = say(
        f"{RESULTS}Sau khi Thủ tướng Chính phủ phê duyệt Chiến lược phát triển ngành dược đến năm 2030 tại Quyết định số "
        "37/QĐ-TTg ngày 16/6/2022, Sở đã ban hành kế hoạch.\n"
    )
    assert [programme.approved_by for programme in said.programmes] == ["doc/ttg/quyet-dinh/2022/37"]


APPROVED = (
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nSố: 12/QĐ-UBND\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nQUYẾT ĐỊNH\n\n{title}\n\n"
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Thú y ngày 19/6/2015;\n\nQUYẾT ĐỊNH:\n\n"
    "Điều 1. {act} với những nội dung chủ yếu sau đây:\n\nI. MỤC TIÊU\n\nNâng cao năng lực thú y cơ sở.\n\n"
    "II. NHIỆM VỤ\n\n1. Đào tạo nhân viên thú y\n\n- Tổ chức 04 lớp cho nhân viên thú y xã.\n\n- Luật Thú y (sửa đổi);\n\n"
    "Điều 2. Sở Y tế chủ trì hướng dẫn các huyện thực hiện Đề án này.\n\n"
    "Điều 3. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này.\n"
)


def test_a_decision_that_approves_a_plan_says_what_is_to_be_done(say: Say) -> None:
    said = say(APPROVED.format(title="Phê duyệt Đề án phát triển thú y cơ sở", act="Phê duyệt Đề án phát triển thú y"))
    assert words(said) == ["- Tổ chức 04 lớp cho nhâ", "Điều 2. Sở Y tế chủ trì "]
    assert {action.status for action in said.actions} == {"planned"}
    assert said.actions[1].actor == "Sở Y tế tỉnh Sơn La"


@pytest.mark.parametrize(
    "title", ["Ban hành Quy chế quản lý Đề án thú y", "Phê duyệt Quy hoạch chi tiết xây dựng trạm thú y"]
)
def test_of_a_decision_that_issues_rules_or_draws_a_site_only_the_article_that_gives_a_task_is_read(
    say: Say, title: str
) -> None:
    assert words(say(APPROVED.format(title=title, act=title))) == ["Điều 2. Sở Y tế chủ trì "]


def test_a_notice_of_what_was_concluded_gives_tasks_and_another_notice_none(say: Say) -> None:
    notice = (
        "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nSố: 12/TB-UBND\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nTHÔNG BÁO\n\n{title}\n\n"
        "Sau khi nghe báo cáo, Chủ tịch UBND tỉnh có ý kiến như sau:\n\n1. Rà soát các hộ có nhà tạm, lập danh sách hỗ trợ.\n"
    )
    told = say(notice.format(title="Kết luận của Chủ tịch UBND tỉnh tại buổi làm việc về xóa nhà tạm"))
    assert words(told) == ["1. Rà soát các hộ có nhà"]
    assert words(say(notice.format(title="Lịch tiếp công dân của Chủ tịch UBND tỉnh"))) == []


def test_a_directive_that_is_to_limit_something_speaks_of_no_difficulty(say: Say) -> None:
    said = say(
        f"{PLAN}Nhằm hạn chế vi phạm trong bảo quản thuốc, Giám đốc Sở Y tế chỉ thị:\n\n"
        "1. Các cơ sở y tế tổ chức kiểm tra toàn bộ tủ lạnh bảo quản vắc xin.\n"
    )
    assert words(said) == ["1. Các cơ sở y tế tổ chứ"]


def test_a_department_of_a_ministry_acts_and_a_case_does_not(say: Say) -> None:
    said = say(
        f"{TASKS}- Vụ Pháp chế chủ trì, phối hợp với các đơn vị rà soát văn bản.\n\n- Vụ việc do Thanh tra Sở xử lý, báo cáo.\n"
    )
    assert said.actions[0].actor == "Vụ Pháp chế"
    assert all(action.actor != "Vụ việc" for action in said.actions)
