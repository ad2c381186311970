"""What a verb of change says behind the name of another document than the one that speaks: at the end of its title, in
an aside, or in the title itself."""

from __future__ import annotations

from loaders.relations import agents, clauses, cues, opening
from loaders.relations.asserted import CLAUSE_LIMIT
from loaders.relations.governed import Governed
from loaders.relations.lines import Lines

STILL_TO_COME = ("luật ", "nghị định ", "thông tư ", "nghị quyết ", "pháp lệnh ")
"""How the name of an act begins that a plan announces."""


class Asides(Lines):
    """Adds to a walk who acts in an aside and behind a title."""

    def _changed_in_title(self, index: int, holder: int | None, floor: int) -> Governed | None:
        """What the title of a cited document says it changes, behind what it changes there: "Quyết định số 418/QĐ-UBND
        về việc điều chỉnh dự toán năm 2024 của Văn phòng tại Quyết định số 1368/QĐ-UBND"."""
        if holder is None:
            return None
        sighting, titled = self.sightings[index], self.sightings[holder]
        title = titled.tail.title
        if title is None or floor != title.start or not opening.may_change(self.reading.low, title.start):
            return None
        same = sighting.symbol == titled.symbol if titled.type is None else sighting.type == titled.type
        opened = opening.read(self.reading, title.start, floor, sighting.start, peer=same)
        able = opened is not None and agents.may(opened.predicate, titled.type, sighting.type)
        if opened is None or not able or self.younger(index, holder):
            return None
        return Governed(opened.predicate, opened.cue.start, opened.rule, cue=opened.cue, touched=opened.touched)

    def _ends_title(self, index: int, cue: cues.Cue) -> bool:
        """Does the title end where the verb begins: "Quyết định A về T thay thế Quyết định B"?"""
        low = self.reading.low
        return not low.startswith("và", cue.start) and not low[self.sightings[index].tail.end : cue.start].strip()

    def _in_aside_of(self, index: int, cue: cues.Cue) -> bool:
        """Is a document of the same type named before the aside: "Thông tư A hướng dẫn T (thay thế Thông tư B)"?"""
        low, sighting = self.reading.low, self.sightings[index]
        if index == 0 or not low.endswith("(", 0, cue.start):
            return False
        before = self.sightings[index - 1]
        near = before.start >= self.begins[index] and self.holder[index - 1] is None and before.form == "full"
        whole = near and clauses.sentence_start(low, before.end, cue.start) == before.end
        return whole and before.type == sighting.type and not self.younger(index, index - 1)

    def _aside_of_another(self, index: int, cue: cues.Cue) -> bool:
        """Does the aside "(thay thế Thông tư B)" stand behind the name of an act that is still to come: "Xây dựng Thông
        tư quy định về kho bãi (thay thế Thông tư B)"?"""
        low, kind = self.reading.low, self.head.type
        named = index > 0 and self.sightings[index - 1].start >= self.begins[index]
        if named or not low.endswith("(", 0, cue.start):
            return False
        floor = max(self.blocks.start(cue.start), low.rfind("|", 0, cue.start) + 1, cue.start - CLAUSE_LIMIT)
        words = low[floor : cue.start]
        own = kind.label_vi.lower() if kind is not None else ""
        return " này" not in words and any(word in words and not word.startswith(own or "?") for word in STILL_TO_COME)

    def _names_type(self, index: int, cue: cues.Cue) -> bool:
        """Does the verb belong to the name of the type, right before the number: "theo Giấy phép khai thác điều chỉnh
        số 815/QĐ-UBND"?"""
        sighting, low = self.sightings[index], self.reading.low
        alone = sighting.rule == "number.alone" and low.startswith("số", sighting.start)
        near = alone and not low[cue.end : sighting.start].strip() and not low.endswith("(", 0, cue.start)
        return near and self.reading.text[cue.start].islower()
