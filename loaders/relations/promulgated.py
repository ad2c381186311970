"""What carries a plan or a programme: "Kế hoạch số 5/KH-BCĐ được phê duyệt tại Quyết định số 6/QĐ-UBND", "Chương trình
số 7/CTr-UBND ban hành kèm theo Quyết định số 8/QĐ-UBND": the decision promulgates it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.relations.scope import Scopes
from ontology.powers import types_that
from ontology.records import Span

CARRYING = frozenset({"ban-hanh-kem-theo", "phe-duyet-tai"})
"""Phrases behind what a document carries."""

WORDS = re.compile(r"(?:được\s+)?ban\s+hành\s+(?:kèm\s+)?(?:theo)?|phê\s+duyệt\s+tại")
"""How they say it: no "kèm theo" of a letter and what lies beside it, no "phê duyệt trữ lượng tại"."""

ISSUED = re.compile(r"(?:được\s+)?ban\s+hành\s+$")
ISSUED_LIMIT = 20
"""Code points of "ban hành" before "kèm theo", which is a phrase of its own."""

CARRIED = types_that("carried")
"""Types that others promulgate: a plan, a programme, rules of work."""

CARRIERS = types_that("ruling")

BY = re.compile(r"[\s,(]*(?:đã\s+)?(?:(?:được|do)\s+(?:[^\W\d_]+\s+){0,12}?)?")
"""From a document to the phrase: "đã được Giám đốc Sở Công Thương"."""

NEAR = 120
"""Code points that it may take."""


def read(scopes: Scopes) -> Iterator[tuple[int, int, Span]]:
    """Of each document that carries another one: its mention, the mention of what it carries, the words that say so."""
    for index in range(1, len(scopes.sightings)):
        governed = scopes.governed[index]
        if governed is None or governed.cue is None or governed.rule not in CARRYING:
            continue
        kind = scopes.sightings[index].type
        if kind is None or kind.slug not in CARRIERS:
            continue
        other = _before(scopes, index, governed.cue)
        if other is not None:
            yield index, other, governed.cue


def _before(scopes: Scopes, index: int, cue: Span) -> int | None:
    """The document right before the phrase, where it is one that others promulgate."""
    low = scopes.reading.low
    issued = ISSUED.search(low, max(0, cue.start - ISSUED_LIMIT), cue.start)
    begin = issued.start() if issued else cue.start
    if WORDS.fullmatch(low, begin, cue.end) is None:
        return None
    other = index - 1
    sighting = scopes.sightings[other]
    if scopes.holder[index] not in (None, other):  # the words may seem to be its title
        return None
    if sighting.start < scopes.begins[index] or scopes.holder[other] is not None or sighting.form == "anaphor":
        return None
    if sighting.type is None or sighting.type.slug not in CARRIED:
        return None
    for end in (sighting.tail.end, scopes.short_tail(other), sighting.end):
        if sighting.end <= end <= begin <= end + NEAR and BY.fullmatch(low, end, begin) is not None:
            return other
    return None
