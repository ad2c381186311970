"""Where a letter says that somebody above decides, and orders that a page without a letterhead hands on: "Theo đó, UBND
tỉnh giao Sở A chủ trì …", and below it "Công an tỉnh, Bộ Chỉ huy quân sự tỉnh phối hợp …".
"""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import actors, bodies, status_words, verbs
from loaders.actions.clauses import BESIDES, SOURCE, thereby_before, who_orders
from loaders.citations.tails import Speaker
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.stretches import Stretches
from loaders.text.tree import Tree
from ontology.lexicon import phrases

GIVES = re.compile(r"(?:giao|phân\s+công)\s")
"""An order that is nobody's right: "Giao Sở A …", while "Yêu cầu cơ quan cung cấp thông tin" may be one."""

JUST = r"(?:vừa|đã|mới)"
BLANKS = re.compile(r"\s+")

DUTY = re.compile(
    r"(?<!\w)(?:chức\s+năng|nhiệm\s+vụ|thẩm\s+quyền|quyền\s+hạn)(?:\s*,\s*(?:chức\s+năng|nhiệm\s+vụ|thẩm\s+quyền|quyền\s+hạn)){0,3}"
    r"(?:\s+(?:được\s+giao|quy\s+định|của\s+mình))?\s*,?(?=\s)"
)
"""By what right a body acts, before what it is to do: "theo chức năng, nhiệm vụ được giao, phối hợp …"."""

DECISION = 360
"""Code points before the end of a lead-in in which it says who decides."""

DECIDED = 60
"""Blocks of a letter among which somebody decides."""

TOLD_REACH = 60
"""Code points behind the name of a body in which the verb stands that says what it is to do."""

KINDS = frozenset({"paragraph", "item"})


@cache
def _issuing() -> str:
    paper = trie.pattern(phrases("issued_paper"))
    return rf"\s+(?:{JUST}\s+)?(?:ký\s+)?(?:ban\s+hành|có)\s+(?:{paper})(?!\w)"


@cache
def _issued() -> re.Pattern[str]:
    """What a page tells first: "UBND tỉnh vừa có Công văn số 5/UBND-VX …"."""
    return re.compile(f"{JUST}{_issuing()}")


@cache
def news() -> re.Pattern[str]:
    """The same, found from the rarest letter of its first word on: where it stands in a text."""
    return re.compile(f"{trie.rare(('vừa', 'đã', 'mới'))}{_issuing()}")


def decision(reading: Reading, tree: Tree) -> int | None:
    """The lead-in to what somebody above decides: "…, Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:"."""
    for index, node in enumerate(tree.nodes[:DECIDED]):
        if node.lead and status_words.decides().search(reading.low, max(node.words, node.end - DECISION), node.end):
            return index
    return None


def first(reading: Reading, tree: Tree, speaker: Speaker, ordered: Stretches) -> int | None:
    """The first block of the page that hands on an order of somebody above; None where none does. ordered: all orders
    to bodies in the text."""
    seen = None
    for start in ordered.starts:
        index = tree.at(start)
        if index is None or index == seen:
            continue
        seen, node = index, tree.nodes[index]
        if node.kind in KINDS and not node.lead and is_order(reading, node.words, node.end, speaker, ordered):
            return index
    return None


def is_order(reading: Reading, start: int, end: int, speaker: Speaker, ordered: Stretches) -> bool:
    """Does the block, or its sentence behind "theo đó", say whom somebody above orders to do something?"""
    low = reading.low
    if not ordered.reach(start, end):
        return False  # most blocks
    source = SOURCE.match(low, start, end)
    begin = source.end() if source else start
    thereby = thereby_before().search(low, start, end) or BESIDES.match(low, start, end)
    if thereby is not None:
        begin = thereby.end()
    order = status_words.ordered().match(low, begin, end)
    if order is not None:
        gives = GIVES.match(low, begin)
        return thereby is not None or (gives is not None and bodies.body().match(reading.text, gives.end()) is not None)
    return who_orders(reading, begin, end, speaker, ordered) is not None


def issued(reading: Reading, start: int, end: int, speaker: Speaker) -> int | None:
    """Where the body is named of which the first sentence tells that it has issued a letter or a plan: "Thực hiện Công
    điện số 4/CĐ-TTg, | UBND tỉnh vừa có Công văn số 5/UBND-VX …". None where it tells nothing of the kind."""
    source = SOURCE.match(reading.low, start, end)
    start = source.end() if source else start
    stop = min(end, start + actors.LIMIT)
    for begin in bodies.heads_of_clauses(reading.text, start, stop):
        behind = actors.subject(reading, begin, end, speaker)
        blanks = BLANKS.match(reading.low, behind, end) if behind is not None else None
        if blanks is not None and _issued().match(reading.low, blanks.end(), end):
            return begin
    return None


def is_told(reading: Reading, behind: int, end: int) -> bool:
    """Below the first order of a page: does a verb follow the name of a body, and nothing that tells what was done or
    said ("Sở Tài chính xem xét, cân đối kinh phí …")?"""
    low = reading.low
    verb = verbs.doing().search(low, behind, min(end, behind + TOLD_REACH))
    if verb is None or ". " in low[behind : verb.start()] or status_words.speaks().match(low, behind):
        return False
    if status_words.says().match(low, behind):
        return False
    return status_words.cues_of_status().search(low, behind, verb.start()) is None


def acts(reading: Reading, start: int, behind: int, end: int, speaker: Speaker) -> bool:
    """Is a body told by a letter that decides what it is to do: at once behind its name, behind the other bodies of a
    row ("Công an tỉnh, Bộ Chỉ huy quân sự tỉnh phối hợp …"), or behind what it is there for ("Các sở, ngành theo chức
    năng, nhiệm vụ được giao, phối hợp …")? behind: where the name of the first body ends."""
    directed = status_words.directed()
    if directed.match(reading.low, behind):
        return True
    if directed.match(reading.low, actors.behind_bodies(reading, behind, end, speaker)):
        return True
    duty = DUTY.search(reading.low, start, min(end, start + actors.GROUP_LIMIT))
    return (
        duty is not None
        and ". " not in reading.low[start : duty.start()]
        and bool(directed.match(reading.low, duty.end()))
    )
