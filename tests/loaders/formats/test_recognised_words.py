"""What happens to a page before it is recognised, and to its words behind that."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image, ImageChops, ImageDraw

from loaders.formats import ocr, pdf, picture
from loaders.formats.lines import Sheet
from loaders.formats.shelf import Shelf


def page(grain: int) -> Image.Image:
    drawn = Image.new("L", (300, 400), 235)
    ImageDraw.Draw(drawn).rectangle((60, 150, 240, 160), fill=20)
    numbers = random.Random(5)
    rough = Image.frombytes("L", drawn.size, bytes(128 + numbers.randint(-grain, grain) for _ in range(300 * 400)))
    return ImageChops.add(drawn, rough, offset=-128)


def test_grain_is_taken_from_grainy_paper_only() -> None:
    clean, grainy = page(0), page(30)
    assert picture.grain(clean) < picture.GRAIN < picture.grain(grainy)
    whole, mended = (Image.open(io.BytesIO(picture.prepared(each))) for each in (clean, grainy))
    assert whole.tobytes() == clean.tobytes()
    assert picture.grain(mended) < 0.6 * picture.grain(grainy)
    assert mended.getpixel((150, 155)) < 60  # what is printed stays


@pytest.mark.parametrize("size", [(1, 1), (2, 900), (700, 3)])
@pytest.mark.parametrize("grey", [0, 255])
def test_pages_without_paper_or_of_odd_shapes(size: tuple[int, int], grey: int) -> None:
    assert picture.grain(Image.new("L", size, grey)) == 0.0
    assert Image.open(io.BytesIO(picture.prepared(Image.new("RGB", size, (grey, grey, grey))))).size == size


HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def table(words: list[str]) -> str:
    rows = [f"5\t1\t1\t1\t1\t{at}\t{100 * at}\t10\t90\t20\t95\t{word}\n" for at, word in enumerate(words, 1)]
    return HEAD + "".join(rows)


def test_misread_words_are_set_right_where_they_stand_and_told() -> None:
    found = ocr._read(
        table(["Căn", "cứ", "Luật", "số", "198/2025/OH15", "và", "Nghi", "định", "số", "152/2025/NĐ-CE;"]), 72 / 300
    )
    assert " ".join(line.text for line in found.lines) == "Căn cứ Luật số 198/2025/QH15 và Nghi định số 152/2025/NĐ-CP;"
    assert found.mended == ("198/2025/OH15 → 198/2025/QH15", "152/2025/NĐ-CE; → 152/2025/NĐ-CP;")
    mended = next(piece for line in found.lines for piece in line.pieces if piece.text.startswith("198"))
    assert mended.left == 500 * 72 / 300
    sheet = Sheet(1, 595, 842, found.lines, found.confidence, found.mended)
    document = pdf.assembled(Shelf([sheet]), [], "a.pdf")
    assert [note.code for note in document.notes] == ["note.recognised", "note.mended"]
    assert dict(document.notes[1].details) == {"count": "2", "words": ", ".join(found.mended)}


def test_a_page_without_faults_is_left_as_it_is() -> None:
    found = ocr._read(table(["Căn", "cứ", "Luật", "số", "198/2025/QH15"]), 1.0)
    assert found.mended == ()
    assert "note.mended" not in [
        note.code for note in pdf.assembled(Shelf([Sheet(1, 9, 9, found.lines)]), [], "a").notes
    ]
