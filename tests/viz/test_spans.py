from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viz.spans import pieces

SPANS = st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40), st.sampled_from(["", "a", "b"])), max_size=8)


@given(st.text(max_size=30), SPANS, st.none() | st.tuples(st.integers(-3, 40), st.integers(-3, 40)))
def test_the_pieces_are_the_text_and_one_is_the_anchor(
    text: str, spans: list[tuple[int, int, str]], focus: tuple[int, int] | None
) -> None:
    cut = pieces(text, spans, focus)
    assert "".join(piece.text for piece in cut) == text
    marked = "".join(piece.text for piece in cut if piece.focused)
    expected = text[max(focus[0], 0) : max(focus[1], 0)] if focus else ""
    assert marked == expected
    assert sum(piece.anchor for piece in cut) == bool(expected)


def test_the_shortest_span_wins() -> None:
    cut = pieces("abcdef", [(0, 6, "outer"), (2, 4, "inner")])
    assert [(piece.text, piece.iri) for piece in cut] == [("ab", "outer"), ("cd", "inner"), ("ef", "outer")]
