"""Words that a page printed without the blank between them: "vềviệc", "Căn cứLuật", "BANHÀNH KẾ HOẠCH".

Web pages lose the end of a line, or the blank beside a link. No Vietnamese syllable has two groups of vowels, so that
such words are seen without a word list; where one may be parted in several ways, the pairs of syllables that the
tables hold decide ("ban hành", not "ba nhành"), and else the longer beginning of the second syllable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from loaders.text import trie
from ontology.laws import laws
from ontology.lexicon import words
from ontology.syllables import LONGEST, is_marked, is_syllable
from ontology.tables import document_types, issuers, relation_phrases
from ontology.words import bare, letters

SUSPECT = words("glued_word")
"""Two of the most frequent words, found at the speed of memory: a text in which no letter touches them is not looked at
again."""

BULLET = "- 1"
LISTED = tuple(f"{BULLET}{word}" for word in words("glued_item"))
LINKED = re.compile(trie.rare(words("glued_link")))
"""What pages print where a link begins; and in front of an item of a list."""

LINKED_LIMIT = 6000
"""Code points in which a page with links shows it: its legal bases stand in front."""

WORD = re.compile(r"[^\W\d_]{4,}")
BEHIND_NUMBER = re.compile(r"[0-9](?P<word>[^\W\d_]{2,})")

ALONE = frozenset("ýởy")
"""Syllables of one letter that stand by themselves."""

VOWELS = frozenset("aeiouy")
"""A syllable that begins so is taken for a second one only where the tables hold it ("cácơ quan", not "CHUYÉN")."""

PARTS = 3
"""Syllables that may be glued together. A longer word is not tried: "củacủacủa …" without end would cost its square."""


def suspected(text: str) -> bool:
    """Does a text show that blanks are missing in it?"""
    front = text[:LINKED_LIMIT]
    linked = LINKED.search(front) is not None or (BULLET in front and any(map(front.__contains__, LISTED)))
    return linked or any(_touched(text, word) for word in SUSPECT)


def _touched(text: str, word: str) -> bool:
    """Does a letter stand right beside a word somewhere?"""
    return _beside(word).search(text) is not None


@cache
def _beside(word: str) -> re.Pattern[str]:
    """The word first, by its rarest letter, which is found at the speed of memory, then what stands beside it."""
    return re.compile(rf"{trie.rare([word])}(?:(?=[^\W\d_])|(?<=[^\W\d_]{'.' * len(word)}))")


def breaks(text: str) -> list[int]:
    """Where blanks are missing, in order; empty for a text that shows no sign of it."""
    return sorted(_found(text)) if suspected(text) else []


def _found(text: str) -> Iterator[int]:
    for match in WORD.finditer(text):
        parts = _parts(match[0])
        if len(parts) == 1:
            continue
        at = match.start()
        for part in parts[:-1]:
            at += len(part)
            yield at
    for match in BEHIND_NUMBER.finditer(text):
        if _parts(match["word"])[0] in AFTER_NUMBERS:
            yield match.start("word")


AFTER_NUMBERS = frozenset(words("glued_behind_number"))
"""Syllables that stand behind a number glued to it: "ngày 03/12/2021của", "năm 2004và"."""


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """The syllables of a glued word; the word alone where it is one syllable, or not Vietnamese."""
    if len(word) > PARTS * LONGEST or is_syllable(word):
        return (word,)
    ways = list(_ways(unicodedata.normalize("NFC", word), PARTS))
    if not ways:
        return (word,)
    return max(ways, key=_likely)


def _ways(word: str, most: int) -> Iterator[tuple[str, ...]]:
    """Every way to part a word into at most so many syllables, one of them with a mark, or all in pairs that the tables
    hold ("kinhdoanh")."""
    for parts in _syllables(word, most):
        marked = any(map(is_marked, parts)) or all(map(_known_pair, pairwise(parts)))
        if marked and not any(bare(part[0].lower()) in VOWELS and letters(part) not in _known() for part in parts[1:]):
            yield parts


def _syllables(word: str, most: int) -> Iterator[tuple[str, ...]]:
    if _stands(word):
        yield (word,)
    if most > 1:
        for end in range(1, min(len(word), LONGEST + 1)):
            if _stands(word[:end]):
                yield from ((word[:end], *rest) for rest in _syllables(word[end:], most - 1))


def _stands(part: str) -> bool:
    """Is it a syllable that is written by itself, in one case or with a capital?"""
    cased = part.islower() or part.isupper() or part.istitle()
    return cased and (len(part) > 1 or part.lower() in ALONE) and is_syllable(part)


def _likely(parts: tuple[str, ...]) -> tuple[int, int, int, int]:
    """How likely the parts are: few, capitals that begin words, pairs that are known, long beginnings of syllables."""
    low = [letters(part) for part in parts]
    pairs = sum(pair in _pairs() for pair in pairwise(low))
    known = sum(part in _known() for part in low)
    return (-len(parts), pairs, known, -len(parts[0]))


def _known_pair(pair: tuple[str, str]) -> bool:
    return tuple(map(letters, pair)) in _pairs()


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Syllables that stand side by side in the names and phrases of the tables."""
    named = [name for law in laws() for name in (law.name, *law.also)]
    named += [name for row in issuers() for name in (row.name_vi, *row.names)]
    named += [name for row in document_types() for name in (row.label_vi, *row.words)]
    named += [row.example for row in relation_phrases()]
    words = [letters(name).split() for name in named]
    return frozenset(pair for each in words for pair in pairwise(each))


@cache
def _known() -> frozenset[str]:
    return frozenset(word for pair in _pairs() for word in pair)
