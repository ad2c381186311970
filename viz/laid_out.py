"""The pieces of a text in paragraphs and tables: rows of a table are lines with tabs (`loaders.formats.flat`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from viz.spans import Piece

Cell = list[Piece]
Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a text, or rows of a table. pieces: of the lines, breaks included; rows: of the table, whose cells
    hold neither tabs nor breaks. With a tab between its cells and a break behind each row, it is the text again."""

    pieces: Cell
    rows: list[Row]


LEAST = 2
"""Lines with tabs, one after the other, that are a table."""


def blocks(pieces: Sequence[Piece]) -> Iterator[Block]:
    """The pieces in order."""
    lines = list(_lines(pieces))
    for tabbed, group in groupby(lines, key=lambda line: any("\t" in piece.text for piece in line)):
        found = list(group)
        if tabbed and len(found) >= LEAST:
            yield Block([], [list(_cells(line)) for line in found])
        else:
            yield Block([piece for line in found for piece in line], [])


def _lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line, its break with the last one."""
    open_: list[Piece] = []
    for piece in pieces:
        for part in _parts(piece, "\n"):
            open_.append(part)
            if part.text.endswith("\n"):
                yield open_
                open_ = []
    if open_:
        yield open_


def _parts(piece: Piece, sign: str) -> Iterator[Piece]:
    """A piece cut behind each sign; only the first part keeps the anchor."""
    parts = piece.text.split(sign)
    for number, text in enumerate(parts):
        whole = text + sign if number < len(parts) - 1 else text
        if whole:
            yield replace(piece, text=whole, anchor=piece.anchor and number == 0)


def _cells(line: list[Piece]) -> Iterator[Cell]:
    cell: Cell = []
    anchor = False  # of a piece that begins with a tab
    for piece in line:
        for part in _parts(piece, "\t"):
            text = part.text.rstrip("\n").removesuffix("\t")
            anchor = part.anchor or (anchor and part.focused)
            if text:
                cell.append(replace(part, text=text, anchor=anchor))
                anchor = False
            if part.text.endswith("\t"):
                yield cell
                cell = []
    yield cell
