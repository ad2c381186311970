"""`cancu forget`: what was loaded from a path, or bears a number, goes with everything that only it said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def exported(cancu: Run, store: Path) -> bytes:
    return cancu("export", "--store", store).stdout_bytes


@pytest.fixture
def one_plan(cancu: Run, papers: Path, tmp_path: Path) -> bytes:
    """What a store holds that never saw the other plan."""
    assert cancu("load", papers / "b.txt", "--store", tmp_path / "one").exit_code == 0
    return exported(cancu, tmp_path / "one")


def test_a_file_goes_with_all_that_only_it_said(cancu: Run, papers: Path, stocked: Path, one_plan: bytes) -> None:
    result = cancu("forget", papers / "a.txt", "--store", stocked)
    assert result.exit_code == 0
    assert result.stdout == f"Đã gỡ 1 nguồn:\n  a.txt ({papers / 'a.txt'})\n"
    assert exported(cancu, stocked) == one_plan


def test_a_number_means_the_document(cancu: Run, stocked: Path, one_plan: bytes) -> None:
    assert cancu("forget", "77/KH-UBND", "--store", stocked, "--lang", "en").exit_code == 0
    assert exported(cancu, stocked) == one_plan


def test_what_was_forgotten_is_loaded_again(cancu: Run, papers: Path, stocked: Path) -> None:
    before = exported(cancu, stocked)
    cancu("forget", "77/KH-UBND", "--store", stocked)
    assert json.loads(cancu("load", papers, "--store", stocked, "--json").stdout)["loaded"] == 1
    assert exported(cancu, stocked) == before


def test_a_look_first_removes_nothing(cancu: Run, papers: Path, stocked: Path) -> None:
    before = exported(cancu, stocked)
    result = cancu("forget", papers, "--store", stocked, "--dry-run", "--lang", "en")
    assert result.stdout.splitlines()[0] == "Would remove 2 sources:"
    assert exported(cancu, stocked) == before


def test_a_folder_means_what_lies_in_it(cancu: Run, papers: Path, stocked: Path) -> None:
    assert cancu("forget", papers, "--store", stocked).exit_code == 0
    assert exported(cancu, stocked) == b""


def test_a_copy_elsewhere_keeps_the_document(cancu: Run, papers: Path, stocked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes((papers / "a.txt").read_bytes())
    cancu("load", copy, "--store", stocked)
    before = exported(cancu, stocked)
    result = cancu("forget", papers / "a.txt", "--store", stocked, "--lang", "en")
    assert f"(stays: it was loaded from {copy} too)" in result.stdout
    assert exported(cancu, stocked) == before
    assert cancu("forget", copy, "--store", stocked).exit_code == 0
    assert exported(cancu, stocked) != before


def test_a_number_of_several_documents_is_told(cancu: Run, papers: Path, stocked: Path) -> None:
    before = exported(cancu, stocked)
    result = cancu("forget", "11/QĐ-UBND", "--store", stocked, "--lang", "en")
    assert result.exit_code == 6
    assert 'cancu forget 11/QĐ-UBND --place "Sơn La"' in result.stdout
    assert exported(cancu, stocked) == before


@pytest.mark.parametrize(
    ("thing", "line"),
    [
        ("749/QĐ-TTg", "749/QĐ-TTg is only cited by other documents, it was never loaded"),
        ("1/QĐ-TTg", "no document is known as 1/QĐ-TTg"),
        ("khong-co.txt", "nothing was loaded from khong-co.txt and no document bears that number"),
    ],
)
def test_what_cannot_be_forgotten_is_told_and_nothing_goes(
    cancu: Run, papers: Path, stocked: Path, thing: str, line: str
) -> None:
    before = exported(cancu, stocked)
    result = cancu("forget", papers / "a.txt", thing, "--store", stocked, "--lang", "en")
    assert (result.exit_code, result.stderr) == (6, f"cancu: {line}\n")
    assert exported(cancu, stocked) == before


def test_records_that_a_file_no_longer_holds_go(cancu: Run, tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    lines = [json.dumps({"id": key, "text": f"Căn cứ Nghị định số 3{key}/2020/NĐ-CP."}) for key in "012"]
    file.write_text("\n".join(lines), "utf-8")
    store = tmp_path / "store"
    assert json.loads(cancu("load", file, "--store", store, "--json").stdout)["loaded"] == 3
    assert json.loads(cancu("load", file, "--store", store, "--json").stdout)["unchanged"] == 1
    file.write_text("\n".join(lines[:2]), "utf-8")
    summary = json.loads(cancu("load", file, "--store", store, "--json").stdout)
    assert (summary["unchanged"], summary["removed"]) == (2, 1)
    fresh = tmp_path / "fresh"
    cancu("load", file, "--store", fresh)
    assert exported(cancu, store) == exported(cancu, fresh)
