"""All that one source says."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from ontology.origin import Origin
from ontology.records.actions import Action, Observation, Programme
from ontology.records.doubts import Suspicion, Unresolved
from ontology.records.header import Header
from ontology.records.source import Note, Source
from ontology.records.statements import Statement
from ontology.records.structure import Block
from ontology.records.works import Citation, Entry, Work


class Extraction(Struct, frozen=True):
    """All that one source says. `works` hold no entry for the speaking document: `self_work` is that.

    register: an official list; it has `entries` and no citations, and `self_work` is the list itself. origin: the pages
    that the text comes from. notes: how it was read, where a person should know. tasks: planned actions that rows of
    tables hand out, told apart from those that sentences state; the graph holds both.
    """

    source: Source
    text: str
    header: Header
    self_work: Work
    citations: tuple[Citation, ...] = ()
    works: tuple[Work, ...] = ()
    statements: tuple[Statement, ...] = ()
    programmes: tuple[Programme, ...] = ()
    actions: tuple[Action, ...] = ()
    unresolved: tuple[Unresolved, ...] = field(default=())
    structure: Sequence[Block] = ()
    observations: tuple[Observation, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    register: bool = False
    entries: tuple[Entry, ...] = ()
    origin: Origin = field(default_factory=Origin)
    notes: tuple[Note, ...] = ()
    tasks: tuple[Action, ...] = ()
