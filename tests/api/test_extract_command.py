"""`cancu extract`: one object or one a line, errors beside, order kept."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]


def test_one_file_is_one_indented_object(cancu: Run, papers: Path) -> None:
    result = cancu("extract", papers / "a.txt", "--format", "json")
    assert result.exit_code == 0
    assert result.stdout.startswith('{\n  "source"')
    content = json.loads(result.stdout)
    assert content["header"]["number"] == "77"
    assert "Quyết định số 749/QĐ-TTg" in [citation["text"] for citation in content["citations"]]
    assert "text" not in content


def test_with_text_offsets_lead_back(cancu: Run, papers: Path) -> None:
    content = json.loads(cancu("extract", papers / "a.txt", "--with-text").stdout)
    assert content["citations"]
    for citation in content["citations"]:
        assert content["text"][citation["start"] : citation["end"]] == citation["text"]


def test_several_files_are_one_object_a_line_in_input_order(cancu: Run, papers: Path) -> None:
    result = cancu("extract", papers / "b.txt", papers / "a.txt")
    names = [Path(json.loads(line)["source"]["name"]).name for line in result.stdout.splitlines()]
    assert names == ["b.txt", "a.txt"]


def test_jsonl_gives_a_line_with_the_id_for_each_record(cancu: Run, tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    records = [{"id": "x1", "text": "Căn cứ Nghị định số 30/2020/NĐ-CP."}, {"id": "x2", "text": "Không có gì."}]
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    result = cancu("extract", file)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["x1", "x2"]
    assert [len(line["citations"]) for line in lines] == [1, 0]


def test_format_jsonl_of_one_file_is_one_line(cancu: Run, papers: Path) -> None:
    assert len(cancu("extract", papers / "a.txt", "--format", "jsonl").stdout.splitlines()) == 1


def test_standard_input(cancu: Run) -> None:
    result = cancu("extract", "-", input="Thực hiện Chỉ thị số 05/CT-TTg.\n".encode())
    assert json.loads(result.stdout)["citations"][0]["text"] == "Chỉ thị số 05/CT-TTg"


def test_a_bad_file_is_reported_and_the_others_are_printed(cancu: Run, papers: Path) -> None:
    (papers / "aa.txt").write_bytes(b"")
    result = cancu("extract", papers)
    assert [Path(json.loads(line)["source"]["name"]).name for line in result.stdout.splitlines()] == ["a.txt", "b.txt"]
    assert result.stderr.splitlines() == [
        f"cancu: {papers / 'aa.txt'}: tệp trống, không có chữ nào",
        "cancu: 1 trên 3 nguồn không đọc được",
    ]
    assert result.exit_code == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_change_nothing_but_the_speed(process: Process, papers: Path, jobs: int) -> None:
    (papers / "aa.txt").write_bytes(b"\x00\x01\x02\x03")
    answer = process("extract", papers, "--jobs", jobs)
    assert [json.loads(line)["header"]["number"] for line in answer.stdout.splitlines()] == ["77", "90"]
    assert answer.stderr.splitlines()[0].endswith("aa.txt: đây không phải là văn bản (dữ liệu nhị phân)")
    assert answer.returncode == 3


def test_a_reader_that_leaves_early_is_no_disaster(papers: Path, tmp_path: Path) -> None:
    import os
    import sys

    root = Path(__file__).parents[2]
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"id": str(n), "text": "Căn cứ."}) + "\n" for n in range(3000)), "utf-8")
    command = [sys.executable, "-c", "from api.cli import main; main()", "extract", str(many)]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(root)}
    )
    assert running.stdout is not None and running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    complaint = running.stderr.read().decode()
    running.stderr.close()
    assert running.wait(60) == 1
    assert complaint == ""


def test_explain_says_which_words_fired(cancu: Run, papers: Path) -> None:
    shown = cancu("extract", "--explain", papers / "a.txt").stdout
    assert "quy tắc thuc-hien: cụm từ «(?:nhằm |để )?thực hiện»" in shown
    assert "«Thực hiện» [" in shown and "trong cùng mệnh đề" in shown
    assert "cơ quan Thủ tướng Chính phủ: do văn bản ghi" in shown


def test_explain_speaks_english(cancu: Run, papers: Path) -> None:
    shown = cancu("extract", "--explain", "--lang", "en", papers / "a.txt").stdout
    assert "identity: number with the year or term of the date" in shown
    assert "this document — Implements → Quyết định số 749/QĐ-TTg" in shown


def test_explain_in_json_leaves_the_other_fields_alone(cancu: Run, papers: Path) -> None:
    plain = json.loads(cancu("extract", papers / "a.txt").stdout)
    content = json.loads(cancu("extract", papers / "a.txt", "--explain", "--format", "json").stdout)
    reasons = [part.pop("explain") for part in (*content["citations"], *content["relations"])]
    assert content == plain
    assert reasons[0] == {
        "rule": "number.type",
        "decided": {"id": "number.date", "date": "stated", "issuer": "stated"},
    }
    assert reasons[-1]["phrase"]["id"] == "can-cu"
    assert reasons[-1]["cue"]["text"] == "Căn cứ"
    assert reasons[-1]["scope"] == "clause"


def test_explanations_of_several_files_stand_apart(cancu: Run, papers: Path) -> None:
    shown = cancu("extract", "--explain", papers).stdout
    assert [Path(part.splitlines()[0]).name for part in shown.strip().split("\n\n")] == ["a.txt", "b.txt"]


def test_with_structure_the_tree_of_blocks_is_printed(cancu: Run, papers: Path) -> None:
    content = json.loads(cancu("extract", papers / "a.txt", "--with-structure").stdout)
    blocks = content["structure"]
    assert blocks and all(block["parent"] is None or block["parent"] < index for index, block in enumerate(blocks))
    assert "structure" not in json.loads(cancu("extract", papers / "a.txt").stdout)
