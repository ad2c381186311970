"""From the coordinates of a PDF page to the page as it is shown: turned and cropped, from the top left corner."""

from __future__ import annotations

import ctypes
from typing import Any

from loaders.formats.turned import Rectangle

FINE = 1000
"""Parts of a point in which PDFium is asked where the corners of a page are shown: it answers in whole numbers."""


class Shown:
    """The way from one page to what is shown of it: a turn and a shift, which three points tell."""

    def __init__(self, page: Any, pdfium: Any) -> None:
        size = max(1, round(page.get_width() * FINE)), max(1, round(page.get_height() * FINE))
        fine = size[0] / max(page.get_width(), 1 / FINE), size[1] / max(page.get_height(), 1 / FINE)
        x, y = ctypes.c_int(), ctypes.c_int()

        def shown(left: float, top: float) -> tuple[float, float]:
            pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, left, top, ctypes.byref(x), ctypes.byref(y))
            return x.value / fine[0], y.value / fine[1]

        self.x, self.y = shown(0, 0)
        along, up = shown(FINE, 0), shown(0, FINE)
        self.right = (along[0] - self.x) / FINE, (along[1] - self.y) / FINE
        self.up = (up[0] - self.x) / FINE, (up[1] - self.y) / FINE
        self.straight = not self.right[1] and not self.up[0] and self.right[0] > 0 > self.up[1]

    def box(self, left: float, top: float, right: float, bottom: float) -> Rectangle:
        """A rectangle of the page, whose heights grow upwards, as it is shown."""
        if self.straight and left <= right and bottom <= top:
            x, along, y, up = self.x, self.right[0], self.y, self.up[1]
            return x + left * along, y + top * up, x + right * along, y + bottom * up
        first, second = self._point(left, top), self._point(right, bottom)
        across, down = sorted((first[0], second[0])), sorted((first[1], second[1]))
        return across[0], down[0], across[1], down[1]

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.right[0] + y * self.up[0], self.y + x * self.right[1] + y * self.up[1]
