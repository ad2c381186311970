"""`cancu export`: the same statements in four formats, the same bytes for the same content, whole files or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_nquads_are_sorted_graph_by_graph_and_complete(cancu: Run, library: Path) -> None:
    result = cancu("export", "--store", library)
    assert (result.exit_code, result.stderr) == (0, "")
    quads = list(ox.parse(result.stdout_bytes, format=ox.RdfFormat.N_QUADS))
    graphs = {quad.graph_name.value for quad in quads}
    assert "https://w3id.org/cancu/graph/resolved" in graphs
    assert "https://w3id.org/cancu/graph/ledger" not in graphs
    assert len(graphs) == 3
    assert b"_:" not in result.stdout_bytes


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld"])
def test_a_file_holds_what_is_printed_and_the_same_again(cancu: Run, library: Path, tmp_path: Path, form: str) -> None:
    printed = cancu("export", "--store", library, "--format", form).stdout_bytes
    output = tmp_path / f"all.{form}"
    assert cancu("export", "--store", library, "--format", form, "--output", output).output == ""
    assert output.read_bytes() == printed
    assert [path.name for path in tmp_path.iterdir()] == [output.name]


@pytest.mark.parametrize(("form", "kind"), [("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD)])
def test_formats_with_graphs_say_the_same(cancu: Run, library: Path, form: str, kind: ox.RdfFormat) -> None:
    lines = cancu("export", "--store", library).stdout_bytes
    pretty = cancu("export", "--store", library, "--format", form).stdout_bytes
    assert set(ox.parse(pretty, format=kind)) == set(ox.parse(lines, format=ox.RdfFormat.N_QUADS))


def test_turtle_holds_the_union(cancu: Run, library: Path) -> None:
    lines = cancu("export", "--store", library).stdout_bytes
    pretty = cancu("export", "--store", library, "--format", "ttl").stdout_bytes
    union = {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)}
    assert {quad.triple for quad in ox.parse(pretty, format=ox.RdfFormat.TURTLE)} == union


def test_the_same_files_give_the_same_bytes_in_any_order(
    cancu: Run, papers: Path, library: Path, tmp_path: Path
) -> None:
    store = tmp_path / "other"
    assert cancu("load", papers / "b.txt", "--store", store).exit_code == 0
    assert cancu("load", papers / "a.txt", "--store", store).exit_code == 0
    assert cancu("export", "--store", store).stdout_bytes == cancu("export", "--store", library).stdout_bytes


def test_what_goes_wrong_is_one_line(cancu: Run, library: Path, tmp_path: Path) -> None:
    output = tmp_path / "nowhere" / "all.nq"
    written = cancu("export", "--store", library, "--output", output)
    assert (written.exit_code, len(written.stderr.splitlines())) == (2, 1)
    missing = cancu("export", "--store", tmp_path / "nope")
    assert (missing.exit_code, len(missing.stderr.splitlines())) == (5, 1)
    assert missing.stdout == ""
