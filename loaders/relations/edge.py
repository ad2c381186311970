"""One relation as it is read, and which of several that say the same are kept."""

from __future__ import annotations

from collections.abc import Iterator

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


def stronger(edges: list[Edge]) -> Iterator[Edge]:
    """`cites` only when nothing stronger is said between the same two documents; the first evidence of each stays."""
    said = {(edge.subject, edge.object) for edge in edges if edge.predicate != "cites"}
    reported = {edge.object for edge in edges if edge.subject == SELF and edge.predicate == "reportsOn"}
    seen: set[tuple[str, str, str, int]] = set()
    for edge in sorted(edges, key=lambda e: (e.end, e.start)):
        if edge.predicate == "cites" and (edge.subject, edge.object) in said:
            continue
        if edge.subject == SELF and edge.predicate == "implements" and edge.object in reported:
            continue  # "năm thứ hai triển khai thực hiện X" in a report on X: what is reported, not a second relation
        key = (edge.subject, edge.predicate, edge.object, edge.sentence.start)
        if key not in seen:
            seen.add(key)
            yield edge
