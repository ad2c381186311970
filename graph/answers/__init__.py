"""The typed answers of the graph: what `viz` draws and `api` sends. Plain frozen values, no RDF terms."""

from graph.answers.actions import (
    STATUSES,
    Action,
    ActionList,
    Branch,
    Cell,
    Counts,
    Match,
    Measure,
    PlanReport,
    ProgrammePage,
    ProgrammeSummary,
    Sum,
)
from graph.answers.chains import Chain
from graph.answers.documents import (
    DocumentPage,
    DocumentSummary,
    Edge,
    Evidence,
    Finding,
    SourceSummary,
    StatedConflict,
    StoreSummary,
)
from graph.answers.headers import HeaderAnswer, RecipientAnswer, SignerAnswer
from graph.answers.questions import Column, ColumnKind, Parameter, ParameterKind, Question, Table

__all__ = [
    "STATUSES",
    "Action",
    "ActionList",
    "Branch",
    "Cell",
    "Chain",
    "Column",
    "ColumnKind",
    "Counts",
    "DocumentPage",
    "DocumentSummary",
    "Edge",
    "Evidence",
    "Finding",
    "HeaderAnswer",
    "Match",
    "Measure",
    "Parameter",
    "ParameterKind",
    "PlanReport",
    "ProgrammePage",
    "ProgrammeSummary",
    "Question",
    "RecipientAnswer",
    "SignerAnswer",
    "SourceSummary",
    "StatedConflict",
    "StoreSummary",
    "Sum",
    "Table",
]
