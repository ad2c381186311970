"""A page as a picture, made ready for recognition.

What was tried on printed texts that were scanned and recognised (`benchmarks/scans.py`): the grain of a cheap scanner
is what costs numbers their digits, and a median takes it away (poor scans: 77 % → 97 % of the citations, in half of the
time). Turning a page straight and drawing it larger bring nothing to Tesseract, which does both by itself.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

GRAIN = 2.0
"""Of 255: how much the paper differs from its own median, from which on it is grainy. Clean scans of offices have 0.3
to 0.8, grainy ones 5 and more."""

PAPER = 160
"""Grey from which on a pixel is paper."""

NEIGHBOURS = 3
"""Width of the median, in pixels: more swallows the marks of letters."""


def prepared(page: Image) -> bytes:
    """The page for Tesseract: grey, without grain, as PGM."""
    from PIL import ImageFilter

    grey = page.convert("L")
    if grain(grey) > GRAIN:
        grey = grey.filter(ImageFilter.MedianFilter(NEIGHBOURS))
    written = io.BytesIO()
    grey.save(written, "PPM")
    return written.getvalue()


def grain(grey: Image) -> float:
    """How grainy the paper is, looked at in the middle of the page."""
    from PIL import ImageChops, ImageFilter, ImageStat

    width, height = grey.size
    middle = grey.crop((width // 4, height // 4, max(1, 3 * width // 4), max(1, 3 * height // 4)))
    paper = middle.point([0] * PAPER + [255] * (256 - PAPER))
    if paper.getbbox() is None:
        return 0.0
    rough = ImageChops.difference(middle, middle.filter(ImageFilter.MedianFilter(NEIGHBOURS)))
    return float(ImageStat.Stat(rough, mask=paper).mean[0])
