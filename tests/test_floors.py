"""The house stands: arrows run down only, and tests do not shadow the packages they test."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"


def test_arrows_run_down_only() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "5 kept, 0 broken" in run.stdout


def test_folders_of_tests_are_no_packages() -> None:
    """`tests/graph/__init__.py` would hide the real `graph`."""
    assert list(TESTS.rglob("__init__.py")) == []


def test_rooms_of_tests_have_names_of_their_own() -> None:
    names = Counter(path.name for path in TESTS.rglob("*.py") if path.name != "conftest.py")
    assert [name for name, times in names.items() if times > 1] == []
