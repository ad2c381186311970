"""Fixtures for the whole floor: `say(text)` extracts a text that the test wrote itself, `head(text)` reads its head."""

from collections.abc import Callable

import pytest

from loaders.read import extract
from ontology.records import Extraction, Header, Source

Say = Callable[..., Extraction]
Head = Callable[..., Header]


@pytest.fixture
def say() -> Say:
    """Extracts a text; `place` is the province of the speaker."""

    def speak(text: str, place: str | None = None) -> Extraction:
        return extract(Source("thử.txt", text.encode("utf-8"), "text/plain"), place)

    return speak


@pytest.fixture
def head(say: Say) -> Head:
    """What a text says of itself; `place` is the province of the speaker."""

    def read(text: str, place: str | None = None) -> Header:
        return say(text, place).header

    return read
