"""Docs cannot lie: what they show is run, what they link to exists, every command is explained in both languages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import click
import pytest
from click.testing import CliRunner

from api.bilingual import Command
from api.cli import COMMANDS, cli
from api.settings import LANGUAGES
from ontology.records import Predicate

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.vi.md"]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "api" / "samples" / "README.md"]

CONSOLE = re.compile(r"^```console\n(?P<session>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)#\s]+)(?:#[^)]*)?\)|src=\"(?P<source>[^\"]+)\"")


class Shown(NamedTuple):
    """A command as a page shows it, with the output it claims."""

    page: Path
    command: str
    output: str


def shown(page: Path) -> Iterator[Shown]:
    for block in CONSOLE.finditer(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block["session"], flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield Shown(page, command, output.rstrip("\n"))


SHOWN = [item for page in READMES for item in shown(page)]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a newcomer has it after `make demo`: the samples, and the store that the demo made."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "api" / "samples", folder / "api" / "samples")
    assert run("cancu demo --no-serve", folder)
    return folder


def run(command: str, folder: Path) -> str:
    scripts = Path(sys.executable).parent
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CANCU_")}
    environment = kept | {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1", "COLUMNS": "120"}
    done = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("item", SHOWN, ids=lambda item: f"{item.page.name}: {item.command}")
def test_what_a_page_shows_is_what_one_gets(item: Shown, office: Path, request: pytest.FixtureRequest) -> None:
    got = "\n".join(line.rstrip() for line in run(item.command, office).rstrip("\n").split("\n"))
    if request.config.getoption("--update-documents"):
        text = item.page.read_text(encoding="utf-8")
        before, after = f"$ {item.command}\n{item.output}".rstrip("\n"), f"$ {item.command}\n{got}"
        item.page.write_text(text.replace(before, after), encoding="utf-8", newline="\n")
    else:
        assert got == item.output


def test_pages_show_something() -> None:
    assert {item.page for item in SHOWN} == set(READMES)


def test_both_readmes_show_the_same_commands() -> None:
    english, vietnamese = ([re.sub(r" --lang \w+", "", item.command) for item in shown(page)] for page in READMES)
    assert english == vietnamese


@pytest.mark.parametrize("name", list(COMMANDS))
@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_every_command_is_in_the_readmes(name: str, path: Path) -> None:
    assert f"cancu {name}" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert isinstance(command, Command)
    for lang in LANGUAGES:
        shown_help = CliRunner().invoke(cli, [name, "--help", "--lang", lang])
        assert shown_help.exit_code == 0, shown_help.output
        assert len(shown_help.output.splitlines()) > 5
        for param in command.params:
            key = str(param.name) if isinstance(param, click.Argument) else param.opts[-1]
            assert command.words(key, lang), f"{name} {key} has no help in {lang}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for link in LINK.finditer(path.read_text(encoding="utf-8")):
        target = link["target"] or link["source"]
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_the_changelog_knows_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_sample_is_described(samples: list[Path]) -> None:
    described = re.findall(r"`([^`]+\.txt)`", (ROOT / "api" / "samples" / "README.md").read_text(encoding="utf-8"))
    assert sorted(described) == [sample.name for sample in samples]


def test_the_glossary_has_the_words_of_the_vocabulary() -> None:
    """Every relation is explained, and every IRI that is named exists."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`cancu:(\w+)`", glossary))
    assert set(get_args(Predicate)) <= named
    vocabulary = (ROOT / "ontology" / "vocabulary.ttl").read_text(encoding="utf-8")
    assert named <= set(re.findall(r"\bcancu:(\w+)", vocabulary))
