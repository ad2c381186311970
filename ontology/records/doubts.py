"""What can hardly be right, and what was not understood: stored and shown, never guessed away."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.records.source import Span

SuspicionKind = Literal[
    "dayMonthSwapped",
    "typeSymbol",
    "seriesOrder",
    "citedYounger",
    "codeUnknown",
    "amendsYounger",
    "yearSlip",
    "numberTwice",
    "nameNumber",
    "numberSlip",
    "noSuchDay",
]


Severity = Literal["error", "warning", "note"]
"""error: one of two statements is wrong for certain; warning: hardly right; note: a form of writing to be mended."""


class Suspicion(Struct, frozen=True):
    """What can hardly be right, although it need not contradict another statement; rules in `ontology.suspicions`.

    work: id of the document it is about (or SELF). stated: the value that is doubted: a date, a type word, or the
    number as printed. likely: what it probably should be, None where nothing tells; for a date also an ISO interval,
    open ends as ".." ("2020-06-08/2020-08-06"). other: id of the document it was measured against. spans: evidence.
    """

    kind: SuspicionKind
    work: str
    stated: str
    severity: Severity
    spans: tuple[Span, ...]
    likely: str | None = None
    other: str | None = None


class Unresolved(Struct, frozen=True):
    """A number-shaped string not understood, or a short form without referent: nothing is lost in silence."""

    span: Span
    reason: str
    candidates: tuple[str, ...] = ()
