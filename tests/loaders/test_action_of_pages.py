"""Pages without a letterhead that print an order, hand one on, or tell what a body did; what quotes a law is no task."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.records import Extraction

Say = Callable[..., Extraction]


def acted(said: Extraction) -> list[tuple[str, str | None]]:
    return [(action.status, action.actor) for action in said.actions]


LIST = "- Tổ chức kiểm tra các bếp ăn tập thể trên địa bàn;\n\n- Báo cáo kết quả kiểm tra trước ngày 15 hằng tháng.\n"


@pytest.mark.parametrize(
    ("lead", "actor"),
    [
        (
            "Theo công văn này, Đảng ủy Chính phủ yêu cầu các đảng ủy trực thuộc thực hiện một số nội dung như sau:",
            "Các đảng ủy trực thuộc",
        ),
        ("Để bảo đảm an toàn, Bộ Y tế yêu cầu:", "Bộ Y tế"),
        ("Giao Sở Y tế thực hiện các nội dung sau:", "Sở Y tế"),
    ],
)
def test_a_lead_in_that_orders_opens_a_list_of_tasks(say: Say, lead: str, actor: str) -> None:
    assert acted(say(f"An toàn thực phẩm\n\n{lead}\n\n{LIST}")) == [("planned", actor), ("planned", actor)]


@pytest.mark.parametrize(
    "lead",
    [
        "Căn cứ Điều 5 Luật An toàn thực phẩm quy định trách nhiệm của Bộ Y tế như sau:",
        "Hồ sơ đề nghị gồm:",
        "Cơ sở phải đáp ứng các yêu cầu sau:",
    ],
)
def test_what_a_page_quotes_or_counts_is_no_task(say: Say, lead: str) -> None:
    assert acted(say(f"An toàn thực phẩm\n\n{lead}\n\n{LIST}")) == []


def test_a_title_of_the_page_ends_the_order(say: Say) -> None:
    said = say(
        f"An toàn thực phẩm\n\nBộ Y tế yêu cầu:\n\n{LIST}\n**Hồ sơ cấp phép gồm những gì?**\n\n- Kiểm tra thực tế tại cơ sở.\n"
    )
    assert len(said.actions) == 2


@pytest.mark.parametrize(
    ("told", "status", "actor"),
    [
        ("Để kịp thời ứng phó, Thủ tướng yêu cầu các bộ, ngành rà soát quy định.", "planned", "Các bộ, ngành"),
        ("Tại Công văn số 5/TTg-PL, Thủ tướng Chính phủ yêu cầu Bộ Y tế rà soát quy định.", "planned", "Bộ Y tế"),
        ("Giám đốc Sở Y tế Nguyễn Văn An yêu cầu các đơn vị rà soát hồ sơ.", "planned", "Các đơn vị"),
        ("Đến nay, NHNN đã ban hành 11 văn bản hướng dẫn.", "done", "Ngân hàng Nhà nước Việt Nam"),
        ("Thời gian tới, Chính phủ sẽ chỉ đạo các địa phương sắp xếp bộ máy.", "planned", "Chính phủ"),
    ],
)
def test_who_orders_or_did_at_the_head_of_a_clause(say: Say, told: str, status: str, actor: str) -> None:
    assert acted(say(f"Tin trong nước\n\n{told}\n")) == [(status, actor)]


@pytest.mark.parametrize(
    "line",
    [
        "Bộ Xây dựng đã yêu cầu các sở kiểm tra những gì?",
        "Ủy ban Pháp luật nhận thấy việc sắp xếp là chủ trương đúng.",
        "Ban Chỉ đạo được yêu cầu các bộ báo cáo tình hình thực hiện.",
        "Thủ tướng yêu cầu các bộ rà soát quy định – Ảnh: Báo A",
    ],
)
def test_a_question_an_opinion_a_right_or_a_caption_is_no_action(say: Say, line: str) -> None:
    assert acted(say(f"Tin trong nước\n\n{line}\n")) == []


HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 12/KH-UBND\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKẾ HOẠCH\nPhòng, chống dịch\n\n"


@pytest.mark.parametrize(
    ("heading", "actor"),
    [
        ("1. Trách nhiệm của các cơ sở chăn nuôi", "Các cơ sở chăn nuôi"),
        ("1. Đối với các chủ rừng", "Các chủ rừng"),
        ("1. Giao Sở Y tế", "Sở Y tế tỉnh Sơn La"),
    ],
)
def test_whose_tasks_a_heading_names(say: Say, heading: str, actor: str) -> None:
    said = say(f"{HEAD}I. TỔ CHỨC THỰC HIỆN\n\n{heading}\n\n- Tổ chức tiêm phòng cho toàn bộ đàn vật nuôi.\n")
    assert acted(said) == [("planned", actor)]


@pytest.mark.parametrize(
    ("task", "actor"),
    [
        ("Các Bộ: Quốc phòng, Công an chủ động bố trí lực lượng ứng phó.", "Các Bộ: Quốc phòng, Công an"),
        ("Bộ Công an, Bộ Quốc phòng khẩn trương xây dựng phương án phòng thủ dân sự.", "Bộ Công an"),
        ("Hoàn thiện Đề án, trình Bộ Chính trị, Ban Bí thư xem xét.", "Ủy ban nhân dân tỉnh Sơn La"),
        ("Về kinh phí, Sở Tài chính tham mưu bố trí nguồn hỗ trợ.", "Sở Tài chính tỉnh Sơn La"),
        ("Khi xuất hiện ca bệnh, báo cáo ngay về Sở Y tế.", "Ủy ban nhân dân tỉnh Sơn La"),
    ],
)
def test_who_acts_in_a_task(say: Say, task: str, actor: str) -> None:
    assert acted(say(f"{HEAD}I. NỘI DUNG\n\n1. Tổ chức tập huấn cho cán bộ.\n\n2. {task}\n"))[1:] == [
        ("planned", actor)
    ]


def test_who_leads_stands_beside_the_task(say: Say) -> None:
    said = say(
        f"{HEAD}I. NHIỆM VỤ\n\n1. Dữ liệu\n\na) Nhiệm vụ:\n\n- Rà soát, chuẩn hóa cơ sở dữ liệu của ngành.\n\n"
        "b) Cơ quan thực hiện:\n\n- Đơn vị chủ trì: Công an tỉnh.\n\n- Đơn vị phối hợp: Sở Tài chính.\n\n"
        "c) Thời gian thực hiện: Trong năm 2022.\n"
    )
    (action,) = said.actions
    assert (action.actor, action.partners, action.time) == ("Công an tỉnh Sơn La", ("Sở Tài chính",), "Trong năm 2022")


CONCLUSION = (
    "VĂN PHÒNG CHÍNH PHỦ\n\nSố: 62/TB-VPCP\n\nHà Nội, ngày 15 tháng 6 năm 2022\n\nTHÔNG BÁO\n"
    "Kết luận của Phó Thủ tướng Chính phủ tại buổi làm việc với tỉnh Sơn La\n\nPhó Thủ tướng Chính phủ kết luận như sau:\n\n"
)


def test_a_conclusion_answers_what_was_asked_and_orders_below_its_evaluation(say: Say) -> None:
    said = say(
        f"{CONCLUSION}I. ĐÁNH GIÁ CHUNG\n\nTỉnh đã đạt kết quả tích cực.\n\n"
        "Thời gian tới, tỉnh Sơn La cần tập trung thực hiện tốt một số nhiệm vụ sau đây:\n\n"
        "1. Rà soát, sắp xếp cán bộ cấp xã phù hợp với năng lực.\n\n"
        "II. VỀ CÁC KIẾN NGHỊ CỦA TỈNH\n\n1. Về kiến nghị hỗ trợ kinh phí khắc phục hậu quả bão:\n\n"
        "Giao Bộ Tài chính tổng hợp, trình cấp có thẩm quyền xem xét.\n"
    )
    assert [action.status for action in said.actions] == ["planned", "planned"]
    assert said.actions[1].actor == "Bộ Tài chính"


def test_a_first_line_that_a_web_page_wrapped_early_goes_on(say: Say) -> None:
    said = say(
        f"{HEAD}I. NỘI DUNG\n\n+ Sở\nTài chính: bố trí kinh phí thực hiện các nhiệm vụ của kế hoạch.\n\n"
        "- Khơi thông cống\nrãnh, kênh mương, dòng chảy bị tắc nghẽn trên địa bàn.\n"
    )
    assert [said.text[a.span.start : a.span.end].count("\n") for a in said.actions] == [1, 1]
    assert said.actions[0].actor == "Sở Tài chính tỉnh Sơn La"
