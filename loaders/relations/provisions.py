"""Which provision of its object a statement touches, from all places where it may stand."""

from __future__ import annotations

from loaders.relations.effects import ENDS, PARTLY, Effects
from loaders.relations.scope import Scopes
from loaders.text.own_provision import OwnProvisions
from ontology.records import SELF, Predicate, Span

NEIGHBOURS = 8
"""Mentions between a changed document and the one that changes it."""

LIMIT = 160
"""Code points of the provisions that one statement may hold."""


class Provisions:
    """Reads a text whose mentions were walked before (`loaders.relations.scope`). meaning: for each mention the id of
    its document."""

    def __init__(self, scopes: Scopes, meaning: tuple[str | None, ...], effects: Effects) -> None:
        self.reading, self.blocks, self.sightings = scopes.reading, scopes.blocks, scopes.sightings
        self.governed, self.meaning, self.effects = scopes.governed, meaning, effects
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
        if provision is None and governed.touched is not None:
            provision = self._printed(governed.touched)
        if provision is None and governed.scope == "behind":
            provision = self.effects.annex(start)
        if predicate == "amends" and cue is not None:
            provision = self.effects.added(cue, start) or provision
        if provision is None and cue is not None:
            until = governed.through if governed.scope == "coordination" and governed.through else None
            provision = self.effects.part(predicate, cue, until.start if until else start)
        return provision

    def changed(self, work: str, index: int, predicate: Predicate) -> str | None:
        """In "khoản 2 Điều 5 A được sửa đổi bởi B" the provision stands before A; in "Khoản này được sửa đổi bởi B" it
        is the one that holds the words. index: of B."""
        governed = self.governed[index]
        if work == SELF and governed is not None and governed.cue is not None:
            found = self.own.read(governed.cue.start)
            return found or (PARTLY if predicate in ENDS and self.own.speaks(governed.cue.start) else None)
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
