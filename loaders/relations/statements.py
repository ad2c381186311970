"""What one document does to another: a statement for each mention, from what governs it (`loaders.relations.scope`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from loaders.citations.sighting import Sighting
from loaders.header.header import Head
from loaders.relations import agents, changed_provisions, changes, enclosed, pages, plurals
from loaders.relations.collective import Collective
from loaders.relations.edge import MENTION, UNTOUCHED, Edge, Touched, stronger
from loaders.relations.effects import Effects
from loaders.relations.governed import Governed
from loaders.relations.provisions import Provisions
from loaders.relations.scope import Scopes
from loaders.text import quotations
from loaders.text.blocks import Blocks
from loaders.text.reading import Reading
from ontology.records import SELF, Predicate, Span, Why

ELSEWHERE = frozenset({"duoc-sua-doi-boi", "sua-doi-tai"})
"""Phrases behind a document that was changed; it may stand in the head of the list."""

BASIS = "can-cu"
"""The phrase "căn cứ"."""

POINTING = "anaphor.last"
"""The rule of "Quyết định nêu trên", which points to the last one named."""


def read(
    reading: Reading, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...], head: Head
) -> tuple[Edge, ...]:
    """All relations of the text; several mentions may state one relation, each with its own evidence.

    meaning: for each mention the id of its document, None where it is not known. Spans count in the reading copy.
    """
    return Reader(reading, Blocks(reading), sightings, meaning, head).edges()


class Reader:
    """Reads the relations of one text."""

    def __init__(
        self,
        reading: Reading,
        blocks: Blocks,
        sightings: tuple[Sighting, ...],
        meaning: tuple[str | None, ...],
        head: Head,
        several: tuple[Sighting, ...] = (),
    ) -> None:
        self.reading = reading
        self.blocks = blocks
        self.sightings = sightings
        draft = enclosed.draft(reading, head)
        self.meaning = meaning = enclosed.outside(draft, sightings, meaning)
        scopes = Scopes(reading, sightings, meaning, head, self.blocks)
        scopes.walk()
        self.governed, self.holder, self.kinds = scopes.governed, scopes.holder, scopes.kinds
        for index in range(len(sightings)) if draft else ():
            governed = self.governed[index]
            said = governed is not None and governed.subject in (None, SELF) and self.holder[index] is None
            if draft and said and sightings[index].start >= draft.start:
                self.governed[index] = None
        self.scopes, self.several = scopes, plurals.read(reading, several)
        self.effects, self.page = Effects(reading, head), pages.is_page(reading, head)

    def edges(self) -> tuple[Edge, ...]:
        """All relations of the text; several mentions may state one relation, each with its own evidence."""
        self._in_new_text(self._recited())
        below = self._items()
        self.items = below.items
        self._in_new_text(below.new)
        self.provisions = Provisions(self.scopes, self.meaning, self.effects)
        self.item_of = {self.blocks.index(item.start): item for item in reversed(self.items)}
        found = [edge for index, governed in enumerate(self.governed) for edge in self._state(index, governed)]
        said = [*found, *self._together()]
        if self.page:
            return tuple(stronger(pages.cited(said)))
        return (*stronger(said), *self._below())

    def _together(self) -> Iterator[Edge]:
        """What is said of several documents at once."""
        together = Collective(self.scopes, self.meaning)
        for joint in together.all(self.several):
            span = joint.span
            sentence = joint.sentence or self.blocks.sentence(span.start, span.end)
            cue = joint.why.cue
            effective = self.effects.day(joint.predicate, cue, span.end, sentence) if joint.subject == SELF else None
            touched = (None, effective)
            yield from self._edge(
                joint.subject, joint.predicate, joint.object, span, sentence, joint.rule, joint.why, touched
            )

    def _in_new_text(self, new: list[tuple[Span, str]]) -> None:
        """ "“Điều 5. Nghị định này quy định …”" below "Sửa đổi Nghị định X": what the new text does is done by X, and
        "Nghị định này" is X."""
        starts = [span.start for span, _ in new]
        meaning = list(self.meaning)
        for index, sighting in enumerate(self.sightings):
            at = bisect_right(starts, sighting.start) - 1
            if at < 0 or sighting.start >= new[at][0].end:
                continue
            work, governed = new[at][1], self.governed[index]
            same = sighting.type is not None and self.kinds.get(work) == sighting.type
            if sighting.rule == "anaphor.self" and same:
                meaning[index] = work
            elif governed is not None and governed.subject in (None, SELF) and governed.predicate != "cites":
                self.governed[index] = replace(governed, subject=work) if self.holder[index] is None else governed
        self.meaning = tuple(meaning)

    def _recited(self) -> list[tuple[Span, str]]:
        """What is quoted of other documents, each with the one that says it: "Luật X … có căn cứ ban hành như sau:"
        names X first, "Điều 2 của Luật X quy định như sau:" no other one."""
        starts, found = [sighting.start for sighting in self.sightings], []
        for phrase, words in quotations.recited(self.reading.low):
            places = range(bisect_left(starts, self.blocks.start(phrase)), bisect_left(starts, phrase))
            named = [self.meaning[index] for index in places if self.holder[index] is None]
            basis = self.reading.low.startswith("có căn cứ", phrase)
            if named and named[0] not in (None, SELF) and (basis or len(set(named)) == 1):
                found.append((words, named[0] or ""))
        return found

    def _items(self) -> changes.Read:
        named = [
            changes.Named(self.meaning[index] or "", sighting.start, sighting.end, self._lead(index))
            for index, sighting in enumerate(self.sightings)
            if self.governed[index] is not None and self._changes(index) and self.meaning[index] not in (None, SELF)
        ]
        if not named:
            return changes.Read([], [])
        read = zip(self.sightings, self.meaning, strict=True)
        named_ones = [(each.start, work) for each, work in read if each.form != "anaphor" and work is not None]
        cited = changed_provisions.Cited([start for start, _ in named_ones], [work for _, work in named_ones])
        return changes.read(self.reading, self.blocks, named, cited)

    def _lead(self, index: int) -> changed_provisions.Lead | None:
        """The verb that the items below share, where it repeals."""
        governed = self.governed[index]
        if governed is None or governed.cue is None or governed.predicate != "repeals":
            return None
        return changed_provisions.Lead("repeals", governed.rule.partition(".")[0], governed.cue)

    def _below(self) -> Iterator[Edge]:
        """What the items below "Sửa đổi, bổ sung một số điều của X" change of X."""
        for item in self.items:
            sentence = self.blocks.sentence(item.start, item.end)
            effective = self.effects.day(item.predicate, item.cue, item.end, sentence)
            why = Why("list", item.cue, through=Span(item.head.start, item.head.end))
            span = Span(item.start, item.end)
            touched = (item.provision, effective)
            yield from self._edge(SELF, item.predicate, item.head.work, span, sentence, item.rule, why, touched)

    def _changes(self, index: int) -> bool:
        """Does the speaking document change the one mentioned, as a whole or "một số điều" of it?"""
        governed = self.governed[index]
        if (
            governed is None
            or governed.inverse
            or governed.subject not in (None, SELF)
            or self.holder[index] is not None
        ):
            return False
        if governed.predicate == "amends":
            return True
        if governed.predicate != "repeals" or governed.scope != "clause":
            return False
        block = self.blocks.span(self.sightings[index].start)
        return self.reading.low[block.start : block.end].rstrip().endswith(":")

    def _state(self, index: int, governed: Governed | None) -> Iterator[Edge]:
        target = self.meaning[index]
        sighting = self.sightings[index]
        if target is None:
            return
        if sighting.form == "anaphor":
            yield from self._by_anaphor(index, target, governed)
            return
        sentence = self.blocks.sentence(sighting.start, sighting.end)
        holder = self.holder[index]
        subject = self.meaning[holder] if holder is not None else (governed.subject if governed else None)
        predicate: Predicate = governed.predicate if governed else "cites"
        start = min(governed.start, sighting.start) if governed else sighting.start
        titled = holder if holder is not None and holder < index else None
        rule, why = (governed.rule, self._why(governed, titled)) if governed else ("mention", self._why(None, titled))
        provision = self.provisions.touched(index, predicate, sentence)
        if subject not in (None, SELF):
            effective = self.effects.day_of_another(predicate, sighting.end, sentence)
        else:
            end = sighting.tail.end or sighting.end
            effective = self.effects.day(predicate, why.cue, end, sentence, _lead(why))
        touched = (provision, effective)
        item = self._item_changed(index, governed)
        if item is not None and governed is not None:
            span, before = Span(start, sighting.end), (item.provision, None)
            yield from self._edge(target, "amends", item.head.work, span, sentence, rule, why, before)
            predicate, rule, why = "cites", "mention", MENTION
        if governed and governed.inverse and governed.subject:
            span = Span(start, sighting.end)
            changed = (self.provisions.changed(governed.subject, index, predicate), effective)
            yield from self._edge(target, predicate, governed.subject, span, sentence, rule, why, changed)
            touched, subject = UNTOUCHED, None
            predicate, rule, why = "cites", "mention", MENTION
            if governed.cue and agents.rests_on_several(self.reading, sentence.start, governed.cue.start):
                predicate, rule, why = "basedOn", BASIS, Why("list", Span(sentence.start, governed.cue.start))
        elif subject is not None and subject != SELF:
            if predicate == "amends" and self.scopes.later(target, subject):
                predicate = "cites"  # a law of 2022 amends no Law on Bidding of 2023, but the one before it
            yield from self._edge(subject, predicate, target, Span(start, sighting.end), sentence, rule, why, touched)
            touched = UNTOUCHED
            predicate, rule, start, why = "cites", "mention", sighting.start, MENTION
        yield from self._edge(SELF, predicate, target, Span(start, sighting.end), sentence, rule, why, touched)

    def _by_anaphor(self, index: int, target: str, governed: Governed | None) -> Iterator[Edge]:
        """ "Thông tư A được thay thế bởi Thông tư này": an anaphor acts; and "Thực hiện Công văn nêu trên": it is acted
        on by the one that speaks. What is said of "Thông tư này" is not stated twice."""
        if governed is not None and not governed.inverse and self.sightings[index].rule == POINTING:
            yield from self._on_pointed(index, target, governed)
        if governed is None or not governed.inverse or governed.subject in (None, target):
            return
        sighting = self.sightings[index]
        sentence = self.blocks.sentence(sighting.start, sighting.end)
        why = self._why(governed, None)
        effective = self.effects.day(governed.predicate, why.cue, sighting.end, sentence) if target == SELF else None
        touched = (self.provisions.changed(governed.subject or "", index, governed.predicate), effective)
        span = Span(governed.start, sighting.end)
        rule = governed.rule
        yield from self._edge(target, governed.predicate, governed.subject or "", span, sentence, rule, why, touched)

    def _on_pointed(self, index: int, target: str, governed: Governed) -> Iterator[Edge]:
        """What the speaking document does to the one that "nêu trên" points to."""
        if governed.predicate == "cites" or governed.subject not in (None, SELF) or self.holder[index] is not None:
            return
        sighting = self.sightings[index]
        sentence, why = self.blocks.sentence(sighting.start, sighting.end), self._why(governed, None)
        touched = (
            self.provisions.touched(index, governed.predicate, sentence),
            self.effects.day(governed.predicate, why.cue, sighting.end, sentence, _lead(why)),
        )
        span = Span(min(governed.start, sighting.start), sighting.end)
        yield from self._edge(SELF, governed.predicate, target, span, sentence, governed.rule, why, touched)

    def _item_changed(self, index: int, governed: Governed | None) -> changes.Listed | None:
        """The item whose provision another document changed before: "Sửa đổi khoản 2 Điều 5 (đã được sửa đổi tại Thông
        tư Y) như sau:" below "Sửa đổi một số điều của Thông tư X" says that Y amends X."""
        if governed is None or governed.rule not in ELSEWHERE or governed.inverse or governed.cue is None:
            return None
        item = self.item_of.get(self.blocks.index(self.sightings[index].start))
        return item if item is not None and item.end <= governed.cue.start else None

    def _why(self, governed: Governed | None, holder: int | None) -> Why:
        title = self.sightings[holder].tail.title if holder is not None else None
        if governed is None:
            return Why("mention", title=title)
        return Why(governed.scope, governed.cue, title, governed.through)

    def _edge(
        self,
        subject: str,
        predicate: Predicate,
        target: str,
        span: Span,
        sentence: Span,
        rule: str,
        why: Why,
        touched: Touched = UNTOUCHED,
    ) -> Iterator[Edge]:
        if subject != target:
            yield Edge(subject, predicate, target, span.start, span.end, sentence, rule, why, *touched)


def _lead(why: Why) -> Span | None:
    """The lead-in of the list that the document is an item of."""
    return why.through if why.scope == "list" else None
