"""Files that are not read, and what can be done: one line for each kind that offices really have."""

from __future__ import annotations

from pathlib import PurePath

from loaders.formats import office, package

BEGINS: tuple[tuple[bytes, str], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "source.archive"),
    (b"Rar!\x1a\x07", "source.archive"),
    (b"\x1f\x8b", "source.archive"),
    (b"BZh", "source.archive"),
    (b"\xfd7zXZ\x00", "source.archive"),
    (b"MSCF", "source.archive"),
    (b"GIF8", "source.picture"),
    (b"BM", "source.picture"),
    (b"AT&TFORM", "source.picture"),
    (b"\x00\x00\x01\x00", "source.picture"),
)
"""First bytes → code of the message: archives other than zip; pictures (GIF, BMP, DjVu, icons)."""

BOXES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
"""Pictures of telephones: their kind stands behind the length of the first box."""

OUTLOOK = office.stream("__properties_version1.0")
"""The stream that only messages of Outlook (.msg) have."""

APPLE = ("Index/Document.iwa", "Index.zip", "index.apxl", "index.xml")
"""Parts of which documents of Pages, Numbers and Keynote have one."""

APPLE_SUFFIXES = frozenset({".pages", ".numbers", ".key"})


def why(data: bytes, name: str) -> str:
    """The code of the message for a file that no format accepts."""
    code = next((code for begin, code in BEGINS if data.startswith(begin)), None)
    if code is not None:
        return code
    if data[4:12] in BOXES or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return "source.picture"
    if data.startswith(office.OLE) and OUTLOOK in data:
        return "source.mail"
    if data[257:262] == b"ustar":
        return "source.archive"
    if data.startswith(package.ZIP) and PurePath(name).suffix.lower() in APPLE_SUFFIXES:
        return "source.apple"
    return "source.unsupported"


def is_apple(data: bytes, name: str) -> bool:
    """A document of Pages, Numbers or Keynote: a zip that would open as an archive of meaningless parts."""
    if not data.startswith(package.ZIP):
        return False
    parts = package.names(data)
    if "Index/Document.iwa" in parts:
        return True
    return PurePath(name).suffix.lower() in APPLE_SUFFIXES and any(part in parts for part in APPLE)
