"""The formats, in the order in which they are asked."""

from __future__ import annotations

from pathlib import PurePath

from loaders.formats import archive, docx, eml, html, image, jsonl, odt, pdf, pptx, text, unread, word, workbook
from loaders.formats.base import Container, Format

FORMATS: tuple[Format, ...] = (pdf, docx, odt, pptx, word, image, html, text)
"""Asked in this order; text accepts what nothing else does and is no binary file."""

CONTAINERS: tuple[Container, ...] = (archive, eml)

READERS = {kind: form for form in FORMATS for kind in form.MEDIA_TYPES}
OPENERS = {kind: form for form in CONTAINERS for kind in form.MEDIA_TYPES}


ASKED = (pdf, docx, odt, workbook, pptx, archive, word, image, jsonl, html, eml)
"""In this order; a text is what none of them is."""


def media_type(data: bytes, name: str) -> str | None:
    """What these bytes are, by their content; None for what nothing here reads."""
    if unread.is_apple(data, name):
        return None
    known = next((kind for form in ASKED if (kind := form.accepts(data, name)) is not None), None)
    known = known or text.accepts(data, name)
    return text.CSV if known in text.MEDIA_TYPES and PurePath(name).suffix.lower() == ".csv" else known


def why_not(data: bytes, name: str) -> str:
    """The code of the message for what nothing here reads."""
    return unread.why(data, name)
