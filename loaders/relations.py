"""What one document does to another, read from the cue that governs each mention (RULES §5).

Four places decide, in this order: the title of another citation (the edge belongs to the cited document), a coordinated
neighbour ("Căn cứ A; B và C"), the cue of the own clause, and the lead-in or heading above a list. Quoted titles
are opaque, proposals amend nothing, and a witness is not a subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders import cues, gaps
from loaders.blocks import Blocks
from loaders.header import Head
from loaders.mentions import Sighting
from loaders.reading import Reading
from ontology.records import SELF, Predicate, Scope, Span, Why

ISSUED_LIMIT = 1500
"""Code points between a document and the verb that issues another one to implement it."""

LIST_LIMIT = 120
"""Mentions behind a lead-in that may be items of its list."""

NEIGHBOURS = 60
"""Mentions between two coordinated ones, nested citations of the first one's title among them."""

CHANGES = frozenset({"amends", "replaces", "repeals", "corrects", "suspends"})


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation before spans are led back. start, end: cue to end of the mention; sentence: the block around it; the
    spans of `why` count in the reading copy too."""

    subject: str
    predicate: Predicate
    object: str
    start: int
    end: int
    sentence: Span
    rule: str
    why: Why


@dataclass(frozen=True, slots=True)
class Governed:
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


MENTION = Why("mention")


class Reader:
    """Walks the mentions of one text in order and remembers what governs each, so that neighbours can inherit."""

    def __init__(
        self, reading: Reading, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...], head: Head
    ) -> None:
        self.reading = reading
        self.sightings = sightings
        self.meaning = meaning
        self.head = head
        self.blocks = Blocks(reading)
        self.governed: list[Governed | None] = [None] * len(sightings)
        self.holder: list[int | None] = [None] * len(sightings)

    def edges(self) -> tuple[Edge, ...]:
        """All relations of the text; several mentions may state one relation, each with its own evidence."""
        found: list[Edge] = []
        for index in range(len(self.sightings)):
            self.holder[index] = self._holder(index)
            governed = self._govern(index)
            self.governed[index] = governed
            found.extend(self._state(index, governed))
        found.extend(self._issued_to_implement())
        return tuple(_stronger(found))

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
        after = self._cue_behind(index)
        if after is not None:
            return after
        holder = self.holder[index]
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
        if predicate == "reportsOn" and not self._is_report(holder):
            predicate = "cites"
        if predicate == "basedOn" and holder is not None:
            predicate = "cites"
        subject = (
            self._left_neighbour(index, cue) if cue.phrase.direction == "inverse" else self._subject(index, cue, holder)
        )
        return Governed(predicate, cue.start, rule, subject, cue.phrase.direction == "inverse", cue=words)

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

    # --- statements

    def _state(self, index: int, governed: Governed | None) -> Iterator[Edge]:
        target = self.meaning[index]
        sighting = self.sightings[index]
        if target is None or sighting.form == "anaphor":
            return
        sentence = self.blocks.sentence(sighting.start, sighting.end)
        holder = self.holder[index]
        subject = self.meaning[holder] if holder is not None else (governed.subject if governed else None)
        predicate: Predicate = governed.predicate if governed else "cites"
        start = min(governed.start, sighting.start) if governed else sighting.start
        rule, why = (governed.rule, self._why(governed, holder)) if governed else ("mention", self._why(None, holder))
        if governed and governed.inverse and governed.subject:
            yield from self._edge(target, predicate, governed.subject, Span(start, sighting.end), sentence, rule, why)
            subject = None
            predicate, rule, why = "cites", "mention", MENTION
        elif subject is not None and subject != SELF:
            yield from self._edge(subject, predicate, target, Span(start, sighting.end), sentence, rule, why)
            predicate, rule, start, why = "cites", "mention", sighting.start, MENTION
        yield from self._edge(SELF, predicate, target, Span(start, sighting.end), sentence, rule, why)

    def _why(self, governed: Governed | None, holder: int | None) -> Why:
        title = self.sightings[holder].tail.title if holder is not None else None
        if governed is None:
            return Why("mention", title=title)
        return Why(governed.scope, governed.cue, title, governed.through)

    def _edge(
        self, subject: str, predicate: Predicate, target: str, span: Span, sentence: Span, rule: str, why: Why
    ) -> Iterator[Edge]:
        if subject != target:
            yield Edge(subject, predicate, target, span.start, span.end, sentence, rule, why)

    def _issued_to_implement(self) -> Iterator[Edge]:
        """ "Thực hiện A, UBND tỉnh đã ban hành Kế hoạch B" and "Triển khai A, … đã ban hành các kế hoạch, cụ thể:"
        + items."""
        for index, sighting in enumerate(self.sightings):
            governed = self.governed[index]
            if (
                governed is None
                or governed.predicate != "implements"
                or self.holder[index] is not None
                or governed.subject
            ):
                continue
            block = self.blocks.span(sighting.start)
            issued = gaps.ISSUED.search(self.reading.low, sighting.end, min(block.end, sighting.end + ISSUED_LIMIT))
            if issued is None or gaps.sentence_start(self.reading.low, sighting.end, issued.start()) != sighting.end:
                continue
            for other in self._issued(index + 1, issued.end(), block):
                subject, target = self.meaning[other], self.meaning[index]
                if subject and target and subject != SELF:
                    item = self.sightings[other]
                    end = item.end
                    lead, own = (
                        self.blocks.sentence(sighting.start, sighting.end),
                        self.blocks.sentence(item.start, end),
                    )
                    sentence = Span(lead.start, max(lead.end, own.end))  # the lead-in and the item prove it together
                    yield from self._edge(
                        subject,
                        "implements",
                        target,
                        Span(governed.start, max(sighting.end, end)),
                        sentence,
                        "issued_to_implement",
                        Why("issued", governed.cue, through=Span(issued.start(), issued.end())),
                    )

    def _issued(self, first: int, position: int, block: Span) -> Iterator[int]:
        """Documents that the issuing verb at `position` governs: its direct objects, or the items of the list that
        follows."""
        low = self.reading.low
        direct = False
        for other in range(first, min(len(self.sightings), first + LIST_LIMIT)):
            sighting = self.sightings[other]
            if self.holder[other] is not None or sighting.form != "full":
                continue
            if position <= sighting.start < block.end and (
                direct or gaps.OBJECT.fullmatch(low, position, sighting.start)
            ):
                direct = True
                yield other
            elif sighting.start >= block.end:
                lead = self.blocks.lead_in(sighting.start)
                if lead is None or lead.start != block.start:
                    return
                if not direct and self.blocks.opens(sighting.start):
                    yield other


def _behind(cue: cues.Cue, sighting: Sighting) -> Governed:
    words = Span(cue.start, cue.end)
    return Governed(cue.phrase.predicate, sighting.start, cue.phrase.id, cue=words, scope="behind")


def _stronger(edges: list[Edge]) -> Iterator[Edge]:
    """`cites` only when nothing stronger is said between the same two documents; the first evidence of each stays."""
    said = {(edge.subject, edge.object) for edge in edges if edge.predicate != "cites"}
    reported = {edge.object for edge in edges if edge.subject == SELF and edge.predicate == "reportsOn"}
    seen: set[tuple[str, str, str, int]] = set()
    for edge in sorted(edges, key=lambda e: (e.end, e.start)):
        if edge.predicate == "cites" and (edge.subject, edge.object) in said:
            continue
        if edge.subject == SELF and edge.predicate == "implements" and edge.object in reported:
            continue  # "năm thứ hai triển khai thực hiện X" in a report on X: what is reported, not a second relation
        key = (edge.subject, edge.predicate, edge.object, edge.sentence.start)
        if key not in seen:
            seen.add(key)
            yield edge
