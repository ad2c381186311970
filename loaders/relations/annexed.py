"""What is done to an annex is done to the document that carries it: "1. Điều 4 Quy định ban hành kèm theo Quyết định X"
in a list of repeals, "sửa đổi một số điều của Quy định … ban hành kèm theo Quyết định Y" in a title."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.relations import agents, cues, opening
from loaders.relations.governed import Governed
from loaders.relations.leads import Leads
from loaders.text import trie
from loaders.text.blocks import ITEM
from ontology.lexicon import phrases
from ontology.records import Span

ANNEX = re.compile(rf"(?:các\s+)?(?:{trie.pattern(phrases('changed_part'))})(?!\w)[^.;:]*\Z")
"""A part or an annex that an item names before its document."""

ABOUT = re.compile(r"về\s+(?:việc\s+)?")
"""How a title begins before its verb."""


class Annexed(Leads):
    """Adds to a walk what governs a document through its annex."""

    def _of_annex(self, index: int, cue: cues.Cue, holder: int | None) -> Governed | None:
        """What is done to an annex, in a list or in the title of the act that does it: "Quyết định X về việc sửa đổi
        một số điều của Quy định … ban hành kèm theo Quyết định Y"."""
        title = self.sightings[holder].tail.title if holder is not None else None
        if holder is None or title is None:
            return self._annex_in_list(index, cue) if holder is None else None
        low, start = self.reading.low, self.sightings[index].start
        about = ABOUT.match(low, title.start, start)
        begin = about.end() if about else title.start
        if not opening.Openings(low).may_be(begin, start):
            return None
        opened = opening.read(self.reading, begin, begin, start)
        kinds = (self.sightings[holder].type, self.sightings[index].type)
        if opened is None or not agents.may(opened.predicate, *kinds):
            return None
        return Governed(opened.predicate, opened.cue.start, opened.rule, cue=opened.cue, touched=opened.touched)

    def _annex_in_list(self, index: int, cue: cues.Cue) -> Governed | None:
        """ "1. Điều 4, Điều 5 Quy định ban hành kèm theo Quyết định X" below "Bãi bỏ các văn bản sau:". cue: the phrase
        that joins the annex to its document."""
        block = self.begins[index]
        mark = ITEM.match(self.reading.text, block)
        begin = mark.end() if mark else block
        if ANNEX.match(self.reading.low, begin, cue.start) is None:
            return None
        others = cues.find(self.reading, begin, cue.start)
        if any(other.phrase.predicate != "cites" for other in others):
            return None
        governed = self._below_lead(index)
        if governed is None or governed.predicate not in agents.CHANGES or governed.inverse:
            return None
        end = begin + len(self.reading.low[begin : cue.start].rstrip().removesuffix("ban hành").rstrip())
        return replace(governed, touched=Span(begin, end))
