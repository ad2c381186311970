"""A picture among the words of a page is read where it holds words."""

from collections.abc import Callable

import pytest

from loaders.formats import ocr, pdf, pdf_file, pictured
from loaders.formats.base import Document
from loaders.formats.lines import Line, Piece, Sheet
from ontology.records import Source

Make = Callable[..., bytes]
Read = Callable[..., Document]

tool = pytest.mark.skipif(not ocr.available(), reason="Tesseract is an optional extra")

HEAD = [
    (72.0, 60.0 + 10 * number, text)
    for number, text in enumerate(
        [
            "BỘ TÀI CHÍNH",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 19/2026/TT-BTC Hà Nội, ngày 10 tháng 3 năm 2026",
            "THÔNG TƯ",
            "Bãi bỏ Thông tư quy định lập dự toán, quản lý, sử dụng và quyết toán kinh phí ngân sách nhà nước bảo đảm",
            "cho công tác xây dựng văn bản quy phạm pháp luật và hoàn thiện hệ thống pháp luật và Thông tư của Bộ",
            "trưởng Bộ Tài chính sửa đổi, bổ sung một số điều của Thông tư quy định kinh phí xây dựng pháp luật",
        ]
    )
]
BASES = [
    "Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;",
    "Căn cứ Nghị định số 29/2025/NĐ-CP của Chính phủ quy định chức năng,",
    "nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tài chính;",
]


def bands(data: bytes) -> list[pictured.Band | None]:
    with pdf_file.opened(Source("a.pdf", data, pdf.PDF)) as file:
        return [pictured.band(page, pdf.text_layer(page, number).sheet) for number, page in file.pages()]


@pytest.mark.tool
@tool
def test_articles_pasted_as_a_picture_below_the_title_are_read(scanned_pdf: Make, read: Read) -> None:
    document = read(scanned_pdf(BASES, stamp=HEAD, height=0.6))
    assert document.text.index("Bãi bỏ Thông tư") < document.text.index("89/2025/QH15") < document.text.index("29/2025")
    assert [note.code for note in document.notes] == ["note.recognised"]


@pytest.mark.tool
@tool
def test_a_picture_without_words_adds_none(scanned_pdf: Make, pdf: Make, read: Read) -> None:
    document = read(scanned_pdf([], stamp=HEAD, height=0.6))
    assert document.text == read(pdf(HEAD, size=8)).text
    assert not document.notes


def test_a_picture_that_nothing_read_is_told(scanned_pdf: Make, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    document = read(scanned_pdf(BASES, stamp=HEAD, height=0.6))
    assert "19/2026/TT-BTC" in document.text
    assert [(note.code, dict(note.details)["pages"]) for note in document.notes] == [("note.unread", "1")]


def test_only_pictures_where_no_line_stands_are_looked_at(scanned_pdf: Make, pdf: Make) -> None:
    lower = [(72.0, 60.0 + 40 * number, text) for number, (_, _, text) in enumerate(HEAD * 2)]
    assert bands(pdf(HEAD)) == [None]
    assert bands(scanned_pdf(BASES, stamp=lower, height=0.6)) == [None]
    (band,) = bands(scanned_pdf(BASES, stamp=HEAD, height=0.6))
    assert band is not None and 330 < band.top < 340 and band.bottom > 840


def test_the_words_of_a_picture_stand_between_the_lines_around_it() -> None:
    def line(text: str, top: float) -> Line:
        return Line((Piece(text, 70.0, top, 500.0, top + 10),))

    words = "Căn cứ Luật Ngân sách nhà nước của Quốc hội khóa này"
    page = Sheet(1, 595.0, 842.0, (line("trên", 50), line("dưới", 800)))
    recognised = Sheet(1, 595.0, 842.0, (line("trên", 50), line(words, 400), line("dưới", 800)), 0.9)
    filled = pictured.filled(page, pictured.Band(100, 700), recognised)
    assert [each.text for each in filled.lines] == ["trên", words, "dưới"]
    assert filled.confidence == 0.9
    assert pictured.filled(page, pictured.Band(450, 700), recognised) == page
