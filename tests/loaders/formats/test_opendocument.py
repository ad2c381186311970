"""OpenDocument texts: their lists, hidden words and changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import formats
from loaders.formats import registry, word
from loaders.formats.base import Document
from ontology.errors import SourceError
from ontology.records import Source

Make = Callable[..., bytes]
Read = Callable[..., Document]


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


def test_an_encrypted_opendocument(odt: Make, code: Callable[..., str]) -> None:
    assert code(odt("<text:p>x</text:p>", manifest="<m><encryption-data/></m>")) == "source.password"


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
