"""The words of the screen, in Vietnamese and English (`data/labels.csv`)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

LANGUAGES = ("vi", "en")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Key → language → words."""
    content = files("viz").joinpath("data", "labels.csv").read_text(encoding="utf-8")
    return {row["key"]: {lang: row[lang] for lang in LANGUAGES} for row in csv.DictReader(content.splitlines())}


def text(key: str, lang: str, **fill: str) -> str:
    """The words for a key, `{name}` filled in. A language other than English reads Vietnamese.

    Raises `KeyError` for an unknown key.
    """
    words = catalogue()[key]["en" if lang == "en" else "vi"]
    return words.format_map(fill) if fill else words
