"""What the first words of a line or a title govern: "Căn cứ …;" of a line of bases, "Hướng dẫn thực hiện các chính sách
quy định tại …" of an act that guides."""

from __future__ import annotations

import re

from loaders.relations import agents, clauses, cues, opening
from loaders.relations.asserted import CLAUSE_LIMIT
from loaders.relations.changed import Changed
from loaders.relations.governed import Governed
from ontology.powers import types_that
from ontology.records import Span

BASIS = "căn cứ"
SPOILT = re.compile(r"căn\s+cứ(?:[.,:]\s+|\s+[^\W\d_]{1,8}(?:\s+[^\W\d_]{1,8})?\s+)")
"""A word or two between "Căn cứ" and the number, where the word of a type is to be expected; or the dot of a scan."""

GUIDING = types_that("guides")
"""Types of documents that guide others."""


class Lines(Changed):
    """Adds to a walk what opens a line of bases, and what a guiding act says first."""

    def _basis_line(self, index: int) -> Governed | None:
        """A line of legal bases whose first one has no number: "Căn cứ Điều lệ Đảng; Quy định số 22-QĐ/TW, …", or whose
        type a scan spoilt: "Căn cứ Thông số 11/2016/TT-BYT"."""
        block, start, low = self.begins[index], self.sightings[index].start, self.reading.low
        block = clauses.past_indent(low, block)
        if not low.startswith(BASIS, block):
            return None
        if not low.endswith(("; ", ";\n", ": ", ":\n"), block, start) and SPOILT.fullmatch(low, block, start) is None:
            return None
        if index and self.sightings[index - 1].start >= block:
            return None
        cue = next(iter(cues.find(self.reading, block, start)), None)
        if cue is None or cue.start != block or cue.phrase.predicate != "basedOn" or start - block > CLAUSE_LIMIT:
            return None
        return Governed("basedOn", block, cue.phrase.id, cue=Span(cue.start, cue.end))

    def _guided(self, index: int, holder: int | None, floor: int) -> opening.Opened | None:
        """What the speaking document guides, or the one in whose title the mention stands, where the words between say
        in what: "hướng dẫn thực hiện chính sách nội trú quy định tại Quyết định X"."""
        low, start = self.reading.low, self.sightings[index].start
        if holder is None:
            block = self.begins[index]
            first = opening.may_guide(low, block) and self._past_anaphors(index, floor) == block
            return opening.guided(self.reading, block, start) if first and self._guides(index) else None
        title, kind = self.sightings[holder].tail.title, self.sightings[holder].type
        if title is None or floor != title.start or not opening.may_guide(low, title.start):
            return None
        if kind is None or kind.slug not in GUIDING or not agents.may("guides", kind, self.sightings[index].type):
            return None
        return opening.guided(self.reading, title.start, start, titled=True)

    def _guides(self, index: int) -> bool:
        """Is the speaking document one that guides, and may it guide the one mentioned?"""
        kind = self.head.type
        return kind is not None and kind.slug in GUIDING and agents.may("guides", kind, self.sightings[index].type)

    def _past_anaphors(self, index: int, floor: int) -> int:
        """The same, where "Thông tư này" begins no new clause."""
        block = self.begins[index]
        while floor > block and index > 0 and self.sightings[index - 1].form == "anaphor":
            index -= 1
            floor = block if index == 0 or self.sightings[index - 1].start < block else self.sightings[index - 1].end
        return floor
