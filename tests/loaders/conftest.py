"""One fixture for the whole floor: `say(text)` extracts a text that the test wrote itself."""

from collections.abc import Callable

import pytest

from loaders.read import extract
from ontology.records import Extraction, Source

Say = Callable[..., Extraction]


@pytest.fixture
def say() -> Say:
    """Extracts a text; `place` is the province of the speaker."""

    def speak(text: str, place: str | None = None) -> Extraction:
        return extract(Source("thử.txt", text.encode("utf-8"), "text/plain"), place)

    return speak
