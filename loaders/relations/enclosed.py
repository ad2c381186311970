"""The draft behind a submission or a letter: what it says is said by the draft, which has no number yet. "Căn cứ …" in
it is no basis of the letter, and "Nghị quyết này" is no document that the letter names."""

from __future__ import annotations

import re

from msgspec import Struct

from loaders.citations import types
from loaders.citations.sighting import Sighting
from loaders.header.header import Head
from loaders.text.reading import Reading
from ontology.powers import types_that
from ontology.tables import DocumentType
from ontology.words import letters

ENCLOSING = types_that("encloses")
"""Types of papers behind which drafts stand."""

TITLE = re.compile(
    r"^[ \t|*#]*(?P<type>LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|THÔNG TƯ|CHỈ THỊ)[ \t|*]*$", re.MULTILINE
)
"""The type of a document alone on its line, as it stands above its title."""

BASIS = re.compile(r"^[ \t|*>]*căn\s+cứ\s", re.MULTILINE)
BASIS_LIMIT = 1500
"""Code points from the type of a draft to its first basis."""

FRONT = 600
"""Code points that the head of the letter itself takes at least."""


class Draft(Struct, frozen=True):
    """Where a draft begins, and of which type it is."""

    start: int
    type: DocumentType


def draft(reading: Reading, head: Head) -> Draft | None:
    """The first draft behind the paper that speaks; None where the text is one document."""
    if head.type is None or head.type.slug not in ENCLOSING:
        return None
    for match in TITLE.finditer(reading.text, FRONT):
        kind = types.spellings().get(letters(match["type"].lower()))
        if kind is not None and BASIS.search(reading.low, match.end(), match.end() + BASIS_LIMIT):
            return Draft(match.start(), kind)
    return None


def outside(
    draft: Draft | None, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...]
) -> tuple[str | None, ...]:
    """The same meaning without "Nghị quyết này" in an enclosed draft: it is the draft."""
    if draft is None:
        return meaning
    return tuple(
        None if each.rule == "anaphor.self" and each.start >= draft.start and each.type == draft.type else work
        for each, work in zip(sightings, meaning, strict=True)
    )
