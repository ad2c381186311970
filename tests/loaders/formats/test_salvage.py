"""Damaged packages: what is left of a .docx, an .odt or a .zip is read, and it is told that something is missing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import formats
from loaders.formats import salvage
from loaders.formats.base import Document
from ontology.errors import SourceError

Make = Callable[..., bytes]
Read = Callable[..., Document]

BODY = "".join(
    f"<w:p><w:r><w:t>Quyết định số {n}/QĐ-UBND: {n * 7919 % 100003}, {n * 104729 % 99991}.</w:t></w:r></w:p>"
    for n in range(400)
)
STYLES = "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"


def told(document: Document) -> list[str]:
    return [note.code for note in document.notes]


@pytest.mark.parametrize("left", [-10, -60])
def test_a_document_without_the_list_of_its_parts(docx: Make, read: Read, left: int) -> None:
    data = docx(BODY, styles=STYLES)
    document = read(data[:left])
    assert document.text == read(data).text
    assert told(document) == ["note.torn"]
    assert told(read(data)) == []


def test_a_document_that_breaks_off_within_its_words(docx: Make, read: Read) -> None:
    data = docx(BODY)
    document = read(data[: len(data) // 2])
    assert document.text.startswith("Quyết định số 0/QĐ-UBND: 0, 0.\nQuyết định số 1/QĐ-UBND")
    assert told(document) == ["note.torn"]


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes"])
def test_a_part_beside_the_words_is_broken(docx: Make, read: Read, part: str) -> None:
    note = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    document = read(docx(BODY + note, **{part: "<w:broken"}))
    assert "Quyết định số 399/QĐ-UBND" in document.text
    assert "note.torn" in told(document)


def test_a_note_whose_part_is_gone_is_told(docx: Make, read: Read) -> None:
    document = read(docx('<w:p><w:r><w:t>Lời.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'))
    assert document.text.strip() == "Lời.[1]"
    assert [dict(note.details) for note in document.notes] == [{"parts": "footnotes"}]


def test_bytes_changed_within_a_part(docx: Make, read: Read) -> None:
    data = bytearray(docx(BODY))
    start = data.index(b"word/document.xml") + 1500
    data[start : start + 8] = bytes(8)
    document = read(bytes(data))
    assert "Quyết định số 1/QĐ-UBND" in document.text
    assert told(document) == ["note.torn"]


def test_signs_that_no_xml_may_hold(docx: Make, read: Read) -> None:
    document = read(docx("<w:p><w:r><w:t>Trước\x0b sau.</w:t></w:r></w:p><w:p><w:r><w:t>Cuối.</w:t></w:r></w:p>"))
    assert "sau." in document.text and "Cuối." in document.text


def test_an_archive_that_breaks_off_gives_what_is_left(pack: Make) -> None:
    data = pack({"a.txt": "Căn cứ Quyết định số 1/QĐ-UBND.", "b.txt": "Căn cứ Quyết định số 2/QĐ-UBND."})
    found = list(formats.opened("a.zip", data[:-30]))
    assert [each.name for each in found[:2] if not isinstance(each, SourceError)] == ["a.zip!/a.txt", "a.zip!/b.txt"]
    assert isinstance(found[2], SourceError) and found[2].code == "source.torn"


@given(st.binary(max_size=300), st.integers(0, 300))
def test_any_bytes_are_salvaged_or_not(noise: bytes, at: int) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"x" * 500)
        archive.writestr("b", b"y" * 500)
    data = written.getvalue()
    data = data[:at] + noise + data[at + len(noise) :]
    left = salvage.whole(data, 10_000)
    assert left is None or all(len(left.read(name)) <= 10_000 for name in left.namelist())


def test_no_more_is_unpacked_than_allowed(pack: Make) -> None:
    data = pack({"a": b"\0" * 100_000})
    assert salvage.whole(data[:-30], 1000) is None
