"""Archives and mails: members are files of their own."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from loaders import formats
from loaders.formats import limits
from loaders.formats.base import Document
from ontology.records import Source

Make = Callable[..., bytes]
Read = Callable[..., Document]


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
    assert opened(pack({"a.txt": "Luật"})[:-30]) == [("a.zip!/a.txt", "text/plain"), ("a.zip", "source.torn")]


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
