"""What papers of districts, communes, party committees and mass organisations taught, and pages that tell of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.records import Extraction

Say = Callable[..., Extraction]

DIRECTIVE = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 09/CT-UBND\n\nSơn La, ngày 15 tháng 4 năm 2019\n\nCHỈ THỊ\n\n"
    "Về đẩy mạnh cải cách hành chính\n\n"
)
RESOLUTION = (
    "CHÍNH PHỦ\n\nSố: 26/NQ-CP\n\nHà Nội, ngày 11 tháng 5 năm 2022\n\nNGHỊ QUYẾT\n\nVề việc chuyển giao Làng A\n\n"
    "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n\nQUYẾT NGHỊ:\n\n"
)
PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 12/KH-UBND\n\nSơn La, ngày 5 tháng 6 năm 2022\n\nKẾ HOẠCH\n\n"
    "Cải cách hành chính năm 2022\n\n"
)


def said_of(said: Extraction) -> list[tuple[str, str, str | None]]:
    return [(a.span.of(said.text)[:20], a.status, a.actor) for a in said.actions]


def test_clause_of_an_article_that_gives_tasks(say: Say) -> None:
    said = say(
        RESOLUTION
        + "Điều 1.\n\n1. Đồng ý chủ trương chuyển giao Làng A về Ủy ban nhân dân thành phố Hà Nội quản lý.\n\n"
        "2. Giao Bộ Nội vụ:\n\na) Chủ trì xây dựng, trình Thủ tướng Chính phủ ban hành Quyết định chuyển giao.\n\n"
        "b) Tổ chức bàn giao tài sản.\n\nĐiều 2. Nghị quyết này có hiệu lực thi hành kể từ ngày ký ban hành."
    )
    assert said_of(said) == [
        ("a) Chủ trì xây dựng,", "planned", "Bộ Nội vụ"),
        ("b) Tổ chức bàn giao ", "planned", "Bộ Nội vụ"),
    ]


def test_lead_in_before_a_row_of_headings_says_who_acts(say: Say) -> None:
    said = say(
        DIRECTIVE + "Ủy ban nhân dân tỉnh yêu cầu lãnh đạo các sở, ban, ngành tập trung thực hiện tốt các nội dung sau:"
        "\n\n1. Công tác chỉ đạo\n\na) Kiện toàn bộ phận một cửa tại cơ quan, đơn vị.\n\n"
        "2. Công tác tuyên truyền\n\na) Tổ chức tuyên truyền rộng rãi trong nhân dân."
    )
    assert {actor for _, _, actor in said_of(said)} == {"Lãnh đạo các sở, ban, ngành"}


def test_heading_that_ends_with_to_carry_out_is_over(say: Say) -> None:
    said = say(
        PLAN + "I. Nhiệm vụ\n\n1. Rà soát thủ tục hành chính.\n\nII. Tổ chức thực hiện\n\n"
        "1. Sở Nội vụ\n\n- Kiểm tra việc thực hiện tại các huyện.\n\n2. Sở Tài chính bố trí kinh phí thực hiện."
    )
    assert said_of(said)[1:] == [
        ("- Kiểm tra việc thực", "planned", "Sở Nội vụ tỉnh Sơn La"),
        ("2. Sở Tài chính bố t", "planned", "Sở Tài chính tỉnh Sơn La"),
    ]


def test_lead_in_of_a_report_that_says_what_was_issued(say: Say) -> None:
    said = say(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 480/BC-UBND\n\nSơn La, ngày 26 tháng 11 năm 2022\n\nBÁO CÁO\n\n"
        "Về điều chỉnh dự toán năm 2022\n\nTrên cơ sở ý kiến của Thường trực HĐND tỉnh tại Công văn số 87/HĐND-KTNS ngày "
        "15/5/2022, UBND tỉnh đã ban hành các Quyết định: Số 418/QĐ-UBND ngày 30/5/2022 về việc điều chỉnh dự toán đối "
        "với Văn phòng UBND tỉnh, cụ thể như sau:\n\n1. Điều chỉnh giảm chi quản lý hành chính 139 triệu đồng."
    )
    assert [status for _, status, _ in said_of(said)] == ["done", "done"]


@pytest.mark.parametrize(
    "title",
    [
        "Báo cáo công tác chỉ đạo điều hành của UBND tỉnh tháng 5 năm 2017; nhiệm vụ trọng tâm tháng 6/2017",
        "Báo cáo tình hình kinh tế - xã hội Quý II và nhiệm vụ trọng tâm 6 tháng cuối năm 2018",
    ],
)
def test_page_headed_as_a_report(say: Say, title: str) -> None:
    said = say(
        f"/UploadFiles/tailieu_230x61.png\n\n{title}\n\nI. VỀ KINH TẾ\n\nĐã phê duyệt quy hoạch chi tiết Cụm công nghiệp A."
    )
    assert [status for _, status, _ in said_of(said)] == ["done"]


@pytest.mark.parametrize(
    ("told", "actor"),
    [
        ("Trong tháng, các cấp hội phụ nữ đã tổ chức 12 lớp tập huấn.", "Các cấp hội phụ nữ"),
        ("Đến nay, các sở, ngành và địa phương đã tổ chức 12 lớp tập huấn.", "Các sở, ngành và địa phương"),
        ("Ngay từ đầu nhiệm kỳ Đảng ủy xã Sơn Mùa đã chỉ đạo rà soát hộ nghèo.", "Đảng ủy xã Sơn Mùa"),
        ("Báo cáo UBND xã khẳng định: Trong tháng 7, UBND xã đã tiếp nhận 20 hồ sơ.", "Ủy ban nhân dân xã"),
        ("Sáng ngày 02/8/2023, Đảng bộ xã Văn Lang tổ chức hội nghị sơ kết.", "Đảng bộ xã Văn Lang"),
        ("Xã đã tập trung vận động nhân dân làm đường giao thông.", "Xã"),
    ],
)
def test_page_tells_what_a_small_body_did(say: Say, told: str, actor: str) -> None:
    assert said_of(say(told)) == [(told[:20], "done", actor)]


def test_page_that_tells_of_a_law_tells_no_action(say: Say) -> None:
    assert not say("Ngày 26/12/2024, Chính phủ ban hành Nghị định 168/2024/NĐ-CP về trật tự giao thông.").actions


LETTER = (
    "{sender}\n\nSố: {number}\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKính gửi: Các cơ quan\n\n"
    "Thực hiện Chỉ thị số 5/CT-TTg ngày 01/6/2022, "
)


@pytest.mark.parametrize(
    ("sender", "number", "asked"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", "12/UBND-KT", "Ủy ban nhân dân tỉnh đề nghị các sở, ban, ngành"),
        ("SỞ Y TẾ\nTỈNH SƠN LA", "12/SYT-NVY", "Sở Y tế đề nghị thủ trưởng các đơn vị"),
        ("BỘ Y TẾ", "12/BYT-DP", "Bộ Y tế đề nghị các Sở Y tế"),
    ],
)
def test_letter_that_asks_those_below(say: Say, sender: str, number: str, asked: str) -> None:
    said = say(
        LETTER.format(sender=sender, number=number) + f"{asked} triển khai các nội dung sau:\n\n"
        "1. Rà soát các ổ dịch trên địa bàn.\n\n2. Báo cáo kết quả trước ngày 30/6/2022."
    )
    assert [status for _, status, _ in said_of(said)] == ["planned", "planned"]
    assert said.actions[1].time == "trước ngày 30/6/2022"


def test_letter_that_asks_others_orders_nothing(say: Say) -> None:
    said = say(
        LETTER.format(sender="ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", number="12/UBND-KT")
        + "Ủy ban nhân dân tỉnh đề nghị Bộ Y tế xem xét các nội dung sau:\n\n1. Hỗ trợ kinh phí mua thuốc."
    )
    assert not said.actions


def test_order_of_who_holds_an_office(say: Say) -> None:
    said = say(
        "Phát biểu kết luận, đồng chí Trần Văn A – Phó Chủ tịch UBND huyện yêu cầu các cơ quan, đơn vị khẩn trương rà soát."
    )
    assert [(status, actor) for _, status, actor in said_of(said)] == [("planned", "Các cơ quan, đơn vị")]


def test_plan_of_a_page_without_its_letterhead(say: Say) -> None:
    said = say(
        "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ, Ủy ban nhân dân thành phố ban hành "
        "Kế hoạch triển khai như sau:\n\n1. Xây dựng hệ thống đánh giá.\n\n2. Tổ chức tập huấn cho công chức."
    )
    assert [status for _, status, _ in said_of(said)] == ["planned", "planned"]


def test_check_list_names_work_and_plans_none(say: Say) -> None:
    said = say(
        PLAN + "I. Nội dung\n\n1. Kiểm tra kết quả thực hiện tại các đơn vị:\n\n"
        "- Công tác xây dựng kế hoạch hằng năm trình cấp có thẩm quyền phê duyệt;\n\n"
        "- Công tác tuyên truyền phải được tiến hành thường xuyên."
    )
    assert "- Công tác xây dựng " not in [block for block, _, _ in said_of(said)]
    assert "- Công tác tuyên tru" in [block for block, _, _ in said_of(said)]


def test_paragraph_that_goes_on_with_the_task_of_an_item(say: Say) -> None:
    said = say(
        DIRECTIVE + "Chủ tịch UBND tỉnh yêu cầu thủ trưởng các cơ quan, đơn vị thực hiện:\n\n"
        "1. Thực hiện nghiêm túc việc tiết kiệm.\n\nPhối hợp chặt chẽ với các tổ chức Đảng tổ chức chúc Tết.\n\n"
        "2. Chỉ đạo các cơ quan báo chí tăng cường thông tin."
    )
    assert {actor for _, _, actor in said_of(said)} == {"Thủ trưởng các cơ quan, đơn vị"}


@pytest.mark.parametrize(
    ("told", "actor"),
    [
        ("(QNO) - Sáng nay 15/11, Công an huyện Nông Sơn tổ chức đợt ra quân.", "Công an huyện Nông Sơn"),
        ("Cùng ngày, Công an huyện Thăng Bình tổ chức lễ ra quân.", "Công an huyện Thăng Bình"),
        ("Hoạt động đạt nhiều kết quả. Trong năm, các cấp hội đã hỗ trợ 20 hộ.", "Các cấp hội"),
        ("Ngày 19 tháng 4 năm 2019 UBND tỉnh Sơn La đã ban hành Chỉ thị số 08/CT-UBND.", "Ủy ban nhân dân tỉnh Sơn La"),
    ],
)
def test_page_tells_what_was_done_on_a_day_or_in_a_later_sentence(say: Say, told: str, actor: str) -> None:
    assert said_of(say(told)) == [(told[:20], "done", actor)]


def test_order_behind_what_somebody_agrees_to(say: Say) -> None:
    told = "Ban Thường vụ Tỉnh ủy đồng ý về chủ trương và giao Sở Tài chính tiếp thu ý kiến, hoàn thiện đề án."
    assert said_of(say(told)) == [(told[:20], "planned", "Sở Tài chính")]


def test_levels_of_government_are_no_result(say: Say) -> None:
    said = say(PLAN + "I. Nhiệm vụ\n\n1. Tổ chức vận hành chính quyền địa phương 02 cấp.")
    assert not said.actions[0].quantities


def test_article_headed_with_the_duties_of_bodies(say: Say) -> None:
    said = say(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 816/QĐ-UBND\n\nSơn La, ngày 19 tháng 5 năm 2017\n\nQUYẾT ĐỊNH\n\n"
        "Về việc công bố Bộ tiêu chí xã nông thôn mới\n\nCăn cứ Luật Tổ chức chính quyền địa phương năm 2015;\n\n"
        "QUYẾT ĐỊNH:\n\nĐiều 1. Công bố Bộ tiêu chí xã nông thôn mới.\n\nĐiều 2. Nhiệm vụ của các Sở, ngành.\n\n"
        "1. Sở Nội vụ hướng dẫn thực hiện các tiêu chí.\n\nĐiều 3. Quyết định này có hiệu lực kể từ ngày ký."
    )
    assert said_of(said) == [("1. Sở Nội vụ hướng d", "planned", "Sở Nội vụ tỉnh Sơn La")]
