"""`cancu load`: what can be read is loaded, the rest is told, the exit code says whether all went well."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from graph.storage.location import open_store

Run = Callable[..., Result]


def loaded(store: Path) -> list[str]:
    """Names of the sources that the store holds."""
    opened = open_store(store, read_only=True)
    try:
        names = (
            "PREFIX schema: <https://schema.org/> SELECT ?name { ?s a cancu:Source ; schema:name ?name } ORDER BY ?name"
        )
        return [str(name) for (name,) in opened.select(names).rows]
    finally:
        opened.close()


def test_load_says_what_it_did_and_a_second_time_nothing_changes(cancu: Run, papers: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = cancu("load", papers, "--store", store)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.startswith("2 đã nạp mới")
    assert loaded(store) == ["a.txt", "b.txt"]
    second = cancu("load", papers, "--store", store, "--lang", "en")
    assert (second.exit_code, second.stdout) == (0, "2 unchanged\n")


def test_a_changed_file_replaces_what_it_said(cancu: Run, papers: Path, stocked: Path) -> None:
    (papers / "a.txt").write_text((papers / "a.txt").read_text("utf-8").replace("77/KH", "78/KH"), "utf-8")
    summary = json.loads(cancu("load", papers, "--store", stocked, "--json").stdout)
    assert {key: summary[key] for key in ("loaded", "unchanged", "removed", "failed")} == {
        "loaded": 1,
        "unchanged": 1,
        "removed": 1,
        "failed": [],
    }
    assert loaded(stocked) == ["a.txt", "b.txt"]


def test_the_store_may_be_named_by_the_environment(cancu: Run, papers: Path, tmp_path: Path) -> None:
    assert cancu("load", papers, env={"CANCU_STORE": str(tmp_path / "kho")}).exit_code == 0
    assert loaded(tmp_path / "kho") == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("trong.txt", b"", "tệp trống, không có chữ nào"),
        ("trang.txt", b" \n\t\n", "tệp trống, không có chữ nào"),
        ("anh.txt", bytes(range(256)) * 40, "đây không phải là văn bản (dữ liệu nhị phân)"),
        ("cu.txt", "Quyết định".encode("utf-16-be")[1:] * 3, "đây không phải là văn bản (dữ liệu nhị phân)"),
        ("tcvn.txt", b"Quy\xd5t \xae\xdfnh s\xe8 12", "không nhận ra bảng mã"),
        ("bang.exe", b"MZ\x90\x00\x03\x00\x00\x00", "không đọc loại tệp này"),
    ],
)
def test_a_bad_file_is_one_line_and_the_batch_goes_on(
    cancu: Run, papers: Path, tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    (papers / name).write_bytes(content)
    result = cancu("load", papers, "--store", tmp_path / "store")
    assert loaded(tmp_path / "store") == ["a.txt", "b.txt"]
    told, total = result.stderr.splitlines()
    assert told.startswith(f"cancu: {papers / name}: {complaint}")
    assert total == "cancu: 1 trên 3 nguồn không nạp được"
    assert "1 không nạp được" in result.stdout
    assert result.exit_code == 3


def test_a_missing_path_is_told_alone(cancu: Run, tmp_path: Path) -> None:
    result = cancu("load", tmp_path / "khong-co.txt", "--store", tmp_path / "store", "--lang", "en")
    assert result.stderr == f"cancu: {tmp_path / 'khong-co.txt'} not found\n"
    assert result.exit_code == 3


def test_an_unreadable_file_in_a_folder(cancu: Run, papers: Path, tmp_path: Path) -> None:
    (papers / "kin.txt").symlink_to(tmp_path / "gone.txt")
    result = cancu("load", papers, "--store", tmp_path / "store")
    assert result.stderr.splitlines()[0].startswith(f"cancu: không đọc được {papers / 'kin.txt'}: ")
    assert loaded(tmp_path / "store") == ["a.txt", "b.txt"]


def test_a_bad_record_of_a_jsonl_is_told_by_its_line(cancu: Run, tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text('{"id": "1", "text": "Căn cứ Nghị định số 30/2020/NĐ-CP."}\nhỏng\n', "utf-8")
    result = cancu("load", file, "--store", tmp_path / "store")
    assert result.stderr.splitlines()[0] == f'cancu: {file}, dòng 2: không phải bản ghi JSON có "text"'
    assert loaded(tmp_path / "store") == ["1"]
    assert result.exit_code == 3


def test_a_store_that_another_writer_holds(cancu: Run, papers: Path, stocked: Path) -> None:
    holder = open_store(stocked)
    try:
        result = cancu("load", papers, "--store", stocked)
    finally:
        holder.close()
    assert result.stderr == f"cancu: kho {stocked} đang được một tiến trình khác ghi; hãy thử lại sau\n"
    assert result.exit_code == 5


def test_a_folder_that_is_no_store_is_left_alone(cancu: Run, papers: Path) -> None:
    result = cancu("load", papers / "a.txt", "--store", papers)
    assert result.exit_code == 5
    assert len(result.stderr.splitlines()) == 1
    assert sorted(path.name for path in papers.iterdir()) == ["a.txt", "b.txt"]


def test_a_remote_store_without_update_url_is_read_only(cancu: Run, papers: Path) -> None:
    result = cancu("load", papers, "--store", "http://127.0.0.1:9/sparql", "--lang", "en")
    assert len(result.stderr.splitlines()) == 1
    assert result.exit_code == 5


def test_fifty_megabytes_on_one_line(cancu: Run, papers: Path, tmp_path: Path) -> None:
    words = "phát triển kinh tế số, xã hội số trên địa bàn tỉnh, ".encode()
    cited = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; ".encode()
    (papers / "dai.txt").write_bytes(cited + words * (50 * 2**20 // len(words)))
    result = cancu("load", papers, "--store", tmp_path / "store")
    assert (result.exit_code, result.stderr) == (0, "")
    assert loaded(tmp_path / "store") == ["a.txt", "b.txt", "dai.txt"]


def test_a_heap_of_documents_in_one_file_is_refused(
    cancu: Run, papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.ingest.WITNESS_LIMIT", 10)
    (papers / "dong.txt").write_text("Căn cứ Nghị định số 30/2020/NĐ-CP;\n" * 11, "utf-8")
    result = cancu("load", papers, "--store", tmp_path / "store")
    assert result.stderr.splitlines()[0] == (
        f"cancu: {papers / 'dong.txt'}: 11 lần viện dẫn trong một tệp (tối đa 10); hãy tách thành từng văn bản"
    )
    assert loaded(tmp_path / "store") == ["a.txt", "b.txt"]


def test_processes_change_nothing_but_the_speed(
    process: Callable[..., subprocess.CompletedProcess[str]], papers: Path, tmp_path: Path
) -> None:
    (papers / "trong.txt").write_bytes(b"")
    answers = [process("load", papers, "--store", tmp_path / f"store-{jobs}", "--jobs", jobs) for jobs in (1, 2)]
    assert answers[0].stdout == answers[1].stdout
    assert answers[0].stderr == answers[1].stderr
    assert [answer.returncode for answer in answers] == [3, 3]
    exports = [process("export", "--store", tmp_path / f"store-{jobs}").stdout for jobs in (1, 2)]
    assert exports[0] == exports[1]
    assert exports[0]
