"""The command line as a whole: help in both languages, errors on one line, exit codes, quick start-up."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from api.cli import COMMANDS, cli
from api.words import pick

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]


def one_line(result: Result) -> str:
    """The only line on standard error."""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("cancu: ")
    return lines[0]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_parameter_has_help_in_both_languages(cancu: Run, name: str, lang: str) -> None:
    result = cancu("--lang", lang, name, "--help")
    assert result.exit_code == 0
    words = pick("help", name, lang)
    assert words
    assert " ".join(words.split()) in " ".join(result.output.split())
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    for param in command.params:
        key = str(param.name) if isinstance(param, click.Argument) else param.opts[-1]
        assert pick("help", f"{name}.{key}", lang) or pick("help", key, lang), f"{name} {key}"


def test_no_row_of_help_is_left_over() -> None:
    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in COMMANDS}
    used = {"--help", "--version", "_usage", "_options", "_commands", "cli", "cli.more"}
    for name, command in commands.items():
        assert command is not None
        keys = {str(p.name) if isinstance(p, click.Argument) else p.opts[-1] for p in command.params}
        used |= {name, f"{name}.more", *keys, *(f"{name}.{key}" for key in keys)}
    from api.words import table

    assert set(table("help")) <= used


def test_the_list_of_commands_speaks_the_language_asked_for(cancu: Run) -> None:
    assert "Đọc văn bản và nạp vào kho." in cancu("--help").output
    assert "Read documents into the store." in cancu("--help", "--lang", "en").output
    assert "Read documents into the store." in cancu("--help", env={"CANCU_LANG": "en"}).output


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert f"cancu {name}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["loda"], "cancu: không có lệnh loda; xem: cancu --help"),
        (["load", "--storr", "x"], "cancu: không có tuỳ chọn --storr; xem: cancu load --help"),
        (["load"], "cancu: thiếu PATHS; xem: cancu load --help"),
        (["load", ""], "cancu: chưa cho tệp hay thư mục nào"),
        (["load", "--lang", "en"], "cancu: PATHS is missing; see: cancu load --help"),
        (["loda", "--lang=en"], "cancu: no command loda; see: cancu --help"),
        (["chain", "1/QĐ-TTg", "--up", "99"], "cancu: --up chỉ nhận số từ 0 đến 20"),
        (["load", "x", "--jobs", "two", "--lang", "en"], "cancu: --jobs must be a whole number"),
        (["load", "x", "--jobs", "-3"], 'cancu: --jobs không nhận giá trị "-3"'),
        (["load", "x", "--lang", "de"], "cancu: --lang chỉ nhận: vi, en"),
        (["serve", "--port", "99999"], 'cancu: --port không nhận giá trị "99999"'),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(cancu: Run, arguments: list[str], line: str) -> None:
    result = cancu(*arguments)
    assert one_line(result) == line
    assert result.exit_code == 2


def test_a_wrong_setting_is_told_in_one_line(cancu: Run, papers: Path) -> None:
    result = cancu("load", papers, env={"CANCU_JOBS": "nhiều"})
    assert one_line(result) == 'cancu: CANCU_JOBS không nhận giá trị "nhiều"'
    assert result.exit_code == 2


def test_without_a_command_it_explains_itself(cancu: Run) -> None:
    assert cancu().stdout == cancu("--help").stdout
    assert cancu().exit_code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_told_in_one_line(library: Path) -> None:
    command = [sys.executable, "-c", "from api.cli import main; main()", "chain", "749/QĐ-TTg", "--store", str(library)]
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, encoding="utf-8", check=False)
    assert len(answer.stderr.splitlines()) == 1
    assert answer.stderr.startswith("cancu: hệ thống báo lỗi: ")
    assert answer.returncode == 1


def test_version(cancu: Run) -> None:
    assert re.fullmatch(r"cancu \S+\n", cancu("--version").output)


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from api.cli import cli\n"
        "try: cli.main(['--help'], prog_name='cancu')\n"
        "except SystemExit: pass\n"
        "heavy = {'fastapi', 'pyoxigraph', 'rdflib', 'networkx', 'pyvis', 'docx', 'xlsxwriter', 'rich', 'resvg_py'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert answer.stdout.splitlines()[-1] == "HEAVY []"


def test_output_is_utf8_whatever_the_locale(process: Process, papers: Path) -> None:
    answer = process("--help")
    assert answer.returncode == 0
    assert "Nạp các văn bản mẫu" in answer.stdout
