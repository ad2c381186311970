"""The register that ships with the product, as references: rows that join the documents which somebody cites.

The rows are facts of the program, not of the store: nothing of them is written but what they decide. They state nothing
by themselves (count 0), have no title key (which the store could not find again), and each number alone says its year
or term, so that no row turns an undated citation into a guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from graph.references import of_statement, profiled
from graph.resolve import Reference
from ontology.register import known_works


def rows_of(blocks: Iterable[str]) -> list[Reference]:
    """The built-in rows of these blocks, in a fixed order."""
    known = _by_block()
    return [row for block in sorted(set(blocks) & known.keys()) for row in known[block]]


def blocks_of(paths: Iterable[str]) -> set[str]:
    """The blocks of the built-in rows with these paths."""
    known = _block_of_path()
    return {known[path] for path in paths if path in known}


@cache
def _by_block() -> Mapping[str, tuple[Reference, ...]]:
    found: dict[str, list[Reference]] = defaultdict(list)
    for path, work in known_works().items():
        row = replace(of_statement(work, path), title_key=None, registered=True, count=0)
        found[row.block].append(profiled(row))
    return {block: tuple(rows) for block, rows in found.items()}


@cache
def _block_of_path() -> Mapping[str, str]:
    return {row.path: row.block for rows in _by_block().values() for row in rows}
