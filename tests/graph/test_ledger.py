"""What was loaded from where: in a file beside an embedded store."""

from __future__ import annotations

from pathlib import Path

from graph.storage.ledger import Line, SqliteLedger


def test_a_path_holds_one_source_and_a_source_many_paths(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "l")
    ledger.write([Line("b", "s:1", "v1", "2026-01-01"), Line("a", "s:1", "v1", None)])
    assert ledger.paths("s:1") == ["a", "b"]
    ledger.write([Line("a", "s:2", "v2", None)])
    assert (ledger.paths("s:1"), ledger.paths("s:2")) == (["b"], ["a"])
    assert ledger.line("a") == Line("a", "s:2", "v2", None)
    ledger.forget(path for path in ledger.paths("s:1"))
    assert ledger.line("b") is None
    ledger.close()
    again = SqliteLedger(tmp_path / "l")
    assert again.line("a") == Line("a", "s:2", "v2", None)
    again.close()
