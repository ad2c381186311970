"""Pages without a letterhead: the parts in which they print what somebody orders.

A page says first whose order it hands on ("Đảng ủy Chính phủ yêu cầu các đảng ủy trực thuộc thực hiện một số nội dung
như sau:"), then prints the order; a heading of its own, the quotation of a provision or a word to its reader ends that
part.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import actors, announcements, bodies, headings, relayed, status_words, verbs
from loaders.actions.clauses import BESIDES
from loaders.citations.tails import Speaker
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.stretches import Stretches
from loaders.text.tree import Node, Tree
from ontology.lexicon import phrases
from ontology.powers import types_that
from ontology.tables import document_types

REACH = 400
"""Code points before the end of a lead-in in which its last sentence begins."""

HASH = 2
"""Code points before a block in which the sign of a heading stands."""

MARKS = 8
"""Code points of what a page prints behind the sign of a question."""

CREDIT = 60
"""Code points before the end of a caption in which it says whose picture it is: "… – Ảnh: Báo A"."""

SAME_AS_FOLLOWS = re.compile(r"như\s+sau\s*:?\s*$")


@cache
def _order() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?<!các )(?<!những )(?<!theo )(?<!số )(?<!ban )(?:{trie.pattern(phrases('page_order'))})(?!\w)"
    )


@cache
def _order_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('page_order'))})\s+của\s+")


@cache
def rules() -> re.Pattern[str]:
    """A law or another document that lays down rules: what it says is quoted, not ordered."""
    kinds = types_that("rules") | {"hien-phap"}
    words = (row.label_vi.lower() for row in document_types() if row.slug in kinds)
    return re.compile(rf"(?<!\w)(?<!pháp )(?:{trie.pattern(words)})(?!\w)")


@cache
def _source() -> re.Pattern[str]:
    """A document that gives tasks, with its number: "Thông báo 682", "Chỉ thị số 24"."""
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('page_source'))})\s+(?:số\s+)?[0-9]")


@cache
def _closes() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{trie.pattern(phrases('page_close'))})(?!\w)")


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:ảnh|nguồn ảnh|clip)\s*:")


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('page_caption'))})(?!\w)")


def parts(reading: Reading, tree: Tree, speaker: Speaker, ordered: Stretches, laws: frozenset[int]) -> dict[int, int]:
    """For each block of a part that hands on an order the lead-in or heading that opens it. ordered: all orders to
    bodies in the text; laws: blocks that quote one."""
    found: dict[int, int] = {}
    opened: int | None = None
    for index, node in enumerate(tree.nodes):
        if index in laws:
            opened = None
            continue
        if opens(reading, node, speaker, ordered) or _names_bodies(reading, tree, index, speaker):
            opened = index
            continue
        if opened is None:
            continue
        if _ends(reading, node):
            opened = None
        else:
            found[index] = opened
    return found


def quoted(reading: Reading, tree: Tree) -> frozenset[int]:
    """The blocks below "Căn cứ Điều 5 Luật A quy định như sau:", up to the next heading of the page."""
    found: set[int] = set()
    within = False
    for index, node in enumerate(tree.nodes):
        if is_title(reading, node):
            within = False
        elif node.lead and _quotes(reading.low, node.words, node.end):
            within = True
        if within:
            found.add(index)
    return frozenset(found)


def _quotes(low: str, start: int, end: int) -> bool:
    """ "Căn cứ Điều 5 Luật A quy định như sau:", "Hiến pháp 2013 cũng quy định:", "Căn cứ Điều 3 Quyết định B quy định
    nhiệm vụ, quyền hạn của Ban Chỉ đạo:"."""
    law = rules().search(low, start, end) is not None
    if _closes().match(low, start):
        return law or _functions().search(low, start, end) is not None
    return law and low.find("quy định", start, end) >= 0 and _order().search(low, start, end) is None


@cache
def _functions() -> re.Pattern[str]:
    words = trie.pattern(phrases("page_function"))
    return re.compile(rf"quy\s+định\s+(?:về\s+)?(?:nhiệm\s+vụ\s*(?:,|và)\s+)?(?:{words})(?!\w)")


def is_title(reading: Reading, node: Node) -> bool:
    """A line in bold letters, or one that a page marks as a heading, and that is no caption."""
    if node.kind == "heading" and node.label is None:
        return _caption().search(reading.low, node.words, node.end) is None
    return reading.text.find("#", max(0, node.start - HASH), node.words) >= 0


def opens(reading: Reading, node: Node, speaker: Speaker, ordered: Stretches) -> bool:
    """Is the block a lead-in that says who orders what stands below it?"""
    low = reading.low
    goes_on = low.startswith(";", node.end - 1) and node.label is None
    if goes_on and relayed.is_order(reading, node.words, node.end, speaker, ordered):
        return True  # "Bộ Chính trị giao các tỉnh ủy chuẩn bị …;" goes on in the paragraphs below
    if not node.lead and not _as_follows(low, node.words, node.end):
        return False
    begin = max(node.words, node.end - REACH, low.rfind(". ", node.words, node.end) + 1)
    if _closes().match(low, begin) and rules().search(low, begin, node.end):
        return False
    if status_words.ordered().search(low, begin, node.end):
        return True
    for order in _order().finditer(low, begin, node.end):
        if bodies.anywhere().search(reading.text, begin, order.start()) is None:
            continue
        if announcements.only_light(low, order.end(), node.end) or announcements.names_nothing(low, begin, node.end):
            return True
    if _somebodys(reading, begin, node.end) or _of_plan(reading.low, begin, node.end):
        return True
    return _issues_plan(reading, begin, node.end)


def _issues_plan(reading: Reading, start: int, end: int) -> bool:
    """ "…, UBND thành phố ban hành Kế hoạch triển khai như sau:" over a plan that lost its letterhead."""
    issues = _issues().search(reading.low, start, end)
    return issues is not None and bodies.anywhere().search(reading.text, start, issues.start()) is not None


def _as_follows(low: str, start: int, end: int) -> bool:
    start = max(start, end - 12)
    return low.find("sau", start, end) >= 0 and SAME_AS_FOLLOWS.search(low, start, end) is not None


def _of_plan(low: str, start: int, end: int) -> bool:
    """ "Theo nội dung Thông báo 682, nhiệm vụ trọng tâm như sau:": what a notice or a plan says, and no law."""
    return (
        _as_follows(low, start, end)
        and _source().search(low, start, end) is not None
        and rules().search(low, start, end) is None
    )


@cache
def _issues() -> re.Pattern[str]:
    plan = trie.pattern(phrases("approved_plan"))
    return re.compile(rf"(?<!đã )(?:ban\s+hành|xây\s+dựng)\s+(?:{plan})(?!\w)[^.;:]*\s(?:như|nội\s+dung)\s+sau\s*:")


def _somebodys(reading: Reading, start: int, end: int) -> bool:
    """ "… quy định về yêu cầu của Thủ tướng Chính phủ như sau:"."""
    orders = _order_of().finditer(reading.low, start, end)
    return any(bodies.body().match(reading.text, order.end(), end) for order in orders)


def _names_bodies(reading: Reading, tree: Tree, index: int, speaker: Speaker) -> bool:
    """ "- Giao các sở, ban, ngành, UBND cấp xã" over the list of what they are to do."""
    node = tree.nodes[index]
    if node.label is None or not (index + 1 < len(tree.nodes) and tree.nodes[index + 1].parent == index):
        return False
    return status_words.ordered().match(reading.low, node.words) is not None and (
        headings.heading_body(reading, node.words, node.end, speaker) is not None
    )


def _ends(reading: Reading, node: Node) -> bool:
    """A heading in bold letters that is no caption, the quotation of a provision, a word to the reader."""
    low = reading.low
    if is_title(reading, node):
        return True
    return node.label is None and _closes().match(low, node.words) is not None


def asks_or_names(reading: Reading, node: Node, opener: bool) -> bool:
    """Is the block of a page a title, a question ("Bộ A yêu cầu gì?") or a caption, or does it only name those whose
    list follows?"""
    if is_title(reading, node) or _credit().search(reading.low, max(node.words, node.end - CREDIT), node.end):
        return True
    if reading.text[max(node.words, node.end - MARKS) : node.end].rstrip(" *_-\n").endswith("?"):
        return True
    return opener and not node.lead and not reading.text.startswith(";", node.end - 1)


def is_task(reading: Reading, node: Node, speaker: Speaker) -> bool:
    """Does the block of such a part say what is to be done? Items may, but for what they say that a body is; a
    paragraph opens with a verb, a body or an order."""
    low, text = reading.low, reading.text
    begin = node.words
    if node.label is not None and bodies.group().match(text, begin) is None:
        return True
    if besides := BESIDES.match(low, begin, node.end):
        begin = besides.end()
    if bodies.group().match(text, begin):
        behind = actors.subject(reading, begin, node.end, speaker)
        if behind is None or low.startswith((" là ", " được "), behind):
            return False
        return node.label is not None or relayed.is_told(reading, behind, node.end)
    return status_words.ordered().match(low, begin) is not None or verbs.opens(low, begin, node.end) is not None
