"""What is installed is what lies in the tree: every table, template, query and sample, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("api", "graph", "loaders", "ontology", "viz")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the declared backend without network or isolation."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content in a folder of its own."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def tree() -> set[str]:
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


def test_wheel_holds_the_tree(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == tree()


@pytest.mark.parametrize(
    "kind",
    [
        "ontology/data/*.csv",
        "ontology/*.ttl",
        "graph/queries/*.rq",
        "viz/templates/*.html",
        "viz/static/*.css",
        "api/data/*.csv",
        "api/samples/*.txt",
        "*/py.typed",
    ],
)
def test_every_kind_of_data_is_there(installed: Path, kind: str) -> None:
    """Guards the comparison above against a tree that lost a kind of file altogether."""
    assert list(installed.glob(kind))


def test_wheel_says_its_licence_and_command(installed: Path) -> None:
    (facts,) = installed.glob("*.dist-info")
    assert "cancu = api.cli:main" in (facts / "entry_points.txt").read_text(encoding="utf-8")
    assert "License-Expression: Apache-2.0" in (facts / "METADATA").read_text(encoding="utf-8")
    licence = (facts / "licenses" / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in licence


def test_the_demo_runs_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    """From an empty folder, with the wheel before everything else on the path."""
    command = [sys.executable, "-c", "from api.cli import main; main()", "demo", "--no-serve"]
    environment = os.environ | {"PYTHONPATH": str(installed)}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    located = [sys.executable, "-c", "import api.cli; print(api.cli.__file__)"]
    place = subprocess.run(located, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert Path(place.strip()).is_relative_to(installed)
