"""Which document a passive speaks of: "A quy định chi tiết B được sửa đổi bởi C", and the same in a table that lost its
grid, where the verb opens a cell of its own."""

from __future__ import annotations

import re

from loaders.relations import agents, clauses, cues, notes
from loaders.relations.ending import Ending
from loaders.relations.governed import Governed
from ontology.records import SELF, Span

LEFT = 8
"""Mentions before "được sửa đổi bởi" among which the changed document is looked for."""

ADJUSTS = "adjusts"
"""Detail of phrases that change plans, projects and figures as often as documents."""

AND_WAS = re.compile(
    r"[\s,]*(?:và|đồng\s+thời)\s+|\s*[,;]\s*(?:và\s+)?(?:có\s+)?(?:một\s+số\s+)?cụm\s+từ\s+(?:tại\s+[^.;\n]{2,60}\s)?"
)
"""From what was changed by one document to the change by another: "A được sửa đổi bởi B và được bãi bỏ bởi C", "A có
cụm từ bị thay thế bởi B, có cụm từ bị bãi bỏ bởi C"."""

WRAPPED = re.compile(r"\s*[a-zà-ỹđ]+\s")
"""How the next line of a title begins: with a small letter that marks no item."""


class Changed(Ending):
    """Adds to a walk the document that "được sửa đổi bởi" and its like change."""

    def _opens_sentence(self, cue: cues.Cue) -> bool:
        """Does a phrase stand where its sentence begins, behind no more than a mark?"""
        return self.reading.text[cue.start].isupper()

    def _changed(self, index: int, cue: cues.Cue) -> str | None:
        """The document before "được sửa đổi bởi": the nearest that a document of this type may change ("Nghị định A
        quy định chi tiết Luật B được sửa đổi bởi Nghị định C": A)."""
        low = self.reading.low
        kind = self.sightings[index].type
        block = self.blocks.start(cue.start)
        if clauses.THIS_PROVISION.search(low, max(block, cue.start - 40), cue.start):
            return SELF
        if self.consolidated and notes.speaks(low, block, cue.start):
            return SELF
        for other in range(index - 1, max(-1, index - LEFT), -1):
            sighting = self.sightings[other]
            if sighting.start < block and not (other == index - 1 and self._wrapped_aside(block, cue)):
                return None
            if sighting.end > cue.start or sighting.form == "anaphor":
                continue
            end = min(max(sighting.end, sighting.tail.end), cue.start)
            aside = low[end : cue.start].rstrip().endswith("(")  # a title may hold semicolons before it
            if not aside and clauses.sentence_start(low, end, cue.start) != end and clauses.strip(low[end : cue.start]):
                return None
            if cue.phrase.detail == ADJUSTS and clauses.strip(low[end : cue.start]):
                return None  # "QĐ A …, mức thu được điều chỉnh tại QĐ B": what is adjusted is no document
            governed = self.governed[other]
            if governed is not None and governed.inverse:
                again = cue.phrase.detail == ADJUSTS and governed.rule == cue.phrase.id
                if again or AND_WAS.fullmatch(low, end, cue.start):
                    return governed.subject  # "A (được sửa đổi bởi B và được bãi bỏ một phần bởi C)": C ends A
            if agents.may(cue.phrase.predicate, kind, sighting.type):
                return self.meaning[self.outermost(other, cue.start)]
        return None

    def _opens_cell(self, cue: cues.Cue) -> bool:
        """Does a cell begin with the phrase, in a table that lost its grid: "Nghị định A⏎Được thay thế bởi …"?"""
        return self._opens_sentence(cue) and self.blocks.opens(cue.start)

    def _of_row(self, index: int, cue: cues.Cue) -> Governed:
        """What such a cell says: of the document that opens the block above, else of nothing."""
        predicate, rule, words = cue.phrase.predicate, cue.phrase.id, Span(cue.start, cue.end)
        row = self._in_row(index, cue)
        if row is None or self.meaning[row] is None:
            return Governed("cites", cue.start, rule, cue=words)
        above = self.blocks.sentence(self.sightings[row].start, self.sightings[row].end)
        changed = self.meaning[row]
        return Governed(predicate, cue.start, rule, changed, inverse=True, cue=words, scope="list", through=above)

    def _in_row(self, index: int, cue: cues.Cue) -> int | None:
        above = self.blocks.index(cue.start) - 1
        for other in range(index - 1, max(-1, index - LEFT), -1):
            sighting = self.sightings[other]
            if self.blocks.index(sighting.start) != above or sighting.form == "anaphor":
                return None
            if self.blocks.opens(sighting.start):
                may = agents.may(cue.phrase.predicate, self.sightings[index].type, sighting.type)
                return other if may else None
        return None

    def _wrapped_aside(self, block: int, cue: cues.Cue) -> bool:
        """ "… hành chính tư pháp;⏎hôn nhân và gia đình (đã được sửa đổi tại": a title that a line end cut."""
        low = self.reading.low
        return low.endswith("(", block, cue.start) and WRAPPED.match(self.reading.text, block) is not None
