"""Documents cited by title alone: a type word and a quoted title, or a plan behind the verb that carries it out."""

from __future__ import annotations

import re

from msgspec import Struct

from loaders.citations.types import TypeWord
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases

QUOTABLE = frozenset(
    {"ke-hoach", "quyet-dinh", "nghi-quyet", "chi-thi", "nghi-dinh", "thong-tu", "ket-luan", "huong-dan", "thong-bao"}
)
"""Types whose quoted title names a document; programmes, schemes and projects with a quoted name are no documents."""

QUOTED = re.compile(r"\s*:?\s*[“\"]\s*(?P<name>[^\W\d_][^“”\"\n]{14,300}?)\s*[”\"]")

CARRIED_OUT = re.compile(r"(?<!\w)(?:thực\s+hiện|triển\s+khai)\s+(?:tốt\s+|có\s+hiệu\s+quả\s+)?$")
LOOK_BACK = 40

NAME_LIMIT = 320
NAME = re.compile(
    r"\s+(?!(?:giai\s+đoạn|năm|này|đó|trên|theo|nêu\s+trên|nói\s+trên|của|số)\s)(?P<name>[^\W\d_][^;:\n“”\"(]{20,320})"
)
NAME_END = patterns.awaited(
    rf",(?!\s+(?:{trie.pattern(phrases('name_goes_on'))})(?!\w))|\.(?=\s|$)|\s(?={trie.pattern(phrases('name_stop'))}(?!\w))"
)
"""Where the name of a plan is over: a comma that no period follows, a full stop, a word with which the sentence goes
on."""

PROPER = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('proper_name'))})(?!\w)")
"""What makes a name of a description: its place or its years."""

WORDS = 6
"""Words that a name has at least."""


class Titled(Struct, frozen=True):
    """A title behind a type word: where it ends, and the title on one line."""

    end: int
    name: str


def read(reading: Reading, word: TypeWord) -> Titled | None:
    """The title that the type word opens; None where the word is generic."""
    if word.abbreviated or not reading.text[word.start].isupper() or word.type.slug not in QUOTABLE:
        return None
    quoted = QUOTED.match(reading.text, word.end)
    if quoted is not None and reading.text[quoted.start("name")].isupper():
        return Titled(quoted.end(), _flat(quoted["name"]))
    return _carried_out(reading, word) if word.type.slug == "ke-hoach" else None


def _carried_out(reading: Reading, word: TypeWord) -> Titled | None:
    """ "Triển khai thực hiện Kế hoạch hỗ trợ khởi nghiệp … trên địa bàn tỉnh Điện Biên." """
    low = reading.low
    if not CARRIED_OUT.search(low, max(0, word.start - LOOK_BACK), word.start):
        return None
    match = NAME.match(low, word.end)
    if match is None:
        return None
    over = NAME_END.search(low, match.start("name"), match.end())
    end = over.start() if over else match.end()
    name = _flat(reading.text[match.start("name") : end])
    end -= len(low[match.start("name") : end]) - len(low[match.start("name") : end].rstrip())
    if len(name.split()) < WORDS or PROPER.search(low, match.start("name"), end) is None:
        return None
    return Titled(end, name)


def _flat(text: str) -> str:
    return " ".join(text.replace(" ,", ",").split())
