"""Paragraphs and tables of a laid-out document → lines of text, the way the reader expects them.

A paragraph is a line. A row of a table is a line, its cells parted by tabs. Tables that only place things side by side
(the two columns of a letterhead, recipients beside the signature) are read cell by cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.formats.limits import TEXT
from ontology.errors import SourceError
from ontology.origin import Origin, Page

Cell = list[str]
"""The paragraphs of a cell."""


@dataclass(slots=True)
class Table:
    """rows: of cells of paragraphs. ruled: whether lines are drawn around its cells; None where that is not known."""

    rows: list[list[Cell]] = field(default_factory=list)
    ruled: bool | None = None

    @property
    def lays_out(self) -> bool:
        """Does it place things side by side, rather than tell rows? Two columns at most, and no lines drawn; where that
        is not known, few rows with several paragraphs in a cell."""
        filled = [[cell for cell in row if any(part.strip() for part in cell)] for row in self.rows]
        columns = max(map(len, filled), default=0)
        if columns != 2:
            return columns < 2
        if self.ruled is not None:
            return not self.ruled
        return len(filled) <= 3 and any(len([p for p in cell if p.strip()]) > 1 for row in filled for cell in row)


@dataclass(slots=True)
class Lines:
    """Collects the lines of a document, and where its pages begin."""

    name: str
    lines: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)

    def add(self, text: str) -> None:
        """A paragraph; line breaks within it stay. Blank ones part what stands around them."""
        line = text.rstrip()
        if not line and (not self.lines or not self.lines[-1]):
            return
        self.lines.append(line)
        self.length += len(line) + 1
        if self.length > TEXT:
            raise SourceError("source.too_large", name=self.name, limit=f"{TEXT:,}")

    def table(self, table: Table) -> None:
        """Its rows, or its cells one after the other where it only lays out."""
        self.add("")
        if table.lays_out:
            for row in table.rows:
                for cell in row:
                    for paragraph in cell:
                        self.add(paragraph)
                    self.add("")
        else:
            for row in table.rows:
                self.add(row_line(row))
        self.add("")

    def page(self) -> None:
        """What follows stands on a new page."""
        if self.lines:
            self.starts.append(self.length)

    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines).rstrip("\n") + ("\n" if self.lines else "")

    def origin(self) -> Origin:
        """The pages, where the document says where they begin."""
        if not self.starts:
            return Origin()
        return Origin(tuple(Page(number, start) for number, start in enumerate([0, *self.starts], 1)))


def row_line(row: Sequence[Cell]) -> str:
    """The cells of a row on one line; paragraphs of a cell parted by a blank."""
    return "\t".join(" ".join(" ".join(part.split()) for part in cell if part.strip()) for cell in row).rstrip()
