"""The body of a document: where it begins behind the header and ends before the recipients, what its parts are about,
and which of its blocks may state something done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.actions import bodies, ordering_articles, pages, paper_kinds, relayed, roles, sections, status_words, verbs
from loaders.citations.tails import Speaker
from loaders.header.header import Head
from loaders.text.reading import Reading
from loaders.text.stretches import Stretches
from loaders.text.tree import Node, Tree
from ontology.rows import Section

HEADER_BLOCKS = 40
"""Blocks among which the header ends."""

SHORT_LINE = 90
"""Code points: a shorter line behind the number is still header (place and date, addressees)."""

DETAILS = 8
"""Blocks below an action that may say when and where it takes place."""

RECIPIENTS = re.compile(r"\W{0,3}(?:nơi\s+nhận(?!\w)|\w{0,2}[oơóớòờỏởõỡọợ]i\s*nh[aâáấàầảẩãẫạậ]n\s*(?:[:;.]|$))")
"""The line over the recipients, also as scans print it: ";Vơi nhận:", "Noi nhạn:"."""

TASK = re.compile(r"(?:nhiệm\s+vụ|công\s+việc|nội\s+dung(?:\s+(?:công\s+việc|thực\s+hiện))?)\s*:")
"""How a block begins that states a task whose lead and time the blocks beside it say."""

ROW = 24
"""Blocks behind such a block among which those stand."""

OWN_ACT = re.compile(r"(?:phê\s+duyệt|ban\s+hành|thông\s+qua|công\s+bố)(?!\w)")

RESTS = re.compile(r"[\W_]*(?:căn\s+cứ|xét)(?!\w)")

HEADING = 150
"""Code points of a heading over a paragraph."""

HEADING_OF_BODY = 90
"""Code points of a heading that names a body; what is longer says what it is to do."""

BESIDE = 12
"""Blocks among which another heading of the same row is looked for."""

LONG_HEADING = 260
"""Code points of a heading over a list."""

CUT = frozenset({"và", "của", "các", "về", "cho", "với", "theo", "tại", "để", "trong"})
"""No line ends with one of these where its sentence does."""

BLOCKS = frozenset({"item", "paragraph", "clause", "point"})
"""Kinds of blocks that may state an action."""


class Body:
    """The blocks of one text, as far as they may state actions.

    sections: for each block of the tree what the part that it stands in is about. begins: the first block behind the
    header. first_label: the first numbered heading; len(nodes) where there is none. examines: the paper tells what an
    inspection or appraisal found. rules: it lays down rules, and its tasks are those of everybody. approves: a decision
    that approves a plan or programme, whose articles say what is to be done. decides: in a letter, the lead-in to what
    somebody above decides. ordered: all orders to bodies in a letter or page. On a page without a letterhead, relays:
    the block that hands on the first order; parts: for each block of a part that prints an order the block that opens
    it; openers: those; quoted: blocks that quote a law.
    """

    def __init__(self, reading: Reading, tree: Tree, head: Head, speaker: Speaker) -> None:
        self.reading, self.tree, self.head = reading, tree, head
        kind = head.type.slug if head.type else ""
        default: Section | None = sections.OF_TYPE.get(kind)
        if not kind and paper_kinds.is_headed_as_report(reading, tree):
            default = "results"
        if kind == "nghi-quyet" and head.symbol is not None and paper_kinds.plans(head.symbol.text, tree):
            default = "tasks"
        title = (head.header.title or "").lower()
        decision = kind in paper_kinds.APPROVING and default is None
        self.approves = decision and paper_kinds.approves(title)
        if self.approves:
            default = "tasks"
        self.rules = head.lays_down_rules and not self.approves and not paper_kinds.of_assembly(head)
        if kind == "thong-bao" and paper_kinds.CONCLUDES.match(title):
            default = "tasks"
        hands_on = kind == "cong-van" or head.type is None
        self.ordered = Stretches.of(status_words.ordered(), reading.low) if hands_on else Stretches()
        self.decides = relayed.decision(reading, tree) if hands_on else None
        self.relays = None if head.type else relayed.first(reading, tree, speaker, self.ordered)
        if self.relays is not None:
            self.decides = self.relays - 1 if self.decides is None else min(self.decides, self.relays - 1)
        self.quoted: frozenset[int] = frozenset() if head.type else pages.quoted(reading, tree)
        self.parts = {} if head.type else pages.parts(reading, tree, speaker, self.ordered, self.quoted)
        self.openers = frozenset(self.parts.values())
        self.examines = paper_kinds.finds(title)
        self.sections = sections.read(reading, tree, default)
        of_one_case = head.header.symbol is not None and head.header.year is None  # rules bear the year in their number
        orders = of_one_case or paper_kinds.approves_by_article(reading, tree)
        self.ordering = (
            ordering_articles.find(reading, tree, ordered=self.rules)
            if decision and not self.approves and orders
            else frozenset()
        )
        for index in self.ordering:
            self.sections[index] = "tasks"
        self.tells_tasks = any(TASK.match(reading.low, node.words) for node in tree.nodes if node.label is not None)
        self.headed = frozenset((n.parent, n.style) for n in tree.nodes if n.kind == "heading" and n.label)
        self.begins = self._begin()
        self.first_label = next(
            (i for i, n in enumerate(tree.nodes) if n.kind == "heading" and n.label not in (None, "*")), len(tree.nodes)
        )
        self._set_apart_the_opening(default)

    def blocks(self) -> Iterator[tuple[int, Node]]:
        """Position in the tree and block, in the order of the text: no header, no articles, nothing behind the
        recipients."""
        ruled: set[int] = set()
        over = False
        for index, node in enumerate(self.tree.nodes):
            ordered = index in self.ordering
            if not ordered and ((node.kind == "article" and not self.approves) or node.parent in ruled):
                ruled.add(index)  # provisions are rules, not actions
            detailed = node.kind == "heading" and (self._is_detailed(index, node) or self._is_sentence(index, node))
            provides = node.kind == "article" and self._provides(node)
            annex = sections.ANNEX.match(self.reading.low, node.words) if node.style == "caps" else None
            if annex is not None and annex["plan"]:
                over = False  # the plan that a decision encloses behind its recipients
            if self.rules and not ordered:
                continue
            listed = node.kind == "footnote" and index in self.parts  # "[2] Giao Sở A …"
            if index < self.begins or not (node.kind in BLOCKS or detailed or provides or listed) or index in ruled:
                continue
            if RECIPIENTS.match(self.reading.low, node.words, node.end):
                over = True
            elif over and node.kind == "paragraph" and node.parent is None:
                over = False
            if not over:
                yield index, node

    def leads(self, index: int) -> bool:
        """Does the block end like a lead-in, or stand above others?"""
        nodes = self.tree.nodes
        return nodes[index].lead or (index + 1 < len(nodes) and nodes[index + 1].parent == index)

    def is_heading(self, index: int) -> bool:
        """Is a numbered item a heading? It is one short line without a mark at its end and stands above a list, or over
        a paragraph where others that are numbered like it are headings: "3. Xây dựng khu công nghiệp"."""
        nodes = self.tree.nodes
        node = nodes[index]
        if node.kind not in ("item", "clause", "point") or not node.label or not node.label[0].isalnum():
            return False
        line = self.reading.low[node.words : node.end]
        if index + 1 == len(nodes):
            return False
        if not (line[-1].isalnum() or line[-1] == ")"):
            return self._is_over_bodies(index) and any(map(self._is_over_bodies, self._beside(index)))
        if line.rsplit(None, 1)[-1] in CUT or ". " in line:
            return False  # a sentence that a page cut
        below = nodes[index + 1]
        if below.parent == index:
            return len(line) < LONG_HEADING
        if len(line) > HEADING:
            return False
        if below.kind != "paragraph" or below.label is not None or self.reading.text[below.words].islower():
            return False
        return (node.parent, node.style) in self.headed

    def _is_over_bodies(self, index: int) -> bool:
        """ "a) Chấn chỉnh công tác giao đất." above paragraphs that say which body does what: "Bộ A chủ trì …"."""
        node, text = self.tree.nodes[index], self.reading.text
        if index + 1 == len(self.tree.nodes) or text[node.end - 1] != "." or node.end - node.words > HEADING:
            return False
        below = self.tree.nodes[index + 1]
        if below.kind != "paragraph" or below.label is not None or ". " in text[node.words : node.end]:
            return False
        return bodies.group().match(text, below.words) is not None and not bodies.group().match(text, node.words)

    def _beside(self, index: int) -> Iterator[int]:
        """The blocks nearby that are numbered like this one, also where a paragraph between them holds the later."""
        nodes = self.tree.nodes
        for at in range(max(0, index - BESIDE), min(len(nodes), index + BESIDE)):
            if at != index and nodes[at].label and nodes[at].style == nodes[index].style:
                yield at

    def details(self, index: int) -> list[Node]:
        """The blocks right below that only say who takes part, where, when, for how much."""
        found: list[Node] = []
        for node in self.tree.nodes[index + 1 : index + 1 + DETAILS]:
            if node.kind == "footnote" or node.parent != index:
                continue
            if status_words.details().match(self.reading.low, node.words, node.end) is None:
                return []
            found.append(node)
        return found

    def said_beside(self, index: int) -> list[Node]:
        """What the blocks beside a task say of it: "a) Nhiệm vụ: … | b) Cơ quan thực hiện: - Đơn vị chủ trì: Sở A. |
        c) Thời gian: …"."""
        nodes, low = self.tree.nodes, self.reading.low
        right: list[Node] = []
        for node in nodes[index + 1 : index + 1 + DETAILS]:
            if node.label is not None or not roles.names(low, node.words, node.end):
                break
            right.append(node)  # "Đơn vị chủ trì: Sở A." in a line of its own below the task
        if right or not self.tells_tasks:
            return right
        top = next((at for at in self.tree.chain(index) if TASK.match(low, nodes[at].words)), None)
        if top is None:
            return []
        found: list[Node] = []
        for node in nodes[top + 1 : top + 1 + ROW]:
            says = roles.names(low, node.words, node.end)
            if not says and (node.kind == "heading" or node.style == nodes[top].style):
                break
            if says:
                found.append(node)
        return found

    def _is_detailed(self, index: int, node: Node) -> bool:
        """ "c) Đào tạo cho các phòng" above "- Thành phần: …", "- Thời gian: …" is done like the item before it."""
        if node.label is None or verbs.opens(self.reading.low, node.words, node.end) is None:
            return False
        return bool(self.details(index))

    def _provides(self, node: Node) -> bool:
        """Does an article say what is to be done, and not only that a plan is approved or when it holds?"""
        low = self.reading.low
        if node.lead or OWN_ACT.match(low, node.words) or ordering_articles.HOLDS.search(low, node.words, node.end):
            return False
        return not low[node.end - 1].isalnum()

    def _is_sentence(self, index: int, node: Node) -> bool:
        """ "4. Họp tổng kết, rút kinh nghiệm." with nothing below it is a task, though numbered like headings."""
        if node.label is None or not self.reading.text.startswith((".", ";"), node.end - 1):
            return False
        under = self.tree.nodes[index + 1] if index + 1 < len(self.tree.nodes) else None
        below = under is not None and under.parent == index
        if below and under is not None and under.label is None and node.end - node.words > HEADING_OF_BODY:
            return self._says_who_acts(node)
        if below:
            return False
        return verbs.opens(self.reading.low, node.words, node.end) is not None or self._says_who_acts(node)

    def _says_who_acts(self, node: Node) -> bool:
        """ "2. Sở Tài chính bố trí kinh phí thực hiện." """
        named = bodies.group().match(self.reading.text, node.words)
        return named is not None and verbs.doing().search(self.reading.text, named.end(), node.end) is not None

    def _set_apart_the_opening(self, default: Section | None) -> None:
        """Before the first heading or lead-in a plan or directive says why it is there, and plans nothing; what stands
        before the first part of a report introduces it."""
        if default == "results":
            first = self.first_label
            if first < len(self.tree.nodes) and self.sections[first] not in ("recommendations", "difficulties"):
                self.sections[:first] = ["basis"] * first
        if default != "tasks":
            return
        for index, node in enumerate(self.tree.nodes):
            if index < self.begins or self._rests(node) or self._is_addressed(node):
                self.sections[index] = "basis"
                continue
            if (node.label is not None and node.kind != "footnote") or (node.lead and not self._addresses(node)):
                return
            self.sections[index] = "basis"

    def _rests(self, node: Node) -> bool:
        """ "- Căn cứ Quyết định X;" before a plan says what it rests on; a scan may make an item of its title, too."""
        words = self.reading.text[node.words : node.end]
        return node.kind == "item" and (RESTS.match(self.reading.low, node.words) is not None or words.isupper())

    def _is_addressed(self, node: Node) -> bool:
        """ "- Bộ trưởng các Bộ: Quốc phòng, Công an;" below "Thủ tướng Chính phủ điện:" names who is to read."""
        above = None if node.parent is None else self.tree.nodes[node.parent]
        return above is not None and above.lead and self._addresses(above)

    def _addresses(self, node: Node) -> bool:
        """ "Kính gửi:", "Thủ tướng Chính phủ điện:" address the document and open no list of tasks."""
        return self.reading.low.startswith("kính gửi", node.words) or self.reading.low.endswith("điện:", 0, node.end)

    def _begin(self) -> int:
        """The first block behind the header: behind its number line and its title."""
        title = self.head.header.title
        number = self.head.header.span
        behind = 0
        for index, node in enumerate(self.tree.nodes[:HEADER_BLOCKS]):
            if number is None or node.start < number.end:
                continue
            behind = behind or index
            if node.kind == "heading" and node.label not in (None, "*"):
                return index
            if node.kind in ("paragraph", "item"):
                words = " ".join(self.reading.text[node.words : node.end].split())
                if title and (words.startswith(title[:40]) or words in title):
                    continue
                if node.lead or node.kind == "item" or node.end - node.start > SHORT_LINE:
                    return index
        return behind
