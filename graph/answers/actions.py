"""What the graph answers about programmes and actions, and about a plan beside its reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from graph.answers.documents import DocumentSummary, Evidence

STATUSES = ("done", "ongoing", "planned", "notDone")
"""In the order in which people read them."""

Counts = tuple[tuple[str, int], ...]
"""(status or place, how many); only those that occur."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A result or a sum as printed. value, out_of, dong: decimals without exponent, exactly as stored ("30906.3");
    dong: a sum in đồng, where its unit says how many."""

    kind: Literal["quantity", "money"]
    value: str
    unit: str
    text: str
    out_of: str | None = None
    dong: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeSummary:
    """A resolved programme, short enough for a list row. witnesses: how many sources name it."""

    iri: str
    label: str
    kind: str
    name: str
    period: str | None = None
    approved_by: DocumentSummary | None = None
    witnesses: int = 0


@dataclass(frozen=True, slots=True)
class Action:
    """Something done, being done, planned or not done; `evidence` is the sentence that states it.

    place: as stated; province: the one that the place names, else that of the document that states it.
    """

    iri: str
    status: str
    evidence: Evidence
    actor: str | None = None
    time: str | None = None
    place: str | None = None
    province: str | None = None
    path: str | None = None
    partners: tuple[str, ...] = ()
    carries_out: tuple[DocumentSummary, ...] = ()
    programmes: tuple[ProgrammeSummary, ...] = ()
    measures: tuple[Measure, ...] = ()

    @property
    def witness(self) -> DocumentSummary:
        return self.evidence.witness


@dataclass(frozen=True, slots=True)
class ActionList:
    """Some of the actions of a scope. total: how many there are after filtering; statuses, places: counts of the whole
    scope before filtering; programmes: those that occur in it; capped: the scope holds more than was looked at."""

    actions: tuple[Action, ...] = ()
    total: int = 0
    statuses: Counts = ()
    places: Counts = ()
    programmes: tuple[ProgrammeSummary, ...] = ()
    capped: bool = False

    @property
    def more(self) -> int:
        return self.total - len(self.actions)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what its headers say it is, its value, and the line that holds it. table: from 1."""

    table: int
    row: str
    column: str
    value: str
    unit: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """All that the page of a programme shows. candidates: programmes that it may be."""

    programme: ProgrammeSummary
    aliases: tuple[str, ...] = ()
    candidates: tuple[ProgrammeSummary, ...] = ()
    mentions: tuple[Evidence, ...] = ()
    actions: ActionList = field(default_factory=ActionList)
    left_out: int = 0
    """Mentions beyond the limit."""


@dataclass(frozen=True, slots=True)
class Match:
    """A planned action, and a later one that may be its fulfilment: a suggestion, never a fact. score: 0 … 1;
    words: phrases that both hold, the weightiest first."""

    planned: Action
    done: Action
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Results of one status and unit, added up; money in đồng."""

    status: str
    unit: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A document of the tree below a decision: how deep it hangs, and how many actions of each status it states."""

    document: DocumentSummary
    depth: int
    parent: str | None
    statuses: Counts


@dataclass(frozen=True, slots=True)
class PlanReport:
    """What was planned and what was done under a decision. grid: (place, counts by status); unmatched: planned actions
    that no later action resembles; considered: (planned, done) actions that were compared, of all there are."""

    focus: DocumentSummary
    branches: tuple[Branch, ...]
    total: int
    statuses: Counts
    grid: tuple[tuple[str | None, Counts], ...]
    sums: tuple[Sum, ...]
    matches: tuple[Match, ...]
    unmatched: tuple[Action, ...] = ()
    planned: int = 0
    considered: tuple[int, int] = (0, 0)
    capped: bool = False
    truncated: int = 0
    """Documents below the decision that were not followed."""
