"""Phrases that say what one document does to another, found in one scan: the longest match at a place wins."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from loaders.text import trie
from loaders.text.reading import Reading
from ontology.tables import RelationPhrase, relation_phrases


class Cue(Struct, frozen=True):
    """One phrase as it stands in the text."""

    start: int
    end: int
    phrase: RelationPhrase


Position = Literal["before_target", "after_target"]

REACH = 280
"""Code points between the beginning of a cue and the document that it may still govern."""


@cache
def _pattern(position: Position) -> tuple[re.Pattern[str], tuple[RelationPhrase, ...]]:
    """One alternation over the rows of one position, longer phrases first, so that the longest match wins; and the row
    of each of its groups.

    Branches by first letter, and the look behind after it: the engine then skips to where a phrase may begin. An empty
    group ends each phrase and tells which it was.
    """
    rows = sorted((r for r in relation_phrases() if r.position == position), key=lambda r: (-len(r.pattern), r.id))
    by_letter: dict[str, list[tuple[str, RelationPhrase]]] = {}
    for row in rows:
        for head in trie.heads(row.pattern):
            by_letter.setdefault(head[0], []).append((head[1:], row))
    branches = (rf"{letter}(?<!\w.)(?:{'|'.join(f'{rest}()' for rest, _ in of)})" for letter, of in by_letter.items())
    groups = tuple(row for of in by_letter.values() for _, row in of)
    return re.compile(rf"(?:{'|'.join(branches)})(?!\w)", re.DOTALL), groups


@cache
def _openings(position: Position) -> re.Pattern[str]:
    """The letters with which the phrases of one position begin."""
    rows = (row for row in relation_phrases() if row.position == position)
    return re.compile("|".join(sorted({_letters(head) for row in rows for head in trie.heads(row.pattern)})))


def _letters(expression: str) -> str:
    """The letters that every match of an expression begins with."""
    end = next((at for at, char in enumerate(expression) if not char.isalpha()), len(expression))
    return expression[: end - 1] if expression[end : end + 1] in ("?", "*", "{") else expression[:end]


def may_stand(low: str, start: int, end: int, position: Position) -> bool:
    """A cheap look before the phrases of a position that has few of them: do letters stand there that begin one?"""
    return _openings(position).search(low, start, end) is not None


def find(reading: Reading, start: int, end: int, position: Position = "before_target") -> list[Cue]:
    """Every cue of one position between two places of the text, in order, none inside another."""
    pattern, rows = _pattern(position)
    return [
        Cue(match.start(), match.end(), rows[(match.lastindex or 0) - 1])
        for match in pattern.finditer(reading.low, start, end)
    ]
