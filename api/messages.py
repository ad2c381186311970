"""One line for every code of every error, in Vietnamese and English (`data/messages.csv`)."""

from __future__ import annotations

import errno
import os
from functools import cache

from api.words import pick, table
from ontology.errors import CancuError

DETAIL = 240
"""Characters of a detail that are shown."""


def text(code: str, lang: str, **details: str) -> str:
    """The line for a code, filled in and kept on one line. Raises `KeyError` for an unknown code or placeholder."""
    return one_line(table("messages")[code]["en" if lang == "en" else "vi"].format_map(details))


def of(error: CancuError, lang: str) -> str:
    """The line that tells a person what happened; the fuller one where the error knows at which `line` of a text."""
    code = f"{error.code}.at" if error.details.get("line") and f"{error.code}.at" in table("messages") else error.code
    return text(code, lang, **{name: _short(_system(value, lang)) for name, value in error.details.items()})


def _system(detail: str, lang: str) -> str:
    """What the operating system said, in the reader's language (`data/system.csv`); anything else as it is."""
    return pick("system", _errors().get(detail, ""), lang) or detail


@cache
def _errors() -> dict[str, str]:
    """What the system says → the name of the error."""
    return {os.strerror(number): name for number, name in errno.errorcode.items()}


def _short(detail: str) -> str:
    """Engines list every token that they would have taken; nobody reads that."""
    return detail if len(detail) <= DETAIL else detail[: DETAIL - 1] + "…"


def one_line(words: str) -> str:
    """Without line breaks and control characters, so that no file name or engine message can break the line."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())
