"""Phrases that say what one document does to another, found in one scan: the longest match at a place wins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.reading import Reading
from ontology.tables import RelationPhrase, relation_phrases


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase as it stands in the text."""

    start: int
    end: int
    phrase: RelationPhrase


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, RelationPhrase]]:
    """One alternation over all rows, longer phrases first, so that the longest match wins."""
    rows = sorted(relation_phrases(), key=lambda row: (-len(row.pattern), row.id))
    names = {f"p{number}": row for number, row in enumerate(rows)}
    body = "|".join(f"(?P<{name}>{row.pattern})" for name, row in names.items())
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)"), names


def find(reading: Reading, start: int, end: int) -> list[Cue]:
    """Every cue between two positions, in order, none inside another."""
    pattern, names = _pattern()
    return [Cue(m.start(), m.end(), names[m.lastgroup or ""]) for m in pattern.finditer(reading.low, start, end)]
