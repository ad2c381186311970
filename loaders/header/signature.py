"""Who signs: the name below the capacity (TM., KT., GIÁM ĐỐC …), with the office in which and for whom."""

from __future__ import annotations

import re

from loaders.header import capacities, persons
from ontology.records import Signer, Span

END_LIMIT = 6000
"""Code points at the end of a text in which it is signed, unless annexes follow."""

RECIPIENTS = "Nơi nhận"
RECIPIENTS_LIMIT = 3500
MOTTO = "CỘNG H"
"""How the motto of a second act begins, below the list of the first: a letter with the plan that it encloses."""

BESIDE_RECIPIENTS = 800
"""Code points behind and before the list of recipients, in which an act is signed that annexes follow."""

EMPTY_CELL = 200
WIDE = 3
"""Code points of an empty row above the list in a table; how much wider than its words such a table is set."""

ANNEX = re.compile(r"[ \t|]*(?:\((?:Ban\s+hành\s+)?[Kk]èm\s+theo\s|PHỤ\s+LỤC\b)")
ANNEXED = re.compile(rf"\n{ANNEX.pattern}")
"""The line that opens an annex. One code point in front, which the engine looks for at the speed of memory."""

BEFORE_ANNEX = 2500
"""Code points before the first heading "(Kèm theo …)" in which an act without recipients is signed."""

ENDED = "./."
ENDED_LIMIT = 5
BELOW_END = 300
"""Marks at the end of an act that are tried, and the code points below one in which it is signed."""

COLUMN_BEGINS = re.compile(r"[;:.,)\]]\s*|\s{2,}|\s(?=(?:KT|TM|TL|TUQ)\s?\.)")
"""Where the other column may begin behind a line of the recipients: "- Lưu: VT. BỘ TRƯỞNG", "- Các huyện; Trần Văn
An"."""


def signers(text: str, *, joint: bool = False, beside: int | None = None) -> tuple[Signer, ...]:
    """Who signs, by the name below the capacity (TM., KT., GIÁM ĐỐC …): beside the first list of recipients, else near
    the end of the text, else before the first annex.

    joint: all that sign together, else the last one alone. beside: where the list begins, if that is known.
    """
    recipients = text.find(RECIPIENTS) if beside is None else beside
    second = text.find(MOTTO, recipients, recipients + RECIPIENTS_LIMIT) if recipients >= 0 else -1
    if 0 <= recipients < len(text) - END_LIMIT or second >= 0:
        limit = min(recipients + RECIPIENTS_LIMIT, second if second >= 0 else len(text))
        table = text.find("|", max(0, recipients - EMPTY_CELL), recipients) >= 0
        before = BESIDE_RECIPIENTS * (WIDE if table else 1)
        found = _named(text, max(0, recipients - before), limit, joint)
        if found:
            return found
    found = _named(text, max(0, len(text) - END_LIMIT), len(text), joint)
    if not found and len(text) > END_LIMIT:
        annex = None if ANNEX.match(text) else ANNEXED.search(text)
        found = _named(text, max(0, annex.start() + 1 - BEFORE_ANNEX), annex.start() + 1, joint) if annex else ()
        return found or _below_the_end(text, joint)
    return found


def names(signers: tuple[Signer, ...]) -> str | None:
    """The names of all that sign, parted by "; "; None without one."""
    return "; ".join(dict.fromkeys(each.name for each in signers)) or None


def _below_the_end(text: str, joint: bool) -> tuple[Signer, ...]:
    """The name right below the mark that ends an act ("./."), where annexes without a heading follow."""
    position = text.find(ENDED)
    for _ in range(ENDED_LIMIT):
        if position < 0:
            return ()
        found = _named(text, position, position + BELOW_END, joint)
        if found:
            return found
        position = text.find(ENDED, position + 1)
    return ()


PROSE = 150
"""Code points of a line that is no part of a signature."""


FRESH = 6
"""Lines below a capacity in which the name stands."""

OPEN = (",", " -", " VÀ")
JOINING = ("VÀ ", "VỀ ")
"""How a line of a capacity ends that goes on, and how its next one begins."""

BASIS = ("Căn cứ ", "Điều ")
"""How the first line of a preamble begins, or an article."""


class _Offices:
    """The capacities above a name, those of each column by itself."""

    def __init__(self) -> None:
        self.columns: list[list[str]] = []
        self.closed = False

    def add(self, column: int, line: str) -> None:
        """A line of a capacity. After a name the next block begins."""
        if self.closed:
            self.columns, self.closed = [], False
        while len(self.columns) <= column:
            self.columns.append([])
        words = " ".join(line.split()).partition(" ---")[0]
        office = words.find(" PHÓ ") if capacities.MARKED.match(words) else -1
        # "KT. THỦ TƯỚNG, PHÓ THỦ TƯỚNG" on one line
        parts = [words] if office < 0 else [words[:office].rstrip(" ,"), words[office + 1 :]]
        self.columns[column] += parts

    def goes_on(self, column: int, line: str) -> bool:
        """Is a line in capitals the rest of the capacity right above: "TRƯỞNG BAN CHÍNH SÁCH, / THUẾ QUỐC TẾ"?"""
        above = self.columns[column][-1] if not self.closed and column < len(self.columns) else ""
        return bool(above) and line.isupper() and (above.endswith(OPEN) or line.startswith(JOINING))

    def extend(self, column: int, line: str) -> None:
        """The rest of a capacity, and an office behind it: "VỀ HẢI QUAN PHÓ TRƯỞNG BAN"."""
        rest, office = " ".join(line.split()), ""
        at = rest.find(" PHÓ ")
        if at > 0:
            rest, office = rest[:at], rest[at + 1 :]
        self.columns[column][-1] += f" {rest}"
        self.columns[column] += [office] if office else []

    def of(self, column: int) -> tuple[str | None, str | None]:
        """Capacity and position of the name in a column."""
        self.closed = True
        lines = self.columns[min(column, len(self.columns) - 1)] if self.columns else []
        marked = [line for line in lines if capacities.MARKED.match(line)]
        positions = [line for line in lines if not capacities.MARKED.match(line)]
        return "; ".join(marked) or None, "; ".join(positions) or None


def _named(text: str, begin: int, limit: int, joint: bool) -> tuple[Signer, ...]:
    """The last name that stands below a capacity; of a joint document all of them."""
    found: list[Signer] = []
    offices = _Offices()
    expecting = 0
    position = begin
    for printed in text[begin:limit].split("\n"):
        if not expecting:
            line = printed.strip(EDGE)
            if not line[-2:].isupper() and not _parted(line):
                position += len(printed) + 1
                continue
        named = 0
        columns = 0
        at = 0
        for cell in _cells(printed, expecting > 0):
            at = max(at, printed.find(cell, at))
            if expecting == FRESH and len(cell) < 80 and offices.goes_on(columns, cell):
                offices.extend(columns, cell)
                columns += 1
                continue
            if len(cell) < 80 and cell.isupper() and capacities.stated(cell):
                offices.add(columns, cell)
                columns += 1
                expecting = FRESH
                continue
            if not expecting and not (named and (joint or len(offices.columns) > named)):
                continue
            name = persons.person(cell)
            if name is not None:
                start = position + at + max(0, cell.find(name))
                capacity, office = offices.of(named)
                found.append(Signer(name, Span(start, start + len(name)), office, capacity))
                expecting, named = 0, named + 1
            elif expecting and cell.isupper() and cell.startswith(("PHÓ ", "QUYỀN ")):
                offices.add(columns, cell)
                expecting = FRESH  # a capacity that no row holds
            elif expecting and (len(cell) > PROSE or cell.startswith(BASIS)):
                expecting, offices.closed = 0, True  # the body who decides, above its preamble
            elif expecting and not cell.endswith(";"):  # a line of the recipients without a dash
                expecting -= 1
                offices.closed = offices.closed or not expecting
        position += len(printed) + 1
    return tuple(found) if joint else tuple(found[-1:])


def _cells(printed: str, expecting: bool) -> list[str]:
    """The columns of a line; of the recipients in one of them only what stands beside them. expecting: a name may stand
    there, not only a capacity."""
    line = printed.strip(EDGE)
    parted = _parted(line)
    if not parted and not expecting and not line[-2:].isupper():
        return []
    cells = []
    for part in PARTS.split(line) if parted else [line]:
        cell = persons.unmarked(part.strip(EDGE))
        if cell.startswith(LISTED):
            cell = _beside(part.strip(), expecting)
        if cell:
            cells.append(cell)
    return cells


def _parted(line: str) -> bool:
    """Does a line hold two columns?"""
    return "|" in line or "    " in line or "\t" in line


EDGE = " \t|*_.`'#>"
SPECKS = " \t|*_.`'ˆ~¬^-=<>«»‘’“”\","
PARTS = re.compile(r"\s{4,}|[|\t]")
LISTED = ("-", "+", "~", "•", RECIPIENTS)


def _beside(line: str, expecting: bool) -> str:
    """The capacity or the person behind a line of the recipients; "" where there is none."""
    if not expecting and not line.rstrip(EDGE)[-2:].isupper():
        return ""
    for begins in COLUMN_BEGINS.finditer(line):
        tail = line[begins.end() :].strip(SPECKS)
        if tail[:1].isupper() and (capacities.is_capacity(tail) or persons.signs(tail)):
            return tail
    return ""
