"""What governs a mention, and what the rooms that decide it share: the mentions of one text, walked in order."""

from __future__ import annotations

from itertools import accumulate

from msgspec import Struct

from loaders.citations.sighting import Sighting
from loaders.header.header import Head
from loaders.relations import agents
from loaders.relations.effects import CONSOLIDATED
from loaders.text.blocks import Blocks
from loaders.text.reading import Reading
from ontology.numbers import Symbol
from ontology.records import SELF, Predicate, Scope, Span
from ontology.tables import DocumentType

NEIGHBOURS = 60
"""Mentions between two coordinated ones, nested citations of the first one's title among them."""


TAKES_EFFECT = "có hiệu lực"
"""Behind a title it speaks of the document that bears the title."""

ISO_DAY = 10
"""Characters of a full ISO date."""


class Governed(Struct, frozen=True):
    """What governs one mention: the predicate, where its cue begins, and who acts (None: the speaking document).

    cue, scope, through: the words of the phrase, and how it came to govern this mention (`records.Why`). touched: what
    a change touches, where it does not stand right before the mention.
    """

    predicate: Predicate
    start: int
    rule: str
    subject: str | None = None
    inverse: bool = False
    cue: Span | None = None
    scope: Scope = "clause"
    through: Span | None = None
    touched: Span | None = None


class Walk:
    """The mentions of one text and what was decided of those before the one in hand.

    governed: for each mention what governs it, None where nothing does. holder: for each the index of the citation
    in whose title it stands, or that has the quoted words in which it stands; None where it stands in neither.
    kinds, years, series: of each document its type, its year and number, and the symbol by which numbers count.
    days: of each its first full date. begins: where the block of each mention begins. closed: citations behind
    whose title the main clause goes on. has_cells: are there tables? titled: for each where the last title before it
    ends. consolidated: does a consolidated text speak?
    """

    def __init__(
        self,
        reading: Reading,
        sightings: tuple[Sighting, ...],
        meaning: tuple[str | None, ...],
        head: Head,
        blocks: Blocks,
    ) -> None:
        self.reading = reading
        self.sightings = sightings
        self.consolidated = head.type is not None and head.type.slug == CONSOLIDATED
        self.meaning = meaning
        self.head = head
        self.blocks = blocks
        self.begins = [blocks.start(sighting.start) for sighting in sightings]
        self.governed: list[Governed | None] = [None] * len(sightings)
        self.holder: list[int | None] = [None] * len(sightings)
        self.closed: set[int] = set()
        self.has_cells = "|" in reading.low
        ends = (sighting.tail.title.end if sighting.tail.title is not None else 0 for sighting in sightings)
        self.titled = [0, *accumulate(ends, max)]
        self.kinds: dict[str | None, DocumentType | None] = {SELF: head.type}
        for index, sighting in enumerate(sightings):
            if sighting.type is not None and meaning[index] != SELF:
                self.kinds.setdefault(meaning[index], sighting.type)
        self.days: dict[str | None, str] = {}
        self.years: dict[str | None, tuple[int, int]] = {}
        self.series: dict[str | None, Symbol | None] = {}
        for index, sighting in enumerate(sightings):
            date = sighting.tail.date
            if date is not None and len(date) == ISO_DAY:
                self.days.setdefault(meaning[index], date)
            year = agents.year_of(sighting)
            if year is not None:
                self.years.setdefault(meaning[index], year)
                self.series.setdefault(meaning[index], sighting.symbol)

    def first(self, index: int, holder: int | None) -> int:
        """The mention behind which neighbours of one level are looked for: those of a title stand behind its holder."""
        return holder if holder is not None else max(-1, index - NEIGHBOURS)

    def outermost(self, index: int, cue: int) -> int:
        """The document that the phrase at `cue` speaks of, where the mention stands in titles: "A hướng dẫn B, có hiệu
        lực từ ngày …, được sửa đổi bởi" speaks of A."""
        if self.holder[index] is not None and TAKES_EFFECT in self.reading.low[self.sightings[index].end : cue]:
            while (holder := self.holder[index]) is not None and holder < index:
                index = holder
        return index

    def short_tail(self, index: int) -> int:
        """End of number, date and issuer, before any title."""
        tail = self.sightings[index].tail
        return tail.title.start if tail.title else tail.end

    def younger(self, index: int, other: int) -> bool:
        """Is one mentioned document certainly younger than another, by their numbers, else by full dates? The title of
        the other cites none that came later."""
        first, second = self.sightings[index], self.sightings[other]
        one, two = agents.year_of(first), agents.year_of(second)
        if one is not None and two is not None and one[0] == two[0] and first.symbol == second.symbol:
            by_date = _day_after(second.tail.date, first.tail.date)
            return two[1] > 0 and one[1] > two[1] and by_date is not True  # numbers of one series count up
        return _later(one, first.tail.date, two, second.tail.date)

    def before(self, index: int, work: str | None) -> bool:
        """Is the one mentioned certainly older than a document, or of its day, so that it changed nothing of it?"""
        sighting, other, day = self.sightings[index], self.years.get(work), self.days.get(work)
        date = sighting.tail.date or self.days.get(self.meaning[index])
        if date is not None and date == day:
            return work != self.meaning[index]
        return _later(other, day, agents.year_of(sighting), date)

    def later(self, work: str | None, other: str | None) -> bool:
        """Is one document certainly later than another, whatever their mentions say?"""
        return _later(self.years.get(work), self.days.get(work), self.years.get(other), self.days.get(other))

    def older(self, work: str, index: int) -> bool:
        """Is a document certainly older than the one mentioned, by their numbers, else by full dates?"""
        sighting = self.sightings[index]
        year, other = agents.year_of(sighting), self.years.get(work)
        if year is not None and other is not None and year[0] == other[0] and self.series.get(work) == sighting.symbol:
            return other < year
        return _later(year, sighting.tail.date, other, self.days.get(work))


def _later(year: tuple[int, int] | None, date: str | None, other: tuple[int, int] | None, day: str | None) -> bool:
    """Is one document certainly later than another? Numbers and full dates that contradict each other prove nothing:
    one is a slip ("Nghị định số 187/2020/NĐ-CP ngày 01/7/2025")."""
    by_date = _day_after(date, day)
    if year is not None and other is not None and year[0] != other[0]:
        return year[0] > other[0] and by_date is not False
    return by_date is True


def _day_after(date: str | None, day: str | None) -> bool | None:
    """Is one date after another? None where one of them is no full date."""
    if date is None or day is None or len(date) != ISO_DAY or len(day) != ISO_DAY:
        return None
    return date > day
