"""One entry of a list of recipients, or several on one line: "Công báo; Cổng TTĐT Chính phủ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from loaders.header import capacities, recipient_cells
from loaders.text import trie
from ontology.lexicon import phrases
from ontology.records import RecipientRole
from ontology.words import CAPITALS, bare, letters


class Entry(Struct, frozen=True):
    """One entry of a list. pieces: where it is printed, a line each, in the order of the text."""

    role: RecipientRole
    pieces: tuple[tuple[int, int], ...]


INSIDE = re.compile(r"(?<=[;.:])[ ]*[-~+•][ ]?(?=[^\W\d_])|(?<=,)[ ]*[-+•][ ]?(?=[A-ZĐ])")
"""An entry that begins within a line: "- Bộ A; - Bộ B", "-Như trên, -Lưu: VT"."""

BETWEEN = re.compile(r";[ ]*(?:[-~+•][ ]?)?")
SPELLED = re.compile(rf"(?<![^\W_])[{CAPITALS}]?(?![{CAPITALS}])[^\W\d_](?:(?![{CAPITALS}])[^\W\d_])+(?![^\W_])")
WORD = re.compile(r"[^\W\d_]{2,}")
LOUD = re.compile(rf"[{CAPITALS}]{{3,}}")
CODED = re.compile(rf"(?:[{CAPITALS}][^\W\d_]{{1,3}}[ ])?[A-ZĐ][A-ZĐ&]+(?:[ ]?\([A-ZĐ]{{2,}}\))?")


@cache
def no_entry() -> re.Pattern[str]:
    """The remark that it is signed; how the first sentence of a letter begins."""
    begins = trie.pattern(phrase[:1].upper() + phrase[1:] for phrase in phrases("letter_opening"))
    return re.compile(rf"\((?:[Đđ]ã\s+k|[Kk]ý)|{begins}\s")


def split(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between the marks."""
    position = start
    for mark in marks.finditer(text, start, end):
        yield position, mark.start()
        position = mark.end()
    yield position, end


def parted(text: str, role: RecipientRole, pieces: list[tuple[int, int]]) -> Iterator[Entry]:
    """The entries of one line or more: "Công báo; Cổng TTĐT Chính phủ" are two; behind a colon they are units of one
    body ("Cổng TTĐT: Chính phủ; Bộ Tài chính"), and who keeps the document is told as a whole."""
    if len(pieces) == 1 and text.find(";", pieces[0][0], pieces[0][1] - 1) < 0:
        yield from _closed(text, role, pieces)
        return
    current: list[tuple[int, int]] = []
    colon = role == "file"
    for start, end in pieces:
        for number, (at, stop) in enumerate(split(text, start, end, BETWEEN) if not colon else [(start, end)]):
            if colon and number:
                break
            if number and current:
                yield from _closed(text, role, current)
                current = []
            if number and not _words(text[at:stop]):
                continue  # what a scan saw behind the entry: "; zZ24CF2TM"
            colon = colon or ":" in text[at:stop]
            if colon:
                stop = end
            at, stop = recipient_cells.stripped(text, at, stop)
            if at < stop:
                current.append((at, stop))
    if current:
        yield from _closed(text, role, current)


def _words(part: str) -> bool:
    """Are there words in what stands behind an entry on its line, or a code in capitals, alone ("TH") or with its unit
    ("Vụ PC (BTC)")?"""
    code = part.strip(" .;")
    return SPELLED.search(part) is not None or (code.isupper() and code.isalpha()) or CODED.fullmatch(code) is not None


def _closed(text: str, role: RecipientRole, pieces: list[tuple[int, int]]) -> Iterator[Entry]:
    start, end = _without_noise(text, *pieces[-1]) if role != "file" else pieces[-1]
    if role == "file" and text.find(")", start, end) >= 0 and (initials := INITIALS.search(text, start, end)):
        end = initials.start()
    while end > start and text[end - 1] in " ;,.:*|-/#=~'\"$":
        end -= 1
    behind = text[max(start, end - 5) : end]
    if role != "file" and (behind[-1:].isdigit() or "," in behind) and (mark := MARK_BEHIND.search(text, start, end)):
        end = mark.start()
    whole = [*pieces[:-1], (start, end)] if end > start else pieces[:-1]
    words = " ".join(text[at:stop] for at, stop in whole)
    blank = "..." in words or "…" in words
    if not whole or not WORD.search(words) or (role == "file" and blank and len(words) < 8):
        return  # a speck of a scan, or the blank of a form
    if role != "file" and (blank or len(words) < 3 or words[0] == "(" or recipient_cells.signs(words) or _noise(words)):
        return
    yield Entry(role, tuple(whole))


INITIALS = re.compile(r"(?<=\))[.,;\s]*[^\s()#$]{0,2}[#$][^\s()]{0,2}$")
"""What a scan made of the initials behind "(2b)." at the end of a list: "(2).#o", "(2b). 1#"."""

MARK_BEHIND = re.compile(rf"(?<=[^\W\d_{CAPITALS}]{{2}})(?<!i[eề]u)[0-9]{{1,2}}$|(?<=\w),\s+[^\W\d_]$")
"""The mark of a footnote behind an entry ("Bộ Quốc phòng8"), a letter that a scan saw there ("… của Đảng, Ỉ")."""

CODES = re.compile(r"[\w ,.()&/+-]*")
"""Codes of units: "VPUB: CVP, PCVP (KT), TH"."""


def _without_noise(text: str, start: int, end: int) -> tuple[int, int]:
    """An entry without what a scan saw behind a mark that it took for a colon: "UBND tỉnh: ANH Xi GỦỊ (AN"."""
    colon = text.find(":", start, end)
    if colon < 0:
        return start, end
    behind = text[colon + 1 : end]
    whole = behind.count("(") == behind.count(")") and CODES.fullmatch(behind.strip(" ;,.*|"))
    if whole or SPELLED.search(behind):
        return start, end
    codes, mark, _ = behind.partition(";")
    if mark and all(CODED.fullmatch(part.strip(" .")) for part in behind.rstrip(" ;").split(";")):
        return start, end  # "Ban: PC; NVT (CT)"
    return start, colon + 1 + len(codes) if mark and CODES.fullmatch(codes) else colon


def _noise(words: str) -> bool:
    """Small letters and capitals as no name has them: "kr THỦ TƯỚNG" behind an entry, "KT. nộ TRƯỞNG" beside one; more
    specks than letters: ". . , ^ xx£"."""
    if not words[0].isalnum() and 2 * sum(map(str.isalnum, words)) < len(words) - words.count(" "):
        return True
    if capacities.MARKED.match(words) and LOUD.search(words, 3):
        return True
    return words[0].islower() and LOUD.search(words) is not None and not bare(letters(words)).startswith(_groups())


@cache
def _groups() -> tuple[str, ...]:
    return tuple(bare(word) for word in phrases("recipient_group"))
