"""What the graph answers about the chain of a document: its neighbourhood, step by step, and the actions at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.answers.actions import ActionList
from graph.answers.documents import DocumentSummary, Edge


@dataclass(frozen=True, slots=True)
class Chain:
    """The neighbourhood of one document along strong relations. depth: node IRI → steps from the focus
    (negative upward, 0 the focus, positive downward). truncated: nodes whose further neighbours were cut. actions: node
    IRI → the actions that it states, for the focus and what lies below; the focus also has those that carry it out and
    are told by documents outside of the chain."""

    focus: DocumentSummary
    nodes: tuple[DocumentSummary, ...]
    edges: tuple[Edge, ...]
    depth: dict[str, int]
    truncated: dict[str, int]
    actions: Mapping[str, ActionList] = field(default_factory=dict)
