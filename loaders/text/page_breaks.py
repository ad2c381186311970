"""What stands between two pages of a text without pages: their numbers, and the heads that run along.

A number proves itself by the next one, a page further down; a head by standing beside several such numbers.
"""

from __future__ import annotations

import re

from loaders.text.dangling import dangles
from loaders.text.stretches import Stretches

PAGE_NUMBER = re.compile(r"(?:(?:trang|page)\s*)?[-–]?\s*[0-9]{1,4}\s*[-–]?(?:\s*/\s*[0-9]{1,4})?$")

PAGE_NUMBER_LIMIT = 12
"""Code points of a line that may be a page number."""

PAGE_NUMBER_ENDS = frozenset("0123456789-–")
"""How such a line ends: a cheap look before the pattern."""

SHORTEST, LONGEST = 15, 120
"""Lines from one number to the next: rows of a table follow each other sooner, and no page is longer."""

RUNNING = 3
"""Pages from which on the same line beside their numbers is a head."""

BESIDE = 2
"""Lines from a number in which a head stands."""

HEAD_LIMIT = 160
DIGITS = re.compile(r"[0-9]+")


def is_alone(low: str, lines: Stretches, number: int) -> bool:
    """Does an empty line stand above or below?"""
    above = low.count("\n", lines.ends[number - 1], lines.starts[number]) > 1 if number else True
    return above or (
        low.count("\n", lines.ends[number], lines.starts[number + 1]) > 1 if number + 1 < len(lines) else True
    )


class Counting:
    """Numbers on lines of their own, as they are met: do two of them count up from page to page?"""

    __slots__ = ("seen",)

    def __init__(self) -> None:
        self.seen: dict[int, int] = {}

    def goes_on(self, low: str, lines: Stretches, line: int) -> bool:
        """Is the number of this line one more than that of a line a page above?"""
        value = int(DIGITS.findall(low, lines.starts[line], lines.ends[line])[0])
        self.seen[value] = line
        above = self.seen.get(value - 1)
        return above is not None and SHORTEST <= line - above <= LONGEST


def between_pages(text: str, low: str, lines: Stretches) -> frozenset[int]:
    """Which lines are numbers of pages, or run along beside them. low: the text in small letters."""
    numbers = [
        line
        for line, (start, end) in enumerate(lines)
        if end - start <= PAGE_NUMBER_LIMIT
        and low[end - 1] in PAGE_NUMBER_ENDS
        and PAGE_NUMBER.match(low[start:end]) is not None
    ]
    chain = _chain(low, lines, numbers)
    return frozenset((*chain, *_heads(text, low, lines, chain)))


def _chain(low: str, lines: Stretches, numbers: list[int]) -> list[int]:
    """The longest row of numbers that count up, each a page below the one before; empty for a single one."""
    ending: dict[int, tuple[int, int, int | None]] = {}  # value → line, how many there are, the value before
    best: int | None = None
    trail: dict[int, tuple[int, int | None]] = {}  # line → how many there are, the line before
    for line in numbers:
        value = DIGITS.search(low, lines.starts[line], lines.ends[line])
        if value is None:
            continue
        count = int(value[0])
        length, before = 1, None
        if count - 1 in ending:
            above, held, _ = ending[count - 1]
            if SHORTEST <= line - above <= LONGEST:
                length, before = held + 1, above
        if count in ending and ending[count][1] > length:
            continue
        ending[count] = (line, length, before)
        trail[line] = (length, before)
        if best is None or length > trail[best][0]:
            best = line
    if best is None or trail[best][0] < 2:
        return []
    chain = [best]
    while (above_it := trail[chain[-1]][1]) is not None:
        chain.append(above_it)
    return chain[::-1]


def _may_be_head(text: str, low: str, lines: Stretches, line: int, *, above: bool) -> bool:
    """A short line that begins with a capital letter and waits for nothing, apart from the text of its page: the notes
    of a consolidated text, too, are alike on every page. above: it stands at the foot of a page."""
    start, end = lines[line]
    if end - start > HEAD_LIMIT or not text[start].isupper() or low[end - 1] in ".;:," or dangles(low[start:end]):
        return False
    other = line - 1 if above else line + 1
    if not 0 <= other < len(lines) or text[start:end].isupper():
        return True
    first, second = sorted((line, other))
    return low.count("\n", lines.ends[first], lines.starts[second]) > 1


def _heads(text: str, low: str, lines: Stretches, chain: list[int]) -> list[int]:
    beside = [
        line
        for number in chain
        for line in range(max(0, number - BESIDE), min(len(lines), number + BESIDE + 1))
        if line != number and _may_be_head(text, low, lines, line, above=line < number)
    ]
    shapes = [DIGITS.sub("#", low[lines.starts[line] : lines.ends[line]]) for line in beside]
    counts: dict[str, int] = {}
    for shape in shapes:
        counts[shape] = counts.get(shape, 0) + 1
    least = max(RUNNING, len(chain) // 2)
    return [line for line, shape in zip(beside, shapes, strict=True) if counts[shape] >= least]
