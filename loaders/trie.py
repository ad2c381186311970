"""Word lists → one regular expression shaped as a trie: as fast for 400 words as for 40 (measured: EXTRACTION
notes)."""

from __future__ import annotations

import re
from collections.abc import Iterable

Node = dict[str, "Node"]
END = ""


def pattern(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of `words` at a position. Spaces match any run of white space,
    punctuation may stand apart ("phòng , chống")."""
    root: Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[END] = {}
    return _expression(root)


def words(spellings: Iterable[str]) -> str:
    """Like `pattern`, for whole words only. The look behind stands after the first letter, so that the engine skips to
    the letters that begin a word of the list (a fifth faster than with the look behind in front)."""
    by_letter: dict[str, list[str]] = {}
    for spelling in sorted(spellings):
        by_letter.setdefault(spelling[0], []).append(spelling[1:])
    branches = (rf"{re.escape(first)}(?<!\w.)(?:{pattern(rests)})" for first, rests in by_letter.items())
    return rf"(?:{'|'.join(branches)})(?!\w)"


def _expression(node: Node) -> str:
    branches = [_char(char) + _expression(child) for char, child in sorted(node.items()) if char != END]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if END not in node:
        return joined
    return f"(?:{joined})?"


def _char(char: str) -> str:
    if char == " ":
        return r"\s+"
    if char == ",":
        return r"\s*,"
    if char == "-":
        return r"\s*-\s*"
    return re.escape(char)
