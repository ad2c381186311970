"""What may stand between a cue and the document it governs, and between two coordinated documents (lower-case text)."""

from __future__ import annotations

import re

from loaders.relations.cues import Cue
from loaders.text import patterns, trie
from ontology.lexicon import phrases
from ontology.records import Span

PIN = (
    r"(?:(?:các\s+)?(?:điểm|khoản|điều|chương|mục|phần|phụ\s+lục|tiết|mẫu)\s+(?:số\s+)?"
    r"(?:[0-9][\w.]*|[ivxlc]{1,7}(?:\.[0-9]{1,3})*|[a-zđ]{1,2}[0-9]?)(?!\w)[.]?"
    r"(?:\s*,\s*[\w.]{1,4}(?=[\s,]))*(?:\s+và\s+[\w.]{1,4}(?=\s))?[\s,]*(?:và\s+)?)"
)
"""A pinpoint: "khoản 2 Điều 5", "các Điều 3, 4 và 6"; "điều chỉnh" and "mục tiêu" are none."""

ARTICLE = (
    r"(?:các|những|cả|toàn\s+bộ|một\s+phần|cho|đối\s+với|với|của|vào|theo|tại|đến|bởi"
    r"|một\s+số\s+(?:điều|nội\s+dung|khoản|quy\s+định))"
)

CONGRESS = r"(?:của\s+)?đảng(?:\s+bộ)?(?:\s+(?:tỉnh|thành\s+phố|huyện|quận|xã|phường))?"
BORNE = rf"(?:\s+(?:(?:khóa|nhiệm\s+kỳ)\s+[ivx0-9]{{1,5}}|{CONGRESS})(?!\w))"
"""What the name of a congress or a term leaves over: "Nghị quyết Đại hội XX" Đảng bộ tỉnh."""

COORDINATES = patterns.awaited(
    rf"{BORNE}?[\s,;.+)”\"-]*(?:(?:và|hoặc|cùng\s+với|cùng|với|hay|,)\s*)?(?:{ARTICLE}\s+)*{PIN}*(?:{ARTICLE}\s+)*\s*"
    r"(?:\([^()\n]{0,80}\)[\s,;]*(?:và\s+)?)?"
)
"""From one document to the next in a coordination: marks, "và", "các", a pinpoint; an aside in parentheses."""

ALIAS = re.compile(
    r"[”\"\s,]*\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+|gọn\s+)?là\s*:?\s*[“\"]?\s*"
)
"""From a document to the short form that stands for it from here on: " (gọi tắt là "."""

GOES_ON = re.compile(
    r"(?:\svà|,|;|\sđồng\s+thời)\s+(?:đồng\s+thời\s+)?(?:bãi\s+bỏ|thay\s+thế|hủy\s+bỏ)\s+(?:(?:toàn\s+bộ|một\s+phần|các)\s+)*"
    rf"{PIN}*(?:của\s+)?$"
)
"""The main clause goes on behind a title: "thay thế Thông tư A về … và bãi bỏ Điều 2 Thông tư B"."""

GOES_ON_LIMIT = 120
"""Code points of that verb and the provision behind it."""

ORDERED_TOO = re.compile(
    r"\s*[,;]?\s+(?:và\s+)?(?:các\s+)?(?:ý\s+kiến\s+)?(?:chỉ\s+đạo|kết\s+luận|yêu\s+cầu)(?:,?\s+\w+\s+\w+)?\s+của\s+[^.;:()\n]{2,90}?\s+tại\s+(?:các\s+)?"
)
"""From a document to an order that stands in another: "Thực hiện A và ý kiến chỉ đạo của UBND tỉnh tại B"."""

AMENDING_ONES = re.compile(
    r"[\s,;]*(?:và|cùng)(?:\s+với)?\s+(?:các|[0-9]{1,2})\s+(?:văn\s+bản|luật|nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết)\s+(?:đã\s+)?sửa\s+đổi"
    r"(?:\s*,\s*bổ\s+sung)?(?:\s+(?:nó|các\s+văn\s+bản\s+này|một\s+số\s+điều))?(?:\s*,)?\s*(?:gồm|bao\s+gồm|là|như|cụ\s+thể\s+là|như\s+sau)?\s*[:(]?\s*(?:các\s+)?"
)
"""From a document to those that amended it: "… và các Nghị định sửa đổi, bổ sung gồm: số 35/2023/NĐ-CP"."""

SUCH_ARE = re.compile(
    r"[\s,]*(?:,\s*)?(?:(?:bao\s+)?gồm|là|như|cụ\s+thể(?:\s+là)?)(?:\s+(?:có|các\s+văn\s+bản))?(?:\s+sau(?:\s+đây)?)?\s*:?\s*"
    r"|\s*[:(]\s*"
)
"""From the object of several documents that nobody counts to the documents themselves: "các Nghị định sửa đổi Nghị định
X gồm: A, B"."""

ENUMERATED = re.compile(r"[^;.:\n]{0,160};\s*(?:và\s+)?(?:các\s+)?")
"""From one document to the next in a list cut by semicolons, past what is left of the first one's name."""

FOLLOWING = re.compile(r"(?<!\w)(?:sau(?:\s+đây)?|dưới\s+đây)\s*,?\s*(?:sẽ\s+|đã\s+)?$")
"""What announces a list before the phrase that ends its documents."""

THIS_PROVISION = re.compile(
    rf"(?<!\w)(?:{trie.pattern(phrases('noted_part'))})\s+(?:(?:số\s+)?[0-9]{{1,3}}[a-zđ]?\s+)?này\s*$"
)
"""What a footnote of a consolidated text speaks of: "Khoản này được sửa đổi theo khoản 2 Điều 1 Luật X"."""

CONTRARY = re.compile(
    r"\s*(?:,|và)\s+(?:các|những)\s+(?:văn\s+bản|quy\s+định)(?!\w)[^.;\n]{0,240}?(?<!\w)trái\s+với\s[^.;\n]{0,120}?"
    r"(?=\s(?:đều\s+|sẽ\s+)?(?:hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ))"
)
"""Between documents and the phrase that ends them all: "… và các văn bản trái với Quyết định này đều hết hiệu lực"."""

NEW_ITEM = re.compile(rf";\s*(?:và\s+)?{PIN}")
"""A provision behind a semicolon opens the next item: "…; khoản 1 Điều 34 của Nghị định …"."""

ANNEXED = re.compile(
    rf",\s+(?:và\s+)?(?:{trie.pattern(phrases('annex_noun'))})\s[^,;:.]{{1,160}}?\s"
    r"(?:được\s+)?ban\s+hành\s+(?:kèm\s+)?theo\s+$"
)
"""Before a document whose annex stands in a list of its own: ", Quy chế làm việc ban hành kèm theo"."""

ANNEXED_LIMIT = 220

JOINS = re.compile(r"(?:(?:\s|^)(?:và|hoặc)|[,;])\s+(?:các\s+)?$")

JOINS_REACH = 12

JOINS_PROVISION = re.compile(rf"(?:(?:\s|^)(?:và|hoặc)|[,;])\s+(?:các\s+)?{PIN}{{1,4}}(?:của\s+)?$")
JOINS_LIMIT = 60
"""The same with a provision of the second document: "A về T và Điều 6 của Nghị định B"."""

NUMBERED = ("điều ", "khoản ", "chương ", "mục ", "phụ lục")


def joins(low: str, floor: int, start: int, *, provision: bool) -> bool:
    """Does "và" or a comma, not before `floor`, join the document at `start` to what stands before it? provision: or
    does it join a provision of that document?"""
    if JOINS.search(low, max(floor, start - JOINS_REACH), start):
        return True
    begin = max(floor, start - JOINS_LIMIT)
    named = provision and any(word in low[begin:start] for word in NUMBERED)
    return named and JOINS_PROVISION.search(low, begin, start) is not None


TYPES = phrases("counted_type")
COUNTED = rf"(?:{'|'.join(TYPES)})?:\s*(?=số\s)|(?<=các\s)(?:{'|'.join(TYPES)}):\s*\Z"
"""A type whose documents follow: "các Quyết định: số 5/QĐ-UBND, số 6/QĐ-UBND", "các Quyết định: Quyết định số 5/…"."""

KINDS = "|".join(TYPES).replace(" ", r"\s+")
LISTED_OF = re.compile(rf"[\s,;]*(?:và\s+)?các\s+(?:{KINDS})\s+của\s+[^.;:()\n]{{2,90}}:\s*")
"""From a document to a list of one body's: "Thực hiện A; các Nghị quyết của Hội đồng nhân dân tỉnh: số …"."""


def side_by_side(low: str, end: int, start: int) -> bool:
    """Do only marks and words that join stand between the end of one document and the start of the next? How the gap
    ends tells which patterns may fit."""
    if COORDINATES.fullmatch(low, end, start) is not None:
        return True
    last = low[max(end, start - 6) : start].rstrip()
    if "(" in low[end:start] and ALIAS.fullmatch(low, end, start) is not None:
        return True
    if last.endswith(":") and LISTED_OF.fullmatch(low, end, start) is not None:
        return True
    if last.endswith(("tại", "các")) and ORDERED_TOO.fullmatch(low, end, start) is not None:
        return True
    return "sửa" in low[end:start] and AMENDING_ONES.fullmatch(low, end, start) is not None


LIGHT = patterns.awaited(
    rf"{trie.pattern(phrases('reach'))}(?!\w)|[0-9]{{1,4}}(?!\w)|{PIN}|phụ\s+lục(?!\w)|[\s,]+|{COUNTED}"
)
"""One word that lets a cue reach over to the document: "thực hiện các nhiệm vụ, giải pháp của", "theo quy định tại
khoản 2"."""

ASSIGNED = re.compile(
    r"[^.;:\n]{0,90}?(?:chỉ\s+đạo|giao|ý\s+kiến|yêu\s+cầu|nhiệm\s+vụ|kết\s+luận)[^.;:\n]{0,60}?(?:tại|theo|trong|của)\s*"
    r"(?:các\s+(?:công\s+văn|văn\s+bản|quyết\s+định|thông\s+báo)\s*:?\s*)?"
)
"""An order in between: "thực hiện chỉ đạo của UBND tỉnh tại", "triển khai nhiệm vụ Ủy ban nhân dân tỉnh giao tại"."""

ORDERED = re.compile(r"[^.;:\n]{0,90}?(?:tại|theo|trong)\s*")
"""Who ordered it: "thực hiện chỉ đạo của" UBND tỉnh tại."""

ASSIGNED_TO = re.compile(
    rf"(?<!\w)(?:{trie.pattern(phrases('assigning_verb'))})\s+(?:{trie.pattern(phrases('assignee'))})(?!\w)[^.;:\n]*$"
)
"""Before a cue: somebody else has to carry it out ("Giao Sở Y tế chủ trì thực hiện", "Đề nghị các sở triển khai")."""

DELEGATED = re.compile(r"(?<!\w)quy\s+định\s+ch[iỉ]\s+tiết[^;.:\n]{0,120}$")
"""Before "giao tại": what a law delegates to the act that details it."""

PROPOSAL = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('proposal'))})(?!\w)")
NEGATION = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('negation'))})\s+(?:\w+\s+)?$")
DENYING = tuple(sorted({phrase.split()[0] for phrase in phrases("negation")}))
"""How such words begin, as bare strings."""

NEGATION_REACH = 24
ISSUED = re.compile(
    rf"(?<!\w)(?:{trie.pattern(phrases('issuing_verb'))}|tham\s+mưu(?:\s+\w+){{0,8}}?\s+ban\s+hành"
    rf"|có(?=\s+(?:{trie.pattern(phrases('counted_type'))})\s+số\s))(?!\w)"
)
OBJECT = re.compile(
    r"\s*(?:và\s+\w+\s+\w+\s+)?(?:các|những|nhiều|[0-9]{1,2}(?:\s+văn\s+bản)?)?\s*[:,]?\s*(?:gồm|như|là)?\s*:?\s*"
    r"|\s+(?:các|những|nhiều|[0-9]{1,3})\s+[^.;:,()\n]{2,80}?\s*[(:,]\s*(?:(?:trong\s+đó\s+có|cụ\s+thể(?:\s+là)?|gồm|bao\s+gồm|như)\s*:?\s*)?"
)
"""From the verb of issuing to what was issued: "ban hành các văn bản chỉ đạo thực hiện (Kế hoạch số …"."""

BREAK = re.compile(
    r"[;.:](?:(?<=;)\s|(?<=\.)(?:\s+(?=\S)|\s*$)"  # one set in front, which the engine looks for by itself
    rf"|(?<=:)(?<!\sbởi:){''.join(f'(?<!các {word}:)' for word in TYPES)}(?:\s*$|\s))"
)
"""What ends a sentence; "được sửa đổi, bổ sung bởi: Luật A; Luật B" goes on, and so
does "các Quyết định: số 5/QĐ-UBND, số 6/QĐ-UBND"."""


HELPING = re.compile(r"[\s,;()]|(?<!\w)(?:đã|được|bị|để|cũng|đều|sẽ|này|và|có\s+nội\s+dung)(?!\w)")


def negated(low: str, start: int) -> bool:
    """Does "chưa" or "không" stand right before a phrase, a word between at most?"""
    floor = max(0, start - NEGATION_REACH)
    words = low[floor:start]
    return any(map(words.__contains__, DENYING)) and NEGATION.search(low, floor, start) is not None


INDENT = re.compile(r"\s*")


def past_indent(low: str, start: int) -> int:
    """Where the first word of a block stands, which a PDF tool may have indented."""
    match = INDENT.match(low, start)
    return match.end() if match else start


def strip(text: str) -> str:
    """What is left between two things when marks and helping words are gone."""
    return HELPING.sub("", text)


def sentence_start(low: str, floor: int, end: int) -> int:
    """Where the sentence of `end` begins, at or after `floor`."""
    start = floor
    for match in BREAK.finditer(low, floor, end):
        if match[0][0] != "." or not _abbreviates(low, match.start()):
            start = match.end()
    return start


ABBREVIATED = re.compile(r"(?:^|[\s.(])(?:\w{1,2}|ths|pgs)$")


def _abbreviates(low: str, dot: int) -> bool:
    """A dot behind one or two letters or a number opens no sentence ("tp. hà nội", "1. về")."""
    return ABBREVIATED.search(low[max(0, dot - 6) : dot]) is not None


OF_PARTS = patterns.awaited(
    rf"\s*(?:(?:,|và)\s+)?(?:{trie.pattern(phrases('changed_part'))})\s[^;.:()\n“\"]{{0,120}}?\s(?:của|tại|(?:ban\s+hành\s+)?kèm\s+theo)\s+(?:các\s+)?"
)
"""A part of the changed document that bears a name: "sửa đổi một số điều và Phụ lục Danh mục chỉ tiêu của"."""

ABOUT = re.compile(
    r"\s*(?:điều\s+|khoản\s+|nội\s+dung\s+)?(?:quy\s+định\s+)?(?:về|liên\s+quan\s+đến)\s+[^,;.:()\n]{3,80}?\s(?:của|tại)\s+(?:các\s+)?"
)
"""What a change concerns: "sửa đổi một số điều quy định về thủ tục hành chính của"."""


BESIDE_NAMED = patterns.awaited(
    rf"(?:\s+(?:(?:{trie.pattern(phrases('reach'))})\s+)?(?:{trie.pattern(phrases('policy_noun'))})\s[^,;.:()\n]{{1,80}}(?:,|(?=\s+và\s)))+"
    r"(?:\s+và)?\s+(?:các\s+)?"
)
"""Policies without a number between a verb and documents beside them: "cụ thể hóa Quy hoạch tỉnh, Nghị quyết số …"."""


ANNEXED_OBJECT = patterns.awaited(
    rf"\s+(?:(?:{trie.pattern(phrases('reach'))})\s+)?(?:{trie.pattern(phrases('annex_object'))})"
    r"\s[^.;:\n]{1,150}?[\s(]+(?:được\s+)?ban\s+hành\s+(?:kèm\s+)?theo\s+(?:các\s+)?"
)
"""An annex between a verb and its document: "Thực hiện Quy chế làm việc ban hành kèm theo Quyết định số …", "Căn cứ Quy
chế Cán bộ Đoàn do Ban Bí thư ban hành theo Quyết định số …"."""


def reaches(low: str, cue: Cue, end: int) -> bool:
    """Does the cue govern the document that begins at `end`?"""
    if end - cue.end > 200:
        return False
    if only_light(low, cue.end, end):
        return True
    if cue.phrase.predicate == "amends":
        return any(words.fullmatch(low, cue.end, end) is not None for words in (ABOUT, OF_PARTS))
    if cue.phrase.detail in ("assignedBy", "requestedBy"):
        return ORDERED.fullmatch(low, cue.end, end) is not None
    if cue.phrase.predicate == "implements" and BESIDE_NAMED.fullmatch(low, cue.end, end):
        return True
    if cue.phrase.predicate == "basedOn" and ANNEXED_OBJECT.fullmatch(low, cue.end, end):
        return True
    return cue.phrase.predicate in CONCERNING and ASSIGNED.fullmatch(low, cue.end, end) is not None


CONCERNING = frozenset({"implements", "basedOn", "reportsOn"})
"""What may be said of an order that stands in a document: "kết quả thực hiện kết luận của Thủ tướng tại X"."""


def only_light(low: str, position: int, end: int) -> bool:
    """Token by token, never back: a pattern with nested repeats would try every cut of a long gap."""
    while position < end:
        match = LIGHT.match(low, position, end)
        if match is None or match.end() == position:
            return False
        position = match.end()
    return True


def transparent(cue: Cue) -> bool:
    """A weak mention ("tại", "theo") lets a stronger phrase before it through: "thực hiện … giao tại Quyết định X"."""
    return cue.phrase.predicate == "cites" and cue.phrase.strength == "weak"


ENDING = frozenset({"repeals", "replaces", "suspends"})

OPENS_LIST = re.compile(
    r"\s*(?:các|những|một\s+số)?\s*(?:văn\s+bản|chủ\s+trương|nghị\s+quyết|quyết\s+định|quy\s+định|nội\s+dung)?[^.;]{0,40}:\s*"
)
OPENS_LONG_LIST = re.compile(
    r"\s+(?:(?:toàn\s+bộ|một\s+phần|một\s+số|hoặc|và|các|những|[0-9]{1,3})\s+)*(?:văn\s+bản|luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định"
    r"|quyết\s+định|chỉ\s+thị|thông\s+tư|kế\s+hoạch|quy\s+định|nội\s+dung)"
    r"(?!\w)[^.;:]{0,200}(?P<mark>:?)\s*"
)
"""The same with who issued the documents: "Bãi bỏ toàn bộ các văn bản do Ủy ban nhân dân tỉnh ban hành, cụ thể:"."""

OF_ARTICLE = re.compile(r"[\s*#]*điều\s+[0-9]")
"""The heading of an article needs no colon: "Điều 1. Bãi bỏ toàn bộ 07 văn bản quy phạm pháp luật"."""


def opens_list(low: str, cue: Cue, lead: Span) -> bool:
    """A heading or lead-in that ends with its cue, or says that documents follow it ("Căn cứ các văn bản sau:")."""
    if cue.phrase.predicate == "basedOn":
        head = re.sub(r"^[\s\-+*•#]*(?:[ivxlc]+[.)]|[0-9.]+[.)]?|[a-zđ][.)])?\s*", "", low[lead.start : cue.start])
        return not head.strip()
    if OPENS_LIST.fullmatch(low, cue.end, lead.end) is not None:
        return True
    if cue.phrase.predicate not in ENDING:
        return False
    opens = OPENS_LONG_LIST.fullmatch(low, cue.end, lead.end)
    return opens is not None and bool(opens["mark"] or OF_ARTICLE.match(low, lead.start))
