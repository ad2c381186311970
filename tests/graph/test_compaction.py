"""The engine's threads that compact stand behind the others, and nobody else does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from graph.storage import compaction


@pytest.fixture
def lowered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, int]]:
    """Calls of `os.setpriority` in a process with three threads."""
    for number, name in ((1, "python"), (2, "rocksdb:low0"), (3, "rocksdb:high0")):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "comm").write_text(f"{name}\n")
    (tmp_path / "4").mkdir()  # ended while it was looked at
    calls: list[tuple[int, int, int]] = []
    monkeypatch.setattr(compaction, "_TASKS", tmp_path)
    monkeypatch.setattr(os, "setpriority", lambda *call: calls.append(call), raising=False)
    monkeypatch.setattr(os, "PRIO_PROCESS", 0, raising=False)
    return calls


def test_only_threads_that_compact(lowered: list[tuple[int, int, int]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    compaction.stand_back()
    assert lowered == [(0, 2, compaction.BEHIND)]


def test_elsewhere_nothing_is_touched(lowered: list[tuple[int, int, int]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    compaction.stand_back()
    assert lowered == []
