"""Heads and ends whose lines a crawler joined with blanks: "CHÍNH PHỦ ------- CỘNG HÒA … VIỆT NAM Độc lập - Tự do".

The copy of such a text has line ends where lines must have ended, blanks for what editors put between brackets, and the
same length: what is found in it stands at the same place in the text.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from loaders.header import letterhead, persons
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.tables import document_types
from ontology.words import CAPITALS

HEAD = 5000
"""Code points in which a joined head stands, with what editors say in it."""

JOINED = ("NGHĨA VIỆT NAM Độc lập", "NGHĨA VIỆT NAM ĐỘC LẬP")
"""Both lines of the motto on one line: the sign that line ends are lost."""

SMALL = persons.LOWER
WORD = f"[{CAPITALS}]{SMALL}+"
PLACE = rf"(?:TP\.?[ ]?)?{WORD}(?:[ ]{WORD}){{0,3}}(?:[ ]-[ ]{WORD})?"

ENDS = patterns.awaited(
    rf"^{PLACE}[ ]?,?[ ]+ngày\b|"  # a line that begins with the place is whole
    rf"(?<!NƯỚC)[ ](?=CỘNG\s+H\w{{1,2}}\s+XÃ\s+HỘI)|(?<=VIỆT NAM)[ ](?=(?:[{CAPITALS} ]{{2,60}}[ ])?(?:Độc|ĐỘC))"
    rf"|(?<=[{CAPITALS}]{{2}})[ ](?=Độc lập)"
    r"|[ ](?=[-*_]{3})|(?<=[-*_]{3})[ ](?=[^-*_\s])|[ ](?=(?:Luật số|Số)\s*:)|[ ](?=V/v\s|Kính gửi|-?Căn cứ [A-ZĐ])"
    rf"|[ ](?=(?:I|A)\.[ ]?[{CAPITALS}]{{2}})"
    rf"|[ ]+{PLACE}[ ]?,?[ ]+ngày\b(?=[^\n]{{1,12}}tháng)",
    re.MULTILINE,
)
"""The blank where a line of a head ends."""

PARTY = patterns.awaited(
    rf"(?<=\S)[ ](?=ĐẢNG CỘNG SẢN VIỆT NAM[ ]+(?:{PLACE}[ ]?,?[ ]*ngày|Số[ ]))|(?<=\S)[ ](?=\*[ ]|Số[ ]+[0-9]*[ ]?-)"
)
"""The same of a head of the Party, whose star and number stand below its body: "TỈNH ỦY BẮC KẠN * Số 45-NQ/TU ĐẢNG CỘNG
SẢN VIỆT NAM Bắc Kạn, ngày"."""

BETWEEN = re.compile(rf"NGHĨA VIỆT NAM [{CAPITALS} ]{{2,60}} Độc lập")
"""Both lines of the motto with the second line of the body between them: "BỘ LAO ĐỘNG - THƯƠNG CỘNG HÒA … VIỆT NAM BINH
VÀ XÃ HỘI Độc lập"."""

PARTY_NAMED = "ĐẢNG CỘNG SẢN VIỆT NAM "
BEGUN = re.compile(
    rf"(?<=[^\W\d_]|[0-9;.])[ ](?={trie.pattern(phrase.capitalize() for phrase in phrases('letter_opening'))}[ ])"
)
"""Where a letter or a report begins behind its heading: "… năm 2018 Thực hiện Kế hoạch số …"."""

NUMBER_BELOW = re.compile(r"(?<=[Ss]ố:)\s+(?=[0-9/])")
"""The line end between "Luật số:" and its number."""

DATED = patterns.awaited(
    rf"^[ ]*{PLACE}[ ]?,?[ ]+ngày\b[^\n]{{1,12}}tháng[^\n]{{1,8}}năm[ ]+(?:19|20)[0-9]{{2}}", re.MULTILINE
)
REMARK = re.compile(r"\[[^\[\]]{20,1500}\]")
"""What editors of a portal say of later acts: "[Xử phạt … được hướng dẫn bởi Nghị định 38/2024/NĐ-CP …]"."""

HEADING_ENDS = patterns.awaited(
    rf"(?<=[{CAPITALS}0-9,;\]])[ ]+(?=\(?[{CAPITALS}]{SMALL}*[ ]{SMALL}|{WORD}[ ](?:{WORD}|[0-9])|về[ ])"
)
"""Where small letters follow a heading in capitals: "LUẬT THỦY LỢI Luật Thủy lợi số"."""

NATION = r"QUỐC HỘI(?: NƯỚC CỘNG H\w{1,2} XÃ HỘI CHỦ NGHĨA VIỆT NAM)"
SESSION = re.compile(
    rf"(?<=\n)\s*(?:SỐ[: ]*[0-9]\S+\s+)?CỦA {NATION}?(?: SỐ[: ]*[0-9]\S+)?"
    rf"|(?<=\S )CỦA (?:{NATION}[^\n]*|QUỐC HỘI,? KH[OÓ][ÁA]\b[^\n]*)"
)
"""Assembly and session, before or behind the title: "LUẬT / SỐ 13/2003/QH11 CỦA QUỐC HỘI … VỀ ĐẤT ĐAI"."""

CAPTION = re.compile(rf"\A[^\n]{{5,400}}?[\w]\.(?P<end>[ ])[{CAPITALS}]{{2,}}[ {CAPITALS},]*\n")
"""How a portal calls a document, in front of the body: "Nghị định 65/2022/NĐ-CP. CHÍNH PHỦ"."""

TITLE = 400
"""Code points of a title."""

PREAMBLE = re.compile(r"\n(?=(?:Căn cứ|Theo|Xét|Để|Trên cơ sở)\s)")
WITHIN = frozenset(
    {"CỦA", "VÀ", "CHO", "VỚI", "TẠI", "DO", "GIỮA", "TRONG", "TỪ", "ĐẾN", "THUỘC", "PHÓ", "QUYỀN"}
    | {"KT.", "TM.", "TL.", "TUQ.", "Q.", "K/T", "T/M", "T/L"}
)
"""Words behind which a body or a capacity is part of a title or of a longer capacity."""

ANNEXED = r"(?!Phụ|Mẫu|Danh|Biểu|Kế|Ghi|Chương|Điều|Phần)"


def parted(page: Reading) -> Reading:
    """The text with the lines of its head and of its signatures parted; the text itself where none are joined."""
    if not any(page.text.find(sign, 0, HEAD) >= 0 for sign in JOINED) and not _of_party(page.text):
        nation = page.text.find("NGHĨA VIỆT NAM ", 0, HEAD)
        if nation < 0 or BETWEEN.match(page.text, nation) is None:
            return page
    text = _signatures(_head(page.text[:HEAD]) + page.text[HEAD:])
    low = "".join(new if new != old else small for new, old, small in zip(text, page.text, page.low, strict=True))
    return replace(page, text=text, low=low)


def _of_party(text: str) -> bool:
    """Is it the head of the Party on one line: "… ĐẢNG CỘNG SẢN VIỆT NAM Sơn La, ngày"?"""
    named = text.find(PARTY_NAMED, 0, HEAD)
    return named > 0 and PARTY.match(text, named - 1) is not None


def _head(head: str) -> str:
    if _of_party(head):
        head = PARTY.sub("\n", head)
    head = ENDS.sub(lambda match: f"\n{match[0][1:]}" if match[0][0] == " " else match[0], head)
    head = NUMBER_BELOW.sub(lambda match: " " * len(match[0]), head)
    caption = CAPTION.match(head)
    if caption:
        head = _ended(head, caption.start("end"))
    addressed = head.find("Kính gửi")
    begun = BEGUN.search(head, addressed, addressed + TITLE) if addressed >= 0 else None
    head = _ended(head, begun.start()) if begun else head
    motto = head.find("VIỆT NAM\n")
    dated = DATED.search(head, max(0, motto)) or _undated().search(head, max(0, motto))
    if dated is None:
        return head
    head = _ended(head, dated.end())
    return head[: dated.end()] + _heading(head[dated.end() :])


@cache
def _undated() -> re.Pattern[str]:
    """The motto of a paper without place and day, its type right behind it: "Hạnh phúc ĐIỀU LỆ TỔ CHỨC …"."""
    return re.compile(
        rf"(?:Hạnh phúc|HẠNH PHÚC)(?=[ ]{trie.pattern(row.label_vi.upper() for row in document_types())}[ ])"
    )


def _ended(text: str, position: int) -> str:
    """The text with a line end for the blank at a position."""
    return f"{text[:position]}\n{text[position + 1 :]}" if text[position : position + 1] == " " else text


def _heading(rest: str) -> str:
    """What stands below the dateline: type, title and the body that decides, each on lines of their own."""
    rest = REMARK.sub(lambda match: " " * len(match[0]), rest)
    line = rest.find("\n", 1)
    word = _types().search(rest, 0, max(line, 0) + 60)
    if word is None:
        return rest
    rest = _ended(_ended(rest, word.start()), word.end())
    begin = word.end() + 1
    title = rest[begin:].lstrip()
    if title[:2].isupper():
        line_end = rest.find("\n", len(rest) - len(title))
        over = HEADING_ENDS.search(rest, begin, line_end if line_end >= 0 else len(rest))
        rest = _ended(rest, over.start()) if over and over.start() > begin else rest
    rest = SESSION.sub(lambda match: " " * len(match[0]), rest, count=1)
    begun = BEGUN.search(rest, begin, begin + TITLE)
    rest = _ended(rest, begun.start()) if begun else rest
    preamble = PREAMBLE.search(rest, begin)
    decides = _decides(rest[begin : preamble.start()]) if preamble else None
    return _ended(rest, begin + decides) if decides is not None else rest


def _decides(title: str) -> int | None:
    """Where the body begins that decides, at the end of a title in capitals: "… NĂM 2015 BỘ TRƯỞNG BỘ TƯ PHÁP"."""
    for body in _bodies().finditer(title):
        before = title[: body.start()].rsplit(maxsplit=1)
        tail = title[body.end() :].strip()
        if before and before[-1] not in WITHIN and tail.isupper() and "\n" not in tail and letterhead.is_body(tail):
            return body.start()
    return None


@cache
def _bodies() -> re.Pattern[str]:
    capacities = [phrase.upper() for phrase in phrases("capacity")]
    bodies = ["ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "CHÍNH PHỦ", "QUỐC HỘI"]
    return re.compile(rf"[ ](?={trie.pattern([*capacities, *bodies])}(?!\w))")


@cache
def _types() -> re.Pattern[str]:
    labels = trie.pattern(row.label_vi.upper() for row in document_types())
    return re.compile(rf"(?:\n|[ ](?={labels}\s+[\"“]?[{CAPITALS}]{{2}}))\s*{labels}(?=\s)")


CELL_ENDS = re.compile(
    rf"(?<=[{CAPITALS}0-9.;])[ ](?=\((?:Ban hành )?[Kk]èm theo |(?:KT|TM|TL|TUQ)\. ?[{CAPITALS}]{{2}})"
    r"|[ ](?=Nơi nhận:[ ]?-)"
)
"""Where an annex begins, or the next line of a capacity: "TM. CHÍNH PHỦ KT. THỦ TƯỚNG"."""


def _signatures(text: str) -> str:
    """Line ends before and behind the name of who signs: "KT. BỘ TRƯỞNG THỨ TRƯỞNG Trần Văn An KẾ HOẠCH …"."""
    text = CELL_ENDS.sub("\n", text)
    letters = list(text)
    for signed in _signed().finditer(text):
        before = text[max(0, signed.start() - 8) : signed.start()].split()
        begins = [] if before and before[-1] in WITHIN else [signed.start() - 1]
        for end in (*begins, signed.start("name") - 1, signed.end()):
            if letters[end : end + 1] == [" "]:
                letters[end] = "\n"
    return "".join(letters)


@cache
def _signed() -> re.Pattern[str]:
    capacities = trie.pattern(phrase.upper() for phrase in phrases("capacity"))
    surnames = trie.pattern(phrase.title() for phrase in phrases("surname"))
    return re.compile(
        rf"{capacities}(?!\w)[ ,.{CAPITALS}]{{0,80}}?[ ](?P<name>{surnames}(?:[ ]{ANNEXED}{WORD}){{1,4}})(?!\w)"
    )
