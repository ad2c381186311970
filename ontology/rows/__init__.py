"""The shapes of the rows of the domain tables, and what the columns mean."""

from ontology.rows.actions import MoneyUnit, ProgrammeKind, Section, SectionWord, StatusLabel, Unit
from ontology.rows.bodies import Body, BodyWord, HeadTitle, NameStop, PartyTerm, Place, Scope
from ontology.rows.documents import (
    AttributeLabel,
    DocumentPower,
    DocumentType,
    Family,
    KnownDocument,
    Power,
    RegisterColumn,
    RegisterField,
)
from ontology.rows.relations import PredicateLabel, RelationPhrase, SuspicionLabel

__all__ = [
    "AttributeLabel",
    "Body",
    "BodyWord",
    "DocumentPower",
    "DocumentType",
    "Family",
    "HeadTitle",
    "KnownDocument",
    "MoneyUnit",
    "NameStop",
    "PartyTerm",
    "Place",
    "Power",
    "PredicateLabel",
    "ProgrammeKind",
    "RegisterColumn",
    "RegisterField",
    "RelationPhrase",
    "Scope",
    "Section",
    "SectionWord",
    "StatusLabel",
    "SuspicionLabel",
    "Unit",
]
