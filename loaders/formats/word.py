"""Documents of older programs (.doc, .rtf, Word 2003 XML): LibreOffice turns them into .docx, which is read.

LibreOffice is no part of the installation: where it is missing, the error names the package. It runs as a process of
its own without a window, in a folder of its own that is removed, and is stopped after `SECONDS`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from msgspec.structs import replace

from loaders.formats import docx
from loaders.formats.base import Document
from ontology.errors import SourceError
from ontology.records import Source

DOC, RTF = "application/msword", "application/rtf"
MEDIA_TYPES: tuple[str, ...] = (DOC, RTF)

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
SECONDS = 120
PACKAGE = "libreoffice-writer-nogui"


def _stream(name: str) -> bytes:
    """How the directory of an OLE file writes the name of a stream."""
    return name.encode("utf-16-le") + b"\x00\x00"


WORD, ENCRYPTED = _stream("WordDocument"), _stream("EncryptedPackage")
FIB, FIB_ENCRYPTED = b"\xec\xa5", 0x01
"""How the stream WordDocument begins, and the bit of its 12th byte that says it is encrypted ([MS-DOC] 2.5.1)."""


def accepts(data: bytes, name: str) -> str | None:
    """An OLE file with a Word document in it (or an encrypted .docx), or RTF, or Word 2003 XML."""
    if data.startswith(OLE):
        return DOC if WORD in data or ENCRYPTED in data else None
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return RTF
    return DOC if data[:5] == b"<?xml" and b"Word.Document" in data[:1024] else None


def read(source: Source) -> Document:
    """The document. Raises SourceError: source.password, source.converter (nothing is installed), source.damaged (it
    cannot be converted), source.timeout, and those of `docx.read`."""
    if source.data.startswith(OLE) and _is_encrypted(source.data):
        raise SourceError("source.password", name=source.name)
    program = converter()
    if program is None:
        raise SourceError("source.converter", name=source.name, package=PACKAGE)
    return docx.read(replace(source, data=_converted(source, program), media_type=docx.DOCX))


def converter() -> str | None:
    """Where LibreOffice is installed; None where it is not."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def _is_encrypted(data: bytes) -> bool:
    if ENCRYPTED in data and WORD not in data:
        return True
    at = data.find(FIB, 512, 512 * 64)
    return at > 0 and at % 512 == 0 and bool(data[at + 11] & FIB_ENCRYPTED)


def _converted(source: Source, program: str) -> bytes:
    suffix = ".rtf" if source.media_type == RTF else ".xml" if source.data.startswith(b"<?xml") else ".doc"
    with tempfile.TemporaryDirectory(prefix="cancu-") as folder:
        given, made = Path(folder) / f"in{suffix}", Path(folder) / "out" / "in.docx"
        given.write_bytes(source.data)
        command = [
            *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(given)),
        ]
        _run(command, folder, source.name)
        if not made.is_file():
            raise SourceError("source.damaged", name=source.name)
        return made.read_bytes()


def _run(command: list[str], folder: str, name: str) -> None:
    """Runs a converter in a group of processes of its own, so that its helpers end with it."""
    environment = {key: os.environ[key] for key in ("PATH", "LANG", "SYSTEMROOT", "TEMP", "TMP") if key in os.environ}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment | {"HOME": folder},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise SourceError("source.timeout", name=name, seconds=str(SECONDS)) from error
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
