"""Implementing actions: which blocks state one, with which status, for which documents, by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.read import extract
from ontology.records import Action, Extraction, Source

Say = Callable[..., Extraction]

HEAD = "SỞ Y TẾ TỈNH SƠN LA\n\nSố: 12/BC-SYT\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nBÁO CÁO\n\nCông tác năm 2022\n\n"
PLAN = "SỞ Y TẾ TỈNH SƠN LA\n\nSố: 12/KH-SYT\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nKẾ HOẠCH\n\nCông tác năm 2023\n\n"
LETTER = (
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nSố: 12/UBND-KGVX\n\nSơn La, ngày 05 tháng 6 năm 2022\n\n"
    "Kính gửi: Các sở, ban, ngành\n\n"
)


def actions(said: Extraction) -> list[tuple[str, str]]:
    """(status, first words) of each action."""
    return [(a.status, a.span.of(said.text)[:24]) for a in said.actions]


def only(said: Extraction) -> Action:
    (action,) = said.actions
    return action


@pytest.mark.parametrize(
    ("block", "status"),
    [
        ("- Tổ chức 02 hội nghị tập huấn.", "done"),
        ("- Sở đã tham mưu UBND tỉnh ban hành kế hoạch.", "done"),
        ("- 100% hồ sơ được giải quyết đúng hạn.", "done"),
        ("- Công tác tuyên truyền: Tổ chức 05 buổi nói chuyện.", "done"),
        ("- Sở đang triển khai 03 dự án.", "ongoing"),
        ("- Tiếp tục rà soát, cập nhật thủ tục hành chính.", "ongoing"),
        ("- Hằng năm tỉnh hỗ trợ các hợp tác xã.", "ongoing"),
        ("- Toàn tỉnh hiện có 12 cơ sở đang hoạt động.", "ongoing"),
        ("- Trong thời gian tới, Sở sẽ kiện toàn bộ máy.", "planned"),
        ("- Đến nay Sở chưa ban hành kế hoạch.", "notDone"),
    ],
)
def test_the_main_verb_decides_in_a_report(say: Say, block: str, status: str) -> None:
    assert [a.status for a in say(f"{HEAD}I. KẾT QUẢ THỰC HIỆN\n\n{block}\n").actions] == [status]


@pytest.mark.parametrize(
    "block",
    [
        "- Nhìn chung các hoạt động có chuyển biến tích cực.",
        "- Việc phối hợp giữa các đơn vị đạt kết quả tốt.",
        "- Kinh phí còn hạn chế, thiết bị lạc hậu.",
        "- Đề nghị UBND tỉnh bố trí thêm kinh phí.",
        "Sở Y tế báo cáo kết quả như sau:",
        "(Chi tiết tại Phụ lục kèm theo)",
    ],
)
def test_evaluations_difficulties_and_proposals_are_no_actions(say: Say, block: str) -> None:
    assert say(f"{HEAD}I. KẾT QUẢ THỰC HIỆN\n\n{block}\n").actions == ()


def test_the_part_of_the_document_decides(say: Say) -> None:
    said = say(
        f"{HEAD}I. KẾT QUẢ THỰC HIỆN\n\n- Tổ chức 02 lớp.\n\nII. KHÓ KHĂN, VƯỚNG MẮC\n\n- Tổ chức bộ máy còn thiếu.\n\n"
        "III. PHƯƠNG HƯỚNG NĂM 2023\n\n- Tổ chức 03 lớp.\n\nIV. KIẾN NGHỊ\n\n- Tổ chức thêm 04 lớp.\n\n"
        "Nơi nhận:\n\n- Tổ chức A.\n"
    )
    assert actions(said) == [("done", "- Tổ chức 02 lớp."), ("planned", "- Tổ chức 03 lớp.")]


def test_a_plan_plans(say: Say) -> None:
    said = say(
        f"{PLAN}Căn cứ Quyết định số 5/QĐ-UBND ngày 01/02/2022;\n\nSở Y tế ban hành Kế hoạch như sau:\n\n"
        "I. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nII. NHIỆM VỤ\n\n1. Duy trì đường dây nóng.\n\n2. Tổ chức 05 hội nghị.\n"
    )
    assert actions(said) == [("planned", "1. Duy trì đường dây nón"), ("planned", "2. Tổ chức 05 hội nghị.")]


def test_provisions_are_rules_and_no_actions(say: Say) -> None:
    rule = "Số: 5/2020/TT-BYT\n\nTHÔNG TƯ\n\nĐiều 1. Kiểm tra\n\n1. Sở Y tế tổ chức kiểm tra 02 lần mỗi năm.\n"
    assert say(rule).actions == ()


def test_a_letter_gives_orders(say: Say) -> None:
    said = say(f"{LETTER}1. Giao Sở Y tế chủ trì kiểm tra các cơ sở.\n\n2. Đề nghị Bộ Y tế xem xét.\n", "Sơn La")
    assert (only(said).status, only(said).actor) == ("planned", "Sở Y tế tỉnh Sơn La")


def test_own_words_heading_lead_in_and_report_give_the_documents(say: Say) -> None:
    said = say(
        HEAD.replace("Công tác năm 2022", "Kết quả thực hiện Quyết định số 1/QĐ-TTg ngày 01/01/2020")
        + "I. KẾT QUẢ\n\n1. Triển khai theo Quyết định số 2/QĐ-TTg ngày 02/01/2020\n\n"
        "- Thực hiện Kế hoạch số 3/KH-UBND ngày 03/01/2020, Sở đã ban hành các văn bản, cụ thể:\n\n"
        "+ Tổ chức 02 hội nghị.\n\n- Cấp phép theo quy định tại Nghị định số 4/2020/NĐ-CP.\n",
        "Sơn La",
    )
    numbers = [{path.rsplit("/", 1)[-1] for path in action.implements} for action in said.actions]
    assert numbers == [{"3", "2", "1"}, {"3", "2", "1"}, {"2", "1"}]


def test_a_listed_document_was_issued_and_carries_out_what_its_title_says(say: Say) -> None:
    said = say(
        f"{HEAD}I. KẾT QUẢ\n\nThực hiện Nghị quyết số 9-NQ/TU ngày 01/01/2021, UBND tỉnh đã ban hành các kế hoạch, cụ thể:\n\n"
        "Kế hoạch số 5/KH-UBND ngày 02/01/2021 thực hiện Quyết định số 6/QĐ-TTg ngày 03/01/2020;\n\n"
        "Kế hoạch số 7/KH-UBND ngày 02/02/2021.\n\nHằng năm tỉnh tổ chức kiểm tra.\n",
        "Sơn La",
    )
    assert [a.status for a in said.actions] == ["done", "done", "done", "ongoing"]
    numbers = [{path.rsplit("/", 1)[-1] for path in action.implements} for action in said.actions]
    assert numbers == [{"9"}, {"6", "9"}, {"9"}, set()]


def test_the_status_of_a_lead_in_holds_for_its_list(say: Say) -> None:
    said = say(f"{HEAD}I. KẾT QUẢ\n\nSở đang triển khai 02 dự án, cụ thể:\n\n+ Dự án “A B C”.\n\n+ Dự án “D E F”.\n")
    assert [a.status for a in said.actions] == ["ongoing"] * 3
    assert [len(a.programmes) for a in said.actions] == [0, 1, 1]


@pytest.mark.parametrize(
    ("block", "actor"),
    [
        ("- Công an tỉnh đã kiểm tra 05 cơ sở.", "Công an tỉnh Sơn La"),
        ("- Thực hiện Quyết định số 5/QĐ-TTg, Sở Công Thương đã tổ chức 02 lớp.", "Sở Công Thương tỉnh Sơn La"),
        ("- Tổ chức 02 hội nghị.", "Sở Y tế tỉnh Sơn La"),
        ("- UBND các huyện, thành phố xây dựng kế hoạch.", "UBND các huyện, thành phố"),
    ],
)
def test_who_acts(say: Say, block: str, actor: str) -> None:
    assert only(say(f"{HEAD}I. KẾT QUẢ\n\n{block}\n", "Sơn La")).actor == actor


def test_a_heading_that_names_a_body_says_who_acts(say: Say) -> None:
    said = say(
        f"{PLAN}I. TỔ CHỨC THỰC HIỆN\n\n1. Công an tỉnh\n\n- Kiểm tra các cơ sở.\n\n2. Các đơn vị\n\n- Báo cáo kết quả.\n"
    )
    assert [a.actor for a in said.actions] == ["Công an tỉnh Sơn La", "Các đơn vị"]


def test_partners_place_time_results_and_path(say: Say) -> None:
    action = only(
        say(
            f"{HEAD}I. KẾT QUẢ\n\n1. Tập huấn\n\n- Tháng 9 năm 2022, phối hợp với Sở Nội vụ và Công an tỉnh tổ chức "
            "02 lớp cho 120 học viên tại huyện Mộc Châu với kinh phí 150 triệu đồng.\n"
        )
    )
    assert action.partners == ("Sở Nội vụ", "Công an tỉnh")
    assert action.place == "huyện Mộc Châu"
    assert action.time == "Tháng 9 năm 2022"
    assert [(q.value, q.unit) for q in action.quantities] == [(2, "lớp"), (120, "học viên")]
    assert [(m.amount, m.unit) for m in action.money] == [(150, "triệu đồng")]
    assert action.path == "I › 1 › -"


def test_numbers_of_a_footnote_are_not_those_of_the_block(say: Say) -> None:
    said = say(
        f"{HEAD}I. KẾT QUẢ\n\nSở đã tổ chức 02 lớp cho cán\n\n3\n\n¹ Trong đó 15 lớp của năm trước.\n\nbộ các xã trong tỉnh.\n"
    )
    assert [q.value for q in only(said).quantities] == [2]


def test_tables_are_no_actions(say: Say) -> None:
    said = say(f"{HEAD}I. KẾT QUẢ\n\nTT\tNội dung\tSố lượng\n1\tTổ chức hội nghị\t02\n2\tTổ chức lớp\t05\n")
    assert said.actions == ()


PIECES = (
    *(
        "Sở Y tế",
        "đã",
        "đang",
        "tổ chức",
        "02 lớp",
        "Giao",
        "phối hợp với",
        "Quyết định số 5/QĐ-TTg",
        "thực hiện",
        ":",
        ";",
        "\n",
    ),
    *(
        "\n- ",
        "\n1. ",
        "\nII. KẾT QUẢ\n",
        "\nPHỤ LỤC I\n",
        "nhiệm vụ",
        "chưa",
        "100%",
        "150 triệu đồng",
        "¹",
        "./.",
        "\n3\n",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=16))
def test_any_report_has_actions_within_its_blocks(pieces: list[str]) -> None:
    text = HEAD + " ".join(pieces)
    said = extract(Source("a.txt", text.encode(), "text/plain"))
    blocks = {block.span for block in said.structure}
    known = {work.id for work in said.works}
    for action in said.actions:
        assert action.span in blocks
        assert set(action.implements) <= known
        for item in (*action.quantities, *action.money):
            assert item.span is not None and action.span.contains(item.span)
