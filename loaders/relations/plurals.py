"""Several documents named before, in one word: "các Nghị quyết nêu trên", "hai Quyết định này". No mention of one
document; what is said of them is said of each, where the text leaves no doubt which they are.
"""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct

from loaders.citations.counted import counted
from loaders.citations.sighting import Sighting
from loaders.relations import coordination
from loaders.text.blocks import Blocks
from loaders.text.reading import Reading
from ontology.records import SELF

WORDS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6}

ANY = frozenset({"cong-van"})
"""The type of "văn bản": a document of any type."""

LOOK_BACK = 40
"""Mentions among which the documents are looked for."""

REACH = 2000
"""Code points from the last of them."""


class Plural(Struct, frozen=True):
    """start: of the word that counts; count: None where nobody counts; kind: slug of the type, None for any."""

    start: int
    end: int
    count: int | None
    kind: str | None


def read(reading: Reading, pointed: tuple[Sighting, ...]) -> list[Plural]:
    """The plurals among what points back (`Scan.plurals`)."""
    found = []
    for sighting in pointed:
        before = counted(reading.low, sighting.start)
        if before is None or sighting.type is None:
            continue
        count = before["count"]
        number = None if count is None else WORDS.get(count) or int(count)
        wide = sighting.type.slug in ANY and reading.low.startswith("văn", sighting.start)
        found.append(Plural(before.start(), sighting.end, number, None if wide else sighting.type.slug))
    return found


def referents(
    plural: Plural,
    blocks: Blocks,
    sightings: tuple[Sighting, ...],
    meaning: tuple[str | None, ...],
    holder: list[int | None],
) -> list[int]:
    """The mentions that a plural means, in order: as many as it counts, or one list; none where that is not certain.

    The list is the nearest one before: documents side by side in one sentence, or items one below the other.
    """
    found: list[int] = []
    works: list[str] = []
    later = bisect_left([s.start for s in sightings], plural.start)
    following: Sighting | None = None
    for index in range(later - 1, max(-1, later - LOOK_BACK), -1):
        sighting, work = sightings[index], meaning[index]
        if holder[index] is not None or sighting.form == "anaphor":
            continue
        if (
            work is None
            or work == SELF
            or (plural.kind and (sighting.type is None or sighting.type.slug != plural.kind))
        ):
            if found:
                break
            continue
        if following is None:
            if plural.start - max(sighting.end, sighting.tail.end) > REACH:
                return []
        elif not _beside(blocks, sighting, following):
            break
        following = sighting
        if work not in works:
            works.append(work)
            found.append(index)
    certain = len(works) == plural.count if plural.count is not None else len(works) > 1
    return found[::-1] if certain else []


def _beside(blocks: Blocks, sighting: Sighting, following: Sighting) -> bool:
    """Do two documents stand side by side in one list?"""
    tail = sighting.tail
    ends = (tail.end, tail.title.start if tail.title else tail.end, sighting.end)
    if any(
        end <= following.start and coordination.COORDINATES.fullmatch(blocks.low, end, following.start) for end in ends
    ):
        return True
    title = tail.title
    if title is not None and title.start < following.start <= title.end:
        return coordination.joins(blocks.low, title.start, following.start, provision=False)
    apart = blocks.index(following.start) - blocks.index(sighting.start)
    return apart == 1 and blocks.opens(sighting.start) and blocks.opens(following.start)
