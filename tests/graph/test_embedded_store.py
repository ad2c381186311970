"""One writer, readers beside it, and folders that are no stores."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.rdf.terms import node, text
from graph.storage.embedded import EmbeddedStore
from graph.storage.ledger import Line
from graph.storage.location import open_store
from graph.storage.store import Change, Store
from ontology.errors import QueryError, StoreError

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def quad(number: int, graph: str = "https://example.org/g") -> ox.Quad:
    return ox.Quad(node("https://example.org/s"), node("https://example.org/p"), text(str(number)), node(graph))


def count(store: Store) -> str | None:
    return store.select(COUNT).rows[0][0]


def code(error: pytest.ExceptionInfo[StoreError]) -> str:
    return error.value.code


def test_reading_needs_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as missing:
        open_store(tmp_path / "nothing", read_only=True)
    assert code(missing) == "store.missing"
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"precious")
    with pytest.raises(StoreError) as missing:
        open_store(tmp_path, read_only=read_only)
    assert code(missing) == ("store.missing" if read_only else "store.occupied")
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.docx"]


def test_one_writer(tmp_path: Path) -> None:
    first = open_store(tmp_path / "s")
    with pytest.raises(StoreError) as locked:
        open_store(tmp_path / "s")
    assert code(locked) == "store.locked"
    first.close()
    open_store(tmp_path / "s").close()


def test_damaged_files_are_told(tmp_path: Path) -> None:
    open_store(tmp_path / "s").close()
    (tmp_path / "s" / "quads" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError) as corrupt:
        open_store(tmp_path / "s")
    assert code(corrupt) == "store.corrupt"


def test_a_damaged_snapshot_is_told_to_readers_too(tmp_path: Path) -> None:
    open_store(tmp_path / "s").close()
    for current in (tmp_path / "s" / "snapshots").glob("*/CURRENT"):
        current.write_text("nonsense")
    with pytest.raises(StoreError) as corrupt:
        open_store(tmp_path / "s", read_only=True)
    assert code(corrupt) == "store.corrupt"


def test_a_place_that_takes_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError) as denied:
        open_store(tmp_path / "file" / "s")
    assert code(denied) == "store.denied"
    assert "s" in denied.value.details["location"]


@pytest.mark.parametrize("marker", ["{", '{"format": 99, "base": "https://example.org/"}'])
def test_a_marker_of_another_kind_is_told(tmp_path: Path, marker: str) -> None:
    open_store(tmp_path / "s").close()
    (tmp_path / "s" / "cancu.json").write_text(marker)
    with pytest.raises(StoreError) as corrupt:
        open_store(tmp_path / "s", read_only=True)
    assert code(corrupt) == "store.corrupt"


def test_the_base_is_remembered(tmp_path: Path) -> None:
    open_store(tmp_path / "s", base="https://example.org/").close()
    again = open_store(tmp_path / "s", read_only=True)
    assert again.base == "https://example.org/"
    with pytest.raises(StoreError) as other:
        open_store(tmp_path / "s", read_only=True, base="https://elsewhere.example/")
    assert code(other) == "store.base"


def test_readers_see_published_states_only(tmp_path: Path) -> None:
    writer = open_store(tmp_path / "s")
    reader = open_store(tmp_path / "s", read_only=True)
    writer.apply(Change(added=(quad(1),)))
    assert (count(reader), reader.refresh()) == ("0", False)
    writer.publish()
    assert count(reader) == "0"
    assert (reader.refresh(), count(reader)) == (True, "1")
    writer.apply(Change(added=(quad(2), quad(3))))
    writer.publish()
    assert count(reader) == "1"  # its snapshot is gone from the folder, not from under it
    assert (reader.refresh(), reader.refresh(), count(reader)) == (True, False, "3")
    assert len(list((tmp_path / "s" / "snapshots").iterdir())) == 1
    writer.close()


def test_what_was_not_published_is_still_there_for_the_next_writer(tmp_path: Path) -> None:
    writer = open_store(tmp_path / "s")
    writer.apply(Change(added=(quad(1),)))
    writer.close()
    again = open_store(tmp_path / "s")
    assert count(again) == "1"
    again.close()


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    open_store(tmp_path / "s").close()
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path / "s", read_only=True).apply(Change(added=(quad(1),)))
    assert code(refused) == "store.read_only"


def test_a_change_happens_whole_or_not_at_all(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.apply(Change(added=(quad(1),)))
    broken = (
        Change(dropped=("https://example.org/g",), added=(quad(2),)).update()
        + " ;\nDROP GRAPH <https://example.org/none>"
    )
    with pytest.raises(RuntimeError, match="none"):
        store._quads.update(broken)
    assert [q.object.value for q in store.quads("https://example.org/g")] == ["1"]
    store.close()


def test_changes_are_written_the_same_whatever_their_order() -> None:
    quads = (quad(1), quad(2, "https://example.org/h"), quad(3))
    assert Change(added=quads).update() == Change(added=quads[::-1]).update()
    assert Change(removed=quads, dropped=("b:b", "a:a")).update().startswith("DROP SILENT GRAPH <a:a> ;")


def test_the_default_graph_is_the_union_and_the_ledger_is_no_part_of_it(store: Store) -> None:
    store.apply(Change(added=(quad(1), quad(2, "https://example.org/h"))))
    store.ledger.write([Line("/home/someone/secret.txt", "https://example.org/g")])
    assert count(store) == "2"
    assert not any("secret" in str(value) for row in store.select("SELECT * { ?s ?p ?o }").rows for value in row)


def test_syntax_is_told(store: Store) -> None:
    with pytest.raises(QueryError) as error:
        store.select("SELECT * WHERE {")
    assert error.value.code == "query.syntax"
    assert error.value.details["message"]


def test_ask_is_a_table_too(store: Store) -> None:
    assert store.select("ASK { ?s ?p ?o }").rows == (("false",),)
