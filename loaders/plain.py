"""Bytes of a text or Markdown file → the text that offsets count in."""

from __future__ import annotations

import codecs
import re

from ontology.errors import SourceError
from ontology.records import Source

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Longest first where one begins like another (UTF-32 LE begins like UTF-16 LE)."""

CONTROL = re.compile("[\x00-\x1f](?<![\t\n\r\f\v\x1b])")
"""Control characters that no text holds."""


def decode(source: Source) -> str:
    """The text of `source`, as printed: no newline is changed, so that offsets count in what a reader's editor counts.

    Raises SourceError: source.empty (no letters at all), source.binary, source.encoding.
    """
    encoding = next((name for bom, name in BOMS if source.data.startswith(bom)), "utf-8")
    try:
        text = source.data.decode(encoding)
    except UnicodeDecodeError as error:
        if looks_binary(source.data):
            raise SourceError("source.binary", name=source.name) from error
        raise SourceError("source.encoding", name=source.name, offset=str(error.start)) from error
    if not text.strip():
        raise SourceError("source.empty", name=source.name)
    if "\x00" in text or control_share(text) > 0.05:
        raise SourceError("source.binary", name=source.name)
    return text


def looks_binary(data: bytes) -> bool:
    """NUL bytes or many control bytes near the start: no text in any encoding that Vietnamese offices used."""
    sample = data[:4096]
    return b"\x00" in sample or control_share(sample.decode("latin-1")) > 0.05


def control_share(text: str) -> float:
    """Share of control characters among the first 4,096 characters."""
    sample = text[:4096]
    return len(CONTROL.findall(sample)) / max(1, len(sample))
