"""Who receives a copy and who keeps the document: the list "Nơi nhận", each entry with its place in the text.

It may stand beside the signature: only its own cells count. Scans misspell its heading and lose the dashes; a list
whose heading is lost is found by its last line ("- Lưu: VT").
"""

from __future__ import annotations

import re
from functools import cache

from loaders.header import persons, recipient_cells, recipient_headings
from loaders.header.recipient_cells import FAR, cells, column
from loaders.header.recipient_entries import INSIDE, Entry, no_entry, parted, split
from loaders.header.recipient_headings import EDGE, ENTRIES, LIST_LIMIT, MARK, WIDTH
from ontology.lexicon import phrases
from ontology.records import RecipientRole
from ontology.words import CAPITALS, letters

FILED = re.compile(
    r"(?:[Llk][ưuU]u(?:\s+trữ)?(?:\s*[:.]|\s+(?=V[TP]|hồ|tại\s|\(?[A-ZĐ]))|[^\W\d_]{1,3}[uưnra]\s?[:.]\s?(?=VT(?!\w)))\s*"
)
"""Who keeps the document: the last entry of a list; scans read the word as "Taru", "bưu"."""

MISREAD = re.compile(rf"[0-9][.,][ ](?=[{CAPITALS}])")
"""A dash that a scan took for a number, among entries with dashes: "3. Ban Bí thư"."""

DASH = "-"
ENDS = (";", ".", ",")

ABBREVIATED = (" TP.", " P.", " Q.")
"""How the line of an entry ends that a name goes on with, its stop notwithstanding."""

MARKS = (";", ".", ":", ",-", ", -", ", +", ", •")
"""Behind what an entry may begin within a line: a cheap look before the pattern."""

FOREIGN = 14
"""Lines of the other column between two entries."""

PROSE = 2
"""Lines among them that belong to neither column: specks of a scan. More are the text behind the list."""


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
    begin on a page that is laid out. dash: it stands alone on the line above.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[tuple[RecipientRole, list[tuple[int, int]]]] = []
        self.foreign = 0
        self.prose = 0
        self.column: int | None = None
        self.dash = False

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
        dash, self.dash = self.dash, line == DASH
        if self.dash:
            pass
        elif dash and not filed and line[0].isalpha() and (line.endswith(ENDS) or line.count("(") > line.count(")")):
            self._append(at, end)
            self.foreign = 0
        elif marked and not filed and not (number == 0 and line.isupper()):
            if self.found or number > 0 or line[marked.end() :][:1].isupper():
                self.column = column(self.text, at) if self.column is None else self.column
                self._append(at + marked.end(), end)
                self.foreign = 0
        elif number == 0 and (inside := INSIDE.search(line)):
            self._append(at + inside.end(), end)
        elif self.found and not filed and _purpose_alone(line):
            self.found[-1][1].append((at, end))
        elif _foreign(line) or (number == 0 and line.isupper()):
            self.foreign += 1
        elif self.found and not no_entry().match(line) and _continues(last, line, filed, self.foreign):
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
        one = not any(text.find(mark, at, end - 1) >= 0 for mark in MARKS)
        for start, stop in [(at, end)] if one else split(text, at, end, INSIDE):
            filed = FILED.match(text, start, stop) if _may_be_filed(text, start) else None
            role: RecipientRole = "file" if filed else "copy"
            start = filed.end() if filed else start
            if start < stop:
                self.found.append((role, [(start, stop)]))


def _may_be_filed(text: str, start: int) -> bool:
    """A cheap look before the pattern."""
    return text[start : start + 1] in "Llk" or text.find("VT", start, start + 10) >= 0


def _purpose_alone(line: str) -> bool:
    """A line that says nothing but what the recipient above receives it for: "(báo cáo);"."""
    return line.startswith("(") and letters(line[1:]).startswith(phrases("recipient_purpose")) and line.count(")") == 1


def _continues(last: str, line: str, filed: bool, foreign: int) -> bool:
    """Does the line of an entry go on below? A mark closes it; behind lines of the other column only a line that ends
    like an entry belongs to it."""
    unclosed = last.count("(") > last.count(")")
    if filed:
        return foreign == 0 and len(line) < 60 and (unclosed or last.endswith((",", "-")))
    if last.rstrip(EDGE).endswith((";", ".", ":")) and not unclosed and not last.endswith(ABBREVIATED):
        return False
    return len(line) < WIDTH if foreign == 0 else len(line) < 80 and line.endswith((";", ".", ","))


def _may_enter(line: str) -> bool:
    """An entry without a dash: short, ending as one does."""
    return len(line) < 120 and line[0].isalpha() and line.endswith((";", ".", ",")) and not no_entry().match(line)


@cache
def _stamps() -> tuple[str, ...]:
    return phrases("signature_stamp")


def _foreign(line: str) -> bool:
    """A line of the signature beside the list: its capacity, its name, the remark that it is signed, the stamp of an
    electronic signature."""
    if line.startswith("(") or (line.isupper() and " " in line and "," not in line):
        return True
    if persons.SIGNED.fullmatch(line):
        return True
    return recipient_cells.signs(line) or (":" in line and letters(line).startswith(_stamps()))
