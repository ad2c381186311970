"""The tables behind structure, programmes and actions: every row well-formed, unique, and borne out by its example."""

from __future__ import annotations

import csv
import re
from importlib import resources
from typing import get_args

import pytest

from ontology.lexicon import ActionList, phrases
from ontology.tables import programme_kinds, section_words, units
from ontology.words import letters


def rows(table: str) -> list[dict[str, str]]:
    text = resources.files("ontology").joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


WORDS = rows("action_words")


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row['list']}:{row['phrase']}")
def test_a_phrase_stands_whole_in_its_example(row: dict[str, str]) -> None:
    assert re.search(rf"(?<!\w){re.escape(letters(row['phrase']))}(?!\w)", letters(row["example"]))
    assert row["source"]


def test_each_list_is_read_and_has_no_phrase_twice() -> None:
    assert {row["list"] for row in WORDS} == set(get_args(ActionList))
    pairs = [(row["list"], letters(row["phrase"])) for row in WORDS]
    assert len(pairs) == len(set(pairs))
    for name in get_args(ActionList):
        assert phrases(name)


@pytest.mark.parametrize("word", section_words(), ids=lambda word: word.phrase)
def test_a_section_word_stands_in_its_heading(word: object) -> None:
    assert letters(word.phrase) in letters(word.example)  # type: ignore[attr-defined]


def test_section_words_and_units_are_unique() -> None:
    assert len({word.phrase for word in section_words()}) == len(section_words())
    spelled = [word for unit in units() for word in unit.words]
    assert len(spelled) == len(set(spelled))
    assert all(word == word.lower() for word in spelled)


@pytest.mark.parametrize("kind", programme_kinds(), ids=lambda kind: kind.kind)
def test_a_kind_stands_in_both_its_examples(kind: object) -> None:
    for example in (kind.example, kind.counter_example):  # type: ignore[attr-defined]
        assert any(word in letters(example) for word in kind.words) or kind.kind == "Phong trào"  # type: ignore[attr-defined]
