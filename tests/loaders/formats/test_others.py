"""Pages, OpenDocument, older Word files, archives and mails; and what each is recognised by."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import formats
from loaders.formats import limits, office, registry, word
from loaders.formats.base import Document
from ontology.errors import SourceError
from ontology.records import Source

Make = Callable[..., bytes]
Read = Callable[..., Document]

# --- HTML


def test_a_page_without_its_menus_and_scripts(read: Read) -> None:
    page = """<!DOCTYPE html><html><head><title>Cổng</title><script>var a = "x";</script></head><body>
    <nav><a href="/">Trang chủ</a></nav><ul><li><a>Một</a><li><a>Hai</a><li><a>Ba</a><li><a>Bốn</a><li><a>Năm</a></ul>
    <div>Căn cứ <b>Luật</b> Đầu tư&nbsp;số <i>61/2020/QH14</i>;</div><p>Dòng một<br>Dòng   hai</p>
    <p style="display: none">ẩn</p><table border="1"><tr><td>1<td>Thông tư</tr><tr><td>2</td><td>Luật</td></tr></table>
    <ol><li>Thứ nhất</li><li>Thứ hai</li></ol><footer>Bản quyền</footer></body></html>"""
    assert read(page.encode()).text.split("\n") == [
        "Căn cứ Luật Đầu tư số 61/2020/QH14;",
        "Dòng một",
        "Dòng hai",
        "",
        "1\tThông tư",
        "2\tLuật",
        "",
        "1. Thứ nhất",
        "2. Thứ hai",
        "",
    ]


def test_the_marked_main_part_is_the_page(read: Read) -> None:
    page = "<html><body><div>Tin khác</div><main><h1>Quyết định</h1><p>Nội dung của quyết định này.</p></main></body></html>"
    assert read(page.encode()).text == "Quyết định\nNội dung của quyết định này.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_pages_in_other_encodings(read: Read, encoding: str) -> None:
    words = "Quy&#7871;t &#273;&#7883;nh" if encoding == "cp1252" else "Quyết định"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{words} é</p></body></html>'
    assert read(page.encode(encoding)).text == "Quyết định é\n"


def test_pages_in_old_fonts(read: Read) -> None:
    page = '<html><body><p><font face=".VnTime">QuyÕt ®Þnh</font> số 5</p></body></html>'
    assert read(page.encode()).text == "Quyết định số 5\n"


def test_raised_digits_and_notes(read: Read) -> None:
    assert read(b"<p>5 km<sup>2</sup> <a href='#1'><sup>3</sup></a></p>").text == "5 km² [3]\n"


def test_labels_and_values_of_portals(read: Read) -> None:
    page = (
        "<table><tr><td><div><span class='item-label'>Số hiệu</span><span>02/2026/TT-BXD</span></div></td>"
        "<td><div><span class='item-label'>Loại</span><span>Thông tư</span></div></td></tr></table>"
    )
    assert read(page.encode()).text == "Số hiệu: 02/2026/TT-BXD\n\nLoại: Thông tư\n"


def test_deep_pages_end(code: Callable[..., str], read: Read) -> None:
    deep = "<html><body>" + "<div>" * 5000 + "Luật" + "</div>" * 5000
    try:
        assert "Luật" in read(deep.encode()).text
    except SourceError as error:
        assert error.code in {"source.damaged", "source.empty"}
    assert code(b"<html><body><script>x</script></body></html>") == "source.empty"


# --- OpenDocument

ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


@pytest.fixture
def odt(pack: Make) -> Make:
    def of(body: str, styles: str = "", manifest: str = "<manifest/>") -> bytes:
        content = (
            f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        kind = "application/vnd.oasis.opendocument.text"
        return pack({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}, zipfile.ZIP_STORED)

    return of


def test_opendocument(odt: Make, read: Read) -> None:
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        "</text:list-style>"
    )
    body = (
        "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
        "<text:h>KẾ  HOẠCH</text:h><text:p>Căn cứ<text:s text:c='2'/>Luật<text:line-break/>Đầu tư<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Ghi chú</text:p></text:note-body></text:note>"
        "</text:p>"
        "<text:list text:style-name='L1'><text:list-item><text:p>Một</text:p><text:list><text:list-item><text:p>nhỏ"
        "</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Hai</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>"
        "<table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p><text:soft-page-break/>Trang hai</text:p>"
    )
    document = read(odt(body, styles))
    assert document.text.split("\n") == [
        "KẾ HOẠCH",
        "Căn cứ  Luật",
        "Đầu tư[1]",
        "1. Một",
        "a) nhỏ",
        "2. Hai",
        "",
        "1\tA\tB",
        "",
        "Trang hai",
        "",
        "[1] Ghi chú",
        "",
    ]
    assert [page.start for page in document.origin.pages] == [0, document.text.index("Trang hai")]


def test_numbers_of_opendocument_lists_go_on_behind_what_interrupts_them(odt: Make, read: Read) -> None:
    """LibreOffice saves each item of such a list as a list of its own, the second level within an item without words."""
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-prefix="Điều " style:num-suffix="."/><text:list-level-style-number text:level="2" '
        'style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>'
    )

    def item(text: str, level: int, more: str = "text:continue-numbering='true'") -> str:
        inner = f"<text:list-item><text:p>{text}</text:p></text:list-item>"
        for _ in range(level - 1):
            inner = f"<text:list-item><text:list>{inner}</text:list></text:list-item>"
        return f"<text:list text:style-name='L1' {more}>{inner}</text:list>"

    between = "<text:p>Lời.</text:p>"
    body = item("Mục tiêu", 1, "xml:id='m'") + between + item("gần", 2) + between + item("xa", 2)
    body += (
        item("Tổ chức", 1)
        + between
        + item("trước", 2)
        + item("Lại từ đầu", 1, "")
        + item("Nối", 1, "text:continue-list='m'")
    )
    lines = [line for line in read(odt(body, styles)).text.split("\n") if line and line != "Lời."]
    assert lines == [
        "Điều 1. Mục tiêu",
        "1.1. gần",
        "1.2. xa",
        "Điều 2. Tổ chức",
        "2.1. trước",
        "Điều 1. Lại từ đầu",
        "Điều 3. Nối",
    ]


def test_hidden_words_of_opendocument_are_left_out_and_changes_told(odt: Make, read: Read) -> None:
    styles = '<style:style style:name="T9"><style:text-properties text:display="none"/></style:style>'
    body = (
        "<text:tracked-changes><text:changed-region><text:p>đã xóa</text:p></text:changed-region></text:tracked-changes>"
        "<text:p>Trước <text:span text:style-name='T9'>ẩn <text:span>trong</text:span></text:span>sau.</text:p>"
    )
    document = read(odt(body, styles))
    assert document.text.strip() == "Trước sau."
    assert [note.code for note in document.notes] == ["note.changes"]


def test_items_of_html_have_the_numbers_that_a_browser_shows(read: Read) -> None:
    page = "<!doctype html><html><body><ol type='{}' start='2'><li>Một</li><li>Hai</li></ol></body></html>"
    for form, shown in (("a", "b) c)"), ("A", "B. C."), ("I", "II. III."), ("", "2. 3.")):
        text = read(page.format(form).encode(), "a.html").text
        assert [line.split()[0] for line in text.strip().split("\n")] == shown.split()
    assert "999. Một" in read(page.format("a").replace("'2'", "'999'").encode(), "a.html").text


def test_an_encrypted_opendocument(odt: Make, code: Callable[..., str]) -> None:
    assert code(odt("<text:p>x</text:p>", manifest="<m><encryption-data/></m>")) == "source.password"


# --- older Word files

RTF = (
    b"{\\rtf1\\ansi\\ansicpg1258\\uc1 "
    + b"".join(
        char.encode() if char.isascii() else f"\\u{ord(char)}?".encode()
        for char in "Căn cứ Nghị định số 30/2020/NĐ-CP;"
    )
    + b"\\par}"
)

tool = pytest.mark.skipif(office.converter() is None, reason="LibreOffice is not installed")


@pytest.mark.tool
@tool
def test_rtf_whatever_it_is_called(read: Read) -> None:
    assert read(RTF, "văn bản.doc").text == "Căn cứ Nghị định số 30/2020/NĐ-CP;\n"


def test_without_libreoffice_the_error_names_the_package(
    code: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "converter", lambda: None)
    assert code(RTF) == "source.converter"


def test_a_converter_that_hangs_is_stopped(code: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    import sys

    slow = tmp_path / "soffice"
    slow.write_text(f"#!{sys.executable}\nimport time; time.sleep(60)\n")
    slow.chmod(0o700)
    monkeypatch.setattr(office, "converter", lambda: str(slow))
    monkeypatch.setattr(office, "SECONDS", 0.5)
    assert code(RTF) == "source.timeout"


def test_encrypted_and_damaged_word_files(code: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    ole = office.OLE + b"\x00" * 504
    fib = word.FIB + b"\x00" * 9 + b"\x01" + b"\x00" * 500
    assert code(ole + fib + office.WORD[0]) == "source.password"
    assert code(ole + office.ENCRYPTED) == "source.password"
    nothing = tmp_path / "soffice"
    nothing.write_text("#!/bin/sh\nexit 0\n")
    nothing.chmod(0o700)
    monkeypatch.setattr(office, "converter", lambda: str(nothing))
    assert code(ole + office.WORD[0]) == "source.damaged"


# --- archives and mails


def opened(data: bytes, name: str = "a.zip") -> list[tuple[str, str]]:
    """Name and media type of each source; code of each error."""
    return [
        (each.name, each.media_type) if isinstance(each, Source) else (each.details["name"], each.code)
        for each in formats.opened(name, data)
    ]


def test_a_member_without_a_name_is_read(pack: Make) -> None:
    """`ZipInfo.is_dir` of Python fails on it."""
    nameless = pack({"a.txt": "Một", "x": "Hai"}).replace(b"x", b"\x00").replace(b"a.t\x00t", b"a.txt")
    assert opened(nameless) == [("a.zip!/a.txt", "text/plain"), ("a.zip!/2", "text/plain")]


def test_members_are_files_of_their_own(pack: Make) -> None:
    inner = pack({"c.md": "Luật", "Thumbs.db": b"\x00"})
    data = pack(
        {
            "b/a.txt": "Luật",
            "../../ra.txt": "Luật",
            "/gốc.txt": "Luật",
            "x.zip": inner,
            "__MACOSX/a": "x",
            "i.exe": b"MZ\x00",
        }
    )
    assert opened(data) == [
        ("a.zip!/b/a.txt", "text/plain"),
        ("a.zip!/ra.txt", "text/plain"),
        ("a.zip!/gốc.txt", "text/plain"),
        ("a.zip!/x.zip!/c.md", "text/markdown"),
        ("a.zip!/i.exe", "source.unsupported"),
    ]


def test_a_pdf_in_an_archive_is_no_pdf(pack: Make) -> None:
    assert opened(pack({"k.pdf": b"%PDF-1.4\n%%EOF"}, zipfile.ZIP_STORED)) == [("a.zip!/k.pdf", "application/pdf")]


def test_names_without_the_mark_of_utf8(pack: Make) -> None:
    meant = "quyết định.txt".encode()
    data = pack({"a" * len(meant): "Luật"}).replace(b"a" * len(meant), meant)
    assert opened(data) == [("a.zip!/quyết định.txt", "text/plain")]


def test_bombs_and_deep_archives_end(pack: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = pack({"a.txt": "Luật"})
    for _ in range(limits.DEPTH):
        deep = pack({"in.zip": deep})
    assert [kind for _, kind in opened(deep)] == ["source.nested"]
    assert opened(pack({"a.txt": b"0" * 300_000_000})) == [("a.zip!/a.txt", "source.bomb")]
    monkeypatch.setattr("loaders.formats.archive.MEMBERS", 2)
    assert opened(pack(dict.fromkeys("abc", "Luật"))) == [("a.zip", "source.members")]
    assert opened(pack({"a.txt": "Luật"})[:-30]) == [("a.zip", "source.damaged")]


def test_a_member_that_lies_about_its_size(pack: Make) -> None:
    data = bytearray(pack({"a.txt": b"0" * 3_000_000}))
    central = data.rfind(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    assert [kind for _, kind in opened(bytes(data))] in (["source.damaged"], ["source.bomb"], ["text/plain"])


def test_encrypted_members_are_told(pack: Make) -> None:
    data = bytearray(pack({"a.txt": "Luật", "b.txt": "Luật"}))
    central = data.find(b"PK\x01\x02")
    data[central + 8] |= 1
    assert opened(bytes(data)) == [("a.zip!/a.txt", "source.password"), ("a.zip!/b.txt", "text/plain")]


def test_mails_and_their_attachments(pack: Make) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.vn", "c@d.vn", "Gửi kế hoạch"
    mail["Message-ID"] = "<1@b.vn>"
    mail.set_content("Kính gửi Sở, theo Kế hoạch số 12/KH-UBND.")
    mail.add_attachment("Căn cứ".encode(), maintype="application", subtype="octet-stream", filename="../văn bản.txt")
    mail.add_attachment(pack({"k.txt": "Luật"}), maintype="application", subtype="zip", filename="b.zip")
    assert opened(mail.as_bytes(), "x.eml") == [
        ("x.eml!/thư.txt", "text/plain"),
        ("x.eml!/văn bản.txt", "text/plain"),
        ("x.eml!/b.zip!/k.txt", "text/plain"),
    ]


# --- all of them


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"From the start\nSubject: to change\n", "a", "text/plain"),
        (b"<p>x", "a.doc", "text/html"),
        (b"\xef\xbb\xbf<!-- x --><html>", "a.pdf", "text/html"),
        (b"\x00\x01junk %PDF-1.4", "a.txt", "application/pdf"),
        (RTF, "a.txt", "application/rtf"),
        (b'{"id": 1, "text": "x"}', "a.jsonl", "application/jsonl"),
        (b'{"id": 1, "text": "x"}', "a.txt", "text/plain"),
        (b"a;b", "a.csv", "text/csv"),
        (b"", "a.anything", "text/plain"),
        (b"<p>%PDF-1.4</p>", "a", "text/html"),
        (b"GIF89a\x00\x00", "a.gif", None),
        (office.OLE + b"\x00" * 900, "a.xls", None),
        (b"Rar!\x1a\x07\x00", "a.rar", None),
    ],
)
def test_content_decides(data: bytes, name: str, kind: str | None) -> None:
    assert formats.media_type(data, name) == kind


def test_parts_of_other_programs_are_no_archives(pack: Make) -> None:
    assert formats.media_type(pack({"[Content_Types].xml": "x", "visio/document.xml": "x"}), "a.vsdx") is None


BEGINNINGS = [
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    office.OLE,
    b"{\\rtf1",
    b"<html>",
    b"\x89PNG\r\n\x1a\n",
    b"II*\x00",
    b"MIME-Version: 1.0\nFrom: a\n",
    b"",
]


@settings(max_examples=150)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=600))
def test_hostile_bytes_are_sources_or_errors(begin: bytes, rest: bytes) -> None:
    for each in formats.opened("a", begin + rest):
        if isinstance(each, Source) and each.media_type in registry.READERS and each.media_type not in word.MEDIA_TYPES:
            try:
                assert formats.read(each).text.strip()
            except SourceError as error:
                assert error.details["name"]


@settings(max_examples=60)
@given(st.integers(0, 2000), st.integers(0, 255))
def test_one_wrong_byte_is_a_document_or_an_error(odt_bytes: bytes, at: int, value: int) -> None:
    data = bytearray(odt_bytes)
    data[at % len(data)] = value
    for each in formats.opened("a.odt", bytes(data)):
        if isinstance(each, Source) and each.media_type in registry.READERS and each.media_type not in word.MEDIA_TYPES:
            try:
                formats.read(each)
            except SourceError as error:
                assert error.details["name"]


@pytest.fixture(scope="module")
def odt_bytes() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:d {ODF}><office:body><office:text><text:p>Luật</text:p></office:text></office:body></office:d>",
        )
    return written.getvalue()
