"""Colours and line styles of the drawing. Text has contrast 4.5 or more on its ground, lines 3 or more (WCAG 2.2)."""

from __future__ import annotations

from dataclasses import dataclass

PAPER = "#ffffff"
BAND = "#f5f7f9"
TEXT = "#1c2128"
QUIET = "#4a525b"
BORDER = "#737b84"
FOCUS = "#b3261e"


@dataclass(frozen=True, slots=True)
class Tone:
    """ink: stripe, border and lane name of a level; wash: the ground of its boxes."""

    ink: str
    wash: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the drawing; dash as in SVG, "" for a solid line."""

    colour: str
    width: float
    dash: str


LEVELS = (
    Tone("#9b1c1c", "#fdf2f2"),
    Tone("#8a4b08", "#fdf6ec"),
    Tone("#6b2fa0", "#f7f2fc"),
    Tone("#3b3fa8", "#f2f3fd"),
    Tone("#1f5f9e", "#eff6fc"),
    Tone("#0b6b75", "#edf8f8"),
    Tone("#1c6e3d", "#eff8f2"),
    Tone("#5a6412", "#f7f8ea"),
    Tone("#57534e", "#f6f5f4"),
)

STROKES = {
    "change": Stroke("#b3261e", 1.8, "8 4"),
    "implementation": Stroke("#176b3a", 1.8, ""),
    "report": Stroke("#7a3e9d", 1.6, "10 3 2 3"),
    "basis": Stroke("#3d5a80", 1.6, ""),
    "cite": Stroke("#6b737c", 1.5, "2 4"),
}
"""Line styles by relation group, strongest group first: a pair joined by several relations takes the first."""


def tone(level: int) -> Tone:
    """The tone of an authority level; levels beyond the table take its ends."""
    return LEVELS[min(max(level, 0), len(LEVELS) - 1)]


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio of two #rrggbb colours, 1 … 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
