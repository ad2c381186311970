"""What a scan or a page leaves of a block that states no action of its own: rests of sentences, cells of tables that
lost their rows, footnotes in the middle of a page, forms that wait to be filled in, headings whose number was misread.
"""

from __future__ import annotations

import re

from loaders.actions import bodies, status_words, verbs
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.tree import Node, Tree
from ontology.lexicon import phrases
from ontology.rows import Section
from ontology.words import CAPITALS

NOISE = re.compile(
    rf"[^\w(\[{{“\"]{{1,5}}(?:[0-9]{{1,2}}[.,)]\s+)?(?=\w)|[0-9]{{1,2}}[,.]\s+(?=\w)|[a-zđ]\s+(?=[{CAPITALS}])"
)
"""What a scan leaves before an item whose label it misread: ": 2. Chỉ đạo …", "¬- Phối hợp …", "2, Tiếp tục …"."""

SHORT_HEADING = 30
"""Code points of a heading that a scan made a line."""

NUMBERED_HEADING = 90
"""The same where its number is left: "2, Khảo sát nguồn nhân lực tại khoa" above a paragraph."""

CELL = re.compile(r" \|(?!\s+[a-zà-ỹđ])")
"""A cell of a table that lost its rows; a line that a scan saw within a sentence goes on in small letters."""

BLANKS = ("……", ".....", "____")

LINE = 50
"""Code points of a line that is no heading, though no mark ends it."""

CLAUSE = 160
"""Code points in which a sentence names the body that acts."""

CARRIES = re.compile(rf"(?:{trie.pattern(phrases('implementing_cue'))}|để|nhằm|theo|xét|ngoài|ngày|đối\s+với)(?!\w)")

NOTE_SIGN = re.compile(r"['’”?]\s")
"""How scans print the small number before a footnote: "? Cập nhật phần mềm bổ sung: …"."""


def begin(reading: Reading, tree: Tree, index: int, section: Section | None) -> int | None:
    """Where the words of a block begin behind what a scan left before them; None where the block is such a rest."""
    node, text = tree.nodes[index], reading.text
    printed = text[node.words : node.end]
    if any(map(printed.__contains__, BLANKS)) or (" |" in printed and CELL.search(printed)) or printed.isupper():
        return None  # a form that waits to be filled in, cells of a table that a scan cut, a title
    if node.label is not None:
        return None if _is_hyphenated(text, tree, index) else node.words
    if section == "results" and NOTE_SIGN.match(text, node.words):
        return None
    if _goes_on(text, tree, index) or _is_cut(reading, tree, index):
        return None
    noise = NOISE.match(text, node.words, node.end)
    if noise is None:
        if node.end - node.words >= SHORT_HEADING or not text[node.end - 1].isalnum():
            return node.words
        told = status_words.cues_of_status().search(reading.low, node.words, node.end)
        return node.words if told else None  # "Tổ xây dựng kế hoạch lựa": a cell, a heading
    if text[node.end - 1].isalnum():
        size = node.end - noise.end()
        if size < SHORT_HEADING:
            return None  # "§. Khám chữa bệnh"
        if size < NUMBERED_HEADING and noise[0][0].isdigit() and _stands_above(text, tree, index):
            return None
    return noise.end()


def is_rest(reading: Reading, node: Node, start: int) -> bool:
    """The rest of a sentence that a page or a scan cut: its words, from `start` on, begin in small letters. "a) …" do
    not."""
    text = reading.text
    return node.kind == "paragraph" and text[start].islower() and text[start + 1 : start + 2] not in (")", ".", "]")


def _is_cut(reading: Reading, tree: Tree, index: int) -> bool:
    """Does the paragraph go on with a name in the sentence that a line or a page cut before it: "… BVĐK Quốc tế |
    Vinmec Phú Quốc và 660 cơ sở"? A sentence of its own opens with a body, a verb, a time or what it carries out."""
    node, before = tree.nodes[index], tree.nodes[index - 1]
    if index == 0 or before.kind not in ("paragraph", "item") or before.end - before.words < LINE:
        return False
    low, text = reading.low, reading.text
    if not (text[before.end - 1].isalpha() or text[before.end - 1] == ",") or not text[node.words].isupper():
        return False
    return not (
        bodies.group().match(text, node.words)
        or verbs.opens(low, node.words, node.end)
        or verbs.PERIOD.match(low, node.words, node.end)
        or status_words.cues_of_status().match(low, node.words, node.end)
        or status_words.LABEL.match(low, node.words, node.end)
        or CARRIES.match(low, node.words, node.end)
        or next(bodies.heads_of_clauses(text, node.words, min(node.end, node.words + CLAUSE)), None) is not None
    )


def _is_hyphenated(text: str, tree: Tree, index: int) -> bool:
    """ "-chức, viên chức ngành Y tế …": the line of a sentence that the one before it left open."""
    node = tree.nodes[index]
    if index == 0 or node.words != node.start + 1 or not text[node.words].islower():
        return False
    return text[tree.nodes[index - 1].end - 1].isalpha()


def _stands_above(text: str, tree: Tree, index: int) -> bool:
    """Does a paragraph that opens a sentence follow?"""
    if index + 1 >= len(tree.nodes):
        return False
    below = tree.nodes[index + 1]
    return below.kind == "paragraph" and below.label is None and text[below.words].isupper()


def _goes_on(text: str, tree: Tree, index: int) -> bool:
    """Does the paragraph begin within the parentheses that the block before it left open: "(chi A: 650 triệu đồng,
    chi B: | 736 triệu đồng)"?"""
    node = tree.nodes[index]
    if index == 0 or not text[node.words].isdigit():
        return False
    closing = text.find(")", node.words, node.end)
    opening = text.find("(", node.words, node.end)
    if closing < 0 or 0 <= opening < closing:
        return False
    before = tree.nodes[index - 1]
    return text.count("(", before.words, before.end) > text.count(")", before.words, before.end)
