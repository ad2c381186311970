"""Articles of a decision that say what bodies are to do: "Điều 2. Giao Sở Xây dựng chủ trì …", "Điều 3. Tổ chức thực
hiện".

Only in decisions about one case, and before what they enclose: an article of a rule, or of what a body is there for,
gives no task; nor does one that lays down what a single company has to observe.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import bodies, verbs
from loaders.actions.sections import ASSIGNED
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.tree import Tree

HOLDS = re.compile(
    r"chịu\s+trách\s+nhiệm\s+(?:tổ\s+chức\s+)?thi\s+hành|có\s+hiệu\s+lực|căn\s+cứ\s+(?:quyết\s+định|nghị\s+quyết)\s+thi\s+hành"
    r"|trách\s+nhiệm\s+(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành)\s+(?:quyết\s+định|nghị\s+quyết)\s+này"
)
"""What an article says of the decision itself."""

FUNCTIONS = re.compile(
    r"(?:có|thực\s+hiện)\s+(?:các\s+)?(?:chức\s+năng|nhiệm\s+vụ|quyền)(?!\w)|nhiệm\s+vụ\s*(?:,|và)\s+quyền\s+hạn"
    r"|(?<!\w)(?:là\s+cơ\s+quan|tự\s+giải\s+thể|giúp\s+việc|biên\s+chế|con\s+dấu|được\s+(?:phép|hưởng|cung\s+cấp))(?!\w)"
)
"""What an article says a body is there for, how it is made up, what it may."""

ENTRUSTS = re.compile(r"trách\s+nhiệm")
"""In an article whose list says what its body is to do; other lists name things."""

OWNER = re.compile(
    r"(?:trách\s+nhiệm\s+của\s+)?(?:nhà\s+đầu\s+tư|công\s+ty|tổng\s+công\s+ty|chủ\s+đầu\s+tư|chủ\s+dự\s+án)(?!\w)"
)
"""Whom a single decision binds, and who carries out no policy by keeping to it."""

DUTIES = re.compile(
    r"(?:trách\s+nhiệm|nhiệm\s+vụ)\s+(?:thực\s+hiện\s+)?của\s+(?:các\s+)?(?:sở|bộ|[ủu][ỷy]\s+ban\s+nhân\s+dân|ubnd|cơ\s+quan|đơn\s+vị)(?!\w)"
)
"""The title of an article whose clauses say what bodies are to do: "Điều 2. Nhiệm vụ của các Sở, ngành"."""

TITLE = re.compile(rf"(?:{trie.pattern(ASSIGNED)})(?!\w)")
REACH = 260
"""Code points in which an article names its body and what it does."""


@cache
def _order() -> re.Pattern[str]:
    return re.compile(r"(?:giao|yêu\s+cầu|phân\s+công)(?:\s+cho)?(?:\s+các)?(?:\s+(?=[^\s:])|\s*:)")


def find(reading: Reading, tree: Tree, *, ordered: bool = False) -> frozenset[int]:
    """The articles of a decision about one case that give tasks, and all blocks within them. ordered: the decision
    lays down rules, or encloses them; only what it orders in so many words ("Điều 2. Giao Sở A …") is a task."""
    found: set[int] = set()
    listed: set[int] = set()  # blocks whose lists give tasks, too
    articles = 0
    for index, node in enumerate(tree.nodes):
        if node.kind in ("appendix", "chapter"):
            break
        if node.kind == "article":
            articles += 1
            first = (
                reading.low.startswith("điều 1", node.start)
                and not reading.low[node.start + 6 : node.start + 7].isdigit()
            )
            if articles > 1 and first:
                break  # what the decision encloses
            orders = not ordered or _order().match(reading.low, node.words)
            if orders and _gives_tasks(reading, node.words, node.end):
                found.add(index)
                if _entrusts(reading.low, node.words, node.end):
                    listed.add(index)
        elif node.parent in listed and not _is_other(reading.low, node.words, node.end):
            found.add(index)
            listed.add(index)
        elif node.kind == "clause" and _order().match(reading.low, node.words):
            if _gives_tasks(reading, node.words, node.end):
                found.add(index)  # "Điều 1. 1. Đồng ý …; 2. Giao Bộ A: a) Chủ trì …"
                listed.add(index)
        elif node.kind == "paragraph" and node.parent in found and _gives_tasks(reading, node.words, node.end):
            found.add(index)
    return frozenset(found)


def _entrusts(low: str, start: int, end: int) -> bool:
    if TITLE.match(low, start) or DUTIES.match(low, start) or _order().match(low, start):
        return True
    return ENTRUSTS.search(low, start, min(end, start + REACH)) is not None


def _is_other(low: str, start: int, end: int) -> bool:
    return (
        OWNER.match(low, start) is not None
        or HOLDS.search(low, start, end) is not None
        or _is_function(low, start, end)
    )


def _is_function(low: str, start: int, end: int) -> bool:
    return FUNCTIONS.search(low, start, min(end, start + REACH)) is not None


def _gives_tasks(reading: Reading, start: int, end: int) -> bool:
    low, text = reading.low, reading.text
    if HOLDS.search(low, start, end) or _is_function(low, start, end):
        return False
    if (TITLE.match(low, start) or DUTIES.match(low, start)) and end - start < REACH:
        return OWNER.search(low, start, end) is None  # "Điều 2. Tổ chức thực hiện 1. Trách nhiệm của nhà đầu tư"
    order = _order().match(low, start)
    if order is not None and order.end() == end:
        return True  # "Điều 2. Giao:" above "a) Sở A …; b) Sở B …"
    begin = order.end() if order else start
    if OWNER.match(low, begin):
        return False
    if not bodies.group().match(text, begin) and not (order and bodies.small_group().match(low, begin)):
        return False
    return order is not None or verbs.doing().search(low, begin, min(end, start + REACH)) is not None
