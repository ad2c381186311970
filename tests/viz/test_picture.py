from __future__ import annotations

import struct

import pytest

from graph.answers import Chain
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


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_every_vietnamese_letter_is_drawn_in_the_shipped_font(weight: str) -> None:
    def drawn(letter: str) -> bytes:
        return picture.png(
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
            f'<text x="8" y="28" font-size="20" font-weight="{weight}" font-family="Segoe UI, sans-serif">{letter}</text></svg>'
        )

    blank, missing = drawn(""), drawn("\ue123")
    letters = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵĐƯƠ0123456789/-–…“”«»+→≥"
    pictures = {letter: drawn(letter) for letter in letters}
    assert not [letter for letter, png in pictures.items() if png in (blank, missing)]
    assert len(set(pictures.values())) == len(letters)


def test_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="not a drawing"):
        picture.png("<p>")
