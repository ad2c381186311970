"""What is written on a page of a PDF after it was printed: number and day, which an office puts into a signature.

"Số:      /TTr-SNV" has its number in a field of its own ("156"), and so the day between "ngày" and "tháng"; forms are
filled in likewise. PDFium leaves all of that out of a page's text. It is read where it stands; what only says by whom
and when something was signed ("Người ký: …", several lines) is no word of the document.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from loaders.formats import characters
from loaders.formats.lines import Line, Piece, lines_of
from loaders.formats.shown import Shown

FREE_TEXT, STAMP, FIELD = 3, 13, 20
"""Kinds of annotations that show words: FPDF_ANNOT_FREETEXT, _STAMP, _WIDGET."""

BUTTON, SIGNATURE = "Btn", "Sig"
"""Kinds of fields (ISO 32000-1, 12.7.3): crosses and ticks; signatures."""

FEW = 40
"""Code points of what a signature may add: a number, a day."""

TALL = 32.0
"""Points from which on a signature is a seal or tells who signed; a number has a field of 30 at most."""

MANY = 500
"""Annotations of one page that are looked at."""


def words_added(page: Any, number: int) -> list[list[Piece]]:
    """The words of each annotation that adds some to the page, where they stand. Must be asked before the page is
    closed, and after all else that looks at the annotations: PDFium makes them a part of the page."""
    import pypdfium2.raw as pdfium

    asked = list(_places(page, pdfium))
    if not asked:
        return []
    if pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return []
    whole = page.pdf[number - 1]
    try:
        asked = [each for each in asked if each.kind != SIGNATURE or _is_short(whole, each.rect)]
        pieces = characters.words_beyond(whole, characters.all_drawn(page)) if asked else []
    finally:
        whole.close()
    found = []
    for each in asked:
        within = [piece for piece in pieces if _within(piece, each.place)]
        pieces = [piece for piece in pieces if not _within(piece, each.place)]
        if within and not (each.kind in (SIGNATURE, str(STAMP)) and _is_stamp(within)):
            found.append(within)
    return found


def _is_short(page: Any, rect: Box) -> bool:
    """A signature that says little there: most say who signed, and PDFium tells that at once."""
    text = page.get_textpage()
    try:
        return 0 < len(text.get_text_bounded(*rect).strip()) <= FEW
    finally:
        text.close()


Box = tuple[float, float, float, float]


class Asked(NamedTuple):
    """An annotation that may show words. rect: left, bottom, right and top on the page; place: left, top, right and
    bottom as the page is shown."""

    kind: str
    rect: Box
    place: Box


def _places(page: Any, pdfium: Any) -> Iterator[Asked]:
    """The annotations of a page that may show words."""
    shown: Shown | None = None
    for index in range(min(MANY, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
            kind = _field(annotation, pdfium) if subtype == FIELD else str(subtype)
            rect = pdfium.FS_RECTF()
            if subtype not in (FREE_TEXT, STAMP, FIELD) or kind == BUTTON:
                continue
            if not pdfium.FPDFAnnot_GetRect(annotation, rect) or (kind == SIGNATURE and rect.top - rect.bottom > TALL):
                continue
            if rect.right > rect.left and rect.top > rect.bottom:
                shown = shown or Shown(page, pdfium)
                box = shown.box(rect.left, rect.top, rect.right, rect.bottom)
                yield Asked(kind, (rect.left, rect.bottom, rect.right, rect.top), box)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _field(annotation: Any, pdfium: Any) -> str:
    """The kind of a field; "" where its parent says it."""
    size = 64
    written = ctypes.create_string_buffer(size)
    into = ctypes.cast(written, ctypes.POINTER(pdfium.FPDF_WCHAR))
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"FT", into, size)
    return written.raw[: max(0, min(length, size) - 2)].decode("utf-16-le", "replace")


def _within(piece: Piece, place: Box) -> bool:
    x, y = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
    return place[0] <= x <= place[2] and place[1] <= y <= place[3]


def _is_stamp(pieces: Sequence[Piece]) -> bool:
    """Several lines, or a long one: who signed, when, and where to write to."""
    lines = lines_of(pieces)
    alone = all(line.beside(lines[0]) for line in lines[1:])
    return not alone or sum(len(piece.text) + 1 for piece in pieces) > FEW


def placed(pieces: Sequence[Piece], added: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The words of the page and those that were added, in the order in which they are read."""
    done = list(pieces)
    for words in added:
        for line in lines_of(words):
            if not _filled_in(done, line):
                for word in line.pieces:
                    _place(done, word)
    return done


def _filled_in(pieces: list[Piece], line: Line) -> bool:
    """The words stand on dots that wait for them, and take their place."""
    middle = (line.left + line.right) / 2
    for at, each in enumerate(pieces):
        if each.left <= middle <= each.right and DOTS.search(each.text) and Line((each,)).beside(line):
            pieces[at] = replace(each, text=DOTS.sub(lambda _: line.text, each.text, count=1))
            return True
    return False


DOTS = re.compile("[.…_]{2,}")
"""Where a form wants to be filled in."""

APART = 4.0
"""Gap between a number and the symbol behind it, in heights, up to which they are one: it was left for any number."""


def _place(pieces: list[Piece], word: Piece) -> None:
    line = Line((word,))
    beside = [(at, each) for at, each in enumerate(pieces) if Line((each,)).beside(line)]
    before = max((each for each in beside if each[1].left < word.left), key=lambda e: (e[1].left, e[0]), default=None)
    after = min((each for each in beside if each[1].left >= word.left), key=lambda e: (e[1].left, e[0]), default=None)
    if after is not None and _is_one(word, after[1]):
        at, each = after
        pieces[at] = Piece(word.text + each.text, word.left, each.top, each.right, each.bottom)
    elif before is not None:
        pieces.insert(before[0] + 1, word)
    elif after is not None:
        pieces.insert(after[0], word)
    else:
        below = (at for at, each in enumerate(pieces) if each.top >= word.bottom)
        pieces.insert(next(below, len(pieces)), word)


def _is_one(word: Piece, after: Piece) -> bool:
    """A number and the symbol behind it ("156", "/TTr-SNV")."""
    gap = after.left - word.right
    return word.text[-1].isdigit() and after.text[0] in "/-" and gap < APART * (word.bottom - word.top)
