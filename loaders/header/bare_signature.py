"""Signatures whose capacity does not stand above the name in capitals: lost by a scan, in small letters, on one line
with the name, or told by a remark alone."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.header import capacities, persons
from loaders.header.signature import EDGE, PARTS, SPECKS
from ontology.records import Signer, Span


def on_one_line(text: str, listed: int | None) -> tuple[Signer, ...]:
    """Who signs where a page joined the lines of the signature: "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Đã ký) Trần Văn An".
    listed: where the list of recipients begins."""
    begins = (listed, max(0, len(text) - ONE_LINE)) if listed is not None else (max(0, len(text) - ONE_LINE),)
    for begin in begins:
        position = begin = text.rfind("\n", 0, begin) + 1  # a line begins with its capacity
        for printed in text[begin : begin + ONE_LINE].split("\n"):
            line = printed.strip(EDGE)
            named = persons.AT_END.search(line) if line[:2].isupper() else None
            before = persons.SIGNED_ASIDE.sub("", line[: named.start()]).rstrip() if named else ""
            if named and persons.signs(named["name"]) and capacities.is_capacity(before):
                capacity, office = _told_apart(before)
                start = text.find(named["name"], position)
                return (Signer(named["name"], Span(start, start + len(named["name"])), office, capacity),)
            position += len(printed) + 1
    return ()


ONE_LINE = 1500
"""Code points behind the heading of the list, or at the end of a text, in which such a line stands."""

MARKS = re.compile(r"\s(?=(?:KT|TM|TL|TUQ|K/T|T/M|T/L)\s?[./A-ZĐ])")


def _told_apart(line: str) -> tuple[str | None, str | None]:
    """Capacity and position of one line: "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"."""
    words = line.split()
    for count in range(len(words)):
        office = " ".join(words[count:])
        if capacities.is_office(office):
            return "; ".join(MARKS.split(" ".join(words[:count]))) or None, office
    return "; ".join(MARKS.split(" ".join(words))), None


def alone(text: str, begin: int, end: int) -> tuple[Signer, ...]:
    """Who signs where a scan lost the capacity: the first name on a line of its own beside the list of recipients or
    right below it. begin, end: of the list."""
    position = begin
    below = 0
    for printed in text[begin : end + ALONE].split("\n"):
        for part in PARTS.split(printed):
            cell = part.strip(SPECKS)
            whole = NEAR_NAME < len(cell) < 40 and not cell.isupper() and " " in cell and persons.signs(cell)
            name, office = (cell, None) if whole else _behind(part.rstrip())
            if name:
                name = persons.person(name) or name
                start = text.find(name, position)
                return (Signer(name, Span(start, start + len(name)), office),)
        position += len(printed) + 1
        below += position > end and bool(printed.strip())
        if below > NEAR:
            break
    return ()


def _behind(cell: str) -> tuple[str | None, str | None]:
    """The name behind an entry of the list ("- Kiểm toán nhà nước; Lê Văn An"), or behind an office ("PHÓ GIÁM ĐỐC Lê
    Văn An"), and the office."""
    match = persons.AT_END.search(cell)
    if match is None or not persons.signs(match["name"]):
        return None, None
    before = cell[: match.start()].strip(SPECKS)
    if capacities.is_capacity(before):
        return match["name"], before
    return (match["name"], None) if before.endswith((";", ".", "⁄", "/")) else (None, None)


def in_small_letters(text: str) -> tuple[Signer, ...]:
    """Who signs where the office stands in small letters, as saved pages print it: "Giám đốc / Lê Văn An" at the very
    end."""
    lines = [line.strip(SPECKS) for line in text[-END_SMALL:].split("\n")]
    lines = [line for line in lines if line and not persons.SIGNED.fullmatch(line)]
    for above, below in pairwise(lines[-NEAR:]):
        if not above.isupper() and capacities.is_office(above) and 8 < len(below) < 40 and persons.signs(below):
            name = persons.person(below) or below
            start = text.rfind(name)
            return (Signer(name, Span(start, start + len(name)), above),)
    return ()


def above_remark(text: str) -> tuple[Signer, ...]:
    """Who signs where nothing but the remark tells so, as old acts are saved: "Tố Hữu / (Đã ký)"."""
    above = text[: max(0, text.rfind(REMARK))].rstrip(EDGE + "\n")
    name = above.rpartition("\n")[2].strip(EDGE)
    if not above or not 4 < len(name) < 40 or persons.person(name) != name:
        return ()
    start = above.rfind(name)
    return (Signer(name, Span(start, start + len(name))),)


REMARK = "(Đã ký)"
END_SMALL = 300
"""Code points at the end of a text in which such an office stands."""

ALONE = 400
NEAR = 5
NEAR_NAME = 8
"""Code points and lines below the list in which such a name stands."""
