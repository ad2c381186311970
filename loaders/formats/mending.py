"""Recognised words that are certainly something else are set right, and told (`ontology.misread`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loaders.formats.lines import Line
from ontology import misread

TOLD = 20
"""Words of one document that are told one by one."""


def mended(lines: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of a page, and what was changed in them ("198/2025/OH15 → 198/2025/QH15"). Places stay."""
    given = tuple(lines)
    words = [piece.text for line in given for piece in line.pieces]
    right = {at: mended for at, word in enumerate(words) if (mended := misread.mended_number(word)) != word}
    right |= misread.mended_phrases(words)
    if not right:
        return given, ()
    done: list[Line] = []
    position = 0
    for line in given:
        pieces = [replace(piece, text=right.get(at, piece.text)) for at, piece in enumerate(line.pieces, position)]
        done.append(Line(tuple(pieces)))
        position += len(pieces)
    return tuple(done), tuple(f"{words[at]} → {right[at]}" for at in sorted(right))
