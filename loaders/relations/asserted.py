"""What the speaking document itself says is so: not what it asks for, leaves to others, denies or takes from a rule."""

from __future__ import annotations

from loaders.relations import agents, clauses, cues
from loaders.relations.annexed import Annexed
from ontology.powers import types_that

CLAUSE_LIMIT = 600
"""Code points in which a clause begins: an endless line must not cost its square."""

ASSIGNED_BY = "assignedBy"
"""Detail of the phrase "được giao tại"."""

RULES = types_that("rules")
"""Types of acts that set rules."""

RULES_BY_YEAR = types_that("rules_by_year")
"""Types of acts that set rules where their number holds the year: Quyết định số 16/2026/QĐ-UBND."""


class Asserted(Annexed):
    """Adds to a walk the question whether a phrase says what is so."""

    def acts(self, cue: cues.Cue) -> bool:
        """Does the speaking document itself do what a phrase outside of titles says, and now?"""
        predicate = cue.phrase.predicate
        if cue.phrase.direction == "inverse" or predicate == "cites":
            return False
        if clauses.negated(self.reading.low, cue.start):
            return False
        if predicate in agents.CHANGES and self._proposed(cue, None):
            return False
        if predicate == "implements" and (self._assigned(cue) or self._hands_out(cue)):
            return False
        if predicate == "reportsOn" and not self._is_report(None):
            return False
        floor = self.blocks.start(cue.start)
        return predicate not in agents.CONCERNED or not agents.names_another(
            self.reading, floor, cue.start, self.head.type, predicate
        )

    def _proposed(self, cue: cues.Cue, holder: int | None) -> bool:
        """Is the change no more than asked for, as the words of its clause or its title say?"""
        low = self.reading.low
        floor = max(self.blocks.start(cue.start), cue.start - 120)
        floor = max(floor, low.rfind("|", floor, cue.start) + 1)
        title = self.sightings[holder].tail.title if holder is not None else None
        if title is not None and title.start <= cue.start:
            floor = max(floor, title.start)
        if low.endswith(("này ", "này và ", "này"), floor, cue.start):
            return False
        return clauses.PROPOSAL.search(low, floor, cue.start) is not None

    def _assigned(self, cue: cues.Cue) -> bool:
        """Others have to carry it out ("giao Sở Tài chính thực hiện X"), as the clause of the cue says."""
        floor = max(self.blocks.start(cue.start), cue.start - CLAUSE_LIMIT)
        clause = clauses.sentence_start(self.reading.low, floor, cue.start)
        return clauses.ASSIGNED_TO.search(self.reading.low, clause, cue.start) is not None

    def _hands_out(self, cue: cues.Cue) -> bool:
        """Money, posts or powers are handed out, no task: "biên chế được giao tại Quyết định X"."""
        floor = max(0, cue.start - CLAUSE_LIMIT)
        return cue.phrase.detail == ASSIGNED_BY and clauses.GIVEN.search(self.reading.low, floor, cue.start) is not None

    def _rules(self, holder: int | None) -> bool:
        """Does an act that sets rules speak? What is done under it follows others ("thực hiện theo Nghị định X")."""
        kind = self.head.type if holder is None else self.sightings[holder].type
        year = self.head.header.year if holder is None else self.sightings[holder].year
        return kind is not None and (kind.slug in RULES or (kind.slug in RULES_BY_YEAR and year is not None))

    def _is_report(self, holder: int | None) -> bool:
        kind = self.head.type if holder is None else self.sightings[holder].type
        return kind is not None and kind.slug == "bao-cao"
