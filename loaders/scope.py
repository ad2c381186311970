"""The scope of cues: which phrase governs each mention of a document (RULES §5).

Four places decide, in this order: the title of another citation (the edge belongs to the cited document), a coordinated
neighbour ("Căn cứ A; B và C"), the cue of the own clause, and the lead-in or heading above a list. Quoted titles
are opaque, proposals amend nothing, and a witness is not a subject.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from loaders import cues, gaps
from loaders.blocks import Blocks
from loaders.header import Head
from loaders.reading import Reading
from loaders.sighting import Sighting
from ontology.records import Predicate, Scope, Span

NEIGHBOURS = 60
"""Mentions between two coordinated ones, nested citations of the first one's title among them."""

CLAUSE_LIMIT = 600
"""Code points in which a clause begins: an endless line must not cost its square."""

CHANGES = frozenset({"amends", "replaces", "repeals", "corrects", "suspends"})


class Governed(Struct, frozen=True):
    """What governs one mention: the predicate, where its cue begins, and who acts (None: the speaking document).

    cue, scope, through: the words of the phrase, and how it came to govern this mention (`records.Why`).
    """

    predicate: Predicate
    start: int
    rule: str
    subject: str | None = None
    inverse: bool = False
    cue: Span | None = None
    scope: Scope = "clause"
    through: Span | None = None


class Scopes:
    """Walks the mentions of one text in order and remembers what governs each, so that neighbours can inherit.

    governed: for each mention what governs it, None where nothing does. holder: for each the index of the citation in
    whose title it stands, None where it stands in no title.
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
        self.meaning = meaning
        self.head = head
        self.blocks = blocks
        self.governed: list[Governed | None] = [None] * len(sightings)
        self.holder: list[int | None] = [None] * len(sightings)
        for index in range(len(sightings)):
            self.holder[index] = self._holder(index)
            self.governed[index] = self._govern(index)

    # --- whose title a mention stands in

    def _holder(self, index: int) -> int | None:
        """The innermost citation whose title contains this mention; a coordinated neighbour of the holder is
        outside."""
        start = self.sightings[index].start
        for other in range(index - 1, max(-1, index - 40), -1):
            title = self.sightings[other].tail.title
            if title is None or not title.start <= start < title.end or self.sightings[other].form == "anaphor":
                continue
            if self._leaves_title(index, other):
                return self.holder[other]
            return other
        return None

    def _leaves_title(self, index: int, holder: int) -> bool:
        """In "A về T và Quyết định số B" the second document stands beside the first, unless T itself cites one
        before it."""
        start = self.sightings[index].start
        title = self.sightings[holder].tail.title
        if title is None or not gaps.JOINS.search(self.reading.low, max(title.start, start - 12), start):
            return False
        if self.reading.text[title.start : title.start + 1] in '“"':
            return False
        return all(self.holder[between] != holder for between in range(holder + 1, index))

    # --- what governs it

    def _govern(self, index: int) -> Governed | None:
        sighting = self.sightings[index]
        holder = self.holder[index]
        after = (
            self._cue_behind(index) if holder is None else None
        )  # behind a title it is the titled document that ends
        if after is not None:
            return after
        floor = self._floor(index, holder)
        inherited = self._inherited(index, holder)
        if inherited is not None:
            return inherited
        cue = self._cue_before(floor, sighting.start, holder)
        if cue is not None:
            return self._from_cue(cue, index, holder)
        if holder is None:
            return self._from_list(index)
        return None

    def _floor(self, index: int, holder: int | None) -> int:
        """Where the clause of this mention may begin: its block, its holder's title, or behind the citation before
        it."""
        floor = self.blocks.start(self.sightings[index].start)
        if holder is not None:
            title = self.sightings[holder].tail.title
            floor = title.start if title else floor
        for other in range(index - 1, self._first(index, holder), -1):
            if self.holder[other] == holder:
                end = max(self.sightings[other].end, self._short_tail(other))
                return max(floor, min(end, self.sightings[index].start))
        return floor

    def _first(self, index: int, holder: int | None) -> int:
        """The mention behind which neighbours of one level are looked for: those of a title stand behind its holder."""
        return holder if holder is not None else max(-1, index - NEIGHBOURS)

    def _short_tail(self, index: int) -> int:
        """End of number, date and issuer, before any title."""
        tail = self.sightings[index].tail
        return tail.title.start if tail.title else tail.end

    def _inherited(self, index: int, holder: int | None) -> Governed | None:
        """The relation of the coordinated neighbour to the left: only marks and joining words stand between."""
        sighting = self.sightings[index]
        for other in range(index - 1, self._first(index, holder), -1):
            if self.holder[other] != holder:
                continue
            neighbour = self.sightings[other]
            block = self.blocks.start(sighting.start)
            if neighbour.start < block or neighbour.form == "anaphor":
                return None
            for end in (neighbour.tail.end, self._short_tail(other), neighbour.end):
                if neighbour.end <= end <= sighting.start and gaps.ALIAS.fullmatch(
                    self.reading.low, end, sighting.start
                ):
                    return self._of_neighbour(other)
                if neighbour.end <= end <= sighting.start and gaps.COORDINATES.fullmatch(
                    self.reading.low, end, sighting.start
                ):
                    return self._of_neighbour(other)
            if gaps.ENUMERATED.fullmatch(self.reading.low, neighbour.tail.end, sighting.start) and not cues.find(
                self.reading, neighbour.tail.end, sighting.start
            ):
                return self._of_neighbour(other)
            title = neighbour.tail.title
            if (
                title
                and title.start < sighting.start <= title.end
                and gaps.JOINS.search(self.reading.low, max(title.start, sighting.start - 12), sighting.start)
            ):
                return self._of_neighbour(other)
            return None
        return None

    def _of_neighbour(self, other: int) -> Governed | None:
        governed, neighbour = self.governed[other], self.sightings[other]
        through = Span(neighbour.start, neighbour.end)
        return replace(governed, scope="coordination", through=through) if governed else None

    def _cue_before(self, floor: int, end: int, holder: int | None) -> cues.Cue | None:
        """The cue nearest to the mention whose words up to it let it reach there."""
        low = self.reading.low
        sentence = gaps.sentence_start(low, max(floor, end - cues.REACH), end)
        found = cues.find(self.reading, sentence, end)
        weak = None
        for cue in reversed(found):
            if gaps.reaches(low, cue, end):
                if not gaps.transparent(cue):
                    return cue
                weak = weak or cue
            elif not gaps.transparent(cue):
                break
        return weak

    def _from_cue(self, cue: cues.Cue, index: int, holder: int | None) -> Governed:
        predicate: Predicate = cue.phrase.predicate
        rule = cue.phrase.id
        low = self.reading.low
        words = Span(cue.start, cue.end)
        if predicate in CHANGES and gaps.PROPOSAL.search(
            low, max(self.blocks.start(cue.start), cue.start - 120), cue.start
        ):
            return Governed("cites", cue.start, f"{rule}.proposal", cue=words)
        if gaps.NEGATION.search(low, max(0, cue.start - 24), cue.start):
            return Governed("cites", cue.start, f"{rule}.negation", cue=words)
        if predicate == "implements" and holder is None and self._assigned(cue):
            return Governed("cites", cue.start, f"{rule}.assigned", cue=words)
        if predicate == "reportsOn" and not self._is_report(holder):
            predicate = "cites"
        if predicate == "basedOn" and holder is not None:
            predicate = "cites"
        subject = (
            self._left_neighbour(index, cue) if cue.phrase.direction == "inverse" else self._subject(index, cue, holder)
        )
        if subject is None and cue.phrase.direction == "inverse":
            return Governed("cites", cue.start, rule, cue=words)  # what was changed stands elsewhere: not the speaker
        return Governed(predicate, cue.start, rule, subject, cue.phrase.direction == "inverse", cue=words)

    def _assigned(self, cue: cues.Cue) -> bool:
        """Others have to carry it out ("giao Sở Tài chính thực hiện X"), as the clause of the cue says."""
        floor = max(self.blocks.start(cue.start), cue.start - CLAUSE_LIMIT)
        clause = gaps.sentence_start(self.reading.low, floor, cue.start)
        return gaps.ASSIGNED_TO.search(self.reading.low, clause, cue.start) is not None

    def _is_report(self, holder: int | None) -> bool:
        kind = self.head.type if holder is None else self.sightings[holder].type
        return kind is not None and kind.slug == "bao-cao"

    def _subject(self, index: int, cue: cues.Cue, holder: int | None) -> str | None:
        """A document named right before the cue acts ("Quyết định A … thay thế Quyết định B"); else the speaking
        one."""
        if cue.phrase.predicate in CHANGES and holder is None:
            for other in range(index - 1, max(-1, index - 4), -1):
                tail_end = max(self.sightings[other].end, self._short_tail(other))
                if tail_end <= cue.start and not gaps.strip(self.reading.low[tail_end : cue.start]):
                    return self.meaning[other]
        return None

    def _left_neighbour(self, index: int, cue: cues.Cue) -> str | None:
        for other in range(index - 1, max(-1, index - 4), -1):
            if self.sightings[other].end <= cue.start and self.sightings[other].start >= self.blocks.start(cue.start):
                return self.meaning[other]
        return None

    def _cue_behind(self, index: int) -> Governed | None:
        """ "Thông tư X hết hiệu lực kể từ ngày …": the phrase stands behind the document that it ends."""
        sighting = self.sightings[index]
        low = self.reading.low
        for end in {sighting.tail.end, self._short_tail(index), sighting.end}:
            for cue in cues.find(self.reading, end, min(len(low), end + 60), "after_target"):
                if cue.phrase.direction == "forward" and not gaps.strip(low[end : cue.start]):
                    self._ends_neighbours(index, cue)
                    return _behind(cue, sighting)
        return None

    def _ends_neighbours(self, index: int, cue: cues.Cue) -> None:
        """ "A và B hết hiệu lực" ends both."""
        for other in range(index - 1, -1, -1):
            if not gaps.COORDINATES.fullmatch(
                self.reading.low,
                max(self._short_tail(other), self.sightings[other].end),
                self.sightings[other + 1].start,
            ):
                return
            self.governed[other] = _behind(cue, self.sightings[other])

    def _from_list(self, index: int) -> Governed | None:
        """A citation that opens a list item takes the relation of the heading or the lead-in above the list."""
        start = self.sightings[index].start
        if not self.blocks.opens(start):
            return None
        lead = self.blocks.lead_in(start)
        if lead is None:
            return None
        found = cues.find(self.reading, lead.start, lead.end)
        cited = [i for i in range(index) if lead.start <= self.sightings[i].start < lead.end]
        for cue in reversed(found):
            if not cited and gaps.opens_list(self.reading.low, cue, lead):
                predicate: Predicate = cue.phrase.predicate if cue.phrase.predicate != "reportsOn" else "cites"
                words = Span(cue.start, cue.end)
                return Governed(predicate, start, f"{cue.phrase.id}.list", cue=words, scope="list", through=lead)
        return None


def _behind(cue: cues.Cue, sighting: Sighting) -> Governed:
    words = Span(cue.start, cue.end)
    return Governed(cue.phrase.predicate, sighting.start, cue.phrase.id, cue=words, scope="behind")
