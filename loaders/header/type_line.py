"""The line of a type in capitals: "QUYẾT ĐỊNH", "BIÊN BẢN LÀM VIỆC", "HƯỚNG DẪN LIÊN NGÀNH", "HỎA TỐC KẾ HOẠCH"."""

from __future__ import annotations

import re
from functools import cache

from loaders.citations import types
from loaders.header import letterhead
from ontology.lexicon import phrases
from ontology.records import Span
from ontology.tables import DocumentType, document_types
from ontology.words import fold, letters

EDGE = " \t,.:;'`~|_-"
"""What scans print around a type."""

MINUTES = frozenset({"bien-ban", "hop-dong", "quy-che", "dieu-le", "phieu-trinh", "thu-moi", "giay-de-nghi"})
"""Types whose line in capitals goes on with what the paper is about."""

BELOW_NUMBER = frozenset(
    {"ke-hoach", "bao-cao", "chuong-trinh", "de-an", "phuong-an", "to-trinh", "thong-bao", "giay-phep"}
    | {"giay-chung-nhan", "quyet-dinh", "huong-dan"}
)
"""Types for which that holds below the number only: above it "KẾ HOẠCH VÀ ĐẦU TƯ" is part of a body."""

JOINT = re.compile(r"^LIÊN (?:NGÀNH|TỊCH|BỘ|SỞ)(?:\s+|$)")
"""What papers of several bodies call themselves behind their type: "HƯỚNG DẪN LIÊN NGÀNH"."""

TYPE_LINE = re.compile(
    r"^[#*\s|]*(?P<word>[^|\t(]+?)[#*\s|:]*"
    r"(?:số.*|\([^()\n]{1,40}\)[*\s|]*|(?<=[^\W\d_])(?:[0-9]{1,2}|\[[0-9]{1,2}\])[*\s|]*)?$"
)
"""A line of a type: with a number, an aside or the mark of a footnote behind it."""


def may_name(line: str) -> bool:
    """A cheap look before `TYPE_LINE`: its word is what stands before "số" and the aside, all in capitals."""
    ends = [at for mark in ("số", "(") if (at := line.find(mark)) >= 0]
    word = line[: min(ends)] if ends else line
    return word == word.upper()


def unspaced(line: str) -> str:
    """The type whose letters a page sets apart: "K Ế   H O Ạ C H"."""
    words = line.split()
    if len(words) < SPACED or any(len(word) > 1 for word in words):
        return line
    return _compact().get("".join(words), line)


SPACED = 5
"""Letters of such a type."""


@cache
def _compact() -> dict[str, str]:
    return {row.label_vi.replace(" ", "").upper(): row.label_vi.upper() for row in document_types()}


def beside_stamp(line: str) -> str:
    """The type beside a stamp that says how urgent the paper is: "HỎA TỐC KẾ HOẠCH", as scans see it, too."""
    words = line.replace("|", " ").split()
    if not 2 <= len(words) <= STAMPED:
        return line
    for count in (1, 2):
        kind = " ".join(words[count:]).strip(EDGE)
        if fold(" ".join(words[:count])) in _stamps() and kind.isupper() and of(kind, below=True)[0]:
            return kind
    return line


def is_stamp(line: str) -> bool:
    """Is a line nothing but such a stamp: "KHẨN"?"""
    return line.isupper() and fold(line.strip(EDGE)) in _stamps()


@cache
def _stamps() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases("urgency_stamp"))


STAMPED = 8
STAMPED_LINE = 60
NEAR = 250
"""Words and code points of such a line, and the code points below the number in which it stands."""


def of_several(region: str, kind: Span | None) -> bool:
    """Does the type say that several bodies speak ("HƯỚNG DẪN LIÊN NGÀNH")? kind: where it stands."""
    return kind is not None and JOINT.match(region[kind.end : kind.end + 16].lstrip()) is not None


def of(line: str, *, below: bool) -> tuple[DocumentType | None, str]:
    """The type that a line in capitals is or begins with ("BIÊN BẢN LÀM VIỆC"), as scans print it, too; a word like VĂN
    BẢN is no type by itself. below: the line stands below the number."""
    goes_on = MINUTES | BELOW_NUMBER if below else MINUTES
    words = line.split()
    for count in range(min(len(words), 4), 0, -1):
        label = " ".join(words[:count])
        row = types.spellings().get(letters(label))
        if row is None or not f"{letters(label)} ".startswith(f"{letters(row.label_vi)} "):
            continue  # "CHƯƠNG TRÌNH HÀNH ĐỘNG" is another word for a programme
        behind = " ".join(words[count:])
        if not behind or row.slug in goes_on or behind.startswith("CỦA ") or letterhead.known_body(behind):
            return row, label  # "NGHỊ QUYẾT HĐND TỈNH LÀO CAI"
    row = types.scanned(line) or types.translated().get(line)
    return (row, line) if row is not None else (None, "")
