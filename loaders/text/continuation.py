"""Does a paragraph go on in the next line? What the end of one line and the beginning of the other tell."""

from __future__ import annotations

import re
from functools import cache

from loaders.text import trie
from loaders.text.dangling import HALF, MARKS, PAIRS, WAITING, dangles, halved
from ontology.lexicon import phrases
from ontology.tables import issuers
from ontology.words import letters

MARKER = re.compile(
    r"[-+*•–—o]\s|\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]\s|\(?[a-zđ][.)]\s"
    rf"|\[[0-9]{{1,3}}\]|[¹²³⁴-⁹⁰]|\||{trie.pattern(phrases('block_opener'))}(?![\w-])"
    r"|[1-9][0-9]{0,2}\s+(?:điểm|khoản|điều|mục|chương|phụ\s+lục|tiêu\s+đề|cụm\s+từ|mẫu|biểu|đoạn|nội\s+dung)\s[^\n]{0,60}?này\s+được\s"
)
"""How a line begins that opens a block of its own (on lower-case text): a mark, a word, the note of a consolidated text
that lost what raises its figure ("3 Khoản này được bãi bỏ theo")."""

TERMINAL = (".", ";", ":", "!", "?", "…")
ENDS = frozenset(".;!?…")
"""Behind one of these no paragraph goes on: a cheap look before the rules."""

CLOSING = "\"'”’)]*"
CLOSED = frozenset((*TERMINAL, *CLOSING, "/"))
"""The last code point of a line that may be over: a cheap look before the rules."""

UNFINISHED = re.compile(
    r"(?<!\w)(?:khoản|điểm)\s+(?:[0-9]{1,3}[a-zđ]?|[a-zđ]{1,2})(?:(?:,|\s+và)\s+(?:[0-9]{1,3}|[a-zđ]))*,?$"
)
WITHIN_ARTICLE = re.compile(r"điều\s+(?:[0-9]{1,3}[a-zđ]?(?:[,;)]|\s+(?!\.)[^\W\d])|này(?!\w))")
"""A provision cut by the end of a line: "theo quy định tại khoản 2⏎Điều 5 Nghị định …". A heading has a dot behind
its number, or nothing."""

SHORT = 30
"""Code points of a heading or of a cell of a table: a small letter or a count behind it begins another."""

CLOSES = "thực hiện"
"""Waits for the document that it names, for no number: "III. Tổ chức thực hiện⏎1. Sở A …" are two blocks."""

FULL_LINE = 0.85
"""Share of the wrap column from which on a line counts as full."""


def may_go_on(
    low: str, line: tuple[int, int], following: tuple[int, int], width: int | None, *, amid: bool = False
) -> bool:
    """A cheap look before the rules, which most cells of tables do not pass: a paragraph goes on behind a short line
    only where that waits for more, bears a label, or where both together fill the column. amid: the line goes on with
    the one above."""
    length = line[1] - line[0]
    return (
        amid
        or length > SHORT
        or low[line[1] - 1] in WAITING
        or low[line[1] - 2 : line[1]] in PAIRS
        or (width is not None and length + 1 + following[1] - following[0] > FULL_LINE * width)
        or low[following[0]] in "đ-"
        or low[line[0]] in "-+"
        or low[line[0] + 1 : line[0] + 2] in LABEL_MARKS
        or low.startswith(("căn cứ", "điều "), line[0])
        or halved(low, line, following)
    )


def goes_on(
    text: str,
    low: str,
    line: tuple[int, int],
    following: tuple[int, int],
    width: int | None,
    gap: int,
    *,
    amid: bool = False,
) -> bool:
    """Does the paragraph of `line` go on in the `following` line? gap: newlines between them, 1 where
    the others are those of a page that ends. amid: the line goes on with the one above, so that it may be short."""
    begin = low[following[0] : following[1]]
    if begin[0] == "đ" and _next_article(low[line[0] : line[1]], begin):
        return False
    if MARKER.match(begin) and not _small_word(text, low, following[0]):
        if begin[0] == "-" and _of_one_name(low[line[0] : line[1]], begin):
            return gap == 1
        if (
            begin[0] == "đ"
            and WITHIN_ARTICLE.match(begin)
            and UNFINISHED.search(low, max(line[0], line[1] - 20), line[1])
        ):
            return gap == 1
        return (
            (begin[0].isalpha() or begin[0].isdecimal())  # a footnote mark opens a note
            and dangles(low[line[0] : line[1]])
            and not (low.endswith(CLOSES, 0, line[1]) and (begin[0].isdecimal() or begin[1:2] in LABEL_MARKS))
            and "\t" not in begin
            and not text[line[0] : line[1]].isupper()
        )
    length = line[1] - line[0]
    if length <= BARE and begin[0].isalpha() and _is_bare(low, line, following):
        return gap == 1
    if length <= HALF and halved(low, line, following):
        return gap == 1
    first = low[line[0] : line[1]]
    last = text[line[1] - 1]
    capitals = not last.islower() and text[line[0] : line[1]].isupper()
    apart = gap > 1
    if first.endswith(":") and begin[0] in '“"' and not apart:
        return True  # "phê duyệt đề án:" and the quoted name on the next line
    if capitals and width is not None and not apart and text[following[0] : following[1]].isupper():
        # "SỬA ĐỔI MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH HƯỚNG⏎DẪN THI HÀNH LUẬT …": a title wrapped at the column of the text
        return length + 1 + len(begin.split(None, 1)[0]) > FULL_LINE * width
    if capitals or (last in CLOSED and (first.endswith("./") or first.rstrip(CLOSING).endswith(TERMINAL))):
        return width is not None and not apart and last == ";" and _is_amid(text, line, following, width)
    if (first[-2:] in PAIRS or first[-1] in MARKS) and dangles(first):
        # "… chuyển đổi số" ends a title, "Nghị định số" waits for its number; over a page break a small letter goes on
        return not (text[following[0]].isupper() and (apart or first.endswith(("số", "sô"))))
    if first.startswith("căn cứ") and not apart:
        return True  # a line of the preamble ends with ";" or "." (NĐ 30/2020, HD 05-HD/VPTW), not with its line
    if width is not None and not apart:
        full = FULL_LINE * width - 1
        if length > full or (length + len(begin) > full and length + len(begin.split(None, 1)[0]) > full):
            return True
    if not apart and _continues_count(text, low, line, following):
        return True
    return continues_lower(text, line, following, gap, amid=amid)


SMALL = re.compile(r"[^\W\d_]{2}")
"""A word, no label ("a.2)", "b2)")."""


def _is_amid(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """A full line that ";" ends, and a small letter behind it: "theo giá so sánh;⏎tổng giá trị …"."""
    if SMALL.match(text, following[0]) is None or not text[following[0]].islower():
        return False
    blank = text.find(" ", *following)
    word = (blank if blank >= 0 else following[1]) - following[0]
    return line[1] - line[0] + word > FULL_LINE * width - 1


ARTICLE = re.compile(r"điều\s+(?P<number>[0-9]{1,3})[.:]\s")


def _next_article(line: str, begin: str) -> bool:
    """Do article and next article stand below each other: "Điều 2. … chịu trách nhiệm thực hiện⏎Điều 3. …"? The first
    may lack its full stop."""
    one, other = ARTICLE.match(line), ARTICLE.match(begin)
    return one is not None and other is not None and int(other["number"]) == int(one["number"]) + 1


@cache
def _dashed() -> tuple[tuple[str, str], ...]:
    """The two halves of every name of a body with a dash in it: "bộ lao động", "thương binh và xã hội"."""
    names = {
        letters(name) for row in issuers() for name in (row.name_vi, *row.names) if " - " in name and "{" not in name
    }
    return tuple(sorted((left, right) for left, _, right in (name.partition(" - ") for name in names)))


def _of_one_name(first: str, begin: str) -> bool:
    """Does a dash that begins a line part the name of a body: "của Bộ Lao động⏎- Thương binh và Xã hội"?"""
    behind = begin[1:].lstrip()
    return any(behind.startswith(right) and first.endswith(left) for left, right in _dashed())


def _small_word(text: str, low: str, start: int) -> bool:
    """Does a word in small letters begin the line that opens a block with a capital ("công ty cổ⏎phần", "hoạt động⏎điều
    tra cơ bản"), or a longer word than that ("Luật⏎Lưu trữ năm 2024")? "khoản 2⏎điều 5" is told apart by its number."""
    word = SMALL_WORD.match(low, start)
    if word is None:
        return False
    longer = LONGER_WORD.match(low, start)
    return text[start].islower() or (longer is not None and text[longer.end() - 2].islower())


SMALL_WORD = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2}")
LONGER_WORD = re.compile(r"(?:chương|điều|mục|phần|lưu)\s(?!thứ|số|văn)[^\W\d_]{2}")
"""What only begins like a block: "Chương trình", "Điều lệ", "Mục tiêu", "Phần mềm", "Lưu trữ"; no "Lưu văn thư"."""


DIGITS = frozenset("0123456789")
COUNT = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,3})*%?\s+(?=[^\W\d_])")


def _continues_count(text: str, low: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """ "… bệnh viện huyện đã điều trị được⏎30 bệnh nhân": a count with its noun behind a line of prose; rows of a table
    begin with their numbers, one like the other."""
    if low[following[0]] not in DIGITS:
        return False
    count = COUNT.match(low, *following)
    return (
        count is not None
        and text[count.end()].islower()
        and line[1] - line[0] > SHORT
        and text[line[1] - 1].islower()
        and not low[line[0]].isdecimal()
    )


def continues_lower(
    text: str, line: tuple[int, int], following: tuple[int, int], gap: int, *, amid: bool = False
) -> bool:
    """A following line that begins with a small letter, or with "(" and one, behind a line long enough to be no table
    cell, or a labelled one, or one that goes on with the line above (amid)."""
    first = following[0] + (text[following[0]] == "(")
    if not text[first : first + 1].islower():
        return False
    if line[1] - line[0] <= SHORT and not amid:
        return gap == 1 and (LABELLED.match(text, *line) is not None or _opens_wrapped(text, line, following))
    return text[line[0] : line[1]].upper() != text[line[0] : line[1]]


def _is_bare(low: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Is a line no more than the label, or the first word, of the item that the following one tells?"""
    if LABEL_ALONE.match(low, *line):
        return True
    return following[1] - following[0] > SHORT and ITEM_WORD.match(low, *line) is not None


def _opens_wrapped(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """The first line of a paragraph or item that a web page wrapped behind its marks: "- Khơi thông cống⏎rãnh, kênh
    mương, dòng chảy bị tắc nghẽn trên địa bàn". A cell of a table has lines around it as short as it is."""
    if following[1] - following[0] <= SHORT or text[line[1] - 1] in ":|":
        return False
    words = line[0] + 2 if text.startswith(("- ", "+ "), line[0]) else line[0]
    if not text[words].isupper() or text.find("\t", *line) >= 0:
        return False
    return words > line[0] or text.endswith("\n\n", 0, line[0])


LABEL_MARKS = frozenset(".)")
"""What stands behind the first code point of such a line, if it is not "Điều 2.": a cheap look before the pattern."""

BARE = 12
"""Code points of a line that holds no more than a label, or the first word of an item."""

LABEL_ALONE = re.compile(r"[0-9]{1,2}\.(?:[0-9]{1,2}\.)*\Z")
"""A label that a web page set apart from its words: "1.2.⏎Sở Tài chính"."""

ITEM_WORD = re.compile(r"[-+] [^\W\d_]{1,8}\Z")
"""The first word of an item behind which a web page wrapped it: "+ Sở⏎Xây dựng: hướng dẫn các đơn vị …"."""

LABELLED = re.compile(
    r"(?:[0-9]\.(?:[0-9]{1,2}\.)*[0-9]{0,2}|[0-9a-zđ]\)|Điều [0-9]{1,3}\.)[ \t]+[^\W\d_][^\n|\t]*[^\W\d_]$"
)
"""A short line with the label of a block, whose sentence a web page broke: "1. Phát triển⏎hạ tầng dữ liệu"."""
