"""The stretches of a block that hold no results: citations with their dates, names of programmes, footnotes and numbers
of pages that stand in the middle of it."""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.actions.carried import Cited
from loaders.actions.programmes import Found
from loaders.text.reading import Reading
from loaders.text.tree import Node, Tree
from ontology.records import Span

NOTES = 20
"""Blocks behind one among which its footnotes stand."""

PAGE = re.compile(r"\n[ -]*[0-9]{1,4}[ -]*(?=\n)")
QUOTES = frozenset('“"')


class Uncounted:
    """Looks up the stretches of one text in which no number counts. Spans count in the reading copy."""

    def __init__(self, reading: Reading, tree: Tree, cited: Cited, programmes: Found) -> None:
        self.reading, self.tree, self.cited, self.programmes = reading, tree, cited, programmes
        self.starts = [s.start for s in cited.sightings]

    def within(self, start: int, end: int) -> list[Span]:
        """Stretches that hold no results: citations with their dates, and names of programmes."""
        spans: list[Span] = []
        for position in range(bisect_left(self.starts, start - 200), len(self.starts)):
            sighting = self.cited.sightings[position]
            if sighting.start >= end:
                break
            tail = sighting.tail
            stop = max(sighting.end, tail.end)
            if tail.title is not None:
                quoted = self.reading.text[tail.title.start] in QUOTES
                stop = tail.title.end if quoted else max(sighting.end, tail.title.start)
            spans.append(Span(sighting.start, stop))
        first = bisect_left(self.programmes.at, (start - 300, 0, ""))
        for begin, stop, _ in self.programmes.at[first:]:
            if begin >= end:
                break
            spans.append(Span(begin, stop))
        return spans

    def notes(self, index: int, node: Node) -> list[Span]:
        """Footnotes, and the number of the page, that a page put in the middle of the block."""
        found = [Span(*page.span()) for page in PAGE.finditer(self.reading.text, node.words, node.end)]
        for below in self.tree.nodes[index + 1 : index + 1 + NOTES]:
            if below.kind != "footnote" or below.start >= node.end:
                break
            found.append(Span(below.start, below.end))
        return found
