"""What is numbered like a document and is none, and numbers that a scan or a clerk has damaged."""

import pytest


def spans(extraction) -> list[str]:
    return [extraction.text[c.mention.span.start : c.mention.span.end] for c in extraction.citations]


@pytest.mark.parametrize(
    "sentence",
    [
        "lập theo Mẫu quyết định số 02 của ngành",
        "mẫu đề cương báo cáo số 05 và Biểu mẫu báo cáo số 1",
        "Sửa đổi, bổ sung Số TT 4 của Biểu mức thu",
        "Hóa chất 2-METHYLPENTAN, trạm 3A - TBA 500 kV, tờ khai 03/TNCN",
    ],
)
def test_a_form_or_a_code_is_no_document_and_no_doubt(say, sentence) -> None:
    extraction = say(f"Đơn vị {sentence}.")
    assert (spans(extraction), extraction.unresolved) == ([], ())


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Tờ trình số 1420TTr-BQL", "1420"),
        ("Quyết định số 734QĐ-UBND", "734"),
        ("Quyết định 22 5/QĐ-SYT", "225"),
        ("Công văn 1 466/UBND-KT", "1466"),
    ],
)
def test_a_number_without_its_stroke_or_printed_in_two(say, printed, number) -> None:
    (citation,) = say(f"Thực hiện {printed} ngày 13/12/2031 về phân công nhiệm vụ.").citations
    assert citation.mention.number == number


def test_the_point_of_an_article_is_no_part_of_a_number(say) -> None:
    assert [c.mention.number for c in say("theo khoản 3 Điều 2 15/2031/NĐ-CP").citations] == ["15"]


@pytest.mark.parametrize("printed", ["Quyết định số Ÿ† /QĐ-UBND", "Công văn số 5§820/BYT-BH", "Hướng dẫn số 01-XYZW"])
def test_a_number_that_a_scan_lost_is_a_doubt(say, printed) -> None:
    extraction = say(f"Căn cứ {printed} ngày 06/02/2031 của UBND tỉnh.")
    assert spans(extraction) == []
    assert [u.reason for u in extraction.unresolved] in (["number.unread"], ["symbol.unknown"])
