"""What was made cheap means the same as the plain way of saying it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.relations import opening
from loaders.text import blocks, continuation, dangling, glued, own_provision, reading

PLAIN_MARKS = re.compile(
    rf"[{reading.INVISIBLE}]|(?<=QĐ)Đ(?![A-ZĐ])|\*{{1,3}}(?! )|(?<=\S)\*{{1,3}}|(?<![\w_])_{{1,2}}(?=\w)|(?<=\w)_{{1,2}}(?![\w_])"
)
PLAIN_TERMINAL = re.compile(r"[.;:!?…][\"'”’)\]*]*$|\./\.?$")


@given(st.text(st.sampled_from("QĐA*_ xá\u200b\n"), max_size=30))
def test_marks_are_dropped_as_the_plain_pattern_says(text: str) -> None:
    assert [m.span() for m in reading.DROPPED.finditer(text)] == [m.span() for m in PLAIN_MARKS.finditer(text)]


@given(st.text(st.sampled_from('a.;/)"”*] -,'), max_size=12).map(str.strip))
def test_ends_of_sentences_are_those_of_the_plain_pattern(line: str) -> None:
    quick = line.endswith("./") or line.rstrip(continuation.CLOSING).endswith(continuation.TERMINAL)
    assert quick == (PLAIN_TERMINAL.search(line) is not None)


@given(
    st.lists(st.sampled_from(["căn", "số", "thực", "hiện", "của", "-", "ngày,", "a/", " "]), max_size=6).map(" ".join)
)
def test_a_line_that_waits_is_seen_at_a_glance(line: str) -> None:
    assert dangling.dangles(line) == (dangling.DANGLING.search(line) is not None)


LINES = st.lists(
    st.sampled_from(
        [
            "căn cứ",
            "của",
            "Sở Y tế",
            "12",
            "điều 5",
            "khoản 2",
            ":",
            "“Đề án",
            "QUYẾT ĐỊNH",
            "- xã",
            "(các",
            "a" * 31,
            ";",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(LINES, LINES, st.sampled_from(["\n", "\n\n"]), st.sampled_from([None, 20, 60]))
def test_what_the_look_before_the_rules_lets_go_no_rule_would_join(
    above: str, below: str, between: str, width: int | None
) -> None:
    text = above + between + below
    low, line = reading.lower(text), (0, len(above))
    following = (len(above + between), len(text))
    if continuation.goes_on(text, low, line, following, width, len(between)):
        assert continuation.may_go_on(low, line, following, width)


@given(st.text(st.sampled_from(" \na\x1c\u2028"), max_size=20))
def test_lines_are_those_of_the_plain_pattern(text: str) -> None:
    at, plain = 0, []
    for line in text.split("\n"):
        words = line.lstrip()
        plain += [(at + len(line) - len(words), at + len(line))] if words else []
        at += len(line) + 1
    assert [m.span() for m in blocks.LINE.finditer(text)] == plain


PLAIN_GLUED = re.compile(r"[^\W\d_]{2}[.,;:”]?(?P<mark>[0-9]{1,3})(?![\w/.%-]*\w)")


@given(st.text(st.sampled_from("đa12.,;”/%_ "), max_size=20))
def test_figures_behind_words_are_those_of_the_plain_pattern(text: str) -> None:
    found = [(m["mark"], m.start("mark")) for m in own_provision.GLUED.finditer(text)]
    assert found == [(m["mark"], m.start("mark")) for m in PLAIN_GLUED.finditer(text)]


PLAIN_TOUCHED = re.compile(r"của(?:(?=[^\W\d_])|(?<=[^\W\d_]...))")


@given(st.lists(st.sampled_from(["của", "a", "1", "½", " ", "_", ",", "\n"]), max_size=6).map("".join))
def test_words_without_a_blank_beside_them_are_those_of_the_plain_pattern(text: str) -> None:
    assert glued._touched(text, "của") == (PLAIN_TOUCHED.search(text) is not None)


WORDS = ["A", "b", " ", "; ", ". ", ".", ";", "\n", "Điều 1.  ", "x" * 30]
PLACES = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 12)), min_size=1, max_size=6)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map("".join).filter(str.strip), PLACES)
def test_sentences_do_not_depend_on_what_was_asked_before(text: str, places: list[tuple[int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "SENTENCE_LIMIT", 25)
        asked = blocks.Blocks(reading.Reading(text, text.lower()))
        for start, length in places:
            start = min(start, len(text.rstrip()) - 1)
            start += len(text[start:]) - len(text[start:].lstrip())  # no mention begins with a blank
            end = min(start + 1 + length, len(text))
            assert asked.sentence(start, end) == _plain_sentence(asked, start, end)


def _plain_sentence(asked: blocks.Blocks, start: int, end: int) -> object:
    block = asked.span(start)
    begin = max(block.start, start - blocks.SENTENCE_LIMIT)
    stop = max(min(block.end, end + blocks.SENTENCE_LIMIT), end)
    for match in blocks.SENTENCE_END.finditer(asked.text, begin, stop):
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= end:
            stop = match.start() + 1
            break
    words = asked.text[begin:stop]
    return blocks.Span(begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()))


CLAUSES = [
    "bãi bỏ ",
    "thay thế ",
    "hiệu lực",
    "hiệu",
    " lực ",
    "; ",
    ". ",
    ": ",
    "1. ",
    "thông tư này ",
    "luật a ",
    "a) ",
]


@given(st.lists(st.sampled_from(CLAUSES), max_size=12).map("".join), st.lists(st.integers(0, 80), max_size=6))
def test_what_may_open_a_clause_does_not_depend_on_what_was_asked_before(low: str, starts: list[int]) -> None:
    asked = opening.Openings(low)
    for start in (min(start, len(low)) for start in starts):
        block = low.rfind("a) ", 0, start) + 1
        assert asked.may_be(block, start) == _plain_may_open(low, block, start)


def _plain_may_open(low: str, block: int, start: int) -> bool:
    words = low[block:start]
    if not opening.WORDS.search(words):
        return False
    for place in (block, *(low.rfind(mark, block, start) + 1 for mark in ";.:")):
        front = opening.FRONT.match(low, place, start)
        if front and opening.VERB.match(low, front.end(), start):
            return True
    return opening.EFFECT in words
