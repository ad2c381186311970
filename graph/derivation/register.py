"""The register that ships with the product, as references: rows that join the documents which somebody cites.

The rows are facts of the program, not of the store: nothing of them is written but what they decide. They state nothing
by themselves (count 0), and join a path that a witness gave, never a number alone: a register of some documents cannot
tell which year an undated citation means. So they have a block of their own and no title key: they bring no two
references together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from graph.identity.works import Reference
from graph.witness.references import of_statement, profiled
from ontology.register import known_works


def rows_of(paths: Iterable[str]) -> list[Reference]:
    """The built-in rows about the documents with these paths, in a fixed order."""
    return [_row(path) for path in sorted(set(paths) & known_works().keys())]


@cache
def _row(path: str) -> Reference:
    stated = of_statement(known_works()[path], path)
    return profiled(replace(stated, block=f"register|{path}", title_key=None, registered=True, count=0))
