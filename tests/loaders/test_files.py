"""Paths become sources in a fixed order; what cannot be read is named and the rest goes on."""

import json
import os
from pathlib import Path

import pytest

from loaders.files import sources
from loaders.formats import text as plain
from ontology.errors import SourceError
from ontology.records import Source


def test_a_folder_is_walked_in_order_and_hidden_files_stay_out(tmp_path) -> None:
    for name in ("b.txt", "a.txt", ".giấu.txt", "con/c.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Văn bản", encoding="utf-8")
    assert [s.name.removeprefix(f"{tmp_path}{os.sep}") for s in sources([str(tmp_path)])] == [
        "a.txt",
        "b.txt",
        str(Path("con") / "c.md"),
    ]


def test_what_cannot_be_read_is_yielded_and_the_rest_goes_on(tmp_path) -> None:
    (tmp_path / "ảnh.jpg").write_bytes(b"\xff\xd8\x00\x00\x00")
    (tmp_path / "tốt.txt").write_text("Văn bản", encoding="utf-8")
    found = list(sources([str(tmp_path / "thiếu.txt"), str(tmp_path)]))
    assert [item.code for item in found if isinstance(item, SourceError)] == ["source.missing", "source.unsupported"]
    assert [item.data.decode() for item in found if isinstance(item, Source)] == ["Văn bản"]


def test_lines_of_jsonl_are_sources_with_their_ids(tmp_path) -> None:
    path = tmp_path / "nhiều.jsonl"
    path.write_text(
        '{"id": "a", "text": "Một"}\n\n{"text": 3}\n' + json.dumps({"id": 7, "text": "Hai"}), encoding="utf-8"
    )
    found = list(sources([str(path)]))
    assert [(s.id, s.data.decode()) for s in found if isinstance(s, Source)] == [("a", "Một"), ("7", "Hai")]
    (error,) = (item for item in found if isinstance(item, SourceError))
    assert (error.code, error.details["line"]) == ("source.record", "3")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source.empty"),
        (b" \n\t ", "source.empty"),
        (bytes(range(256)) * 4, "source.binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "source.binary"),
        ("Quyết định".encode("cp1258", errors="replace") + b" \xd0\xca", "source.encoding"),
    ],
)
def test_bytes_that_are_no_text(data, code) -> None:
    with pytest.raises(SourceError) as caught:
        plain.decode(Source("tệp.txt", data, "text/plain"))
    assert caught.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings_with_a_mark(encoding) -> None:
    data = "Quyết định số 5/QĐ-TTg".encode(encoding)
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    assert plain.decode(Source("tệp.txt", data, "text/plain")) == "Quyết định số 5/QĐ-TTg"
