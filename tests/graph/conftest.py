"""An empty store, and stores with a story in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.ingest import ingest
from graph.storage.location import open_store
from graph.storage.store import Store
from ontology.records import Extraction
from tests.graph.stories import plan, report


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def extractions() -> dict[str, Extraction]:
    """The plan and the report by name."""
    return {"plan": plan(), "report": report()}


@pytest.fixture
def loaded(store: Store) -> Store:
    """A store with the plan and the report."""
    ingest.put(store, [plan(), report()])
    return store
