"""What all tests share: two options of the run, and the sample documents.

A browser test that cannot run says so; in CI (`CI` is set) it fails, so that nobody lands pages that nothing looked at.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "api" / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-documents",
        action="store_true",
        help="rewrite tests/documents/*/expected.json; read the difference before committing it",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a browser test that did not run has failed."""
    report = yield
    if report.skipped and os.environ.get("CI") and item.get_closest_marker("browser"):
        report.outcome = "failed"
        report.longrepr = f"left out in CI, where browser tests must run: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The documents of `cancu demo`, in order."""
    return sorted(SAMPLES.glob("*.txt"))
