"""What a mention takes over from the one beside it: "Căn cứ A; B và C", "A được sửa đổi bởi B và C", "A và B hết hiệu
lực"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.relations import agents, clauses, coordination, cues
from loaders.relations.governed import Governed
from loaders.relations.holders import Titles
from ontology.records import Span
from ontology.tables import relation_phrases

PLACES = frozenset({"tai", "theo"})
"""Phrases in an item of a list that names no document: "chỉ đạo của Phó Thủ tướng tại cuộc họp ngày 28/12/2013"."""

SUCH_LIMIT = 60
"""Code points of "gồm các văn bản sau đây:"."""


class Neighbours(Titles):
    """Adds to a walk what coordinated mentions share."""

    def _inherited(self, index: int, holder: int | None) -> Governed | None:
        """The relation of the coordinated neighbour to the left: only marks and joining words stand between."""
        sighting = self.sightings[index]
        for other in range(index - 1, self.first(index, holder), -1):
            if self.holder[other] != holder:
                continue
            neighbour = self.sightings[other]
            block = self.begins[index]
            if neighbour.start < block or neighbour.form == "anaphor":
                return None
            for end in dict.fromkeys((neighbour.tail.end, self.short_tail(other), neighbour.end)):
                such = self._such(other, index, Span(end, sighting.start))
                if such is not None:
                    return such
                if neighbour.end <= end <= sighting.start and coordination.side_by_side(
                    self.reading.low, end, sighting.start
                ):
                    return self._of_neighbour(other, index)
            if self._enumerated(neighbour.tail.end, sighting.start):
                return self._of_neighbour(other, index)
            title = neighbour.tail.title
            if (
                title
                and title.start < sighting.start <= title.end
                and (
                    coordination.joins(self.reading.low, title.start, sighting.start, provision=True)
                    or self._annexed(index, title)
                )
            ):
                return self._of_neighbour(other, index)
            return None
        return None

    def _enumerated(self, end: int, start: int) -> bool:
        """Does a document follow the semicolon that ends the one before it? What is left of a title that was read too
        short may hold a phrase before its first comma: "Nghị quyết số 32/NQ-CP của Chính phban hành Kế hoạch …; "."""
        low = self.reading.low
        gap = coordination.ENUMERATED.fullmatch(low, end, start)
        if gap is None or (gap["more"] and any(cue.phrase.id not in PLACES for cue in self._cues_in(gap))):
            return False
        comma = low.find(",", end, start)
        return all(comma < 0 or cue.end <= comma for cue in cues.find(self.reading, end, start))

    def _cues_in(self, gap: re.Match[str]) -> list[cues.Cue]:
        return cues.find(self.reading, *gap.span("more"))

    def _such(self, other: int, index: int, gap: Span) -> Governed | None:
        """ "Các Nghị định sửa đổi, bổ sung Nghị định X gồm: A, B": A does to X what the words say of several. gap: what
        stands behind X."""
        above, sighting = self.governed[other], self.sightings[index]
        if above is None or above.cue is None or not above.rule.endswith(".other") or gap.start > gap.end:
            return None
        phrase = next((row for row in relation_phrases() if row.id == above.rule.removesuffix(".other")), None)
        changed = self.meaning[other]
        if (
            phrase is None
            or changed is None
            or gap.end - gap.start > SUCH_LIMIT
            or not coordination.SUCH_ARE.fullmatch(self.reading.low, gap.start, gap.end)
            or not agents.several(self.reading, self.blocks.start(above.cue.start), above.cue.start)
            or not agents.may(phrase.predicate, sighting.type, self.kinds.get(changed))
        ):
            return None
        through = Span(self.sightings[other].start, self.sightings[other].end)
        return Governed(
            phrase.predicate,
            sighting.start,
            phrase.id,
            changed,
            inverse=True,
            cue=above.cue,
            scope="list",
            through=through,
        )

    def _of_neighbour(self, other: int, index: int) -> Governed | None:
        governed, neighbour = self.governed[other], self.sightings[other]
        if governed is None:
            return None
        if not self._takes(governed, other, index):
            changed = governed.subject if governed.inverse else None
            for before in range(other - 1, self.first(index, None), -1):
                if changed is not None and self.meaning[before] == changed:  # "A, được sửa đổi bởi B; C": C beside A
                    beside = self._of_neighbour(before, index)
                    holder = self.holder[before]
                    if beside is None or holder is None or beside.subject is not None:
                        return beside
                    titled = self.meaning[holder]  # A stands in the title of what changes it
                    able = titled is not None and not self.older(titled, index)
                    return replace(beside, subject=titled) if able else None
            return None
        through = Span(neighbour.start, neighbour.end)
        return replace(governed, scope="coordination", through=through, touched=None)

    def _takes(self, governed: Governed, other: int, index: int) -> bool:
        """May the mention at `index` stand beside the neighbour under one phrase? By rank; and of "A được sửa đổi bởi
        B; khoản 1 Điều 3 C được sửa đổi bởi D" C changes nothing."""
        kind = self.sightings[index].type
        if not governed.inverse:
            actor = self.kinds.get(governed.subject) if governed.subject else self.head.type
            holder = self.holder[index]
            actor = self.sightings[holder].type if holder is not None else actor
            return agents.may(governed.predicate, actor, kind)
        low, end = self.reading.low, self.sightings[index].end
        between = (self.sightings[other].end, self.sightings[index].start)
        words = low[slice(*between)]
        if coordination.NEW_ITEM.search(low, *between) or (";" in words and self._own_item(index)):
            return False
        if words.count(")") > words.count("("):
            return False  # "A (được sửa đổi bởi B); C": the aside is over
        behind = next(iter(cues.find(self.reading, end, min(len(low), end + 60))), None)
        changed = behind is not None and behind.phrase.direction == "inverse"
        if changed and behind is not None and not clauses.strip(low[end : behind.start]):
            return False
        if self._begins_next(other, index, words) or self.before(index, governed.subject):
            return False
        return agents.may(governed.predicate, kind, self.kinds.get(governed.subject))

    def _begins_next(self, other: int, index: int, words: str) -> bool:
        """In "Luật A số 1 đã được sửa đổi theo Luật số 2 và Luật số 3, Luật B số 4, …" the law with a name is the next
        one that was changed, where it is older; so is a circular with a title of its own behind one without."""
        sighting, neighbour = self.sightings[index], self.sightings[other]
        if neighbour.name is not None or neighbour.tail.title is not None or not self._own_item(index):
            return False
        if sighting.tail.title is not None and words.strip() == ",":
            return True
        return self.younger(other, index)  # those that amended are named in the order of time

    def _own_item(self, index: int) -> bool:
        """Is the document behind a semicolon one with a name or a title of its own, which amends nothing?"""
        sighting = self.sightings[index]
        title = sighting.tail.title
        if title is not None:
            return not self.reading.low.startswith(("sửa đổi", "bổ sung"), title.start)
        return sighting.name is not None and not sighting.name.lower().startswith(("sửa đổi", "bổ sung"))

    def _ends_neighbours(self, index: int, ended: Governed) -> None:
        """ "A và B hết hiệu lực" ends both, "A đã được sửa đổi theo C và B hết hiệu lực" too; what a verb of its own
        governs is not ended ("thay thế A; B hết hiệu lực")."""
        last = index
        amended: str | None = None
        for other in range(index - 1, self.first(index, None), -1):
            if self.holder[other] is not None:
                continue
            if amended is not None:
                if self.meaning[other] == amended and self.governed[other] is None:
                    self.governed[other] = replace(ended, start=self.sightings[other].start)
                if self.meaning[other] == amended or self.sightings[other].start < self.begins[index]:
                    return
                continue
            sighting, start = self.sightings[other], self.sightings[last].start
            places = (sighting.tail.end, self.short_tail(other), sighting.end)
            present = self.governed[other]
            joined = any(
                sighting.end <= place <= start
                and "." not in self.reading.low[place:start]  # "… thực hiện A. B hết hiệu lực": another sentence
                and coordination.COORDINATES.fullmatch(self.reading.low, place, start)
                for place in places
            )
            if joined and present is not None and present.inverse and present.predicate == "amends":
                amended = present.subject  # C, which changed A, stands beside B
                continue
            if not joined or (present is not None and present.predicate in agents.CHANGES):
                return
            self.governed[other] = replace(ended, start=sighting.start)
            last = other
