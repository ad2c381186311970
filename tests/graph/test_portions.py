"""Many pieces of bytes as one file."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from graph.storage.portions import Portions, joined


@given(st.lists(st.binary(max_size=20)))
def test_all_is_read_in_order(portions: list[bytes]) -> None:
    stream = joined(portions)
    assert not isinstance(stream, bytes)
    assert stream.read() == b"".join(portions)


def test_one_line_may_be_longer_than_the_engine_takes_from_a_stream() -> None:
    """Of a stream it takes 16 MiB at most."""
    line = b'<a:b> <a:c> "' + b"x" * (17 << 20) + b'" <a:g> .\n'
    store = ox.Store()
    store.bulk_load(joined([b'<a:b> <a:c> "y" <a:g> .\n', line]), format=ox.RdfFormat.N_QUADS, lenient=True)
    assert len(store) == 2


@given(st.lists(st.binary(max_size=20)), st.integers(1, 30))
def test_however_much_is_asked_for_at_once(portions: list[bytes], size: int) -> None:
    stream = Portions(portions)
    found = list(iter(lambda: stream.read(size), b""))
    assert b"".join(each for each in found if each) == b"".join(portions)
    assert all(each is not None and len(each) <= size for each in found)
