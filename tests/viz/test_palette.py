from __future__ import annotations

import re
from importlib.resources import files

import pytest

from ontology.tables import predicates
from viz.palette import BAND, BORDER, FOCUS, LEVELS, PAPER, QUIET, STROKES, TEXT, contrast, tone


def test_the_ends_of_the_contrast_scale() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("ink", [TEXT, QUIET, *(level.ink for level in LEVELS)])
def test_text_stands_out(ink: str) -> None:
    for ground in (PAPER, BAND, *(level.wash for level in LEVELS)):
        assert contrast(ink, ground) >= 4.5
    assert contrast(PAPER, QUIET) >= 4.5


@pytest.mark.parametrize("line", [BORDER, FOCUS, *(stroke.colour for stroke in STROKES.values())])
def test_lines_and_their_captions_stand_out(line: str) -> None:
    for ground in (PAPER, BAND):
        assert contrast(line, ground) >= 3
        if line != BORDER:
            assert contrast(line, ground) >= 4.4


def test_every_line_style_is_told_by_more_than_colour_or_by_a_caption() -> None:
    assert len({(stroke.colour, stroke.dash) for stroke in STROKES.values()}) == len(STROKES)


def test_every_group_of_the_vocabulary_has_a_line() -> None:
    assert {row.group for row in predicates()} == STROKES.keys()


def test_levels_beyond_the_table_take_its_ends() -> None:
    assert tone(-1) == LEVELS[0]
    assert tone(99) == LEVELS[-1]


def test_the_style_sheet_has_the_same_colours() -> None:
    css = files("viz").joinpath("static", "cancu.css").read_text(encoding="utf-8")
    levels = re.findall(r"\.level-(\d) { --level: (#\w+); }", css)
    assert [(int(number), colour) for number, colour in levels] == [(n, t.ink) for n, t in enumerate(LEVELS)]
    strokes = dict(re.findall(r"\.stroke\.(\w+) { --stroke: (#\w+);", css))
    assert strokes == {group: stroke.colour for group, stroke in STROKES.items()}
