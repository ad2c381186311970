"""Where recipients stand: the lines behind "Kính gửi" and the list "Nơi nhận", each entry with its place in the text.

Both may stand beside another column (place and day, the signature): only their own cells count. Scans misspell the
headings and lose the dashes; a list whose heading is lost is found by its last line ("- Lưu: VT").
"""

from __future__ import annotations

import re
from functools import cache

from loaders import recipient_cells, recipient_headings, trie
from loaders.recipient_cells import FAR, cells, column
from loaders.recipient_entries import INSIDE, WORD, Entry, parted, split
from loaders.recipient_headings import EDGE, ENTRIES, MARK
from ontology.issuers import from_text
from ontology.lexicon import phrases
from ontology.records import RecipientRole
from ontology.words import CAPITALS, letters

ALSO = re.compile(r"(?:Đồng\s+)?[Kk]ính\s+(?:g\w{1,3}|trình)\s*:?\s*")

FILED = re.compile(r"(?:[Llk][ưuU]u(?:\s*[:.]|\s+(?=V[TP]|hồ|[A-ZĐ]))|[^\W\d_]{1,3}[uưnra]\s?[:.]\s?(?=VT(?!\w)))\s*")
"""Who keeps the document: the last entry of a list; scans read the word as "Taru", "bưu"."""

NUMBERED = re.compile(r"[0-9]{1,2}[.)][ ]*(?=[^\W\d_])")

MISREAD = re.compile(rf"[0-9][.,][ ](?=[{CAPITALS}])")
"""A dash that a scan took for a number, among entries with dashes: "3. Ban Bí thư"."""

LIST_LIMIT = 7000
WIDTH = 240
NAME = 100
"""Code points of an addressee without a mark on a line of its own."""

LAID_OUT = 12
ASKEW = 3
"""Columns at which an addressee stands on a page that is laid out, and by which the next one may stand askew."""

FOREIGN = 14
"""Lines of the other column between two entries."""

PROSE = 2
"""Lines among them that belong to neither column: specks of a scan. More are the text behind the list."""

WRAPPED = 110
"""Code points of a line that may be the next one of an entry; a longer one is the letter: "Kính gửi: UBND tỉnh / Sở
Y tế nhận được …"."""

TAIL = 16
"""Code points at the end of a line that tell whether it goes on."""

OPEN = (",", "(", " -", "/")
"""Marks at the end of a line that the next one goes on with."""


@cache
def _goes_on() -> tuple[str, ...]:
    """How the line of an entry ends that the next one goes on with."""
    return (*OPEN, *(f" {word}" for word in phrases("recipient_goes_on")))


@cache
def _no_entry() -> re.Pattern[str]:
    """The remark that it is signed; how the first sentence of a letter begins."""
    begins = trie.pattern(phrase[:1].upper() + phrase[1:] for phrase in phrases("letter_opening"))
    return re.compile(rf"\((?:[Đđ]ã\s+k|[Kk]ý)|{begins}\s")


def addressees(text: str) -> list[Entry]:
    """Whom the document addresses: the entries behind "Kính gửi" above its body."""
    start = recipient_headings.addressed(text)
    if start is None:
        return []
    found = _Addressees(text).read(start)
    return [entry for pieces in found for entry in parted(text, "addressee", pieces)]


class _Addressees:
    """The entries behind "Kính gửi", line by line.

    mark: how an entry begins. dashed: one did. aside: brackets that are open, of an address in brackets. blank: an
    empty line stands above.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[list[tuple[int, int]]] = []
        self.mark = MARK
        self.dashed = False
        self.aside = 0
        self.blank = False
        self.last = ""

    def read(self, start: int) -> list[list[tuple[int, int]]]:
        for number, (at, end) in enumerate(cells(self.text, start, start + LIST_LIMIT)):
            if at == end:
                self.blank = self.blank or number > 0
                continue
            line = self.text[at:end]
            self.last = self.text[slice(*self.found[-1][-1])] if self.found else ""
            if self.aside > 0 or (line.startswith("(") and not self._unclosed()):
                self.aside = max(0, self.aside + line.count("(") - line.count(")"))
                if self.aside > 3 or len(line) > WIDTH:
                    break
                continue
            if not (self._takes(at, end, line) if self.found else self._opens(at, end, line)):
                break
            if len(self.found) > ENTRIES:
                break
        return self.found

    def _unclosed(self) -> bool:
        return self.last.count("(") > self.last.count(")")

    def _opens(self, at: int, end: int, line: str) -> bool:
        """The first entry; False where the line is none. Specks of a scan are passed over."""
        if NUMBERED.match(line):
            self.mark = NUMBERED
        marked = self.mark.match(line)
        if marked:
            self.dashed = True
            self._append(at + marked.end(), end)
            return True
        if not WORD.search(line):
            return len(line) < ASKEW * 4
        if len(line) > WIDTH * 2 or not line[0].isalpha():
            return False
        self._append(at, end)
        return True

    def _takes(self, at: int, end: int, line: str) -> bool:
        """A further entry, or a further line of the last one; False where the list is over."""
        again = ALSO.match(line)
        if again:
            self.blank = False
            if at + again.end() < end:
                self._append(at + again.end(), end)
            return True
        marked = self.mark.match(line)
        if marked and _no_entry().match(line, marked.end()):
            return False
        if marked and (self.dashed or self.last.endswith((";", ","))):
            self.dashed = True
            self._append(at + marked.end(), end)
        elif not self.blank and self._continues(line):
            self.found[-1].append((at, end))
        elif self._enters(line) or (not self.blank and self._stands_below(at, line)):
            self._append(at, end)
        else:
            return False
        self.blank = False
        return True

    def _append(self, at: int, end: int) -> None:
        self.found.append([(at, end)])

    def _continues(self, line: str) -> bool:
        """Does the line of an entry go on below?"""
        if (self._unclosed() or self.last[-TAIL:].lower().endswith(_goes_on())) and len(line) < WRAPPED:
            return True
        if line[0].islower():
            return not self.last.endswith((".", ";"))
        # "… Ban Chỉ huy / Bộ đội Biên phòng tỉnh;" among entries with dashes
        return (
            self.dashed and not self.last.endswith((".", ";", ":")) and line.endswith(";") and not self._is_prose(line)
        )

    def _enters(self, line: str) -> bool:
        """An entry without a mark, behind one that ends with ";"."""
        if not self.last.endswith(";") or self.dashed or len(line) >= WIDTH:
            return False
        return line[0].isupper() and not self._is_prose(line)

    def _stands_below(self, at: int, line: str) -> bool:
        """A second addressee without any mark, below the first: it begins in the same column, or is a body and no
        more."""
        if self.dashed or self.last.endswith(".") or len(line) > NAME or not line[0].isupper() or self._is_prose(line):
            return False
        named = from_text(line, None, None)
        if named is None:
            return False
        first, here = column(self.text, self.found[0][0][0]), column(self.text, at)
        if first is not None and here is not None and here >= LAID_OUT and abs(here - first) <= ASKEW:
            return True
        return not letters(line[named[1] :]).strip(" .,;")

    def _is_prose(self, line: str) -> bool:
        return _no_entry().match(line) is not None


def copies(text: str, low: str) -> tuple[int | None, list[Entry]]:
    """Who receives a copy, and who keeps the document: where the document's own list "Nơi nhận" begins, and its
    entries; None without one. low: the lower-case twin of the text."""
    for start in recipient_headings.listed(text, low):
        found = _Copies(text).read(start)
        entries = [entry for role, pieces in found for entry in parted(text, role, pieces)]
        if entries:
            return start, entries
    return None, []


class _Copies:
    """The entries of a list "Nơi nhận", line by line.

    foreign, prose: lines since the last entry that belong to the other column, and to none. column: where entries
    begin on a page that is laid out.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[tuple[RecipientRole, list[tuple[int, int]]]] = []
        self.foreign = 0
        self.prose = 0
        self.column: int | None = None

    def read(self, start: int) -> list[tuple[RecipientRole, list[tuple[int, int]]]]:
        for number, (at, cell_end) in enumerate(cells(self.text, start, start + LIST_LIMIT)):
            end = at + recipient_cells.own_column(self.text[at:cell_end])
            line = self.text[at:end]
            if not line.strip(":."):
                if self._filed():
                    break
                continue
            if not self._takes(number, at, end, line):
                break
            if self.foreign > FOREIGN or self.prose > PROSE or len(self.found) > ENTRIES:
                break
        return self.found

    def _filed(self) -> bool:
        return bool(self.found) and self.found[-1][0] == "file"

    def _takes(self, number: int, at: int, end: int, line: str) -> bool:
        """An entry, a further line of one, or a line of the other column; False where the list is over. number: of the
        cell, 0 behind the heading itself."""
        last = self.text[slice(*self.found[-1][1][-1])] if self.found else ""
        filed = self._filed()
        marked = MARK.match(line) or (MISREAD.match(line) if line.endswith(";") else None)
        if marked and not filed and not (number == 0 and line.isupper()):
            if self.found or number > 0 or line[marked.end() :][:1].isupper():
                self.column = column(self.text, at) if self.column is None else self.column
                self._append(at + marked.end(), end)
                self.foreign = 0
        elif number == 0 and (inside := INSIDE.search(line)):
            self._append(at + inside.end(), end)
        elif _foreign(line) or (number == 0 and line.isupper()):
            self.foreign += 1
        elif self.found and not _no_entry().match(line) and _continues(last, line, filed, self.foreign):
            self._continue(at, end, line)
        elif not filed and (not self.found or last.endswith(";")) and _may_enter(line):
            self._append(at, end)
        elif filed or last.endswith("."):
            return False
        else:
            self.foreign, self.prose = self.foreign + 1, self.prose + 1
        return True

    def _continue(self, at: int, end: int, line: str) -> None:
        """A further line of the last entry; a cell far to the right belongs to the signature."""
        here = column(self.text, at)
        if self.column is not None and here is not None and here > self.column + FAR:
            self.foreign += 1
            return
        inside = INSIDE.search(line)
        self.found[-1][1].append((at, at + inside.start() if inside else end))
        if inside:
            self._append(at + inside.end(), end)

    def _append(self, at: int, end: int) -> None:
        text = self.text
        one = text.find(";", at, end - 1) < 0 and text.find(".", at, end - 1) < 0 and text.find(":", at, end - 1) < 0
        for start, stop in [(at, end)] if one else split(text, at, end, INSIDE):
            filed = FILED.match(text, start, stop)
            role: RecipientRole = "file" if filed else "copy"
            start = filed.end() if filed else start
            if start < stop:
                self.found.append((role, [(start, stop)]))


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
    return len(line) < 120 and line[0].isalpha() and line.endswith((";", ".", ",")) and not _no_entry().match(line)


@cache
def _stamps() -> tuple[str, ...]:
    return phrases("signature_stamp")


def _foreign(line: str) -> bool:
    """A line of the signature beside the list: its capacity, its name, the remark that it is signed, the stamp of an
    electronic signature."""
    if line.startswith("(") or (line.isupper() and " " in line and "," not in line):
        return True
    return recipient_cells.signs(line) or letters(line).startswith(_stamps())
