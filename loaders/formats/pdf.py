"""PDF → text with pages and boxes. Whether a page is read from its text layer or recognised is decided page by page,
from what the text layer really says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from loaders.formats import additions, characters, mending, ocr, pdf_file, picture, pictured
from loaders.formats.base import Document
from loaders.formats.limits import PIXELS, RECOGNISED_PAGES
from loaders.formats.lines import ORDERED, Line, Piece, Sheet, is_disordered, is_tabular, lines_of, sorted_lines
from loaders.formats.old_fonts import OldFonts
from loaders.formats.printed import put_together
from loaders.formats.rims import without_rims
from loaders.formats.rules import rules_on
from loaders.formats.shelf import Shelf
from ontology import legacy
from ontology.errors import SourceError
from ontology.records import Note, Source
from ontology.syllables import Share, share

PDF = "application/pdf"
MEDIA_TYPES: tuple[str, ...] = (PDF,)

OTHERS = (b"PK\x03\x04", bytes.fromhex("D0CF11E0"), b"{\\rtf", b"<", b"\x89PNG", b"\xff\xd8\xff", b"II*", b"MM\x00*")
HEAD = 1024
"""Bytes in which the mark of a PDF stands; mail gateways write before it."""


def accepts(data: bytes, name: str) -> str | None:
    """Begins with the mark of a PDF, or has it near the beginning of no other kind of file (a zip that holds one)."""
    before, mark, _ = data[:HEAD].partition(b"%PDF-")
    return PDF if mark and not before.lstrip().startswith(OTHERS) else None


def read(source: Source) -> Document:
    """The document. Raises SourceError: source.password, source.damaged, source.pages (too many), source.empty,
    source.recogniser (nothing but scanned pages, and no Tesseract), source.timeout."""
    shelf = Shelf()
    unread: list[int] = []
    recognised = seen = 0
    bare = False
    with pdf_file.opened(source) as file:
        for number, page in file.pages():
            layer = text_layer(page, number)
            seen += 1
            bare |= layer.bare
            if not needs_recognition(layer):
                band = pictured.band(page, layer.sheet)
                if band is None:
                    shelf.add(layer.sheet)
                elif not ocr.available() or recognised >= RECOGNISED_PAGES:
                    shelf.add(layer.sheet)
                    unread.append(number)
                else:
                    recognised += 1
                    shelf.add(pictured.filled(layer.sheet, band, _recognised(page, number, source.name).sheet))
            elif not ocr.available() or recognised >= RECOGNISED_PAGES:
                unread.append(number)
            else:
                recognised += 1
                shelf.add(_better(layer, _recognised(page, number, source.name)))
        lost = file.lost(bare=bare or seen < len(file.document))
    return assembled(shelf, unread, source.name, tuple(_of_file(file, lost)), damaged=bool(lost))


def _of_file(file: pdf_file.PdfFile, lost: frozenset[int]) -> Iterator[Note]:
    """What is missing, and what was left aside."""
    if lost:
        yield Note("note.lost", (("pages", ranges(sorted(lost))),))
    if file.cut:
        yield Note("note.cut", ())
    if file.attached:
        yield Note("note.attached", (("count", str(file.attached)),))


def assembled(
    shelf: Shelf, unread: list[int], name: str, notes: tuple[Note, ...] = (), *, damaged: bool = False
) -> Document:
    """The pages as one document. unread: numbers of pages that nothing could read. notes: of the file. damaged: pages
    are lost. Raises SourceError (source.empty, source.damaged, source.recogniser)."""
    text, origin = put_together(without_rims(shelf), name)
    if not text.strip():
        if damaged:
            raise SourceError("source.damaged", name=name)
        if unread:
            raise SourceError("source.recogniser", name=name, package=ocr.PACKAGE)
        raise SourceError("source.empty", name=name)
    told = list(notes)
    if shelf.recognised:
        least = min(confidence for _, confidence in shelf.recognised)
        pages = ranges([number for number, _ in shelf.recognised])
        told.append(Note("note.recognised", (("pages", pages), ("confidence", f"{least:.0%}"))))
    right = shelf.mended
    if right:
        words = ", ".join(right[: mending.TOLD]) + (", …" if len(right) > mending.TOLD else "")
        told.append(Note("note.mended", (("count", str(len(right))), ("words", words))))
    if unread:
        told.append(Note("note.unread", (("pages", ranges(unread)), ("package", ocr.PACKAGE))))
    return Document(text, origin, tuple(told))


def ranges(numbers: list[int]) -> str:
    """[1, 2, 3, 7] → "1–3, 7"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


# --- what the text layer says


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer of a page. said: how Vietnamese it is. broken: share of its words that no language writes.
    pictured: share of the page that its largest picture covers. Both are looked at where said does not decide. bare:
    nothing is drawn on the page."""

    sheet: Sheet
    said: Share
    broken: float
    pictured: float
    bare: bool = False


STRAY = 8
"""Words of one letter behind each other, from which on they are no words but run in another direction."""


def _in_letters(pieces: Sequence[Piece]) -> bool:
    run = 0
    for piece in pieces:
        run = run + 1 if len(piece.text) == 1 else 0
        if run >= STRAY:
            return True
    return False


def text_layer(page: Any, number: int) -> Layer:
    """What a page says by itself; letters of old fonts converted."""
    import pypdfium2.raw as pdfium  # heavy, and only for PDF

    words = characters.words_on(page)
    if not words.turned and _in_letters(words.pieces):
        words = characters.words_on(page, every=True)  # the head of a wide page, printed up its side
    pieces = words.pieces if words.turned else additions.placed(words.pieces, additions.words_added(page, number))
    size = page.get_width(), page.get_height()
    text = " ".join(piece.text for piece in pieces)
    known = None if text.isascii() else legacy.recognised(text)
    old = OldFonts(page, known) if known else None
    if old is not None:
        pieces = old.converted(pieces)
        text = " ".join(piece.text for piece in pieces)
    lines = lines_of(pieces)
    if is_tabular(lines):
        lines = rules_on(page, words.turned).lines(pieces)
    if is_disordered(lines, 0 if words.turned else ORDERED):  # PDFium has an order of its own for turned lines
        lines = sorted_lines(lines)
    across = words.across
    if old is not None:
        across = [Line(tuple(old.converted(line.pieces))) for line in across]
    sheet = Sheet(number, *size, tuple(lines), turned=words.turned, across=tuple(across))
    said = share(text)
    if said.vietnamese and said.words >= FEW:
        return Layer(sheet, said, 0.0, 0.0)  # what else it shows does not matter
    bare = not pieces and pdfium.FPDFPage_CountObjects(page.raw) == 0 and pdfium.FPDFPage_GetAnnotCount(page.raw) == 0
    return Layer(sheet, said, broken_share(text), _pictured(page), bare)


FEW = 60
"""Words below which the text of a page that is one picture is a stamp, a watermark or a signature ("Người ký: …")."""

COVERED = 0.5
BROKEN = 0.15


def needs_recognition(layer: Layer) -> bool:
    """Is the text layer not what the page shows? A stamp or watermark on a picture; no text at all; the letters of a
    wrong encoding; the words of a recognition that did not know Vietnamese."""
    if layer.pictured >= COVERED:
        return layer.said.words < FEW or not layer.said.vietnamese
    if layer.said.words == 0:
        return not layer.bare and (layer.pictured > 0 or not layer.sheet.lines)
    return not layer.said.vietnamese and layer.broken > BROKEN


def broken_share(text: str) -> float:
    """Share of words that no language writes: signs or digits inside, letters of several scripts, odd capitals."""
    words = [word.strip(".,;:()[]\"'“”-–/…") for word in text.split()]
    words = [word for word in words if len(word) > 1 and any(char.isalpha() for char in word)]
    return sum(map(_is_broken, words)) / max(1, len(words))


def _is_broken(word: str) -> bool:
    if any(char in "~!|^{}<>€£¢§" for char in word) or any("\u0370" <= char <= "\u1dff" for char in word):
        return True
    inner = word[1:-1]
    if any(char.isdigit() for char in inner) and word[0].isalpha() and word[-1].isalpha() and word.lower() == word:
        return True
    return any(a.islower() and b.isupper() for a, b in pairwise(word)) and not word.isascii()


def _pictured(page: Any) -> float:
    import pypdfium2.raw as pdfium

    width, height = page.get_width(), page.get_height()
    covered = 0.0
    for number, found in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if number > 200:
            break
        left, bottom, right, top = found.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return float(min(1.0, covered / max(1.0, width * height)))


# --- recognised pages


def _recognised(page: Any, number: int, name: str) -> Layer:
    """The page as Tesseract reads its picture."""
    width, height = page.get_width(), page.get_height()
    dpi = min(ocr.DPI, 72 * (PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    try:
        drawn = picture.prepared(bitmap.to_pil())
    finally:
        bitmap.close()
    found = ocr.recognise(drawn, dpi, name)
    text = " ".join(line.text for line in found.lines)
    sheet = Sheet(number, width, height, found.lines, found.confidence, found.mended)
    return Layer(sheet, share(text), broken_share(text), 1.0)


def _better(layer: Layer, recognised: Layer) -> Sheet:
    """Of the text layer and the recognised page the one that says more in Vietnamese. A layer that says nothing in it
    is kept where the recognition says less still: a drawing, a page in another language."""
    if recognised.said.words * recognised.said.marked >= layer.said.words * layer.said.marked:
        return recognised.sheet
    return layer.sheet
