"""Freed memory goes back where the C library can do that, and nothing breaks where it cannot."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator

import pytest

from ontology import memory


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    memory._trim.cache_clear()
    yield
    memory._trim.cache_clear()


def test_the_c_library_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, ...]] = []

    class Library:
        malloc_trim = staticmethod(lambda *given: asked.append(given))

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: Library)
    memory.give_back()
    assert asked == [(0,)]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_another_library_is_let_alone(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    memory.give_back()
    assert memory._trim() is None
