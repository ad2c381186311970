"""What the items below "Sửa đổi, bổ sung một số điều của X" change of X."""

import pytest

HEAD = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 23/2025/NĐ-CP ngày 16/2/2025 của Chính phủ\n\n"
CHANGED = "doc/cp/nghi-dinh/2025/23"


def below(extraction):
    return [(s.predicate, s.object, s.provision) for s in extraction.statements if s.rule.endswith(".below")]


@pytest.mark.parametrize(
    ("item", "predicate", "provisions"),
    [
        ("1. Sửa đổi, bổ sung các khoản 2, 3 Điều 2 như sau:\n\n“2. Tàu.”\n", "amends", ["các khoản 2, 3 Điều 2"]),
        ("1. Bãi bỏ khoản 4 Điều 5; điểm b khoản 2 Điều 6.\n", "repeals", ["khoản 4 Điều 5", "điểm b khoản 2 Điều 6"]),
        ("1. Bổ sung Điều 7a vào sau Điều 7 như sau:\n", "amends", ["Điều 7a"]),
        ("1. Bổ sung khoản 5 vào sau khoản 4 Điều 7 như sau:\n", "amends", ["khoản 5 Điều 7"]),
        ("1. Thay thế Phụ lục II bằng Phụ lục ban hành kèm theo Nghị định này.\n", "replaces", ["Phụ lục II"]),
        (
            "1. Thay thế cụm từ “huyện” bằng cụm từ “xã” tại khoản 1 Điều 8 và Điều 9.\n",
            "amends",
            ["khoản 1 Điều 8", "Điều 9"],
        ),
        (
            "1. Bãi bỏ cụm từ “huyện;” tại điểm a khoản 3 Điều 10; bãi bỏ cụm từ “xã” tại điểm c khoản 3 Điều 10.\n",
            "amends",
            ["điểm a khoản 3 Điều 10", "điểm c khoản 3 Điều 10"],
        ),
        ("1. Sửa đổi tên tổ chức đăng ký (Phụ lục 1 kèm theo).\n", "amends", []),
        ("1. Trách nhiệm của các bộ tại khoản 2 Điều 3.\n", "amends", []),
    ],
)
def test_what_an_item_changes(say, item, predicate, provisions) -> None:
    assert below(say(HEAD + item)) == [(predicate, CHANGED, provision) for provision in provisions]


def test_the_new_text_of_the_other_document_changes_nothing(say) -> None:
    text = (
        "1. Sửa đổi khoản 2 Điều 2 như sau:\n\n“2. Tàu cá:\n\n3. Bãi bỏ khoản 9 Điều 9.”\n\n"
        "2. Bãi bỏ Điều 5.\n\n3. Bổ sung Điều 6a như sau:\n\n“Điều 6a. Giấy phép\n\n1. Sửa đổi giấy phép theo Điều 1.\n\n"
        "4. Bãi bỏ Điều 8.\n"  # the quotation was never closed
    )
    assert [provision for _, _, provision in below(say(HEAD + text))] == [
        "khoản 2 Điều 2",
        "Điều 5",
        "Điều 6a",
        "Điều 8",
    ]


def test_points_within_an_item_belong_to_its_article(say) -> None:
    text = (
        "1. Sửa đổi, bổ sung một số khoản của Điều 10 như sau:\n\na) Sửa đổi khoản 1 như sau:\n\n“1. Tàu.”\n\n"
        "b) Bãi bỏ điểm a khoản 3.\n"
    )
    assert below(say(HEAD + text)) == [
        ("amends", CHANGED, "Điều 10"),
        ("amends", CHANGED, "khoản 1 Điều 10"),
        ("repeals", CHANGED, "điểm a khoản 3 Điều 10"),
    ]


def test_the_list_ends_with_the_article_and_an_item_may_name_its_own_document(say) -> None:
    text = (
        "1. Sửa đổi khoản 1 Điều 2 của Nghị định số 77/2026/NĐ-CP như sau:\n\n2. Bãi bỏ Điều 3.\n\n"
        "Điều 2. Hiệu lực\n\n1. Bãi bỏ khoản 3 Điều 9.\n"
    )
    assert below(say(HEAD + text)) == [("repeals", CHANGED, "Điều 3")]


def test_items_on_the_line_of_their_head(say) -> None:
    said = say(
        "Sửa đổi một số điều của Thông tư số 5/2020/TT-BTC như sau: 1. Sửa đổi khoản 2 Điều 5; 2. Bãi bỏ Điều 7."
    )
    assert [provision for _, _, provision in below(said)] == ["khoản 2 Điều 5", "Điều 7"]


def test_an_item_says_when_it_holds_and_where_it_stands(say) -> None:
    said = say(HEAD + "1. Bãi bỏ khoản 4 Điều 5 kể từ ngày 01/01/2032.\n")
    (item,) = [s for s in said.statements if s.rule.endswith(".below")]
    assert item.effective == "2032-01-01"
    assert item.span.of(said.text) == "Bãi bỏ khoản 4 Điều 5"
    assert item.why.through is not None
    assert item.why.through.of(said.text) == "Nghị định số 23/2025/NĐ-CP"


def test_two_documents_in_one_head_are_not_told_apart(say) -> None:
    head = "Điều 1. Sửa đổi một số điều của Nghị định số 1/2025/NĐ-CP và Nghị định số 2/2025/NĐ-CP\n\n"
    assert below(say(head + "1. Bãi bỏ Điều 5.\n")) == []


WHOLE = "Số: 9/2026/NĐ-CP\n\nNGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 23/2025/NĐ-CP\n\n"


def test_the_articles_of_an_act_that_amends_one_document_are_items(say) -> None:
    text = (
        "Điều 1. Sửa đổi, bổ sung điểm b khoản 2 Điều 1\n\n“b) Tàu cá.\n\nĐiều 2. Sửa đổi khoản 3 Điều 7, bãi bỏ khoản 4 "
        "Điều 7\n\nĐiều 3.\nBổ sung Điều 7a vào sau Điều 7\n\n“Điều 7a. Bãi bỏ Điều 8”.\n\n"
        "Điều 4. Sửa đổi, bổ sung một số điểm, khoản của Điều 9\n\n1. Sửa đổi khoản 1:\n\n“1. Tàu.”\n\n2. Bãi bỏ khoản 2.\n\n"
        "Điều 5. Bãi bỏ khoản 3 Điều 4 Nghị định số 40/2020/NĐ-CP\n"
    )
    assert below(say(WHOLE + text)) == [
        ("amends", CHANGED, "điểm b khoản 2 Điều 1"),
        ("amends", CHANGED, "khoản 3 Điều 7"),
        ("repeals", CHANGED, "khoản 4 Điều 7"),
        ("amends", CHANGED, "Điều 7a"),
        ("amends", CHANGED, "Điều 9"),
        ("amends", CHANGED, "khoản 1 Điều 9"),
        ("repeals", CHANGED, "khoản 2 Điều 9"),
    ]


def test_an_act_that_amends_two_documents_is_no_head(say) -> None:
    head = WHOLE.replace("23/2025/NĐ-CP", "23/2025/NĐ-CP và Nghị định số 24/2025/NĐ-CP")
    assert below(say(head + "Điều 1. Bãi bỏ khoản 2 Điều 1\n")) == []


def test_an_annex_that_another_document_carries_is_not_the_titles(say) -> None:
    item = "Điều 1. Sửa đổi mục 3 Phụ lục II Quy chế ban hành kèm theo Nghị định số 40/2020/NĐ-CP như sau:\n"
    assert below(say(WHOLE + item)) == []


def test_a_list_of_provisions_may_end_with_another_document(say) -> None:
    item = "1. Sửa đổi điểm d khoản 1; khoản 2 Điều 20 Nghị định số 40/2020/NĐ-CP như sau:\n\n2. Bãi bỏ Điều 5.\n"
    assert below(say(HEAD + item)) == [("repeals", CHANGED, "Điều 5")]


def test_a_heading_of_markdown_heads_a_list(say) -> None:
    assert below(say("### " + HEAD + "1. Bãi bỏ Điều 5.\n")) == [("repeals", CHANGED, "Điều 5")]


def test_a_change_of_words_and_a_repeal_are_told_apart_in_one_item(say) -> None:
    item = (
        "1. Bãi bỏ cụm từ “huyện;” tại khoản 3 Điều 10; bãi bỏ khoản 4 Điều 10; thay cụm từ “A” bằng “B” tại Điều 2.\n"
    )
    assert below(say(HEAD + item)) == [
        ("amends", CHANGED, "khoản 3 Điều 10"),
        ("repeals", CHANGED, "khoản 4 Điều 10"),
        ("amends", CHANGED, "Điều 2"),
    ]
