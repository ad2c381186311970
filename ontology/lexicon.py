"""Small word lists of the reader: what opens a title, ends a name, lets a cue reach a document (`data/lexicon.csv`)."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import Literal

from ontology.words import letters

List = Literal[
    "assignee",
    "assigning_verb",
    "block_opener",
    "body_begins",
    "capacity",
    "dangling",
    "issuing_verb",
    "law_name_stop",
    "list_opener",
    "name_goes_on",
    "name_stop",
    "negation",
    "proper_name",
    "proposal",
    "reach",
    "signing_mark",
    "title_end",
    "title_opening",
]


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    text = resources.files("ontology").joinpath("data", "lexicon.csv").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        lists.setdefault(row["list"], []).append(letters(row["phrase"]))
    return {name: tuple(phrases) for name, phrases in lists.items()}


def phrases(name: List) -> tuple[str, ...]:
    """The phrases of one list, in the form of `words.letters`, as the table orders them."""
    return _lists()[name]
