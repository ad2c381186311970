"""Documents under a label: the cell of a table ("| Căn cứ pháp lý | Luật A; Nghị định B |") or the list below a key of
front matter ("can_cu_phap_ly:")."""

from __future__ import annotations

from functools import cache

from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Predicate, Span
from ontology.words import fold

LABEL_LIMIT = 60
"""Code points of a label, its marks included."""

ASIDES = 400
"""Code points in which a parenthesis before the document is looked for."""


@cache
def _labels() -> dict[str, Predicate]:
    of: dict[str, Predicate] = dict.fromkeys(map(fold, phrases("basis_label")), "basedOn")
    of |= dict.fromkeys(map(fold, phrases("replaced_label")), "replaces")
    of |= dict.fromkeys(map(fold, phrases("repealed_label")), "repeals")
    return of | dict.fromkeys(map(fold, phrases("amended_label")), "amends")


def cell(reading: Reading, block: int, start: int) -> tuple[Predicate, Span] | None:
    """What the label of the row says of the document at `start`, and where the label stands; None outside of such a
    cell, and in an aside ("Nghị định A (sửa đổi bởi Nghị định B)")."""
    low = reading.low
    if low[block : block + 1] != "|":
        return None
    end = low.find("|", block + 1, block + LABEL_LIMIT)
    if end < 0 or "|" in low[end + 1 : start]:
        return None
    predicate = _labels().get(fold(low[block + 1 : end]).replace("_", " "))
    inside = low[max(end, start - ASIDES) : start]
    return (predicate, Span(block + 1, end)) if predicate and inside.count("(") <= inside.count(")") else None


def key(reading: Reading, lead: Span) -> Predicate | None:
    """What a line that ends in a colon says of the list below it."""
    if lead.end - lead.start > LABEL_LIMIT:
        return None
    return _labels().get(fold(lead.of(reading.text)).replace("_", " "))
