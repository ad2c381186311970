"""Documents of older programs (.doc, .rtf, Word 2003 XML): LibreOffice turns them into .docx, which is read."""

from __future__ import annotations

from msgspec.structs import replace

from loaders.formats import docx, office
from loaders.formats.base import Document
from loaders.formats.office import ENCRYPTED, OLE, SLIDES, WORD, WORKBOOKS
from ontology.errors import SourceError
from ontology.records import Source

DOC, RTF = "application/msword", "application/rtf"
MEDIA_TYPES: tuple[str, ...] = (DOC, RTF)

FIB, FIB_ENCRYPTED = b"\xec\xa5", 0x01
"""How the stream WordDocument begins, and the bit of its 12th byte that says it is encrypted ([MS-DOC] 2.5.1)."""


def accepts(data: bytes, name: str) -> str | None:
    """An OLE file with a Word document in it (or an encrypted .docx, .xlsx, .pptx), or RTF, or Word 2003 XML."""
    if data.startswith(OLE):
        return DOC if ENCRYPTED in data or office.holds(data, WORD, (*WORKBOOKS, *SLIDES)) else None
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return RTF
    return DOC if data[:5] == b"<?xml" and b"Word.Document" in data[:1024] else None


def read(source: Source) -> Document:
    """The document. Raises SourceError: source.password, those of `office.converted` and of `docx.read`."""
    if source.data.startswith(OLE) and _is_encrypted(source.data):
        raise SourceError("source.password", name=source.name)
    suffix = ".rtf" if source.media_type == RTF else ".xml" if source.data.startswith(b"<?xml") else ".doc"
    made = office.converted(source, suffix, office.WRITER)
    return docx.read(replace(source, data=made, media_type=docx.DOCX))


def _is_encrypted(data: bytes) -> bool:
    if ENCRYPTED in data and WORD[0] not in data:
        return True
    at = data.find(FIB, 512, 512 * 64)
    return at > 0 and at % 512 == 0 and bool(data[at + 11] & FIB_ENCRYPTED)
