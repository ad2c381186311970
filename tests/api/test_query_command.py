"""`cancu query`: SPARQL from the line, a file or a saved question; four formats; limits; remote stores."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

Run = Callable[..., Result]

LABELS = "SELECT ?label WHERE { ?d cancu:documentType ?t ; rdfs:label ?label } ORDER BY ?label"


def test_table_csv_and_json_hold_the_same(cancu: Run, library: Path) -> None:
    table = cancu("query", LABELS, "--store", library).stdout
    rows = list(csv.reader(io.StringIO(cancu("query", LABELS, "--store", library, "--format", "csv").stdout)))
    records = json.loads(cancu("query", LABELS, "--store", library, "--format", "json").stdout)
    assert rows[0] == ["label"]
    assert [record["label"] for record in records] == [row[0] for row in rows[1:]]
    assert len(records) == 5
    assert all(record["label"] in table for record in records)


def test_workbook(cancu: Run, library: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.xlsx"
    assert cancu("query", LABELS, "--store", library, "--format", "xlsx", "--output", output).exit_code == 0
    sheet = openpyxl.load_workbook(output).active
    assert sheet is not None
    assert sheet.max_row == 6


def test_ask_and_construct_are_tables_too(cancu: Run, library: Path) -> None:
    assert json.loads(cancu("query", "ASK {}", "--store", library, "--format", "json").stdout) == [{"ask": "true"}]
    triples = cancu("query", "CONSTRUCT WHERE { ?a cancu:implements ?b }", "--store", library, "--format", "csv").stdout
    assert triples.splitlines()[0] == "subject,predicate,object"
    assert len(triples.splitlines()) == 3


def test_a_query_from_a_file(cancu: Run, library: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text(LABELS, "utf-8")
    assert (
        cancu("query", "--file", file, "--store", library).stdout == cancu("query", LABELS, "--store", library).stdout
    )
    assert cancu("query", "--file", "-", "--store", library, input=LABELS).exit_code == 0
    missing = cancu("query", "--file", tmp_path / "nope.rq", "--store", library)
    assert missing.exit_code == 2
    assert missing.stderr.startswith(f"cancu: không đọc được {tmp_path / 'nope.rq'}: ")


def test_the_list_of_saved_questions(cancu: Run) -> None:
    vi, en = cancu("query", "--list"), cancu("query", "--list", "--lang", "en")
    assert "plans-implementing <number>\n    Văn bản nào" in vi.stdout
    assert "plans-implementing <number>\n    Which" in en.stdout


def test_a_saved_question_with_its_values_in_order(cancu: Run, library: Path) -> None:
    result = cancu("query", "--name", "plans-implementing", "749/QĐ-TTg", "--store", library, "--format", "json")
    assert {row["label"] for row in json.loads(result.stdout)} == {"Kế hoạch số 77/KH-UBND", "Kế hoạch số 90/KH-UBND"}


@pytest.mark.parametrize(
    ("arguments", "code", "start"),
    [
        (["SELECT * {"], 4, "cancu: câu truy vấn sai cú pháp ở dòng 1, cột 11"),
        (["SELECT * { SERVICE <http://127.0.0.1:9/> {} }"], 4, "cancu: câu truy vấn không được phép"),
        (["DELETE WHERE { ?s ?p ?o }"], 4, "cancu: câu truy vấn không được phép"),
        (["--name", "khong-co"], 4, 'cancu: không có câu hỏi mẫu tên "khong-co"'),
        (["--name", "plans-implementing"], 4, "cancu: câu hỏi mẫu cần number, ví dụ: 52-NQ/TW"),
        (
            ["--name", "plans-implementing", "749/QĐ-TTg", "thừa"],
            4,
            "cancu: câu hỏi mẫu plans-implementing không nhận thừa",
        ),
        (["--name", "plans-implementing", "1/QĐ-ABC"], 6, "cancu: không có văn bản nào mang số 1/QĐ-ABC"),
        ([], 2, "cancu: hãy cho đúng một"),
        (["ASK {}", "ASK {}"], 2, "cancu: hãy cho đúng một"),
        (["ASK {}", "--file", "x.rq"], 2, "cancu: hãy cho đúng một"),
    ],
)
def test_what_goes_wrong_is_one_line(cancu: Run, library: Path, arguments: list[str], code: int, start: str) -> None:
    result = cancu("query", *arguments, "--store", library)
    assert result.stderr.startswith(start)
    assert len(result.stderr.splitlines()) == 1
    assert (result.exit_code, result.stdout) == (code, "")


def test_a_query_that_takes_too_long_is_stopped(cancu: Run, library: Path) -> None:
    heavy = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?g != ?a) }"
    result = cancu("query", heavy, "--store", library, env={"CANCU_QUERY_SECONDS": "0.5"})
    assert result.stderr == "cancu: câu truy vấn chạy quá lâu và đã bị dừng\n"
    assert result.exit_code == 4


def test_our_own_server_is_a_store_too(cancu: Run, library: Path, served: str) -> None:
    for arguments in (
        [LABELS],
        ["--name", "plans-implementing", "749/QĐ-TTg"],
        ["CONSTRUCT WHERE { ?a cancu:implements ?b }"],
    ):
        here = cancu("query", *arguments, "--store", library, "--format", "csv")
        there = cancu("query", *arguments, "--store", f"{served}/sparql", "--format", "csv")
        assert (there.exit_code, there.stderr) == (0, "")
        assert there.stdout == here.stdout


def test_a_remote_store_that_does_not_answer(cancu: Run) -> None:
    result = cancu("query", "ASK {}", "--store", "http://127.0.0.1:9/sparql")
    assert result.exit_code == 5
    assert result.stderr.startswith("cancu: không kết nối được http://127.0.0.1:9/sparql: ")
