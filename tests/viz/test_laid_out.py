"""Tables of a text: rows are lines with tabs, and no letter is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viz.laid_out import blocks
from viz.spans import pieces


def words(cells: list[list[object]]) -> list[str]:
    return ["".join(piece.text for piece in cell) for cell in cells]  # type: ignore[attr-defined]


def test_lines_with_tabs_are_rows() -> None:
    text = "Điều 1\nSTT\tVăn bản\n1\t5/QĐ-TTg\nHết\tđây\n\nĐiều 2\tmột mình\n"
    first, table, *rest = blocks(pieces(text, [(17, 25, "x")], (10, 19)))
    assert words([first.pieces]) == ["Điều 1\n"]
    assert [words(row) for row in table.rows] == [["STT", "Văn bản"], ["1", "5/QĐ-TTg"], ["Hết", "đây"]]
    assert words([block.pieces for block in rest]) == ["\n", "Điều 2\tmột mình\n"]
    marked = [piece for row in table.rows for cell in row for piece in cell if piece.focused]
    assert [piece.anchor for piece in marked] == [True, *[False] * (len(marked) - 1)]


@given(st.text("ab\t\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_the_blocks_are_the_text_again(text: str, start: int, end: int) -> None:
    cut = pieces(text, [(start, end, "x")], (end, start))
    written = []
    for block in blocks(cut):
        written += [piece.text for piece in block.pieces]
        for row in block.rows:
            written.append("\t".join(words(row)) + "\n")
    assert "".join(written).removesuffix("\n") == text.removesuffix("\n")
