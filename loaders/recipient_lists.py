"""Where recipients stand: the lines behind "Kính gửi" and the list "Nơi nhận", each entry with its place in the text.

Both may stand beside another column (place and day, the signature): only their own cells count. Scans misspell the
headings and lose the dashes; a list whose heading is lost is found by its last line ("- Lưu: VT").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from loaders import recipient_headings, signature, trie
from loaders.recipient_headings import EDGE, ENTRIES, MARK
from ontology.lexicon import phrases
from ontology.records import RecipientRole
from ontology.words import CAPITALS, bare, letters


class Entry(Struct, frozen=True):
    """One entry of a list. pieces: where it is printed, a line each, in the order of the text."""

    role: RecipientRole
    pieces: tuple[tuple[int, int], ...]


ALSO = re.compile(r"(?:Đồng\s+)?[Kk]ính\s+(?:g\w{1,3}|trình)\s*:?\s*")

FILED = re.compile(r"[Llk][ưuU]u(?:\s*[:.]|\s+(?=V[TP]|hồ|[A-Z]))\s*")
"""Who keeps the document: the last entry of a list."""

NUMBERED = re.compile(r"[0-9]{1,2}[.)][ ]*(?=[^\W\d_])")
INSIDE = re.compile(r"(?<=[;.:])[ ]*[-~+•][ ]?(?=[^\W\d_])")
"""An entry that begins within a line: "- Bộ A; - Bộ B"."""

CELLS = re.compile(r"[ ]{4,}|\|")

LIST_LIMIT = 7000
WIDTH = 240
FOREIGN = 14
"""Lines of the other column between two entries."""

PROSE = 2
"""Lines among them that belong to neither column: specks of a scan. More are the text behind the list."""

GOES_ON = (",", " và", " các", " của", " thuộc", " tỉnh", " trực thuộc", "(", " -", " thành phố", " TP", " phố", "/")
"""How the line of an entry ends that the next one goes on with."""

BEGINS = ("Thực hiện", "Căn cứ", "Theo", "Để", "Sau khi", "Ngày", "Qua", "Trả lời", "Phúc đáp")
NO_ENTRY = re.compile(rf"\((?:[Đđ]ã\s+k|[Kk]ý)|{trie.pattern(BEGINS)}\s")
"""The remark that it is signed; how the first sentence of a letter begins."""


def addressees(text: str) -> list[Entry]:
    """Whom the document addresses: the entries behind "Kính gửi" above its body."""
    start = recipient_headings.addressed(text)
    return [] if start is None else _addressed(text, start)


def _addressed(text: str, start: int) -> list[Entry]:
    found: list[list[tuple[int, int]]] = []
    mark = MARK
    dashed = False
    aside = 0
    blank = False
    for number, (at, end) in enumerate(_cells(text, start, start + LIST_LIMIT)):
        line = text[at:end]
        if not line:
            blank = blank or number > 0
            continue
        last = text[found[-1][-1][0] : found[-1][-1][1]] if found else ""
        open_end = last.endswith(GOES_ON) or last.count("(") > last.count(")")
        if aside > 0 or (line.startswith("(") and last.count("(") <= last.count(")")):
            aside = max(0, aside + line.count("(") - line.count(")"))
            if aside > 3 or len(line) > WIDTH:
                break
            continue
        if not found and NUMBERED.match(line):
            mark = NUMBERED
        marked = mark.match(line)
        again = ALSO.match(line)
        if again and found:
            at, blank = at + again.end(), False
            if text[at:end]:
                found.append([(at, end)])
            continue
        if marked and found and NO_ENTRY.match(line, marked.end()):
            break
        if marked and (not found or dashed or last.endswith((";", ","))):
            dashed = True
            found.append([(at + marked.end(), end)])
        elif not found:
            if len(line) > WIDTH * 2 or not line[0].isalpha():
                break
            found.append([(at, end)])
        elif not blank and (open_end or (line[0].islower() and not last.endswith((".", ";")))):
            found[-1].append((at, end))
        elif last.endswith(";") and not dashed and line[0].isupper() and len(line) < WIDTH and not NO_ENTRY.match(line):
            found.append([(at, end)])
        else:
            break
        blank = False
        if len(found) > ENTRIES:
            break
    return [entry for pieces in found for entry in _parted(text, "addressee", pieces)]


def copies(text: str, low: str) -> tuple[int | None, list[Entry]]:
    """Who receives a copy, and who keeps the document: where the document's own list "Nơi nhận" begins, and its
    entries; None without one. low: the lower-case twin of the text."""
    for start in recipient_headings.listed(text, low):
        entries = _listed(text, start)
        if entries:
            return start, entries
    return None, []


def _listed(text: str, start: int) -> list[Entry]:
    found: list[tuple[RecipientRole, list[tuple[int, int]]]] = []
    foreign = prose = 0
    for number, (at, cell_end) in enumerate(_cells(text, start, start + LIST_LIMIT)):
        end = at + _own_column(text[at:cell_end])
        line = text[at:end]
        if not line or line.strip(":.") == "":
            if found and found[-1][0] == "file":
                break
            continue
        last = text[found[-1][1][-1][0] : found[-1][1][-1][1]] if found else ""
        filed = bool(found) and found[-1][0] == "file"
        marked = MARK.match(line)
        if marked and not filed:
            if found or number > 0 or line[marked.end() :][:1].isupper():
                _append(found, text, at + marked.end(), end)
                foreign = 0
        elif number == 0 and (inside := INSIDE.search(line)):
            _append(found, text, at + inside.end(), end)
        elif _foreign(line) or (number == 0 and line.isupper()):
            foreign += 1
        elif found and not NO_ENTRY.match(line) and _continues(last, line, filed, foreign):
            inside = INSIDE.search(line)
            found[-1][1].append((at, at + inside.start() if inside else end))
            if inside:
                _append(found, text, at + inside.end(), end)
        elif not filed and (not found or last.endswith(";")) and _may_enter(line):
            _append(found, text, at, end)
        elif filed or last.endswith("."):
            break
        else:
            foreign, prose = foreign + 1, prose + 1
        if foreign > FOREIGN or prose > PROSE or len(found) > ENTRIES:
            break
    return [entry for role, pieces in found for entry in _parted(text, role, pieces)]


def _append(found: list[tuple[RecipientRole, list[tuple[int, int]]]], text: str, at: int, end: int) -> None:
    one = text.find(";", at, end - 1) < 0 and text.find(".", at, end - 1) < 0 and text.find(":", at, end - 1) < 0
    for start, stop in [(at, end)] if one else _split(text, at, end, INSIDE):
        filed = FILED.match(text, start, stop) if text[start : start + 1] in "Llk" else None
        role: RecipientRole = "file" if filed else "copy"
        start = filed.end() if filed else start
        if start < stop:
            found.append((role, [(start, stop)]))


def _continues(last: str, line: str, filed: bool, foreign: int) -> bool:
    """Does the line of an entry go on below? A mark closes it; behind lines of the other column only a line that ends
    like an entry belongs to it."""
    unclosed = last.count("(") > last.count(")")
    if filed:
        return foreign == 0 and len(line) < 60 and (unclosed or last.endswith((",", "-")))
    if last.rstrip(EDGE).endswith((";", ".", ":")) and not unclosed:
        return False
    return len(line) < WIDTH if foreign == 0 else len(line) < 80 and line.endswith((";", ".", ","))


def _may_enter(line: str) -> bool:
    """An entry without a dash: short, ending as one does."""
    return len(line) < 120 and line[0].isalpha() and line.endswith((";", ".", ",")) and not NO_ENTRY.match(line)


def _foreign(line: str) -> bool:
    """A line of the signature beside the list: its capacity, its name, the remark that it is signed."""
    return line.startswith("(") or (line.isupper() and " " in line and "," not in line) or _signs(line)


def _signs(words: str) -> bool:
    """Capacity or name of who signs."""
    if signature.is_capacity(words):
        return True
    return all(word[:1].isupper() for word in words.split()) and signature.signs(words)


def _own_column(cell: str) -> int:
    """Where the other column begins behind an entry in the same line: "- Ban Bí thư; THỨ TRƯỞNG"."""
    if cell.endswith((";", ",")) or signature.is_capacity(cell):
        return len(cell)
    for begins in signature.COLUMN_BEGINS.finditer(cell):
        tail = cell[begins.end() :].strip(EDGE + ".")
        if not tail[:1].isupper():
            continue
        capacity = tail.isupper() and signature.is_capacity(tail)
        if capacity or (begins[0].strip() not in (",", "") and signature.signs(tail)):
            return begins.start() + len(begins[0].rstrip())
    return len(cell)


def _cells(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """The cells of the lines from `start` on, without their edges; an empty line is an empty cell."""
    limit = min(limit, len(text))
    while start < limit:
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        if text.find("|", start, line_end) < 0 and text.find("    ", start, line_end) < 0:
            yield _stripped(text, start, line_end)
            start = line_end + 1
            continue
        position = start
        any_cell = False
        for gap in CELLS.finditer(text, start, line_end):
            if text[position : gap.start()].strip(EDGE):
                any_cell = True
                yield _stripped(text, position, gap.start())
            position = gap.end()
        if text[position:line_end].strip(EDGE) or not any_cell:
            yield _stripped(text, position, line_end)
        start = line_end + 1


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def _split(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = start
    for mark in marks.finditer(text, start, end):
        yield position, mark.start()
        position = mark.end()
    yield position, end


BETWEEN = re.compile(r";[ ]*(?:[-~+•][ ]?)?")


def _parted(text: str, role: RecipientRole, pieces: list[tuple[int, int]]) -> Iterator[Entry]:
    """The entries of one line or more: "Công báo; Cổng TTĐT Chính phủ" are two; behind a colon they are units of one
    body ("Cổng TTĐT: Chính phủ; Bộ Tài chính"), and who keeps the document is told as a whole."""
    if len(pieces) == 1 and text.find(";", pieces[0][0], pieces[0][1] - 1) < 0:
        yield from _closed(text, role, pieces)
        return
    current: list[tuple[int, int]] = []
    colon = role == "file"
    for start, end in pieces:
        for number, (at, stop) in enumerate(_split(text, start, end, BETWEEN) if not colon else [(start, end)]):
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
            at, stop = _stripped(text, at, stop)
            if at < stop:
                current.append((at, stop))
    if current:
        yield from _closed(text, role, current)


def _words(part: str) -> bool:
    """Are there words in what stands behind an entry on its line, or a code in capitals?"""
    return SPELLED.search(part) is not None or (part.strip(" .").isupper() and part.strip(" .").isalpha())


SPELLED = re.compile(rf"(?<![^\W_])[{CAPITALS}]?(?![{CAPITALS}])[^\W\d_](?:(?![{CAPITALS}])[^\W\d_])+(?![^\W_])")
WORD = re.compile(r"[^\W\d_]{2,}")
LOUD = re.compile(rf"[{CAPITALS}]{{3,}}")


def _closed(text: str, role: RecipientRole, pieces: list[tuple[int, int]]) -> Iterator[Entry]:
    start, end = pieces[-1]
    while end > start and text[end - 1] in " ;,.:*|-/":
        end -= 1
    whole = [*pieces[:-1], (start, end)] if end > start else pieces[:-1]
    words = " ".join(text[at:stop] for at, stop in whole)
    blank = "..." in words or "…" in words
    if not whole or not WORD.search(words) or (role == "file" and blank and len(words) < 8):
        return  # a speck of a scan, or the blank of a form
    if role != "file" and (blank or len(words) < 3 or words[0] == "(" or _signs(words) or _noise(words)):
        return
    yield Entry(role, tuple(whole))


def _noise(words: str) -> bool:
    """Small letters and capitals as no name has them: "kr THỦ TƯỚNG" behind an entry."""
    return words[0].islower() and LOUD.search(words) is not None and not _group(words)


def _group(words: str) -> bool:
    return bare(letters(words)).startswith(tuple(bare(word) for word in phrases("recipient_group")))
