"""Phrases that say what one document does to another, found in one scan: the longest match at a place wins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders.reading import Reading
from ontology.tables import RelationPhrase, relation_phrases


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase as it stands in the text."""

    start: int
    end: int
    phrase: RelationPhrase


Position = Literal["before_target", "after_target"]

REACH = 280
"""Code points between the beginning of a cue and the document that it may still govern."""


@cache
def _pattern(position: Position) -> tuple[re.Pattern[str], dict[str, RelationPhrase]]:
    """One alternation over the rows of one position, longer phrases first, so that the longest match wins."""
    rows = [row for row in relation_phrases() if row.position == position]
    names = {f"p{number}": row for number, row in enumerate(sorted(rows, key=lambda r: (-len(r.pattern), r.id)))}
    # names behind the phrases: the engine skips an alternative at once when its first letter is another one
    body = "|".join(f"(?:{row.pattern})(?P<{name}>)" for name, row in names.items())
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)"), names


def find(reading: Reading, start: int, end: int, position: Position = "before_target") -> list[Cue]:
    """Every cue of one position between two places of the text, in order, none inside another."""
    pattern, names = _pattern(position)
    return [Cue(m.start(), m.end(), names[m.lastgroup or ""]) for m in pattern.finditer(reading.low, start, end)]
