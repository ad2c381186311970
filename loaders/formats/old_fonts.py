"""Words of a PDF that were set in fonts of TCVN3 or VNI → Unicode.

A page is known by its words (`legacy.recognised`); on it the names of the fonts tell which words are meant, and which
of them are capitals (.VnTimeH). Where no font has such a name, all words of the page are.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from loaders.formats.lines import Piece
from loaders.formats.shown import Shown
from ontology import legacy
from ontology.syllables import is_syllable

NAME = 128
"""Bytes of the name of a font."""

Places = dict[tuple[int, int], legacy.Encoding | None]


class OldFonts:
    """The fonts of one page. found: the encoding that its words tell."""

    def __init__(self, page: Any, found: legacy.Encoding) -> None:
        self.found = found
        places = _places(page)
        self.places = places if any(places.values()) else {}

    def converted(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The words in Unicode; places stay."""
        return [replace(piece, text=self._text(piece)) for piece in pieces]

    def _text(self, piece: Piece) -> str:
        encoding = self.places.get((round(piece.left), round(piece.top)), self.found) if self.places else self.found
        if encoding is None:
            return piece.text
        text = piece.text if encoding == "vni" else with_horns(piece.text)
        if encoding == "tcvn3-capitals":
            return legacy.convert(text, encoding)
        return legacy.convert(text, encoding) if legacy.is_written_in(text, encoding) else text


def _places(page: Any) -> Places:
    """Where each character begins as the page is shown → the encoding of its font."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    try:
        shown, places = Shown(page, pdfium), Places()
        written, flags, rect = ctypes.create_string_buffer(NAME), ctypes.c_int(), pdfium.FS_RECTF()
        for index in range(pdfium.FPDFText_CountChars(text.raw)):
            pdfium.FPDFText_GetFontInfo(text.raw, index, written, NAME, ctypes.byref(flags))
            if not pdfium.FPDFText_GetLooseCharBox(text.raw, index, rect):
                continue
            name = written.value.decode("latin-1").rpartition("+")[2]
            left, top, _, _ = shown.box(rect.left, rect.top, rect.right, rect.bottom)
            places[round(left), round(top)] = legacy.of_font(name)
        return places
    finally:
        text.close()


SOFT = "\u00ad"
"""How TCVN3 writes ư. The encoding of most PDFs has a hyphen in its place (ISO 32000-1, annex D)."""


def with_horns(word: str) -> str:
    """The hyphens that are the letter ư: "t-íng" and "nh-", but not "Q§-TTg"."""
    if "-" not in word or word.isupper() or any(char.isdigit() for char in word):
        return word
    letters = word.replace("-", SOFT)
    bare = legacy.convert(letters, "tcvn3").strip(".,;:!?()[]\"'“”/…")
    return letters if len(bare) > 1 and is_syllable(bare) else word
