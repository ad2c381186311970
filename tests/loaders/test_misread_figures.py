"""Letters read for figures in the numbers of documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text import misread, reading
from ontology.records import Span


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Nghị định số 1O5/2025/NĐ-CP", "Nghị định số 105/2025/NĐ-CP"),
        ("Nghị định số lO5/2O25/NĐ-CP", "Nghị định số 105/2025/NĐ-CP"),
        ("Nghị định số I05/20l5/NĐ-CP", "Nghị định số 105/2015/NĐ-CP"),
        ("Thông tư số OI/2024/TT-BTC", "Thông tư số 01/2024/TT-BTC"),
        ("Quyết định số 12l/QĐ-UBND", "Quyết định số 121/QĐ-UBND"),
        ("Quyết định số 749/0Đ-TTg", "Quyết định số 749/QĐ-TTg"),
        ("Quyết định số 12/2021/OĐ-TTg", "Quyết định số 12/2021/QĐ-TTg"),
        ("ngày l5/O3/20l5 của Chính phủ", "ngày 15/03/2015 của Chính phủ"),
    ],
)
def test_numbers_and_days_are_read_as_meant(printed: str, meant: str) -> None:
    page = reading.read(printed)
    assert page.text == meant
    assert page.pieces is None
    assert {at for span in page.repaired for at in range(span.start, span.end)} >= {
        at for at, (one, other) in enumerate(zip(printed, meant, strict=True)) if one != other
    }


@pytest.mark.parametrize(
    "text",
    [
        "Mục I/QĐ của Phụ lục II/NĐ",
        "và/hoặc email/HTTP",
        "Nghị quyết số 30a/2008/NQ-CP",
        "tỷ lệ 5O/100 và 1l/ngày",
        "mẫu B0l/2024 và SOL/TT",
        "https://cong.vn/l/2O24/NĐ",
    ],
)
def test_other_letters_before_slashes_stay(text: str) -> None:
    assert misread.repaired(text) == (text, [])


def test_a_document_with_a_misread_number_is_found_and_told(say) -> None:
    said = say("Căn cứ Nghị định số 1O5/2O25/NĐ-CP của Chính phủ;\n")
    assert [(each.work, each.mention.span.of(said.text)) for each in said.citations] == [
        ("doc/cp/nghi-dinh/2025/105", "Nghị định số 1O5/2O25/NĐ-CP")
    ]


@given(st.text("1O0lI/2NĐQC- a.", max_size=60))
def test_the_length_stays_and_nothing_is_left_to_repair(text: str) -> None:
    plain, spans = misread.repaired(text)
    assert len(plain) == len(text)
    assert bool(spans) == misread.suspected(text)
    outside = [at for at in range(len(text)) if not any(span.start <= at < span.end for span in spans)]
    assert all(plain[at] == text[at] for at in outside)
    assert spans == sorted(spans, key=lambda span: (span.start, span.end))
    assert all(isinstance(span, Span) for span in spans)
