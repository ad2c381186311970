"""Relations as offices word them: who issued what to carry out several documents, what a decision adjusts, which law a
law's name changes."""

import pytest

from ontology.records import SELF, Extraction
from tests.loaders.edges import edges

REPORT = "SỞ Y TẾ\nSố: 12/BC-SYT\nHà Nội, ngày 01 tháng 3 năm 2024\nBÁO CÁO\nCông tác năm 2023\n"
DECISION = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/QĐ-UBND\nSơn La, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\n"
CIRCULAR = "BỘ Y TẾ\nSố: 12/2024/TT-BYT\nHà Nội, ngày 01 tháng 3 năm 2024\nTHÔNG TƯ\nQuy định về kho\n"
DECREE = "CHÍNH PHỦ\nSố: 12/2024/NĐ-CP\nHà Nội, ngày 01 tháng 3 năm 2024\nNGHỊ ĐỊNH\nVề kho\n"


def strong(extraction: Extraction) -> set[tuple[str, str, str]]:
    return {edge for edge in edges(extraction) if edge[1] != "cites"}


def test_what_is_issued_carries_out_all_that_stand_side_by_side(say) -> None:
    text = (
        "Thực hiện Kế hoạch số 16-KH/TU ngày 25/3/2023 của Tỉnh ủy về cải cách hành chính; Nghị quyết số 5/NQ-HĐND ngày "
        "02/4/2023 của Hội đồng nhân dân tỉnh về “Phát triển đô thị, xây dựng nông thôn mới”, Ủy ban nhân dân tỉnh đã ban "
        "hành Kế hoạch số 42/KH-UBND ngày 13/5/2023."
    )
    found = strong(say(REPORT + text))
    assert {("42", "implements", "16"), ("42", "implements", "5")} <= found
    assert {(SELF, "implements", "16"), (SELF, "implements", "5")} <= found


def test_what_another_phrase_governs_was_not_issued(say) -> None:
    text = (
        "Thực hiện Nghị quyết số 5/NQ-HĐND, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 42/KH-UBND; việc thanh toán "
        "thực hiện theo Quyết định số 43/QĐ-UBND."
    )
    subjects = {edge[0] for edge in strong(say(REPORT + text))}
    assert subjects == {SELF, "42"}


@pytest.mark.parametrize(
    "clause",
    [
        "Điều chỉnh chủ trương đầu tư dự án kho lạnh được phê duyệt tại Quyết định số 83/QĐ-UBND ngày 17/8/2025.",
        "Phê duyệt điều chỉnh Dự án kho lạnh tại Quyết định số 83/QĐ-UBND ngày 17/8/2025 với các nội dung sau:",
        "Điều chỉnh, bổ sung Kế hoạch ban hành kèm theo Quyết định số 83/QĐ-UBND ngày 17/8/2025.",
        "Kéo dài thời gian thực hiện dự án được phê duyệt tại Quyết định số 83/QĐ-UBND ngày 17/8/2025.",
        "Bổ sung 04 thủ tục vào Bộ thủ tục hành chính được công bố kèm theo Quyết định số 83/QĐ-UBND ngày 17/8/2025.",
    ],
)
def test_a_decision_adjusts_what_another_one_holds(say, clause: str) -> None:
    assert strong(say(f"{DECISION}Về kho lạnh\nĐiều 1. {clause}\n")) == {(SELF, "amends", "83")}


def test_a_title_says_so_too(say) -> None:
    title = "Về việc điều chỉnh Kế hoạch đầu tư công ban hành kèm theo Quyết định số 83/QĐ-UBND ngày 17/8/2025\n"
    assert strong(say(DECISION + title)) == {(SELF, "amends", "83")}


@pytest.mark.parametrize(
    "text",
    [
        DECISION + "Về kho\nĐiều 1. Điều chỉnh mức hỗ trợ theo quy định tại Quyết định số 83/QĐ-UBND.\n",
        DECISION + "Về kho\nĐiều 1. Bổ sung 500 triệu đồng cho Sở Y tế tại Quyết định số 83/QĐ-UBND.\n",
        DECREE
        + "2. Quyết định kéo dài thời gian tạm giữ được lập theo Mẫu số 19 ban hành kèm theo Nghị định số 83/2021/NĐ-CP.",
        REPORT + "- Điều chỉnh kế hoạch vốn tại Quyết định số 83/QĐ-UBND.\n",
    ],
    ids=["by its rules", "money", "a form", "a report"],
)
def test_what_goes_by_a_document_changes_nothing_of_it(say, text: str) -> None:
    assert strong(say(text)) == set()


def test_a_law_changes_the_one_that_its_name_holds(say) -> None:
    basis = (
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của "
        "Luật Ban hành văn bản quy phạm pháp luật ngày 18 tháng 6 năm 2020;\n"
    )
    changes = [s for s in say(CIRCULAR + basis).statements if s.predicate == "amends"]
    assert [(s.subject.split("/")[3], s.object.split("/")[3], s.rule) for s in changes] == [
        ("qh14", "qh13", "named_change")
    ]


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ Luật Đầu tư ngày 17 tháng 6 năm 2014; Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công ngày 18 tháng 6 năm 2020;\n",
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024; Luật sửa đổi, bổ sung một số điều của Luật Đất đai ngày 18 tháng 6 năm 2020;\n",
        "Căn cứ Luật Đất đai ngày 26 tháng 11 năm 2003; Luật Đất đai ngày 29 tháng 11 năm 2013; "
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai ngày 18 tháng 6 năm 2020;\n",
    ],
    ids=["a longer name", "a younger law", "two of the name"],
)
def test_a_name_leaves_in_doubt_which_law_it_changes(say, basis: str) -> None:
    assert {s.predicate for s in say(CIRCULAR + basis).statements} == {"basedOn"}


def test_an_amending_circular_leaves_a_later_number_of_its_year_alone(say) -> None:
    text = (
        "Điều 1. Đính chính Thông tư số 38/2023/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 95/2020/TT-BTC về kho "
        "và Thông tư số 39/2023/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 57/2021/TT-BTC về cảng."
    )
    found = {edge for edge in strong(say(DECISION + "Về việc đính chính\n" + text)) if edge[0] != SELF}
    assert found == {("38", "amends", "95"), ("39", "amends", "57")}


def test_an_indented_line_of_bases_with_a_lead(say) -> None:
    text = "      Căn cứ các quy định pháp luật về phòng cháy: Luật số\n55/2024/QH15 ngày 29/11/2024; Nghị định số 105/2025/NĐ-CP;\n"
    assert strong(say(DECISION + "Về kho\n" + text)) == {(SELF, "basedOn", "55"), (SELF, "basedOn", "105")}


def test_congresses_side_by_side(say) -> None:
    text = "Căn cứ Chương trình số 09-CTr/TU thực hiện Nghị quyết Đại hội XX Đảng bộ tỉnh, Nghị quyết số 18-NQ/TW;\n"
    carried = {edge[2] for edge in strong(say(DECISION + "Về kho\n" + text)) if edge[:2] == ("9", "implements")}
    assert len(carried) == 2


def test_a_form_that_asks_how_a_circular_is_kept_carries_nothing_out(say) -> None:
    assert strong(say(REPORT + "PHIẾU KHẢO SÁT\n(Đánh giá việc tuân thủ thực hiện Thông tư số 02/2009/TT-BYT)\n")) == {
        (SELF, "reportsOn", "2")
    }


def test_scanned_bases_without_accents(say) -> None:
    assert strong(say(DECISION + "Về kho\nCan cứ Nghị định số 43/2006/NĐ-CP ngày 25/4/2006;\n")) == {
        (SELF, "basedOn", "43")
    }


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ Quy chế Cán bộ Đoàn do Ban Bí thư ban hành theo Quyết định số 83-QĐ/TW ngày 08/02/2010;",
        "Căn cứ Quy chế hoạt động của Ban Chấp hành, nhiệm kỳ 2012 - 2017 ban hành kèm theo Quyết định số 83/QĐ-UBND;",
    ],
)
def test_who_rests_on_an_annex_rests_on_its_document(say, basis: str) -> None:
    assert strong(say(f"{DECISION}Về kho\n{basis}\n")) == {(SELF, "basedOn", "83")}


def test_a_report_on_an_order_that_stands_in_a_document(say) -> None:
    text = (
        "Xét đề nghị tại Báo cáo số 87/BC-UBND ngày 29/3/2024 về kết quả thực hiện kết luận của Thủ tướng Chính phủ tại "
        "Thông báo kết luận số 460/TB-VPCP;"
    )
    assert strong(say(DECISION + "Về kho\n" + text)) == {("87", "reportsOn", "460")}


def test_a_title_read_too_short_does_not_end_the_list(say) -> None:
    text = (
        "Thực hiện Nghị quyết số 37-NQ/TW ngày 24/12/2018 về sắp xếp; Nghị quyết số 32/NQ-CP ngày 14/5/2019 của Chính "
        "phban hành Kế hoạch thực hiện sp xếp các đơn vị, giai đoạn 2019-2021; Chương trình số 147-CTr/TU ngày 09/5/2019, "
        "Sở Y tế đã triển khai."
    )
    carried = {edge[2] for edge in strong(say(REPORT + text)) if edge[:2] == (SELF, "implements")}
    assert carried == {"37", "32", "147"}


def test_a_body_that_has_a_guide_issued_it(say) -> None:
    text = "Thực hiện Chỉ thị số 35-CT/TW, ngày 10/9/2020 Ban Tuyên giáo Trung ương có Hướng dẫn số 151-HD/BTGTW."
    assert ("151", "implements", "35") in strong(say(REPORT + text))


@pytest.mark.parametrize(
    "clause",
    [
        "Thay thế ông Nguyễn Văn A bằng ông Trần Văn B tại khoản 2 Điều 1 Quyết định số 83/QĐ-UBND ngày 01/02/2020.",
        "Thông qua điều chỉnh, bổ sung danh mục dự án thu hồi đất tại Quyết định số 83/QĐ-UBND ngày 01/02/2020.",
        "Chấp thuận việc điều chỉnh quy mô dự án tại Quyết định số 83/QĐ-UBND ngày 01/02/2020.",
    ],
)
def test_what_is_approved_or_exchanged_changes_the_document_that_holds_it(say, clause: str) -> None:
    assert strong(say(f"{DECISION}Về kho\nĐiều 1. {clause}\n")) == {(SELF, "amends", "83")}


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 5/KH-BCĐ ngày 01/02/2025 đã được Giám đốc Sở Y tế phê duyệt tại Quyết định số 6/QĐ-UBND.",
        "Chương trình số 5/CTr-UBND ban hành kèm theo Quyết định số 6/QĐ-UBND ngày 01/02/2025.",
    ],
)
def test_a_decision_promulgates_the_plan_that_it_carries(say, text: str) -> None:
    assert strong(say(REPORT + text)) == {("6", "promulgates", "5")}


@pytest.mark.parametrize(
    "text",
    [
        "Sở nhận được Báo cáo số 5/BC-SCT kèm theo Công văn số 6/SCT-TM ngày 01/02/2025.",
        "Kế hoạch số 5/KH-BCĐ, dự án được phê duyệt tại Quyết định số 6/QĐ-UBND.",
        "Giấy phép số 5/GP-UBND được phê duyệt trữ lượng tại Quyết định số 6/QĐ-UBND.",
    ],
    ids=["beside a letter", "something else", "a licence"],
)
def test_what_lies_beside_a_document_is_not_promulgated_by_it(say, text: str) -> None:
    assert not {edge for edge in edges(say(REPORT + text)) if edge[1] == "promulgates"}


@pytest.mark.parametrize(
    "issued",
    [
        "HĐND tỉnh đã thông qua Nghị quyết số 6/NQ-HĐND ngày 01/02/2025.",
        "UBND tỉnh đã ban hành nhiều văn bản chỉ đạo thực hiện (Kế hoạch số 6/KH-UBND ngày 01/02/2025).",
    ],
)
def test_what_a_council_adopts_and_what_stands_in_an_aside(say, issued: str) -> None:
    assert ("6", "implements", "5") in strong(say(f"{REPORT}Thực hiện Nghị quyết số 5-NQ/TU, {issued}"))


def test_a_dot_that_a_scan_put_behind_the_word(say) -> None:
    text = "Căn cứ. Quyết định số 133/QĐ-TTg ngày 17/01/2020 của Thủ tướng Chính phủ;\n"
    assert strong(say(DECISION + "Về kho\n" + text)) == {(SELF, "basedOn", "133")}


def test_a_resolution_that_suspends_and_puts_off(say) -> None:
    text = (
        "Điều 5. Quyết định này thay thế Quyết định số 9/QĐ-UBND ngày 04/02/2026 tạm ngưng hiệu lực và điều chỉnh thời hạn "
        "áp dụng Quyết định số 46/QĐ-UBND ngày 26/01/2026 và Quyết định số 66/QĐ-UBND ngày 27/01/2026.\n"
    )
    assert strong(say(DECISION + "Về kho\n" + text)) == {
        (SELF, "replaces", "9"),
        ("9", "suspends", "46"),
        ("9", "suspends", "66"),
    }


def test_an_order_in_several_dispatches(say) -> None:
    text = (
        "Thực hiện chỉ đạo của Thủ tướng Chính phủ tại các Công điện: số 41/CĐ-TTg ngày 27/4/2024 về chữa cháy rừng; số "
        "43/CĐ-TTg ngày 01/5/2024 về phòng cháy rừng, Sở Y tế đã triển khai."
    )
    assert strong(say(REPORT + text)) == {(SELF, "implements", "41"), (SELF, "implements", "43")}


def test_the_bases_of_a_translation(say) -> None:
    text = (
        "THE GOVERNMENT\nDECREE\nPursuant to the Law on Construction No. 50/2014/QH13 dated June 18, 2014;\n"
        "Pursuant to Decree No. 15/2018/ND-CP dated February 2, 2018 of the Government;\n"
    )
    assert strong(say(text)) == {(SELF, "basedOn", "50"), (SELF, "basedOn", "15")}
