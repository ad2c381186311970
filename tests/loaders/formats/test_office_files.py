"""Workbooks and presentations of every age, and one clear line for the files that nobody here reads."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from loaders import formats
from loaders.formats import office, pptx, unread, workbook
from loaders.formats.base import Document
from loaders.read import extract
from ontology.errors import SourceError
from ontology.origin import Page
from ontology.records import Extraction, Source

Read = Callable[..., Document]
Make = Callable[..., bytes]

tool = pytest.mark.skipif(office.converter() is None, reason="LibreOffice is not installed")

P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def said(*paragraphs: str, placeholder: str = "body") -> str:
    runs = "".join(f"<a:p><a:r><a:t>{each}</a:t></a:r></a:p>" for each in paragraphs)
    return f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{placeholder}"/></p:nvPr></p:nvSpPr><p:txBody>{runs}</p:txBody></p:sp>'


def row(*cells: str) -> str:
    return (
        "<a:tr>"
        + "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{c}</a:t></a:r></a:p></a:txBody></a:tc>" for c in cells)
        + "</a:tr>"
    )


@pytest.fixture
def slides(pack: Make) -> Make:
    """A presentation from the shapes of its slides, in another order than its files; notes: of the first slide."""

    def of(*shapes: str, notes: str | None = None, hidden: int | None = None) -> bytes:
        ids = "".join(f'<p:sldId r:id="r{number}"/>' for number in range(len(shapes)))
        parts: dict[str, str] = {
            "[Content_Types].xml": "<Types/>",
            "ppt/presentation.xml": f"<p:presentation {P} {R}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        }
        links = ""
        for number, shape in enumerate(shapes):
            file = f"slide{len(shapes) - number}.xml"
            links += f'<Relationship Id="r{number}" Type="{KINDS}/slide" Target="slides/{file}"/>'
            show = ' show="0"' if hidden == number else ""
            parts[f"ppt/slides/{file}"] = f"<p:sld {P} {A}{show}><p:cSld><p:spTree>{shape}</p:spTree></p:cSld></p:sld>"
        parts["ppt/_rels/presentation.xml.rels"] = f"<Relationships>{links}</Relationships>"
        if notes:
            link = f'<Relationship Id="n" Type="{KINDS}/notesSlide" Target="../notesSlides/n.xml"/>'
            parts[f"ppt/slides/_rels/slide{len(shapes)}.xml.rels"] = f"<Relationships>{link}</Relationships>"
            parts["ppt/notesSlides/n.xml"] = (
                f"<p:notes {P} {A}><p:cSld><p:spTree>{said(notes)}{said('1', placeholder='sldNum')}</p:spTree></p:cSld></p:notes>"
            )
        return pack(parts)

    return of


def test_slides_in_the_order_in_which_they_are_shown(read: Read, slides: Make) -> None:
    table = f"<p:graphicFrame><a:tbl>{row('STT', 'Văn bản')}{row('1', '749/QĐ-TTg')}</a:tbl></p:graphicFrame>"
    data = slides(
        said("Kế hoạch số 12/KH-UBND", placeholder="title") + said("3", placeholder="sldNum"),
        f"<p:grpSp>{said('Căn cứ Quyết định', 'số 749/QĐ-TTg')}</p:grpSp>" + table,
        notes="Nói chậm",
    )
    document = read(data, "a.pptx")
    assert document.text == (
        "Kế hoạch số 12/KH-UBND\nNói chậm\n\nCăn cứ Quyết định\nsố 749/QĐ-TTg\n\nSTT\tVăn bản\n1\t749/QĐ-TTg\n"
    )
    assert [(page.number, document.text[page.start :][:7]) for page in document.origin.pages] == [
        (1, "Kế hoạc"),
        (2, "Căn cứ "),
    ]


def test_hidden_slides_and_empty_ones(read: Read, code: Callable[..., str], slides: Make) -> None:
    assert read(slides(said("Một"), said("Hai"), hidden=1)).text == "Một\n"
    assert code(slides("")) == "source.empty"
    entity = said("&x;").replace("<p:sp>", "<p:sp>", 1)
    assert code(slides(entity)) == "source.damaged"


REPORT = [
    ["BÁO CÁO KẾT QUẢ"],
    [],
    ["Nhiệm vụ", "Căn cứ", "Kinh phí"],
    ["Đào tạo cán bộ", "Quyết định số 749/QĐ-TTg ngày 03/6/2020", 12.5],
    ["Hạ tầng", "Kế hoạch số 212/KH-UBND ngày 15/10/2021", 3],
]
LIST = [["Số ký hiệu", "Ngày ban hành", "Trích yếu"], ["749/QĐ-TTg", "3/6/2020", "Chuyển đổi số"]]


def book(*sheets: tuple[str, list[list[object]]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets:
        page = made.create_sheet(name)
        for each in rows:
            page.append(each)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def loaded(name: str, data: bytes) -> Extraction:
    (source,) = formats.opened(name, data)
    assert isinstance(source, Source)
    return extract(source)


def cited(extraction: Extraction) -> list[str | None]:
    return [citation.mention.number for citation in extraction.citations]


def test_a_workbook_that_is_no_register_is_a_document() -> None:
    found = loaded(
        "a.xlsx", book(("Kết quả", REPORT), ("Trống", []), ("Ghi chú", [["Theo Nghị định số 47/2020/NĐ-CP"]]))
    )
    assert not found.register
    assert cited(found) == ["749", "212", "47"]
    assert found.text.splitlines()[:2] == ["Kết quả", "BÁO CÁO KẾT QUẢ"]
    assert "Hạ tầng\tKế hoạch số 212/KH-UBND ngày 15/10/2021\t3" in found.text
    assert [note.code for note in found.notes] == ["note.no_register"]
    assert [page.number for page in found.origin.pages] == [1, 2]


def saved(data: bytes, suffix: str, kind: str, folder: Path) -> bytes:
    """The file as LibreOffice saves it in another format."""
    (folder / f"a{suffix}").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office.converter()), "--headless", profile, "--convert-to", kind, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / f"a{suffix}")], check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"a.{kind}").read_bytes()


@pytest.mark.tool
@tool
@pytest.mark.parametrize(("kind", "media_type"), [("xls", workbook.XLS), ("ods", workbook.ODS)])
def test_workbooks_of_other_programs(tmp_path: Path, kind: str, media_type: str) -> None:
    data = saved(book(("Danh mục", LIST)), ".xlsx", kind, tmp_path)
    assert formats.media_type(data, "tên gì cũng được") == media_type
    found = loaded(f"a.{kind}", data)
    assert found.register
    assert [(entry.work.number, entry.work.date) for entry in found.entries] == [("749", "2020-06-03")]
    report = loaded(f"b.{kind}", saved(book(("Kết quả", REPORT)), ".xlsx", kind, tmp_path))
    assert (report.register, cited(report)) == (False, ["749", "212"])
    assert "Hạ tầng\tKế hoạch số 212/KH-UBND ngày 15/10/2021\t3" in report.text


FLAT = """<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation>{}
</office:presentation></office:body></office:document>"""
SLIDE = """<draw:page draw:name="{0}"><draw:frame svg:width="20cm" svg:height="3cm" svg:x="1cm" svg:y="1cm">
<draw:text-box><text:p>{1}</text:p></draw:text-box></draw:frame></draw:page>"""


@pytest.mark.tool
@tool
@pytest.mark.parametrize(("kind", "media_type"), [("ppt", pptx.PPT), ("odp", pptx.ODP), ("pptx", pptx.PPTX)])
def test_presentations_of_other_programs(read: Read, tmp_path: Path, kind: str, media_type: str) -> None:
    shown = ["Kế hoạch số 12/KH-UBND", "Căn cứ Quyết định số 749/QĐ-TTg"]
    flat = FLAT.format("".join(SLIDE.format(number, words) for number, words in enumerate(shown)))
    data = saved(flat.encode(), ".fodp", kind, tmp_path)
    assert formats.media_type(data, "a") == media_type
    document = read(data)
    assert [line for line in document.text.splitlines() if line] == shown
    assert [page.number for page in document.origin.pages] == [1, 2]
    assert isinstance(document.origin.pages[0], Page)


@pytest.mark.tool
@tool
def test_a_letter_with_a_sheet_in_it_is_a_letter(tmp_path: Path) -> None:
    """Names of streams of both stand in the directory; what stands at its root decides."""
    data = saved(book(("a", LIST)), ".xlsx", "xls", tmp_path)
    assert office.holds(data + office.WORD[0], office.WORKBOOKS, office.WORD)
    assert not office.holds(data + office.WORD[0], office.WORD, office.WORKBOOKS)
    assert formats.media_type(data + office.WORD[0], "a.doc") == workbook.XLS


def test_passwords(code: Callable[..., str]) -> None:
    ole = office.OLE + b"\x00" * 504
    assert code(ole + office.ENCRYPTED, "a.xlsx") == "source.password"
    assert code(ole + office.SLIDES[0] + pptx.ENCRYPTED, "a.ppt") == "source.password"
    begin = workbook.BEGINS_XLS + b"\x00" * 12 + workbook.FILEPASS
    with pytest.raises(SourceError) as caught:
        extract(Source("a.xls", ole + begin + office.WORKBOOKS[0], workbook.XLS))
    assert caught.value.code == "source.password"


@pytest.mark.parametrize("media_type", [workbook.XLS, workbook.WORKBOOK])
def test_damaged_workbooks(media_type: str) -> None:
    with pytest.raises(SourceError) as caught:
        extract(Source("a", office.OLE + b"\x00" * 2000, media_type))
    assert caught.value.code == "source.workbook"


def test_a_part_of_the_suite_that_is_missing_is_named(
    code: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o700)
    monkeypatch.setattr(office, "converter", lambda: str(program))
    ppt = office.OLE + b"\x00" * 504 + office.SLIDES[0]
    assert code(ppt, "a.ppt") == "source.damaged"  # nobody knows what this program has
    (tmp_path / "libswlo.so").touch()
    assert code(ppt, "a.ppt") == "source.converter"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"7z\xbc\xaf\x27\x1c" + b"\x00" * 40, "a.7z", "source.archive"),
        (b"Rar!\x1a\x07\x01\x00" + b"\x00" * 40, "a.rar", "source.archive"),
        (b"\x1f\x8b\x08" + b"\x00" * 40, "a.tar.gz", "source.archive"),
        (b"\x00" * 257 + b"ustar" + b"\x00" * 250, "a.tar", "source.archive"),
        (b"GIF89a\x00\x00", "a.gif", "source.picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a.webp", "source.picture"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "a.heic", "source.picture"),
        (office.OLE + b"\x00" * 504 + unread.OUTLOOK, "a.msg", "source.mail"),
        (b"\x7fELF\x02\x01\x00", "a.so", "source.unsupported"),
    ],
)
def test_what_is_not_read_says_what_to_do(data: bytes, name: str, code: str) -> None:
    (found,) = formats.opened(name, data)
    assert isinstance(found, SourceError)
    assert (found.code, found.details["name"]) == (code, name)


@pytest.mark.parametrize(("parts", "name"), [(["Index/Document.iwa"], "a.pages"), (["index.xml"], "a.pages")])
def test_documents_of_pages(pack: Make, parts: list[str], name: str) -> None:
    (found,) = formats.opened(name, pack(dict.fromkeys(parts, "x")))
    assert isinstance(found, SourceError)
    assert found.code == "source.apple"
    (other,) = formats.opened("a.zip", pack({"index.txt": "x"}))
    assert isinstance(other, Source)


@pytest.mark.tool
@tool
@pytest.mark.parametrize("table_at", [76, 60])
def test_a_chain_of_sectors_that_is_a_loop_ends(tmp_path: Path, table_at: int) -> None:
    """In the table of sectors or of small sectors, whose places the head of the file tells ([MS-CFB] 2.2)."""
    data = bytearray(saved(book(("Danh mục", LIST)), ".xlsx", "xls", tmp_path))
    begin = 512 * (int.from_bytes(data[table_at : table_at + 4], "little") + 1)
    for number in range(128):
        at = begin + 4 * number
        if int.from_bytes(data[at : at + 4], "little") < 0xFFFFFFFA:
            data[at : at + 4] = number.to_bytes(4, "little")
    for source in formats.opened("a.xls", bytes(data)):
        try:
            assert isinstance(source, SourceError) or extract(source)
        except SourceError as error:
            assert error.code == "source.workbook"
