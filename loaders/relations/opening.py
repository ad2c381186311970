"""A verb of change that opens a clause and reaches over what it changes to the document behind it: "Bãi bỏ các thủ tục
hành chính tại Quyết định X", "Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 1 Điều 8 Nghị định Y"."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from loaders.citations import pinpoints
from loaders.relations import clauses, cues
from loaders.relations.changed_provisions import OF_WORDS
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Predicate, Span

REACH = 700
"""Code points between the verb and the document: words in quotation marks may be long."""

VERB = re.compile(r"(?:thay|bãi|bỏ|bổ|sửa|hủy|đính|ngưng|tạm|đình|điều\s+chỉnh|kéo\s+dài)[\s,]")
"""How a verb of change begins: a cheap look before the phrases."""

WORDS = re.compile("sửa|bổ|bãi|thay|bỏ|hủy|đính|đình|ngưng|điều chỉnh|kéo dài")
"""The same as bare words, wherever they stand."""

EFFECT = "hiệu lực"
OVERLAP = len(EFFECT) - 1
"""Code points that are looked at twice, because a word may begin before what is new."""

FRONT = re.compile(
    r"[\s\-+*•–#“\"(|]*(?:(?:khoản|điểm|điều)?\s*(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-zđ]{1,2})\s*[.)]\s*)?"
    r"(?:(?:nghị\s+định|thông\s+tư(?:\s+liên\s+tịch)?|quyết\s+định|nghị\s+quyết|luật|pháp\s+lệnh)\s+(?:này\s+)?"
    r"|(?:điều\s+lệ|quy\s+chế|quy\s+định|quy\s+trình|danh\s+mục|kế\s+hoạch|chương\s+trình|hướng\s+dẫn)\s+này\s+"
    r"|(?:về|v/v)\s+(?:việc\s+)?)?"
    rf"(?:(?:{trie.pattern(phrases('approving_verb'))})\s+(?:(?:việc|chủ\s+trương|nội\s+dung)\s+)?(?=(?:điều\s+chỉnh|sửa|bổ|kéo|thay)[\s,]))?"
)
"""What may stand before the verb: the mark of an item, "Thông tư này", "Điều lệ này", "Về việc" of a title."""

HOLDS = re.compile(r"này\s+có\s+hiệu\s+lực[^;:]{0,120}?(?:\s+và|\s*,)\s+(?=(?:thay|bãi|hủy|sửa)\s)")
"""A clause of effect before the verb: "Thông tư này có hiệu lực thi hành kể từ ngày 15/02/2012 và thay thế …"."""


@cache
def _annex_acts() -> re.Pattern[str]:
    """A form or an annex of the speaking document before the verb: "a) Mẫu VC02 (Giấy đăng ký) thay thế mẫu VC02 …",
    "Phụ lục I kèm theo Thông tư này thay thế Phụ lục I …"."""
    return re.compile(
        rf"(?:các\s+)?(?:{trie.pattern(phrases('changed_part'))})\s[^.;:“\"\n]{{1,120}}?\s(?<!được\s)(?<!bị\s)(?=thay\s+thế\s)"
    )


CLOSES = patterns.awaited(
    rf"(?:(?<!\w)(?P<link>(?:(?<!theo )(?:quy\s+định|nêu|ghi)\s+)?(?:tại|của|trong|thuộc)"
    rf"|ban\s+hành\s+(?:(?:kèm\s+)?theo|kèm)|kèm\s+theo(?:\s+của)?)\s+|(?P<pin>{clauses.PIN}))(?:các\s+)?{clauses.PIN}*(?:của\s+)?$"
)
"""How the object of the verb ends before its document: "tại khoản 1 Điều 5", "ban hành kèm theo"."""

LISTED_IN = patterns.awaited(
    rf"(?<!\w)(?:tại|của|trong)\s+các\s+(?:{trie.pattern(clauses.TYPES)})\s[^.;:]{{0,260}}:\s*$"
)
"""How it ends before the first of several: "tại các Quyết định của Chủ tịch Ủy ban nhân dân tỉnh: số 761/QĐ-UBND"."""

TAIL = 160
"""Code points in which it ends."""

QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")


class Opened(Struct, frozen=True):
    """touched: the provisions named between the verb and the document, None where none are."""

    predicate: Predicate
    rule: str
    cue: Span
    touched: Span | None


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        rf":?\s+(?:(?:các|một\s+số|những|toàn\s+bộ|một\s+phần|[0-9]{{1,3}})\s+)*(?:{trie.pattern(phrases('changed_part'))})(?!\w)"
    )


def read(reading: Reading, block: int, floor: int, start: int, *, peer: bool = False) -> Opened | None:
    """The verb that opens the clause of the document at `start`, not before `floor`; None where no verb of change
    opens it, or its object is no part of a document. peer: is the document of the type of the one that speaks, so that
    a plan or a project of it may be changed as a whole?"""
    low = reading.low
    begin = max(floor, start - REACH)
    words = low[begin:start]
    if "“" in words or '"' in words:
        words = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), words)
    if ";" in words and floor <= block and (listed := _of_provisions(reading, block, start)):
        return listed
    listed_in = words.endswith((":", ": ", ":\n")) and LISTED_IN.search(words) is not None
    clause = begin + clauses.sentence_start(words, 0, words.rfind(":") if listed_in else len(words))
    front = FRONT.match(low, clause, start)
    at = front.end() if front else clause
    if holds := HOLDS.search(low, clause, start):
        at = holds.end()
    elif acts := _annex_acts().match(low, at, start):
        at = acts.end()
    if not VERB.match(low, at, start) or (clause == begin and begin > block):
        return _of_words(reading, block, floor, start)
    found = _verb(reading, at, start, peer=peer)
    if found is None or not (listed_in or CLOSES.search(low, max(found.cue.end, start - TAIL), start)):
        return None
    provisions = list(pinpoints.listed(reading, found.cue.start, start))
    touched = Span(provisions[0].start, provisions[-1].end) if provisions else None
    return Opened(found.predicate, found.rule, found.cue, touched)


TITLE_VERB = 40
"""Code points in which a title says what it does."""


def may_change(low: str, title: int) -> bool:
    """A cheap look before the patterns: may a title open with a verb of change?"""
    return WORDS.search(low, title, title + TITLE_VERB) is not None


GUIDES = ("hướng dẫn ", "quy định chi tiết ")
GUIDES_LIMIT = 60
"""Code points in which a block says that it guides."""

THIS_ACT = re.compile(
    r"[\s*#]*(?:(?:thông\s+tư(?:\s+liên\s+tịch)?|nghị\s+định|quyết\s+định|nghị\s+quyết|hướng\s+dẫn)\s+này\s+)?"
)
TITLE_LIMIT = 3000
"""Code points in which a title stands."""


def may_guide(low: str, block: int) -> bool:
    """A cheap look before the patterns: may a block open with the words of a guiding act?"""
    words = low[block : block + GUIDES_LIMIT]
    return "hướng dẫn" in words or "quy định chi tiết" in words


def guided(reading: Reading, block: int, start: int, *, titled: bool = False) -> Opened | None:
    """A guiding act that says what it guides before it says of which document: "Hướng dẫn thực hiện các chính sách quy
    định tại khoản 1 Điều 7 Nghị định X", as a title or behind "Thông tư này". titled: does the title of a cited act
    begin at `block`?"""
    low = reading.low
    at = front.end() if (front := THIS_ACT.match(low, block, start)) else block
    if not low.startswith(GUIDES, at) or not (titled or block <= TITLE_LIMIT or low.endswith("này ", block, at)):
        return None
    words = low[at:start]
    cue = next(iter(cues.find(reading, at, min(start, at + 60))), None)
    if cue is None or cue.start != at or cue.phrase.predicate != "guides" or len(words) > REACH:
        return None
    link = CLOSES.search(low, max(cue.end, start - TAIL), start)
    if link is None or ";" in words or ". " in words or ":" in words:
        return None
    return Opened("guides", f"{cue.phrase.id}.opening", Span(cue.start, cue.end), None)


ONLY = re.compile(
    rf"{clauses.PIN}|[\s,;]+|(?:và|của|tại|các)\s|(?:bảng|biểu|dòng|cột|đoạn)\s|[a-zđ](?=[\s,;])|[0-9]{{1,3}}[a-zđ]?(?!\w)"
)
"""One word of a list of provisions."""


def _of_provisions(reading: Reading, block: int, start: int) -> Opened | None:
    """A verb that opens the block and changes nothing but a list of provisions: "Bãi bỏ Điều 4; khoản 5 Điều 6 Thông tư
    X"."""
    low = reading.low
    front = FRONT.match(low, block, start)
    at = front.end() if front else block
    found = _verb(reading, at, start) if VERB.match(low, at, start) else None
    if found is None:
        return None
    # the row of the phrase may hold the word of a provision: "sửa đổi, bổ sung điểm d khoản 1"
    provisions = list(pinpoints.listed(reading, found.cue.start, start))
    if not provisions:
        return None
    position = min(found.cue.end, provisions[0].start)
    names_part = _part().match(low, found.cue.end, start) or PART_IN_CUE.search(low, found.cue.start, found.cue.end)
    if names_part and low[position : provisions[0].start].strip():
        position = low.find(";", position, start)  # "Sửa đổi nội dung … tại các bảng a, b của mục 2.2.1; bảng c"
    while position < start:
        match = ONLY.match(low, position, start)
        if match is None:
            return None
        position = match.end()
    return Opened(found.predicate, found.rule, found.cue, Span(provisions[0].start, provisions[-1].end))


GOES_ON = re.compile(r"[\s,.;)]*;\s*(?:và\s+)?(?:(?:các\s+)?cụm\s+từ\s+x+\s+)?(?:tại|trong|của)\s")


def _of_words(reading: Reading, block: int, floor: int, start: int) -> Opened | None:
    """The change of words with which the block opens, for a further place of it: "Bãi bỏ cụm từ “A” tại khoản 6 Điều 16
    của Luật X; tại khoản 1 Điều 66 của Luật Y"."""
    low = reading.low
    front = FRONT.match(low, block, start)
    found = OF_WORDS.match(low, front.end() if front else block, start)
    if found is None or start - floor > REACH:
        return None
    words = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), low[floor:start])
    last = words.rfind(";")
    if last < 0 or GOES_ON.match(words, last) is None or CLOSES.search(low, max(floor, start - TAIL), start) is None:
        return None
    return Opened("amends", "word_change.opening", Span(*found.span()), None)


class Openings:
    """A cheap look before the patterns: may a verb of change open a block, or its last clause? Of a block with a
    thousand documents each word is looked at once."""

    def __init__(self, low: str) -> None:
        self.low = low
        self._enter(0)

    def _enter(self, block: int) -> None:
        self.block = self.seen = self.told = block
        self.verb = self.effect = False
        self.clauses = dict.fromkeys(";.:", 0)  # where the last one begins behind each mark

    def may_be(self, block: int, start: int) -> bool:
        """Before the document at `start`."""
        if block != self.block or start < self.seen:
            self._enter(block)
        low = self.low
        self.verb = self.verb or WORDS.search(low, max(block, self.seen - OVERLAP), start) is not None
        self.seen = start
        if not self.verb:
            return False
        self.effect = self.effect or low.find(EFFECT, max(block, self.told - OVERLAP), start) >= 0
        for mark in self.clauses:
            self.clauses[mark] = low.rfind(mark, self.told, start) + 1 or self.clauses[mark]
        self.told = start
        return self.effect or any(self._opens(at, start) for at in {block, *self.clauses.values()})

    def _opens(self, at: int, start: int) -> bool:
        front = FRONT.match(self.low, at, start)
        if front is None:
            return False
        begin = front.end()
        return VERB.match(self.low, begin, start) is not None or _annex_acts().match(self.low, begin, start) is not None


def _verb(reading: Reading, at: int, start: int, *, peer: bool = False) -> Opened | None:
    of_words = OF_WORDS.match(reading.low, at, start)
    if of_words is not None:
        return Opened("amends", "word_change.opening", Span(*of_words.span()), None)
    cue = next(iter(cues.find(reading, at, min(start, at + 60))), None)
    if cue is None or cue.start != at or cue.phrase.direction == "inverse":
        return None
    predicate = cue.phrase.predicate
    if predicate not in ("amends", "replaces", "repeals", "corrects", "suspends"):
        return None
    rule = f"{cue.phrase.id}.opening"
    if OTHER.match(reading.low, cue.end, start):
        return None
    if predicate in ("repeals", "corrects") and cue.phrase.id != "huy-bo":
        return Opened(predicate, rule, Span(cue.start, cue.end), None)
    named = _part().match(reading.low, cue.end, start) or PART_IN_CUE.search(reading.low, cue.start, cue.end)
    touches = (named is not None and cue.phrase.detail not in WHOLE) or (peer and _touches(reading.low, cue, start))
    exchanges = cue.phrase.id == EXCHANGES and named is None
    return Opened("amends" if exchanges else predicate, rule, Span(cue.start, cue.end), None) if touches else None


WHOLE = frozenset({"adjusts", "extends"})
"""Details of phrases for what is done to a plan or a project that a document holds."""

BY_RULES = re.compile(r"\stheo\s+(?:(?:đúng\s+)?quy\s+định\s+(?:tại|của|trong)|mẫu)\s")
"""What goes by a document and changes nothing: "Điều chỉnh mức hỗ trợ theo quy định tại X", "theo Mẫu số 19 … X"."""
INTO = re.compile(r"(?:[^.;:“\n]{1,300}?)?(?<=\s)vào\s")


def _touches(low: str, cue: cues.Cue, start: int) -> bool:
    """Does the verb change what the document behind it holds: "Điều chỉnh chủ trương đầu tư dự án A được phê duyệt tại
    Nghị quyết X", "Bổ sung 04 thủ tục hành chính vào Bộ thủ tục … công bố kèm theo Quyết định Y"?"""
    if BY_RULES.search(low, cue.end, start):
        return False
    if cue.phrase.id == EXCHANGES:
        return BY.match(low, cue.end, start) is not None
    return cue.phrase.detail in WHOLE or (cue.phrase.id == ADDS and INTO.match(low, cue.end, start) is not None)


EXCHANGES = "thay-the"
BY = re.compile(r"\s[^.;:“\n]{2,200}?\sbằng\s")
"""What is exchanged within a document: "Thay thế ông A bằng ông B tại khoản 2 Điều 1 Quyết định X" amends X."""

ADDS = "bo-sung"
"""The phrase "bổ sung", which speaks of money and people as often as of documents."""


OTHER = re.compile(
    r"\s+(?:(?:một\s+phần|toàn\s+bộ|hoặc|và|các|những)\s+)*(?:văn\s+bản|quyết\s+định|nghị\s+quyết|giấy|chứng\s+chỉ|kết\s+quả)(?!\w)"
)
"""What is changed as the document behind it says: "bãi bỏ văn bản quy định tại khoản 3 Điều 4 của Luật X"."""

PART_IN_CUE = re.compile(r"\s(?:điều|khoản|điểm|nội\s+dung|quy\s+định|phụ\s+lục|mẫu)(?:\s+(?:của|tại))?$")
"""The row of the phrase may hold the part itself: "sửa đổi, bổ sung một số điều của"."""
