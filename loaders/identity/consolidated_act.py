"""A consolidated text speaks as the act that it consolidates: "Thông tư này" in it is that act, whose number stands in
the sentence above the preamble ("Thông tư số 96/2020/TT-BTC …, được sửa đổi, bổ sung bởi:", Ordinance
01/2012/UBTVQH13 art. 12)."""

from __future__ import annotations

import re

from loaders.citations import names
from loaders.citations.sighting import Sighting
from loaders.header.header import Head
from loaders.text.reading import Reading
from ontology.records import SELF

CONSOLIDATED = "van-ban-hop-nhat"
ACTS = names.LAW_TYPES | {"nghi-dinh", "nghi-quyet", "quyet-dinh", "thong-tu", "thong-tu-lien-tich"}

LIMIT = 9000
"""Code points of head and title above which the sentence stands."""

BASIS = "\ncăn cứ "

SENTENCE = 1500
"""Code points from the act to the end of its sentence; its title stands between."""

AMENDED_BY = re.compile(
    r"(?:đ(?<!\w.)ược|c(?<!\w.)ó)\s+(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|đính\s+chính)[^.:\n]{0,90}?(?<!\w)(?:bởi|theo|tại)(?!\w)[^.;:]{0,40}(?P<list>:)?"
)


def named(flow: Reading, sightings: tuple[Sighting, ...], head: Head) -> int | None:
    """Index of the mention that names the consolidated act; None for every other text."""
    consolidates = head.type is not None and head.type.slug == CONSOLIDATED
    if not consolidates and head.header.number is not None:
        return None
    found: int | None = None
    for index, sighting in enumerate(sightings):
        if sighting.start > LIMIT:
            break
        if sighting.type is None or sighting.type.slug not in ACTS or not _opens_line(flow, sighting):
            continue
        amended = AMENDED_BY.search(flow.low, sighting.end, sighting.end + SENTENCE)
        if (
            amended is None
            or not (consolidates or amended["list"])
            or BASIS in flow.low[sighting.end : amended.start()]
        ):
            continue
        if sighting.form == "full":
            return index
        found = index if found is None else found  # a law that its heading names; a line of a title may begin with one
    return found


def _opens_line(flow: Reading, sighting: Sighting) -> bool:
    line = flow.text.rfind("\n", 0, sighting.start) + 1
    return not flow.text[line : sighting.start].strip(' *_"“')


def speaks(sighting: Sighting, act: int | None, sightings: tuple[Sighting, ...], head: Head) -> bool:
    """Is a mention like "Thông tư này" in a consolidated text the act itself?"""
    if sighting.rule != "anaphor.self" or sighting.type is None:
        return False
    if act is not None:
        return sighting.type == sightings[act].type
    return head.type is not None and head.type.slug == CONSOLIDATED and sighting.type.slug in ACTS


def _is_act(sighting: Sighting) -> bool:
    """ "Thông tư này", not "Văn bản hợp nhất này"."""
    return sighting.type is not None and sighting.type.slug in ACTS


def speaking(sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...], act: str) -> tuple[str | None, ...]:
    """What each mention means, "Thông tư này" now the act. act: the id of its work."""
    return tuple(
        act if work == SELF and sighting.form == "anaphor" and _is_act(sighting) else work
        for sighting, work in zip(sightings, meaning, strict=True)
    )
