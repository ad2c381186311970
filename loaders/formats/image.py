"""Pictures of pages (.png, .jpg, .tif with one or many pages) → text by recognition."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from loaders.formats import ocr
from loaders.formats.base import Document
from loaders.formats.limits import PIXELS, RECOGNISED_PAGES
from loaders.formats.pdf import assembled
from loaders.formats.printed import Sheet
from ontology.errors import SourceError
from ontology.records import Source

if TYPE_CHECKING:
    from PIL.Image import Image

PNG, JPEG, TIFF = "image/png", "image/jpeg", "image/tiff"
MEDIA_TYPES: tuple[str, ...] = (PNG, JPEG, TIFF)

BEGINS = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
LEAST_DPI = 70
"""What pictures state below this (72 of cameras) is no resolution of a page: the page is taken to be A4."""

A4 = 8.27, 11.69
"""Inches."""


def accepts(data: bytes, name: str) -> str | None:
    """By its first bytes."""
    return next((kind for begin, kind in BEGINS if data.startswith(begin)), None)


def read(source: Source) -> Document:
    """The recognised pages. Raises SourceError: source.damaged, source.pixels, source.pages, source.recogniser,
    source.empty, source.timeout."""
    if not ocr.available():
        raise SourceError("source.recogniser", name=source.name, package=ocr.PACKAGE)
    sheets: list[Sheet] = []
    for number, frame in enumerate(_frames(source), 1):
        dpi = _dpi(frame)
        picture = io.BytesIO()
        frame.convert("L").save(picture, "PPM")
        found = ocr.recognise(picture.getvalue(), dpi, source.name)
        width, height = (72 * pixels / dpi for pixels in frame.size)
        sheets.append(Sheet(number, width, height, found.lines, found.confidence))
    return assembled(sheets, [], source.name)


def _frames(source: Source) -> Iterator[Image]:
    """The pages, turned as the camera says. The size is looked at before anything is unpacked."""
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError  # heavy, and only for pictures

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(source.data), formats=("PNG", "JPEG", "TIFF")) as opened:
            warnings.simplefilter("ignore")
            for number, frame in enumerate(ImageSequence.Iterator(opened), 1):
                if number > RECOGNISED_PAGES:
                    raise SourceError("source.pages", name=source.name, count=f"> {number - 1}", limit=f"{number - 1}")
                if frame.size[0] * frame.size[1] > PIXELS:
                    raise SourceError("source.pixels", name=source.name, limit=f"{PIXELS // 10**6}")
                yield ImageOps.exif_transpose(frame)
    except SourceError:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise SourceError("source.damaged", name=source.name) from error


def _dpi(frame: Image) -> float:
    """The resolution it states, or the one at which it would be an A4 page."""
    stated = frame.info.get("dpi")
    if isinstance(stated, tuple) and stated and LEAST_DPI < float(stated[0]) <= 1200 and float(stated[0]) != 72:
        return float(stated[0])
    return max(LEAST_DPI, min(1200.0, min(frame.size) / A4[0]))
