"""What was seen and not understood: every number-shaped string left over, every short form without a referent."""

from __future__ import annotations

from bisect import bisect_right

from loaders.citations.mentions import Scan
from loaders.citations.sighting import Sighting
from loaders.identity.identify import Identified
from loaders.text.reading import Reading
from ontology.records import Span, Unresolved

NO_DOCUMENT = frozenset({"standard", "form", "address", "code"})
"""Reasons for which a number is known to be something else; these are not listed."""


def unresolved(
    reading: Reading, scan: Scan, sightings: tuple[Sighting, ...], identified: Identified, own: Span | None = None
) -> tuple[Unresolved, ...]:
    """All of them in the order of the text, each with its reason. own: where the document's own number stands."""
    taken = sorted([(s.start, s.end) for s in sightings] + ([(own.start, own.end)] if own else []))
    found = [
        Unresolved(reading.original(span), reason)
        for span, reason in scan.rejected
        if reason not in NO_DOCUMENT and not _within(span.start, taken)
    ]
    found += [
        Unresolved(reading.original(Span(sightings[index].start, sightings[index].end)), reason)
        for index, reason in identified.reasons.items()
        if sightings[index].form != "anaphor"
    ]
    return tuple(sorted(found, key=lambda item: item.span))


def _within(position: int, taken: list[tuple[int, int]]) -> bool:
    """Does one of the stretches, none of which overlaps another, hold the position?"""
    index = bisect_right(taken, (position, float("inf"))) - 1
    return index >= 0 and position < taken[index][1]
