"""Orders that a page without a letterhead hands on, what such a page tells first, and articles that give tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.records import Action, Extraction

Say = Callable[..., Extraction]

FIRST = (
    "Theo đó, UBND tỉnh giao Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra các bếp ăn tập thể trong quý III.\n\n"
)


def acted(said: Extraction) -> list[tuple[str, str | None]]:
    return [(action.status, action.actor) for action in said.actions]


def one(said: Extraction) -> Action:
    (action,) = said.actions
    return action


def test_an_order_that_a_page_hands_on_is_a_task(say: Say) -> None:
    assert acted(say(f"Bảo đảm an toàn thực phẩm\n\n{FIRST}Ảnh minh họa.\n")) == [("planned", "Sở Y tế")]


@pytest.mark.parametrize(
    ("below", "actor"),
    [
        ("Công an tỉnh, Bộ CHQS tỉnh phối hợp tuần tra các tuyến biên giới.", "Công an tỉnh"),
        (
            "Các sở, ngành liên quan theo chức năng, nhiệm vụ được giao, phối hợp tuyên truyền tới người dân.",
            "Các sở, ngành liên quan",
        ),
        ("UBND các huyện, thành phố rà soát các bếp ăn trên địa bàn.", "UBND các huyện, thành phố"),
    ],
)
def test_what_bodies_are_told_below_the_first_order(say: Say, below: str, actor: str) -> None:
    assert acted(say(f"Bảo đảm an toàn thực phẩm\n\n{FIRST}{below}\n"))[1:] == [("planned", actor)]


@pytest.mark.parametrize(
    "told",
    [
        "Ngày 01/3/2023, UBND tỉnh đã ban hành Công văn số 5/UBND-VX về an toàn thực phẩm.",
        "Thực hiện Công điện số 4/CĐ-TTg ngày 02/5/2023, UBND tỉnh vừa có Công văn số 5/UBND-VX về an toàn thực phẩm.",
    ],
)
def test_a_page_tells_first_which_letter_was_issued(say: Say, told: str) -> None:
    said = say(f"Bảo đảm an toàn thực phẩm\n\n{told}\n\n{FIRST}")
    assert acted(said) == [("done", "Ủy ban nhân dân tỉnh"), ("planned", "Sở Y tế")]
    assert acted(say(f"Bảo đảm an toàn thực phẩm\n\n{told}\n\nẢnh minh họa.\n")) == [("done", "Ủy ban nhân dân tỉnh")]


@pytest.mark.parametrize(
    ("order", "actor"),
    [
        ("Đồng thời giao Sở Tài chính bố trí kinh phí kiểm tra.", "Sở Tài chính"),
        ("UBND tỉnh cũng yêu cầu Sở Tài chính bố trí kinh phí kiểm tra.", "Sở Tài chính"),
        ("Phó Thủ tướng Chính phủ yêu cầu Sở Tài chính bố trí kinh phí kiểm tra.", "Sở Tài chính"),
        ("(Báo A) - UBND tỉnh yêu cầu Sở Tài chính bố trí kinh phí kiểm tra.", "Sở Tài chính"),
        ("UBND các huyện quan tâm quy hoạch các chợ trên địa bàn.", "UBND các huyện"),
    ],
)
def test_further_orders_of_a_page(say: Say, order: str, actor: str) -> None:
    assert acted(say(f"Bảo đảm an toàn thực phẩm\n\n{FIRST}{order}\n"))[1:] == [("planned", actor)]


def test_an_order_right_below_who_decides(say: Say) -> None:
    said = say("UBND tỉnh có ý kiến như sau:\n\nGiao Sở Y tế chủ trì, phối hợp với các đơn vị rà soát hồ sơ.\n")
    assert acted(said) == [("planned", "Sở Y tế")]


@pytest.mark.parametrize(
    "line",
    [
        "Người dân mong UBND tỉnh giao Sở Y tế kiểm tra các bếp ăn tập thể.",
        "Theo đó, Bộ Y tế đề nghị các tỉnh chỉ đạo các cơ quan kiểm tra các bếp ăn tập thể.",
        "Công an tỉnh phối hợp tuần tra các tuyến biên giới.",
    ],
)
def test_a_page_without_an_order_hands_on_none(say: Say, line: str) -> None:
    assert acted(say(f"Tin trong tỉnh\n\n{line}\n")) == []


def test_an_order_that_was_given_is_what_its_body_did(say: Say) -> None:
    line = "UBND tỉnh đã yêu cầu các sở kiểm tra, nay việc kiểm tra đã xong."
    assert acted(say(f"Tin trong tỉnh\n\n{line}\n")) == [("done", "Ủy ban nhân dân tỉnh")]


HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nSố: {number}/QĐ-UBND\n\nSơn La, ngày 05 tháng 6 năm 2022\n\nQUYẾT ĐỊNH\n\n"
    "Điều 1. {first}\n\nĐiều 2. {tasks}\n\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.\n"
)
LIST = "Giao:\n\na) Sở Y tế xây dựng kế hoạch hằng năm.\n\nb) Sở Tài chính bố trí kinh phí thực hiện."


@pytest.mark.parametrize(
    ("number", "first", "count"),
    [
        ("12", "Thành lập Trung tâm A.", 2),
        ("12/2022", "Phê duyệt Đề án Phòng, chống lao tỉnh Sơn La đến năm 2025.", 2),
        ("12/2022", "Quy định mức thu phí thăm quan.", 0),
    ],
)
def test_an_article_may_be_nothing_but_an_order_above_its_list(say: Say, number: str, first: str, count: int) -> None:
    assert len(say(HEAD.format(number=number, first=first, tasks=LIST)).actions) == count


def test_an_order_in_an_article_may_guide_others(say: Say) -> None:
    tasks = "Giao\nGiám đốc Sở Nội vụ hướng dẫn, theo dõi việc thực hiện các nội dung trên."
    assert one(say(HEAD.format(number="12", first="Thành lập Trung tâm A.", tasks=tasks))).status == "planned"
