"""Emphasis of Markdown over several lines, as converters of web pages leave it: they keep the line ends of the page's
source, which mean nothing there: "**TM. ỦY BAN NHÂN ⏎ DÂN**", "*Hà ⏎ Nội, ngày 03 tháng 12 năm 2025*".

A page whose emphasis wraps so has blanks for these line ends, and the same length. Where emphasis holds whole lines
("**CHỦ TỊCH ⏎ Nguyễn Văn An**"), no sentence goes on over the line end, and the page stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ontology.words import CAPITALS

MARK = "*"

LINE = r"(?:[^*\n]|\*{4}){1,160}"
"""Words on one line; four stars in a row end emphasis and begin it again, within a word: "THU****Ế**** HQ"."""

RUN = re.compile(rf"(?P<mark>\*{{1,3}})(?=[^\s*])(?P<words>{LINE}(?:\n{LINE}){{1,6}})(?P=mark)(?!\*)")
"""Emphasis over several lines, none of them empty; it counts from the beginning of a line."""

BEFORE = "\n|>"
"""What stands before the beginning of a line, of a cell or of a quotation."""

GOES_ON = re.compile(rf"\n(?=[0-9]|(?![{CAPITALS}])[^\W\d_])")
"""A line end that a sentence goes on over."""

HARD = re.compile(r"(?<!  )(?<!\\)\n(?=\S)")
"""A line end, unless blanks or a stroke in front say that it is meant; one with an empty line behind it is."""

MOTTO = re.compile(r"\bC\w+G\s+H\w+\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM")
"""What no document prints on two lines."""

ENOUGH = 2


def unwrapped(text: str) -> str:
    """The text with blanks for the line ends within its emphasis; the text itself where they may be meant."""
    runs = list(_runs(text))
    broken = any(motto is not None and "\n" in motto[0] for motto in (MOTTO.search(run["words"]) for run in runs))
    if not broken:
        soft = sum(1 for run in runs if GOES_ON.search(run["words"]))
        if soft < ENOUGH or 2 * soft < len(runs):
            return text
    parts, position = [], 0
    for run in runs:
        start, end = run.span("words")
        parts += [text[position:start], HARD.sub(" ", text[start:end])]
        position = end
    return "".join((*parts, text[position:]))


def _runs(text: str) -> Iterator[re.Match[str]]:
    """From mark to mark, which are found at the speed of memory."""
    position = text.find(MARK)
    while position >= 0:
        run = RUN.match(text, position) if _opens(text, position) else None
        if run is not None:
            yield run
        end = run.end() if run is not None else position + 1
        while text.startswith(MARK, end):
            end += 1
        position = text.find(MARK, end)


def _opens(text: str, position: int) -> bool:
    """Does nothing but blanks stand before the mark on its line?"""
    while position and text[position - 1] in " \t":
        position -= 1
    return not position or text[position - 1] in BEFORE
