"""Notes at the foot of a page, between the halves of a sentence that goes on with the next page."""

from __future__ import annotations

import re

from loaders.text.stretches import Stretches
from ontology.words import CAPITALS

NOTE = re.compile(
    r"\[[0-9]{1,3}\][ ]?(?=[^\s,;.)])|[¹²³⁴-⁹⁰]{1,3}[ ]?(?=[^\s,;.)])"
    rf"|(?P<plain>[0-9]{{1,3}})[ ]{{1,3}}(?=[“\"(]?[{CAPITALS}])"
)
"""How a note begins: "[3] Điều này", "³ Điều này", or, where the figure is raised no longer, "3 Điều này"."""

FIRST = frozenset("[¹²³⁴⁵⁶⁷⁸⁹123456789")
"""Its first code point: a cheap look before the pattern."""

ENDS = (".", ";", ":", "!", "?", "…", ".”", ".)", '."')
LINES = 40
"""Lines of the notes of one page."""

BEFORE = 4000
"""Code points above a note in which its mark stands, glued to a word."""


def end_of(text: str, lines: Stretches, number: int, page: frozenset[int]) -> int:
    """The line behind the notes that begin at line `number`; that line itself where none begins there. page: lines
    between two pages (`page_breaks`)."""
    first = NOTE.match(text, *lines[number])
    if first is None:
        return number
    following = number + 1
    while following < min(len(lines), number + LINES) and following not in page:
        above = lines.ends[following - 1]
        begins = NOTE.match(text, *lines[following]) is not None
        over = text.count("\n", above, lines.starts[following]) > 1
        if not begins and (over or text.endswith(ENDS, lines.starts[following - 1], above)):
            break
        following += 1
    if first["plain"] is None:
        return following
    marked = re.search(
        rf"[^\W\d_][,.;:]?{first['plain']}(?![0-9])",
        text[max(0, lines.starts[number] - BEFORE) : lines.starts[number]],
    )
    return following if marked and text.endswith(ENDS, *lines[following - 1]) else number


def joints(text: str, lines: Stretches, number: int, stop: int) -> list[tuple[int, int]]:
    """Where lines of one note are parted. number: of the first line; stop: where the last one ends."""
    found: list[tuple[int, int]] = []
    line = number + 1
    while line < len(lines) and lines.ends[line] <= stop:
        if NOTE.match(text, *lines[line]) is None:
            found.append((lines.ends[line - 1], lines.starts[line]))
        line += 1
    return found
