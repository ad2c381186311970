"""Whom a document addresses: the lines behind "Kính gửi", each entry with its place in the text.

They may stand beside place and day, in a table or without any mark; scans lose the dashes.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.header import recipient_headings
from loaders.header.recipient_cells import cells, column
from loaders.header.recipient_entries import WORD, Entry, no_entry, parted
from loaders.header.recipient_headings import ENTRIES, LIST_LIMIT, MARK, WIDTH
from loaders.text import trie
from ontology.issuer_names import from_text
from ontology.lexicon import phrases
from ontology.words import letters

ALSO = re.compile(r"(?:Đồng\s+)?[Kk]ính\s+(?:g\w{1,3}|trình)\s*:?\s*")

NUMBERED = re.compile(r"[0-9]{1,2}[.)][ ]*(?=[^\W\d_])")

NAME = 100
"""Code points of an addressee without a mark on a line of its own."""

LAID_OUT = 12
ASKEW = 3
"""Columns at which an addressee stands on a page that is laid out, and by which the next one may stand askew."""

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


def read(text: str) -> list[Entry]:
    """Whom the document addresses: the entries behind "Kính gửi" above its body."""
    start = recipient_headings.addressed(text)
    if start is None:
        return []
    found = _Addressees(text).read(start)
    return [entry for pieces in found for entry in parted(text, "addressee", pieces)]


class _Addressees:
    """The entries behind "Kính gửi", line by line.

    mark: how an entry begins. dashed: one did. aside: brackets that are open, of an address in brackets. blank: an
    empty line stands above. over: the letter itself begins on the line.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[list[tuple[int, int]]] = []
        self.mark = MARK
        self.dashed = False
        self.aside = 0
        self.blank = False
        self.last = ""
        self.over = False

    def read(self, start: int) -> list[list[tuple[int, int]]]:
        for at, end in cells(self.text, start, start + LIST_LIMIT):
            if at == end:
                self.blank = self.blank or bool(self.found)
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
            if len(self.found) > ENTRIES or self.over:
                break
        return self.found

    def _unclosed(self) -> bool:
        return self.last.count("(") > self.last.count(")")

    def _opens(self, at: int, end: int, line: str) -> bool:
        """The first entry; False where the line is none. Specks of a scan are passed over."""
        stamped = _stamped(line)
        at, line = at + stamped, line[stamped:]
        if NUMBERED.match(line):
            self.mark = NUMBERED
        marked = self.mark.match(line)
        if marked:
            self.dashed = True
            self._append(at + marked.end(), end)
            return True
        if not WORD.search(line):
            return len(line) < ASKEW * 4
        first = _sentence().search(line)  # "… các đơn vị trực thuộc. Thực hiện Kế hoạch …", on one line of a page
        if (len(line) > WIDTH * 2 and first is None) or not line[0].isalpha():
            return False
        self._append(at, at + first.start() if first else end)
        self.over = first is not None
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
        if marked and no_entry().match(line, marked.end()):
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
        if self.blank and (len(line) > NAME or line.endswith(":")):
            return False  # the first sentence of the letter
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
        return no_entry().match(line) is not None


@cache
def _sentence() -> re.Pattern[str]:
    """The first sentence of a letter behind the end of another."""
    return re.compile(
        rf"[.;]\s+(?=(?:{trie.pattern(phrase[:1].upper() + phrase[1:] for phrase in phrases('letter_opening'))})\s)"
    )


def _stamped(line: str) -> int:
    """How much of the first line a stamp beside it takes: "CỔNG THÔNG TIN ĐIỆN TỬ - Bộ Y tế;"."""
    stamp, dash, _ = line.partition(" - ")
    return len(stamp) + 1 if dash and stamp.isupper() and " " in stamp and not line.isupper() else 0
