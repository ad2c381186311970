"""Who signs: the name below the capacity (TM., KT., GIÁM ĐỐC …), with the office in which and for whom."""

from __future__ import annotations

import re
from functools import cache

from loaders import trie, types
from ontology.issuers import from_text
from ontology.lexicon import phrases
from ontology.records import Signer, Span
from ontology.tables import place_at
from ontology.words import CAPITALS, bare, letters

CAPACITY = re.compile(
    rf"^(?:(?:{trie.pattern(phrases('signing_mark'))})\s*[.,]\s*\S.*|(?:{trie.pattern(phrases('signing_mark'))})\s.*"
    rf"|(?:{trie.pattern(phrases('capacity'))})(?:,?\s.*)?)$"
)

SCANNED_CAPACITY = re.compile(
    rf"^(?:{trie.pattern(sorted({bare(phrase) for phrase in phrases('capacity')}))})(?:\s.*)?$"
)
"""The same as scans print it: "CHU TỊCH", "GIÁM ĐÓC"."""

MARKED = re.compile(rf"(?:{trie.pattern(phrase.upper() for phrase in phrases('signing_mark') if phrase != 'q')})[\s.,]")
"""A line that says for whom it is signed; "Q. GIÁM ĐỐC" is an office."""

RANK = r"(?:Đại|Thượng|Trung|Thiếu|ĐẠI|THƯỢNG|TRUNG|THIẾU)\s+(?:tướng|tá|úy|TƯỚNG|TÁ|ÚY),?"
DEGREE = r"(?:PGS|GS|TS|ThS|BS|KS|CN|LS|Ts|Ths|Bs)(?:\.\s*|\s+)"
LOWER = f"[^\\W\\d_{CAPITALS}]"
PERSON = re.compile(
    rf"^(?:(?:{DEGREE})+|{RANK}\s+|(?:{DEGREE})+{RANK}\s+)?"
    rf"(?P<name>[{CAPITALS}]{LOWER}*(?:\s+[{CAPITALS}]{LOWER}*){{1,5}}|[{CAPITALS}]{{1,8}}(?:\s+[{CAPITALS}]{{1,8}}){{1,4}})$"
)

SIGNED = re.compile(r"[\s(\[/-]*(?:[Đđ]ã\s+k[ýí])[\s)\]:/.-]*")
"""The remark that the original is signed, before or behind the name: "Trần Văn An - Đã ký"."""

SAMPLE = re.compile(rf"\s[{CAPITALS}]$")
"""The name on a form: "Nguyễn Văn A"."""

TERRITORY = ("tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ", "phường ")

NO_PERSON = re.compile(rf"(?:{trie.pattern(phrases('block_opener'))})(?!\w)")

END_LIMIT = 6000
"""Code points at the end of a text in which it is signed, unless annexes follow."""

RECIPIENTS = "Nơi nhận"
RECIPIENTS_LIMIT = 3500
BESIDE_RECIPIENTS = 800
"""Code points behind and before the list of recipients, in which an act is signed that annexes follow."""

ANNEXED = re.compile(r"\((?:Ban\s+hành\s+)?[Kk]èm\s+theo\s|PHỤ\s+LỤC\b")
"""The first words of an annex, on a line of their own."""

BEFORE_ANNEX = 2500
"""Code points before the first heading "(Kèm theo …)" in which an act without recipients is signed."""

ENDED = "./."
ENDED_LIMIT = 5
BELOW_END = 300
"""Marks at the end of an act that are tried, and the code points below one in which it is signed."""

COLUMN_BEGINS = re.compile(r"[;:.,)\]]\s*|\s{2,}")
"""Where the other column may begin behind a line of the recipients: "- Lưu: VT. BỘ TRƯỞNG", "- Các huyện; Trần Văn
An"."""


def signers(text: str, *, joint: bool = False, beside: int | None = None) -> tuple[Signer, ...]:
    """Who signs, by the name below the capacity (TM., KT., GIÁM ĐỐC …): beside the first list of recipients, else near
    the end of the text, else before the first annex.

    joint: all that sign together, else the last one alone. beside: where the list begins, if that is known.
    """
    recipients = text.find(RECIPIENTS) if beside is None else beside
    if 0 <= recipients < len(text) - END_LIMIT:
        found = _named(text, max(0, recipients - BESIDE_RECIPIENTS), recipients + RECIPIENTS_LIMIT, joint)
        if found:
            return found
    found = _named(text, max(0, len(text) - END_LIMIT), len(text), joint)
    if not found and len(text) > END_LIMIT:
        annex = _annex(text)
        found = _named(text, max(0, annex - BEFORE_ANNEX), annex, joint) if annex is not None else ()
        return found or _below_the_end(text, joint)
    return found


def _annex(text: str) -> int | None:
    """Where the line begins that opens the first annex."""
    for match in ANNEXED.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        if not text[line : match.start()].strip(" \t|"):
            return line
    return None


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
        words = " ".join(line.split())
        office = words.find(", PHÓ ") if MARKED.match(words) else -1
        parts = [words] if office < 0 else [words[:office], words[office + 2 :]]  # "KT. THỦ TƯỚNG, PHÓ THỦ TƯỚNG"
        self.columns[column] += parts

    def of(self, column: int) -> tuple[str | None, str | None]:
        """Capacity and position of the name in a column."""
        self.closed = True
        lines = self.columns[min(column, len(self.columns) - 1)] if self.columns else []
        capacities = [line for line in lines if MARKED.match(line)]
        positions = [line for line in lines if not MARKED.match(line)]
        return "; ".join(capacities) or None, "; ".join(positions) or None


def _named(text: str, begin: int, limit: int, joint: bool) -> tuple[Signer, ...]:
    """The last name that stands below a capacity; of a joint document all of them."""
    found: list[Signer] = []
    offices = _Offices()
    expecting = 0
    position = begin
    for printed in text[begin:limit].split("\n"):
        if not expecting:
            line = printed.strip(EDGE)
            if not line[-2:].isupper() and "|" not in line and "    " not in line:
                position += len(printed) + 1
                continue
        named = 0
        capacities = 0
        at = 0
        for cell in _cells(printed, expecting > 0):
            at = max(at, printed.find(cell, at))
            if len(cell) < 80 and cell.isupper() and _capacity(cell):
                offices.add(capacities, cell)
                capacities += 1
                expecting = 6
                continue
            if not expecting and not (named and joint):
                continue
            name = person(cell)
            if name is not None:
                start = position + at + max(0, cell.find(name))
                capacity, office = offices.of(named)
                found.append(Signer(name, Span(start, start + len(name)), office, capacity))
                expecting, named = 0, named + 1
            elif expecting and cell.isupper() and cell.startswith(("PHÓ ", "QUYỀN ")):
                offices.add(capacities, cell)
                expecting = 6  # a capacity that no row holds
            elif expecting and not cell.endswith(";"):  # a line of the recipients without a dash
                expecting -= 1
                offices.closed = offices.closed or not expecting
        position += len(printed) + 1
    return tuple(found) if joint else tuple(found[-1:])


def _cells(printed: str, expecting: bool) -> list[str]:
    """The columns of a line; of the recipients in one of them only what stands beside them. expecting: a name may stand
    there, not only a capacity."""
    line = printed.strip(EDGE)
    parted = "|" in line or "    " in line
    if not parted and not expecting and not line[-2:].isupper():
        return []
    cells = []
    for part in PARTS.split(line) if parted else [line]:
        cell = part.strip(EDGE)
        if cell.startswith(LISTED):
            cell = _beside(part.strip(), expecting)
        if cell:
            cells.append(cell)
    return cells


EDGE = " \t|*_.`'"
PARTS = re.compile(r"\s{4,}|\|")
LISTED = ("-", "+", "~", "•", RECIPIENTS)


def _beside(line: str, expecting: bool) -> str:
    """The capacity or the person behind a line of the recipients; "" where there is none."""
    if not expecting and not line.rstrip(EDGE)[-2:].isupper():
        return ""
    for begins in COLUMN_BEGINS.finditer(line):
        tail = line[begins.end() :].strip(" *_.")
        if tail[:1].isupper() and (_capital_capacity(tail) or (_surname(tail) and person(tail) is not None)):
            return tail
    return ""


def _capacity(cell: str) -> bool:
    return CAPACITY.match(letters(cell)) is not None or SCANNED_CAPACITY.match(bare(letters(cell))) is not None


def is_capacity(line: str) -> bool:
    """Is a line in capitals the capacity of who signs ("KT. BỘ TRƯỞNG")?"""
    return _capital_capacity(line)


def signs(words: str) -> bool:
    """Do the words name a person who signs, and nothing else?"""
    return _surname(words) and person(words) is not None


def _capital_capacity(cell: str) -> bool:
    return cell.isupper() and _capacity(cell)


def person(printed: str) -> str | None:
    """The name of a person that a cell holds, and nothing else; None for bodies, types, places and headings."""
    plain = SIGNED.sub("", printed).strip(" ,.")
    match = PERSON.match(plain)
    if match is None or letters(match["name"]) in types.spellings() or SAMPLE.search(match["name"]):
        return None
    name = match["name"]
    if name.isupper() and (not _surname(name) or _names_no_person(name)):
        return None
    if CAPACITY.match(letters(name)) and not _surname(name):
        return None
    return name


@cache
def _surnames() -> frozenset[str]:
    return frozenset(phrases("surname"))


def _surname(name: str) -> bool:
    return letters(name).split(" ", 1)[0] in _surnames()


def _names_no_person(line: str) -> bool:
    """Capitals that could be a name and are a type, a body, its place or the head of an annex: "PHỤ LỤC II"."""
    return (
        letters(line).startswith(TERRITORY)
        or letters(line) in types.spellings()
        or NO_PERSON.match(letters(line)) is not None
        or place_at(line.title(), None) is not None
        or from_text(line, None, None) is not None
    )
