"""TCVN3 as other programs show it → Unicode; capitals with marks are told by their neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.legacy import convert


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("QuyÕt ®Þnh", "Quyết định"),
        ("S¾C LÖNH", "SẮC LỆNH"),
        ("CHñ TÞCH N­íC", "CHỦ TỊCH NƯỚC"),
        ("Bé T­ ph¸p", "Bộ Tư pháp"),
        ("Sè: 12/Q§-UBND", "Số: 12/QĐ-UBND"),
        ("UBND tØnh", "UBND tỉnh"),
    ],
)
def test_words_in_capitals_are_whole(written: str, meant: str) -> None:
    assert convert(written, "tcvn3") == meant


@given(st.text(alphabet="ABab ¾ÖÞ§\n1-", max_size=80))
def test_letters_change_in_their_places_only(written: str) -> None:
    assert [char.isspace() for char in convert(written, "tcvn3")] == [char.isspace() for char in written]
