"""Content negotiation (RFC 9110 §12.5.1): what a client accepts, against what there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """One entry of an Accept header: a media type, `type/*` or `*/*`, with its weight."""

    kind: str
    weight: float

    def precision(self, media_type: str) -> int:
        """How exactly it names the media type: 3 fully, 2 its kind, 1 anything, 0 not at all."""
        if self.kind == media_type:
            return 3
        if self.kind == media_type.partition("/")[0] + "/*":
            return 2
        return int(self.kind == "*/*")


def ranges(accept: str | None) -> list[Range]:
    """The entries of an Accept header; without one anything is accepted. A weight that is no number counts as 0."""
    found = []
    for entry in (accept or "*/*").split(","):
        kind, *parameters = (part.strip() for part in entry.split(";"))
        found.append(Range(kind.lower(), _weight(parameters)))
    return found


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def weight(accept: str | None, media_type: str) -> float:
    """How welcome a media type is: the weight of the most precise entry that covers it; 0 when none does."""
    covering = [(entry.precision(media_type), entry.weight) for entry in ranges(accept)]
    precision, best = max(covering)
    return best if precision else 0.0


def best(accept: str | None, offered: Sequence[str]) -> str | None:
    """The most welcome of the offered media types, the earlier one on a tie; None when none is acceptable."""
    welcome = [(weight(accept, media_type), -place) for place, media_type in enumerate(offered)]
    heaviest, place = max(welcome)
    return offered[-place] if heaviest > 0 else None


def wants_page(accept: str | None, others: Sequence[str] = ()) -> bool:
    """True for a browser: it names text/html, and likes none of the other media types better."""
    named = any(entry.kind == "text/html" for entry in ranges(accept))
    return named and best(accept, ["text/html", *others]) == "text/html"
