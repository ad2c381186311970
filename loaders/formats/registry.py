"""The formats, in the order in which they are asked."""

from __future__ import annotations

from pathlib import PurePath

from loaders.formats import archive, docx, eml, html, image, jsonl, odt, pdf, text, word, workbook
from loaders.formats.base import Container, Format

FORMATS: tuple[Format, ...] = (pdf, docx, odt, word, image, html, text)
"""Asked in this order; text accepts what nothing else does and is no binary file."""

CONTAINERS: tuple[Container, ...] = (archive, eml)

READERS = {kind: form for form in FORMATS for kind in form.MEDIA_TYPES}
OPENERS = {kind: form for form in CONTAINERS for kind in form.MEDIA_TYPES}


def media_type(data: bytes, name: str) -> str | None:
    """What these bytes are, by their content; None for what nothing here reads."""
    found = (form.accepts(data, name) for form in (pdf, docx, odt, workbook, archive, word, image, jsonl, html, eml))
    known = next((kind for kind in found if kind is not None), None) or text.accepts(data, name)
    return text.CSV if known in text.MEDIA_TYPES and PurePath(name).suffix.lower() == ".csv" else known
