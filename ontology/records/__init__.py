"""The records that flow through the house, from bytes to statements. All frozen; `None` means "not said", never "".

Offsets are code points in `Extraction.text`, half-open: `text[span.start:span.end]` is exactly what was printed.
"""

from ontology.records.actions import Action, ActionStatus, Money, Observation, Programme, Quantity
from ontology.records.doubts import Severity, Suspicion, SuspicionKind, Unresolved
from ontology.records.extraction import Extraction
from ontology.records.header import Header, Recipient, RecipientReference, RecipientRole, Signer
from ontology.records.source import Note, Source, Span
from ontology.records.statements import Predicate, Scope, Statement, Why
from ontology.records.structure import Block, BlockKind
from ontology.records.works import (
    SELF,
    Citation,
    Conflict,
    DateBy,
    Decided,
    Entry,
    Form,
    IdentityBy,
    Issuer,
    IssuerBy,
    Mention,
    Work,
)

__all__ = [
    "SELF",
    "Action",
    "ActionStatus",
    "Block",
    "BlockKind",
    "Citation",
    "Conflict",
    "DateBy",
    "Decided",
    "Entry",
    "Extraction",
    "Form",
    "Header",
    "IdentityBy",
    "Issuer",
    "IssuerBy",
    "Mention",
    "Money",
    "Note",
    "Observation",
    "Predicate",
    "Programme",
    "Quantity",
    "Recipient",
    "RecipientReference",
    "RecipientRole",
    "Scope",
    "Severity",
    "Signer",
    "Source",
    "Span",
    "Statement",
    "Suspicion",
    "SuspicionKind",
    "Unresolved",
    "Why",
    "Work",
]
