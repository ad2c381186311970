"""The nine lanes."""

from __future__ import annotations

import pytest

from ontology.levels import LEVELS, level


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("tw", 0),
        ("vptw", 0),
        ("qh", 1),
        ("ubtvqh", 1),
        ("cp", 2),
        ("ttg", 2),
        ("bkhcn", 3),
        ("x.tong-cuc-du-lich", 3),
        ("tu.14-son-la", 4),
        ("ubnd.14-son-la", 5),
        ("ubnd", 5),
        ("hdnd.01-ha-noi", 5),
        ("skhcn.14-son-la", 6),
        ("kbnn.14-son-la", 6),
        ("x.ban-chi-dao-tinh-son-la", 6),
        ("ubnd.huyen-mai-son.14-son-la", 7),
        ("ubnd.thanh-pho-son-la.14-son-la", 7),
        ("hu.mai-son.14-son-la", 7),
        ("ubnd.xa-chieng-mung.huyen-mai-son.14-son-la", 8),
        ("ubnd.phuong-5.quan-3.79-ho-chi-minh", 8),
        ("du.skhcn.14-son-la", 8),
        ("x.truong-dai-hoc-tay-bac.14-son-la", 8),
        ("x.unheard-of", 8),
        ("nonsense", 8),
    ],
)
def test_level_of_an_issuer(key: str, number: int) -> None:
    assert level(key) == number


@pytest.mark.parametrize(
    ("symbol", "number"),
    [("NQ/TW", 0), ("QĐ-TTg", 2), ("BKHĐT-QLKTTW", 3), ("KH/TU", 4), ("KH-UBND", 5), ("BC-SNV", 6)],
)
def test_the_code_tells_when_the_issuer_is_not_known(symbol: str, number: int) -> None:
    assert level(None, symbol) == number
    assert level("_", symbol) == number


def test_what_cannot_be_placed_is_lowest() -> None:
    assert level(None) == level(None, "BC-ABC") == 8


def test_the_lanes_are_numbered_and_named() -> None:
    assert [lane.number for lane in LEVELS] == list(range(9))
    assert len({lane.label_vi for lane in LEVELS}) == len({lane.label_en for lane in LEVELS}) == 9
