"""The scope of cues: which phrase governs each mention of a document (RULES §5).

Four places decide, in this order: the title of another citation (the edge belongs to the cited document), a coordinated
neighbour ("Căn cứ A; B và C"), the cue of the own clause, and the lead-in or heading above a list. Quoted titles
are opaque, proposals amend nothing, and a witness is not a subject.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from loaders import agents, cells, cues, gaps, names, opening, pinpoints
from loaders.blocks import Blocks
from loaders.header import Head
from loaders.reading import Reading
from loaders.sighting import Sighting
from ontology.records import SELF, Predicate, Scope, Span
from ontology.tables import DocumentType

LEFT = 8
"""Mentions before "được sửa đổi bởi" among which the changed document is looked for."""

NEIGHBOURS = 60
"""Mentions between two coordinated ones, nested citations of the first one's title among them."""

CLAUSE_LIMIT = 600
"""Code points in which a clause begins: an endless line must not cost its square."""

CHANGES = agents.CHANGES

PASSIVE = re.compile(r"(?<!\w)(?:được|bị)\s+$")
"""What makes a verb of change a passive: "được sửa đổi, bổ sung khoản 63 Điều 1 Thông tư B"."""

ASIDE = re.compile(r"[\s,]*\([^()\n]{1,400}\)")
"""What may stand between a document and the phrase that ends it: "(sau đây gọi là …) hết hiệu lực"."""


class Governed(Struct, frozen=True):
    """What governs one mention: the predicate, where its cue begins, and who acts (None: the speaking document).

    cue, scope, through: the words of the phrase, and how it came to govern this mention (`records.Why`). touched: what a
    change touches, where it does not stand right before the mention.
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


class Scopes:
    """Walks the mentions of one text in order and remembers what governs each, so that neighbours can inherit.

    governed: for each mention what governs it, None where nothing does. holder: for each the index of the citation in
    whose title it stands, None where it stands in no title. closed: citations behind whose title the main clause goes
    on. kinds: id of a document → its type.
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
        self.closed: set[int] = set()
        self.kinds: dict[str | None, DocumentType | None] = {SELF: head.type}
        for index, sighting in enumerate(sightings):
            if sighting.type is not None and meaning[index] != SELF:
                self.kinds.setdefault(meaning[index], sighting.type)
        self.years: dict[str | None, tuple[int, int]] = {}
        for index, sighting in enumerate(sightings):
            year = agents.year_of(sighting)
            if year is not None:
                self.years.setdefault(meaning[index], year)
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
            if self._holds_nothing(other, title):
                continue
            if self._leaves_title(index, other):
                return self.holder[other]
            return other
        return None

    def _holds_nothing(self, other: int, title: Span) -> bool:
        """A law has no title behind its name: in "quy định chi tiết Luật A về B và kèm theo Nghị định C" the words belong
        to the act that details it."""
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
        if self._main_clause(index, holder, title):
            self.closed.add(holder)
            return True
        if not gaps.JOINS.search(self.reading.low, max(title.start, start - 12), start):
            return False
        return all(self.holder[between] != holder for between in range(holder + 1, index))

    def _main_clause(self, index: int, holder: int, title: Span) -> bool:
        """Does the clause that governs the holder go on here: with a second verb ("thay thế A về … và bãi bỏ B"), or
        because the title cannot govern this document ("NĐ A sửa đổi một số điều của NĐ B, Thông tư C")?"""
        start = self.sightings[index].start
        above = self.governed[holder]
        low = self.reading.low
        if above is not None and above.predicate in CHANGES and above.subject in (None, SELF) and not above.inverse:
            front = max(title.start, start - agents.GOES_ON_LIMIT)
            if agents.GOES_ON.search(low, front, start):
                return True
        inner = next((i for i in range(index - 1, holder, -1) if self.holder[i] == holder), None)
        governed = self.governed[inner] if inner is not None else None
        if inner is None or governed is None or governed.predicate not in ("amends", "guides") or governed.inverse:
            return False
        if agents.may(governed.predicate, self.sightings[holder].type, self.sightings[index].type):
            return False
        end = self.sightings[inner].end
        return any(
            end <= place <= start and gaps.COORDINATES.fullmatch(low, place, start)
            for place in (self.sightings[inner].tail.end, self._short_tail(inner), end)
        )

    # --- what governs it

    def _govern(self, index: int) -> Governed | None:
        holder = self.holder[index]
        after = (
            self._cue_behind(index) if holder is None else None
        )  # behind a title it is the titled document that ends
        if after is None:
            return self._in_front(index, holder)
        governed = self._in_front(index, holder)
        changed = governed.subject if governed is not None and governed.inverse else None
        if changed is None:
            self._ends_neighbours(index, after)
            return after
        for other in range(index - 1, self._first(index, None), -1):
            if self.meaning[other] == changed:  # "A, được sửa đổi bởi B, hết hiệu lực": A is over
                self.governed[other] = replace(after, start=self.sightings[other].start)
                self._ends_neighbours(other, after)
                break
        return governed

    def _in_front(self, index: int, holder: int | None) -> Governed | None:
        """What governs a mention from in front of it."""
        start = self.sightings[index].start
        floor = self._floor(index, holder)
        inherited = self._inherited(index, holder)
        if inherited is not None:
            return inherited
        cue = self._cue_before(floor, start, holder)
        if holder is None and (cue is None or cue.phrase.predicate == "cites"):
            opened = opening.read(self.reading, self.blocks, floor, start)
            if opened is not None and agents.may(opened.predicate, self.head.type, self.sightings[index].type):
                return Governed(opened.predicate, opened.cue.start, opened.rule, cue=opened.cue, touched=opened.touched)
        if cue is not None:
            return self._from_cue(cue, index, holder)
        if holder is not None:
            return None
        labelled = cells.cell(self.reading, self.blocks, start)
        if labelled is not None and agents.may(labelled[0], self.head.type, self.sightings[index].type):
            return Governed(labelled[0], labelled[1].start, f"label.{labelled[0]}", cue=labelled[1], scope="list")
        return self._from_list(index)

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
                    return self._of_neighbour(other, index)
                if neighbour.end <= end <= sighting.start and (
                    gaps.COORDINATES.fullmatch(self.reading.low, end, sighting.start)
                    or gaps.AMENDING_ONES.fullmatch(self.reading.low, end, sighting.start)
                ):
                    return self._of_neighbour(other, index)
            if gaps.ENUMERATED.fullmatch(self.reading.low, neighbour.tail.end, sighting.start) and not cues.find(
                self.reading, neighbour.tail.end, sighting.start
            ):
                return self._of_neighbour(other, index)
            title = neighbour.tail.title
            if (
                title
                and title.start < sighting.start <= title.end
                and gaps.JOINS.search(self.reading.low, max(title.start, sighting.start - 12), sighting.start)
            ):
                return self._of_neighbour(other, index)
            return None
        return None

    def _of_neighbour(self, other: int, index: int) -> Governed | None:
        governed, neighbour = self.governed[other], self.sightings[other]
        if governed is None:
            return None
        if not self._takes(governed, other, index):
            changed = governed.subject if governed.inverse else None
            for before in range(other - 1, self._first(index, None), -1):
                if changed is not None and self.meaning[before] == changed:  # "A, được sửa đổi bởi B; C": C beside A
                    return None if before == index else self._of_neighbour(before, index)
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
        if gaps.NEW_ITEM.search(low, *between) or (";" in low[slice(*between)] and self._own_item(index)):
            return False
        behind = next(iter(cues.find(self.reading, end, min(len(low), end + 60))), None)
        changed = behind is not None and behind.phrase.direction == "inverse"
        if changed and behind is not None and not gaps.strip(low[end : behind.start]):
            return False
        return agents.may(governed.predicate, kind, self.kinds.get(governed.subject))

    def _own_item(self, index: int) -> bool:
        """Is the document behind a semicolon one with a name or a title of its own, which amends nothing?"""
        sighting = self.sightings[index]
        title = sighting.tail.title
        if title is not None:
            return not self.reading.low.startswith(("sửa đổi", "bổ sung"), title.start)
        return sighting.name is not None and not sighting.name.lower().startswith(("sửa đổi", "bổ sung"))

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
        inverse = cue.phrase.direction == "inverse" or (
            predicate in CHANGES and PASSIVE.search(low, max(0, cue.start - 8), cue.start) is not None
        )
        if predicate in CHANGES and not inverse and self._proposed(cue, holder):
            return Governed("cites", cue.start, f"{rule}.proposal", cue=words)
        if gaps.NEGATION.search(low, max(0, cue.start - 24), cue.start):
            return Governed("cites", cue.start, f"{rule}.negation", cue=words)
        if predicate == "implements" and holder is None and self._assigned(cue):
            return Governed("cites", cue.start, f"{rule}.assigned", cue=words)
        if predicate == "reportsOn" and not self._is_report(holder):
            predicate = "cites"
        if predicate == "basedOn" and holder is not None:
            predicate = "cites"
        subject = self._changed(index, cue) if inverse else self._subject(index, cue, holder)
        if predicate in CHANGES and not inverse and subject is not None and self._older(subject, index):
            inverse = True  # "Luật A (sửa đổi Luật B)" where B is the younger: B changes A
            if not agents.may(predicate, self.sightings[index].type, self.kinds.get(subject)):
                return Governed("cites", cue.start, f"{rule}.other", cue=words)
        if subject is None and inverse:
            return Governed("cites", cue.start, rule, cue=words)  # what was changed stands elsewhere: not the speaker
        if subject is None and holder is None and predicate in agents.CONCERNED:
            kind = self.sightings[index].type
            if not agents.may(predicate, self.head.type, kind) or agents.names_another(
                self.reading, self.blocks.start(cue.start), cue.start, self.head.type, predicate
            ):
                return Governed("cites", cue.start, f"{rule}.other", cue=words)
        return Governed(predicate, cue.start, rule, subject, inverse, cue=words)

    def _proposed(self, cue: cues.Cue, holder: int | None) -> bool:
        """Is the change no more than asked for, as the words of its clause or its title say?"""
        low = self.reading.low
        floor = max(self.blocks.start(cue.start), cue.start - 120, low.rfind("|", 0, cue.start) + 1)
        title = self.sightings[holder].tail.title if holder is not None else None
        if title is not None and title.start <= cue.start:
            floor = max(floor, title.start)
        if low.endswith(("này ", "này và ", "này"), floor, cue.start):
            return False
        return gaps.PROPOSAL.search(low, floor, cue.start) is not None

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
                    above = self.governed[other]
                    if "và" in self.reading.low[tail_end : cue.start + 3] and above and above.predicate in CHANGES:
                        return above.subject  # "A sửa đổi B và thay thế C": A does both
                    return self.meaning[other]
        return None

    def _older(self, work: str, index: int) -> bool:
        """Is a document certainly older than the one mentioned, by the years of the two?"""
        year, other = agents.year_of(self.sightings[index]), self.years.get(work)
        return year is not None and other is not None and other < year

    def _changed(self, index: int, cue: cues.Cue) -> str | None:
        """The document before "được sửa đổi bởi": the nearest that a document of this type may change ("Nghị định A
        quy định chi tiết Luật B được sửa đổi bởi Nghị định C": A)."""
        low = self.reading.low
        kind = self.sightings[index].type
        block = self.blocks.start(cue.start)
        if gaps.THIS_PROVISION.search(low, max(block, cue.start - 40), cue.start):
            return SELF
        for other in range(index - 1, max(-1, index - LEFT), -1):
            sighting = self.sightings[other]
            if sighting.start < block:
                return None
            if sighting.end > cue.start or sighting.form == "anaphor":
                continue
            end = min(max(sighting.end, sighting.tail.end), cue.start)
            if gaps.strip(low[end : cue.start]) and gaps.sentence_start(low, end, cue.start) != end:
                return None
            if agents.may(cue.phrase.predicate, kind, sighting.type):
                return self.meaning[other]
        return None

    def _cue_behind(self, index: int) -> Governed | None:
        """ "Thông tư X hết hiệu lực kể từ ngày …": the phrase stands behind the document that it ends."""
        sighting = self.sightings[index]
        low = self.reading.low
        ends = {sighting.tail.end, self._short_tail(index), sighting.end}
        ends |= {aside.end() for end in ends if (aside := ASIDE.match(low, end) or gaps.CONTRARY.match(low, end))}
        for end in sorted(ends):
            for cue in cues.find(self.reading, end, min(len(low), end + 60), "after_target"):
                if cue.phrase.direction == "forward" and not gaps.strip(low[end : cue.start]):
                    return _behind(cue, sighting)
        return None

    def _ends_neighbours(self, index: int, ended: Governed) -> None:
        """ "A và B hết hiệu lực" ends both; what a verb of its own governs is not ended ("thay thế A; B hết hiệu
        lực")."""
        last = index
        for other in range(index - 1, self._first(index, None), -1):
            if self.holder[other] is not None:
                continue
            sighting, start = self.sightings[other], self.sightings[last].start
            places = (sighting.tail.end, self._short_tail(other), sighting.end)
            present = self.governed[other]
            if (present is not None and present.predicate in CHANGES) or not any(
                sighting.end <= place <= start and gaps.COORDINATES.fullmatch(self.reading.low, place, start)
                for place in places
            ):
                return
            self.governed[other] = replace(ended, start=sighting.start)
            last = other

    def _from_list(self, index: int) -> Governed | None:
        """A citation that opens a list item takes the relation of the heading or the lead-in above the list."""
        start = self.sightings[index].start
        if not self.blocks.opens(pinpoints.opening(self.reading, self.blocks.start(start), start)):
            return None
        lead = self.blocks.lead_in(start)
        if lead is None:
            return self._preamble(index)
        cited = self._cited_in(lead, index)
        ended = self._ended_list(lead) if not cited else None
        if ended is not None:
            return replace(ended, start=start)
        for cue in reversed(cues.find(self.reading, lead.start, lead.end)):
            predicate: Predicate = cue.phrase.predicate if cue.phrase.predicate != "reportsOn" else "cites"
            words = Span(cue.start, cue.end)
            listed = Governed(predicate, start, f"{cue.phrase.id}.list", cue=words, scope="list", through=lead)
            if cue.phrase.direction == "inverse":
                changed = self._changed_in_lead(cue, cited, index)
                return replace(listed, subject=changed, inverse=True) if changed is not None else None
            if cited or not gaps.opens_list(self.reading.low, cue, lead):
                continue
            kind = self.sightings[index].type
            if predicate in CHANGES and not agents.may(predicate, self.head.type, kind):
                return replace(listed, predicate="cites", rule=f"{listed.rule}.other")
            return listed
        keyed = cells.key(self.reading, lead)
        return Governed(keyed, start, f"label.{keyed}", cue=lead, scope="list", through=lead) if keyed else None

    def _preamble(self, index: int) -> Governed | None:
        """A line of a preamble without "Căn cứ" rests on the line above it, which ends with a semicolon."""
        before = self.blocks.index(self.sightings[index].start) - 1
        if before < 0 or index == 0:
            return None
        above = Span(*self.blocks.bounds[before])
        if not self.reading.text[above.start : above.end].rstrip().endswith(";"):
            return None
        for other in range(index - 1, self._first(index, None), -1):
            if self.sightings[other].start < above.start:
                return None
            governed = self.governed[other]
            if self.holder[other] is None and governed is not None and governed.predicate == "basedOn":
                return self._of_neighbour(other, index)
        return None

    def _cited_in(self, lead: Span, index: int) -> list[int]:
        """The documents named in a lead-in, in order; "Thông tư này" is none."""
        found = []
        for other in range(index - 1, -1, -1):
            if self.sightings[other].start < lead.start:
                break
            if self.sightings[other].start < lead.end and self.sightings[other].form != "anaphor":
                found.append(other)
        return found[::-1]

    def _ended_list(self, lead: Span) -> Governed | None:
        """ "Các Thông tư sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực:" """
        low = self.reading.low
        for cue in cues.find(self.reading, lead.start, lead.end, "after_target"):
            if cue.phrase.direction == "forward" and gaps.FOLLOWING.search(low, lead.start, cue.start):
                words = Span(cue.start, cue.end)
                return Governed(cue.phrase.predicate, 0, f"{cue.phrase.id}.list", cue=words, scope="list", through=lead)
        return None

    def _changed_in_lead(self, cue: cues.Cue, cited: list[int], index: int) -> str | None:
        """ "Luật A được sửa đổi, bổ sung bởi:": the document that the items change."""
        before = [i for i in cited if self.sightings[i].end <= cue.start]
        if not before or len(before) != len(cited):
            return None
        kinds = (self.sightings[index].type, self.sightings[before[-1]].type)
        return self.meaning[before[-1]] if agents.may(cue.phrase.predicate, *kinds) else None


def _behind(cue: cues.Cue, sighting: Sighting) -> Governed:
    words = Span(cue.start, cue.end)
    return Governed(cue.phrase.predicate, sighting.start, cue.phrase.id, cue=words, scope="behind")
