"""Lead-ins: does the line before a list state an action itself, or only say that a list follows?

Words from `ontology/data/action_words.csv` (lead_noun, lead_light, generic_verb).
"""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import verbs
from loaders.text import trie
from ontology.lexicon import phrases

REACH = 200
"""Code points before the end of a lead-in in which its last words are looked for."""

ORDERS = re.compile(r"(?<!\w)(?:yêu\s+cầu|đề\s+nghị|giao|có\s+trách\s+nhiệm)(?!\w)")
"""A lead-in that orders says who is to do what its list says."""


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('lead_noun'))})(?!\w)")


@cache
def _light() -> re.Pattern[str]:
    words = (*phrases("lead_noun"), *phrases("lead_light"))
    return re.compile(rf"(?:{trie.pattern(words)})(?!\w)|[\s,;:]+")


@cache
def _generic() -> frozenset[str]:
    return frozenset(phrases("generic_verb"))


def is_bare(low: str, start: int, end: int) -> bool:
    """Does a lead-in only say who begins, and leave what is done to its list? One that names a thing ("đã ban hành các
    kế hoạch, cụ thể:") states an action itself."""
    if not names_nothing(low, start, end):
        return False
    if ORDERS.search(low, start, end):
        return True
    if low.startswith("ngoài ", start):
        start = max(start, low.rfind(". ", start, end) + 1)
    return all(" ".join(verb[0].split()) in _generic() for verb in verbs.doing().finditer(low, start, end))


@cache
def _of_objects() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('object_lead'))})\s*:")


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"(?:{trie.pattern(phrases('asking_verb'))})(?!\w)")


def lists_objects(low: str, start: int, end: int) -> bool:
    """Does a lead-in end with what its list is about, and not with what is to be done: "… các dữ liệu về:", or ask for
    the things that its list names: "Chuẩn bị tài liệu:"?"""
    return (
        _asking().match(low, start, end) is not None
        or _of_objects().fullmatch(low, max(start, low.rfind(" ", start, end - 1) + 1), end) is not None
    )


def names_nothing(low: str, start: int, end: int) -> bool:
    """Does a lead-in end with words for anything: "… thực hiện một số nhiệm vụ trọng tâm sau:", "… triển khai kế hoạch,
    cụ thể:"? Word by word from the last such noun on, never back."""
    return any(only_light(low, noun.end(), end) for noun in _nouns().finditer(low, max(start, end - REACH), end))


def only_light(low: str, position: int, end: int) -> bool:
    """Does nothing stand between two places but words for anything: "một số nội dung cụ thể như sau:"?"""
    while position < end:
        match = _light().match(low, position, end)
        if match is None:
            return False
        position = match.end()
    return True
