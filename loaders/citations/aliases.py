"""Names that a text gives to a document for its own use, without a number: "(sau đây gọi tắt là Nghị định về thủ tục
điện tử)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from loaders.citations import names
from loaders.citations.types import TypeWords
from loaders.text.reading import Reading
from ontology.tables import DocumentType

MARK = "gọi "
"""What every definition holds: a cheap look before the pattern."""

DEFINES = re.compile(r"\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+|gọn\s+)?là\s*:?\s*[“\"]?\s*")
ENDS = re.compile(r"\s*[”\"]?\s*[);,]")
PLAIN = re.compile(r"(?:\s+(?!số\s)[^\W\d_][\w&-]*){1,9}(?=\s*[”\"]?\s*[);,])")
"""The words of an alias behind its type word: no number (that is a short form by itself), no clause."""

SCOPE = 400_000
"""Code points behind its definition in which an alias is looked for."""

NEAR = 8
"""Documents before a definition among which the one that it names is looked for."""

LIMIT = 40
"""Aliases that one text may define."""


class Alias(Struct, frozen=True):
    """One use of an alias, or its definition."""

    start: int
    end: int
    type: DocumentType
    name: str


Ends = list[tuple[DocumentType, int, int]]
"""Of each cited document its type, where its number or name ends, and where its title does; as the text orders them."""


def find(reading: Reading, words: TypeWords, ends: Ends) -> Iterator[Alias]:
    """Each definition behind a document of the same type, and each use behind it, in the letters of the definition."""
    if MARK not in reading.low and "viết " not in reading.low:
        return
    starts = [end for _, end, _ in ends]
    defined: dict[str, Alias] = {}
    for match in DEFINES.finditer(reading.low):
        alias = _defined(reading, words, match.end())
        known = alias is None or alias.name in defined or len(defined) >= LIMIT
        if alias is not None and not known and _stands_for(reading, match.start(), alias, ends, starts):
            defined[alias.name] = alias
            yield alias
    for alias in defined.values():
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, alias.name.split())) + r"(?!\w)")
        for use in pattern.finditer(reading.text, alias.end, alias.end + SCOPE):
            yield Alias(use.start(), use.end(), alias.type, alias.name)


def _stands_for(reading: Reading, start: int, alias: Alias, ends: Ends, starts: list[int]) -> bool:
    """Does a document of the alias's type, or its title, end right before the definition?"""
    index = bisect_right(starts, start)
    for kind, end, tail_end in reversed(ends[max(0, index - NEAR) : index]):
        reached = max(end, min(tail_end, start))
        if kind == alias.type and not reading.text[reached:start].strip(' ,”"\n'):
            return True
    return False


def _defined(reading: Reading, words: TypeWords, position: int) -> Alias | None:
    index = words.before(position) + 1
    if index >= len(words.words) or words.words[index].start != position or not reading.text[position].isupper():
        return None
    word = words.words[index]
    match = PLAIN.match(reading.text, word.end)
    if match is None or word.type.slug in names.LAW_TYPES or not ENDS.match(reading.text, match.end()):
        return None
    return Alias(word.start, match.end(), word.type, " ".join(reading.text[word.start : match.end()].split()))
