from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from graph.answers import Table
from viz.text_table import cells, render, to_csv

TABLE = Table(("số", "trích yếu"), (("2289/QĐ-TTg", "Chiến lược"), (None, "dòng\nhai")))


def test_columns_stand_under_each_other() -> None:
    assert render(TABLE).splitlines() == [
        "số           trích yếu",
        "───────────  ──────────",
        "2289/QĐ-TTg  Chiến lược",
        "             dòng hai",
    ]


def test_a_narrow_screen_cuts_the_widest_column() -> None:
    table = Table(("a", "b"), (("1", "chữ " * 40),))
    assert all(cells(line) <= 30 for line in render(table, 30).splitlines())
    assert "…" in render(table, 30)


def test_decomposed_letters_take_one_cell() -> None:
    assert cells("e\u0323\u0302") == 1


def test_a_table_without_rows_or_columns() -> None:
    assert render(Table(("số",), ())).splitlines() == ["số", "──"]
    assert render(Table((), ())) == "\n\n"


@given(st.lists(st.tuples(st.text("a,\"'ư =\n;", max_size=8), st.text("b\n", max_size=4)), max_size=6))
def test_csv_reads_back(rows: list[tuple[str, str]]) -> None:
    written = to_csv(Table(("x", "y"), tuple(rows)))
    assert [tuple(row) for row in csv.reader(io.StringIO(written, newline=""))] == [("x", "y"), *rows]
