"""The tree of blocks that a text is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.records.source import Span

BlockKind = Literal[
    "part",
    "chapter",
    "section",
    "article",
    "clause",
    "point",
    "heading",
    "paragraph",
    "item",
    "table",
    "row",
    "footnote",
    "appendix",
]
"""Phần, Chương, Mục, Điều, Khoản, Điểm, heading, paragraph, list item, table and its rows, footnote, Phụ lục."""


class Block(Struct, frozen=True, gc=False):
    """One node of the tree that a text is: blocks stand in the order of the text, children behind their parent.

    span: the words of the block itself, children apart. label: what numbers it ("I", "2.1", "Điều 5", "a)", "-"), None
    where nothing does. parent: position of the parent in `Extraction.structure`, None at the top.
    """

    span: Span
    kind: BlockKind
    label: str | None = None
    parent: int | None = None
