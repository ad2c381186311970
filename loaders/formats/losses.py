"""Pages of a PDF that lack what they were drawn with: their streams are damaged, or the file ends before them.

PDFium reads what is left of a damaged page and says nothing. Here every stream is unpacked once (a tenth of a
millisecond a page); only where one is torn, or cannot be looked at, is it found out whose it was: in a copy that
PDFium writes, in which each object stands by itself and nothing is encrypted.
"""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

STREAM = re.compile(rb"(?<!end)stream\r?\n")
DICTIONARY = 1024
"""Bytes before a stream in which its dictionary stands."""

OTHERS = (b"/Image", b"/Length1", b"/Length2", b"/FontFile", b"/ICCBased", b"/Type1C", b"/CIDFontType0C", b"/OpenType")
"""What a stream is that holds no text: pictures and the shapes of letters."""

TAIL = 2048
"""Bytes at the end of a file in which %%EOF stands; signatures and mail gateways write behind it."""

DECRYPTED = 3
"""FPDF_REMOVE_SECURITY: all objects are written anew, and none encrypted."""


def lost_pages(data: bytes, document: Any, *, cut: bool, bare: bool) -> frozenset[int]:
    """Numbers of pages (from 1) of which something is damaged or missing. document: the PDF as PDFium opened it. cut:
    it is known that parts of the file are missing. bare: there are pages on which nothing is drawn, or that cannot be
    opened."""
    torn = cut or not data.rstrip()[-TAIL:].count(b"%%EOF") or any(_is_torn(*each) for each in _streams(data))
    if not torn and not bare and b"/Encrypt" not in data:
        return frozenset()
    copy = io.BytesIO()
    document.save(copy, flags=DECRYPTED)
    return _Copy(copy.getvalue()).lost(dangling=torn)


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The dictionary and the packed bytes of each stream."""
    for match in STREAM.finditer(data):
        start = match.start()
        head = data[max(0, start - DICTIONARY) : start]
        end = data.find(b"endstream", match.end())
        yield head[head.rfind(b" obj") + 1 :], data[match.end() : end if end >= 0 else len(data)]


def _is_torn(head: bytes, packed: bytes) -> bool:
    """A stream of text that does not unpack to its end."""
    filters = FLATE.search(head)
    if filters is None or any(other in head for other in OTHERS):
        return False
    if filters[1]:
        try:
            packed = base64.a85decode(packed.strip().removesuffix(b"~>"))
        except ValueError:
            return True
    unpacking = zlib.decompressobj()
    try:
        while packed and not unpacking.eof:
            unpacking.decompress(packed, PORTION)
            packed = unpacking.unconsumed_tail
    except zlib.error:
        return True
    return not unpacking.eof


FLATE = re.compile(rb"/Filter\s*\[?\s*(/A(?:SCII)?85(?:Decode)?\s*)?/Fl(?:ateDecode)?\b")
"""How streams of text are packed; reportlab writes them as letters besides."""

PORTION = 1024 * 1024
"""Bytes that are unpacked at a time: none of them is kept."""


STREAM_ENDS = b"\r\nendstream\r\nendobj"
"""As PDFium writes it."""


class _Copy:
    """The objects of a PDF as PDFium writes it."""

    def __init__(self, data: bytes) -> None:
        self.heads: dict[int, bytes] = {}
        self.torn: set[int] = set()
        for match in OBJECT.finditer(data):
            number = int(match[1])
            head, stream, _ = data[match.end() : data.find(b"endobj", match.end())].partition(b"stream\r\n")
            self.heads[number] = head
            start = match.end() + len(head) + len(stream)
            if stream and _is_torn(head, data[start : data.find(STREAM_ENDS, start)]):
                self.torn.add(number)

    def lost(self, *, dangling: bool) -> frozenset[int]:
        """dangling: objects that are referred to and missing are a loss, too; sound files have such that nobody
        misses."""
        return frozenset(number for number, page in enumerate(self._pages(), 1) if self._lacks(page, dangling))

    def _pages(self) -> Iterator[int]:
        """Objects of the pages in their order; a page that is missing has its number still."""
        root = next((n for n, head in self.heads.items() if b"/Type/Catalog" in head and b"/Pages" in head), None)
        top = None if root is None else ROOT.search(self.heads[root])
        stack, seen = [int(top[1])] if top else [], set[int]()
        while stack:
            number = stack.pop()
            if number in seen:
                continue
            seen.add(number)
            kids = KIDS.search(self.heads.get(number, b""))
            if kids is None:
                yield number
            else:
                stack += reversed([int(each) for each in REFERENCE.findall(kids[1])])

    def _lacks(self, page: int, dangling: bool) -> bool:
        head = self.heads.get(page)
        if head is None:
            return True
        drawn = CONTENTS.search(head)
        if drawn and any(int(each) not in self.heads for each in REFERENCE.findall(drawn[0])):
            return True
        stack, seen = [page], set[int]()
        while stack:
            number = stack.pop()
            if number in seen:
                continue
            seen.add(number)
            head = self.heads.get(number)
            if number in self.torn or (head is None and dangling):
                return True
            if head is not None and (number == page or not PAGE.search(head)):
                stack += [int(each) for each in REFERENCE.findall(BACK.sub(b"", KIDS.sub(b"", head)))]
        return False


OBJECT = re.compile(rb"(?<=\n)([0-9]{1,10}) [0-9]{1,5} obj\r?\n")
REFERENCE = re.compile(rb"\b([0-9]{1,10}) [0-9]{1,5} R\b")
ROOT = re.compile(rb"/Pages\s*([0-9]{1,10}) ")
KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
CONTENTS = re.compile(rb"/Contents\s*(?:\[[^\]]*\]|[0-9]{1,10} [0-9]{1,5} R)")
PAGE = re.compile(rb"/Type\s*/Page\b")
BACK = re.compile(rb"/(?:P|Popup|IRT|Dest|D|A|Prev|Next|FontFile[23]?)\s*(?:\[[^\]]*\]|[0-9]{1,10} [0-9]{1,5} R)")
"""What leads from a page to others (links, outlines), or to shapes of letters."""
