"""Many pieces of bytes as one file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.portions import Portions, joined


@given(st.lists(st.binary(max_size=20)))
def test_all_is_read_in_order(portions: list[bytes]) -> None:
    assert joined(portions).read() == b"".join(portions)


@given(st.lists(st.binary(max_size=20)), st.integers(1, 30))
def test_however_much_is_asked_for_at_once(portions: list[bytes], size: int) -> None:
    stream = Portions(portions)
    found = list(iter(lambda: stream.read(size), b""))
    assert b"".join(each for each in found if each) == b"".join(portions)
    assert all(each is not None and len(each) <= size for each in found)
