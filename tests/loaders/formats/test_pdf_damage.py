"""Damaged PDFs: what is left is read, and which pages lack something is told."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats import ocr
from loaders.formats.base import Document
from loaders.formats.rebuilt import rebuilt, unpacked

Make = Callable[..., bytes]
Read = Callable[..., Document]

PAGES = [
    [(72.0, 100.0 + 20 * n, f"Trang {page}: Quyết định số {page}{n}/QĐ-UBND ngày 03/6/2020.") for n in range(20)]
    for page in range(1, 5)
]


@pytest.fixture(autouse=True)
def _no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streams of pages are packed once, as most programs do it; reportlab writes them as letters besides."""
    monkeypatch.setattr("reportlab.rl_config.useA85", 0)


def pages_of(data: bytes) -> list[tuple[int, int]]:
    """Where the packed words of each page stand."""
    found = []
    for match in re.finditer(rb"(?<!end)stream\r?\n", data):
        end = data.index(b"endstream", match.end())
        if b" Tf" in unpacked(data[match.end() : end]):
            found.append((match.end(), end))
    return found


def told(document: Document) -> dict[str, dict[str, str]]:
    return {note.code: dict(note.details) for note in document.notes}


@pytest.mark.usefixtures("once")
@pytest.mark.parametrize("how", ["torn", "gone", "unnamed"])
def test_the_page_that_is_damaged_is_told_and_the_others_are_read(pdf: Make, read: Read, how: str) -> None:
    data = bytearray(pdf(*PAGES))
    start, end = pages_of(bytes(data))[1]
    if how == "torn":
        middle = (start + end) // 2
        data[middle : middle + 20] = b"\xff" * 20
    elif how == "gone":
        data[start:end] = bytes(end - start)
    else:
        name = data.rindex(b" obj", 0, start)
        data[name : name + 4] = b" xyz"
    document = read(bytes(data))
    assert told(document)["note.lost"] == {"pages": "2"}
    for page in (1, 3, 4):
        assert all(text in document.text for _, _, text in PAGES[page - 1])
    assert "Trang 2:" not in document.text or how == "torn"
    assert "note.unread" not in told(document)


def test_a_page_packed_as_letters_is_looked_at_too(pdf: Make, read: Read) -> None:
    data = bytearray(pdf(*PAGES))
    starts = [match.end() for match in re.finditer(rb"ASCII85Decode.{1,60}stream\n", bytes(data), re.DOTALL)]
    data[starts[2] + 40 : starts[2] + 60] = b"!" * 20
    assert told(read(bytes(data)))["note.lost"] == {"pages": "3"}


def test_sound_files_and_blank_pages_are_no_loss(pdf: Make, read: Read) -> None:
    document = read(pdf(*PAGES, []))
    assert document.notes == ()
    assert len(document.origin.pages) == 5
    assert read(pdf(*PAGES, password="")).notes == ()


@pytest.mark.usefixtures("once")
def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(pdf: Make, read: Read) -> None:
    data = pdf(*PAGES)
    start, end = pages_of(data)[2]
    for at, whole in ((len(data) - 200, 4), ((start + end) // 2, 2)):
        document = read(data[:at])
        assert "note.cut" in told(document) or "note.lost" in told(document)
        assert all(text in document.text for page in PAGES[:whole] for _, _, text in page)


def test_objects_that_were_packed_are_written_out() -> None:
    """Files since 2003 keep catalog and pages in streams of objects, and lose all with their end."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]
    places, packed = [], b""
    for number, body in enumerate(bodies, 1):
        places.append(b"%d %d" % (number, len(packed)))
        packed += body + b" "
    head = b" ".join(places) + b" "
    stream = zlib.compress(head + packed)
    data = b"%%PDF-1.5\n9 0 obj\n<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (
        len(head),
        len(stream),
    )
    import pypdfium2 as pdfium

    again = rebuilt(data + stream + b"\nendstream\nendobj\n10 0 obj\n<</Type/XRef")
    assert again is not None
    assert len(pdfium.PdfDocument(again)) == 1
    assert rebuilt(b"%PDF-1.5\n1 0 obj\n<</Type/Catalog>>\nendobj") is None
    assert rebuilt(data + stream + b"\nendstream\nendobj\ntrailer\n<</Encrypt 4 0 R>>") is None


@given(st.binary(max_size=200))
def test_any_bytes_are_rebuilt_or_not(data: bytes) -> None:
    assert rebuilt(b"%PDF-1.5\n" + data) is None or b"/Type" in data


@pytest.mark.usefixtures("once")
def test_nothing_left_is_a_damaged_file(pdf: Make, code: Callable[..., str]) -> None:
    data = bytearray(pdf(PAGES[0]))
    ((start, end),) = pages_of(bytes(data))
    data[start:end] = bytes(end - start)
    assert code(bytes(data)) == "source.damaged"
