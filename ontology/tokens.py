"""Words of a short text with their places, and a trie over words: how names are recognised, longest first, without
a regex per row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from ontology.words import letters, nfc, place_small_tones

_WORD = re.compile(r"[^\W_]+")
_AND_WORD = re.compile(r"([^\W_]+)")
_LOOSE_GAP = re.compile(r"[\s,./&’'\-–—]*")
_ABBREVIATION = 3
"""A full stop after a word of up to so many letters is taken for an abbreviation (TP. Hồ Chí Minh), not for a
sentence end."""

_MOTTO = re.compile(r"(?<!NƯỚC )(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|ĐỘC LẬP|Độc lập - Tự do)")
"""What stands beside the name of the body in a letterhead, and is no part of it."""

Value = TypeVar("Value")


class Tokens:
    """The first `window` code points of a text as words, up to the state motto of a letterhead.

    `lower` holds them as `words.letters` would spell them; ð looks like đ and stands for it in many portal texts.
    """

    __slots__ = ("ends", "lower", "starts", "text")

    def __init__(self, text: str, window: int) -> None:
        self.text = text = text[:window]
        signed = "CỘNG" in text or "ĐỘC" in text or "Độc" in text  # a cheap look before the pattern
        if signed and (motto := _MOTTO.search(text)):
            self.text = text = text[: motto.start()]
        plain = place_small_tones(nfc(text).lower().replace("ð", "đ"))
        plain = plain if len(plain) == len(text) else text.lower()[: len(text)]
        parts = _AND_WORD.split(plain)  # what stands before a word, the word, what stands before the next …
        places = list(accumulate(map(len, parts)))
        self.lower, self.starts, self.ends = parts[1::2], places[:-1:2], places[1::2]

    def __len__(self) -> int:
        return len(self.starts)

    def gap(self, at: int) -> str:
        """What stands between word `at` and the one before it (for the first word: before it)."""
        return self.text[self.ends[at - 1] if at else 0 : self.starts[at]]

    def joined(self, at: int) -> bool:
        """Whether word `at` may belong to one name with the word before it."""
        gap = self.gap(at)
        if gap == " ":
            return True
        return bool(_LOOSE_GAP.fullmatch(gap)) and (
            "." not in gap or self.ends[at - 1] - self.starts[at - 1] <= _ABBREVIATION
        )

    def capital(self, at: int) -> bool:
        """Whether word `at` begins with a capital letter."""
        return at < len(self.starts) and self.text[self.starts[at]].isupper()

    def slice(self, first: int, last: int) -> str:
        """The text of the words first..last-1 with single blanks; names in capitals (letterheads) as "Mộc Châu"."""
        if last <= first:
            return ""
        words = self.text[self.starts[first] : self.ends[last - 1]].split()
        shouted = (len(words) > 1 or self.text.isupper()) and all(word.isupper() for word in words)
        return " ".join(word.capitalize() if shouted else word for word in words)


class Trie(Generic[Value]):
    """Names → values, looked up at a word of a text. Punctuation inside names does not count."""

    def __init__(self, pairs: Iterable[tuple[str, Value]]) -> None:
        self._root: dict[str, object] = {}
        for name, value in pairs:
            node = self._root
            for word in _WORD.findall(letters(name)):
                node = node.setdefault(word, {})  # type: ignore[assignment]
            node.setdefault("", value)

    def longest(self, text: Tokens, at: int) -> tuple[Value, int] | None:
        """The value of the longest name that begins at word `at`, and the index of the word after it; None without
        one."""
        node, found, first, words = self._root, None, at, text.lower
        while at < len(words) and (at == first or text.joined(at)):
            following = node.get(words[at])
            if following is None:
                break
            node, at = following, at + 1  # type: ignore[assignment]
            if "" in node:
                found = (node[""], at)
        return found  # type: ignore[return-value]
