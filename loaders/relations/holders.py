"""Whose title a mention stands in: the edge belongs to the titled document, and a title ends where the main clause goes
on. And whose words, where an act speaks of words."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from loaders.citations import names
from loaders.relations import agents, coordination, cues
from loaders.relations.governed import Walk
from loaders.text import quotations, trie
from ontology.lexicon import phrases
from ontology.records import SELF, Span

CHANGES = ("sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "đính chính", "điều chỉnh")
ACTS_ON = (*CHANGES, "quy định chi tiết", "hướng dẫn", "giải thích")
"""How the title of an act begins that names provisions of others."""


@cache
def _title_of_cell() -> re.Pattern[str]:
    """How the title of a document begins in a cell of its own."""
    return re.compile(rf"\s*(?:{trie.pattern((*phrases('title_opening'), *TITLED))})(?!\w)")


CELL_LIMIT = 1000
"""Code points of a cell before a mention: an endless line must not cost its square."""

TITLED = ("về", "v/v", "kế hoạch", "quy định", "quy chế", "đề án", "chương trình", "danh mục", "chính sách", "điều lệ")


class Titles(Walk):
    """Adds to a walk the question which citation's title holds a mention."""

    def _holder(self, index: int) -> int | None:
        """The innermost citation whose title contains this mention; a coordinated neighbour of the holder is
        outside."""
        start = self.sightings[index].start
        if self.titled[index] <= start:
            return self._in_next_cell(index) if self.has_cells else None  # most mentions: behind all titles
        for other in range(index - 1, max(-1, index - 40), -1):
            title = self.sightings[other].tail.title
            if title is None or not title.start <= start < title.end or self.sightings[other].form == "anaphor":
                continue
            beside = title.start == start and self.reading.low.endswith((", ", "; ", " và ", "("), 0, start)
            if beside or self._holds_nothing(other, title):
                continue  # "Kết luận số 45-KL/TW, Hướng dẫn số 90-HD/BTGTW": what seems a title is a document
            if self.younger(index, other):
                outer = self.holder[other]
                while outer is not None and self.younger(index, outer):
                    outer = self.holder[outer]
                return outer
            if self._leaves_title(index, other):
                return self.holder[other]
            return other
        return self._in_next_cell(index) if self.has_cells else None

    def _in_next_cell(self, index: int) -> int | None:
        """The document of a row whose title stands in the cell behind it: "| Kế hoạch số 30/KH-UBND | Thực hiện Quyết
        định số 749/QĐ-TTg |"."""
        low, start, block = self.reading.low, self.sightings[index].start, self.begins[index]
        cell = low.rfind("|", max(block, start - CELL_LIMIT), start)
        if cell < 0:
            return None
        for other in range(index - 1, max(-1, index - 40), -1):
            named = self.sightings[other]
            if named.start < block or named.form != "full":
                return None
            if named.start >= cell:
                continue
            border = low.find("|", named.end, cell + 1)
            begin = low.rfind("|", block, named.start) + 1
            alone = not low[max(named.end, self.short_tail(other)) : border].strip(" ,.;")
            opens = (
                max(begin, block)
                + len(low[max(begin, block) : named.start])
                - len(low[max(begin, block) : named.start].lstrip())
            )
            if not alone or opens != named.start or low[border + 1 : cell].strip():
                return None
            return other if _title_of_cell().match(low, cell + 1, start) else None
        return None

    def _quoted(self) -> dict[int, int | None]:
        """Mentions in words that an act takes out of another or puts into it → the mention of that other one behind
        them, which has these words; None where it stands elsewhere."""
        starts = [sighting.start for sighting in self.sightings]
        ranges = (
            range(bisect_left(starts, span.start), bisect_left(starts, span.end))
            for span in quotations.words(self.reading.low)
        )
        inside = [index for places in ranges for index in places]
        found: dict[int, int | None] = {}
        for index in inside:
            behind = next((other for other in range(index + 1, len(starts)) if other not in inside), None)
            near = behind is not None and self.begins[behind] == self.begins[index]
            found[index] = behind if near else None
        return found

    def _holds_nothing(self, other: int, title: Span) -> bool:
        """A law has no title behind its name: in "quy định chi tiết Luật A về B và kèm theo Nghị định C" the words
        belong to the act that details it."""
        kind = self.sightings[other].type
        law = kind is not None and kind.slug in names.LAW_TYPES
        return law and not self.reading.low.startswith(("sửa đổi", "bổ sung"), title.start)

    def _leaves_title(self, index: int, holder: int) -> bool:
        """In "A về T và Quyết định số B" the second document stands beside the first, unless T itself cites one
        before it."""
        start = self.sightings[index].start
        title = self.sightings[holder].tail.title
        if holder in self.closed:
            return True
        if title is None or self.reading.text[title.start : title.start + 1] in '“"':
            return False
        if self._listed(index, holder) or self._annexed(index, title) or self._ordered(index, title):
            return True
        if self._main_clause(index, holder, title):
            self.closed.add(holder)
            return True
        provision = not self.reading.low.startswith(ACTS_ON, title.start)
        if not coordination.joins(self.reading.low, title.start, start, provision=provision):
            return False
        return all(self.holder[between] != holder for between in range(holder + 1, index))

    def _ordered(self, index: int, title: Span) -> bool:
        """In "… theo Nghị quyết A về T: Thực hiện Kết luận B" the title ends before the order."""
        low, start = self.reading.low, self.sightings[index].start
        colon = low.rfind(": ", title.start, start) + 2
        if colon < 2 or not self.reading.text[colon].isupper():
            return False
        cue = next(iter(cues.find(self.reading, colon, start)), None)
        return cue is not None and cue.start == colon and cue.phrase.predicate == "implements"

    def _listed(self, index: int, holder: int) -> bool:
        """In "các Quyết định: số 5/QĐ-UBND về T, số 6/QĐ-UBND về U" numbers without a type word are side by side."""
        number, titled = self.sightings[index], self.sightings[holder]
        if number.rule != "number.alone" or titled.rule != "number.alone" or number.symbol != titled.symbol:
            return False
        return self.reading.low[max(0, number.start - 4) : number.start].rstrip().endswith((",", ";", " và"))

    def _annexed(self, index: int, title: Span) -> bool:
        """In "thực hiện A về T, Quy chế C ban hành kèm theo B" the rules of B stand beside A; an act that amends such
        rules names them in its title."""
        low, start = self.reading.low, self.sightings[index].start
        if not low.endswith("theo", 0, start - 1) or low.startswith(CHANGES, title.start):
            return False
        return coordination.ANNEXED.search(low, max(title.start, start - coordination.ANNEXED_LIMIT), start) is not None

    def _is_constitution(self, index: int) -> bool:
        """What changes the Constitution changes no law beside it: "Nghị quyết A sửa đổi một số điều của Hiến pháp, Luật
        B số …"."""
        kind = self.sightings[index].type
        return kind is not None and kind.slug == "hien-phap"

    def _main_clause(self, index: int, holder: int, title: Span) -> bool:
        """Does the clause that governs the holder go on here: with a second verb ("thay thế A về … và bãi bỏ B"), or
        because the title cannot govern this document ("NĐ A sửa đổi một số điều của NĐ B, Thông tư C")?"""
        start = self.sightings[index].start
        above = self.governed[holder]
        low = self.reading.low
        if (
            above is not None
            and above.predicate in agents.CHANGES
            and above.subject in (None, SELF)
            and not above.inverse
        ):
            front = max(title.start, start - coordination.GOES_ON_LIMIT)
            if coordination.GOES_ON.search(low, front, start):
                return True
        inner = next((i for i in range(index - 1, holder, -1) if self.holder[i] == holder), None)
        governed = self.governed[inner] if inner is not None else None
        if inner is None or governed is None or governed.predicate not in ("amends", "guides") or governed.inverse:
            return False
        constitution = self._is_constitution(inner) and governed.predicate == "amends"
        if not constitution and agents.may(governed.predicate, self.sightings[holder].type, self.sightings[index].type):
            return False
        if coordination.joins(low, title.start, start, provision=False):
            return True
        end = self.sightings[inner].end
        return any(
            end <= place <= start and coordination.COORDINATES.fullmatch(low, place, start)
            for place in (self.sightings[inner].tail.end, self.short_tail(inner), end)
        )
