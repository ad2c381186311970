"""How much of a hostile file is read. The caller bounds time and memory from outside; these bounds tell why."""

from __future__ import annotations

UNPACKED = 256 * 1024 * 1024
"""Bytes that the parts of one .docx, .odt or the members of one archive may unpack to, all together."""

RATIO = 200
"""How many times its packed size a part above `SMALL` may unpack to; XML of offices reaches 40."""

SMALL = 1024 * 1024

MEMBERS = 20_000
"""Members of one archive, those of archives within it included."""

DEPTH = 3
"""Archives within archives."""

PAGES = 3_000
"""Pages of a PDF or a TIFF. The longest official gazette has 200."""

RECOGNISED_PAGES = 300
"""Pages of one file that are recognised, at some seconds each."""

PIXELS = 120_000_000
"""Pixels of an image: an A3 page at 600 dpi has 70 million."""

TEXT = 20_000_000
"""Code points of one document."""
