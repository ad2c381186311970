"""What ends a document from behind ("Thông tư X hết hiệu lực"), or as one of a list that the speaking act repeals."""

from __future__ import annotations

import re

from loaders.citations import pinpoints
from loaders.citations.sighting import Sighting
from loaders.relations import agents, clauses, coordination, cues
from loaders.relations.asserted import Asserted
from loaders.relations.governed import Governed
from ontology.records import Span

BEHIND = 60
"""Code points behind a document in which the phrase that ends it stands."""

WORDS = ("hết", "bỏ")
"""One of these stands in every phrase that ends a document from behind: a cheap look before the patterns."""

ASIDE_LIMIT = 600
"""Code points that an aside between the two may take."""

OPENS = frozenset("(,v")
"""How an aside or "và các văn bản trái với …" begins: a cheap look before the patterns."""

ASIDE = re.compile(r"[\s,]*\([^()\n]{1,400}\)")
"""What may stand between a document and the phrase that ends it: "(sau đây gọi là …) hết hiệu lực"."""

TITLE_REST = 160
"""Code points of a title behind the place where its reading stopped."""


class Ending(Asserted):
    """Adds to a walk the phrases behind a document. annexes: the lists of what the speaking act repeals."""

    annexes: list[Span]

    def _cue_behind(self, index: int) -> Governed | None:
        """ "Thông tư X hết hiệu lực kể từ ngày …": the phrase stands behind the document that it ends."""
        sighting = self.sightings[index]
        low, title = self.reading.low, sighting.tail.title
        ends = {end for end in (sighting.tail.end, self.short_tail(index)) if end > sighting.end} | {sighting.end}
        stop = max(*ends, title.end if title is not None else 0) + ASIDE_LIMIT + BEHIND
        if not any(low.find(word, sighting.end, stop) >= 0 for word in WORDS):
            return None  # most documents
        for end in sorted(ends):
            aside = (
                (ASIDE.match(low, end) or coordination.CONTRARY.match(low, end))
                if low[end : end + 4].lstrip()[:1] in OPENS
                else None
            )
            for place in (end, aside.end()) if aside else (end,):
                if not cues.may_stand(low, place, place + BEHIND, "after_target"):
                    continue
                for cue in cues.find(self.reading, place, min(len(low), place + BEHIND), "after_target"):
                    if cue.phrase.direction == "forward" and not clauses.strip(low[place : cue.start]):
                        in_title = place == sighting.tail.end and title is not None
                        if in_title and low[place : cue.start].strip() == "và":
                            continue  # "Quyết định A về việc công bố thủ tục mới ban hành và bị bãi bỏ": its title
                        return _behind(cue, sighting)
        return self._behind_title(index)

    def _behind_title(self, index: int) -> Governed | None:
        """The same behind a title that was read too short, where the document opens its block and no other one stands
        between: "Nghị quyết X hướng dẫn việc … của Hội đồng Dân tộc, Ủy ban của Quốc hội hết hiệu lực"."""
        sighting, low = self.sightings[index], self.reading.low
        title = sighting.tail.title
        follows = self.sightings[index + 1].start if index + 1 < len(self.sightings) else len(low)
        stop = min(follows, title.end + TITLE_REST) if title else 0
        if title is None or not cues.may_stand(low, title.end, stop, "after_target"):
            return None
        cue = next(iter(cues.find(self.reading, title.end, stop, "after_target")), None)
        if (
            cue is None
            or cue.phrase.direction != "forward"
            or any(mark in low[title.end : cue.start] for mark in ".;:\n")
        ):
            return None
        opens = self.blocks.opens(pinpoints.opening(self.reading, self.begins[index], sighting.start))
        return _behind(cue, sighting) if opens else None

    def _in_annex(self, index: int) -> Governed | None:
        """The first document of a row or an item in a list of what the speaking act repeals."""
        start, block = self.sightings[index].start, self.begins[index]
        listed = next((each for each in self.annexes if each.start <= start < each.end), None)
        if listed is None or (index and self.sightings[index - 1].start >= block):
            return None
        if not agents.speaker_may("repeals", self.head, self.sightings[index].type):
            return None
        heading = Span(self.blocks.start(listed.start), listed.start)
        return Governed("repeals", start, "annex", cue=heading, scope="list", through=heading)


def _behind(cue: cues.Cue, sighting: Sighting) -> Governed:
    words = Span(cue.start, cue.end)
    return Governed(cue.phrase.predicate, sighting.start, cue.phrase.id, cue=words, scope="behind")
