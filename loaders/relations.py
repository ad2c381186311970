"""What one document does to another: a statement for each mention, from what governs it (`loaders.scope`)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from loaders import changes, gaps
from loaders.blocks import Blocks
from loaders.effects import Effects
from loaders.governed import Governed
from loaders.header import Head
from loaders.reading import Reading
from loaders.scope import Scopes
from loaders.sighting import Sighting
from ontology.records import SELF, Predicate, Span, Why

ISSUED_LIMIT = 1500
"""Code points between a document and the verb that issues another one to implement it."""

NEIGHBOURS = 8
"""Mentions between a changed document and the one that changes it."""

PROVISION_LIMIT = 160
"""Code points of the provisions that one statement may hold."""

LIST_LIMIT = 120
"""Mentions behind a lead-in that may be items of its list."""


class Edge(Struct, frozen=True):
    """A relation before spans are led back. start, end: cue to end of the mention; sentence: the block around it; the
    spans of `why` count in the reading copy too. provision, effective: as in `records.Statement`."""

    subject: str
    predicate: Predicate
    object: str
    start: int
    end: int
    sentence: Span
    rule: str
    why: Why
    provision: str | None = None
    effective: str | None = None


ELSEWHERE = frozenset({"duoc-sua-doi-boi", "sua-doi-tai"})
"""Phrases behind a document that was changed; it may stand in the head of the list."""

Touched = tuple[str | None, str | None]
"""provision, effective"""

UNTOUCHED: Touched = (None, None)

MENTION = Why("mention")


def read(
    reading: Reading, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...], head: Head
) -> tuple[Edge, ...]:
    """All relations of the text; several mentions may state one relation, each with its own evidence.

    meaning: for each mention the id of its document, None where it is not known. Spans count in the reading copy.
    """
    return Reader(reading, sightings, meaning, head).edges()


class Reader:
    """Reads the relations of one text."""

    def __init__(
        self, reading: Reading, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...], head: Head
    ) -> None:
        self.reading = reading
        self.sightings = sightings
        self.meaning = meaning
        self.blocks = Blocks(reading)
        scopes = Scopes(reading, sightings, meaning, head, self.blocks)
        scopes.walk()
        self.governed, self.holder = scopes.governed, scopes.holder
        self.effects = Effects(reading, head)

    def edges(self) -> tuple[Edge, ...]:
        """All relations of the text; several mentions may state one relation, each with its own evidence."""
        self.items = self._items()
        self.item_of = {self.blocks.index(item.start): item for item in reversed(self.items)}
        found = [edge for index, governed in enumerate(self.governed) for edge in self._state(index, governed)]
        return (*_stronger([*found, *self._issued_to_implement()]), *self._below())

    def _items(self) -> list[changes.Listed]:
        named = [
            changes.Named(self.meaning[index] or "", sighting.start, sighting.end, self._lead(index))
            for index, sighting in enumerate(self.sightings)
            if self.governed[index] is not None and self._changes(index) and self.meaning[index] not in (None, SELF)
        ]
        if not named:
            return []
        cited = [sighting.start for sighting in self.sightings if sighting.form != "anaphor"]
        return list(changes.listed(self.reading, self.blocks, named, cited))

    def _lead(self, index: int) -> changes.Lead | None:
        """The verb that the items below share, where it repeals."""
        governed = self.governed[index]
        if governed is None or governed.cue is None or governed.predicate != "repeals":
            return None
        return changes.Lead("repeals", governed.rule.partition(".")[0], governed.cue)

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
        block = self.blocks.span(self.sightings[index].start)
        return (
            governed.predicate == "repeals"
            and governed.scope == "clause"
            and self.reading.low[block.start : block.end].rstrip().endswith(":")
        )

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
        rule, why = (governed.rule, self._why(governed, holder)) if governed else ("mention", self._why(None, holder))
        provision = self.effects.provision(predicate, sighting.start)
        if provision and governed and governed.cue and not governed.inverse:
            floor = governed.cue.start if governed.cue.end <= sighting.start else sentence.start
            provision = self.effects.all_of(floor, sighting.start) or provision
        if provision is None and governed is not None and governed.touched is not None:
            provision = self._printed(governed.touched)
        if provision is None and governed is not None and governed.scope == "behind":
            provision = self.effects.annex(sighting.start)
        if predicate == "amends" and governed is not None and governed.cue is not None and not governed.inverse:
            provision = self.effects.added(governed.cue, sighting.start) or provision
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
            changed = (self._provision_of(governed.subject, index, predicate), effective)
            yield from self._edge(target, predicate, governed.subject, span, sentence, rule, why, changed)
            touched, subject = UNTOUCHED, None
            predicate, rule, why = "cites", "mention", MENTION
        elif subject is not None and subject != SELF:
            yield from self._edge(subject, predicate, target, Span(start, sighting.end), sentence, rule, why, touched)
            touched = UNTOUCHED
            predicate, rule, start, why = "cites", "mention", sighting.start, MENTION
        yield from self._edge(SELF, predicate, target, Span(start, sighting.end), sentence, rule, why, touched)

    def _by_anaphor(self, index: int, target: str, governed: Governed | None) -> Iterator[Edge]:
        """ "Thông tư A được thay thế bởi Thông tư này": an anaphor acts; what is said about one is not stated twice."""
        if governed is None or not governed.inverse or governed.subject in (None, target):
            return
        sighting = self.sightings[index]
        sentence = self.blocks.sentence(sighting.start, sighting.end)
        why = self._why(governed, None)
        effective = self.effects.day(governed.predicate, why.cue, sighting.end, sentence) if target == SELF else None
        touched = (self._provision_of(governed.subject or "", index, governed.predicate), effective)
        span = Span(governed.start, sighting.end)
        rule = governed.rule
        yield from self._edge(target, governed.predicate, governed.subject or "", span, sentence, rule, why, touched)

    def _item_changed(self, index: int, governed: Governed | None) -> changes.Listed | None:
        """The item whose provision another document changed before: "Sửa đổi khoản 2 Điều 5 (đã được sửa đổi tại Thông
        tư Y) như sau:" below "Sửa đổi một số điều của Thông tư X" says that Y amends X."""
        if governed is None or governed.rule not in ELSEWHERE or governed.inverse or governed.cue is None:
            return None
        item = self.item_of.get(self.blocks.index(self.sightings[index].start))
        return item if item is not None and item.end <= governed.cue.start else None

    def _printed(self, touched: Span) -> str | None:
        words = " ".join(touched.of(self.reading.text).split())
        return words if len(words) <= PROVISION_LIMIT else None

    def _why(self, governed: Governed | None, holder: int | None) -> Why:
        title = self.sightings[holder].tail.title if holder is not None else None
        if governed is None:
            return Why("mention", title=title)
        return Why(governed.scope, governed.cue, title, governed.through)

    def _provision_of(self, changed: str, index: int, predicate: Predicate) -> str | None:
        """In "khoản 2 Điều 5 A được sửa đổi bởi B" the provision stands before A."""
        block = self.blocks.start(self.sightings[index].start)
        for other in range(index - 1, max(-1, index - NEIGHBOURS), -1):
            if self.sightings[other].start < block:
                return None
            if self.meaning[other] == changed:
                return self.effects.provision(predicate, self.sightings[other].start)
        return None

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


def _lead(why: Why) -> Span | None:
    """The lead-in of the list that the document is an item of."""
    return why.through if why.scope == "list" else None


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
