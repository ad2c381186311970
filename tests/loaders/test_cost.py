"""What was made cheap means the same as the plain way of saying it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.text import layout, reading

PLAIN_MARKS = re.compile(
    rf"[{reading.INVISIBLE}]|(?<=QĐ)Đ(?![A-ZĐ])|\*{{1,3}}(?! )|(?<=\S)\*{{1,3}}|(?<![\w_])_{{1,2}}(?=\w)|(?<=\w)_{{1,2}}(?![\w_])"
)
PLAIN_TERMINAL = re.compile(r"[.;:!?…][\"'”’)\]*]*$|\./\.?$")


@given(st.text(st.sampled_from("QĐA*_ xá\u200b\n"), max_size=30))
def test_marks_are_dropped_as_the_plain_pattern_says(text: str) -> None:
    assert [m.span() for m in reading.DROPPED.finditer(text)] == [m.span() for m in PLAIN_MARKS.finditer(text)]


@given(st.text(st.sampled_from('a.;/)"”*] -,'), max_size=12).map(str.strip))
def test_ends_of_sentences_are_those_of_the_plain_pattern(line: str) -> None:
    quick = line.endswith("./") or line.rstrip(layout.CLOSING).endswith(layout.TERMINAL)
    assert quick == (PLAIN_TERMINAL.search(line) is not None)


@given(
    st.lists(st.sampled_from(["căn", "số", "thực", "hiện", "của", "-", "ngày,", "a/", " "]), max_size=6).map(" ".join)
)
def test_a_line_that_waits_is_seen_at_a_glance(line: str) -> None:
    assert layout.dangles(line) == (layout.DANGLING.search(line) is not None)
