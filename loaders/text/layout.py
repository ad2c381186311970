"""Lines as printed → lines as meant: where a newline only wraps a line or a page cuts a paragraph, it becomes a space.

Same length as the text, so offsets stay. What is left of newlines separates blocks: paragraphs, list items, headings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import islice

from loaders.text import front_matter, trie
from loaders.text.dangling import PAIRS, WAITING, dangles, halved
from loaders.text.reading import LONG_TEXT, Reading, lower
from loaders.text.stretches import Stretches
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

PAGE_NUMBER = re.compile(r"(?:(?:trang|page)\s*)?[-–]?\s*[0-9]{1,4}\s*[-–]?(?:\s*/\s*[0-9]{1,4})?$")

PAGE_NUMBER_LIMIT = 12
"""Code points of a line that may be a page number."""

PAGE_NUMBER_ENDS = frozenset("0123456789-–")
"""How such a line ends: a cheap look before the pattern."""

SHORT = 30
"""Code points of a heading or of a cell of a table: a small letter or a count behind it begins another."""

FULL_LINE = 0.85
"""Share of the wrap column from which on a line counts as full."""

WRAP_LIMIT = 130
"""Code points. Texts whose lines are all shorter were wrapped by whoever saved them."""


LINE = re.compile(r"\S(?:[^\n]*\S)?")
"""A line without the white space around it."""


PAGE_LIMIT = 110
"""Code points of a line on a page of A4."""


def flow(page: Reading) -> Reading:
    """The page, now with soft newlines as spaces; same length, so its map to the original stays. Changed in place; of a
    long text the twin goes before the copy stands twice, and is made anew."""
    soft = soft_spans(page.text, page.low)
    if len(page.text) > LONG_TEXT:
        page.low = ""
        page.text = _blank(page.text, soft)
        page.low = lower(page.text)
        return page
    page.text = _blank(page.text, soft)
    page.low = _blank(page.low, soft)
    return page


def soft_spans(text: str, low: str) -> Stretches:
    """Stretches between two lines of one paragraph; `low` is the lower-case twin of `text`."""
    lines = Stretches.of(LINE, low)
    soft = Stretches()
    if len(lines) < 2:
        return soft
    prose = (line for line in lines if low[line[0]] != "|") if "\n|" in low else lines
    width = wrap_width(prose)  # rows of tables are not wrapped
    keys = front_matter.end(text)
    previous = None
    for number, (start, end) in enumerate(lines):
        if previous is not None:
            if (
                end - start <= PAGE_NUMBER_LIMIT
                and low[end - 1] in PAGE_NUMBER_ENDS
                and _is_page_number(low, lines, number)
            ):
                continue
            if (
                (previous[1] > keys or front_matter.KEY.match(low, start) is None)
                and low[previous[1] - 1] not in ENDS
                and _may_go_on(low, previous, (start, end), width)
                and goes_on(text, low, previous, (start, end), width)
            ):
                soft.append(previous[1], start)
        previous = (start, end)
    return soft


def wrap_width(lines: Iterable[tuple[int, int]]) -> int | None:
    """The column at which the text was wrapped, or None for a text with one line a paragraph.

    A few longer lines (footnotes in small print, rows of a table) hide no column of a page, as long as none of them is
    a paragraph on one line.
    """
    lengths = sorted([end - start for start, end in lines])
    if not lengths:
        return None
    outliers = (20, 10) if lengths[-1] <= 2 * PAGE_LIMIT else ()
    for share, limit in ((100, WRAP_LIMIT), *((share, PAGE_LIMIT) for share in outliers)):
        longest = lengths[-1 - len(lengths) // share]
        full = bisect_right(lengths, longest) - bisect_right(lengths, 0.8 * longest)
        if 40 <= longest <= limit and full >= 3 and full >= 0.15 * len(lengths):
            return longest
    return None


def _is_page_number(low: str, lines: Stretches, number: int) -> bool:
    start, end = lines[number]
    if not PAGE_NUMBER.match(low[start:end]):
        return False
    alone_before = low.count("\n", lines.ends[number - 1], start) > 1 if number else True
    alone_after = low.count("\n", end, lines.starts[number + 1]) > 1 if number + 1 < len(lines) else True
    return alone_before or alone_after


def _may_go_on(low: str, line: tuple[int, int], following: tuple[int, int], width: int | None) -> bool:
    """A cheap look before the rules, which most cells of tables do not pass: a paragraph goes on behind a short line
    only where that waits for more, bears a label, or where both together fill the column."""
    length = line[1] - line[0]
    return (
        length > SHORT
        or low[line[1] - 1] in WAITING
        or low[line[1] - 2 : line[1]] in PAIRS
        or (width is not None and length + 1 + following[1] - following[0] > FULL_LINE * width)
        or low[following[0]] in "đ-"
        or low[line[0]] in "-+"
        or low[line[0] + 1 : line[0] + 2] in LABEL_MARKS
        or low.startswith(("căn cứ", "điều "), line[0])
        or halved(low, line, following)
    )


def goes_on(text: str, low: str, line: tuple[int, int], following: tuple[int, int], width: int | None) -> bool:
    """Does the paragraph of `line` go on in the `following` line?"""
    begin = low[following[0] : following[1]]
    if begin[0] == "đ" and _next_article(low[line[0] : line[1]], begin):
        return False
    if MARKER.match(begin) and not _small_word(text, low, following[0]):
        if begin[0] == "-" and _of_one_name(low[line[0] : line[1]], begin):
            return low.count("\n", line[1], following[0]) == 1
        if (
            begin[0] == "đ"
            and WITHIN_ARTICLE.match(begin)
            and UNFINISHED.search(low, max(line[0], line[1] - 20), line[1])
        ):
            return low.count("\n", line[1], following[0]) == 1
        return (
            (begin[0].isalpha() or begin[0].isdecimal())  # a footnote mark opens a note
            and dangles(low[line[0] : line[1]])
            and "\t" not in begin
            and not text[line[0] : line[1]].isupper()
        )
    if begin[0].isalpha() and (LABEL_ALONE.match(low, *line) or (len(begin) > SHORT and ITEM_WORD.match(low, *line))):
        return low.count("\n", line[1], following[0]) == 1
    if halved(low, line, following):
        return low.count("\n", line[1], following[0]) == 1
    first = low[line[0] : line[1]]
    last = text[line[1] - 1]
    capitals = not last.islower() and text[line[0] : line[1]].isupper()
    apart = low.count("\n", line[1], following[0]) > 1
    if first.endswith(":") and begin[0] in '“"' and not apart:
        return True  # "phê duyệt đề án:" and the quoted name on the next line
    if capitals and width is not None and not apart and text[following[0] : following[1]].isupper():
        # "SỬA ĐỔI MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH HƯỚNG⏎DẪN THI HÀNH LUẬT …": a title wrapped at the column of the text
        return len(first) + 1 + len(begin.split(None, 1)[0]) > FULL_LINE * width
    if capitals or (last in CLOSED and (first.endswith("./") or first.rstrip(CLOSING).endswith(TERMINAL))):
        return False
    if dangles(first):
        # "… chuyển đổi số" ends a title, "Nghị định số" waits for its number; over a page break a small letter goes on
        return not (text[following[0]].isupper() and (apart or first.endswith(("số", "sô"))))
    if first.startswith("căn cứ") and not apart:
        return True  # a line of the preamble ends with ";" or "." (NĐ 30/2020, HD 05-HD/VPTW), not with its line
    if width is not None and not apart and len(first) + 1 + len(begin.split(None, 1)[0]) > FULL_LINE * width:
        return True
    if not apart and _continues_count(text, low, line, following):
        return True
    return continues_lower(text, line, following)


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
    tra cơ bản")? "khoản 2⏎điều 5" is told apart by its number."""
    word = SMALL_WORD.match(low, start)
    return word is not None and text[start].islower()


SMALL_WORD = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2}")


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


def continues_lower(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """A following line that begins with a small letter, or with "(" and one, behind a line long enough to be no table
    cell, or a labelled one."""
    first = following[0] + (text[following[0]] == "(")
    if not text[first : first + 1].islower():
        return False
    if line[1] - line[0] <= SHORT:
        if text.count("\n", line[1], first) != 1:
            return False
        return LABELLED.match(text, *line) is not None or _opens_wrapped(text, line, following)
    return text[line[0] : line[1]].upper() != text[line[0] : line[1]]


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

LABEL_ALONE = re.compile(r"[0-9]{1,2}\.(?:[0-9]{1,2}\.)*\Z")
"""A label that a web page set apart from its words: "1.2.⏎Sở Tài chính"."""

ITEM_WORD = re.compile(r"[-+] [^\W\d_]{1,8}\Z")
"""The first word of an item behind which a web page wrapped it: "+ Sở⏎Xây dựng: hướng dẫn các đơn vị …"."""

LABELLED = re.compile(
    r"(?:[0-9]\.(?:[0-9]{1,2}\.)*[0-9]{0,2}|[0-9a-zđ]\)|Điều [0-9]{1,3}\.)[ \t]+[^\W\d_][^\n|\t]*[^\W\d_]$"
)
"""A short line with the label of a block, whose sentence a web page broke: "1. Phát triển⏎hạ tầng dữ liệu"."""


SOME = 4096
"""Stretches that are put together at one time: all pieces of a long text are as large as the text."""


def _blank(text: str, spans: Stretches) -> str:
    blanked, position = "", 0
    each = iter(spans)
    while some := list(islice(each, SOME)):
        pieces = []
        for start, end in some:
            pieces += [text[position:start], " " * (end - start)]
            position = end
        blanked += "".join(pieces)
    blanked += text[position:]
    return blanked
