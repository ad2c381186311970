"""What a copy of a page carries of its markup: marks that Markdown escapes ("1\\.", "\\- Bộ Nội vụ"), the addresses of
links, characters that HTML names ("&amp;", "&nbsp;"), "<br>", the marks of a quoted mail. Matching does without them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

Change = tuple[int, int, "bool | str"]
"""A stretch of the original, and what the copy has for it: nothing (False), its composed letter (True), a text."""

ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""A backslash that lets the mark behind it stand for itself (CommonMark 0.31, 2.4)."""

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")

BREAK = re.compile(r"<[bB][rR][ ]?/?>")

ADDRESS = re.compile(r"\]\((?:https?:|www\.|mailto:|[/#.])[^\s()]{0,1000}(?:[ ]\"[^\"\n]{0,200}\")?\)")
"""The end of "[12/2020/QĐ-TTg](https://…)"."""

LINKED_LIMIT = 300
"""Code points of the words of a link."""

QUOTED = re.compile(r"^[ ]{0,3}>[> ]{0,20}", re.MULTILINE)
QUOTED_SHARE = 0.8
"""Share of lines with such a mark from which on the whole text is a quoted mail; fewer quote what a law will say."""


def changes(text: str) -> list[Change]:
    """What the copy drops of a text or writes otherwise, in order; none overlaps another. Single characters are looked
    for first, which costs next to nothing."""
    found: list[Change] = []
    if "\\" in text:
        found += ((match.start(), match.end(), False) for match in ESCAPE.finditer(text))
    if "&" in text:
        found += _named(text)
    if "<" in text:
        found += _broken(text)
    if "]" in text:
        found += _linked(text)
    if ">" in text and _is_quoted(text):
        found += ((match.start(), match.end(), False) for match in QUOTED.finditer(text))
    return found


def _named(text: str) -> Iterator[Change]:
    for match in ENTITY.finditer(text):
        char = html.unescape(match[0])
        if char != match[0]:
            yield match.start(), match.end(), " " if char.isspace() else char


def _broken(text: str) -> Iterator[Change]:
    """A break ends a line; in a row of a table it parts words."""
    begin = position = 0
    for match in BREAK.finditer(text):
        begin = text.rfind("\n", position, match.start()) + 1 or begin
        position = match.end()
        row = text.startswith("|", begin)
        yield match.start(), match.end(), " " if row or text.startswith("\n", position) else "\n"


def _linked(text: str) -> Iterator[Change]:
    """One mark at a time: a search for both costs thirty times as much."""
    position, end = 0, text.find("]")
    while end >= 0:
        address = ADDRESS.match(text, end) if text.startswith("(", end + 1) else None
        opened = text.rfind("[", max(position, end - LINKED_LIMIT), end) if address else -1
        if address and opened >= 0 and "\n" not in text[opened:end]:
            yield opened, opened + 1, False
            yield end, address.end(), False
            position = address.end()
        end = text.find("]", max(end + 1, position))


def _is_quoted(text: str) -> bool:
    marked = text.count("\n>") + text.startswith(">")
    return marked > 1 and marked >= QUOTED_SHARE * sum(1 for line in text.split("\n") if line.strip())
