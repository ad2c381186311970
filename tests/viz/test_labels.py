from __future__ import annotations

import re
from importlib.resources import files

import pytest

from ontology.tables import predicates
from viz.labels import catalogue, text
from viz.vocabulary import level_label, relation, relations


def test_both_languages_say_everything() -> None:
    for key, words in catalogue().items():
        assert words["vi"].strip() and words["en"].strip(), key
        holes = [set(re.findall(r"{(\w+)}", words[lang])) for lang in ("vi", "en")]
        assert holes[0] == holes[1], key


def test_every_word_that_pages_and_code_ask_for_is_there() -> None:
    room = files("viz")
    rooms = (*room.iterdir(), *room.joinpath("pages").iterdir())
    sources = [entry for entry in rooms if entry.name.endswith(".py")]
    sources += list(room.joinpath("templates").iterdir())
    asked = {
        key
        for entry in sources
        for key in re.findall(r"""\b(?:t|ui)\(\s*["']([\w.:]+)["']""", entry.read_text(encoding="utf-8"))
        if not key.endswith(".")
    }
    assert len(asked) > 80
    assert asked <= catalogue().keys()


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("nothing.like.this", "vi")


def test_filled_in_words_may_hold_braces() -> None:
    assert text("search.title", "vi", query="{x}") == "Kết quả tìm “{x}”"


def test_every_relation_has_its_words() -> None:
    assert relations().keys() == {row.predicate for row in predicates()}
    for known in relations().values():
        for lang in ("vi", "en"):
            assert known.label(lang) and known.inverse(lang) and known.caption(lang)


def test_an_unknown_relation_goes_by_its_name() -> None:
    assert relation("observes").label("vi") == "observes"
    assert relation("observes").group == "cite"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_levels_have_different_names(lang: str) -> None:
    assert len({level_label(level, lang) for level in range(9)}) == 9
