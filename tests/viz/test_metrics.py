from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viz.metrics import fit, width, wrap

TEXTS = st.text(st.sampled_from("Quyết định số/-0123456789 ữệĐ漢i"), max_size=80)


@given(TEXTS, st.integers(60, 240), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, room: int, lines: int) -> None:
    wrapped = wrap(text, 13.0, room, lines, bold=True)
    assert len(wrapped) <= lines
    assert all(width(line, 13.0, bold=True) <= room for line in wrapped)


@given(TEXTS)
def test_what_fits_is_whole(text: str) -> None:
    assert "".join("".join(wrap(text, 12.0, 200.0, 50)).split()) == "".join(text.split())


def test_a_long_number_breaks_after_a_slash() -> None:
    assert wrap("1234567890/QĐ-UBND-VP", 13.0, 90.0, 3)[0] == "1234567890/"


def test_what_is_left_over_ends_with_an_ellipsis() -> None:
    assert wrap("một hai ba bốn năm sáu bảy tám chín mười", 12.0, 60.0, 2)[-1].endswith("…")
    assert fit("ngắn", 12.0, 100.0) == "ngắn"


def test_composed_and_decomposed_letters_are_equally_wide() -> None:
    assert width("ệ", 10.0) == width("e\u0323\u0302", 10.0)


def test_an_unknown_letter_counts_as_wide() -> None:
    assert width("漢", 10.0) == 10.0
