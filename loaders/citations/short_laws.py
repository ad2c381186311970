"""Laws by a name of their own kind, without a type word in Vietnamese: initials of codes ("Điều 12 BLHS 2015"), and
English names in translations ("the 2019 Labor Code", "the Law on Investment dated June 17, 2020")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.citations import known_laws
from loaders.citations.sighting import Sighting
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.packaged import rows
from ontology.tables import DocumentType, document_types

INITIALS = "BL"
"""What initials begin with; the codes of the tables that begin so ("BLĐTBXH") go on otherwise."""

ENGLISH = ("Law", " Code")
"""What English names hold: a cheap look before the pattern."""

YEAR_BEFORE = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})\s+\Z")
"""Before an English name: "the 2015 Penal Code"."""

YEAR_REACH = 8


@cache
def _printed() -> dict[str, tuple[DocumentType, str]]:
    types = {row.label_vi: row for row in document_types()}
    return {row["printed"]: (types[row["type"]], row["name"]) for row in rows("law_short_names")}


@cache
def _initials() -> re.Pattern[str]:
    rest = (name.removeprefix(INITIALS) for name in _printed() if name.startswith(INITIALS))
    return re.compile(rf"{INITIALS}(?<![\w/-]{INITIALS}){trie.pattern(rest)}(?![\w/-])")


@cache
def _english() -> re.Pattern[str]:
    names = [name for name in _printed() if not name.startswith(INITIALS)]
    return re.compile(rf"(?<!\w){trie.pattern(names)}(?!\w)")


def find(reading: Reading) -> Iterator[Sighting]:
    """Each such name, with the year that is printed with it."""
    text = reading.text
    if INITIALS in text:
        yield from (_sighting(reading, match) for match in _initials().finditer(text))
    if any(map(text.__contains__, ENGLISH)):
        yield from (_sighting(reading, match) for match in _english().finditer(text))


def _sighting(reading: Reading, match: re.Match[str]) -> Sighting:
    kind, name = _printed()[" ".join(match[0].split())]
    start, end = match.span()
    if match[0].startswith(INITIALS):
        named = known_laws.with_year(reading, start, end, known=True)
        end, year = named.end, named.year
    else:
        before = YEAR_BEFORE.search(reading.text, max(0, start - YEAR_REACH), start)
        year = before["year"] if before else None
        if before and not reading.text.endswith(", ", 0, before.start()):  # "June 17, 2020 Law on Investment"
            start = before.start()
    return Sighting(start, end, "named", kind, year=year, name=name, rule="name.known")
