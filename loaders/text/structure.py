"""The tree that a text is: parts, articles, numbered headings, lists with their lead-ins, tables, footnotes, annexes.

Built over the flow (`loaders.text.layout`), where a paragraph cut by a page is one line already; a paragraph cut by a
footnote is put together here. Linear: each block is looked at once, and a stack holds the open ones.
"""

from __future__ import annotations

import re

from loaders.text import grid, labels
from loaders.text.blocks import OPENER
from loaders.text.continuation import CLOSING, TERMINAL
from loaders.text.dangling import dangles
from loaders.text.labels import PARAGRAPH_RANK, Label
from loaders.text.page_breaks import PAGE_NUMBER, PAGE_NUMBER_ENDS
from loaders.text.reading import Reading
from loaders.text.stretches import Stretches
from loaders.text.tree import Node, Tree
from ontology.records import BlockKind, Span

HEADING_LIMIT = 280
"""Code points: a longer labelled block is text, whatever its end."""

CAPITALS_LIMIT = 200
LABEL_LINE = 80
"""Code points: a shorter labelled line with a colon heads what follows ("5. Bộ Tài chính:")."""

BODIES_LINE = 120
BODIES = re.compile(
    r"(?:Các\s+(?:sở|bộ|ban|cơ\s+quan|đơn\s+vị)|Sở|Bộ|Ủy\s+ban|UBND|Ban|Công\s+an|Cục|Đề\s+nghị|Thủ\s+trưởng|Giám\s+đốc"
    r"|Chủ\s+tịch|Văn\s+phòng|Hội)(?!\w)"
)
"""A line that names several bodies may be longer: "c) Sở A, Đài Phát thanh và Truyền hình tỉnh, Báo B:"."""

PAGE_NUMBER_LIMIT = 9
PARENTHESIS_LIMIT = 600
"""Code points behind a page break in which an open parenthesis must close."""

DEPTH = 40
"""Blocks within each other: a list in each item of a list ends somewhere."""

EMPHASIS = frozenset("*_")
BULLETS = frozenset("-+•●▪o")
LEADING = ("như sau", "sau đây", "cụ thể", "gồm", "trong đó")
LEAD_ENDS = tuple(f"{words}{mark}" for words in LEADING for mark in ("", ".", ","))
"""How a lead-in ends that has no colon (lower-case text)."""

LEAD_LETTERS = frozenset(words[-1] for words in LEADING)
"""The last letter of such an end: a cheap look before all of them."""

ORDINAL = re.compile(
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+là|thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy))(?!\w)"
)
INLINE_LABEL = re.compile(r"[^\W\d_][^.;:\n]{2,70}:\s")

ENUMERATED = ("chapter", "section", "article", "part", "appendix")


def build(reading: Reading, bounds: Stretches, text: str) -> Tree:
    """The tree over the blocks of the flow. bounds: its lines (`blocks.Blocks.bounds`); text: as printed."""
    tables = grid.find(text)
    nodes = tuple(_Builder(reading, bounds, text, tables).build())
    return Tree(nodes, tables, tuple(node.start for node in nodes))


class _Builder:
    def __init__(self, reading: Reading, bounds: Stretches, text: str, tables: tuple[grid.Table, ...]) -> None:
        self.printed = text
        self.emphasised = reading.pieces is not None and ("*" in text or "_" in text)
        self.text = reading.text
        self.low = reading.low
        self.reading = reading
        self.tables = [table.span for table in tables]
        self.bounds = bounds
        self.nodes: list[Node] = []
        self.stack: list[int] = []
        self.next_table = 0
        self.listing: int | None = None  # the lead-in whose list of unmarked lines is open
        self.shape: str | None = None
        self.articles: set[int] = set()
        self.last: int | None = None  # the last block that is text, for what follows a footnote

    def build(self) -> list[Node]:
        count = len(self.bounds)
        ahead = self._trimmed(0) if count else (0, 0, None)
        for following in range(1, count + 1):
            start, end, label = ahead
            ahead = self._trimmed(following) if following < count else (end, end, None)
            if self.tables and self._in_table(start, end):
                continue
            self._add(start, end, label, ahead[2])
        return self.nodes

    def _trimmed(self, position: int) -> tuple[int, int, Label | None]:
        """Without the white space and the marks of Markdown at its rims, and its label."""
        start, end = self.bounds[position]
        text = self.text
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        if text[start] == "#" and (hashes := labels.HASHES.match(text, start, end)):
            start = hashes.end()
        return start, end, labels.read(text, self.low, start)

    def _in_table(self, start: int, end: int) -> bool:
        """Consumes a line of a table; the first line of each brings the table and its rows."""
        begin = self.reading.original_start(start)
        while self.next_table < len(self.tables) and self.tables[self.next_table].end <= begin:
            self.next_table += 1
        if self.next_table == len(self.tables) or begin < self.tables[self.next_table].start:
            return False
        if not (self.nodes and self.nodes[-1].table == self.next_table):
            self._pop(labels.PARAGRAPH_RANK)
            parent = self.stack[-1] if self.stack else None
            self.nodes.append(Node(start, end, "table", start, parent=parent, table=self.next_table))
        else:
            self.nodes[-1].end = end
        return True

    def _add(self, start: int, end: int, label: Label | None, following: Label | None) -> None:
        if label is None and self._goes_on(start):
            self.nodes[self.last or 0].end = end
            return
        short = end - start < PAGE_NUMBER_LIMIT and self.low[end - 1] in PAGE_NUMBER_ENDS
        if label is None and short and PAGE_NUMBER.match(self.low[start:end]):
            return
        lead = self._leads(start, end)
        if label is None:
            self._paragraph(start, end, lead)
            return
        if label.kind == "footnote":
            self.nodes.append(Node(start, end, "footnote", start + label.end, label.text, self.last))
            return
        heading = self._is_heading(start, end, label, following)
        rank = self._place(label, heading)
        parent = self.stack[-1] if self.stack else None
        kind = self._kind(label, heading)
        if heading:
            self.listing = None
        if kind == "article":
            self.articles.add(len(self.nodes))
        node = Node(start, end, kind, start + label.end, label.text, parent, label.style, rank, lead)
        self._push(node)

    def _leads(self, start: int, end: int) -> bool:
        last = self.low[end - 1]
        if last == ":":
            return True
        if last in ".," and end - 1 > start:
            last = self.low[end - 2]
        return last in LEAD_LETTERS and self.low.endswith(LEAD_ENDS, start, end)

    def _kind(self, label: Label, heading: bool) -> BlockKind:
        """Clauses and points are those of articles; elsewhere the same labels number headings and items."""
        kind = label.kind
        if kind in ENUMERATED:
            return kind
        if self.articles and kind in ("clause", "point") and not self.articles.isdisjoint(self.stack):
            return kind
        return "heading" if heading else "item"

    def _paragraph(self, start: int, end: int, lead: bool) -> None:
        if end - start < CAPITALS_LIMIT and self._is_title(start, end):
            capitals = self.text[start:end].isupper()
            under = self.stack and self.nodes[self.stack[-1]].kind in ENUMERATED and self.last == self.stack[-1]
            rank = self.nodes[self.stack[-1]].rank + 0.2 if under else 0.2 if capitals else 10.7
            self._pop(rank, heading=True)
            style = "caps" if capitals else "bold"
            self._push(Node(start, end, "heading", start, None, self._top(), style, rank, lead))
            return
        if self._listed(start, end):
            node = Node(start, end, "paragraph", start, None, self.listing, "", PARAGRAPH_RANK + 0.1, lead)
            while self.stack and self.stack[-1] != self.listing:
                self.stack.pop()
            self._push(node)
            return
        self.listing = None
        while self.stack and self.nodes[self.stack[-1]].kind in ("item", "paragraph"):
            self.stack.pop()
        self._push(Node(start, end, "paragraph", start, None, self._top(), "", PARAGRAPH_RANK, lead))

    def _listed(self, start: int, end: int) -> bool:
        """Is this line, without a mark of its own, an item of the list that a lead-in opened? Items of such a list
        begin alike: with a document, with "Một là", with a label and a colon, or they end with semicolons."""
        if self.last is not None and self.nodes[self.last].lead and self.nodes[self.last].kind != "heading":
            self.shape = self._shape(start, end)
            self.listing = self.last if self.shape else None
            return self.shape is not None
        if self.listing is None or self.listing not in self.stack:
            return False
        if self._shape(start, end) == self.shape:
            return True
        return self.shape == ";" and self.text[self.nodes[self.last or 0].end - 1] == ";"

    def _shape(self, start: int, end: int) -> str | None:
        if OPENER.match(self.low, start):
            return "document"
        if ORDINAL.match(self.low, start):
            return "ordinal"
        if INLINE_LABEL.match(self.low, start):
            return "label"
        return ";" if self.text[end - 1] == ";" else None

    def _is_title(self, start: int, end: int) -> bool:
        """A line in capitals, or one that is emphasised as a whole."""
        if self.text[end - 1] in ";,":
            return False
        if self.text[start].isupper() and self.text[start:end].isupper():
            return True
        if not self.emphasised or self.text[end - 1] == ".":
            return False
        if not self.reading.cut_at(end):
            return False  # nothing was dropped behind it, and so no mark
        printed = self.reading.original(Span(start, end))
        before = self.printed[max(0, printed.start - 6) : printed.start].rpartition("\n")[2].strip()
        return before[-1:] in EMPHASIS and self.printed[printed.end : printed.end + 1] in EMPHASIS

    def _goes_on(self, start: int) -> bool:
        """A paragraph that a footnote or a page cut: it is not over, and goes on small or within parentheses."""
        if self.last is None:
            return False
        node = self.nodes[self.last]
        if node.kind == "heading" or node.end - node.start < 30:
            return False
        noted = self.nodes[-1].kind == "footnote" or self.text[start].islower()
        if not noted and not self._in_parentheses(node, start):
            return False
        line = self.low[max(node.start, node.end - 60) : node.end]
        return not line.rstrip(CLOSING).endswith(TERMINAL)

    def _in_parentheses(self, node: Node, start: int) -> bool:
        """The block ends within parentheses that close behind `start`."""
        opened = self.text.rfind("(", max(node.start, node.end - PARENTHESIS_LIMIT), node.end)
        if opened < 0 or self.text.find(")", opened, node.end) >= 0:
            return False
        return self.text.find(")", start, start + PARENTHESIS_LIMIT) >= 0

    def _is_heading(self, start: int, end: int, label: Label, following: Label | None) -> bool:
        if label.kind in ENUMERATED:
            return end - start < HEADING_LIMIT
        if label.style in BULLETS or end - start > HEADING_LIMIT:
            return False
        tail = self.text[start:end].rstrip(CLOSING + " ")
        if tail.endswith((";", ",", "./")):
            return False
        if label.kind == "heading":  # A. and I.
            return not tail.endswith(".") or self.text[start + label.end : end].isupper()
        if following is not None and (following.style == label.style or following.kind == "footnote"):
            return False
        if dangles(self.low[start:end]):
            return False
        if tail.endswith(":") and label.style == "*":
            return end - start < LABEL_LINE
        if tail.endswith(":"):
            limit = BODIES_LINE if BODIES.match(self.text, start + label.end) else LABEL_LINE
            return end - start < limit and (following is None or following.rank > label.rank)
        if tail.endswith("."):
            return label.style != "*" and end - start < 160 and self._sibling_is_heading(label)
        deeper = following is not None and following.rank > label.rank
        return label.first or deeper or not self._sibling_is_item(label)

    def _sibling_is_heading(self, label: Label) -> bool:
        return any(self.nodes[i].style == label.style and self.nodes[i].kind == "heading" for i in self.stack)

    def _sibling_is_item(self, label: Label) -> bool:
        return any(self.nodes[i].style == label.style and self.nodes[i].kind == "item" for i in self.stack)

    def _place(self, label: Label, heading: bool) -> float:
        """Closes what ends before this label, and says how deep it stands."""
        lead_before = self.last is not None and self.nodes[self.last].lead and self.last in self.stack
        for depth in range(len(self.stack) - 1, -1, -1):
            node = self.nodes[self.stack[depth]]
            nests = label.first and lead_before and not heading and len(self.stack) < DEPTH
            if node.style == label.style and not nests:
                rank = node.rank
                del self.stack[depth:]
                return rank
        if lead_before and self.last is not None and not heading and label.rank <= self.nodes[self.last].rank:
            del self.stack[self.stack.index(self.last) + 1 :]
            return self.nodes[self.last].rank + 0.05
        rank = label.rank
        if label.style == "A" and label.first and any(self.nodes[i].style == "I" for i in self.stack):
            rank = 5.5
        self._pop(rank, heading=heading)
        return rank

    def _pop(self, rank: float, heading: bool = False) -> None:
        """Closes what is as deep; no heading stands below a paragraph."""
        while self.stack and (
            self.nodes[self.stack[-1]].rank >= rank or (heading and self.nodes[self.stack[-1]].kind == "paragraph")
        ):
            self.stack.pop()

    def _top(self) -> int | None:
        return self.stack[-1] if self.stack else None

    def _push(self, node: Node) -> None:
        self.nodes.append(node)
        self.stack.append(len(self.nodes) - 1)
        self.last = len(self.nodes) - 1
