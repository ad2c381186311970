"""The scope of cues: which phrase governs each mention of a document (RULES §5).

Four places decide, in this order: the title of another citation (the edge belongs to the cited document), a coordinated
neighbour ("Căn cứ A; B và C"), the cue of the own clause, and the lead-in or heading above a list. Quoted titles
are opaque, proposals amend nothing, and a witness is not a subject.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.citations import pinpoints
from loaders.relations import agents, annexes, clauses, cues, gaps, notes, opening
from loaders.relations.asides import Asides
from loaders.relations.asserted import ASSIGNED_BY, CLAUSE_LIMIT
from loaders.relations.governed import Governed
from loaders.text import cells
from ontology.powers import types_that
from ontology.records import SELF, Predicate, Span

PASSIVE = re.compile(r"(?<!\w)(?:được|bị)\s+$")
"""What makes a verb of change a passive: "được sửa đổi, bổ sung khoản 63 Điều 1 Thông tư B"."""

AND_ANOTHER = re.compile(
    r"(?:sửa\s+đổi|bổ\s+sung)\s*,?\s*(?:và|hoặc)\s+(?!(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)(?!\w))"
)
AND_LIMIT = 16
"""In "A đã được sửa đổi, bổ sung và Điều 54 Nghị định B" stands another document, which changed nothing."""

ANNEX_OF = "annexOf"
HELD = frozenset({ANNEX_OF, "approvedAt"})
"""Details of phrases for what a document holds: its annex, the plan that it approves."""

DELEGATING = types_that("delegates")
"""Types of acts that leave details to others."""

UNDER_RULES = "can-cu-quy-dinh"
"""The phrase "căn cứ quy định tại X": what others go by under rules, or within a sentence."""

KEEPS_RULES = "thuc-hien-quy-dinh"
"""The phrase "thực hiện đúng quy định của X"."""

CARRIES = frozenset({"thuc-hien", "trien-khai", "to-chuc-thuc-hien", "thi-hanh"})
"""The bare phrases of carrying out."""

CARRIED = frozenset({"implements", "basedOn"})
"""What is done to a document by doing it to its annex."""

OF_WORDS = ("cụm từ ", "số từ ")
"""What is taken out of a document or exchanged in it without ending it."""

FOLLOWS = "follows"
"""Detail of phrases for what goes by the rules of a document."""

HELPING_LIMIT = 80
"""Code points that marks and helping words between a document and its verb take."""


class Scopes(Asides):
    """Walks the mentions of one text in order and remembers what governs each, so that neighbours can inherit."""

    def walk(self) -> None:
        """Decides every mention, from the first to the last."""
        quoted, self.annexes = self._quoted(), annexes.repealed(self.reading, self.head)
        self.openings = opening.Openings(self.reading.low)
        for index in range(len(self.sightings)):
            if index not in quoted:
                self.holder[index] = self._holder(index)
                self.governed[index] = self._govern(index)
                continue
            governed = self._in_front(index, None)
            if governed is not None and governed.inverse:  # "bằng cụm từ “Nghị định A được sửa đổi bởi Nghị định B”"
                self.governed[index] = governed
            else:
                self.holder[index] = quoted[index]

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
        for other in range(index - 1, self.first(index, None), -1):
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
        weak = holder is None and (cue is None or cue.phrase.predicate == "cites")
        if weak and self.openings.may_be(self.begins[index], start):
            kind, beyond = self.sightings[index].type, self._past_anaphors(index, floor)
            peer = kind is not None and kind == self.head.type
            opened = opening.read(self.reading, self.begins[index], beyond, start, peer=peer)
            if opened is not None and agents.speaker_may(opened.predicate, self.head, kind):
                return Governed(opened.predicate, opened.cue.start, opened.rule, cue=opened.cue, touched=opened.touched)
        if weak and self.consolidated and notes.may_be(self.reading.low, self.begins[index], start):
            noted = notes.read(self.reading, self.begins[index], floor, start)
            if noted is not None:
                return Governed(noted.predicate, noted.cue.start, notes.RULE, SELF, inverse=True, cue=noted.cue)
        guided = self._guided(index, holder, floor) if cue is None or cue.phrase.predicate == "cites" else None
        if guided is not None:
            return Governed(guided.predicate, guided.cue.start, guided.rule, cue=guided.cue)
        if cue is not None:
            light = holder is not None and gaps.transparent(cue)
            titled = self._changed_in_title(index, holder, floor) if light else None
            if titled is not None:
                return titled
            annex = self._of_annex(index, cue, holder) if cue.phrase.detail == ANNEX_OF else None
            return annex or self._from_cue(cue, index, holder)
        if holder is not None:
            return self._changed_in_title(index, holder, floor)
        labelled = cells.cell(self.reading, self.begins[index], start)
        if labelled is not None and agents.speaker_may(labelled[0], self.head, self.sightings[index].type):
            return Governed(labelled[0], labelled[1].start, f"label.{labelled[0]}", cue=labelled[1], scope="list")
        return self._in_annex(index) or self._basis_line(index) or self._from_list(index)

    def _floor(self, index: int, holder: int | None) -> int:
        """Where the clause of this mention may begin: its block, its holder's title, or behind the citation before
        it."""
        floor = self.begins[index]
        if holder is not None:
            title = self.sightings[holder].tail.title
            floor = title.start if title else floor
        for other in range(index - 1, self.first(index, holder), -1):
            if self.holder[other] == holder:
                end = max(self.sightings[other].end, self.short_tail(other))
                if self._listed(index, other):
                    end = self.sightings[index].start  # the title of the one before stands between
                return max(floor, min(end, self.sightings[index].start))
        return floor

    def _cue_before(self, floor: int, end: int, holder: int | None) -> cues.Cue | None:
        """The cue nearest to the mention whose words up to it let it reach there."""
        low = self.reading.low
        sentence = clauses.sentence_start(low, max(floor, end - cues.REACH), end)
        found = cues.find(self.reading, sentence, end)
        weak = None
        for cue in reversed(found):
            if gaps.reaches(low, cue, end):
                if cue.phrase.detail in HELD:
                    return self._carried_annex(found, cue, end) or cue
                if not gaps.transparent(cue):
                    return cue
                weak = weak or cue
            elif not gaps.transparent(cue):
                break
        return weak

    def _carried_annex(self, found: list[cues.Cue], annex: cues.Cue, end: int) -> cues.Cue | None:
        """ "Thực hiện Quy chế làm việc ban hành kèm theo Quyết định X", "… Đề án A được phê duyệt tại Quyết định X":
        who carries out the annex carries out X, who rests on it rests on X."""
        low = self.reading.low
        before = (cue for cue in found if cue.start < annex.start and cue.phrase.predicate in CARRIED)
        return next((cue for cue in before if gaps.annexed(low, _before_noun(low, cue), end)), None)

    def _from_cue(self, cue: cues.Cue, index: int, holder: int | None) -> Governed:
        predicate: Predicate = cue.phrase.predicate
        rule = cue.phrase.id
        low = self.reading.low
        words = Span(cue.start, cue.end)
        title = self.sightings[holder].tail.title if holder is not None else None
        inverse = cue.phrase.direction == "inverse" or (
            predicate in agents.CHANGES and PASSIVE.search(low, max(0, cue.start - 8), cue.start) is not None
        )
        if inverse and cue.phrase.direction != "inverse" and AND_ANOTHER.search(low, cue.start, cue.end + AND_LIMIT):
            return Governed("cites", cue.start, f"{rule}.other", cue=words)
        if predicate in agents.CHANGES and not inverse and self._proposed(cue, holder):
            return Governed("cites", cue.start, f"{rule}.proposal", cue=words)
        if clauses.negated(low, cue.start):
            return Governed("cites", cue.start, f"{rule}.negation", cue=words)
        kind = self.sightings[index].type
        delegates = cue.phrase.detail == ASSIGNED_BY and kind is not None and kind.slug in DELEGATING
        if delegates and clauses.DELEGATED.search(low, max(0, cue.start - CLAUSE_LIMIT), cue.start):
            predicate = "guides"  # "Nghị định này quy định chi tiết một số điều được giao tại Luật X"
        if holder is None and ((predicate in CARRIED and self._assigned(cue)) or self._hands_out(cue)):
            return Governed("cites", cue.start, f"{rule}.assigned", cue=words)
        if cue.phrase.detail == FOLLOWS and (
            self._rules(holder) or pinpoints.before(self.reading, self.sightings[index].start)
        ):
            return Governed("cites", cue.start, f"{rule}.rules", cue=words)
        if predicate == "implements" and rule in CARRIES and self._is_provision_of_rules(cue, index, holder):
            return Governed("cites", cue.start, f"{rule}.rules", cue=words)
        if rule == KEEPS_RULES and holder is None and self._carries_out(cue, index):
            return Governed("implements", cue.start, rule, cue=words)
        if predicate == "amends" and not inverse and self._names_type(index, cue):
            return Governed("cites", cue.start, f"{rule}.other", cue=words)
        if rule == UNDER_RULES and (self._rules(holder) or not self._opens_sentence(cue)):
            return Governed("cites", cue.start, f"{rule}.rules", cue=words)
        if predicate == "reportsOn" and not self._is_report(holder):
            predicate = "cites"
        if predicate == "basedOn" and holder is not None:
            predicate = "cites"
        if inverse and predicate in ("repeals", "replaces") and low.endswith(OF_WORDS, 0, cue.start):
            predicate = "amends"  # "Luật A có cụm từ bị bãi bỏ bởi Luật B"
        if predicate in agents.CHANGES and not inverse and holder is None and self._aside_of_another(index, cue):
            return Governed("cites", cue.start, f"{rule}.other", cue=words)
        if inverse and self._opens_cell(cue):
            return self._of_row(index, cue)
        subject = self._changed(index, cue) if inverse else self._subject(index, cue, holder)
        if holder is not None and predicate in agents.CHANGES and not inverse:
            titled = self.meaning[holder]
            aside = "(" in low[self.sightings[holder].end : cue.start]
            subject = titled if titled is not None and aside and self.older(titled, index) else None
        if predicate in agents.CHANGES and not inverse and subject is not None and self.older(subject, index):
            inverse = True  # "Luật A (sửa đổi Luật B)" where B is the younger: B changes A
            if not agents.may(predicate, self.sightings[index].type, self.kinds.get(subject)):
                return Governed("cites", cue.start, f"{rule}.other", cue=words)
        if subject is None and inverse:
            return Governed("cites", cue.start, rule, cue=words)  # what was changed stands elsewhere: not the speaker
        if subject is None and predicate in agents.CONCERNED:
            actor = self.head.type if holder is None else self.sightings[holder].type
            floor = self.blocks.start(cue.start) if title is None else max(title.start, self.blocks.start(cue.start))
            target = self.sightings[index].type
            able = (
                agents.may(predicate, actor, target)
                if holder is not None
                else agents.speaker_may(predicate, self.head, target)
            )
            if not able or agents.names_another(self.reading, floor, cue.start, actor, predicate):
                return Governed("cites", cue.start, f"{rule}.other", cue=words)
        return Governed(predicate, cue.start, rule, subject, inverse, cue=words)

    def _carries_out(self, cue: cues.Cue, index: int) -> bool:
        """Does a plan or a letter itself say that it keeps to a document as a whole?"""
        kind = self.head.type
        paper = kind is not None and kind.slug in agents.PAPERS
        return paper and self._opens_sentence(cue) and not pinpoints.before(self.reading, self.sightings[index].start)

    def _is_provision_of_rules(self, cue: cues.Cue, index: int, holder: int | None) -> bool:
        """In an act, does a body carry out what one provision of another gives it: "Ủy ban nhân dân cấp tỉnh thực hiện
        các nhiệm vụ tại khoản 2 Điều 31 Luật X"?"""
        if holder is not None or not self._rules(holder) or self._opens_sentence(cue):
            return False
        return pinpoints.before(self.reading, self.sightings[index].start) is not None

    def _subject(self, index: int, cue: cues.Cue, holder: int | None) -> str | None:
        """A document named right before the cue acts ("Quyết định A … thay thế Quyết định B"); else the speaking
        one."""
        if cue.phrase.predicate in agents.CHANGES and holder is None:
            if self._in_aside_of(index, cue):
                return self.meaning[index - 1]
            for other in range(index - 1, max(-1, index - 4), -1):
                tail_end = max(self.sightings[other].end, self.short_tail(other))
                if tail_end < cue.start and self._ends_title(other, cue):
                    return self.meaning[other]
                near = tail_end <= cue.start <= tail_end + HELPING_LIMIT
                if near and not clauses.strip(self.reading.low[tail_end : cue.start]):
                    above = self.governed[other]
                    joined = any(word in self.reading.low[tail_end : cue.start + 3] for word in ("và", ";"))
                    if joined and above is not None and above.predicate in agents.CHANGES:
                        return above.subject  # "A sửa đổi B và thay thế C": A does both
                    return self.meaning[other]
        return None


def _before_noun(low: str, cue: cues.Cue) -> int:
    """End of a phrase without the noun that it may hold: "Căn cứ Quy định về thể thức ban hành kèm theo"."""
    at = low.find("quy định", cue.start, cue.end) if cue.phrase.id == UNDER_RULES else -1
    return at - 1 if at > 0 else cue.end
