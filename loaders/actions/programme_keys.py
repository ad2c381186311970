"""How names of programmes are compared."""

from __future__ import annotations

import re

from loaders.actions import programme_names as names
from ontology.programme_names import written_out
from ontology.words import letters

WORD = re.compile(r"\w+")
JOINING = frozenset({"và", "về", "của", "các"})
"""Words by which two names of one programme may differ."""


def key(name: str) -> str:
    """How names are compared: without years, place, marks and joining words, abbreviations in words; to invest in
    building is to build, a movement of emulation ("phong trào | thi đua …") is a movement."""
    plain = letters(written_out(name)).removeprefix("thi đua ")
    plain = plain.partition(" trên địa bàn")[0]
    if names.YEAR.search(plain):
        plain = names.PERIOD.sub("", f" {plain}")
    plain = f" {plain}".replace(" đầu tư xây dựng ", " xây dựng ", 1)
    return " ".join(word for word in WORD.findall(plain) if word not in JOINING)
