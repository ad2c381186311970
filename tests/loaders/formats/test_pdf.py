"""Pages of a PDF: in reading order, paragraphs whole, each word leading back to its box; scans by what they say."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import formats
from loaders.formats import ocr, pdf, pdf_file
from loaders.formats.base import Document
from loaders.formats.glyphs import Glyph, baselines, words_of
from loaders.formats.lines import Line, Piece, Sheet
from loaders.formats.printed import put_together, rows_of
from loaders.formats.rims import without_rims
from loaders.formats.shelf import Shelf
from ontology.errors import SourceError
from ontology.origin import Box, Origin, Page, Word, packed, unpacked
from ontology.records import Source, Span

Make = Callable[..., bytes]
Read = Callable[..., Document]

tool = pytest.mark.skipif(not ocr.available(), reason="Tesseract with Vietnamese is not installed")

HEAD = [
    (72.0, 72.0, "UBND TỈNH LÀO CAI"),
    (85.0, 88.0, "SỞ Y TẾ"),
    (330.0, 72.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (360.0, 88.0, "Độc lập - Tự do - Hạnh phúc"),
    (72.0, 112.0, "Số: 12/KH-SYT"),
    (350.0, 112.0, "Lào Cai, ngày 3 tháng 4 năm 2024"),
]
BODY = [
    (100.0, 160.0, "Thực hiện Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng"),
    (72.0, 178.0, "Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, Sở Y tế"),
    (72.0, 196.0, "ban hành kế hoạch."),
    (100.0, 214.0, "1. Các đơn vị căn cứ chức năng, nhiệm vụ được giao tổ chức triển khai thực hiện"),
    (72.0, 232.0, "theo quy định."),
]


def test_paragraphs_are_whole_and_columns_apart(pdf: Make, read: Read) -> None:
    text = read(pdf([*HEAD, *BODY], size=10)).text
    lines = text.split("\n")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines or "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text.split("\t")
    assert "UBND TỈNH LÀO CAI" in lines
    assert BODY[0][2] + " " + BODY[1][2] + " " + BODY[2][2] in lines
    assert BODY[3][2] + " " + BODY[4][2] in lines


def test_every_word_leads_back_to_where_it_is_printed(pdf: Make, read: Read) -> None:
    document = read(pdf([*HEAD, *BODY], [(72, 100, "Trang hai nói về Nghị quyết số 52-NQ/TW.")], size=10))
    start = document.text.index("749/QĐ-TTg")
    (place,) = document.origin.places(Span(start, start + len("749/QĐ-TTg")))
    (box,) = place.boxes
    assert place.page == 1
    assert 72 < box.left < box.right < 523
    assert box.top < 160 < box.bottom + 1
    start = document.text.index("52-NQ/TW")
    assert document.origin.page_number(Span(start, start + 4)) == 2
    whole = document.origin.places(Span(document.text.index("Thực hiện"), document.text.index("ban hành") + 3))
    assert len(whole[0].boxes) == 3  # one a line


def test_a_paragraph_goes_on_over_the_page(pdf: Make, read: Read) -> None:
    over = [(72.0, 100.0, BODY[1][2]), (72.0, 118.0, BODY[2][2])]
    document = read(pdf([*BODY, BODY[0]], over, size=10))
    assert BODY[0][2] + " " + BODY[1][2] in document.text
    assert len(document.origin.pages) == 2


def test_rows_of_a_table_are_lines(pdf: Make, read: Read) -> None:
    rows = [("1", "Thông tư", "27/2009/TT-BTC"), ("2", "Nghị định", "30/2020/NĐ-CP")]
    cells = [
        (x, 200.0 + 20 * y, cell) for y, row in enumerate(rows) for x, cell in zip((72, 150, 300), row, strict=True)
    ]
    assert (
        "1\tThông tư\t27/2009/TT-BTC\n2\tNghị định\t30/2020/NĐ-CP" in read(pdf([*BODY, (72, 260, "Hết."), *cells])).text
    )


def test_numbers_and_running_heads_of_pages_are_left_out(pdf: Make, read: Read) -> None:
    pages = [
        [(72.0, 40.0, f"CÔNG BÁO/Số {n} + 12/Ngày 10-01-2023"), (300.0, 815.0, str(n)), *BODY] for n in range(1, 5)
    ]
    text = read(pdf(*pages, size=10)).text
    assert "CÔNG BÁO" not in text
    assert [line for line in text.split("\n") if line.strip().isdigit()] == []


KEY = "khóa"


def test_errors_name_what_is_wrong(pdf: Make, code: Callable[..., str]) -> None:
    assert code(pdf(BODY, password=KEY)) == "source.password"
    assert code(b"%PDF-1.7\nnothing of the kind") == "source.damaged"
    assert code(pdf([])) in ("source.empty", "source.recogniser")


PAPER = [
    "Thực hiện Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng",
    "Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025,",
    "Ủy ban nhân dân tỉnh ban hành kế hoạch.",
]
STAMP = [(72.0, 60.0, "Người ký: Sở Y tế"), (72.0, 70.0, "Thời gian ký: 03.04.2024 10:11:12 +07:00")]
GARBAGE = [(72.0, 60.0 + 10 * n, "CQNG HOA XA HQI CHU NGHIA VI~T NAM DQc l~p - Tg' do - H4nh phtc") for n in range(20)]


def layers(data: bytes) -> list[bool]:
    """Which pages are to be recognised."""
    with pdf_file.opened(Source("a.pdf", data, pdf.PDF)) as file:
        return [pdf.needs_recognition(pdf.text_layer(page, number)) for number, page in file.pages()]


@pytest.mark.parametrize(
    "stamp", [(), STAMP, GARBAGE, [(200.0, 400.0, "www.LuatVietnam.vn")]], ids=["none", "stamp", "garbage", "watermark"]
)
def test_what_the_text_layer_says_decides(scanned_pdf: Make, stamp: Sequence[tuple[float, float, str]]) -> None:
    assert layers(scanned_pdf(PAPER, stamp=stamp)) == [True]


def test_a_sound_layer_is_believed(scanned_pdf: Make, pdf: Make) -> None:
    sound = [(72.0, 60.0 + 10 * n, text) for n, text in enumerate(PAPER * 3)]
    assert layers(scanned_pdf(PAPER, stamp=sound)) == [False]
    assert layers(pdf(BODY)) == [False]
    english = [(72.0, 60.0 + 10 * n, "This agreement is made between the parties named below.") for n in range(9)]
    assert layers(pdf(english)) == [False]


def test_without_tesseract_the_error_names_the_package(
    scanned_pdf: Make, scan: Make, code: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    assert code(scanned_pdf(PAPER)) == "source.recogniser"
    assert code(scan(PAPER)) == "source.recogniser"


def test_pages_that_nothing_read_are_told(
    scanned_pdf: Make, pdf: Make, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    decided = iter([False, True, True])
    monkeypatch.setattr("loaders.formats.pdf.needs_recognition", lambda _: next(decided))
    document = read(pdf(BODY, BODY, BODY))
    assert [(note.code, dict(note.details)["pages"]) for note in document.notes] == [("note.unread", "2–3")]
    assert [page.number for page in document.origin.pages] == [1]


@pytest.mark.tool
@tool
@pytest.mark.parametrize("stamp", [(), STAMP])
def test_scans_are_recognised(scanned_pdf: Make, read: Read, stamp: Sequence[tuple[float, float, str]]) -> None:
    document = read(scanned_pdf(PAPER, stamp=stamp))
    assert "749/QĐ-TTg" in document.text
    (page,) = document.origin.pages
    assert page.confidence is not None and page.confidence > 0.7
    assert [note.code for note in document.notes] == ["note.recognised"]
    start = document.text.index("749/QĐ-TTg")
    assert document.origin.confidence(Span(start, start + 3)) == page.confidence
    (place,) = document.origin.places(Span(start, start + 10))
    assert 72 * 200 / 200 < place.boxes[0].top < 72 * 260 / 200


@pytest.mark.tool
@tool
@pytest.mark.parametrize(("kind", "how"), [("PNG", {}), ("JPEG", {"quality": 80}), ("TIFF", {"compression": "group4"})])
def test_pictures_are_recognised(scan: Make, read: Read, kind: str, how: dict[str, object]) -> None:
    from PIL import Image

    data = scan(PAPER, kind, **how) if kind != "TIFF" else _two_pages()
    document = read(data, "không có đuôi")
    assert "749/QĐ-TTg" in document.text
    assert len(document.origin.pages) == (2 if kind == "TIFF" else 1)
    assert Image.MIME[kind] == formats.media_type(data, "x")


def _two_pages() -> bytes:
    import io

    from PIL import Image

    pages = []
    for text in (PAPER, ["Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư."]):
        from PIL import ImageDraw, ImageFont

        page = Image.new("1", (1654, 2339), 1)
        font = ImageFont.truetype(str(_font()), 30)
        for number, line in enumerate(text):
            ImageDraw.Draw(page).text((150, 200 + 60 * number), line, font=font, fill=0)
        pages.append(page)
    written = io.BytesIO()
    pages[0].save(written, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(200, 200))
    return written.getvalue()


def _font() -> str:
    from pathlib import Path

    return str(Path(__file__).parents[3] / "viz" / "fonts" / "DejaVuSans.ttf")


def test_pictures_beyond_measure_are_refused(code: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    from PIL import Image

    monkeypatch.setattr(ocr, "available", lambda: True)
    written = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(written, "PNG")
    assert code(written.getvalue()) in ("source.pixels", "source.damaged")
    assert code(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40) == "source.damaged"


def test_a_recogniser_that_fails_is_told(scan: Make, code: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "PROGRAM", shutil.which("false") or "false")
    assert code(scan(PAPER)) == "source.recognition"


# --- putting together


pieces = st.builds(
    lambda text, left, top, width: Piece(text, left, top, left + width, top + 12),
    st.text("abđếẬ19/-. ", min_size=1, max_size=6).filter(lambda text: text.strip() == text and text),
    st.floats(0, 500),
    st.floats(0, 800),
    st.floats(1, 60),
)
sheets = st.lists(
    st.lists(pieces.map(lambda piece: Line((piece,))), max_size=12).map(lambda lines: Sheet(0, 595, 842, tuple(lines))),
    min_size=1,
    max_size=4,
).map(lambda pages: [Sheet(n, p.width, p.height, p.lines) for n, p in enumerate(pages, 1)])


@given(sheets)
def test_no_word_is_lost_and_every_word_knows_its_place(pages: list[Sheet]) -> None:
    text, origin = put_together(pages, "a.pdf")
    for sheet, page in zip(pages, origin.pages, strict=True):
        printed = [piece.text for line in sheet.lines for piece in line.pieces]
        assert [text[word.start : word.end] for word in page.words] == printed
        assert all(page.start <= word.start for word in page.words)
    assert sum(len(row.lines) for page in pages for columns in rows_of(page.lines) for row in columns) == sum(
        len(page.lines) for page in pages
    )


@given(sheets)
def test_rims_only_take_away(pages: list[Sheet]) -> None:
    for before, after in zip(pages, without_rims(Shelf(pages)), strict=True):
        assert set(map(id, after.lines)) <= set(map(id, before.lines))


@given(sheets)
def test_an_origin_survives_packing(pages: list[Sheet]) -> None:
    _, origin = put_together(pages, "a.pdf")
    assert unpacked(packed(origin)) == origin


def test_fragments_say_page_and_lines() -> None:
    words = (Word(0, 4, Box(10, 20, 30, 40)), Word(5, 9, Box(35, 20, 60, 40)), Word(10, 12, Box(10, 44, 20, 60)))
    origin = Origin((Page(1, 0, 100, 100, words, 0.9), Page(2, 13, 100, 100, (Word(13, 15, Box(1, 2, 3, 4)),))))
    assert [place.fragment for place in origin.places(Span(0, 14))] == [
        "page=1&highlight=10,60,20,40&highlight=10,20,44,60",
        "page=2&highlight=1,3,2,4",
    ]
    assert origin.confidence(Span(0, 14)) == 0.9
    assert origin.confidence(Span(13, 14)) is None
    assert Origin().places(Span(0, 3)) == ()
    assert Origin().page_number(Span(0, 3)) is None


def test_too_many_pages_are_refused(pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.formats.pdf_file.PAGES", 1)
    with pytest.raises(SourceError) as caught:
        formats.read(Source("a.pdf", pdf(BODY, BODY), "application/pdf"))
    assert (caught.value.code, caught.value.details["count"]) == ("source.pages", "2")


# --- letters of a line


def letter(char: str, left: float, top: float = 100.0, width: float = 6.0) -> Glyph:
    return Glyph(char, left, top, left + width, top + 12, char == " ")


def said(letters: Sequence[Glyph]) -> list[str]:
    return [piece.text for line in baselines(letters) for piece in words_of(line)]


def test_letters_drawn_from_another_font_behind_the_line_stand_in_their_places() -> None:
    """LibreOffice draws "C n c  Lu t", and then the letters that the font lacks."""
    late = [letter("ă", 6.0), letter("ứ", 30.0), letter("ậ", 54.0)]
    shown = [*[letter(c, x) for c, x in zip("Cnc", (0, 12, 24), strict=True)], letter(" ", 18.0), letter("L", 42.0)]
    shown += [letter("u", 48.0), letter("t", 60.0), *late, letter("x", 0.0, 130.0)]
    assert said(shown) == ["Căn", "cứ", "Luật", "x"]


@given(st.lists(st.builds(letter, st.sampled_from("aắĐ1/"), st.floats(0, 500), st.floats(0, 800)), max_size=30))
def test_no_letter_is_lost(letters: list[Glyph]) -> None:
    assert sorted("".join(said(letters))) == sorted(glyph.char for glyph in letters)
