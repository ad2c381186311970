"""Which provision of its object a statement touches, from all places where it may stand."""

from __future__ import annotations

from bisect import bisect_left

from loaders.relations import notes
from loaders.relations.effects import ENDS, PARTLY, Effects
from loaders.relations.governed import Governed
from loaders.relations.scope import Scopes
from loaders.text.own_provision import OwnProvisions
from ontology.records import SELF, Predicate, Span

NEIGHBOURS = 8
"""Mentions between a changed document and the one that changes it."""

QUOTES = '“”"'
"""Marks around words that are changed: behind them stands another place."""

LIMIT = 160
"""Code points of the provisions that one statement may hold."""


class Provisions:
    """Reads a text whose mentions were walked before (`loaders.relations.scope`). meaning: for each mention the id of
    its document."""

    def __init__(self, scopes: Scopes, meaning: tuple[str | None, ...], effects: Effects) -> None:
        self.reading, self.blocks, self.sightings = scopes.reading, scopes.blocks, scopes.sightings
        self.governed, self.meaning, self.effects = scopes.governed, meaning, effects
        self.starts = [sighting.start for sighting in scopes.sightings]
        self.own = OwnProvisions(scopes.reading, scopes.blocks)

    def touched(self, index: int, predicate: Predicate, sentence: Span) -> str | None:
        """What is touched of the document mentioned, None where it is the whole or none is named."""
        governed, start = self.governed[index], self.sightings[index].start
        provision = self.effects.provision(predicate, start)
        if governed is None:
            return provision
        cue = governed.cue if not governed.inverse else None
        if provision and cue:
            provision = self.effects.all_of(cue.start if cue.end <= start else sentence.start, start) or provision
        if governed.touched is not None:
            printed = self._printed(governed.touched)
            whole = not any(mark in printed for mark in QUOTES)  # no words that are changed stand between
            if provision is None or (whole and printed.endswith(provision)):
                provision = printed
        if provision is None and governed.scope == "behind":
            provision = self.effects.annex(start)
        if predicate == "amends" and cue is not None:
            provision = self.effects.added(cue, start) or provision
        if provision is None and cue is not None:
            provision = self.effects.part(predicate, cue, self._first_beside(governed, start))
        return provision

    def _first_beside(self, governed: Governed, start: int) -> int:
        """Where the first of the documents begins that stand side by side under one phrase, the last at `start`:
        "Bãi bỏ một số điều của A, B, C"."""
        beside: Governed | None = governed
        while beside is not None and beside.scope == "coordination" and beside.through is not None:
            start = beside.through.start
            index = bisect_left(self.starts, start)
            beside = self.governed[index] if index < len(self.starts) else None
        return start

    def changed(self, work: str, index: int, predicate: Predicate) -> str | None:
        """In "khoản 2 Điều 5 A được sửa đổi bởi B" the provision stands before A; in "Khoản này được sửa đổi bởi B" it
        is the one that holds the words. index: of B."""
        governed = self.governed[index]
        if work == SELF and governed is not None and governed.cue is not None:
            found = self.own.read(governed.cue.start)
            at = governed.cue.start
            noted = governed.rule == notes.RULE or notes.speaks(self.reading.low, self.blocks.start(at), at)
            partly = noted or self.own.speaks(at)
            return found or (PARTLY if predicate in ENDS and partly else None)
        block = self.blocks.start(self.sightings[index].start)
        for other in range(index - 1, max(-1, index - NEIGHBOURS), -1):
            if self.sightings[other].start < block:
                return None
            if self.meaning[other] == work:
                start = self.sightings[other].start
                floor = max([block, *(s.end for s in self.sightings[max(0, other - 1) : other])])
                return self.effects.all_of(floor, start) or self.effects.provision(predicate, start)
        return None

    def _printed(self, touched: Span) -> str:
        words = " ".join(touched.of(self.reading.text).split())
        if len(words) <= LIMIT:
            return words
        return f"{words[:LIMIT].rpartition(',')[0] or words[:LIMIT]}, …"  # a part is not the whole document
