"""SVG → PNG without a browser (resvg), in a font of our own: the same bytes on every machine, with or without fonts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import resvg_py

from graph.answers import Chain
from viz.svg import drawing

FOLDER = Path(__file__).parent / "fonts"

ZOOM = 2.0
PIXELS = 24_000_000
"""Most pixels in a picture: a drawing beyond that is scaled down."""

_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')
FAMILY = "DejaVu Sans"


@cache
def fonts() -> tuple[str, ...]:
    """Files of the shipped font, in two weights: Latin and Vietnamese letters (`viz/fonts/LICENSE.txt`)."""
    return tuple(str(FOLDER / name) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))


def chain(content: Chain, lang: str = "vi") -> bytes:
    """The drawing of a chain as PNG."""
    return png(drawing(content, lang, still=True))


def png(svg: str, zoom: float = ZOOM) -> bytes:
    """The drawing as PNG, `zoom` pixels for each of its own.

    Raises ValueError for what is no SVG.
    """
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("not a drawing: no width and height")
    area = float(size[1]) * float(size[2])
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=min(zoom, (PIXELS / max(area, 1.0)) ** 0.5),
        background="#ffffff",
        skip_system_fonts=True,
        font_files=list(fonts()),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
