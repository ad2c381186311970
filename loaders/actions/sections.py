"""What the parts of a document are about, by their headings: results, tasks, targets, difficulties, proposals …"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import combining, normalize

from loaders.actions import announcements
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.tree import Node, Tree
from ontology.lexicon import phrases
from ontology.rows import Section, SectionWord
from ontology.tables import section_words

SILENT: frozenset[Section] = frozenset({"evaluation", "difficulties", "recommendations", "basis", "signature"})
"""Parts that state no action."""

OF_TYPE: dict[str, Section] = {
    "bao-cao": "results",
    "ke-hoach": "tasks",
    "chuong-trinh": "tasks",
    "de-an": "tasks",
    "chien-luoc": "tasks",
    "chi-thi": "tasks",
    "cong-dien": "tasks",
    "ket-luan": "tasks",
}
"""What a document of a type is about where no heading says otherwise."""

ASSIGNED = frozenset({"tổ chức thực hiện", "phân công"})
"""What says of a part of any paper that it gives tasks: "II. TỔ CHỨC THỰC HIỆN"."""

HEAD = 180
"""Code points of a heading in which its words are looked for."""

LONGEST = 40
"""Code points that hold the longest phrase."""

SHORT_LEAD = 60

TASK_LEAD = 300
"""Code points before the end of a lead-in in which it says that tasks follow."""

ANSWERED = ("đề nghị", "về ", "đối với ")
"""How a part begins that answers what somebody has asked for: "III. VỀ CÁC KIẾN NGHỊ CỦA TỈNH" gives tasks."""


def _bare(words: str) -> str:
    """Without accents, as letters that a scan misread compare: "NHẠN XÉT" and "NHẬN XÉT"."""
    return "".join(c for c in normalize("NFD", words) if not combining(c)).replace("đ", "d")


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, SectionWord]]:
    of = {row.phrase: row for row in section_words()}
    return re.compile(rf"(?<!\w)(?:{trie.pattern(of)})(?!\w)"), of


@cache
def _bare_pattern() -> tuple[re.Pattern[str], dict[str, SectionWord]]:
    of = {_bare(row.phrase): row for row in section_words() if " " in row.phrase}
    return re.compile(rf"(?:{trie.pattern(of)})(?!\w)"), of


LEAD = re.compile(
    rf"(?<!\w)(?:(?:{trie.pattern(phrases('proposal_lead'))})(?!\w|\s+của\s)[^.;]*|(?:{trie.pattern(phrases('difficulty_lead'))})(?!\w)[^.;,]*(?:,[^.;,]{{0,25}})?)$"
)
"""A lead-in that proposes, or whose last clause speaks of difficulties; "để hạn chế vi phạm, Bộ trưởng chỉ thị:" does
not, nor does "Xét đề nghị của các sở, Chủ tịch UBND tỉnh có ý kiến như sau:"."""

BEFORE_HEAD = re.compile(r"(?:(?:các|một\s+số|những|dự\s+kiến|công\s+tác|về|tình\s+hình)\s+)*")


DONE = re.compile(r"(?<!\w)đã(?!\w)")
"""In a heading of tasks: "Nội dung các hoạt động đã triển khai" tells what was done."""

ANNEX = re.compile(
    r"(?:(?P<plan>kế\s+hoạch|chương\s+trình|đề\s+án|chiến\s+lược)(?:\s+(?:hành\s+động|triển\s+khai|thực\s+hiện)(?!\w)|[*\s]*(?:\n|$))"
    r"|báo\s+cáo[*\s]*(?:\n|$))"
)
"""The line in capitals over a plan or a report, also over one that a decision or a letter encloses."""


def of_words(
    low: str, start: int, end: int, above: Section | None = None, *, known: bool = True, assigns: bool = False
) -> Section | None:
    """What the words of a heading say of its part; None where they say nothing. above: what the part around it is
    about, where a heading says so. assigns: a numbered part of a paper that is no form. known: it stands in a plan or a
    report; in other papers "Nội dung" says nothing."""
    pattern, of = _pattern()
    begin = BEFORE_HEAD.match(low, start, end)
    head = begin.end() if begin else start
    done = DONE.search(low, start, min(end, start + HEAD)) is not None
    for match in pattern.finditer(low, start, min(end, start + HEAD)):
        row = _misread(low, match, end) or of[" ".join(match[0].split())]
        if (done and row.section == "tasks") or (above == "evaluation" and row.section == "results"):
            return "results" if done and above != "evaluation" else above
        if not row.head_only:
            return row.section
        if (
            match.start() <= head
            and (known or row.section in SILENT or (assigns and row.phrase in ASSIGNED))
            and not (above == "results" and row.section in ("tasks", "goals", "budget"))
        ):
            return row.section
    return None


def _misread(low: str, match: re.Match[str], end: int) -> SectionWord | None:
    """The row of a longer phrase that begins where the found one does, but for accents that a scan misread: "Đánh giá
    những kết quá" is about results."""
    pattern, of = _bare_pattern()
    longer = pattern.match(_bare(low[match.start() : min(end, match.start() + LONGEST)]))
    return of[" ".join(longer[0].split())] if longer and longer.end() > match.end() - match.start() else None


def read(reading: Reading, tree: Tree, default: Section | None) -> list[Section | None]:
    """For each block what the part that it stands in is about. A heading counts to its own part; a lead-in that speaks
    of difficulties or proposals opens such a part for its list."""
    sections: list[Section | None] = []
    below: list[Section | None] = []
    stated: list[Section | None] = []
    known = default is not None
    opening = False
    for node in tree.nodes:
        if node.style == "caps" and (annex := ANNEX.match(reading.low, node.words)):
            default, known = "tasks" if annex["plan"] else "results", True
            opening = annex["plan"] is not None
        inherited = default if node.parent is None else below[node.parent]
        if opening and (node.label is not None or node.lead):
            opening = False
        elif opening:
            inherited = "basis"  # below its title a plan says why it is there
        if node.kind == "appendix":
            inherited, known = None, False  # forms and procedures, until a line in capitals says otherwise
        above = None if node.parent is None else stated[node.parent]
        own = _own(reading, node, above, known=known)
        if own == "recommendations" and default == "tasks" and reading.low.startswith(ANSWERED, node.words):
            own = None  # "c) Đề nghị Tòa án nhân dân tỉnh:" in a directive tells a body what to do
        if default == "tasks" and node.lead and own is None and _announces_tasks(reading.low, node):
            own = "tasks"  # "… thành phố cần tập trung thực hiện một số nhiệm vụ sau đây:" below what is evaluated
            if node.parent is not None and below[node.parent] in SILENT:
                below[node.parent] = own
        stated.append(own or above)
        sections.append(own if node.kind == "heading" and own is not None else inherited)
        below.append(own if own is not None else inherited)
    return sections


def _announces_tasks(low: str, node: Node) -> bool:
    begin = max(node.words, low.rfind(". ", node.words, node.end) + 1, node.end - TASK_LEAD)
    return _task_lead().search(low, begin, node.end) is not None and announcements.names_nothing(low, begin, node.end)


@cache
def _task_lead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('task_lead'))})(?!\w)")


def _own(reading: Reading, node: Node, above: Section | None, *, known: bool) -> Section | None:
    if node.kind in ("heading", "part", "chapter", "section"):
        if reading.text[node.end - 1] == "?":
            return None  # "Lương cơ sở dự kiến tăng từ khi nào?" heads what a page explains
        assigns = node.style == "I"
        found = of_words(reading.low, node.words, node.end, above, known=known, assigns=assigns)
        if found is None and above is None and known and node.style in ("caps", "I", "A"):
            misread = _bare_pattern()[0].match(_bare(reading.low[node.words : min(node.end, node.words + HEAD)]))
            return _bare_pattern()[1][" ".join(misread[0].split())].section if misread else None
        return found
    if node.lead:
        short = node.end - node.words < SHORT_LEAD
        if short and (found := of_words(reading.low, node.words, node.end, above, known=known)):
            return found
        return "difficulties" if LEAD.search(reading.low, max(node.words, node.end - 120), node.end) else None
    return None
