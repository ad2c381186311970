"""Older Word files; and what every format is recognised by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import formats
from loaders.formats import office, registry, word
from loaders.formats.base import Document
from ontology.errors import SourceError
from ontology.records import Source

Make = Callable[..., bytes]
Read = Callable[..., Document]


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
