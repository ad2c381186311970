"""The keys and values that some systems save above a text, between two lines of dashes: they are no lines of prose."""

from __future__ import annotations

import re

BEGIN = re.compile(r"---[ ]*\n")
END = re.compile(r"\n---[ ]*\n")
LIMIT = 6000
"""Code points within which they end."""

KEY = re.compile(r"-|[^\W\d_][\w -]{0,40}:")
"""How a line of it begins that goes on with no other: a key, an item, a rule (on lower-case text)."""


def end(text: str) -> int:
    """Where the keys and values above a text end (lines between two rules "---"); 0 where there are none."""
    begin = BEGIN.match(text)
    closing = END.search(text, begin.end() - 1, LIMIT) if begin else None
    return closing.start() if closing else 0
