"""The tables of words in `data/`: key → Vietnamese and English."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> Mapping[str, Mapping[str, str]]:
    """Key → language → words of `data/<name>.csv`; cells may hold several lines."""
    content = files("api").joinpath("data", f"{name}.csv").read_text("utf-8")
    return {row["key"]: {"vi": row["vi"], "en": row["en"]} for row in csv.DictReader(io.StringIO(content, newline=""))}


def pick(name: str, key: str, lang: str) -> str | None:
    """The words in that language (any but English reads Vietnamese); None for an unknown key."""
    row = table(name).get(key)
    return None if row is None else row["en" if lang == "en" else "vi"]


def line(key: str, lang: str, **fill: str) -> str:
    """Words that the program says on a terminal (`data/lines.csv`). Raises `KeyError` for an unknown key."""
    return table("lines")[key]["en" if lang == "en" else "vi"].format_map(fill)
