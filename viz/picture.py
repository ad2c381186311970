"""SVG → PNG without a browser (resvg). Needs a font of the machine that has Vietnamese letters, and says so."""

from __future__ import annotations

import re
from functools import cache

import resvg_py

from graph.answers import Chain
from ontology.errors import CancuError
from viz.metrics import FONTS
from viz.svg import drawing

ZOOM = 2.0
PIXELS = 24_000_000
"""Most pixels in a picture: a drawing beyond that is scaled down."""

_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')
_MISSING = "\ue123"
"""A private character that no font draws: what a missing letter looks like."""


def chain(content: Chain, lang: str = "vi") -> bytes:
    """The drawing of a chain as PNG."""
    return png(drawing(content, lang))


def png(svg: str, zoom: float = ZOOM) -> bytes:
    """The drawing as PNG, `zoom` pixels for each of its own.

    Raises `CancuError` picture.font when no installed font has Vietnamese letters, and `ValueError` for what is no SVG.
    """
    if not has_vietnamese_font():
        raise CancuError("picture.font")
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("not a drawing: no width and height")
    area = float(size[1]) * float(size[2])
    return resvg_py.svg_to_bytes(svg_string=svg, zoom=min(zoom, (PIXELS / max(area, 1.0)) ** 0.5), background="#ffffff")


@cache
def has_vietnamese_font(skip_system_fonts: bool = False) -> bool:
    """Does the machine draw Vietnamese letters? Asked once by drawing them."""
    blank, missing = _probe("", skip_system_fonts), _probe(_MISSING, skip_system_fonts)
    return all(_probe(letter, skip_system_fonts) not in (blank, missing) for letter in "aệữỡĐ")


def _probe(letter: str, skip_system_fonts: bool) -> bytes:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        f'<text x="8" y="28" font-size="20" font-family="{FONTS}">{letter}</text></svg>'
    )
    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=skip_system_fonts)
