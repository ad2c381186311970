"""What Word shows is read; what it hides is not."""

from __future__ import annotations

from collections.abc import Callable

import docx as python_docx
import pytest

from loaders.formats.base import Document

Make = Callable[..., bytes]
Read = Callable[..., Document]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(p, paragraphs))}</w:tc>"


def table(*rows: str, borders: str = "") -> str:
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


RULED = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'


def test_a_document_of_python_docx(read: Read) -> None:
    import io

    made = python_docx.Document()
    made.add_paragraph("Căn cứ Nghị định số 30/2020/NĐ-CP;")
    grid = made.add_table(1, 2)
    grid.style = "Table Grid"
    grid.rows[0].cells[0].text, grid.rows[0].cells[1].text = "1", "Thông tư"
    written = io.BytesIO()
    made.save(written)
    assert read(written.getvalue()).text == "Căn cứ Nghị định số 30/2020/NĐ-CP;\n\n1\tThông tư\n"


def test_rows_of_a_ruled_table_are_lines(docx: Make, read: Read) -> None:
    body = table(cell("1") + cell("- Luật;", "- Nghị định."), cell("2") + cell("Thông tư"), borders=RULED)
    assert read(docx(body)).text == "1\t- Luật; - Nghị định.\n2\tThông tư\n"


def test_a_table_that_only_lays_out_is_read_cell_by_cell(docx: Make, read: Read) -> None:
    body = table(cell("UBND TỈNH X", "Số: 12/KH-UBND") + cell("CỘNG HÒA", "Độc lập")) + p("KẾ HOẠCH")
    assert read(docx(body)).text == "UBND TỈNH X\nSố: 12/KH-UBND\n\nCỘNG HÒA\nĐộc lập\n\nKẾ HOẠCH\n"


def test_cells_merged_downwards_are_read_once(docx: Make, read: Read) -> None:
    goes_on = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>thừa</w:t></w:r></w:p></w:tc>"
    body = table(cell("A") + cell("1") + cell("x"), goes_on + cell("2") + cell("y"), borders=RULED)
    assert read(docx(body)).text == "A\t1\tx\n\t2\ty\n"


def test_inserted_text_is_in_and_deleted_text_is_out(docx: Make, read: Read) -> None:
    body = (
        "<w:p><w:r><w:t>Quyết định số </w:t></w:r><w:del><w:r><w:delText>1</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
        "<w:r><w:t>/QĐ-TTg</w:t></w:r></w:p>"
    )
    document = read(docx(body))
    assert document.text == "Quyết định số 2/QĐ-TTg\n"
    assert [note.code for note in document.notes] == ["note.changes"]


def test_hidden_text_is_out_and_capitals_are_capitals(docx: Make, read: Read) -> None:
    body = p("ẩn", run="<w:vanish/>") + p("Quyết định", run="<w:caps/>") + p("thường", run='<w:caps w:val="0"/>')
    assert read(docx(body)).text == "QUYẾT ĐỊNH\nthường\n"


def test_links_controls_and_breaks_are_text(docx: Make, read: Read) -> None:
    body = (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Luật</w:t></w:r></w:hyperlink><w:r><w:br/></w:r>"
        "<w:r><w:t>Đầu</w:t><w:noBreakHyphen/><w:t>tư</w:t><w:tab/><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read(docx(body)).text == "Luật\nĐầu-tư\tx\n"


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(text: str, level: int = 0, key: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')


def test_numbers_that_word_draws(docx: Make, read: Read) -> None:
    body = "".join(
        [
            numbered("Phạm vi"),
            numbered("Một", 1),
            numbered("nhỏ", 2),
            numbered("nhỏ nữa", 2),
            numbered("Hai", 1),
            p(""),
            numbered("Đối tượng"),
            numbered("Lại một", 1),
            numbered("gạch", 0, 2),
            numbered("Bảy", 0, 3),
        ]
    )
    assert read(docx(body, numbering=NUMBERING)).text.split("\n") == [
        "Điều 1. Phạm vi",
        "1. Một",
        "a) nhỏ",
        "b) nhỏ nữa",
        "2. Hai",
        "",
        "Điều 2. Đối tượng",
        "1. Lại một",
        "- gạch",
        "Điều 7. Bảy",
        "",
    ]


def test_numbers_that_a_style_brings(docx: Make, read: Read) -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style></w:styles>'
    )
    body = p("A", '<w:pStyle w:val="Con"/>') + p("B", '<w:pStyle w:val="Dieu"/>')
    assert read(docx(body, numbering=NUMBERING, styles=styles)).text == "Điều 1. A\nĐiều 2. B\n"


def test_notes_stand_below_the_text(docx: Make, read: Read) -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2">{p("Sửa bởi Nghị định số 9/2020/NĐ-CP.")}</w:footnote></w:footnotes>'
    )
    body = '<w:p><w:r><w:t>Khoản 1</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert read(docx(body, footnotes=notes)).text == "Khoản 1[1]\n\n[1] Sửa bởi Nghị định số 9/2020/NĐ-CP.\n"


@pytest.mark.parametrize(("words", "shown"), [("SỞ Y TẾ", "SỞ Y TẾ\nBáo cáo\n"), ("2", "Báo cáo\n")])
def test_the_header_of_the_first_page(docx: Make, read: Read, words: str, shown: str) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    assert read(docx(p("Báo cáo") + section, header1=f"<w:hdr {W}>{p(words)}</w:hdr>")).text == shown


def test_text_boxes_are_read_once(docx: Make, read: Read) -> None:
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    drawing = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>Ngoài</w:t></w:r><w:r>{drawing}</w:r></w:p>"
    assert read(docx(body)).text == "Ngoài\nTrong khung\n"


def test_runs_in_old_fonts_are_converted(docx: Make, read: Read) -> None:
    time, capitals = '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii=".VnTimeH"/>'
    vni, unicode = '<w:rFonts w:ascii="VNI-Times"/>', '<w:rFonts w:ascii=".VnTime"/>'
    body = (
        p("QuyÕt ®Þnh", run=time)
        + p("quyÕt", run=capitals)
        + p("Nghò ñònh", run=vni)
        + p("Đã là Unicode: ế", run=unicode)
    )
    document = read(docx(body))
    assert document.text == "Quyết định\nQUYẾT\nNghị định\nĐã là Unicode: ế\n"
    assert [note.code for note in document.notes] == ["note.fonts"]


def test_old_letters_in_a_font_that_tells_nothing(docx: Make, read: Read) -> None:
    assert read(docx(p("§¬n vÞ tÝnh: 1000 ®ång"))).text == "Đơn vị tính: 1000 đồng\n"


def test_pages_begin_where_word_broke_them(docx: Make, read: Read) -> None:
    broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Hai</w:t></w:r></w:p>"
    document = read(docx(p("Một") + broken + p("Ba", "<w:pageBreakBefore/>")))
    starts = [document.text.index(word) for word in ("Một", "Hai", "Ba")]
    assert [(page.number, page.start) for page in document.origin.pages] == list(zip((1, 2, 3), starts, strict=True))


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document {W}><w:body>&b;</w:body></w:document>'


def test_what_cannot_be_trusted_is_refused(pack: Make, code: Callable[..., str]) -> None:
    assert code(pack({"word/document.xml": BOMB.replace("{W}", W)})) == "source.entities"
    assert code(pack({"word/document.xml": "<w:document"})) == "source.damaged"
    assert code(pack({"word/document.xml": b"<x>" + b" " * 300_000_000 + b"</x>"})) == "source.bomb"
    nested = "<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60
    assert (
        code(pack({"word/document.xml": f"<w:document {W}><w:body>{nested}</w:body></w:document>"})) == "source.damaged"
    )
    assert code(pack({"word/document.xml": f"<w:document {W}><w:body/></w:document>"})) == "source.empty"


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(docx: Make, read: Read) -> None:
    gone = '<w:pPr><w:rPr><w:del w:author="a" w:id="7"/></w:rPr></w:pPr>'
    body = f'<w:p>{gone}<w:r><w:t xml:space="preserve">Căn cứ Quyết định </w:t></w:r></w:p><w:p><w:r><w:t>số 2/QĐ-TTg.</w:t></w:r></w:p>'
    assert read(docx(body)).text == "Căn cứ Quyết định số 2/QĐ-TTg.\n"
    assert read(docx(f"<w:p>{gone}<w:r><w:t>Hết.</w:t></w:r></w:p>")).text == "Hết.\n"


def test_figures_above_the_line_are_powers_or_marks(docx: Make, read: Read) -> None:
    def up(text: str) -> str:
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{text}</w:t></w:r>'

    body = f"<w:p><w:r><w:t>120 m</w:t></w:r>{up('2')}<w:r><w:t> theo Luật Đất đai</w:t></w:r>{up('3')}</w:p>"
    assert read(docx(body)).text.strip() == "120 m² theo Luật Đất đai[3]"


def test_files_within_the_file_are_told(pack: Make, read: Read) -> None:
    parts = {
        "word/document.xml": f"<w:document {W}><w:body><w:p><w:r><w:t>Lời.</w:t></w:r></w:p></w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships><Relationship Id="a" Type="{RELATIONS}/package" Target="embeddings/a.xlsx"/></Relationships>',
    }
    document = read(pack(parts))
    assert [(note.code, dict(note.details)) for note in document.notes] == [("note.attached", {"count": "1"})]
