"""Texts in which bytes were lost: what a lost letter touches is a doubt, and never another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.read import extract
from ontology.records import Source

TEXT = (
    "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình chuyển đổi số;\n"
    "Thực hiện Nghị định số 47/2020/NĐ-CP ngày 09/4/2020 của Chính phủ và Kế hoạch số 212/KH-UBND ngày 15/10/2021,\n"
    "Ủy ban nhân dân tỉnh Sơn La đã cấp 120 triệu đồng cho 35 xã.\n"
)


def read(data: bytes):
    return extract(Source("hỏng.txt", data, "text/plain"))


def cited(extraction) -> set[tuple[str | None, ...]]:
    return {(c.mention.number, c.mention.year, c.mention.symbol, c.mention.date) for c in extraction.citations}


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("Căn cứ Quyết định số 7\ufffd9/QĐ-TTg ngày 3/6/2020;", "Quyết định số 7\ufffd9/QĐ-TTg ngày 3/6/2020"),
        ("Căn cứ Quyết định số \ufffd49/QĐ-TTg ngày 3/6/2020;", "\ufffd49/QĐ-TTg ngày 3/6/2020"),
        ("Căn cứ Quyết định số 74\ufffd/QĐ-TTg ngày 3/6/2020;", "Quyết định số 74\ufffd/QĐ-TTg"),
        ("Căn cứ Quyết định số 749/QĐ-T\ufffdg ngày 3/6/2020;", "Quyết định số 749/QĐ-T\ufffdg"),
        ("Căn cứ Luật \ufffdầu tư;", "\ufffdầu"),
    ],
)
def test_a_mention_that_lost_a_letter_is_a_doubt(sentence: str, doubt: str) -> None:
    found = read(sentence.encode())
    assert not found.citations
    told = [(sentence[u.span.start : u.span.end].rstrip(";"), u.reason) for u in found.unresolved]
    assert told == [(doubt, "letter.lost")]


def test_the_number_of_the_document_itself() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 2{}2/KH-UBND\nSơn La, ngày 15 tháng 10 năm 2021\nKẾ HOẠCH\nChuyển đổi số\n"
    )
    assert read(head.format("1").encode()).header.number == "212"
    lost = read(head.format("\ufffd").encode())
    assert (lost.header.number, lost.self_work.number) == (None, None)
    assert not lost.citations


REPORT = (
    "BÁO CÁO\nKết quả thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020\nI. KẾT QUẢ THỰC HIỆN\n1. Ủy ban nhân dân tỉnh đã hỗ trợ"
    " {} triệu đồng cho 35 xã để thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.\n"
)


@pytest.mark.parametrize(("sum_", "amounts"), [("120", [120.0]), ("1\ufffd0", []), ("12\ufffd", [])])
def test_results_that_lost_a_digit_are_no_results(sum_: str, amounts: list[float]) -> None:
    (action,) = read(REPORT.format(sum_).encode()).actions
    assert [money.amount for money in action.money] == amounts
    assert [quantity.value for quantity in action.quantities] == [35.0]


def test_one_broken_byte_is_told_with_its_place() -> None:
    data = TEXT.encode().replace("tỉnh".encode(), b"t\xff\xffnh")
    found = read(data)
    assert cited(found) == cited(read(TEXT.encode()))
    assert [(note.code, dict(note.details)) for note in found.notes] == [
        ("note.broken", {"count": "1", "places": "3:18"})
    ]
    assert [found.text[u.span.start : u.span.end] for u in found.unresolved] == ["t\ufffd\ufffdnh"]


@given(st.integers(0, len(TEXT.encode()) - 1), st.sampled_from([0xFF, 0x80, 0xC3]))
def test_no_broken_byte_makes_another_number(at: int, value: int) -> None:
    data = bytearray(TEXT.encode())
    data[at] = value
    found = read(bytes(data))
    if "\ufffd" in found.text:
        printed = cited(read(TEXT.encode()))
        assert cited(found) <= printed | {(*number, None) for *number, _ in printed}
        assert any(u.reason == "letter.lost" for u in found.unresolved)
        assert [note.code for note in found.notes] == ["note.broken"]


@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_cut_within_a_letter(cut: int) -> None:
    data = (TEXT + "Đã duyệ").encode()[:-cut]
    assert [note.code for note in read(data).notes] == ["note.broken"]


def test_a_hyphen_printed_again_behind_a_line_end_and_a_spoilt_type_word(say) -> None:
    found = say(
        "Số: 5/KH-SYT\n\nKẾ HOẠCH\n\nCăn cứ Thông số 11/2016/TT-BYT ngày 11/5/2016 của Bộ Y tế;\n"
        "Theo Nghị định số 15/2024/NĐ- -CP ngày 16/02/2024 của Chính phủ.\n"
    )
    assert [(c.mention.span.of(found.text), c.mention.symbol) for c in found.citations] == [
        ("số 11/2016/TT-BYT", "TT-BYT"),
        ("Nghị định số 15/2024/NĐ- -CP", "NĐ-CP"),
    ]
    assert [(s.predicate, s.object) for s in found.statements] == [
        ("basedOn", "doc/byt/thong-tu/2016/11"),
        ("cites", "doc/cp/nghi-dinh/2024/15"),
    ]
