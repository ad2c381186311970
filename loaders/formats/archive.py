"""Zip archives: their members as files of their own, in the order of the archive. Nothing is written to disk."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from loaders.formats import package
from loaders.formats.limits import MEMBERS
from loaders.formats.package import Package, member_bytes
from ontology.errors import SourceError
from ontology.records import Source
from ontology.syllables import share

ZIP = "application/zip"
MEDIA_TYPES: tuple[str, ...] = (ZIP,)

IGNORED = ("__MACOSX/", "Thumbs.db", "desktop.ini")
UTF8_NAME = 0x800


def accepts(data: bytes, name: str) -> str | None:
    """A zip that is no document of a program which packs its files (presentations, e-books): asked after those that
    are read."""
    parts = package.names(data)
    if "[Content_Types].xml" in parts or "mimetype" in parts:
        return None
    return ZIP if data.startswith((package.ZIP, b"PK\x05\x06")) else None


def members(source: Source) -> Iterator[tuple[str, bytes] | SourceError]:
    """Name and bytes of each file. A member that cannot be read (password, damage, too large) is its error and the
    others go on; an archive that breaks off gives what is left of it, and then its error. Raises SourceError:
    source.damaged, source.members (too many)."""
    opened = Package(source)
    infos = opened.archive.infolist()
    if len(infos) > MEMBERS:
        raise SourceError("source.members", name=source.name, limit=str(MEMBERS))
    for number, info in enumerate(infos, 1):
        name = _name(info) or str(number)
        shown = f"{source.name}!/{name}"
        if (
            info.filename.endswith("/")
            or any(part.startswith(".") for part in name.split("/"))
            or name.endswith(IGNORED[1:])
        ):
            continue
        if name.startswith(IGNORED[0]):
            continue
        if info.flag_bits & 1:
            yield SourceError("source.password", name=shown)
            continue
        try:
            yield name, member_bytes(opened.archive, info, shown, opened)
        except SourceError as error:
            yield error
    if opened.torn:
        yield SourceError("source.torn", name=source.name)


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant, below the archive: it never climbs out, and is only a name: nothing is written there.

    Zips without the mark for UTF-8 hold names in it all the same (macOS), or in a page of Windows."""
    name = info.filename
    if not info.flag_bits & UTF8_NAME:
        raw = name.encode("cp437", errors="replace")
        for encoding in ("utf-8", "cp1258"):
            try:
                decoded = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            if encoding == "utf-8" or share(decoded).proved:
                name = decoded
                break
    parts = posixpath.normpath("/" + name.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."})
