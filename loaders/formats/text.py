"""Bytes of a text or Markdown file → the text that offsets count in, whatever encoding an office saved it in.

A mark (BOM) decides; UTF-8 proves itself; everything else must prove itself by being Vietnamese (`ontology.syllables`):
UTF-16 without a mark, Windows-1258, TCVN3, VNI. What none of them explains is refused, never guessed. A text of
Unicode in which single bytes are broken, or NUL, is read; what they were stands as U+FFFD and is told with its place.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import PurePath
from typing import Literal

from loaders.formats.base import Document
from ontology import legacy
from ontology.errors import SourceError
from ontology.records import Note, Source
from ontology.syllables import share

PLAIN, MARKDOWN, CSV = "text/plain", "text/markdown", "text/csv"
MEDIA_TYPES: tuple[str, ...] = (PLAIN, MARKDOWN)
SUFFIXES = {".txt": PLAIN, ".text": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN, ".csv": PLAIN}

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

SAMPLE = 65_536
"""Bytes, and characters, on which an encoding is judged."""


def accepts(data: bytes, name: str) -> str | None:
    """Everything that is no binary file, or is called a text (and is told that it is none when it is read); the name
    tells Markdown from other text."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES and _marked(data) is None and looks_binary(data) and not _is_wide(data):
        return None
    return SUFFIXES.get(suffix, PLAIN)


def read(source: Source, *, sure: bool = False) -> Document:
    """The text as it stands. sure: only what its bytes prove; who asks knows more (the encoding that a page states).
    Raises SourceError: source.empty, source.binary, source.encoding."""
    marked = _marked(source.data)
    try:
        text = source.data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        found = _broken(source.data, marked, sure=sure)
        if found is None:
            binary = marked is None and looks_binary(source.data)
            code = "source.binary" if binary else "source.encoding"
            raise SourceError(code, name=source.name, offset=str(error.start)) from error
        return found
    if marked is None and "\x00" in text[:SAMPLE] and (other := _unmarked(source.data)) is not None:
        return _converted(*other)
    if not text or text.isspace():
        raise SourceError("source.empty", name=source.name)
    if _no_text(text):
        raise SourceError("source.binary", name=source.name)
    if (old := _old_letters(text[:SAMPLE])) is not None:
        return _converted(legacy.convert(text, old), LABELS[old])
    return Document(text) if "\x00" not in text else _mended(text)


def decode(source: Source) -> str:
    """The text of `source`. No newline is changed, so that offsets count in what a reader's editor counts. Raises
    SourceError as `read`."""
    return read(source).text


def _converted(text: str, encoding: str) -> Document:
    return Document(text, notes=(Note("note.encoding", (("encoding", encoding),)),))


def _no_text(text: str) -> bool:
    return text.count("\x00") * SPARSE > len(text) or control_share(text) > 0.05


SPARSE = 100
"""Characters for each NUL in a text: tools that read PDF files write one for a box to tick, some ten in a long form."""


WHOLE = 5
"""Letters beyond ASCII in sound UTF-8, for each broken place, that prove the encoding: in others such runs of bytes
come about by chance, and seldom."""

PLAIN_TEXT = 500
"""Characters for each broken place, in a text that has hardly any letters beyond ASCII."""

PLACES = 5
"""Broken places that are told one by one."""

BROKEN_RUN = re.compile("\ufffd+")


def _broken(data: bytes, marked: str | None, *, sure: bool) -> Document | None:
    """A text that is not sound Unicode: Unicode with single broken bytes, or another encoding; None where so much is
    broken that it is no text, or in an encoding that nobody knows."""
    text = data.decode(marked or "utf-8", errors="replace")
    broken = BROKEN_RUN.findall(text)
    whole = sum(char > "\x7f" for char in text) - sum(map(len, broken))
    if not _no_text(text) and whole >= WHOLE * len(broken):
        return _mended(text)
    if marked is None and (found := _unmarked(data)) is not None:
        return _converted(*found)
    return _mended(text) if not sure and not _no_text(text) and len(text) >= PLAIN_TEXT * len(broken) else None


def _mended(text: str) -> Document:
    """What is broken as U+FFFD, told with the places, line:column."""
    text = text.replace("\x00", "\ufffd")
    broken = [match.start() for match in BROKEN_RUN.finditer(text)]
    told = ", ".join(place(text, at) for at in broken[:PLACES]) + (", …" if len(broken) > PLACES else "")
    return Document(text, notes=(Note("note.broken", (("count", str(len(broken))), ("places", told))),))


def place(text: str, at: int) -> str:
    """Line and column, from 1, as editors count them: "12:5"."""
    return f"{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"


LABELS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "cp1258": "Windows-1258", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def _old_letters(text: str) -> Literal["tcvn3", "vni"] | None:
    """Text in an old font, saved by a program that took its letters for Western ones."""
    return None if text.isascii() or legacy.UNICODE.search(text) else legacy.recognised(text)


def _marked(data: bytes) -> str | None:
    return next((name for bom, name in BOMS if data.startswith(bom)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the high bytes of spaces, digits and Latin letters are zero, on one side only."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.2 * len(sample) / 2 or min(even, odd) > 0.02 * len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_wide(data: bytes) -> bool:
    wide = _wide(data)
    return wide is not None and _utf16(data[:4096], wide) is not None


def _unmarked(data: bytes) -> tuple[str, str] | None:
    """The text and its encoding: what reads as Vietnamese among the encodings without a mark."""
    wide = _wide(data)
    if wide is not None:
        return _utf16(data, wide)
    return None if looks_binary(data) else _one_byte(data)


def _utf16(data: bytes, encoding: str) -> tuple[str, str] | None:
    text = data.decode(encoding, errors="replace")
    sample = text[:SAMPLE]
    latin = sum(char < "\u0100" for char in sample)
    sound = "\ufffd" not in text and control_share(sample) <= 0.05 and latin > 0.3 * len(sample)
    return (text, LABELS[encoding]) if sound and sample.strip() else None


def _one_byte(data: bytes) -> tuple[str, str] | None:
    """The best of the encodings of one byte a letter that make it Vietnamese."""
    western = data.decode("cp1252", errors="replace")
    candidates = [(unicodedata.normalize("NFC", data.decode("cp1258", errors="replace")), "cp1258")]
    candidates += [(legacy.convert(western, "tcvn3"), "tcvn3"), (legacy.convert(western, "vni"), "vni")]
    judged = [(share(text[:SAMPLE]), text, name) for text, name in candidates if "\ufffd" not in text]
    proved = [(found.syllables, text, name) for found, text, name in judged if found.proved]
    if not proved:
        return None
    _, text, name = max(proved, key=lambda each: each[0])
    return text, LABELS[name]


def looks_binary(data: bytes) -> bool:
    """NUL bytes or many control bytes near the start: no text in any encoding that Vietnamese offices used."""
    sample = data[:4096]
    return b"\x00" in sample or control_share(sample.decode("latin-1")) > 0.05


def control_share(text: str) -> float:
    """Share of control characters among the first 4,096 characters."""
    sample = text[:4096]
    return len(CONTROL.findall(sample)) / max(1, len(sample))
