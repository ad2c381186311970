"""A file that is a zip of XML parts (.docx, .odt, .xlsx), opened without trust: bounded, no entities, no network."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import Any

from loaders.formats import salvage
from loaders.formats.limits import RATIO, SMALL, UNPACKED
from ontology.errors import SourceError
from ontology.records import Note, Source

ZIP = b"PK\x03\x04"

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
"""What zipfile raises for archives that are damaged, or packed in a way that it does not know."""


def names(data: bytes) -> frozenset[str]:
    """Names of the parts of a zip, or of those that are left of one; none when it is no zip."""
    if not data.startswith(ZIP):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except BROKEN:
        return salvage.names(data)


class Package:
    """The parts of one file. torn: names of those that are damaged, as far as they were asked for; of a damaged part
    what is left is read. Raises SourceError: source.damaged, source.bomb, source.password."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self.read_bytes = 0
        self.torn: list[str] = []
        self.data = source.data
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(source.data))
        except BROKEN as error:
            left = salvage.whole(source.data, UNPACKED)
            if left is None:
                raise SourceError("source.damaged", name=self.name) from error
            self.archive, self.data = left, b""
            self.torn.append(source.name.rpartition("/")[2])
        self.infos = {info.filename.lstrip("/"): info for info in self.archive.infolist()}

    def part(self, path: str) -> bytes | None:
        """The bytes of a part; None when there is none of that name."""
        info = self.infos.get(path.lstrip("/"))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise SourceError("source.password", name=self.name)
        try:
            return member_bytes(self.archive, info, self.name, self)
        except SourceError as error:
            left = salvage.part_at(self.data, info.header_offset, SMALL) if error.code == "source.damaged" else None
            if left is None:
                raise
            self.torn.append(path)
            return left[1]

    def xml(self, path: str) -> Any | None:
        """The root element of a part; None when there is none of that name, or nothing is left of it."""
        data = self.part(path)
        if data is None:
            return None
        try:
            return parse(data, self.name)
        except SourceError as error:
            if error.code != "source.damaged":
                raise
            if path not in self.torn:
                self.torn.append(path)
            return parse(data, self.name, recover=True)

    def notes(self) -> tuple[Note, ...]:
        """That parts are damaged, where some are."""
        return (Note("note.torn", (("parts", ", ".join(self.torn)),)),) if self.torn else ()


def member_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, counted: Package) -> bytes:
    """The bytes of one member. The sizes that the zip states are lies until they were read: no more than allowed is
    ever unpacked. `counted.read_bytes` adds up over all members."""
    room = UNPACKED - counted.read_bytes
    allowed = min(room, max(SMALL, info.compress_size * RATIO))
    try:
        with archive.open(info) as member:
            data = member.read(allowed + 1)
    except BROKEN as error:
        raise SourceError("source.damaged", name=name) from error
    if len(data) > allowed:
        raise SourceError("source.bomb", name=name, limit=f"{UNPACKED // 1024**2} MB")
    counted.read_bytes += len(data)
    return data


def parse(data: bytes, name: str, *, recover: bool = False) -> Any:
    """An XML document as its root element; no entity is resolved, nothing is fetched. recover: of a damaged one what
    can be read, None where that is nothing. Raises SourceError (source.damaged; source.entities for a document type of
    its own: no office program writes one)."""
    from lxml import etree  # heavy, and only for formats of XML

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if recover:
            return None
        raise SourceError("source.damaged", name=name) from error
    if root is None:
        return None
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError("source.entities", name=name)
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any | None, name: str) -> str | None:
    """An attribute by its local name, whatever its namespace (Office writes two: transitional and strict)."""
    if element is None:
        return None
    found: Iterable[tuple[str, str]] = element.attrib.items()
    return next((value for key, value in found if key.rpartition("}")[2] == name), None)


def child(element: Any | None, name: str) -> Any | None:
    """The first child of that local name."""
    return None if element is None else next((each for each in element if local(each) == name), None)


def value(element: Any | None, *path: str) -> str | None:
    """The attribute `val` of the child at the end of a path of local names."""
    for name in path:
        element = child(element, name)
    return attribute(element, "val")
