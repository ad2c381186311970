"""What may stand between a cue and the document it governs (lower-case text), and between the head of a list and its
items."""

from __future__ import annotations

import re

from loaders.relations import clauses
from loaders.relations.cues import Cue
from loaders.text import patterns, trie
from ontology.lexicon import phrases
from ontology.records import Span

COUNTED = rf"(?:{'|'.join(clauses.TYPES)})?:\s*(?=số\s)|(?<=các\s)(?:{'|'.join(clauses.TYPES)}):\s*\Z"
"""A type whose documents follow: "các Quyết định: số 5/QĐ-UBND, số 6/QĐ-UBND", "các Quyết định: Quyết định số 5/…"."""

LIGHT = patterns.awaited(
    rf"{trie.pattern(phrases('reach'))}(?!\w)|[0-9]{{1,4}}(?!\w)|{clauses.PIN}|phụ\s+lục(?!\w)|[\s,]+|{COUNTED}"
)
"""One word that lets a cue reach over to the document: "thực hiện các nhiệm vụ, giải pháp của", "theo quy định tại
khoản 2"."""

SEVERAL = rf"(?:các\s+(?:{trie.pattern(phrases('counted_type'))})\s*:?\s*)?"
"""Before numbers without a type word: "tại các Công điện: số 41/CĐ-TTg"."""

ASSIGNED = re.compile(
    rf"[^.;:\n]{{0,90}}?(?:{trie.pattern(phrases('order_noun'))})[^.;:\n]{{0,60}}?(?:tại|theo|trong|của)\s*"
    rf"{SEVERAL}"
)
"""An order in between: "thực hiện chỉ đạo của UBND tỉnh tại", "triển khai nhiệm vụ Ủy ban nhân dân tỉnh giao tại"."""

ORDERED = re.compile(rf"[^.;:\n]{{0,90}}?(?:tại|theo|trong)\s*{SEVERAL}")
"""Who ordered it: "thực hiện chỉ đạo của" UBND tỉnh tại."""

ISSUED = re.compile(
    rf"(?<!\w)(?:{trie.pattern(phrases('issuing_verb'))}|tham\s+mưu(?:\s+\w+){{0,8}}?\s+ban\s+hành"
    rf"|có(?=\s+(?:{trie.pattern(phrases('counted_type'))})\s+số\s))(?!\w)"
)

OBJECT = re.compile(
    r"\s*(?:và\s+\w+\s+\w+\s+)?(?:các|những|nhiều|[0-9]{1,2}(?:\s+văn\s+bản)?)?\s*[:,]?\s*(?:gồm|như|là)?\s*:?\s*"
    r"|\s+(?:các|những|nhiều|[0-9]{1,3})\s+[^.;:,()\n]{2,80}?\s*[(:,]\s*(?:(?:trong\s+đó\s+có|cụ\s+thể(?:\s+là)?|gồm|bao\s+gồm|như)\s*:?\s*)?"
)
"""From the verb of issuing to what was issued: "ban hành các văn bản chỉ đạo thực hiện (Kế hoạch số …"."""

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


OPENED = re.compile(r"\s*:\s*(?:\(?(?:[ivx]{1,4}|[0-9a-zđ]{1,2})[.)]\s*)?(?:các\s+)?")
"""From the phrase to the first of a list within the line: "Căn cứ: (i) Nghị định số …; (ii) Quyết định số …"."""


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
    if cue.phrase.predicate == "basedOn" and (
        annexed(low, cue.end, end) or (low[cue.end] == ":" and OPENED.fullmatch(low, cue.end, end))
    ):
        return True
    return cue.phrase.predicate in CONCERNING and ASSIGNED.fullmatch(low, cue.end, end) is not None


CONCERNING = frozenset({"implements", "basedOn", "reportsOn"})
"""What may be said of an order that stands in a document: "kết quả thực hiện kết luận của Thủ tướng tại X"."""


APPROVED_OBJECT = patterns.awaited(
    rf"\s+(?:(?:{trie.pattern(phrases('reach'))})\s+)?"
    rf"(?:{trie.pattern((*phrases('annex_object'), *phrases('policy_noun')))})"
    r"\s[^.;:\n]{1,150}?\s(?:đã\s+)?được\s+(?:[^.;:,()\n]{2,60}?\s+)?phê\s+duyệt\s+(?:tại|theo)\s+"
    r"(?:các\s+)?"
)
"""The same of what a document approves: "Thực hiện Kế hoạch đã được UBND tỉnh phê duyệt tại Quyết định số …"."""

LAID_DOWN = "quy định tại"


def annexed(low: str, start: int, end: int) -> bool:
    """Does an annex stand between a verb and its document? In "Kinh phí thực hiện Chương trình được quy định tại mục 6
    Kế hoạch ban hành kèm theo" nobody carries out the plan."""
    words = low[start:end]
    held = "duyệt" in words and " theo " not in words.rpartition("được")[0]
    held = held and APPROVED_OBJECT.fullmatch(low, start, end) is not None
    return (held or ANNEXED_OBJECT.fullmatch(low, start, end) is not None) and LAID_DOWN not in words


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
