"""Who signs: the name below the capacity (TM., KT., GIÁM ĐỐC …)."""

from __future__ import annotations

import re
from functools import cache

from loaders import trie, types
from ontology.issuers import from_text
from ontology.lexicon import phrases
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

ANNEXED = re.compile(r"^[ \t|]*(?:\((?:Ban\s+hành\s+)?[Kk]èm\s+theo\s|PHỤ\s+LỤC\b)", re.MULTILINE)
BEFORE_ANNEX = 2500
"""Code points before the first heading "(Kèm theo …)" in which an act without recipients is signed."""

ENDED = "./."
ENDED_LIMIT = 5
BELOW_END = 300
"""Marks at the end of an act that are tried, and the code points below one in which it is signed."""

COLUMN_BEGINS = re.compile(r"[;:.,)\]]\s*|\s{2,}")
"""Where the other column may begin behind a line of the recipients: "- Lưu: VT. BỘ TRƯỞNG", "- Các huyện; Trần Văn
An"."""


def signer(text: str, *, joint: bool = False) -> str | None:
    """The name below the capacity of the signature (TM., KT., GIÁM ĐỐC …): beside the first list of recipients, else
    near the end of the text, else before the first annex. joint: all that sign together, parted by "; "."""
    recipients = text.find(RECIPIENTS)
    if 0 <= recipients < len(text) - END_LIMIT:
        found = _named(text[max(0, recipients - BESIDE_RECIPIENTS) : recipients + RECIPIENTS_LIMIT], joint)
        if found is not None:
            return found
    found = _named(text[-END_LIMIT:], joint)
    if found is None and len(text) > END_LIMIT:
        annex = ANNEXED.search(text)
        found = _named(text[max(0, annex.start() - BEFORE_ANNEX) : annex.start()], joint) if annex else None
        return found or _below_the_end(text, joint)
    return found


def _below_the_end(text: str, joint: bool) -> str | None:
    """The name right below the mark that ends an act ("./."), where annexes without a heading follow."""
    position = text.find(ENDED)
    for _ in range(ENDED_LIMIT):
        if position < 0:
            return None
        found = _named(text[position : position + BELOW_END], joint)
        if found is not None:
            return found
        position = text.find(ENDED, position + 1)
    return None


def _named(part: str, joint: bool) -> str | None:
    """The last name that stands below a capacity; of a joint document all of them."""
    found: list[str] = []
    expecting = 0
    for printed in part.split("\n"):
        named = False
        for cell in _cells(printed, expecting > 0):
            if len(cell) < 80 and cell.upper() == cell and _capacity(cell):
                expecting = 6
                continue
            if not expecting and not (named and joint):
                continue
            name = person(cell)
            if name is not None:
                found.append(name)
                expecting, named = 0, True
            elif expecting and cell.isupper() and cell.startswith(("PHÓ ", "QUYỀN ")):
                expecting = 6  # a capacity that no row holds
            elif expecting:
                expecting -= 1
    if not found:
        return None
    return "; ".join(dict.fromkeys(found)) if joint else found[-1]


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
