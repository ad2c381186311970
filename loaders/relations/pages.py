"""A text that nowhere says what kind of document it is: a page about acts. It cites them and changes none: "Nghị định
cũng sửa đổi Điều 21 Nghị định số 105/2012/NĐ-CP" on a page says it of the decree that the page tells of."""

from __future__ import annotations

from msgspec.structs import replace

from loaders.header.header import Head
from loaders.relations import agents
from loaders.relations.edge import Edge
from loaders.text.reading import Reading
from ontology.records import SELF

DONE_BY_ACTS = agents.CHANGES | {"guides"}
"""What only an act does."""

SENTENCE_LIMIT = 800
"""Code points up to which a text may be a sentence that somebody took out of its act."""


def is_page(reading: Reading, head: Head) -> bool:
    """Is the text longer than a sentence, without type or number?"""
    return head.type is None and head.header.number is None and len(reading.low) > SENTENCE_LIMIT


def cited(edges: list[Edge]) -> list[Edge]:
    """The edges of a page, which does to no document what an act does."""
    return [
        replace(edge, predicate="cites", rule=f"{edge.rule}.page", provision=None, effective=None)
        if edge.subject == SELF and edge.predicate in DONE_BY_ACTS
        else edge
        for edge in edges
    ]
