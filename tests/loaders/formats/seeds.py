"""One small valid file of each format, from which broken ones are made (`test_mutations.py`, `benchmarks/fuzz.py`)."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path

import openpyxl
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = Path(__file__).parents[3] / "viz" / "fonts" / "DejaVuSans.ttf"
WORDS = "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;"

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts, in their order, always the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return written.getvalue()


def docx() -> bytes:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    row = "<w:tr><w:tc><w:p><w:r><w:t>STT</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    body = (
        f'<w:p>{numbered}<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>QuyÕt ®Þnh</w:t></w:r></w:p>'
        f"<w:p><w:r><w:t>{WORDS}</w:t><w:footnoteReference w:id='2'/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
        f"<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val='single'/></w:tblBorders></w:tblPr>{row}{row}</w:tbl>"
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>'
    parts = {
        "document": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "numbering": f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "footnotes": f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2"><w:p><w:r><w:t>Chú</w:t></w:r></w:p></w:footnote></w:footnotes>',
    }
    links = "".join(
        f'<Relationship Id="{each}" Type="{OFFICE}/{each}" Target="{each}.xml"/>' for each in ("numbering", "footnotes")
    )
    files = {f"word/{name}.xml": content for name, content in parts.items()}
    relations = {"word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>"}
    return zipped({"[Content_Types].xml": "<Types/>", **files, **relations})


def odt() -> bytes:
    content = (
        f'<o:document-content xmlns:o="{OASIS}:office:1.0" xmlns:t="{OASIS}:text:1.0" xmlns:b="{OASIS}:table:1.0"><o:body>'
        f"<o:text><t:h>Kế hoạch</t:h><t:list><t:list-item><t:p>{WORDS}<t:s t:c='3'/><t:tab/></t:p></t:list-item></t:list>"
        "<b:table><b:table-row><b:table-cell b:number-columns-repeated='2'><t:p>1</t:p></b:table-cell></b:table-row></b:table>"
        "</o:text></o:body></o:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<m/>"}, zipfile.ZIP_STORED)


def pptx() -> bytes:
    a, p = (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/presentationml/2006/main",
    )
    words = f"<p:sp><p:txBody><a:p><a:r><a:t>{WORDS}</a:t></a:r></a:p></p:txBody></p:sp>"
    cell = "<a:tc><a:txBody><a:p><a:r><a:t>1</a:t></a:r></a:p></a:txBody></a:tc>"
    table = f"<p:graphicFrame><a:tbl><a:tr>{cell}{cell}</a:tr></a:tbl></p:graphicFrame>"
    show = f'<p:presentation xmlns:p="{p}" xmlns:r="{OFFICE}"><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>'
    link = f'<Relationships><Relationship Id="r1" Type="{OFFICE}/slide" Target="slides/slide1.xml"/></Relationships>'
    slide = f'<p:sld xmlns:p="{p}" xmlns:a="{a}"><p:cSld><p:spTree><p:grpSp>{words}</p:grpSp>{table}</p:spTree></p:cSld></p:sld>'
    parts = {"ppt/presentation.xml": show, "ppt/_rels/presentation.xml.rels": link, "ppt/slides/slide1.xml": slide}
    return zipped({"[Content_Types].xml": "<Types/>", **parts})


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Danh mục"],
        ["Số ký hiệu", "Ngày ban hành", "Trích yếu"],
        ["749/QĐ-TTg", "3/6/2020", "Chuyển đổi số"],
    ):
        sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def pdf() -> bytes:
    pdfmetrics.registerFont(TTFont("Việt", str(FONT)))
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1, pageCompression=0)
    canvas.setFont("Việt", 12)
    canvas.drawString(70, 700, WORDS)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def picture(kind: str) -> bytes:
    written = io.BytesIO()
    Image.new("L", (40, 60), 255).save(written, kind, dpi=(200, 200))
    return written.getvalue()


def html() -> bytes:
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><main><h1>KẾ HOẠCH</h1><p>{WORDS}<sup>1'
        '</sup></p><ol start="3"><li>một<li>hai</ol><table border="1"><tr><td>1<td><font face=".VnTime">QuyÕt ®Þnh</font></table>'
        "</main></body></html>"
    ).encode()


def eml() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = "a@b.vn", "c@d.vn", "Kế hoạch", "<1@b.vn>"
    mail.set_content(WORDS)
    mail.add_attachment(WORDS.encode(), maintype="text", subtype="plain", filename="kế hoạch.txt")
    return mail.as_bytes().replace(b"===============", b"==", 0)


SEEDS: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: (WORDS * 3).encode(),
    "utf16.txt": lambda: WORDS.encode("utf-16"),
    "tcvn3.txt": lambda: ("QuyÕt ®Þnh cña Thñ t­íng ChÝnh phñ vÒ viÖc ban hµnh quy chÕ " * 3).encode("cp1252"),
    "a.csv": lambda: "Số ký hiệu;Ngày ban hành;Trích yếu\n749/QĐ-TTg;3/6/2020;Chuyển đổi số\n".encode(),
    "a.jsonl": lambda: (json.dumps({"id": 1, "text": WORDS}, ensure_ascii=False) + "\n").encode(),
    "a.docx": docx,
    "a.odt": odt,
    "a.pptx": pptx,
    "a.xlsx": xlsx,
    "a.pdf": pdf,
    "a.png": lambda: picture("PNG"),
    "a.jpg": lambda: picture("JPEG"),
    "a.tif": lambda: picture("TIFF"),
    "a.html": html,
    "a.eml": eml,
    "a.zip": lambda: zipped({"kế hoạch.txt": WORDS, "b/c.docx": docx(), "d.zip": zipped({"e.txt": WORDS})}),
}
"""File name → the bytes of a valid file."""
