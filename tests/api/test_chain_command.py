"""`cancu chain`: every format, choosing among documents of one number, a store behind an address."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

STARTS = {"svg": b"<svg", "png": b"\x89PNG", "html": b"<!", "xlsx": b"PK", "docx": b"PK"}


def test_the_tree_shows_who_implements_it_with_the_sentence(cancu: Run, library: Path) -> None:
    result = cancu("chain", "749/QĐ-TTg", "--store", library)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Kế hoạch số 77/KH-UBND" in result.stdout
    assert "«Thực hiện Quyết định số 749/QĐ-TTg»" in result.stdout


def test_steps_and_language(cancu: Run, library: Path) -> None:
    result = cancu("chain", "77/KH-UBND", "--up", "1", "--down", "0", "--store", library, "--lang", "en")
    assert "[implements]" in result.stdout
    assert "90/KH-UBND" not in result.stdout


def test_json(cancu: Run, library: Path) -> None:
    chain = json.loads(cancu("chain", "749/QĐ-TTg", "--store", library, "--format", "json").stdout)
    assert chain["focus"].endswith("doc/ttg/quyet-dinh/2020/749")
    assert all(edge["evidence"] for edge in chain["edges"])


@pytest.mark.parametrize("form", STARTS)
def test_files(cancu: Run, library: Path, tmp_path: Path, form: str) -> None:
    output = tmp_path / f"chain.{form}"
    result = cancu("chain", "749/QĐ-TTg", "--store", library, "--format", form, "--output", output)
    assert (result.exit_code, result.output) == (0, "")
    assert output.read_bytes().lstrip().startswith(STARTS[form])
    if form in {"xlsx", "docx"}:
        assert zipfile.ZipFile(output).testzip() is None
    piped = cancu("chain", "749/QĐ-TTg", "--store", library, "--format", form)
    assert piped.stdout_bytes == output.read_bytes()


def test_binary_data_is_kept_off_a_terminal(cancu: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.output.on_terminal", lambda: True)
    result = cancu("chain", "749/QĐ-TTg", "--store", library, "--format", "png")
    assert result.stderr == "cancu: định dạng png không in ra màn hình được; hãy thêm --output TỆP.png\n"
    assert (result.exit_code, result.stdout_bytes) == (2, b"")


def test_a_file_that_cannot_be_written(cancu: Run, library: Path, tmp_path: Path) -> None:
    output = tmp_path / "nowhere" / "x.svg"
    result = cancu("chain", "749/QĐ-TTg", "--store", library, "--format", "svg", "--output", output)
    assert result.stderr.startswith(f"cancu: không ghi được {output}: ")
    assert result.exit_code == 2


def test_a_number_of_several_documents_is_a_choice(cancu: Run, library: Path) -> None:
    result = cancu("chain", "11/QĐ-UBND", "--store", library)
    assert result.exit_code == 6
    assert "Quyết định số 11/QĐ-UBND, Ủy ban nhân dân tỉnh Điện Biên, 2021-01-05" in result.stdout
    assert '    cancu chain 11/QĐ-UBND --place "Điện Biên"' in result.stdout
    assert result.stderr.startswith(
        "cancu: 11/QĐ-UBND là số của 2 văn bản; hãy chọn một, ví dụ: cancu chain 11/QĐ-UBND --"
    )
    assert len(result.stderr.splitlines()) == 1
    machine = cancu("chain", "11/QĐ-UBND", "--store", library, "--format", "json")
    assert (machine.exit_code, machine.stdout) == (6, "")


@pytest.mark.parametrize(
    "choice",
    [
        ["--place", "Điện Biên"],
        ["--place", "tỉnh Điện Biên"],
        ["--year", "2021"],
        ["--place", "dien bien", "--year", "2021"],
    ],
)
def test_place_and_year_choose(cancu: Run, library: Path, choice: list[str]) -> None:
    result = cancu("chain", "11/QĐ-UBND", *choice, "--store", library)
    assert result.exit_code == 0
    assert "Kế hoạch số 77/KH-UBND" in result.stdout


@pytest.mark.parametrize(
    "address", ["https://w3id.org/cancu/doc/ttg/quyet-dinh/2020/749", "doc/ttg/quyet-dinh/2020/749"]
)
def test_an_address_is_a_number_too(cancu: Run, library: Path, address: str) -> None:
    assert "Quyết định số 749/QĐ-TTg" in cancu("chain", address, "--store", library).stdout


@pytest.mark.parametrize(
    ("number", "options", "line"),
    [
        ("1/QĐ-ABC", [], "cancu: không có văn bản nào mang số 1/QĐ-ABC"),
        ("1/QĐ-ABC", ["--lang", "en"], "cancu: no document is known as 1/QĐ-ABC"),
        ("11/QĐ-UBND", ["--place", "Huế"], "cancu: không có văn bản nào mang số 11/QĐ-UBND Huế"),
        ("xin chào", [], 'cancu: "xin chào" không phải là số hiệu văn bản (ví dụ: 2289/QĐ-TTg)'),
        ("doc/a b<c>", [], "cancu: chưa biết gì ở địa chỉ https://w3id.org/cancu/doc/a b<c>"),
    ],
)
def test_an_unknown_number(cancu: Run, library: Path, number: str, options: list[str], line: str) -> None:
    result = cancu("chain", number, "--store", library, *options)
    assert result.stderr == f"{line}\n"
    assert (result.exit_code, result.stdout) == (6, "")


def test_a_store_that_is_not_there(cancu: Run, tmp_path: Path) -> None:
    result = cancu("chain", "749/QĐ-TTg", "--store", tmp_path / "nope")
    assert result.exit_code == 5
    assert result.stderr == (
        f"cancu: không có kho dữ liệu ở {tmp_path / 'nope'}; hãy tạo bằng: cancu load TỆP --store {tmp_path / 'nope'}\n"
    )


def test_an_address_that_does_not_answer(cancu: Run) -> None:
    result = cancu("chain", "749/QĐ-TTg", "--store", "http://127.0.0.1:9/sparql", "--lang", "en")
    assert result.exit_code == 5
    assert result.stderr.startswith("cancu: cannot reach http://127.0.0.1:9/sparql: ")
    assert len(result.stderr.splitlines()) == 1


def test_our_own_server_is_a_store_too(cancu: Run, library: Path, served: str) -> None:
    here = cancu("chain", "749/QĐ-TTg", "--store", library)
    there = cancu("chain", "749/QĐ-TTg", "--store", f"{served}/sparql")
    assert (there.exit_code, there.stdout) == (0, here.stdout)
