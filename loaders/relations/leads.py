"""What a list takes from the heading or the lead-in above it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.citations import pinpoints
from loaders.relations import agents, clauses, cues, gaps
from loaders.relations.governed import Governed
from loaders.relations.neighbours import Neighbours
from loaders.text import cells
from ontology.records import Predicate, Span

PASSIVE = re.compile(r"(?<!\w)(?:được|bị)\s+$")
"""What makes a verb a passive."""


class Leads(Neighbours):
    """Adds to a walk what governs the items of a list."""

    def _from_list(self, index: int) -> Governed | None:
        """A citation that opens a list item takes the relation of the heading or the lead-in above the list."""
        start = self.sightings[index].start
        if not self.blocks.opens(pinpoints.opening(self.reading, self.blocks.start(start), start)):
            return None
        return self._below_lead(index)

    def _below_lead(self, index: int) -> Governed | None:
        """What the heading or the lead-in above a list says of an item."""
        start = self.sightings[index].start
        lead = self.blocks.lead_in(start)
        if lead is None:
            return self._preamble(index)
        cited = self._cited_in(lead, index)
        ended = self._ended_list(lead) if not cited else None
        if ended is not None:
            return replace(ended, start=start)
        found = cues.find(self.reading, lead.start, lead.end)
        found.sort(key=lambda cue: cue.phrase.predicate in gaps.ENDING and cue.phrase.direction == "forward")
        for cue in reversed(found):  # "Bãi bỏ các văn bản do Ủy ban nhân dân tỉnh ban hành:": the verb that ends
            predicate: Predicate = cue.phrase.predicate if cue.phrase.predicate != "reportsOn" else "cites"
            words = Span(cue.start, cue.end)
            listed = Governed(predicate, start, f"{cue.phrase.id}.list", cue=words, scope="list", through=lead)
            if self._was_amended(cue) and not cited:
                return None
            if cue.phrase.direction == "inverse":
                changed = self._changed_in_lead(cue, cited, index)
                return replace(listed, subject=changed, inverse=True) if changed is not None else None
            such = self._such(cited[0], index, self._behind(cited[0], lead)) if len(cited) == 1 else None
            if such is not None:
                return replace(such, through=lead)
            if cited or not gaps.opens_list(self.reading.low, cue, lead):
                continue
            kind = self.sightings[index].type
            if predicate in agents.CHANGES and not agents.speaker_may(predicate, self.head, kind):
                return replace(listed, predicate="cites", rule=f"{listed.rule}.other")
            return listed
        keyed = cells.key(self.reading, lead)
        return (
            Governed(keyed, start, f"label.{keyed}", cue=lead, scope="list", through=lead)
            if keyed
            else self._preamble(index)
        )

    def _was_amended(self, cue: cues.Cue) -> bool:
        """ "Được sửa đổi, bổ sung một phần:" heads the list of those that did it."""
        return (
            cue.phrase.predicate == "amends"
            and PASSIVE.search(self.reading.low, max(0, cue.start - 8), cue.start) is not None
        )

    def _behind(self, index: int, lead: Span) -> Span:
        """What stands in a lead-in behind its citation, the title included."""
        return Span(min(max(self.sightings[index].end, self.sightings[index].tail.end), lead.end), lead.end)

    def _preamble(self, index: int) -> Governed | None:
        """A line of a preamble without "Căn cứ" rests on the line above it, which ends with a semicolon."""
        before = self.blocks.index(self.sightings[index].start) - 1
        if before < 0 or index == 0:
            return None
        above = Span(*self.blocks.bounds[before])
        if not self.reading.text[above.start : above.end].rstrip().endswith(";"):
            return None
        for other in range(index - 1, self.first(index, None), -1):
            if self.sightings[other].start < above.start:
                return None
            if self.holder[other] is None:
                governed = self.governed[other]
                rests = governed is not None and governed.predicate == "basedOn"
                return self._of_neighbour(other, index) if rests else None
        return None

    def _cited_in(self, lead: Span, index: int) -> list[int]:
        """The documents named in a lead-in, in order; "Thông tư này" is none."""
        found = []
        for other in range(index - 1, -1, -1):
            if self.sightings[other].start < lead.start:
                break
            if self.sightings[other].start < lead.end and self.sightings[other].form != "anaphor":
                found.append(other)
        return found[::-1]

    def _ended_list(self, lead: Span) -> Governed | None:
        """ "Các Thông tư sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực:" """
        low = self.reading.low
        for cue in cues.find(self.reading, lead.start, lead.end, "after_target"):
            if cue.phrase.direction == "forward" and clauses.FOLLOWING.search(low, lead.start, cue.start):
                words = Span(cue.start, cue.end)
                return Governed(cue.phrase.predicate, 0, f"{cue.phrase.id}.list", cue=words, scope="list", through=lead)
        return None

    def _changed_in_lead(self, cue: cues.Cue, cited: list[int], index: int) -> str | None:
        """ "Luật A được sửa đổi, bổ sung bởi:": the document that the items change."""
        before = [i for i in cited if self.sightings[i].end <= cue.start]
        if not before or len(before) != len(cited):
            return None
        changed = self.outermost(before[-1], cue.start)
        kinds = (self.sightings[index].type, self.sightings[changed].type)
        if agents.may(cue.phrase.predicate, *kinds):
            return self.meaning[changed]
        return self.meaning[before[0]] if self.consolidated else None  # the act of the text, whatever changed it
