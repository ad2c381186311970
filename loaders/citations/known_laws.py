"""Laws by the names of the table, as printed and as a scan reads them."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from loaders.text import trie
from loaders.text.reading import Reading
from ontology.laws import REVISED, Law, laws
from ontology.words import bare, letters


class Named(Struct, frozen=True):
    """A name behind a type word: where it ends, the name itself, the year stated with it."""

    end: int
    name: str
    year: str | None
    known: bool


YEAR = re.compile(
    r"(?:\s+\(sửa\s+đổi\)(?=\s+năm\s))?\s*(?P<open>\(\s*)?(?:năm\s+)?(?P<year>(?:19|20)[0-9]{2})(?!\s*[-–/]\s*[0-9])(?![0-9/])(?(open)\s*\))"
)


def with_year(reading: Reading, start: int, end: int, *, known: bool) -> Named:
    name = " ".join(reading.text[start:end].replace(" ,", ",").split())
    year = YEAR.match(reading.low, end)
    if year and not reading.low[end : year.end()].replace(REVISED, "").lstrip().startswith("("):
        return Named(year.end(), name, year["year"], known)
    revised = reading.low.startswith(f" {REVISED}", end)
    return Named(end, f"{name} {REVISED}" if revised else name, None, known)


@cache
def known(type_label: str) -> re.Pattern[str]:
    return _named((type_label,))


def _named(labels: tuple[str, ...]) -> re.Pattern[str]:
    names = [letters(name) for law in laws() if law.type in labels for name in (law.name, *law.also)]
    return re.compile(rf"\s+(?:về\s+)?(?P<name>{trie.pattern(names)})(?![^\W\d])") if names else re.compile(r"(?!)")


@cache
def known_elsewhere(type_label: str) -> re.Pattern[str]:
    """Names of the other kind: old ordinances had the names that laws bear now, and codes are called laws."""
    others = ("Pháp lệnh", "Bộ luật") if type_label == "Luật" else ("Luật",)
    return _named(others)


@cache
def _by_bare_name() -> dict[str, Law | None]:
    """Names of two words and more without diacritics → the law, None where two laws share them."""
    table: dict[str, Law | None] = {}
    for row in laws():
        if " " in row.name:
            plain = bare(letters(row.name))
            known = table.get(plain, row)
            table[plain] = row if known is not None and (known.type, known.name) == (row.type, row.name) else None
    return table


@cache
def _by_first_word(type_label: str) -> dict[str, list[str]]:
    """The names without diacritics, by their first words: one pattern of all takes 8 ms to make."""
    found: dict[str, list[str]] = {}
    for plain, row in _by_bare_name().items():
        if row is not None and row.type == type_label:
            found.setdefault(APART.split(plain, maxsplit=1)[0], []).append(plain)
    return found


APART = re.compile(r"[\s,-]")
FIRST_WORD = re.compile(r"\s+(?:ve\s+)?(?P<word>[^\s,-]+)")


def _scanned(type_label: str, word: str) -> re.Pattern[str] | None:
    """The names that begin with a word, or with "về"; None where none does."""
    of = _by_first_word(type_label)
    return _beginning(type_label, word if word in of else "ve") if word in of or "ve" in of else None


@cache
def _beginning(type_label: str, word: str) -> re.Pattern[str]:
    of = _by_first_word(type_label)
    names = [name for first in dict.fromkeys((word, "ve")) for name in of.get(first, ())]
    return re.compile(rf"\s+(?:ve\s+)?(?P<name>{trie.pattern(names)})(?![^\W\d])")


SCANNED_LIMIT = 200
"""Code points that the longest name of a law takes."""


def as_scanned(reading: Reading, label: str, end: int) -> Named | None:
    """A known name whose diacritics a reader of images missed ("Luật Tô chức Chính phú"), in its right spelling."""
    behind = bare(reading.low[end : end + SCANNED_LIMIT])
    first = FIRST_WORD.match(behind)
    pattern = _scanned(label, first["word"]) if first else None
    match = pattern.match(behind) if pattern else None
    if match is None:
        return None
    row = _by_bare_name()[" ".join(match["name"].replace(" ,", ",").split())]
    stop = end + match.end()
    named = with_year(reading, end + match.start("name"), stop, known=True)
    return replace(named, name=row.name) if row is not None else None


def is_whole(reading: Reading, label: str, end: int, stop: int) -> bool:
    """Whether the name of a known law is all that stands between a type word that ends at `end` and `stop` (reading
    copy). label: of the type word; no law is known under one that is no type of law."""
    match = known(label).match(reading.low, end)
    return match is not None and not reading.text[match.end() : stop].strip()


@cache
def years(label: str, name: str) -> frozenset[str]:
    """The years of the laws that bear a name."""
    bearing = (act for row in laws() if (row.type, letters(row.name)) == (label, name) for act in row.numbers)
    return frozenset(date[:4] if date else number.split("/")[1] for number, date in bearing if date or "/" in number)
