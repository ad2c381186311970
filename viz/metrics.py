"""How wide a text is, so that no text overflows its box whatever font of the stack the reader has.

`data/advance_widths.csv` holds the greatest advance of each character among Arial (Liberation Sans), Noto Sans and
DejaVu Sans, in thousandths of the font size.
"""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from importlib.resources import files

FONTS = "'Segoe UI', 'Noto Sans', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
"""The font stack that the table covers."""

ELLIPSIS = "…"
WIDE = 1000
"""Advance of a character that the table does not know."""


@cache
def _table() -> dict[str, tuple[int, int]]:
    text = files("viz").joinpath("data", "advance_widths.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {chr(int(row["codepoint"][2:], 16)): (int(row["regular"]), int(row["bold"])) for row in rows}


def width(text: str, size: float, bold: bool = False) -> float:
    """Upper bound of the printed width, in the unit of `size`."""
    return sum(_advance(character, bold) for character in unicodedata.normalize("NFC", text)) * size / 1000


def _advance(character: str, bold: bool) -> int:
    known = _table().get(character)
    if known:
        return known[bold]
    return 0 if unicodedata.combining(character) else WIDE


def fit(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    if width(text, size, bold) <= room:
        return text
    room -= width(ELLIPSIS, size, bold)
    end = _fitting(text, size, room, bold)
    return text[:end].rstrip(" ,;.–-") + ELLIPSIS


def _fitting(text: str, size: float, room: float, bold: bool) -> int:
    """How many characters fit into the room."""
    used = 0.0
    for index, character in enumerate(text):
        used += _advance(character, bold) * size / 1000
        if used > room:
            return index
    return len(text)


def wrap(text: str, size: float, room: float, lines: int, bold: bool = False) -> tuple[str, ...]:
    """At most `lines` lines, each within the room; what is left over is cut with an ellipsis.

    Breaks at spaces; a single word wider than the room breaks after "/" or "-" where it can, else anywhere.
    """
    words = unicodedata.normalize("NFC", text).split()
    result: list[str] = []
    while words and len(result) < lines - 1:
        line = words.pop(0)
        if width(line, size, bold) > room:
            line, rest = _broken(line, size, room, bold)
            words.insert(0, rest)
        else:
            while words and width(f"{line} {words[0]}", size, bold) <= room:
                line = f"{line} {words.pop(0)}"
        result.append(line)
    if words:
        result.append(fit(" ".join(words), size, room, bold))
    return tuple(result)


def _broken(word: str, size: float, room: float, bold: bool) -> tuple[str, str]:
    end = max(_fitting(word, size, room, bold), 1)
    hinge = max(word.rfind("/", 0, end), word.rfind("-", 0, end)) + 1
    cut = hinge if hinge > end // 3 else end
    return word[:cut], word[cut:]
