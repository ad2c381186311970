"""Pictures of pages (.png, .jpg, .tif with one or many pages) → text by recognition."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from loaders.formats import ocr, picture
from loaders.formats.base import Document
from loaders.formats.limits import PIXELS, RECOGNISED_PAGES
from loaders.formats.lines import Sheet
from loaders.formats.pdf import assembled
from loaders.formats.shelf import Shelf
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

BROKEN = (
    *(
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
        RuntimeError,
    ),
    struct.error,
)
"""What Pillow raises for damaged pictures, found by breaking sound ones (`benchmarks/fuzz.py`)."""

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
    shelf = Shelf()
    for number, frame in enumerate(_frames(source), 1):
        dpi = _dpi(frame)
        found = ocr.recognise(picture.prepared(frame), dpi, source.name)
        width, height = (72 * pixels / dpi for pixels in frame.size)
        shelf.add(Sheet(number, width, height, found.lines, found.confidence, found.mended))
    return assembled(shelf, [], source.name)


def _frames(source: Source) -> Iterator[Image]:
    """The pages, turned as the camera says. The size is looked at before anything is unpacked."""
    from PIL import Image, UnidentifiedImageError  # heavy, and only for pictures

    broken = (*BROKEN, UnidentifiedImageError, Image.DecompressionBombError)
    try:
        with _quiet():
            opened = Image.open(io.BytesIO(source.data), formats=("PNG", "JPEG", "TIFF"))
            count = getattr(opened, "n_frames", 1)
    except broken as error:
        raise SourceError("source.damaged", name=source.name) from error
    if count > RECOGNISED_PAGES:
        raise SourceError("source.pages", name=source.name, count=str(count), limit=str(RECOGNISED_PAGES))
    with opened:
        for number in range(count):
            try:
                with _quiet():
                    frame = _frame(opened, number, source.name)
            except broken as error:
                raise SourceError("source.damaged", name=source.name) from error
            yield frame


def _frame(opened: Image, number: int, name: str) -> Image:
    from PIL import ImageOps

    opened.seek(number)
    if opened.size[0] * opened.size[1] > PIXELS:
        raise SourceError("source.pixels", name=name, limit=str(PIXELS // 10**6))
    upright = ImageOps.exif_transpose(opened)
    upright.load()
    return upright


@contextmanager
def _quiet() -> Iterator[None]:
    """Pillow warns of what it then raises, or repairs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _dpi(frame: Image) -> float:
    """The resolution it states, or the one at which it would be an A4 page."""
    stated = frame.info.get("dpi")
    try:
        across = float(stated[0]) if isinstance(stated, tuple) and stated else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        across = 0.0  # a damaged tag: no number, or a fraction over zero
    if LEAST_DPI < across <= 1200 and across != 72:
        return across
    return max(LEAST_DPI, min(1200.0, min(frame.size) / A4[0]))
