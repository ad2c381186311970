"""Office files with the same bytes every time: a zip remembers when it was written, these do not."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

EPOCH = datetime(1980, 1, 1)
"""The date written into every office file: the oldest that a zip can hold."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def timeless(data: bytes) -> bytes:
    """The same zip with every member dated `EPOCH`, members in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            member = zipfile.ZipInfo(info.filename, EPOCH.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(info.filename))
    return out.getvalue()


def printable(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _CONTROL.sub("", text)
