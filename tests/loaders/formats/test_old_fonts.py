"""Letters of TCVN3 and VNI in files whose fonts tell them, or do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from loaders.formats.base import Document
from loaders.formats.old_fonts import with_horns
from ontology import legacy

Make = Callable[..., bytes]
Read = Callable[..., Document]

LINES = ["Thñ t­íng ChÝnh phñ phª duyÖt Ch­¬ng tr×nh", "t¹i QuyÕt ®Þnh sè 25/2004/Q§-TTg, Uû ban nh©n d©n tØnh"]
READ = ["Thủ tướng Chính phủ phê duyệt Chương trình", "tại Quyết định số 25/2004/QĐ-TTg, Uỷ ban nhân dân tỉnh"]


def set_in(lines: Sequence[tuple[str, str]]) -> bytes:
    """A PDF of one page, as programs of 2003 wrote it: letters of one byte, and the name of the font of each line."""
    names = sorted({font for font, _ in lines})
    body = b"".join(
        b"BT /F%d 12 Tf 60 %d Td (%b) Tj ET\n" % (names.index(font), 780 - 40 * n, text.encode("cp1252"))
        for n, (font, text) in enumerate(lines)
    )
    fonts = b"".join(b"/F%d %d 0 R" % (n, 5 + n) for n in range(len(names)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<" + fonts + b">>>>/Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%bendstream" % (len(body), body),
        *(
            b"<</Type/Font/Subtype/TrueType/BaseFont/%b/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[%b]>>"
            % (name.encode(), b"500 " * 224)
            for name in names
        ),
    ]
    file = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%b\nendobj\n" % each for each in enumerate(objects, 1))
    return file + b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n0\n%%%%EOF\n" % (len(objects) + 1)


@pytest.mark.parametrize("font", ["ABCDEF+.VnTime", "ABCDEF+Arial"])
def test_the_letter_that_pdfs_hold_as_a_hyphen(read: Read, font: str) -> None:
    text = read(set_in([(font, line) for line in LINES])).text
    assert text.split("\n\n") == [READ[0], READ[1] + "\n"]


def test_fonts_of_capitals(read: Read) -> None:
    text = read(set_in([("A+.VnTimeH", "uû ban nh©n d©n tØnh th«ng t­"), *[("B+.VnTime", line) for line in LINES]])).text
    assert text.startswith("UỶ BAN NHÂN DÂN TỈNH THÔNG TƯ\n")


def test_words_of_other_fonts_on_the_page_stay(read: Read) -> None:
    text = read(
        set_in(
            [("B+.VnTime", line) for line in LINES]
            + [("C+Arial", "Gửi".encode("cp1258", "ignore").decode("cp1252") + " dôi")]
        )
    ).text
    assert "dôi" in text


@pytest.mark.parametrize(
    ("word", "read"), [("t-íng", "tướng"), ("nh-", "như"), ("®-îc,", "được,"), ("Ch-¬ng", "Chương")]
)
def test_hyphens_that_are_letters(word: str, read: str) -> None:
    assert legacy.convert(with_horns(word), "tcvn3") == read


@pytest.mark.parametrize("word", ["Q§-TTg", "25/2004/Q§-UB", "kinh-tÕ", "-", "NQ-H§", "a-"])
def test_hyphens_that_are_none(word: str) -> None:
    assert with_horns(word) == word


FONT = '<w:rPr><w:rFonts w:ascii="{}" w:hAnsi="{}"/></w:rPr>'


@pytest.mark.parametrize("font", [".VnTime", "Times New Roman"])
def test_older_files_hold_a_letter_as_a_place_to_cut(docx: Make, read: Read, font: str) -> None:
    face = FONT.format(font, font)
    soft = "<w:softHyphen/>"
    body = f"<w:p><w:r>{face}<w:t>Thñ t</w:t>{soft}<w:t>íng ChÝnh phñ phª duyÖt Ch</w:t>{soft}<w:t>¬ng tr×nh</w:t></w:r></w:p>"
    assert read(docx(body)).text.strip() == READ[0]


def test_places_to_cut_are_no_letters_elsewhere(docx: Make, read: Read) -> None:
    body = "<w:p><w:r><w:t>Chương</w:t><w:softHyphen/><w:t> trình phát\u00ad triển</w:t></w:r></w:p>"
    assert read(docx(body)).text.strip() == "Chương trình phát triển"


@pytest.mark.parametrize(
    ("sheet", "opens"),
    [
        ("p.MsoNormal, li.MsoNormal { margin:0; font-family:.VnTime; }", '<p class="MsoNormal">'),
        ('.a{font-family:".VnTime",serif}', '<p class="b a">'),
        ("p {font-family: '.VnTime'}", "<p>"),
        ("", "<p>"),
    ],
)
def test_fonts_of_style_sheets(read: Read, sheet: str, opens: str) -> None:
    page = f"<html><head><style>{sheet}</style></head><body>{opens}{LINES[0]}</p></body></html>"
    document = read(page.encode(), "trang.html")
    assert document.text.strip() == READ[0]
    assert [note.code for note in document.notes] == ["note.fonts"]


def test_a_font_within_another_is_its_own(read: Read) -> None:
    page = f'<html><body><p style="font-family:.VnTime">{LINES[0]} <font face="Times New Roman">không</font></p></body></html>'
    assert read(page.encode(), "trang.html").text.strip() == READ[0] + " không"
