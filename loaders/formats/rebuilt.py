"""A PDF that lost its end, put in order from the objects that are left: the download broke off, or the disk was full.

The end of a file holds the list of its objects, and where its pages begin; newer files keep both, and the pages
themselves, packed among the objects. What is packed is written out, and an end of its own is added.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.formats.limits import UNPACKED

OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[ \r\n]+[0-9]{1,5}[ \r\n]+obj\b")
STREAM = re.compile(rb"stream\r?\n")
PACKED = re.compile(rb"/Type\s*/ObjStm\b")
FIRST = re.compile(rb"/First\s+([0-9]{1,10})\b")
COUNT = re.compile(rb"/N\s+([0-9]{1,7})\b")
CATALOG = re.compile(rb"/Type\s*/Catalog\b")
PAGE = re.compile(rb"/Type\s*/Page\b")
DICTIONARY = 65_536
"""Bytes behind the name of an object in which its dictionary ends."""


@dataclass(slots=True)
class _Found:
    """Objects by their numbers: the catalog, and the pages in the order of the file."""

    catalog: int | None = None
    pages: list[int] = field(default_factory=list)
    highest: int = 0

    def look(self, number: int, head: bytes) -> None:
        self.highest = max(self.highest, number)
        if CATALOG.search(head):
            self.catalog = number
        elif PAGE.search(head):
            self.pages.append(number)


def rebuilt(data: bytes) -> bytes | None:
    """The file with an end, for PDFium to open; None where nothing of it can be read, or it is encrypted."""
    if b"/Encrypt" in data:
        return None
    found, written = _Found(), [_whole(data), b"\n"]
    for match in OBJECT.finditer(data):
        head = data[match.end() : match.end() + DICTIONARY].partition(b"endobj")[0]
        head, stream, _ = head.partition(b"stream")
        found.look(int(match[1]), head)
        if stream and PACKED.search(head):
            begins = STREAM.search(data, match.end())
            for number, body in _members(head, data[begins.end() :] if begins else b""):
                found.look(number, body)
                written.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    if not found.pages:
        return None
    root = found.catalog
    if root is None:
        root, tree = found.highest + 1, found.highest + 2
        kids = b" ".join(b"%d 0 R" % page for page in dict.fromkeys(found.pages))
        written.append(b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (root, tree))
        written.append(b"%d 0 obj\n<</Type/Pages/Count %d/Kids[%b]>>\nendobj\n" % (tree, len(set(found.pages)), kids))
    written.append(b"trailer\n<</Root %d 0 R/Size %d>>\nstartxref\n0\n%%%%EOF\n" % (root, found.highest + 3))
    return b"".join(written)


def _whole(data: bytes) -> bytes:
    """The file up to its last object; of a stream what is left is kept."""
    end = data.rfind(b"endobj") + len(b"endobj")
    return data + b"\nendstream\nendobj" if STREAM.search(data, end) else data[:end]


def _members(head: bytes, packed: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and body of each object in a stream of objects, as far as it unpacks (ISO 32000-1, 7.5.7)."""
    first, count = FIRST.search(head), COUNT.search(head)
    if first is None or count is None:
        return
    body = unpacked(packed)
    places = [int(each) for each in re.findall(rb"[0-9]{1,10}", body[: int(first[1])])][: 2 * int(count[1])]
    numbers, offsets = places[::2], [int(first[1]) + each for each in places[1::2]]
    for number, start, end in zip(numbers, offsets, [*offsets[1:], len(body)], strict=False):
        if end <= len(body) and start < end:
            yield number, body[start:end]


def unpacked(packed: bytes) -> bytes:
    """What a stream unpacks to before it breaks."""
    unpacking = zlib.decompressobj()
    done: list[bytes] = []
    size = 0
    step = 4096
    for start in range(0, len(packed), step):
        try:
            done.append(unpacking.decompress(packed[start : start + step]))
        except zlib.error:
            break
        size += len(done[-1])
        if unpacking.eof or size > UNPACKED:
            break
    return b"".join(done)
