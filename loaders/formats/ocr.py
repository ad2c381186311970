"""Recognition of scanned pages by Tesseract, which runs as a process of its own and is no part of the installation.

One page at a time, one thread, a limit of time; the picture goes in and words with places and confidence come out
(TSV). Without the program, or without its Vietnamese, nothing is recognised, and who asked says so.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from functools import cache

from loaders.formats.lines import Line, Piece, lines_of
from loaders.formats.mending import mended
from ontology.errors import SourceError

PROGRAM = "tesseract"
LANGUAGE = "vie"
PACKAGE = "tesseract-ocr tesseract-ocr-vie"
SECONDS = 120
"""For one page; a dense one takes ten."""

DPI = 300
"""What pages are drawn at, and what Tesseract is made for."""

LEAST = 20
"""Confidence (of 100) below which a short word without digits is a speck or a stroke of a signature. Longer ones and
numbers stay: Tesseract is least sure of "749/QĐ-TTg", which is in no dictionary."""

SHORT = 4

SMEARED = re.compile("(?<![-–—])(?:-[–—]|[–—]-)(?![-–—])")
"""A dash seen as two of different lengths: "1502/KCB -— NV"."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of a page in points, and how sure the recognition is of its words, 0 to 1 (None on an empty page).
    mended: words that were set right ("198/2025/OH15 → 198/2025/QH15")."""

    lines: tuple[Line, ...]
    confidence: float | None
    mended: tuple[str, ...] = ()


@cache
def available() -> bool:
    """Is Tesseract installed with Vietnamese?"""
    program = shutil.which(PROGRAM)
    if program is None:
        return False
    asked = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False)
    return LANGUAGE in (asked.stdout + asked.stderr).decode(errors="replace").split()


def recognise(picture: bytes, dpi: float, name: str) -> Recognised:
    """The words of a picture (PNG, PGM …), drawn at `dpi`. Raises SourceError: source.timeout, source.damaged."""
    program = shutil.which(PROGRAM) or PROGRAM
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(round(dpi)), "--psm", "3", "tsv"]
    environment = {key: value for key, value in os.environ.items() if key in {"PATH", "TESSDATA_PREFIX", "SYSTEMROOT"}}
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=environment | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError("source.timeout", name=name, seconds=str(SECONDS)) from error
    if done.returncode != 0:
        raise SourceError("source.recognition", name=name, reason=_last_line(done.stderr))
    return _read(done.stdout.decode("utf-8", errors="replace"), 72 / dpi)


def _last_line(message: bytes) -> str:
    lines = message.decode(errors="replace").strip().splitlines()
    return lines[-1][:200] if lines else "?"


def _read(table: str, scale: float) -> Recognised:
    lines: list[Line] = []
    open_: list[Piece] = []
    key: tuple[str, ...] = ()
    sure: list[tuple[float, int]] = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        word = unicodedata.normalize("NFC", (row.get("text") or "").strip())
        word = SMEARED.sub("-", word)
        if row["level"] != "5" or not word:
            continue
        confidence = float(row["conf"])
        if confidence < LEAST and _is_speck(word):
            continue
        here = row["block_num"], row["par_num"], row["line_num"]
        if here != key:
            lines += lines_of(_level(open_))
            open_, key = [], here
        left, top = float(row["left"]) * scale, float(row["top"]) * scale
        right, bottom = left + float(row["width"]) * scale, top + float(row["height"]) * scale
        open_.append(Piece(word, left, top, right, bottom))
        sure.append((confidence, len(word)))
    lines += lines_of(_level(open_))
    letters = sum(length for _, length in sure)
    mean = round(sum(each * length for each, length in sure) / letters / 100, 3) if letters else None
    lines_mended, told = mended(lines)
    return Recognised(lines_mended, mean, told)


def _is_speck(word: str) -> bool:
    return sum(map(str.isalnum, word)) < SHORT and not any(map(str.isdigit, word))


def _level(pieces: list[Piece]) -> list[Piece]:
    """The words of a line with one height: letters without ascenders make low boxes, which would seem apart."""
    if not pieces:
        return []
    tops, bottoms = sorted(each.top for each in pieces), sorted(each.bottom for each in pieces)
    top, bottom = tops[len(tops) // 4], bottoms[3 * len(bottoms) // 4]
    if bottom <= top:
        return pieces
    return [Piece(each.text, each.left, top, each.right, bottom) for each in pieces]
