"""A PDF as PDFium opens it: its pages, those of them that lack something, and what it carries beside them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from loaders.formats.limits import PAGES
from loaders.formats.losses import lost_pages
from loaders.formats.rebuilt import rebuilt
from ontology.errors import SourceError
from ontology.records import Source

PASSWORD = 4
"""FPDF_ERR_PASSWORD"""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """An open PDF. data: its bytes, those of one that broke off put in order. cut: the file lost its end, and with it
    perhaps pages that nothing tells of. attached: how many files it carries."""

    document: Any
    data: bytes
    cut: bool
    attached: int

    def lost(self, *, bare: bool) -> frozenset[int]:
        """Numbers of pages that are damaged, or parts of which are missing. bare: nothing is drawn on one that was
        read, or one could not be."""
        return lost_pages(self.data, self.document, cut=self.cut, bare=bare)

    def pages(self) -> Iterator[tuple[int, Any]]:
        """Number and page of each that is there; closed behind each step."""
        import pypdfium2 as pdfium

        for index in range(len(self.document)):
            try:
                page = self.document[index]
            except pdfium.PdfiumError:
                continue  # one of those that are lost
            try:
                yield index + 1, page
            finally:
                page.close()


@contextmanager
def opened(source: Source) -> Iterator[PdfFile]:
    """Raises SourceError: source.password, source.damaged, source.pages."""
    import pypdfium2 as pdfium  # heavy, and only for PDF

    data, cut = source.data, False
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise SourceError("source.password", name=source.name) from error
        again = rebuilt(data)
        try:
            document, data, cut = pdfium.PdfDocument(again or b""), again or b"", True
        except pdfium.PdfiumError:
            raise SourceError("source.damaged", name=source.name) from error
    try:
        count = len(document)
        if count > PAGES:
            raise SourceError("source.pages", name=source.name, count=str(count), limit=str(PAGES))
        yield PdfFile(document, data, cut, document.count_attachments())
    finally:
        document.close()
