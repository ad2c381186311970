"""What offices print into PDFs: tables up the page, signatures, notes, heads of the gazette, words cut by a line's end."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from loaders.formats import turned
from loaders.formats.base import Document
from loaders.formats.lines import Line, Piece
from loaders.formats.paragraphs import between
from loaders.read import extract
from ontology.records import Source, Span

Make = Callable[..., bytes]
Read = Callable[..., Document]

WIDTH, HEIGHT = A4


@pytest.fixture
def drawing(fonts: str) -> Callable[..., bytes]:
    """A PDF whose pages are drawn by functions that get the canvas. rotated: how the viewer turns them."""

    def of(*pages: Callable[[Canvas], None], rotated: int = 0) -> bytes:
        written = io.BytesIO()
        canvas = Canvas(written, pagesize=A4, invariant=1)
        for draw in pages:
            canvas.setFont(fonts, 11)
            canvas.setPageRotation(rotated)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return written.getvalue()

    return of


ROWS = (("1", "Nghị định", "31/2015/NĐ-CP"), ("2", "Thông tư", "27/2009/TT-BTC"), ("3", "Luật", "74/2014/QH13"))


def table_up_the_page(canvas: Canvas) -> None:
    """A table that reads from the bottom to the top, below a head that stands upright."""
    canvas.drawString(200, HEIGHT - 30, "Danh mục văn bản")
    canvas.saveState()
    canvas.translate(WIDTH, 0)
    canvas.rotate(90)  # now x runs up the page and y to the left
    for row, cells in enumerate(ROWS):
        for x, cell in zip((60, 120, 300), cells, strict=True):
            canvas.drawString(x, WIDTH - 120 - 20 * row, cell)
    canvas.restoreState()


def test_a_table_printed_up_the_page_is_read_row_by_row(drawing: Make, read: Read) -> None:
    document = read(drawing(table_up_the_page))
    assert "\n".join("\t".join(row) for row in ROWS) in document.text
    assert document.text.startswith("Danh mục văn bản")


def test_a_head_up_the_side_of_pages_is_a_head(drawing: Make, read: Read) -> None:
    """Wide pages of the gazette are turned when they are shown, and their heads are not."""

    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            for n in range(6):
                canvas.drawString(80, 700 - 40 * n, f"{number}.{n} Căn cứ Nghị định số 3{n}/2015/NĐ-CP của Chính phủ;")
            canvas.saveState()
            canvas.translate(30, 300)
            canvas.rotate(90)
            canvas.drawString(0, 0, f"Phụ trương số {number} của ngày 17-01-2025")
            canvas.restoreState()

        return draw

    text = read(drawing(page(1), page(2), page(3))).text
    assert "Phụ" not in text and "\nP" not in text
    assert text.count("NĐ-CP") == 18
    alone = read(drawing(page(1)))
    assert alone.text.startswith("Phụ trương số 1 của ngày 17-01-2025\n")
    (place,) = alone.origin.places(Span(0, 3))
    assert place.boxes[0].right < 45 and place.boxes[0].bottom - place.boxes[0].top > 100


def test_turned_words_lead_back_to_where_they_are_printed(drawing: Make, read: Read) -> None:
    document = read(drawing(table_up_the_page))
    start = document.text.index("27/2009/TT-BTC")
    (place,) = document.origin.places(Span(start, start + 14))
    (box,) = place.boxes
    assert box.bottom - box.top > box.right - box.left  # it stands up
    assert abs(box.bottom - (HEIGHT - 300)) < 3  # and begins 300 points above the foot of the page
    assert (document.origin.pages[0].width, document.origin.pages[0].height) == (round(WIDTH), round(HEIGHT))


@pytest.mark.parametrize("rotated", [0, 90, 180, 270])
def test_a_page_is_read_however_it_is_turned(drawing: Make, read: Read, rotated: int) -> None:
    def page(canvas: Canvas) -> None:
        for n, line in enumerate(("Căn cứ Nghị định số 31/2015/NĐ-CP;", "Xét đề nghị của Sở Nội vụ;", "Quyết định:")):
            canvas.drawString(80, 500 - 60 * n, line)

    lines = [line for line in read(drawing(page, rotated=rotated)).text.split("\n") if line]
    assert lines == ["Căn cứ Nghị định số 31/2015/NĐ-CP;", "Xét đề nghị của Sở Nội vụ;", "Quyết định:"]


@given(
    st.tuples(*[st.floats(0, 500, allow_nan=False)] * 4),
    st.sampled_from((0, 90, 180, 270)),
    st.floats(500, 2000),
    st.floats(500, 2000),
)
def test_turning_and_turning_back(box: turned.Rectangle, way: int, width: float, height: float) -> None:
    there = turned.upright(box, way, width, height)
    assert turned.printed(there, way, width, height) == pytest.approx(box)


def test_a_few_turned_words_turn_no_page() -> None:
    assert turned.direction([0.0, 0.0, 270.0]) == 0
    assert turned.direction([270.0, 271.0, 0.0]) == 270
    assert turned.direction([45.0, 45.0, 45.0]) == 0  # a watermark
    assert turned.direction([]) == 0


BODY = (
    (100, "2. Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân tỉnh, thành phố"),
    (72, "trực thuộc trung ương và các cơ quan, tổ chức có liên quan chịu trách nhiệm thi hành./."),
)
SIGNED = ("TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "Nguyễn Văn An")


def signed(canvas: Canvas, fonts: str) -> None:
    for n, (x, line) in enumerate(BODY):
        canvas.drawString(x, 760 - 16 * n, line)
    right = 72 + pdfmetrics.stringWidth(BODY[1][1], fonts, 11)
    widest = max(pdfmetrics.stringWidth(line, fonts, 11) for line in SIGNED)
    for n, line in enumerate(SIGNED):  # centred, and next to the right margin
        canvas.drawCentredString(right - 10 - widest / 2, 710 - 16 * n - 12 * (n == 3), line)


def test_a_signature_stays_line_by_line(drawing: Make, read: Read, fonts: str) -> None:
    def annex(canvas: Canvas) -> None:
        canvas.drawCentredString(WIDTH / 2, 760, "PHỤ LỤC")
        canvas.drawCentredString(WIDTH / 2, 744, "DANH MỤC VĂN BẢN")

    data = drawing(lambda canvas: signed(canvas, fonts), annex)
    lines = [line for line in read(data).text.split("\n") if line]
    assert lines[1:5] == list(SIGNED)
    assert lines[0].endswith("thi hành./.") and lines[0].startswith("2. Các")
    (signer,) = extract(Source("a.pdf", data, "application/pdf")).header.signers
    assert (signer.name, signer.capacity, signer.position) == (
        "Nguyễn Văn An",
        "TM. CHÍNH PHỦ; KT. THỦ TƯỚNG",
        "PHÓ THỦ TƯỚNG",
    )


def test_a_page_of_nothing_but_a_signature(drawing: Make, read: Read, fonts: str) -> None:
    def page(canvas: Canvas) -> None:
        for n, words in enumerate(SIGNED):
            canvas.drawCentredString(450, 740 - 14 * n, words)

    data = drawing(lambda canvas: canvas.drawString(72, 700, "Điều 2. Nghị quyết có hiệu lực từ ngày ký."), page)
    assert [line for line in read(data).text.split("\n") if line][1:] == list(SIGNED)


def test_a_title_in_capitals_ends_where_its_words_in_brackets_begin(drawing: Make, read: Read) -> None:
    title = "SẢN PHẨM XUẤT KHẨU LÀ TÀI NGUYÊN, KHOÁNG SẢN KHAI THÁC CHƯA CHẾ BIẾN"
    below = "(Kèm theo Nghị định số 144/2026/NĐ-CP ngày 05 tháng 5 năm 2026 của Chính phủ)"

    def page(canvas: Canvas) -> None:
        for n, line in enumerate((title, "THÀNH SẢN PHẨM KHÁC CỦA CÁC ĐƠN VỊ SẢN XUẤT TRONG NƯỚC NĂM 2026", below)):
            canvas.drawCentredString(WIDTH / 2, 760 - 16 * n, line)

    lines = [line for line in read(drawing(page)).text.split("\n") if line]
    assert lines == [f"{title} THÀNH SẢN PHẨM KHÁC CỦA CÁC ĐƠN VỊ SẢN XUẤT TRONG NƯỚC NĂM 2026", below]


def test_words_in_brackets_below_a_centred_title_are_a_line_of_their_own(drawing: Make, read: Read) -> None:
    title = "Hành động thực hiện Kết luận của Ban Chấp hành Trung ương Đảng về tiếp tục xây dựng"

    def page(canvas: Canvas) -> None:
        canvas.drawCentredString(WIDTH / 2, 760, title)
        canvas.drawCentredString(WIDTH / 2, 744, "(Kèm theo Nghị quyết số 105/NQ-CP ngày 08 tháng 4 năm 2026)")
        canvas.drawString(40, 700, "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;")

    lines = [line for line in read(drawing(page)).text.split("\n") if line]
    assert lines[0] == title and lines[1].startswith("(Kèm theo")


def test_raised_figures_are_marks_of_notes_or_powers(drawing: Make, read: Read, fonts: str) -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(72, 760)
        for words, mark, rest in (
            ("Căn cứ Luật Đầu tư công", "12", " ngày 29 tháng 11 năm 2024;"),
            ("Diện tích sàn 300 m", "2", ", ở 20"),
            ("", "0", "C."),
        ):
            text.setFont(fonts, 12)
            text.textOut(words)
            text.setFont(fonts, 7)
            text.setRise(5)
            text.textOut(mark)
            text.setRise(0)
            text.setFont(fonts, 12)
            text.textOut(rest)
        canvas.drawText(text)
        note = canvas.beginText(72, 100)
        note.setFont(fonts, 6)
        note.setRise(4)
        note.textOut("12")
        note.setRise(0)
        note.setFont(fonts, 10)
        note.textOut(" Luật này thay Luật Đầu tư công năm 2019.")
        canvas.drawText(note)

    data = drawing(page)
    text = read(data).text
    assert "Căn cứ Luật Đầu tư công[12] ngày 29 tháng 11 năm 2024;" in text
    assert "300 m², ở 20⁰C." in text
    assert "\n[12] Luật này thay Luật Đầu tư công năm 2019." in text
    first = extract(Source("a.pdf", data, "application/pdf")).citations[0]
    assert (first.mention.name, first.mention.date) == ("Đầu tư công", "2024-11-29")


def test_figures_of_another_font_are_not_raised(drawing: Make, read: Read, fonts: str) -> None:
    """LibreOffice takes letters with marks from another font, whose boxes reach lower."""

    def page(canvas: Canvas) -> None:
        text = canvas.beginText(72, 760)
        for words in ("Lào Cai, ngày ", "3", " tháng ", "4", " năm ", "2024"):
            text.setFont("Helvetica" if words.isdigit() else fonts, 12)
            text.textOut(words)
        canvas.drawText(text)

    assert read(drawing(page)).text.strip() == "Lào Cai, ngày 3 tháng 4 năm 2024"


def test_a_blank_that_is_only_room_parts_words(drawing: Make, read: Read, fonts: str) -> None:
    before, behind = "Được sửa đổi, bổ sung bởi", "Luật số 44/2024/QH15 và Luật số 61/2024/QH15."

    def page(canvas: Canvas) -> None:
        text = canvas.beginText(72, 760)
        text.setFont(fonts, 12)
        text.textOut(before)
        text.setXPos(text.getX() - 72 + 2.5)  # the pen moves, and nothing is drawn
        text.textOut(behind)
        canvas.drawText(text)

    assert f"{before} {behind}" in read(drawing(page)).text


def test_letters_spread_over_a_heading_are_one_word(drawing: Make, read: Read, fonts: str) -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(72, 760)
        text.setFont(fonts, 12)
        text.setCharSpace(3)
        text.textOut("QUYẾTĐỊNH")
        canvas.drawText(text)

    assert read(drawing(page)).text.strip() == "QUYẾTĐỊNH"


def test_the_head_of_the_gazette_goes_from_a_document_of_two_pages(drawing: Make, read: Read) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(202, HEIGHT - 38, f"CÔNG BÁO/Số 255 + 25{number}/Ngày 28-04-2026")
            canvas.drawString(72, 700, f"Điều {number}. Quyết định này có hiệu lực từ ngày ký.")

        return draw

    text = read(drawing(page(1), page(2))).text
    assert text.split() == [
        word for n in (1, 2) for word in f"Điều {n}. Quyết định này có hiệu lực từ ngày ký.".split()
    ]


def line(*words: str) -> Line:
    return Line(tuple(Piece(word, 10.0 * n, 0, 10.0 * n + 9, 10) for n, word in enumerate(words)))


@pytest.mark.parametrize(
    ("end", "begin", "part"),
    [
        ("08/2021/NĐ-", "CP", ""),
        ("140/2018/", "NĐ-CP", ""),
        ("thực", "hiện", " "),
        ("-", "Lưu:", " "),
        ("2021", "- 2025", " "),
        ("hành./", "(1)", " "),
        ("và/", "(hoặc)", " "),
        ("https://vanban.example/?ItemID=1&Keyword=", "32/2018", ""),
        ("=", "5", " "),
    ],
)
def test_a_word_cut_by_the_end_of_a_line_is_whole(end: str, begin: str, part: str) -> None:
    assert between(line("số", end), line(*begin.split())) == part


def test_two_columns_that_stay_in_line_are_a_table(pdf: Make, read: Read) -> None:
    """A cell of several lines makes no letterhead of the rows of a table."""
    rows = (("25.05", "Các loại cát tự nhiên,", "đã nhuộm màu"), ("25.06", "Thạch anh"), ("25.08", "Đất sét khác"))
    cells: list[tuple[float, float, str]] = []
    top = 200.0
    for code, *lines in rows:
        cells.append((72, top, code))
        cells += [(160, top + 15 * n, words) for n, words in enumerate(lines)]
        top += 15 * len(lines) + 8
    text = read(pdf([(72, 150, "Danh mục."), *cells])).text
    assert "25.05\tCác loại cát tự nhiên, đã nhuộm màu\n25.06\tThạch anh\n25.08\tĐất sét khác" in text


def test_ruled_lines_part_cells_and_hold_their_words_together(drawing: Make, read: Read) -> None:
    """Narrow cells are justified: their words stand far apart, those of the next cell near."""
    rows = ((("1", 58), ("Có", 74), ("trang", 118), ("bị", 178)), (("2", 58), ("Đạt", 74)), (("10", 56), ("Không", 74)))

    def page(canvas: Canvas) -> None:
        for n, row in enumerate(rows):
            for word, x in row:
                canvas.drawString(x, 700 - 20 * n, word)
            canvas.drawString(204, 700 - 20 * n, f"{n}.000")
            for x in (50, 71, 200, 300):
                canvas.rect(x, 695 - 20 * n, 0.5, 20, stroke=0, fill=1)

    assert read(drawing(page)).text == "1\tCó trang bị\t0.000\n2\tĐạt\t1.000\n10\tKhông\t2.000\n"


def test_cells_of_several_lines_stay_in_their_row(drawing: Make, read: Read) -> None:
    def page(canvas: Canvas) -> None:
        for x, y, words in ((55, 700, "3"), (80, 700, "Cabin và các thiết bị"), (80, 685, "bên trong cabin")):
            canvas.drawString(x, y, words)
        for n, words in enumerate(("4", "5", "6")):
            canvas.drawString(55, 660 - 20 * n, words)
            canvas.drawString(80, 660 - 20 * n, f"Mục {words}")
        for x in (50, 76, 400):
            canvas.rect(x, 600, 0.5, 120, stroke=0, fill=1)

    lines = read(drawing(page)).text.strip().split("\n")
    assert lines == ["3\tCabin và các thiết bị bên trong cabin", "4\tMục 4", "5\tMục 5", "6\tMục 6"]


def test_the_frame_of_a_page_is_no_cell(drawing: Make, read: Read) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(30, 30, 0.5, 780, stroke=0, fill=1)
        canvas.rect(560, 30, 0.5, 780, stroke=0, fill=1)
        for n, (left, right) in enumerate(
            (("UBND TỈNH", "CỘNG HÒA XÃ HỘI"), ("SỞ Y TẾ", "Độc lập"), ("Số: 1", "Hà Nội"))
        ):
            canvas.drawCentredString(140, 780 - 16 * n, left)
            canvas.drawCentredString(420, 780 - 16 * n, right)

    text = read(drawing(page)).text
    assert "UBND TỈNH CỘNG HÒA" not in text
    assert {"UBND TỈNH", "CỘNG HÒA XÃ HỘI"} <= set(text.replace("\t", "\n").split("\n"))


def test_a_letterhead_is_no_table(pdf: Make, read: Read) -> None:
    head = [
        (72.0, 72.0, "UBND TỈNH LÀO CAI"),
        (85.0, 88.0, "SỞ Y TẾ"),
        (330.0, 72.0, "CỘNG HÒA XÃ HỘI"),
        (340.0, 88.0, "Độc lập - Tự do - Hạnh phúc"),
        (78.0, 112.0, "Số: 12/KH-SYT"),
        (345.0, 112.0, "Lào Cai, ngày 3 tháng 4"),
        (72.0, 140.0, "V/v rà soát"),
        (333.0, 140.0, "Kính gửi:"),
    ]
    lines = read(pdf(head, size=10)).text.split("\n")
    assert {"UBND TỈNH LÀO CAI", "SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc"} <= set(lines)


def test_notes_that_end_alike_on_every_page_are_no_running_feet(pdf: Make, read: Read) -> None:
    """Notes of a consolidated text: "… có hiệu lực kể từ ngày 29 tháng 5 năm 2026." below each page."""
    pages = [
        [
            (72.0, 100.0, f"Điều {n}. Nội dung của điều này."),
            (72.0, 770.0, f"{n} Điều này được bãi bỏ theo quy định tại Điều {n} của Thông tư số 26/2026/TT-BCT, có"),
            (72.0, 783.0, "hiệu lực kể từ ngày 29 tháng 5 năm 2026."),
            (72.0, 825.0, "Văn phòng Bộ"),
        ]
        for n in range(1, 6)
    ]
    text = read(pdf(*pages, size=10)).text
    assert text.count("năm 2026.") == 5
    assert "Văn phòng Bộ" not in text
