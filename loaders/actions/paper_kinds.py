"""What kind of paper a text is, as far as its type does not say: does it plan, report, approve or find?"""

from __future__ import annotations

import re
from functools import cache

from loaders.header.header import Head
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.tree import Tree
from ontology.lexicon import phrases

CONCLUDES = re.compile(r"(?:về\s+)?(?:nội\s+dung\s+|ý\s+kiến\s+)?(?:kết\s+luận|chỉ\s+đạo)(?!\w)")
"""The title of a notice that hands on what somebody concluded: "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp …"."""

APPROVING = frozenset({"quyet-dinh", "nghi-quyet"})
"""Types that may approve a plan."""

HEADED = 20
"""Code points of the title of a page; shorter lines are menus."""


def plans(symbol: str, tree: Tree) -> bool:
    """Resolutions of the party, and those of the Government that have no articles, say what is to be done."""
    if symbol.startswith("NQ-CP"):
        return not any(node.kind == "article" for node in tree.nodes)
    return symbol.endswith(("/TW", "/TU", "/ĐU", "/HU")) or symbol.startswith("NQ/")


@cache
def _finds() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:báo\s+cáo|thông\s+báo|về)\s+)*(?:{trie.pattern(phrases('finding_title'))})(?!\w)")


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(
        rf"(?:báo\s+cáo\s+)?(?:{trie.pattern(phrases('report_title'))})(?!\w)[^.;:]*\Z"
        rf"|báo\s+cáo\s+(?:{trie.pattern(phrases('report_subject'))})(?!\w)[^.:]*\Z"
    )


@cache
def _approves() -> re.Pattern[str]:
    plan = trie.pattern(phrases("approved_plan"))
    return re.compile(
        r"(?:về\s+)?(?:việc\s+)?(?:(?:phê\s+duyệt|ban\s+hành|thông\s+qua)"
        rf"(?:\s+(?:nội\s+dung|điều\s+chỉnh|bổ\s+sung|sửa\s+đổi)(?:\s*,)?)*\s+)?(?:{plan})(?!\w)"
    )


def of_assembly(head: Head) -> bool:
    """Resolutions of the National Assembly bear the year, and plan all the same: 27/2026/QH16."""
    return head.symbol is not None and head.symbol.family == "na"


def finds(title: str) -> bool:
    """Does the title (in small letters) tell what an inspection or appraisal found?"""
    return _finds().match(title) is not None


def approves(title: str) -> bool:
    """Does the title (in small letters) of a decision approve a plan or programme?"""
    return _approves().match(title) is not None


def approves_by_article(reading: Reading, tree: Tree) -> bool:
    """Does the first article of a decision that bears the year approve a plan: "Điều 1. Phê duyệt Đề án …"?"""
    first = next((node for node in tree.nodes if node.kind == "article"), None)
    return first is not None and _approves().match(reading.low, first.words) is not None


def is_headed_as_report(reading: Reading, tree: Tree) -> bool:
    """Is a page without a letterhead headed "Kết quả thực hiện Chương trình A 6 tháng đầu năm"?"""
    first = next(
        (n for n in tree.nodes if n.end - n.words >= HEADED and " " in reading.low[n.words : n.end]), None
    )  # no menu, no address of a picture
    return first is not None and _reports().match(reading.low, first.words, first.end) is not None
