"""What is said of several documents at once: "Bãi bỏ hai Quyết định này", "Nghị định X và các Nghị định sửa đổi gồm A,
B", "Thực hiện A, UBND tỉnh đã ban hành Kế hoạch B"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from loaders.relations import agents, clauses, coordination, cues, gaps, named_changes, plurals, promulgated
from loaders.relations.plurals import Plural
from loaders.relations.scope import Scopes
from ontology.records import SELF, Predicate, Span, Why

AMENDING = "sửa đổi"
AMENDING_LIMIT = 140
"""Code points from a document to the first of those that amended it."""

ISSUED_LIMIT = 1500
"""Code points between a document and the verb that issues another one to implement it."""

LIST_LIMIT = 120
"""Mentions behind a lead-in that may be items of its list."""

BEHIND = 60
"""Code points behind a plural in which the phrase that ends it begins."""


class Joint(Struct, frozen=True):
    """One edge: who does what to whom. span: the evidence; sentence: what proves it, None where that is the sentence
    around the evidence; rule, why: as in `relations.Edge`."""

    subject: str
    predicate: Predicate
    object: str
    span: Span
    rule: str
    why: Why
    sentence: Span | None = None


class Collective:
    """Reads a text whose mentions were walked before (`loaders.relations.scope`)."""

    def __init__(self, scopes: Scopes, meaning: tuple[str | None, ...]) -> None:
        self.scopes, self.meaning = scopes, meaning
        self.reading, self.blocks, self.sightings = scopes.reading, scopes.blocks, scopes.sightings

    def all(self, several: list[Plural]) -> Iterator[Joint]:
        """Everything said of several documents at once. several: the plurals of the text."""
        yield from self.issued()
        yield from self.of_plurals(several)
        yield from self.of_amending_ones()
        yield from self.of_named_changes()
        yield from self.of_promulgated()

    def of_plurals(self, several: list[Plural]) -> Iterator[Joint]:
        """What the speaking document does to the documents that a plural means."""
        for plural in several:
            cue = self._before(plural) or self._behind(plural)
            if cue is None:
                continue
            for index in plurals.referents(plural, self.blocks, self.sightings, self.meaning, self.scopes.holder):
                work = self.meaning[index]
                kind = self.sightings[index].type
                predicate = cue.phrase.predicate
                if work is None or not agents.speaker_may(predicate, self.scopes.head, kind):
                    continue
                start, end = min(cue.start, plural.start), max(cue.end, plural.end)
                why = Why("clause", Span(cue.start, cue.end), through=Span(plural.start, plural.end))
                yield Joint(SELF, predicate, work, Span(start, end), f"{cue.phrase.id}.plural", why)

    def _before(self, plural: Plural) -> cues.Cue | None:
        """The phrase in front that reaches the plural, where the speaking document itself does what it says."""
        low = self.reading.low
        floor = max(self.blocks.start(plural.start), plural.start - cues.REACH)
        sentence = clauses.sentence_start(low, floor, plural.start)
        for cue in reversed(cues.find(self.reading, sentence, plural.start)):
            if gaps.transparent(cue) and gaps.reaches(low, cue, plural.start):
                continue
            return cue if gaps.reaches(low, cue, plural.start) and self.scopes.acts(cue) else None
        return None

    def _behind(self, plural: Plural) -> cues.Cue | None:
        """The phrase behind that ends the documents: "các Thông tư nêu trên hết hiệu lực"."""
        low = self.reading.low
        for cue in cues.find(self.reading, plural.end, min(len(low), plural.end + BEHIND), "after_target"):
            if cue.phrase.direction == "forward" and not clauses.strip(low[plural.end : cue.start]):
                return cue
        return None

    def of_named_changes(self) -> Iterator[Joint]:
        """ "Luật X; Luật sửa đổi, bổ sung một số điều của Luật X": the second changes the first."""
        for index, other, words in named_changes.read(self.scopes):
            sighting, subject, target = self.sightings[index], self.meaning[index], self.meaning[other]
            if subject is not None and target is not None:
                span, why = Span(sighting.start, sighting.end), Why("clause", words)
                yield Joint(subject, "amends", target, span, "named_change", why)

    def of_promulgated(self) -> Iterator[Joint]:
        """ "Kế hoạch A được phê duyệt tại Quyết định B": B promulgates A."""
        for index, other, words in promulgated.read(self.scopes):
            subject, target, governed = self.meaning[index], self.meaning[other], self.scopes.governed[index]
            if subject is not None and target is not None and governed is not None:
                span = Span(self.sightings[other].start, self.sightings[index].end)
                yield Joint(subject, "promulgates", target, span, governed.rule, Why("clause", words))

    def of_amending_ones(self) -> Iterator[Joint]:
        """ "Nghị định X và các Nghị định sửa đổi gồm: A, B": A and B amend X, whatever else is said of them."""
        low = self.reading.low
        starts = [sighting.start for sighting in self.sightings]
        at, last = low.find(AMENDING), 0
        while at >= 0:
            first = bisect_right(starts, at)
            if last < first < len(starts) and starts[first] - at <= AMENDING_LIMIT:
                yield from self._amending(first)
                last = first
            at = low.find(AMENDING, at + len(AMENDING))

    def _amending(self, first: int) -> Iterator[Joint]:
        """The documents from `first` on that amend the one before them, where the words between say so."""
        changed = self.meaning[first - 1]
        gap = self._gap(first, coordination.AMENDING_ONES) or self._behind_title(first)
        if gap is None or changed is None:
            return
        undated = self.scopes.years.get(changed) is None
        for index in range(first, min(len(self.sightings), first + LIST_LIMIT)):
            if index > first and self._gap(index, coordination.COORDINATES) is None:
                return
            work, sighting = self.meaning[index], self.sightings[index]
            able = agents.may("amends", sighting.type, self.scopes.kinds.get(changed))
            if work in (None, changed, SELF) or not able or not (undated or self.scopes.older(changed, index)):
                continue
            span, why = Span(sighting.start, sighting.end), Why("list", None, through=gap)
            yield Joint(work or "", "amends", changed, span, "amending_ones", why)

    def _behind_title(self, first: int) -> Span | None:
        """The words that bring in the amending ones, where the title of the amended one stands before them: "Nghị định
        số 06/2021/NĐ-CP quy định về … và các Nghị định sửa đổi gồm: số 35/2023/NĐ-CP"."""
        before, start = self.sightings[first - 1], self.sightings[first].start
        title = before.tail.title
        if (
            title is None
            or "anaphor" in (before.form, self.sightings[first].form)
            or start > title.end + AMENDING_LIMIT
        ):
            return None
        floor = max(title.start, start - AMENDING_LIMIT)
        found = next(
            (m for m in coordination.AMENDING_ONES.finditer(self.reading.low, floor, start) if m.end() == start), None
        )
        return Span(*found.span()) if found else None

    def _gap(self, index: int, pattern: re.Pattern[str]) -> Span | None:
        """What stands between a mention and the one before it, where that is all that the pattern says."""
        before, start = self.sightings[index - 1], self.sightings[index].start
        if "anaphor" in (before.form, self.sightings[index].form):
            return None
        for end in (before.tail.end, self.scopes.short_tail(index - 1), before.end):
            if end <= start <= end + AMENDING_LIMIT and pattern.fullmatch(self.reading.low, end, start):
                return Span(end, start)
        return None

    def issued(self) -> Iterator[Joint]:
        """ "Thực hiện A, UBND tỉnh đã ban hành Kế hoạch B" and "Triển khai A, … đã ban hành các kế hoạch, cụ thể:"
        + items."""
        for index, sighting in enumerate(self.sightings):
            governed = self.scopes.governed[index]
            if (
                governed is None
                or governed.predicate != "implements"
                or self.scopes.holder[index] is not None
                or governed.subject
            ):
                continue
            block = self.blocks.span(sighting.start)
            verb, issued = self._issued(index, block)
            for other in issued:
                subject, target = self.meaning[other], self.meaning[index]
                if subject and target and subject != SELF:
                    item = self.sightings[other]
                    end = item.end
                    lead, own = (
                        self.blocks.sentence(sighting.start, sighting.end),
                        self.blocks.sentence(item.start, end),
                    )
                    sentence = Span(lead.start, max(lead.end, own.end))  # the lead-in and the item prove it together
                    span = Span(governed.start, max(sighting.end, end))
                    why = Why("issued", governed.cue, through=verb)
                    yield Joint(subject, "implements", target, span, "issued_to_implement", why, sentence)

    def _issued(self, index: int, block: Span) -> tuple[Span | None, list[int]]:
        """The verb of issuing behind a document that is carried out, and what it governs: its direct objects, or else
        the items of the list that follows."""
        first = None
        for verb in self._issuing(index, block.end):
            direct = list(self._objects(index + 1, verb.end, block))
            if direct:
                return verb, direct
            first = first or verb
        return first, list(self._items(index + 1, block)) if first is not None else []

    def _issuing(self, index: int, stop: int) -> Iterator[Span]:
        """The verbs of issuing in the sentence of a document, behind it and those beside it: "Thực hiện A về T; B về U,
        UBND tỉnh ban hành C"."""
        low = self.reading.low
        at = behind = self.sightings[self._last_beside(index)].end
        for match in gaps.ISSUED.finditer(low, behind, min(stop, behind + ISSUED_LIMIT)):
            if clauses.sentence_start(low, at, match.start()) != at:
                return
            at = match.start()
            yield Span(*match.span())

    def _last_beside(self, index: int) -> int:
        """The last of the documents that one phrase governs together with this one."""
        governed, last = self.scopes.governed[index], index
        for other in range(index + 1, min(len(self.sightings), index + LIST_LIMIT)):
            if self.scopes.begins[other] != self.scopes.begins[index]:
                break
            if self.scopes.holder[other] is not None:
                continue
            beside = self.scopes.governed[other]
            if beside is None or governed is None or beside.scope != "coordination" or beside.cue != governed.cue:
                break
            last = other
        return last

    def _objects(self, first: int, position: int, block: Span) -> Iterator[int]:
        """The documents behind the issuing verb at `position` in its block, the first of them right behind it; what
        another phrase governs is not issued ("ban hành Kế hoạch B; việc thanh toán theo Quyết định C")."""
        rule: str | None = None
        direct = False
        for other in range(first, min(len(self.sightings), first + LIST_LIMIT)):
            sighting, governed = self.sightings[other], self.scopes.governed[other]
            if sighting.start >= block.end:
                return
            if self.scopes.holder[other] is not None or sighting.form != "full" or sighting.start < position:
                continue
            if not direct and gaps.OBJECT.fullmatch(self.reading.low, position, sighting.start):
                direct, rule = True, governed.rule if governed else None
                yield other
            elif direct and (governed is None or governed.rule == rule):
                yield other

    def _items(self, first: int, block: Span) -> Iterator[int]:
        """The documents that open the items of the list below a lead-in."""
        for other in range(first, min(len(self.sightings), first + LIST_LIMIT)):
            sighting = self.sightings[other]
            if sighting.start < block.end or self.scopes.holder[other] is not None or sighting.form != "full":
                continue
            lead = self.blocks.lead_in(sighting.start)
            if lead is None or lead.start != block.start:
                return
            if self.blocks.opens(sighting.start):
                yield other
