"""Lines that cannot be over: their last word, or their last mark, waits for more."""

from __future__ import annotations

import re
from functools import cache

from loaders.text import trie
from ontology.lexicon import phrases

DANGLING = re.compile(rf"(?:[,/(]|(?<=\w)-|(?<![\w-])(?:{trie.pattern(phrases('dangling'))}))$")
"""A line that cannot be over: the next one goes on, even behind a page break."""

ENDS = (",", "/", "(", "-", *sorted({phrase.split()[-1] for phrase in phrases("dangling")}))
"""How such a line ends: a cheap look before the pattern."""

TAILS = tuple(sorted({phrase.split()[-1] for phrase in phrases("dangling") if " " in phrase}))
"""The last words of phrases of several words."""

MARKS = frozenset(end for end in ENDS if len(end) == 1)
PAIRS = frozenset(end[-2:] for end in ENDS)
"""The last one or two code points of such a line: a still cheaper look, which few lines pass."""

WAITING = MARKS | {":"}
"""The last code point of a line that may wait for more by itself."""


def dangles(line: str) -> bool:
    """Does a line (lower case) wait for more?"""
    if line[-2:] not in PAIRS and line[-1:] not in MARKS:
        return False
    if not line.endswith(ENDS):
        return False
    last = line.rsplit(None, 1)[-1]
    return DANGLING.search(line, 0 if last.endswith(TAILS) else len(line) - len(last)) is not None


HALF = 5
"""Code points of a first syllable."""


@cache
def _halves() -> dict[str, tuple[str, ...]]:
    """Words that open a sentence or a document, which web pages break behind their first syllable: that syllable, and
    what may follow it."""
    halves: dict[str, tuple[str, ...]] = {}
    for first, _, second in (phrase.partition(" ") for phrase in phrases("halved_word")):
        halves[first] = (*halves.get(first, ()), f"{second} ")
    return halves


def halved(low: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """A line that is the first half of a word: "Căn⏎cứ Nghị định …"."""
    if line[1] - line[0] > HALF:
        return False
    second = _halves().get(low[line[0] : line[1]])
    return second is not None and low.startswith(second, following[0])
