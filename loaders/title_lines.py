"""Type and title of a document: the type in capitals on a line of its own, the title below it or behind "V/v"."""

from __future__ import annotations

import re

from loaders import letterhead, trie, types
from ontology.lexicon import phrases
from ontology.records import Span
from ontology.tables import DocumentType
from ontology.words import letters

MINUTES = frozenset({"bien-ban", "hop-dong", "quy-che", "dieu-le"})
"""Types whose line in capitals goes on with what the paper is about."""

BELOW_NUMBER = frozenset({"ke-hoach", "bao-cao", "chuong-trinh", "de-an", "phuong-an", "to-trinh", "thong-bao"})
"""Types for which that holds below the number only: above it "KẾ HOẠCH VÀ ĐẦU TƯ" is part of a body."""

TITLE_LINE = 300

OPEN_ENDS = (" của", " tại", " do", " thuộc", " và", " cho", " với", ",")
"""How a line of a title ends that a body on the next line completes."""

ADDRESSED = re.compile(r"^[ \t|]*Kính\s+(?:gửi|trình)", re.MULTILINE)
"""Whom a paper goes to: type and title stand above, annexes below."""

ABOUT = re.compile(
    r"(?:^|[|\t]|\s{3})[ \t]*\(?[Vv]/[Vv]\s*:?\s*"
    r"(?P<title>[^|\n]+(?:\n(?!\s*(?:Kính|$|[A-ZĐÀ-Ỹ][\w. -]{1,30},\s*ngày))[^|\n]+)*)",
    re.MULTILINE,
)

LEAD = re.compile(r"^(?:v[ềê]\s+vi[ệê]c|v/v|v[ềê])\s*:?\s+")

BODY_BEGINS = re.compile(
    rf"{trie.pattern(phrases('body_begins'))}(?!\w)|[ivx]+\.|[0-9]+\.|-{{2,}}|_{{2,}}|[a-z]\)|\(|năm [0-9]{{4}} là"
)

OPENING = trie.pattern(
    phrase[:1].upper() + phrase[1:] for phrase in phrases("title_opening") if phrase not in phrases("body_begins")
)
OPENS = re.compile(rf"^[ \t]*(?:V[ềê]|{OPENING})[ ](?=\w)", re.MULTILINE)
"""How a title begins on a line of its own."""

ENUMERATES = re.compile(r"(?:[0-9]{1,3}|[a-zđ])[.)]\s|[-+*•]")
"""How an item begins: no line of a title does."""

TYPE_LINE = re.compile(r"^[#*\s|]*(?P<word>[^|\t(]+?)[#*\s|:]*(?:số.*|\([^()\n]{1,40}\)[*\s|]*)?$")


def find(region: str, behind: int) -> tuple[DocumentType | None, str | None, Span | None]:
    """The type in capitals on a line of its own, and the title in the lines below it. behind: end of the number."""
    position = 0
    addressed = ADDRESSED.search(region)
    for line in region[: addressed.start() if addressed else None].split("\n"):
        start, position = position, position + len(line) + 1
        first = line.lstrip("#*| \t")[:2]
        if first != first.upper():
            continue
        match = TYPE_LINE.match(line)
        word = match["word"].strip() if match else ""
        if not word or word.upper() != word or len(word) > (40 if start < behind else TITLE_LINE):
            continue
        row, label = _type_of_line(word, below=start >= behind)
        if row is not None:
            rest = word[len(label) :].strip()
            below = _title_below(region, position) if not rest or start >= behind else None
            title = " ".join(filter(None, (rest, below))) or None
            offset = start + line.index(word)
            return row, title, Span(offset, offset + len(label))
    return None, None, None


def _type_of_line(line: str, *, below: bool) -> tuple[DocumentType | None, str]:
    """The type that a line in capitals is or begins with ("BIÊN BẢN LÀM VIỆC"), as scans print it, too; a word like VĂN
    BẢN is no type by itself. below: the line stands below the number."""
    goes_on = MINUTES | BELOW_NUMBER if below else MINUTES
    words = line.split()
    for count in range(min(len(words), 4), 0, -1):
        label = " ".join(words[:count])
        row = types.spellings().get(letters(label))
        if row is not None and letters(label) == letters(row.label_vi) and (count == len(words) or row.slug in goes_on):
            return row, label
    row = types.scanned(line)
    return (row, line) if row is not None else (None, "")


def _title_below(region: str, position: int) -> str | None:
    lines: list[str] = []
    gap = False
    for line in region[position:].split("\n")[:14]:
        text = line.strip(" \t|#*_")
        if not text:
            gap = bool(lines)
            continue
        goes_on = bool(lines) and (lines[-1].endswith(",") or text[0].islower()) and not ENUMERATES.match(text)
        if gap and not goes_on:
            break
        begins = not goes_on and BODY_BEGINS.match(text.lower()) and not (not lines and _may_be_title(text))
        if set(text) <= set("-_=*. ") or begins:
            break
        if lines and text.isupper() and letterhead.is_body(text) and not lines[-1].lower().endswith(OPEN_ENDS):
            break  # who decides, below what is decided: "TỔNG GIÁM ĐỐC BẢO HIỂM XÃ HỘI VIỆT NAM"
        # "NGHỊ QUYẾT / CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH / về …", "… SỐ 3/2010/TT-BTC / NGÀY 15 THÁNG 01 NĂM 2010 / …"
        named = text.startswith("CỦA ") and letterhead.is_body(text[4:])
        if not (text.isupper() and (named or text.startswith("NGÀY "))):
            lines.append(text)
    title = " ".join(" ".join(lines).split()).rstrip(" ,;")
    return title or None


def by_lead(region: str, position: int) -> str | None:
    """The lines from "Về …", "Quy định …" on, where the type above them could not be read."""
    lead = OPENS.search(region, position, position + 600)
    return _title_below(region, lead.start()) if lead else None


def whole(printed: str) -> str:
    """A title on one line, without the parenthesis that closes what stood around it: "(V/v xin kinh phí)"."""
    title = " ".join(printed.split())
    return title.rstrip(") ") if title.count(")") > title.count("(") else title


def _may_be_title(text: str) -> bool:
    """ "Thực hiện Nghị quyết …" below the type word is a title, unless it runs on like a paragraph."""
    return text.lower().startswith("thực hiện") and len(text) <= TITLE_LINE and not text.endswith((":", ";", "."))


def without_lead(title: str | None) -> str | None:
    if title is None:
        return None
    lead = LEAD.match(title.lower())
    return title[lead.end() :] if lead else title
