from __future__ import annotations

import struct

import pytest

from graph.answers import Chain
from ontology.errors import CancuError
from viz import picture


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_picture_is_twice_the_size_of_the_drawing() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><text y="15">Việt</text></svg>'
    png = picture.png(svg)
    assert png.startswith(b"\x89PNG")
    assert size(png) == (60, 40)


def test_a_huge_drawing_is_scaled_down() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="10000"></svg>'
    width, height = size(picture.png(svg))
    assert width * height <= picture.PIXELS * 1.01


def test_the_same_chain_gives_the_same_bytes(small_chain: Chain) -> None:
    assert picture.chain(small_chain) == picture.chain(small_chain)


def test_a_machine_without_fonts_is_noticed() -> None:
    assert picture.has_vietnamese_font(skip_system_fonts=True) is False


def test_without_a_font_there_is_a_clear_error(small_chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "has_vietnamese_font", lambda: False)
    with pytest.raises(CancuError) as caught:
        picture.chain(small_chain)
    assert caught.value.code == "picture.font"


def test_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="not a drawing"):
        picture.png("<p>")
