"""One relation as it is read, and which of several that say the same are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from ontology.records import SELF, Predicate, Span, Why


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


Touched = tuple[str | None, str | None]
"""provision, effective"""

UNTOUCHED: Touched = (None, None)

MENTION = Why("mention")


class Relation(Protocol):
    """An edge, or the statement that it becomes."""

    @property
    def subject(self) -> str: ...
    @property
    def predicate(self) -> str: ...
    @property
    def object(self) -> str: ...


def outdone(relations: Sequence[Relation]) -> Callable[[Relation], bool]:
    """Which relations of a text are left out for others: `cites` where something stronger is said between the same two
    documents; in a report on X "năm thứ hai triển khai thực hiện X", which is what is reported and no second
    relation."""
    said = {(each.subject, each.object) for each in relations if each.predicate != "cites"}
    reported = {each.object for each in relations if each.subject == SELF and each.predicate == "reportsOn"}

    def is_outdone(each: Relation) -> bool:
        if each.predicate == "cites":
            return (each.subject, each.object) in said
        return each.subject == SELF and each.predicate == "implements" and each.object in reported

    return is_outdone


def stronger(edges: list[Edge]) -> Iterator[Edge]:
    """Without those that others outdo; the first evidence of each stays."""
    is_outdone = outdone(edges)
    seen: set[tuple[str, str, str, int]] = set()
    for edge in sorted(edges, key=lambda e: (e.end, e.start)):
        if is_outdone(edge):
            continue
        key = (edge.subject, edge.predicate, edge.object, edge.sentence.start)
        if key not in seen:
            seen.add(key)
            yield edge
