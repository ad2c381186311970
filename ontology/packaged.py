"""The tables that the package holds (`ontology/data/*.csv`), row by row.

Read with pkgutil: importlib.resources brings half of what reading a document otherwise has to import.
"""

from __future__ import annotations

import csv
import pkgutil
from collections.abc import Iterator


def rows(table: str) -> Iterator[dict[str, str]]:
    """Each row of a table, column → cell, in the order of the file. Raises FileNotFoundError for a table that there is
    not."""
    data = pkgutil.get_data("ontology", f"data/{table}.csv")
    if data is None:  # a loader that holds no data
        raise FileNotFoundError(table)
    yield from csv.DictReader(data.decode("utf-8").splitlines())
