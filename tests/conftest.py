"""What all tests share: two options of the run, and the sample documents.

A test that needs a browser, LibreOffice or Tesseract and cannot run says so; in CI (`CI` is set) it fails, so that
nobody lands pages that nothing looked at, or formats that nothing read.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")  # a busy machine is no fault of the code: time is measured in benchmarks

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
    """In CI a test that did not run for want of a program has failed."""
    report = yield
    if report.skipped and os.environ.get("CI") and any(map(item.get_closest_marker, ("browser", "tool"))):
        report.outcome = "failed"
        report.longrepr = f"left out in CI, where it must run: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The documents of `cancu demo`, in order."""
    return sorted(SAMPLES.glob("*.txt"))
