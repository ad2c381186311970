"""What a recognition of characters takes for what in numbers of documents and set phrases (`data/misread_signs.csv`,
`data/set_phrases.csv`), and how it is set right.

A number is mended only where the tables of codes prove it: "198/2025/OH15" is Quốc hội, because no body has the code OH
and one sign of it is often misread. What is known, and what two codes could have been, stays.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from typing import Literal

from msgspec import Struct

from ontology import codes
from ontology.syllables import is_syllable
from ontology.words import fold, nfc


class Sign(Struct, frozen=True):
    """where: in a symbol, in a number or year, or as the stroke between both. example: as it was read, and repaired."""

    where: Literal["symbol", "number", "stroke"]
    read: str
    meant: str
    example: str
    repaired: str


@cache
def signs(where: str) -> tuple[Sign, ...]:
    """The rows of the table for one place, in its order."""
    text = resources.files("ontology").joinpath("data", "misread_signs.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["where"] == where]
    return tuple(Sign(row["where"], row["read"], row["meant"], row["example"], row["repaired"]) for row in rows)  # type: ignore[arg-type]


@cache
def set_phrases() -> tuple[tuple[str, ...], ...]:
    """The words of each phrase, without its commas."""
    text = resources.files("ontology").joinpath("data", "set_phrases.csv").read_text(encoding="utf-8")
    return tuple(tuple(row["phrase"].replace(",", "").split()) for row in csv.DictReader(text.splitlines()))


_GROUP = "[0-9A-Za-zĐđÐƯƠÔÊÂĂ&|]+"
_NUMBER = re.compile(
    rf"(?P<number>[0-9OolI|]{{1,6}})(?P<letter>[a-zđ]?)/(?:(?P<year>[0-9OolI|]{{4}})/)?(?P<symbol>{_GROUP}(?:-{_GROUP}){{0,4}})"
)
_UNSTROKED = re.compile(rf"(?P<number>[0-9]{{1,5}}(?:/[0-9]{{4}})?)(?P<stroke>[Il|])(?P<symbol>{_GROUP}-{_GROUP})")
_RIM = " \t.,;:()[]\"'“”‘’"


def mended_number(word: str) -> str:
    """A word with the number of a document in it, its misread signs set right; any other word as it is."""
    core = word.strip(_RIM)
    if "/" not in core and not any(sign.read in core for sign in signs("stroke")):
        return word
    mended = _stroked(core)
    match = _NUMBER.fullmatch(mended)
    if match is not None:
        number, year = _digits(match["number"]), _digits(match["year"]) if match["year"] else None
        parts = [number + match["letter"], *([year] if year else []), _symbol(match["symbol"])]
        mended = "/".join(parts)
    return word.replace(core, mended, 1) if mended != core else word


def _digits(read: str) -> str:
    """A number in which letters stand for digits; letters alone are none."""
    if read.isdigit() or not any(char.isdigit() for char in read):
        return read
    for sign in signs("number"):
        read = read.replace(sign.read, sign.meant)
    return read


def _stroked(core: str) -> str:
    """With the stroke that was taken for a letter, where type and body behind it are known."""
    match = _UNSTROKED.fullmatch(core)
    if match is None:
        return core
    groups = match["symbol"].split("-")
    known = codes.state_types().exact(groups[0]) and codes.agencies().exact(groups[1])
    return f"{match['number']}/{match['symbol']}" if known else core


def _symbol(read: str) -> str:
    """The type first, then the body; what follows are units that no table knows."""
    groups = nfc(read).translate(codes.LOOK_ALIKES).split("-")
    if len(groups) == 1:
        return _assembly(groups[0]) or read
    kind = _known(groups[0], codes.state_types())
    if kind is None:
        return read
    body = _known(groups[1], codes.agencies()) or groups[1]
    mended = "-".join([kind, body, *groups[2:]])
    return read if mended == "-".join(groups) else mended


def _assembly(read: str) -> str | None:
    """The National Assembly and its Standing Committee with their term, the two digits at the end: terms of one digit
    ended in 1997 and are left as they were read."""
    body, term = read[:-2], _digits(read[-2:])
    meant = {each for each in {body, *_readings(body)} if each in ("QH", "UBTVQH")}
    return meant.pop() + term if len(meant) == 1 and term.isdigit() and 10 <= int(term) <= 19 else None


def _known(read: str, table: codes.Codes) -> str | None:
    """A code of the table as it was read, or the one that it can be; None when there is none, or there are two."""
    if table.exact(read):
        return read
    meant = sorted({each for each in _readings(read) if table.exact(each)})
    return meant[0] if len(meant) == 1 else None


def _readings(read: str) -> set[str]:
    """The word with one sign of it read otherwise, at one place."""
    found = set()
    for sign in signs("symbol"):
        at = read.find(sign.read)
        while at >= 0:
            found.add(read[:at] + sign.meant + read[at + len(sign.read) :])
            at = read.find(sign.read, at + 1)
    return found


# --- set phrases

LONG = 6
"""Words of a phrase in which one may be no word at all ("L2 sung một số điều của")."""


def mended_phrases(words: list[str]) -> dict[int, str]:
    """Words of a page, in order, that belong to a set phrase and differ from it: their number → the word as it is
    written. Marks of Vietnamese are what recognition loses first; letters without them must be those of the phrase."""
    folded = [fold(word.strip(_RIM)) for word in words]
    found: dict[int, str] = {}
    for at, word in enumerate(folded):
        for phrase, start in _begun().get(word, ()):
            begin = at - start
            if begin >= 0 and _is(phrase, folded, words, begin):
                found.update(_written(phrase, words, begin))
    return found


@cache
def _begun() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """First and second words → the phrases that they begin."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase in set_phrases():
        for start in (0, 1) if len(phrase) >= LONG else (0,):
            found.setdefault(fold(phrase[start]), []).append((phrase, start))
    return found


def _is(phrase: tuple[str, ...], folded: list[str], words: list[str], begin: int) -> bool:
    other = [at for at, word in enumerate(phrase) if folded[begin + at : begin + at + 1] != [fold(word)]]
    if not other:
        return True
    alone = len(phrase) >= LONG and len(other) == 1 and begin + len(phrase) <= len(words)
    return alone and not is_syllable(words[begin + other[0]].strip(_RIM))


def _written(phrase: tuple[str, ...], words: list[str], begin: int) -> dict[int, str]:
    found = {}
    for at, meant in enumerate(phrase, begin):
        core = words[at].strip(_RIM)
        if not core or nfc(core).lower() == meant.lower():
            continue
        cased = meant.upper() if core.isupper() and len(core) > 1 and core.isalpha() else meant
        if core[0].isalpha():
            cased = (cased[0].upper() if core[0].isupper() and core.isalpha() else cased[0]) + cased[1:]
        found[at] = words[at].replace(core, cased, 1)
    return found
