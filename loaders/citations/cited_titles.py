"""Where a title ends that stands behind a number: with its quotation or its bracket, at a word with which only the
sentence can go on, at an aside on the document, at the body that acts.

Measured on registered titles: a phrase is in the table when real titles do not hold it (`title_clause`), or nearly
never.
"""

from __future__ import annotations

import re

from loaders.citations import title_items
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.issuer_names import from_text
from ontology.lexicon import phrases

LIMIT = 1000
"""Code points that a title may take."""

MAIN_CLAUSE = trie.pattern(phrases("title_end"))
CLAUSE = trie.pattern(phrases("title_clause"))
OWN = trie.pattern(phrases("own_word"))
ACTS = trie.pattern(phrases("acting_body"))
ASIDE = re.compile(rf"\(\s*(?!điều\s+chỉnh){trie.pattern(phrases('title_aside'))}(?!\w)")
"""A bracket that says what became of the document, or where in it: "(được sửa đổi bởi …)", "(khoản 2 Điều 5)"."""

OPENINGS = frozenset((*phrases("title_opening"), *phrases("title_opening_close")))
"""Words that begin a title and are never all of it."""

STOP = patterns.awaited(
    r"(?=[\s;:.,|()“”\"])(?:"  # few letters are tried at all
    r"(?P<hard>[;\n|”]|\.(?=\s|$|/|\.{3}))|(?P<colon>:(?=\s))|(?P<quote>[“\"])|(?P<open>\()|(?P<close>\))"
    rf"|[,.]?\s+(?:(?P<clause>{CLAUSE}(?!\w|\s+hành\s(?!chính)))|(?P<own>(?:{OWN})\s+này(?!\w)))"
    r"|,\s+(?:sửa\s+đổi\s*,?\s+)?bổ\s+sung\s+(?:bởi|tại|theo)(?!\w)"
    r"|\s(?<![0-9]\s)(?<!ngày\s)(?<!từ\s)(?<!đến\s)(?<!nam\s)(?=[0-9]{2}/[0-9]{1,2}/[0-9]{4}(?:\n|\s*\|))"
    rf"|,\s+(?=ngày\s+[0-9]{{1,2}}(?:/[0-9]{{1,2}}/|\s+tháng\s+[0-9]{{1,2}}\s+năm\s+)[0-9]{{4}}\s*,?\s+(?:{ACTS})(?!\w))"
    r"|\s(?<=năm\s[0-9]{4}\s)(?=năm\s+(?:19|20)[0-9]{2}(?![0-9]))"
    rf"|\s+và\s+(?=(?:{trie.pattern(phrases('next_ground'))})(?!\w|\s+dõi))"
    rf"|,?\s+(?=(?:{trie.pattern(phrases('enacting_word'))})\s*:)"
    r"|,\s+(?=căn\s+cứ\s+(?:bộ\s+)?(?:luật|pháp\s+lệnh|nghị|thông|quyết|hiến)(?!\w))"
    rf"|,\s+(?:(?=(?P<main>{MAIN_CLAUSE})(?!\w))|(?=(?P<body>{ACTS})(?!\w))))"
)
"""What may end a title, on lower-case text; those with a name are looked at again."""

NEXT_GROUND = ("theo", "xét", "trong đó", "đồng thời")
PAIR = ("tình hình", "kết quả")
"""Words of one pair: "báo cáo về tình hình, kết quả thực hiện …"."""

BEGINS_CLAUSE = patterns.awaited(rf"(?:{CLAUSE})(?!\w)")

BEFORE_OWN = re.compile(
    r"[ ,]*\s(?:và\s+)?(?:thực\s+hiện\s+|quy\s+định\s+)?"
    r"(?:theo|tại|của|hoặc|bằng|trước|trừ|kèm|trái\s+với|và(?=\s\Z))\s"
)
OWN_REACH = 80
"""Where the words begin that lead to "Nghị định này": no title names the document that speaks."""

BEFORE_FORCE = re.compile(r"\s(?:khi|ngày|thời\s+điểm)\s[^,;\n]{2,120}$")
"""A clause of time in a title: "… vi phạm xảy ra trước khi Luật Đất đai năm 2024 có hiệu lực và tháo gỡ khó khăn"."""

CLAUSE_REACH = 130

DELEGATES = patterns.awaited(rf"(?<!\w)(?:{trie.pattern(phrases('delegating_word'))})(?!\w)")
"""Words of a title that hands something down: "quy định phân cấp thẩm quyền … cho Ủy ban nhân dân cấp tỉnh"."""

PROVISION = re.compile(r"\s*(?:[0-9]{1,2}[a-zđ]?|[a-zđ])(?:[.)]\s|…)|\s*(?:điều|khoản|chương)\s+[0-9ivx]")
"""How a quoted provision begins: "Thông tư số 27/2011/TT-BGDĐT ngày 27/6/2011: “2. Quy chế này áp dụng …”"."""

SAYS = (
    *(f"{passive}{words}:" for passive in (" được", "") for words in (" quy định", " quy định cụ thể", " nêu", " ghi")),
    " có nội dung:",
)
"""Behind which the words of a document are quoted."""

LISTED = re.compile(r"\s*(?:,|$|hoặc\s|với\s|trong\s+các\s|và\s+[a-zđ]|\))")
"""Behind a body that is one of several in a title ("…, Ủy ban nhân dân các cấp với …"), and does nothing."""

OF_ALL_LEVELS = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+){0,4}?\s+các\s+cấp(?!\w)")
BECOMES = " thành"
"""Between a title and the words that come instead of its own: "… đơn vị sự nghiệp công lập thành “Đơn vị nhóm 1”"."""

NAME = 160
"""Code points that a name of a body may take."""


def find(reading: Reading, start: int) -> int:
    """Where the title ends that begins at `start` (reading copy). Linear: looks no further than `LIMIT`."""
    low, text = reading.low, reading.text
    limit = min(len(text), start + LIMIT)
    position, depth = start, 0
    listed: int | None = None  # where the bodies begin that may yet turn out to act
    while match := STOP.search(low, position, limit):
        kind, stop = match.lastgroup, match.start()
        position = match.end()
        if kind == "open":
            if depth == 0 and ASIDE.match(low, stop):
                return stop
            depth += _closed(text, stop, limit)
        elif kind == "close":
            if depth == 0:
                return stop
            depth -= 1
        elif kind == "quote":
            if quotes_provision(reading, start, stop):
                return _before_saying(low, start, text.rfind(":", start, stop))
            end = None if inside_quotation(text, start, match[0]) else quotation(reading, stop)
            if end is None:
                return stop
            if (words := reading.low[start:stop].rstrip()).endswith(BECOMES) and not set(words) & set('“”"'):
                return start + len(words) - len(BECOMES)
            position = end
        elif (depth and match[0] not in ("\n", "|")) or (match[0] == "\n" and _next_line_goes_on(reading, start, stop)):
            continue
        elif kind == "colon":
            if not depth and _is_over(reading, start, stop):
                return stop
        elif kind == "own":
            return _before_own(low, start, stop)
        elif kind == "body":
            ends = _listed(reading, position) if text[position].isupper() else position
            if ends is None:
                return stop if listed is None else listed
            if ends > position:
                listed = stop if listed is None else listed
                position = ends
        elif _stays(reading, start, match):
            continue
        else:
            return _before_actor(reading, start, stop) if match["clause"] else stop
    return limit


NAMED_BEHIND = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('title_colon'))})(?:\s+(?:số\s+)?[0-9ivx]{{1,4}})?\s*$")
"""Before a colon behind which the title goes on: it names a project, lists kinds or places ("các xã: …"), counts phases
("giai đoạn I: từ năm 2021 đến năm 2025")."""

COLON_REACH = 48
AMOUNT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})* +[^\W\d_]")
"""Behind a colon: "01 bản chính"."""


def _is_over(reading: Reading, start: int, colon: int) -> bool:
    """Does the sentence go on behind a colon, and not the title: "… Luật Phòng, chống ma túy | : Thực hiện tương tự các
    đối tượng …"? Words that go on in small letters are a misread mark."""
    below = reading.text[colon + 1 : colon + 24].lstrip(" \t")
    if below[:1].isdigit() and (reading.text[colon - 1].isdigit() or not AMOUNT.match(below)):
        return False  # "tỷ lệ 1: 250 000", "QCVN 99: 2017/BGTVT", "các khối trữ lượng: 1-121"
    if not below[:1].isupper() and not below[:1].isdigit() and not below.startswith(phrases("title_colon_behind")):
        return False
    return NAMED_BEHIND.search(reading.low, max(start, colon - COLON_REACH), colon) is None


HEADING = patterns.awaited(
    rf"\W*(?:(?:điều|chương|mục|phần|phụ\s+lục|căn\s+cứ|nơi\s+nhận|cộng\s+hòa|{ACTS})(?!\w)|[0-9ivx]+[.)])"
)
"""What begins a line in capitals below a title: a heading of its own, or the body that enacts."""

CAPITAL_WORDS = 3


def _next_line_goes_on(reading: Reading, start: int, stop: int) -> bool:
    """Does the title go on below its line: "về việc ban hành⏎Quy chế thành lập …", where a page broke the line early,
    or a heading in capitals of several lines?"""
    line = reading.text[start:stop]
    if reading.low[start:stop].strip() in OPENINGS:
        return True
    if not line.isupper():
        ending = line.lower().rstrip()
        open_end = ending.endswith(OPEN_ENDS) and not ending.endswith(" pháp luật")
        return open_end and WORDS_BELOW.match(reading.text, stop) is not None
    below = NEXT_LINE.match(reading.text, stop)
    words = below["words"] if below else ""
    if not words.isupper() or ":" in words or len(words.split()) < CAPITAL_WORDS:
        return False
    if HEADING.match(words.lower()):
        return False
    body = from_text(words, None, None)
    return body is None or bool(words[body[1] :].strip())


OPEN_ENDS = tuple(f" {word}" for word in (*phrases("open_title_end"), *phrases("open_cited_end")) if word != "ngày")
"""How a line ends that cannot be the last one of a title: "… hướng dẫn thi hành một số điều của⏎Luật Quản lý thuế"."""

WORDS_BELOW = re.compile(
    r"\n(?:[ \t]*\n)?[ \t]*(?!(?:Mẫu|Tập|Phụ lục|Điều [0-9]|Chương [0-9IVX]|Căn cứ|Nơi nhận)(?!\w))[^\W\d_][^\n|]{3}"
)
NEXT_LINE = re.compile(r"\n(?:[ \t]*\n)?[ \t]*(?P<words>[^\n|]{1,200})")

ACTOR_REACH = 100


def _before_actor(reading: Reading, start: int, stop: int) -> int:
    """Where "và" and a body stand that does what the clause at `stop` says: "về tài chính năm 2015 và Bộ Tài chính đã
    ban hành"."""
    joined = reading.low.rfind(" và ", max(start, stop - ACTOR_REACH), stop)
    words = reading.text[joined + len(" và ") : stop] if joined >= 0 else ""
    named = from_text(words, None, None) if words[:1].isupper() else None
    return joined if named is not None and not words[named[1] :].strip() else stop


def begins_clause(low: str, start: int) -> bool:
    """Do words begin there with which only the sentence goes on ("tiếp tục được áp dụng")?"""
    return BEGINS_CLAUSE.match(low, start) is not None


def quotation(reading: Reading, start: int) -> int | None:
    """The end of the words in quotation marks that begin at `start`; None when they are not closed in their block."""
    closing = "”" if reading.text[start] == "“" else '"'
    limit = start + LIMIT
    end = reading.text.find(closing, start + 1, limit)
    line = reading.text.find("\n", start, limit)
    return None if end < 0 or (0 <= line < end) else end + 1


def quotes_provision(reading: Reading, start: int, mark: int) -> bool:
    """Does the quotation at `mark` say what the document holds, behind a colon: "… của Luật Luật sư: “2. Trong thời
    hạn …”"? A project, too, is named behind a colon."""
    before = reading.low[start:mark].rstrip()
    return before.endswith(":") and (PROVISION.match(reading.low, mark + 1) is not None or before.endswith(SAYS))


def _before_saying(low: str, start: int, colon: int) -> int:
    """Where the words begin that lead to what the document says: "… quỹ từ thiện | quy định: “Đối với hội …”"."""
    said = next((words for words in SAYS if low.startswith(words, colon + 1 - len(words))), ":")
    return max(start, colon + 1 - len(said))


def _closed(text: str, start: int, limit: int) -> bool:
    """Is the bracket closed on its line?"""
    end = text.find(")", start, limit)
    return end >= 0 and text.find("\n", start, end) < 0


def inside_quotation(text: str, start: int, mark: str) -> bool:
    """Does a straight mark close a quotation that began before the title? An odd number of marks stands before it."""
    return mark == '"' and text.count('"', text.rfind("\n", 0, start) + 1, start) % 2 == 1


def _before_own(low: str, start: int, stop: int) -> int:
    """Where the words begin that lead to the document that speaks, the last of them."""
    found = [match.start() for match in BEFORE_OWN.finditer(low, max(start + 1, stop - OWN_REACH), stop + 1)]
    return found[-1] if found else stop


def _stays(reading: Reading, start: int, match: re.Match[str]) -> bool:
    """Does the title go on all the same?"""
    low = reading.low
    if match[0] == ";":
        return title_items.go_on(reading, start, match.start())
    if match["clause"]:
        if match["clause"].startswith("cho "):
            return DELEGATES.search(low, start, match.start()) is not None
        return _of_time(low, start, match)
    if not match["main"]:
        return False
    if match["main"] == PAIR[1] and low.endswith(PAIR[0], start, match.start()):
        return True
    return not match["main"].startswith(NEXT_GROUND) and _among_grounds(low, start)


def _of_time(low: str, start: int, match: re.Match[str]) -> bool:
    """Does a clause of time in the title end with the words "có hiệu lực"? No comma stands before them there."""
    if not match["clause"].startswith("có") or match[0].startswith(","):
        return False
    return BEFORE_FORCE.search(low, max(start, match.start() - CLAUSE_REACH), match.start()) is not None


def _among_grounds(low: str, start: int) -> bool:
    """Does the line say what a document rests on, with no main clause of its own: "Căn cứ Nghị quyết … về mục tiêu tăng
    trưởng cả nước, năm 2025 đạt 8%;"?"""
    line, end = low.rfind("\n", 0, start) + 1, low.find("\n", start)
    return low[line : line + 60].lstrip(" -*+").startswith("căn cứ") and low[
        max(start, end - 4) : end
    ].rstrip().endswith(";")


def _listed(reading: Reading, position: int) -> int | None:
    """The end of the name of a body that is one of several; None for one that acts."""
    everywhere = OF_ALL_LEVELS.match(reading.low, position)
    named = None if everywhere else from_text(reading.text[position : position + NAME].partition("\n")[0], None, None)
    if everywhere is None and named is None:
        return None
    end = everywhere.end() if everywhere else position + (named[1] if named else 0)
    return end if LISTED.match(reading.low, end) else None
