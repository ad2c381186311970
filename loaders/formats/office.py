"""LibreOffice, which turns files of older and other programs into ones that are read here.

It is no part of the installation: where it, or the part of it that is needed, is missing, the error names the package.
It runs as a process of its own without a window, in a folder of its own that is removed, and is stopped after
`SECONDS`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import SourceError
from ontology.records import Source

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A program of the suite. library: what its files are called; package: that brings it, on Debian and Ubuntu;
    suffix, filter: of the format that it writes for us."""

    library: str
    package: str
    suffix: str
    filter: str


WRITER = Part("sw", "libreoffice-writer-nogui", ".docx", "docx:MS Word 2007 XML")
CALC = Part("sc", "libreoffice-calc-nogui", ".xlsx", "xlsx:Calc MS Excel 2007 XML")
IMPRESS = Part("sd", "libreoffice-impress-nogui", ".pptx", "pptx:Impress MS PowerPoint 2007 XML")


def stream(name: str) -> bytes:
    """How the directory of an OLE file writes the name of a stream."""
    return name.encode("utf-16-le") + b"\x00\x00"


WORD, WORKBOOKS, SLIDES = (
    (stream("WordDocument"),),
    (stream("Workbook"), stream("Book")),
    (stream("PowerPoint Document"),),
)
"""Streams that hold the words of a document of Word, the cells of one of Excel, the slides of one of PowerPoint."""

ENCRYPTED = stream("EncryptedPackage")
"""The stream of a .docx, .xlsx or .pptx with a password."""


def converter() -> str | None:
    """Where LibreOffice is installed; None where it is not."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def is_missing(program: str, part: Part) -> bool:
    """Is this part of the suite not there? The packages of Linux bring them one by one. Where the folder of the program
    does not look like that of the suite (a wrapper in /usr/bin), nobody knows."""
    libraries = {
        file.name.partition(".")[0].removeprefix("lib") for file in Path(program).resolve().parent.glob("*lo.*")
    }
    return bool(libraries) and f"{part.library}lo" not in libraries


def holds(data: bytes, names: tuple[bytes, ...], others: tuple[bytes, ...]) -> bool:
    """Has an OLE file one of these streams at its root? Documents hold documents (a chart in a letter), so that streams
    of other programs may be there too; only then its directory is read."""
    if not any(each in data for each in names):
        return False
    if not any(each in data for each in others):
        return True
    import olefile  # only for files of two programs

    try:
        with olefile.OleFileIO(data) as directory:
            return any(directory.exists(each.decode("utf-16-le")[:-1]) for each in names)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a directory that is damaged in any way: the first kind that is asked takes it
        return True


def converted(source: Source, suffix: str, part: Part) -> bytes:
    """The file in the format that this part writes. suffix: of the format that it is. Raises SourceError:
    source.converter (nothing is installed), source.damaged (it cannot be converted), source.timeout."""
    program = converter()
    if program is None:
        raise SourceError("source.converter", name=source.name, package=part.package)
    with tempfile.TemporaryDirectory(prefix="cancu-") as folder:
        given, made = Path(folder) / f"in{suffix}", Path(folder) / "out" / f"in{part.suffix}"
        given.write_bytes(source.data)
        command = [
            *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            *("--convert-to", part.filter, "--outdir", str(made.parent), str(given)),
        ]
        _run(command, folder, source.name)
        if not made.is_file():
            code = "source.converter" if is_missing(program, part) else "source.damaged"
            raise SourceError(code, name=source.name, package=part.package)
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
