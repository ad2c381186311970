"""Where a paragraph ends: which lines of a column, or of two pages, go on in each other."""

from __future__ import annotations

import re

from loaders.formats.lines import Line

MARK = re.compile(r"(?:[-+*•–—]|\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|\(?[a-zđA-ZĐ][.)]|[IVXL]{1,6}[.)])$")
"""The first word of a line that opens a paragraph of its own."""

HEADINGS = frozenset({"Điều", "Chương", "Mục", "Phần", "Căn"})
"""First words that open one where the line above is over, or where a full stop follows their number ("Điều 4.")."""

ENDS = (".", ";", ":", "!", "?", "./.", "…")


def joins(line: Line, following: Line, left: float, right: float) -> bool:
    """Does the paragraph of `line` go on in the line below it? left, right: the margins of the column.

    It does where the first word of the next line would not have fitted, and that line is not set in. What stands in the
    right half alone is a signature or a date, line by line.
    """
    first = following.pieces[0]
    height = line.height
    if following.top - line.bottom > 1.1 * height or opens(following, line):
        return False
    room = right - line.right
    full = room < (first.right - first.left) + 0.35 * height
    if not full or line.text.rstrip('"”’)').endswith("./") or is_set_right(line, left, right):
        return False
    set_in = following.left - left
    if following.text.startswith("(") and (set_in > 0.8 * height or line.text.isupper() > following.text.isupper()):
        return False  # "(Kèm theo Quyết định …)" below a title
    if set_in <= 0.8 * height:
        return True
    hanging = MARK.match(line.pieces[0].text) is not None and abs(following.left - line.left) < 4 * height
    centred = abs((line.left + line.right) - (following.left + following.right)) < 2 * height
    return hanging or (centred and not line.text.endswith(ENDS)) or abs(following.left - line.left) < 2


LINKS = ("-", "/", "–")
"""What a line that is cut within a word ends in: "08/2021/NĐ-⏎CP"."""

ADDRESS = ("=", "?", "&", "_", "%")
"""What a web address may be cut behind as well."""


def between(line: Line, following: Line) -> str:
    """What parts a line from the one in which its paragraph goes on: nothing within a word, else a blank."""
    last, first = line.pieces[-1].text, following.pieces[0].text
    if not first[:1].isalnum() or len(last) < 2:
        return " "
    cut = last.endswith(LINKS) and last[-2].isalnum()
    return "" if cut or (last.endswith(ADDRESS) and ("?" in last or "://" in last)) else " "


ASIDE = 0.4
"""Share of the width of a column from which on a line begins in its right half."""


def is_set_right(line: Line, left: float, right: float) -> bool:
    """Does a line begin in the right half of its column? One that opens a bracket and does not close it goes on."""
    return line.left - left > ASIDE * (right - left) and line.text.count("(") <= line.text.count(")")


def opens(line: Line, before: Line) -> bool:
    """Does `line` open a paragraph by its first word?"""
    first, *rest = line.pieces
    if first.text not in HEADINGS:
        return MARK.match(first.text) is not None
    return before.text.endswith(ENDS) or bool(rest and rest[0].text.endswith((".", ":")))
