"""The store as a file: the same bytes for the same graph, and the same graph from every format."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.ingest import ingest
from graph.storage.export import FORMATS, Format, describe, export
from graph.storage.location import open_store
from graph.storage.store import Store
from tests.graph.stories import PLAN, plan, report

PARSERS: dict[Format, ox.RdfFormat] = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def whole(store: Store, format_: Format) -> bytes:
    return b"".join(export(store, format_))


def read(exported: bytes, format_: Format) -> set[str]:
    """By another parser than the one that wrote."""
    return {str(quad) for quad in ox.parse(exported, format=PARSERS[format_])}


def test_two_loads_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = open_store(tmp_path / "1"), open_store(tmp_path / "2")
    ingest.put(one, [plan(), report()])
    for extraction in (report(), plan(), report()):
        ingest.put(other, [extraction])
    for format_ in FORMATS:
        assert whole(one, format_) == whole(other, format_)
    one.close()
    other.close()


def test_nquads_are_sorted_and_complete(loaded: Store) -> None:
    exported = whole(loaded, "nq")
    graphs = [line.rsplit(b" ", 2)[1] for line in exported.splitlines()]
    assert graphs == sorted(graphs)
    assert read(exported, "nq") == {str(quad) for graph in loaded.graphs() for quad in loaded.quads(graph)}


@pytest.mark.parametrize("format_", ["trig", "jsonld"])
def test_pretty_formats_say_the_same(loaded: Store, format_: Format) -> None:
    assert read(whole(loaded, format_), format_) == read(whole(loaded, "nq"), "nq")


def test_turtle_is_the_union(loaded: Store) -> None:
    triples = {str(ox.Quad(*quad.triple)) for graph in loaded.graphs() for quad in loaded.quads(graph)}
    assert read(whole(loaded, "ttl"), "ttl") == triples


def test_the_ledger_stays_at_home(store: Store) -> None:
    ingest.put(store, [(plan(), "/home/someone/secret.txt")])
    assert all(b"secret" not in whole(store, format_) for format_ in FORMATS)


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_store_is_a_valid_file(store: Store, format_: Format) -> None:
    assert read(whole(store, format_), format_) == set()


def test_a_node_is_described(loaded: Store) -> None:
    found = describe(loaded, loaded.base + PLAN.id)
    assert {str(triple.subject) for triple in found} == {f"<{loaded.base}{PLAN.id}>"}
    assert describe(loaded, "https://example.org/none") == []
