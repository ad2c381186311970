"""Type and title of a document: the type in capitals on a line of its own, the title below it or behind "V/v"."""

from __future__ import annotations

import re

from loaders.citations import types
from loaders.header import capacities, dateline, letterhead, type_line
from loaders.header.title_ends import (
    BODY_BEGINS,
    DRAWN,
    DRAWN_ENDS,
    ENUMERATES,
    NUMBERED,
    PARAGRAPH,
    PREAMBLE,
    RULE,
    above_rule,
    ends_with_body,
    is_paragraph,
    names_consolidated,
    said_again,
)
from loaders.text import trie
from ontology.issuer_names import from_text
from ontology.lexicon import phrases
from ontology.records import Span
from ontology.tables import DocumentType
from ontology.words import fold, letters

NOTED = re.compile(r"(?<=\S)\[[0-9]{1,3}\]")
"""The mark of a note in a title: consolidated texts note there what has changed it."""

TITLE_LINE = 300
TITLE_LINES = 24
HEAD_LIMIT = 6000

OPEN_ENDS = (*(f" {word}" for word in phrases("open_title_end")), ",")
"""How a line of a title ends that a body on the next line completes."""

ADDRESSED = re.compile(r"^[ \t|]*Kính\s+(?:gửi|trình)", re.MULTILINE)
"""Whom a paper goes to: type and title stand above, annexes below."""

CONSOLIDATED = "van-ban-hop-nhat"
SECTION = re.compile(r"(?:[^\n]{0,80}\n){0,9}\s*CỘNG\s+H[OÒ][AÀ]")
"""The motto among the next lines."""

LEAD = re.compile(r"^(?:v[ềêàa]\s*vi[ệê]c|v/v|v[ềê])\s*:?\s+")

LEADS = ("v/v", "v/v:", "về việc", "về việc:")
"""How the lead stands on a line of its own."""

NO_TITLE = re.compile(
    r"s[ốó]\s*:|s[ốó]\s+[0-9]+/|c[ộo]ng\s+h[òo][àa]\s|độc\s+lập\s*-|thông\s+tin\s+(?:văn\s+bản|chung)"
    r"|[^\W\d_][\w .]{1,25},\s*ngày\s"
)
"""Lines of the head that may stand between the type and the title (on lower-case text)."""

OPENING = trie.pattern(
    phrase[:1].upper() + phrase[1:] for phrase in phrases("title_opening") if phrase not in phrases("body_begins")
)
ABOUT = re.compile(r"\(?(?:V[ềê]\s+vi[ệê]c|V/v)\s")

OPENS = re.compile(rf"^[ \t]*(?:V[ềê]|{OPENING})[ ](?=\w)", re.MULTILINE)
"""How a title begins on a line of its own."""

LOUD = re.compile(
    rf"^[ \t]*(?:VỀ|{trie.pattern(phrase.upper() for phrase in phrases('title_opening'))})[ ](?=\w)", re.MULTILINE
)
LEAD_LIMIT = 600


def find(
    region: str, number: re.Match[str] | None, enacted: str | None = None
) -> tuple[DocumentType | None, str | None, Span | None]:
    """The type in capitals on a line of its own, and the title in the lines below it. number: of the document itself.
    enacted: the title as the sentence repeats it that enacts the document."""
    begin, behind = number.span() if number else (HEAD_LIMIT, HEAD_LIMIT)
    position = 0
    above: tuple[DocumentType | None, str | None, Span | None] | None = None
    addressed = ADDRESSED.search(region) if "Kính" in region else None
    for line in region[: addressed.start() if addressed else None].split("\n"):
        start, position = position, position + len(line) + 1
        if number and behind <= start < behind + type_line.NEAR and len(line) <= type_line.STAMPED_LINE:
            line = type_line.beside_stamp(line)
        first = line.lstrip("#*| \t")[:2]
        if first[1:] == " ":
            line = type_line.unspaced(line)
        if first != first.upper() or not type_line.may_name(line):
            continue
        match = type_line.TYPE_LINE.match(line)
        printed = match["word"].strip() if match else ""
        word = " ".join(printed.split())
        opens = number is None and not region[:start].strip()  # "BIÊN BẢN KIỂM TRA …" as the very first line
        if not word or word.upper() != word or len(word) > (TITLE_LINE if start >= behind or opens else 40):
            continue
        below_number = (
            start >= behind
            or (position <= begin and not region[position:begin].strip())
            or (number is None and dateline.MOTTO_END.search(region, 0, start) is not None)
        )
        row, label = type_line.of(word, below=below_number)
        if row is not None and number is None and row.slug == CONSOLIDATED and SECTION.match(region, position):
            continue  # the section of the gazette, above the motto: what was consolidated stands below
        if row is not None:
            rest = type_line.JOINT.sub("", word[len(label) :].strip())
            if (rest.startswith("CỦA ") and letterhead.is_body(rest[4:])) or (rest and letterhead.known_body(rest)):
                rest = ""
            title_from = max(position, behind) if start < behind and number and _gazette(number) else position
            goes_on = not rest or start >= behind or (number is None and _next_goes_on(region, position))
            below = _title_below(region, title_from, enacted, row, bool(rest)) if goes_on else None
            title = " ".join(filter(None, (rest, below))) or None
            found = row, title, _span(region, start, position, printed, label if word != label else printed)
            if title is None or number is None or start >= begin or not _letterhead(title):
                return found
            above = above or (row, None, found[2])
    return above or (None, None, None)


def _span(region: str, start: int, end: int, printed: str, label: str) -> Span:
    """Where the type stands: its label within the line from `start` to `end`, or the line whose letters stand apart."""
    offset = region.find(printed, start, end)
    if offset >= 0:
        return Span(offset, offset + len(label))
    line = region[start:end]
    offset = start + len(line) - len(line.lstrip("#*| \t"))
    return Span(offset, start + len(line.rstrip("*| \t\n")))


def _letterhead(title: str) -> bool:
    """Is what stands below a type word nothing but bodies? Some papers begin with the type, and print it again where it
    belongs: "# QUYẾT ĐỊNH / BỘ XÂY DỰNG - CỤC ĐƯỜNG BỘ VIỆT NAM / Số: … / QUYẾT ĐỊNH / …"."""
    return title.isupper() and not title.startswith("BAN HÀNH ") and all(map(letterhead.is_body, title.split(" - ")))


def _next_goes_on(region: str, position: int) -> bool:
    """Does the next line go on with a heading that begins with its type ("BIÊN BẢN THẨM ĐỊNH / của …")? It stands
    right below, is short, and begins no sentence of its own."""
    following = region[position : position + TITLE_LINE].split("\n", 1)[0].strip(" \t|*#_")
    return 0 < len(following) <= PARAGRAPH and not following.endswith((":", ";", ".")) and ":" not in following


def _gazette(number: re.Match[str]) -> bool:
    """Does the head of the official gazette stand between the type and the title?"""
    return "d" in number.re.groupindex


def _title_below(
    region: str, position: int, enacted: str | None, kind: DocumentType | None = None, begun: bool = False
) -> str | None:
    """The lines of the title from a position on. begun: the line of the type goes on with what it is about ("BIÊN BẢN
    HỌP"), so that a body may follow."""
    lines: list[str] = []
    gap = False
    below = region[position:].split("\n")[:TITLE_LINES]
    for number, line in enumerate(below):
        text = line.strip(" \t|#*_>") if lines else line.strip(" \t|#*_>").lstrip(type_line.EDGE)
        if not text or (not lines and text.lower() in LEADS):
            gap = bool(lines)
            continue
        if lines and lines[-1].isupper() and not text.isupper() and ABOUT.match(text):
            lines = []  # "NGHỊ QUYẾT CỦA HỘI ĐỒNG / QUẢN LÝ QUỸ / (Về việc …)": what stands above is the body
            text = text.strip("() ")
        repeated = bool(lines) and _repeats(text, lines, enacted)
        open_end = bool(lines) and (lines[-1].lower().endswith(OPEN_ENDS) or _number_of(lines[-1], text))
        joins = bool(lines) and (open_end or text[0].islower() or _joins(text, lines))
        goes_on = repeated or (joins and not ENUMERATES.match(text) and not PREAMBLE.match(text))
        spaced = (
            bool(lines) and gap and (above_rule(below[number:], lines[-1]) or _wraps(lines[-1], text, region, position))
        )
        over = gap and not goes_on and not spaced
        if over or said_again(text, lines, kind) or (lines and names_consolidated(text, region, kind)):
            break
        begins = not goes_on and _begins_body(text) and not _may_be_title(text, lines)
        if begins and lines and text.isupper() and letterhead.is_body(text) and not _decides(text, region, position):
            begins = False  # "… VÀ VIỆC BỐ TRÍ / HỘI ĐỒNG HOẠT ĐỘNG CHUYÊN TRÁCH"
        if begins and lines and text.isupper() and _runs_on(lines[-1], text):
            begins = False
        if begins and begun and not lines and not text.endswith((":", ";", ".")) and len(text) <= PARAGRAPH:
            begins = from_text(text, None, None) is None  # "BIÊN BẢN HỌP / Hội đồng tư vấn …"
        if begins and lines and not text.isupper() and ends_with_body(text, below[number + 1 :]):
            begins = False
        if RULE.fullmatch(text) or begins or (not goes_on and is_paragraph(text, lines, below[number:])):
            break
        if "|" in text:
            break
        unfit = not lines and kind is not None and text.isupper() and _names_no_subject(text, kind)
        if unfit or (NO_TITLE.match(text.lower()) and not open_end):
            if lines:
                break
            continue
        if lines and text.isupper() and not repeated and not open_end and _decides(text, region, position):
            break  # who decides, below what is decided: "TỔNG GIÁM ĐỐC BẢO HIỂM XÃ HỘI VIỆT NAM"
        own = OWN_NUMBER.match(text) if not lines and text.startswith("CỦA ") else None
        text = text[own.end() :] if own else text
        # "NGHỊ QUYẾT / CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH / về …", "… SỐ 3/2010/TT-BTC / NGÀY 15 THÁNG 01 NĂM 2010 / …"
        named = not lines and text.startswith("CỦA ") and letterhead.is_body(text[4:])
        if not (text.isupper() and (named or (not lines and text.startswith("NGÀY ")))):
            lines.append(text)
    title = NOTED.sub("", " ".join(" ".join(lines).split())).rstrip(" ,;")
    title = title.rstrip(DRAWN) if title.endswith(DRAWN_ENDS) else title
    return (title if title.endswith("..") else title.removesuffix(".")) or None


def _wraps(last: str, text: str, region: str, position: int) -> bool:
    """Does a title in capitals go on over an empty line, as files print it that part all lines so? Its last line is
    full, and none of the body nor who decides follows."""
    if len(last) < FULL or not last.isupper() or not text.isupper() or len(text) > PARAGRAPH:
        return False
    section = ENUMERATES.match(text) or PART.match(text) or _begins_body(text) or capacities.is_capacity(text)
    return not section and not _decides(text, region, position)


FULL = 45
"""Code points of a line of a title that reaches the rim of the page."""

PART = re.compile(r"(?:PHẦN|CHƯƠNG|MỤC|TIỂU MỤC|PHỤ LỤC|BIỂU|MẪU)\s+(?:THỨ\s|SỐ\s|[0-9IVXLCA-H]+(?!\w))|QUY ĐỊNH CHUNG")
"""A heading of a part of the body."""


def _runs_on(last: str, text: str) -> bool:
    """Does a line in capitals begin with a body by chance: "… KẾT LUẬN CỦA ĐẠI BIỂU / QUỐC HỘI TẠI TỔ VÀ HỘI TRƯỜNG"?
    Who decides stands alone."""
    if len(last) < FULL or not last.isupper():
        return False
    found = from_text(text, None, None)
    rest = letters(text[found[1] :]).strip(" ,.;-") if found else ""
    return len(rest.split()) > 1 and not rest.startswith(OF_TERM)


OF_TERM = ("khóa", "khoá", "kỳ họp", "nhiệm kỳ", "số")
"""What stands behind the name of who decides."""


def _begins_body(text: str) -> bool:
    """Does a line begin the body: "Căn cứ …", with a dash, too?"""
    dashed = text.startswith(DASHES) and PREAMBLE.match(text.lstrip("-+• ")) is not None
    return dashed or BODY_BEGINS.match(text.lower()) is not None


OWN_NUMBER = re.compile(r"CỦA [^\n]{4,90}? SỐ[: ]*[0-9]\S* NGÀY [0-9]{1,2}[^\n]{3,20}?[0-9]{4},? +(?=\S)")
"""Body, number and day once more, before the title on its line: "CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 194-HĐBT NGÀY 9 THÁNG 12 NĂM
1982 VỀ VIỆC …"."""

DASHES = ("-", "+", "•")


def _joins(text: str, lines: list[str]) -> bool:
    """Does a line in capitals begin with a word that joins it to the one above: "TỔ CHỨC HỘI ĐỒNG / VÀ ỦY BAN …"?"""
    return text.startswith(JOINING) and text.isupper() and lines[-1].isupper()


JOINING = ("VÀ ", "CỦA ", "CHO ", "TẠI ", "THUỘC ", "TRONG ", "GIỮA ", "ĐỐI VỚI ", "TRÊN ĐỊA BÀN ")


def _number_of(last: str, text: str) -> bool:
    """Does the line begin with the number of the document whose type the last one ends with: "… KÈM THEO THÔNG TƯ / SỐ
    164/2013/TT-BTC NGÀY …"?"""
    return NUMBERED.match(f" {text.lower()}") is not None and text[:1] in "Ss" and types.ends_with_word(last)


def _repeats(text: str, lines: list[str], enacted: str | None) -> bool:
    """Does the sentence that enacts the document go on with this line, where the title stands so far?"""
    if enacted is None:
        return False
    so_far, line, whole_title = (f" {fold(part)} " for part in (lines[-1], text, enacted))
    after = whole_title.find(so_far)
    return after >= 0 and whole_title.startswith(line, after + len(so_far) - 1)


def _names_no_subject(text: str, kind: DocumentType) -> bool:
    """A type or a body in capitals, right below the type; "LUẬT / QUY HOẠCH" is a title."""
    again = letters(text) in types.spellings() and kind.slug != "luat"
    return again or (kind.slug not in type_line.MINUTES and letterhead.known_body(text))


def _decides(text: str, region: str, position: int) -> bool:
    """Is a line in capitals the body that decides? One that no table knows is when the preamble follows it."""
    if not letterhead.is_body(text):
        return False
    if letterhead.known_body(text):
        return True
    following = region[region.find(text, position) + len(text) :].lstrip(" \t|*_\n-=")
    return PREAMBLE.match(following) is not None


def by_lead(region: str, position: int) -> str | None:
    """The lines from "Về …", "Quy định …", "BAN HÀNH …" on, where the type above them is lost."""
    lead = OPENS.search(region, position, position + LEAD_LIMIT) or LOUD.search(region, position, position + LEAD_LIMIT)
    return _title_below(region, lead.start(), None) if lead else None


ANNEX = re.compile(
    r"\s*[#*| ]*(?:PHỤ\s+LỤC|Phụ\s+lục)(?:\s+(?:số\s+)?[IVXLC0-9]{1,5}[a-z]?)?[ .:*|]*"
    r"(?:\n|(?P<title>[^(\n]{10,300})\([Kk]èm\s+theo)"
)


def of_annex(region: str) -> str | None:
    """The heading of a file that holds an annex alone: the lines below "Phụ lục II"."""
    annex = ANNEX.match(region)
    if annex and annex["title"]:
        return " ".join(annex["title"].split()).strip(" .:-") or None
    return _title_below(region, annex.end(), None) if annex else None


def _may_be_title(text: str, lines: list[str]) -> bool:
    """ "Thực hiện Nghị quyết …" below the type word is a title, unless it runs on like a paragraph; in capitals it goes
    on with one."""
    if lines and not (text.isupper() and lines[-1].isupper()):
        return False
    return text.lower().startswith("thực hiện") and len(text) <= TITLE_LINE and not text.endswith((":", ";", "."))


def without_lead(title: str | None) -> str | None:
    if title is None:
        return None
    lead = LEAD.match(title.lower())
    return title[lead.end() :] if lead else title
