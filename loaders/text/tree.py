"""The tree of blocks that a text is, and the way to its records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from msgspec import Struct

from loaders.text import grid
from loaders.text.labels import PARAGRAPH_RANK
from loaders.text.reading import Reading
from ontology.records import Block, BlockKind, Span


class Node(Struct, gc=False):
    """A block in the reading copy. start, end: with its label; words: where they begin behind it. children follow."""

    start: int
    end: int
    kind: BlockKind
    words: int
    label: str | None = None
    parent: int | None = None
    style: str = ""
    rank: float = PARAGRAPH_RANK
    lead: bool = False
    table: int | None = None


class Tree(Struct, frozen=True):
    """The blocks in the order of the text. tables: those of the original text; a node of kind table names its own."""

    nodes: tuple[Node, ...]
    tables: tuple[grid.Table, ...]
    starts: tuple[int, ...]

    def path(self, index: int | None) -> str | None:
        """Labels from the top down to the block: "I › 2.1 › -"; None where nothing is labelled."""
        names: list[str] = []
        while index is not None:
            node = self.nodes[index]
            if node.label is not None:
                names.append(node.label)
            index = node.parent
        return " › ".join(reversed(names)) or None

    def at(self, position: int) -> int | None:
        """The block that holds a place of the reading copy; None before the first."""
        index = bisect_right(self.starts, position) - 1
        while index > 0 and self.nodes[index].kind == "footnote" and self.nodes[index].end <= position:
            index -= 1
        return index if index >= 0 else None

    def chain(self, index: int) -> list[int]:
        """The block and those above it, from the block up."""
        found = [index]
        while (parent := self.nodes[found[-1]].parent) is not None:
            found.append(parent)
        return found


class Structure(Sequence[Block]):
    """The blocks as records, made when somebody looks at them: few who ask what a text says ask how it is built."""

    __slots__ = ("_blocks", "_make")

    def __init__(self, make: Callable[[], tuple[Block, ...]]) -> None:
        """make: what makes them, called once."""
        self._make = make
        self._blocks: tuple[Block, ...] | None = None

    def _made(self) -> tuple[Block, ...]:
        if self._blocks is None:
            self._blocks = self._make()
        return self._blocks

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        return self._made()[index]

    def __len__(self) -> int:
        return len(self._made())

    def __iter__(self) -> Iterator[Block]:
        return iter(self._made())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self._made())

    def __reduce__(self) -> tuple[type[tuple[Block, ...]], tuple[tuple[Block, ...]]]:
        """To other processes go the records, not what they are made from."""
        return tuple, (self._made(),)

    def __repr__(self) -> str:
        return repr(self._made())


def blocks(reading: Reading, tree: Tree) -> tuple[Block, ...]:
    """The blocks of a tree, rows of tables behind their table. reading: the way to the original text, in which the
    spans count."""
    found: list[Block] = []
    places: list[int] = []
    for node in tree.nodes:
        places.append(len(found))
        parent = None if node.parent is None else places[node.parent]
        if node.table is not None:
            table = tree.tables[node.table]
            found.append(Block(table.span, "table", None, parent))
            found += [Block(row.span, "row", None, places[-1]) for row in table.rows]
        else:
            found.append(Block(reading.original(Span(node.start, node.end)), node.kind, node.label, parent))
    return tuple(found)
