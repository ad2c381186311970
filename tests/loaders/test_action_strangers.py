"""What papers of other offices taught: lead-ins, check lists, orders, details, and who acts in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.actions import quantities, verbs
from loaders.text import reading
from ontology.records import Action, Extraction

Say = Callable[..., Extraction]

REPORT = "SỞ Y TẾ TỈNH SƠN LA\n\nSố: 12/BC-SYT\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nBÁO CÁO\n\nCông tác năm 2022\n\n"
PLAN = "SỞ Y TẾ TỈNH SƠN LA\n\nSố: 12/KH-SYT\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKẾ HOẠCH\n\nCông tác năm 2023\n\n"
LETTER = (
    "SỞ Y TẾ TỈNH SƠN LA\n\nSố: 12/SYT-NVY\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKính gửi: Các đơn vị trực thuộc\n\n"
)
NOTICE = (
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nSố: 12/TB-UBND\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nTHÔNG BÁO\n\n"
    "Phân công nhiệm vụ thành viên Đoàn giám sát\n\n"
)


def words(said: Extraction) -> list[str]:
    return [action.span.of(said.text)[:30] for action in said.actions]


def first(said: Extraction) -> Action:
    return said.actions[0]


@pytest.mark.parametrize(
    "block",
    [
        "- Dây nổ các loại: 429 mét.",
        "- Tổng số trẻ sinh ra sống: 2.652 trẻ.",
        "Phòng Nghiệp vụ tập trung chỉ đạo thực hiện một số nhiệm vụ sau:\n\n- Nhóm bệnh thứ nhất;",
        "Trong kỳ, ngành đã đạt được một số kết quả nhất định, như:\n\n- Nhóm bệnh thứ nhất;",
    ],
)
def test_counts_without_a_doer_and_bare_lead_ins_state_nothing_in_a_report(say: Say, block: str) -> None:
    assert words(say(f"{REPORT}I. KẾT QUẢ THỰC HIỆN\n\n{block}\n")) == []


def test_a_lead_in_that_names_a_thing_is_an_action(say: Say) -> None:
    said = say(
        f"{REPORT}I. KẾT QUẢ THỰC HIỆN\n\nSở đã ban hành 02 kế hoạch để triển khai thực hiện, cụ thể:\n\n- Nhóm A;\n"
    )
    assert words(said) == ["Sở đã ban hành 02 kế hoạch để "]


def test_a_bare_lead_in_still_says_how_its_list_is_meant(say: Say) -> None:
    said = say(
        f"{REPORT}I. KẾT QUẢ THỰC HIỆN\n\nSở Y tế đã tập trung chỉ đạo thực hiện một số nhiệm vụ sau:\n\n"
        "1. Chỉ đạo các đơn vị tuyên truyền phòng bệnh.\n\n: 2. Chỉ đạo các đơn vị sắp xếp lại bộ máy.\n"
    )
    assert [a.status for a in said.actions] == ["done", "done"]
    assert {a.actor for a in said.actions} == {"Sở Y tế tỉnh Sơn La"}


@pytest.mark.parametrize(
    "block",
    [
        "- Công tác tuyên truyền, phổ biến các văn bản về dược;",
        "- Việc thực hiện các quy định về kê đơn thuốc;",
        "và các cơ sở tư nhân tổ chức kiểm tra thuốc trong đợt này",
    ],
)
def test_items_of_a_check_list_and_rests_of_sentences_plan_nothing(say: Say, block: str) -> None:
    assert words(say(f"{PLAN}I. NỘI DUNG KIỂM TRA\n\n{block}\n")) == []


def test_an_item_of_tasks_may_begin_like_a_preamble(say: Say) -> None:
    said = say(f"{PLAN}Sở Y tế yêu cầu các đơn vị tập trung:\n\n- Theo dõi, kiểm tra tình hình dịch bệnh tại cơ sở;\n")
    assert words(said) == ["- Theo dõi, kiểm tra tình hình"]
    assert first(said).actor == "Các đơn vị"


def test_an_item_above_its_details_is_an_action_with_their_time_place_and_money(say: Say) -> None:
    said = say(
        f"{PLAN}I. NỘI DUNG\n\nb) Đào tạo cho cán bộ văn thư.\n\n- Thành phần: cán bộ văn thư\n\n"
        "- Địa điểm: Phòng họp Sở (tầng 2)\n\n- Thời gian dự kiến: Chiều ngày 28/12\n\n"
        "c) Đào tạo cho các phòng sử dụng phần mềm\n\n- Thành phần: các phòng\n\n- Địa điểm: Phòng đào tạo\n\n"
        "- Thời gian: ngày 29/12/2022\n\n- Kinh phí: 50 triệu đồng\n\n"
    )
    assert words(said) == ["b) Đào tạo cho cán bộ văn thư.", "c) Đào tạo cho các phòng sử dụ"]
    assert [(a.time, a.place) for a in said.actions] == [
        ("Chiều ngày 28/12", "Phòng họp Sở (tầng 2)"),
        ("ngày 29/12/2022", "Phòng đào tạo"),
    ]
    assert [(m.amount, m.unit) for m in said.actions[1].money] == [(50, "triệu đồng")]


def test_what_the_lead_in_before_headings_carries_out_holds_below_them(say: Say) -> None:
    said = say(
        f"{NOTICE}II. NHIỆM VỤ TRỌNG TÂM\n\nĐể cụ thể hóa Nghị quyết số 34-NQ/TU ngày 27/12/2021 của Tỉnh ủy, Ủy ban nhân dân "
        "tỉnh yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:\n\n1. Sở Công Thương\n\n- Rà soát các cụm công nghiệp.\n\n"
        "2. Sở Tài chính\n\n- Bố trí ngân sách hằng năm.\n"
    )
    assert [a.actor for a in said.actions] == ["Sở Công Thương tỉnh Sơn La", "Sở Tài chính tỉnh Sơn La"]
    assert all([name.rsplit("/", 1)[-1] for name in a.implements] == ["34"] for a in said.actions)


@pytest.mark.parametrize(
    ("preamble", "numbers"),
    [
        (
            "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ, Sở Y tế ban hành Kế hoạch như sau:",
            ["749"],
        ),
        (
            "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ, Sở Y tế ban hành Kế hoạch như sau:",
            [],
        ),
        ("Thực hiện Công văn số 77/BYT-KCB ngày 03/6/2020 của Bộ Y tế, Sở Y tế ban hành Kế hoạch như sau:", []),
    ],
)
def test_the_preamble_of_a_plan_says_what_its_actions_carry_out(say: Say, preamble: str, numbers: list[str]) -> None:
    said = say(f"{PLAN}{preamble}\n\nI. NHIỆM VỤ\n\n1. Tổ chức 02 lớp tập huấn cho cán bộ.\n")
    assert [name.rsplit("/", 1)[-1] for name in first(said).implements] == numbers


@pytest.mark.parametrize(
    ("block", "actor"),
    [
        ("- Ban hành Danh mục thuốc dùng chung cho các trạm.", "Sở Y tế tỉnh Sơn La"),
        ("- Khẩn trương phối hợp với UBND xã Yên Bình, Công an tỉnh rà soát các cơ sở.", "Sở Y tế tỉnh Sơn La"),
        ("- Ông Nguyễn Văn A - Trưởng đoàn: Chủ trì các buổi làm việc.", "Ông Nguyễn Văn A - Trưởng đoàn"),
        ("- Đối với đơn vị được kiểm tra: Chuẩn bị báo cáo bằng văn bản.", "Đơn vị được kiểm tra"),
        ("- Giao phòng Nghiệp vụ Y tổ chức tập huấn cho cán bộ.", "Phòng Nghiệp vụ Y"),
        ("- Giao Chánh Thanh tra tỉnh theo dõi, kiểm tra việc thực hiện.", "Chánh Thanh tra tỉnh"),
        ("- Chỉ đạo các đơn vị xây dựng kế hoạch mua sắm hóa chất.", "Sở Y tế tỉnh Sơn La"),
        ("- Các Bộ, ngành trong phạm vi chức năng của mình tăng cường quản lý.", "Các Bộ, ngành"),
    ],
)
def test_who_acts(say: Say, block: str, actor: str) -> None:
    assert first(say(f"{PLAN}I. NHIỆM VỤ\n\n{block}\n")).actor == actor


@pytest.mark.parametrize(
    "heading",
    ["1. Phòng, chống HIV/AIDS", "1. Bộ tiêu chí quốc gia về văn hóa", "1. Ban hành các văn bản", "1. Phòng học"],
)
def test_words_that_begin_like_a_body_are_no_actor(say: Say, heading: str) -> None:
    said = say(f"{PLAN}I. NHIỆM VỤ\n\n{heading}\n\n- Tổ chức 02 lớp tập huấn.\n")
    assert first(said).actor == "Sở Y tế tỉnh Sơn La"


def test_whom_a_lead_in_orders(say: Say) -> None:
    said = say(
        f"{LETTER}Để ứng phó với mưa lũ, Giám đốc Sở Y tế yêu cầu thủ trưởng các đơn vị triển khai những công việc sau:\n\n"
        "- Chuẩn bị cơ số thuốc, hóa chất;\n\n- Kiểm tra các kho dự trữ.\n"
    )
    assert [(a.status, a.actor) for a in said.actions] == [("planned", "Thủ trưởng các đơn vị")] * 2


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("Sở Y tế sẽ tổ chức lớp tập huấn cho cán bộ trạm y tế.", ["planned"]),
        ("Sở Y tế tiến hành tổ chức chiến dịch uống vitamin trên toàn tỉnh.", ["planned"]),
        ("Nếu có thay đổi, Sở Y tế sẽ thông báo bằng văn bản.", []),
        ("Sở Y tế nhận được hồ sơ của đơn vị.", []),
    ],
)
def test_a_letter_announces_what_its_own_body_does(say: Say, sentence: str, statuses: list[str]) -> None:
    assert [a.status for a in say(f"{LETTER}{sentence}\n").actions] == statuses


def test_numbered_parts_of_a_notice_give_tasks(say: Say) -> None:
    said = say(
        f"{NOTICE}I. PHÂN CÔNG NHIỆM VỤ\n\n1. Tổ công tác làm việc với 02 xã.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
        "1. Các thành viên Tổ công tác\n\n- Nghiên cứu các báo cáo liên quan;\n"
    )
    assert [a.status for a in said.actions][-1:] == ["planned"]
    assert said.actions[-1].actor == "Các thành viên Tổ công tác"


def test_a_misread_heading_still_says_what_its_part_is_about(say: Say) -> None:
    said = say(
        f"{REPORT}I. KẾT QUẢ\n\n- Tổ chức 02 lớp.\n\nII. NHẠN XÉT CHUNG\n\n- Kiểm soát chặt chẽ tình hình thực phẩm.\n"
    )
    assert words(said) == ["- Tổ chức 02 lớp."]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Phát 02 chuyên mục vì sức khỏe cộng đồng.", "chuyên mục"),
        ("Điều trị cho 09 trẻ em dưới 15 tuổi.", "trẻ em"),
        ("Tiến hành 01 cuộc kiểm tra đối với cơ sở kinh doanh.", "cuộc kiểm tra"),
        ("Quản lý 64 người tâm thần phân liệt.", "người tâm thần phân liệt"),
        ("Đã cấp 112 Giấy chứng nhận cơ sở đủ điều kiện an toàn.", "Giấy chứng nhận"),
        ("Cấp 12 giấy phép hoạt động hành nghề khám bệnh.", "giấy phép hoạt động"),
        ("Kiểm tra 04 đơn vị hoạt động trong lĩnh vực hóa chất.", "đơn vị"),
    ],
)
def test_units_end_where_words_end(text: str, unit: str) -> None:
    copy = reading.read(text)
    assert [q.unit for q in quantities.read(copy, 0, len(copy.text), [])[0]][:1] == [unit]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("tích cực, chủ động tổ chức các lớp", "tổ chức"),
        ("trong tháng, thực hiện xét nghiệm", "thực hiện"),
        ("trong tháng phát hiện 02 ca", "phát hiện"),
        ("tình hình dịch bệnh ổn định", None),
    ],
)
def test_the_verb_that_opens(text: str, verb: str | None) -> None:
    found = verbs.opens(text, 0, len(text))
    assert (found[0] if found else None) == verb


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đã kịp thời ban hành kế hoạch", True),
        ("đã phối hợp với công an", True),
        ("đã được sở y tế phê duyệt", True),
        ("đã có nhiều tiến bộ", False),
    ],
)
def test_a_verb_behind_a_cue(text: str, expected: bool) -> None:
    assert verbs.acted(text, len("đã")) is expected


@pytest.mark.parametrize(
    "block",
    [
        "Phòng Dược tiếp tục triển khai các nội dung công tác sau:\n\n- Nhóm bệnh thứ nhất;",
        "Qua quá trình chỉ đạo, ngành đã đạt được các kết quả bước đầu sau:\n\n- Nhóm thuốc thứ nhất;",
    ],
)
def test_a_lead_in_may_end_with_several_words_for_anything(say: Say, block: str) -> None:
    assert words(say(f"{REPORT}I. KẾT QUẢ THỰC HIỆN\n\n{block}\n")) == []


@pytest.mark.parametrize(
    "block",
    [
        "+ Biên bản cuộc họp của tổ thẩm tra;",
        "+ Hợp đồng cung cấp vắc xin của trạm;",
        "- Các văn bản về kiểm soát giá thuốc.",
        "Kế hoạch này áp dụng cho các trạm tổ chức tiêm chủng.",
    ],
)
def test_papers_to_hand_in_and_what_a_plan_says_of_itself_are_no_tasks(say: Say, block: str) -> None:
    assert words(say(f"{PLAN}II. NHIỆM VỤ\n\n1. Hồ sơ\n\n{block}\n")) == []


def test_a_named_paper_with_its_task_is_one(say: Say) -> None:
    said = say(f"{PLAN}II. NHIỆM VỤ\n\n- Văn bản đã hết hiệu lực: rà soát, thay thế trong quý II.\n")
    assert words(said) == ["- Văn bản đã hết hiệu lực: rà "]


def test_recipients_are_no_tasks_when_a_scan_misread_their_heading(say: Say) -> None:
    said = say(f"{PLAN}II. NHIỆM VỤ\n\n1. Tổ chức tập huấn.\n\n;Vơi nhận:\n\n- Thanh tra tỉnh;\n\n- Lưu: VT.\n")
    assert words(said) == ["1. Tổ chức tập huấn."]


@pytest.mark.parametrize("heading", ["2. Đánh giá những kết quá đạt được", "2. Đánh giá những kết quả đạt được"])
def test_what_was_achieved_is_a_part_on_results_also_misread(say: Say, heading: str) -> None:
    said = say(
        f"{REPORT}1. Đặc điểm\n\nTỉnh có nhiều xã vùng cao.\n\n{heading}\n\nSở Y tế đã tổ chức 03 lớp tập huấn.\n"
    )
    assert words(said) == ["Sở Y tế đã tổ chức 03 lớp tập "]


@pytest.mark.parametrize(
    ("block", "actor"),
    [
        ("1. Đồng ý cho mở rộng kho; giao Sở Xây dựng chủ trì lập phương án.", "Sở Xây dựng tỉnh Sơn La"),
        (
            "2. Riêng kho số 2, giao Sở Tài chính lập dự toán thuê.",
            "Sở Tài chính tỉnh Sơn La",
        ),
    ],
)
def test_a_letter_may_order_behind_a_clause(say: Say, block: str, actor: str) -> None:
    said = say(f"{LETTER}Giám đốc Sở có ý kiến như sau:\n\n{block}\n")
    assert [(a.status, a.actor) for a in said.actions] == [("planned", actor)]


def test_the_body_of_a_heading_stands_behind_the_order(say: Say) -> None:
    said = say(
        f"{LETTER}Sở yêu cầu các đơn vị thực hiện:\n\n2. Giao Sở Xây dựng\n\n"
        "Chủ trì, phối hợp với các đơn vị hướng dẫn lập phương án.\n"
    )
    assert [a.actor for a in said.actions] == ["Sở Xây dựng tỉnh Sơn La"]


@pytest.mark.parametrize(
    ("block", "actor"),
    [
        ("- Bệnh viện tuyến huyện cử bác sĩ dự lớp tập huấn.", "Bệnh viện tuyến huyện"),
        ("- Đoàn tiến hành khảo sát tại 03 bản.", "Đoàn"),
        ("- Công ty Điện lực Sơn La chuẩn bị máy phát dự phòng.", "Công ty Điện lực Sơn La"),
        ("- Báo Sơn La tuyên truyền về kế hoạch này.", "Báo Sơn La"),
    ],
)
def test_the_name_of_who_acts_ends_before_the_verb(say: Say, block: str, actor: str) -> None:
    assert first(say(f"{PLAN}II. NHIỆM VỤ\n\n{block}\n")).actor == actor


def test_what_was_done_may_stand_behind_a_sentence_on_others_or_on_what_it_rests(say: Say) -> None:
    said = say(
        f"{REPORT}I. KẾT QUẢ THỰC HIỆN\n\n1. Hội thi\n\n"
        "Hội thi cấp tỉnh do Tỉnh đoàn chủ trì. Sở Y tế đã tập huấn cho các đội.\n\n"
        "2. Kế hoạch\n\n"
        "Căn cứ Công văn số 606/BYT-KH ngày 29/01/2022 của Bộ Y tế. Sở Y tế đã ban hành Kế hoạch số 7/KH-SYT.\n"
    )
    assert words(said) == ["Hội thi cấp tỉnh do Tỉnh đoàn ", "Căn cứ Công văn số 606/BYT-KH "]


@pytest.mark.parametrize("low", ["quá trình kiểm tra", "chương trình công tác", "công trình thủy lợi"])
def test_no_one_submits_in_a_process_or_a_programme(low: str) -> None:
    assert all(match[0] != "trình" for match in verbs.doing().finditer(low))
