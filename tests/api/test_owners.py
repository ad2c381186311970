"""Two distributions that own one of our packages break each other: refused at the start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.owners import PACKAGES, refuse_strangers
from ontology.errors import CancuError


@pytest.mark.parametrize("package", PACKAGES)
def test_a_stranger_that_owns_one_of_our_packages_is_named(package: str) -> None:
    with pytest.raises(CancuError) as caught:
        refuse_strangers({package: ["cancu", "graph-tools"], "other": ["x"]})
    assert caught.value.code == "package.owner"
    assert caught.value.details == {"package": package, "owner": "graph-tools"}


def test_our_own_packages_are_fine() -> None:
    refuse_strangers({package: ["cancu"] for package in PACKAGES})
    refuse_strangers({})
    refuse_strangers()


def test_the_console_script_refuses_in_one_line(tmp_path: Path) -> None:
    """A real distribution on the path, as an installer would leave it."""
    record = tmp_path / "graphtools-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: graphtools\nVersion: 1.0\n", "utf-8")
    (record / "top_level.txt").write_text("graph\n", "utf-8")
    path = os.pathsep.join([str(Path(__file__).parents[2]), str(tmp_path)])
    command = [sys.executable, "-c", "from api.cli import main; main()", "--help", "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": path}
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert answer.stderr == (
        'cancu: the package "graph" of graphtools bears the name of a part of cancu; '
        "install cancu in an environment of its own (uv tool install cancu)\n"
    )
    assert (answer.returncode, answer.stdout) == (1, "")
