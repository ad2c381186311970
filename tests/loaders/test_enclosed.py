"""Drafts behind a letter, and titles in the next cell of a row."""

import pytest

LETTER = """ỦY BAN NHÂN DÂN TỈNH HÀ GIANG
Số: 88/TTr-UBND

TỜ TRÌNH
Về việc ban hành Nghị quyết quy định mức thu phí

Thực hiện Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ, Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh:
Ngày 11/12/2019, Hội đồng nhân dân tỉnh ban hành Nghị quyết số 35/2019/NQ-HĐND quy định mức thu phí.
"""
FILLING = "Qua rà soát, mức thu không còn phù hợp với tình hình thực tế của tỉnh trong giai đoạn mới.\n" * 6
DRAFT = """
HỘI ĐỒNG NHÂN DÂN TỈNH HÀ GIANG

NGHỊ QUYẾT
Quy định mức thu phí

Căn cứ Luật Phí và lệ phí số 97/2015/QH13;
QUYẾT NGHỊ:
Điều 1. Nghị quyết này thay thế Nghị quyết số 40/2018/NQ-HĐND.
"""


def stated(extraction):
    return [(s.subject, s.predicate, s.object) for s in extraction.statements if s.predicate != "cites"]


def test_what_an_enclosed_draft_says_is_not_said_by_the_letter(say) -> None:
    extraction = say(LETTER + FILLING + DRAFT)
    assert stated(extraction) == [("self", "implements", "doc/cp/nghi-dinh/2021/60")]
    assert {c.mention.number for c in extraction.citations if c.mention.form == "full"} == {"60", "35", "97", "40"}


def test_a_document_of_its_own_encloses_nothing(say) -> None:
    extraction = say("Số: 9/2024/NQ-HĐND\n" + DRAFT)
    assert [predicate for _, predicate, _ in stated(extraction)] == ["basedOn", "replaces"]


@pytest.mark.parametrize(
    ("row", "subject"),
    [
        ("| 1 | Kế hoạch số 30/KH-UBND ngày 03/02/2021 | Kế hoạch thực hiện Quyết định số 749/QĐ-TTg |", "30"),
        ("| 1 | Kế hoạch số 30/KH-UBND | Về triển khai thực hiện Quyết định số 749/QĐ-TTg |", "30"),
        ("| 1 | Sở Nội vụ | Thực hiện Quyết định số 749/QĐ-TTg |", "self"),
        ("| 1 | Rà soát Kế hoạch số 30/KH-UBND | Kế hoạch thực hiện Quyết định số 749/QĐ-TTg |", "self"),
    ],
)
def test_a_title_in_the_next_cell_is_that_of_the_document_of_the_row(say, row, subject) -> None:
    extraction = say(f"Số: 1/KH-UBND\n\nKẾ HOẠCH\nHoạt động năm 2024\n\n{row}\n", "Sơn La")
    found = [s.subject for s in extraction.statements if s.predicate == "implements"]
    assert [work.rpartition("/")[2] for work in found] == [subject]
