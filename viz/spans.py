"""A text cut into the pieces of its cited spans and of the evidence that the reader came for."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: to be linked to `iri` when it is not "", marked when it belongs to the evidence."""

    text: str
    iri: str | None
    focused: bool
    anchor: bool
    """True for the first focused piece."""


def pieces(text: str, spans: Sequence[tuple[int, int, str]], focus: tuple[int, int] | None = None) -> list[Piece]:
    """The pieces in order; joined they are the text again.

    spans: (start, end, IRI) in code points, half-open, may overlap: the shortest span wins. What lies outside of the
    text is clipped.
    """
    clipped = sorted(
        {(max(start, 0), min(end, len(text)), iri) for start, end, iri in spans if max(start, 0) < min(end, len(text))}
    )
    begin, stop = (max(focus[0], 0), min(focus[1], len(text))) if focus else (0, 0)
    cuts = {0, len(text), *(cut for start, end, _ in clipped for cut in (start, end))}
    if begin < stop:
        cuts |= {begin, stop}
    ordered = sorted(cuts)
    result: list[Piece] = []
    active: list[tuple[int, int, str]] = []
    waiting = clipped
    for start, end in itertools.pairwise(ordered):
        active = [span for span in active if span[1] > start]
        taken = next((i for i, span in enumerate(waiting) if span[0] > start), len(waiting))
        active, waiting = [*active, *waiting[:taken]], waiting[taken:]
        inner = min(active, key=lambda span: (span[1] - span[0], span), default=None)
        focused = begin <= start and end <= stop and begin < stop
        result.append(Piece(text[start:end], inner[2] if inner else None, focused, focused and start == begin))
    return result
