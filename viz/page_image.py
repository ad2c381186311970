"""A page of an original as a picture, with the lines of the evidence marked on it."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ontology.origin import Box

if TYPE_CHECKING:
    from PIL.Image import Image

PDF = "application/pdf"
PICTURES = ("image/png", "image/jpeg", "image/tiff")
MEDIA_TYPES = (PDF, *PICTURES)
"""Originals whose pages can be shown."""

WIDTH = 1100
"""Pixels of a page on the screen."""

LARGEST = 4000
"""Pixels on either side, whatever the shape of the page."""

MARKER = (255, 214, 0)
"""The yellow of evidence, as in the texts (`mark` in cancu.css), multiplied with the page as a marker pen is."""

MARGIN = 1
_ONE_AT_A_TIME = threading.Lock()
"""PDFium is not made for several threads."""


def draw(data: bytes, media_type: str, number: int, size: tuple[int, int], boxes: Sequence[Box] = ()) -> bytes | None:
    """The page `number` (from 1) as PNG; None when the file has no such page, or cannot be drawn.

    size: width and height of the page in the units of the boxes.
    """
    width, height = max(1, size[0]), max(1, size[1])
    scale = min(WIDTH / width, LARGEST / height)
    with _ONE_AT_A_TIME:
        page = _pdf_page(data, number, scale) if media_type == PDF else _picture(data, number, width, height, scale)
    if page is None:
        return None
    drawn = io.BytesIO()
    _marked(page, boxes, scale).save(drawn, "PNG")
    return drawn.getvalue()


def _pdf_page(data: bytes, number: int, scale: float) -> Image | None:
    import pypdfium2 as pdfium  # heavy, and only for originals

    try:
        document = pdfium.PdfDocument(data)
        try:
            if not 1 <= number <= len(document):
                return None
            return document[number - 1].render(scale=scale).to_pil().convert("RGB")  # type: ignore[no-any-return]
        finally:
            document.close()
    except pdfium.PdfiumError:
        return None


def _picture(data: bytes, number: int, width: int, height: int, scale: float) -> Image | None:
    from PIL import Image as pictures
    from PIL import ImageOps

    try:
        with pictures.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as opened:
            opened.seek(number - 1)
            upright = ImageOps.exif_transpose(opened).convert("RGB")
            return upright.resize((round(width * scale), round(height * scale)))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - Pillow raises any error of Python for a damaged picture
        return None


def _marked(page: Image, boxes: Sequence[Box], scale: float) -> Image:
    from PIL import Image as pictures
    from PIL import ImageChops, ImageDraw

    if not boxes:
        return page
    marks = pictures.new("RGB", page.size, (255, 255, 255))
    pen = ImageDraw.Draw(marks)
    for box in boxes:
        left, top = (box.left - MARGIN) * scale, (box.top - MARGIN) * scale
        pen.rectangle((left, top, (box.right + MARGIN) * scale, (box.bottom + MARGIN) * scale), fill=MARKER)
    return ImageChops.multiply(page, marks)
