"""One line for every code of every error, in Vietnamese and English (`data/messages.csv`)."""

from __future__ import annotations

from api.words import table
from ontology.errors import CancuError


def text(code: str, lang: str, **details: str) -> str:
    """The line for a code, filled in and kept on one line. Raises `KeyError` for an unknown code or placeholder."""
    return one_line(table("messages")[code]["en" if lang == "en" else "vi"].format_map(details))


def of(error: CancuError, lang: str) -> str:
    """The line that tells a person what happened."""
    return text(error.code, lang, **error.details)


def one_line(words: str) -> str:
    """Without line breaks and control characters, so that no file name or engine message can break the line."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())
