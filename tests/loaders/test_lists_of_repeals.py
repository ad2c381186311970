"""Lists of what an act ends: items that begin with a provision or an annex, lead-ins that tell who issued them."""

import pytest

from tests.loaders.edges import CIRCULAR, touched

HEAD = "Số: 15/2024/QĐ-UBND\n\nQUYẾT ĐỊNH\nBãi bỏ văn bản\n\n"


def ended(extraction):
    return [
        (s.object.rpartition("/")[2], s.provision)
        for s in extraction.statements
        if s.subject == "self" and s.predicate == "repeals"
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Điều 1. Bãi bỏ toàn bộ các văn bản quy phạm pháp luật do Ủy ban nhân dân tỉnh ban hành, cụ thể:\n",
        "Điều 1. Bãi bỏ toàn bộ 02 Quyết định do Chủ tịch Ủy ban nhân dân tỉnh ban hành sau đây:\n",
        "Điều 1. Các văn bản sau hết hiệu lực kể từ ngày Quyết định này có hiệu lực:\n",
        "Điều 1. Bãi bỏ toàn bộ 02 văn bản quy phạm pháp luật\n",
        "Điều 1. Bãi bỏ toàn bộ hoặc một phần một số Quyết định của Ủy ban nhân dân tỉnh\n",
    ],
)
def test_a_lead_in_may_say_who_issued_what_it_ends(say, lead) -> None:
    items = (
        "1. Quyết định số 12/2010/QĐ-UBND ngày 03 tháng 3 năm 2010 về quản lý chợ.\n"
        "2. Quyết định số 13/2010/QĐ-UBND ngày 04 tháng 3 năm 2010 về sửa đổi Quyết định số 5/2008/QĐ-UBND.\n"
    )
    assert ended(say(HEAD + lead + items, "Sơn La")) == [("12", None), ("13", None)]


def test_an_item_shows_the_lead_in_that_says_what_is_done(say) -> None:
    lead = "Điều 1. Bãi bỏ các văn bản sau:"
    extraction = say(
        HEAD + f"{lead}\n1. Quyết định số 12/2010/QĐ-UBND.\nĐiều 2. Bãi bỏ Quyết định số 13/2010/QĐ-UBND.\n"
    )
    first, second = (s for s in extraction.statements if s.predicate == "repeals")
    assert first.lead is not None
    assert first.lead.of(extraction.text) == lead
    assert second.lead is None


def test_a_title_ends_nothing_that_stands_below_it(say) -> None:
    text = HEAD.replace("\n\n", " quy phạm pháp luật\n\n", 2) + "1. Quyết định số 12/2010/QĐ-UBND ngày 03/3/2010.\n"
    assert ended(say(text, "Sơn La")) == []


def test_items_may_begin_with_a_provision_or_an_annex(say) -> None:
    text = (
        "Điều 2. Bãi bỏ một phần các văn bản sau:\n"
        "1. Điều 4, Điều 5 Quy định ban hành kèm theo Quyết định số 20/2015/QĐ-UBND ngày 01/7/2015.\n"
        "2. Khoản 3 Điều 2 Quyết định số 21/2016/QĐ-UBND.\n"
        "3. Phụ lục II kèm theo Quyết định số 22/2016/QĐ-UBND.\n"
    )
    assert ended(say(HEAD + text, "Sơn La")) == [
        ("20", "Điều 4, Điều 5 Quy định"),
        ("21", "Khoản 3 Điều 2"),
        ("22", "Phụ lục II"),
    ]


def test_the_list_is_over_where_an_article_begins(say) -> None:
    text = (
        "Điều 2. Bãi bỏ các văn bản sau:\n1. Khoản 3 Điều 2 Quyết định số 21/2016/QĐ-UBND.\n"
        "Điều 3. Quyết định số 22/2016/QĐ-UBND được tiếp tục áp dụng.\n"
    )
    assert ended(say(HEAD + text, "Sơn La")) == [("21", "Khoản 3 Điều 2")]


def test_a_long_list_of_provisions_is_still_a_part(say) -> None:
    provisions = ", ".join(f"Điều {number}" for number in range(1, 40))
    ((_, provision),) = ended(
        say(
            HEAD
            + f"Điều 1. Bãi bỏ các quy định tại:\na) {provisions} Quy chế ban hành kèm theo Quyết định số 69/2010/QĐ-UBND.\n"
        )
    )
    assert provision is not None
    assert provision.startswith("Điều 1, Điều 2")


ANNEX = """Điều 1. Bãi bỏ toàn bộ 02 văn bản quy phạm pháp luật (Danh mục kèm theo).
Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 6 năm 2024.

DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT BỊ BÃI BỎ
| STT | Số, ký hiệu | Trích yếu |
| 1 | Quyết định số 12/2010/QĐ-UBND ngày 03/3/2010 | Ban hành Quy định |
| 2 | 13/2010/QĐ-UBND ngày 04/3/2010 | Sửa đổi Quyết định số 5/2008/QĐ-UBND |
"""


def test_the_rows_of_an_annex_of_repealed_documents(say) -> None:
    extraction = say(HEAD + ANNEX, "Sơn La")
    assert ended(extraction) == [("12", None), ("13", None)]
    amended = [s for s in extraction.statements if s.predicate == "amends"]
    assert [(s.subject.rpartition("/")[2], s.object.rpartition("/")[2]) for s in amended] == [("13", "5")]


def test_a_list_of_what_ended_by_others_repeals_nothing(say) -> None:
    text = ANNEX.replace("Bãi bỏ toàn bộ 02", "Công bố 02").replace("BỊ BÃI BỎ", "HẾT HIỆU LỰC, BỊ BÃI BỎ")
    assert ended(say(text.join(["Số: 15/QĐ-UBND\n\nQUYẾT ĐỊNH\nCông bố danh mục\n\n", ""]), "Sơn La")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quyết định này có hiệu lực từ ngày 28 tháng 10 năm 2025 và bãi bỏ các Quyết định: Quyết định số 31/2021/QĐ-UBND "
            "ngày 29/12/2021 ban hành Quy chế phối hợp; Quyết định số 04/2024/QĐ-UBND ngày 27/02/2024.",
            [("31", None), ("04", None)],
        ),
        (
            "2. Quyết định số 56/2022/QĐ-UBND ngày 22 tháng 7 năm 2022 hướng dẫn việc giám sát văn bản của Hội đồng, Ủy ban "
            "của tỉnh hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.",
            [("56", None)],
        ),
        ("2. Quyết định số 56/2022/QĐ-UBND hướng dẫn việc giám sát; các văn bản khác hết hiệu lực.", []),
    ],
)
def test_what_a_sentence_ends(say, text, expected) -> None:
    found = ended(say(HEAD + text + "\n", "Sơn La"))
    assert found == [(number.lstrip("0"), provision) for number, provision in expected]


def test_a_submission_proposes_what_the_resolution_ends(say) -> None:
    title = "TỜ TRÌNH\nVề việc ban hành Nghị quyết bãi bỏ các Nghị quyết: Số 39/2011/NQ-HĐND, số 27/2017/NQ-HĐND\n"
    assert ended(say("ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSố: 9/TTr-UBND\n\n" + title)) == []


def test_a_table_that_lost_its_grid_tells_what_ended_each_document(say) -> None:
    text = (
        "QUYẾT ĐỊNH\nCông bố Danh mục văn bản hết hiệu lực\n\nSTT\nVăn bản hết hiệu lực\nLý do\n1\n"
        "Thông tư số 44/2015/TT-BTC ngày 22/10/2015 hướng dẫn thực hiện một số điều của Nghị định số 63/2015/NĐ-CP\n"
        "Được thay thế bởi Thông tư số 97/2022/TT-BTC ngày 29/11/2022\n15/01/2023\n2\n"
        "Thông tư số 45/2016/TT-BTC ngày 22/10/2016 về phí.\nBị bãi bỏ bởi Thông tư số 98/2022/TT-BTC\n15/01/2023\n"
    )
    ends = [s for s in say("Số: 15/QĐ-BTC\n\n" + text).statements if s.predicate in ("replaces", "repeals")]
    assert [(s.subject.rpartition("/")[2], s.predicate, s.object.rpartition("/")[2]) for s in ends] == [
        ("97", "replaces", "44"),
        ("98", "repeals", "45"),
    ]
    assert [s.lead is not None for s in ends] == [True, True]


def test_a_document_two_lines_above_was_not_changed(say) -> None:
    text = "1. Thông tư số 44/2015/TT-BTC về phí.\n\nHồ sơ gồm đơn.\n\nĐược thay thế bởi Thông tư số 97/2022/TT-BTC.\n"
    assert not [s for s in say("Số: 15/QĐ-BTC\n\nQUYẾT ĐỊNH\n" + text).statements if s.predicate == "replaces"]


def test_an_annex_issued_with_a_document_in_a_list_of_repeals(say) -> None:
    found = say(
        CIRCULAR
        + "Điều 15. Hiệu lực\n2. Bãi bỏ các quy định sau:\na) Khoản 1, khoản 2 Điều 1 Thông tư số 30/2024/TT-BTC;\n"
        "b) Điều 19, Điều 23 và Phụ lục ban hành kèm Thông tư số 69/2025/TT-BTC.\n"
    )
    assert touched(found) == {
        ("repeals", "30", "Khoản 1, khoản 2 Điều 1"),
        ("repeals", "69", "Điều 19, Điều 23 và Phụ lục"),
    }


def test_verbs_that_share_one_agent_are_one_change(say) -> None:
    text = "Thông tư số 44/2015/TT-BTC được sửa đổi, bổ sung, thay thế, bãi bỏ\nbởi Thông tư số 6/2024/TT-BTC.\n"
    changes = [s for s in say("Số: 15/BC-BTC\n\nBÁO CÁO\n" + text).statements if s.predicate != "cites"]
    assert [(s.subject.rpartition("/")[2], s.predicate, s.object.rpartition("/")[2]) for s in changes] == [
        ("6", "amends", "44")
    ]
