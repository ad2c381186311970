"""What is left of a zip whose list of parts is lost, or whose parts are damaged: each part stands behind a head of its
own, and unpacks up to the place where it breaks (APPNOTE.TXT 6.3, 4.3.7)."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

HEAD = struct.Struct("<4s5H3L2H")
MARK = b"PK\x03\x04"
ENCRYPTED, STORED, DEFLATED = 1, 0, 8
STEP = 1024
"""Bytes that are unpacked at a time: what stands before the broken place is kept."""


def part_at(data: bytes, start: int, most: int) -> tuple[str, bytes] | None:
    """Name and bytes of the part whose head stands there, at most so many; None where it is no head, or packed in
    another way."""
    if start < 0 or len(data) < start + HEAD.size or not data.startswith(MARK, start):
        return None
    _, _, flags, method, _, _, _, packed, _, length, extra = HEAD.unpack_from(data, start)
    begin = start + HEAD.size + length + extra
    name = data[start + HEAD.size : start + HEAD.size + length].decode("utf-8", "replace")
    if flags & ENCRYPTED or method not in (STORED, DEFLATED):
        return None
    if method == STORED:
        return name, data[begin : begin + min(packed, most)]
    return name, _unpacked(data, begin, most)


def _unpacked(data: bytes, begin: int, most: int) -> bytes:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    done: list[bytes] = []
    room = most
    for at in range(begin, len(data), STEP):
        try:
            done.append(unpacking.decompress(data[at : at + STEP], room))
        except zlib.error:
            break
        room -= len(done[-1])
        if unpacking.eof or room <= 0:
            break
    return b"".join(done)


def names(data: bytes) -> frozenset[str]:
    """Names of the parts whose heads are left."""
    found = set()
    start = data.find(MARK)
    while start >= 0:
        part = part_at(data, start, 0)
        if part is not None:
            found.add(part[0])
        start = data.find(MARK, start + 1)
    return frozenset(found)


def whole(data: bytes, most: int) -> zipfile.ZipFile | None:
    """The parts that are left as an archive with a list; None where there are none, or they hold more than `most`."""
    written = io.BytesIO()
    room = most
    with zipfile.ZipFile(written, "w") as archive:
        start = data.find(MARK)
        while start >= 0:
            part = part_at(data, start, room)
            if part is not None and part[0] and part[0] not in archive.namelist():
                archive.writestr(zipfile.ZipInfo(part[0]), part[1])
                room -= len(part[1])
                if room <= 0:
                    return None
            start = data.find(MARK, start + 1)
        if not archive.namelist():
            return None
    return zipfile.ZipFile(written)
