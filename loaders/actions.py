"""Implementing actions: for each block what was done, is being done or is planned, by whom, for which documents and
programmes, with which results.

One block, one action. Headings, bare lead-ins, evaluations, difficulties, proposals to others, signatures and tables
state none. What a block implements it names itself, or inherits from its heading, its lead-in, or the object of the
whole report.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from loaders import actors, announcements, carried, quantities, sections, status, verbs
from loaders.carried import CarriedOut, Cited
from loaders.header import Head
from loaders.programmes import Found
from loaders.reading import Reading
from loaders.structure import Node, Tree
from loaders.tails import Speaker
from ontology.records import Action, ActionStatus, Span
from ontology.rows import Section

CUE_LIMIT = 160
NORMATIVE = frozenset({"luat", "bo-luat", "hien-phap", "phap-lenh", "nghi-dinh", "thong-tu", "thong-tu-lien-tich"})
"""Types whose provisions are rules, not actions."""

RULES = frozenset(
    {
        "huong-dan",
        "phuong-an",
        "quy-dinh",
        "quy-che",
        "dieu-le",
        "quy-chuan",
        "quy-trinh",
        "hop-dong",
        "giay-phep",
        "giay-moi",
    }
)
MINIMUM = 12
HEADER_BLOCKS = 40
SHORT_LINE = 90
"""Code points: a shorter line behind the number is still header (place and date, addressees)."""

CLAUSE_END = re.compile(r"[”\" ]*[,;.]\s+")
OPENING_CLAUSE = re.compile(r"(?:để|nhằm)\s+(?:tổ\s+chức\s+)?(?:triển\s+khai|thực\s+hiện)")
SIZES = frozenset({"m", "cm", "mm", "m2", "m3", "kg", "km", "lít", "kW", "kV", "MW"})
"""Units in which things are described; a block that holds nothing else states no result."""

LATER_SENTENCES = 900
"""Code points in which a block may yet say what a body did."""

NOTES = 20
DETAILS = 8
"""Blocks below an action that may say when and where it takes place."""

NOISE = re.compile(r"[\s:.,;'’‘`_°~^|]{1,4}(?:[0-9]{1,2}[.,)]\s+)?(?=\w)|[0-9]{1,2}[,.]\s+(?=\w)")
"""What a scan leaves before an item whose label it misread: ": 2. Chỉ đạo …", "2, Tiếp tục …"."""

PAGE = re.compile(r"\n[ -]*[0-9]{1,4}[ -]*(?=\n)")
BLANKS = re.compile(r"…{2}|\.{5}|_{4}")
ORDER_REACH = 240
"""Code points before the end of a lead-in in which its order stands: "UBND tỉnh yêu cầu các sở … như sau:"."""

QUOTES = frozenset('“"')
LEAST_CLAUSE = 30
"""Code points: what is left behind "Triển khai Kế hoạch X, cụ thể:" is no clause of its own."""

RECIPIENTS = re.compile(r"\W{0,3}(?:nơi\s+nhận(?!\w)|\w{0,2}[oơóớòờỏởõỡọợ]i\s*nh[aâáấàầảẩãẫạậ]n\s*(?:[:;.]|$))")
"""The line over the recipients, also as scans print it: ";Vơi nhận:", "Noi nhạn:"."""

PREAMBLE = re.compile(r"(?:căn\s+cứ|thực\s+hiện|trên\s+cơ\s+sở|xét|theo|tiếp\s+theo|phúc\s+đáp)(?!\w)")
BLOCKS = frozenset({"item", "paragraph", "clause", "point"})
ANNEX = frozenset({"kế hoạch", "chương trình", "đề án", "chiến lược", "báo cáo"})


def _plans(symbol: str, tree: Tree) -> bool:
    """Resolutions of the party, and those of the Government that have no articles, say what is to be done."""
    if symbol.startswith("NQ-CP"):
        return not any(node.kind == "article" for node in tree.nodes)
    return symbol.endswith(("/TW", "/TU", "/ĐU", "/HU")) or symbol.startswith("NQ/")


class Above(Struct, frozen=True):
    """What a heading or lead-in hands down to the blocks below it."""

    implements: tuple[str, ...]
    programmes: tuple[str, ...]
    actor: str | None


def read(
    reading: Reading, tree: Tree, cited: Cited, programmes: Found, head: Head, speaker: Speaker
) -> tuple[Action, ...]:
    """All actions of the text, in order. Spans count in the reading copy."""
    kind = head.type.slug if head.type else None
    if kind in NORMATIVE or kind in RULES or not tree.nodes:
        return ()
    return tuple(_Reader(reading, tree, cited, programmes, head, speaker).actions())


class _Reader:
    def __init__(
        self, reading: Reading, tree: Tree, cited: Cited, programmes: Found, head: Head, speaker: Speaker
    ) -> None:
        self.reading, self.tree, self.cited, self.programmes = reading, tree, cited, programmes
        self.head, self.speaker = head, speaker
        self.starts = [s.start for s in cited.sightings]
        kind = head.type.slug if head.type else ""
        default: Section | None = sections.OF_TYPE.get(kind)
        if kind == "nghi-quyet" and head.symbol is not None and _plans(head.symbol.text, tree):
            default = "tasks"
        self.sections = sections.read(reading, tree, default)
        self.opened = frozenset(self.starts)
        self.inherited: dict[int, Above] = {}
        self.carried = CarriedOut(reading, tree, cited, head)
        self.statuses: dict[int, ActionStatus | None] = {}
        self.begins = self._begin_of_body()
        self.first_label = next(
            (i for i, n in enumerate(tree.nodes) if n.kind == "heading" and n.label not in (None, "*")), len(tree.nodes)
        )
        self._set_apart_the_opening(default)

    def actions(self) -> list[Action]:
        found: list[Action] = []
        ruled: set[int] = set()
        over = False
        for index, node in enumerate(self.tree.nodes):
            if node.kind == "article":
                ruled.add(index)
            elif node.parent in ruled:
                ruled.add(index)  # provisions are rules, not actions
            detailed = node.kind == "heading" and self._is_detailed(index, node)
            if index < self.begins or not (node.kind in BLOCKS or detailed) or index in ruled:
                continue
            if self._is_signature(node):
                over = True
            elif over and node.kind == "paragraph" and node.parent is None:
                over = False
            if over:
                continue
            action = self._action(index, node)
            if action is not None:
                found.append(action)
        return found

    def _leads(self, index: int, node: Node) -> bool:
        return node.lead or (index + 1 < len(self.tree.nodes) and self.tree.nodes[index + 1].parent == index)

    def _details(self, index: int) -> list[Node]:
        """The blocks right below that only say who takes part, where, when, for how much."""
        found: list[Node] = []
        for node in self.tree.nodes[index + 1 : index + 1 + DETAILS]:
            if node.kind == "footnote" or node.parent != index:
                continue
            if status.details().match(self.reading.low, node.words, node.end) is None:
                return []
            found.append(node)
        return found

    def _is_detailed(self, index: int, node: Node) -> bool:
        """ "c) Đào tạo cho các phòng" above "- Thành phần: …", "- Thời gian: …" is done like the item before it."""
        if node.label is None or verbs.opens(self.reading.low, node.words, node.end) is None:
            return False
        return bool(self._details(index))

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
            if (node.label is not None and node.kind != "footnote") or (node.lead and not self._addresses(node)):
                return
            self.sections[index] = "basis"

    def _addresses(self, node: Node) -> bool:
        """ "Kính gửi:", "Thủ tướng Chính phủ điện:" address the document and open no list of tasks."""
        return self.reading.low.startswith("kính gửi", node.words) or self.reading.low.endswith("điện:", 0, node.end)

    def _is_signature(self, node: Node) -> bool:
        return RECIPIENTS.match(self.reading.low, node.words, node.end) is not None

    def _begin_of_body(self) -> int:
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

    # --- one block

    def _action(self, index: int, node: Node) -> Action | None:
        section = self.sections[index]
        if section is None and self.head.type is None:
            return None  # a paper that does not say what it is: only parts that do are read
        if section is None and self._is_ordered(index):
            section = "tasks"
        if section in sections.SILENT or node.end - node.words < MINIMUM:
            return None
        if BLANKS.search(self.reading.text, node.words, node.end):
            return None  # a form that waits to be filled in
        if (
            self.reading.text.find(" |", node.words, node.end) >= 0
            or self.reading.text[node.words : node.end].isupper()
        ):
            return None  # cells of a table that a scan cut, a title
        start, end = node.words, node.end
        text = self.reading.text
        if (
            node.kind == "paragraph"
            and text[start].islower()
            and text[start + 1 : start + 2] not in (")", ".", "]")
            and not node.lead
        ):
            return None  # the rest of a sentence that a page or a scan cut
        if node.label is None and (noise := NOISE.match(self.reading.text, start, end)):
            start = noise.end()
        if self.reading.low.startswith("./.", end - 3) and status.CLOSING_ORDER.match(self.reading.low, start):
            return None
        inherited = self._inherited_status(index)
        if section is None and not inherited and not status.may_state(self.reading.low, start, end):
            return None
        taken = self._taken(start, end) + self._notes(index, node)
        measured, money = quantities.read(self.reading, start, end, taken)
        named = self.programmes.within(start, end)
        listed = self._is_listed_document(index, node)
        state: ActionStatus | None
        if listed:
            state = inherited
        else:
            clause = self._main_clause(start, end)
            if node.label is None and index < self.first_label and PREAMBLE.match(self.reading.low, start):
                told = clause != start and actors.BODY.match(self.reading.text, clause)
                if not told or node.lead:
                    return None  # a preamble: what the document rests on
            acts = actors.subject(self.reading, clause, end, self.speaker, small=clause != start)
            bodied = section is None and (
                acts is not None or actors.actor(self.reading, clause, end, self.speaker) is not None
            )
            state = status.read(
                self.reading,
                clause,
                end,
                section,
                lead=node.lead,
                measured=bool(money) or any(q.of or ((q.unit or inherited) and q.unit not in SIZES) for q in measured),
                named=bool(named),
                inherited=inherited,
                acts=acts,
                cited=clause in self.opened,
                bodied=bodied,
            )
            if state is None and section == "results" and not node.lead:
                state = self._later_sentence(clause, end)
        self.statuses[index] = state
        if state is None or (
            self._leads(index, node)
            and not measured
            and not money
            and announcements.is_bare(self.reading.low, start, end)
        ):
            return None
        chain = self.tree.chain(index)[1:]
        implements = self.carried.within(start, end)
        for parent in chain:
            implements += self._above(parent).implements
            named += self._above(parent).programmes
            preface = self.carried.prefaces.get(parent)
            if preface is not None and preface not in chain and state == "planned":
                implements += self.carried.prefaced(preface)
        when = actors.time(self.reading, start, end, [(s.start, s.end) for s in taken])
        where = actors.place(self.reading, start, end)
        for detail in self._details(index):
            when = when or actors.stated_time(self.reading, detail.words, detail.end)
            where = where or actors.stated_place(self.reading, detail.words, detail.end)
            if actors.COSTS.match(self.reading.low, detail.words):
                money += quantities.read(self.reading, detail.words, detail.end, [])[1]
        return Action(
            span=Span(node.start, node.end),
            status=state,
            actor=self._actor(start, end, chain),
            implements=tuple(dict.fromkeys([*implements, *self.carried.object])),
            programmes=tuple(dict.fromkeys(named)),
            time=when,
            quantities=tuple(measured),
            money=tuple(money),
            place=where,
            partners=actors.partners(self.reading, start, end),
            path=self.tree.path(index),
        )

    def _later_sentence(self, start: int, end: int) -> ActionStatus | None:
        """What a body did, told behind a sentence that states no action: "Lễ do Hội A tổ chức. Sở đã chỉ đạo …"."""
        low = self.reading.low
        for cut in status.SENTENCE.finditer(low, start, min(end, start + LATER_SENTENCES)):
            acts = actors.subject(self.reading, cut.end(), end, self.speaker)
            if acts is not None and low.startswith(" đã ", acts) and verbs.acted(low, acts + len(" đã"), end):
                return "done"
        return None

    def _is_ordered(self, index: int) -> bool:
        """In a letter: the block stands below a heading or lead-in that names a body, or gives an order to bodies."""
        parent = self.tree.nodes[index].parent
        while parent is not None:
            node = self.tree.nodes[parent]
            labelled = node.kind == "heading" or (node.lead and node.end - node.words < actors.LABEL_LIMIT)
            if labelled and parent >= self.begins:
                if actors.heading_body(self.reading, node.words, node.end, self.speaker) is not None:
                    return True
                if actors.heading_body(self.reading, node.words, node.end - 1, self.speaker) is not None:
                    return True
            if node.lead and status.ORDERED.search(self.reading.low, max(node.words, node.end - ORDER_REACH), node.end):
                return True
            parent = node.parent
        return False

    def _inherited_status(self, index: int) -> ActionStatus | None:
        """The status of the lead-in above, or the one that a heading states ("b) Các sản phẩm đang …")."""
        parent = self.tree.nodes[index].parent
        while parent is not None:
            node = self.tree.nodes[parent]
            if node.kind == "heading":
                cue = status.cues_of_status().search(self.reading.low, node.words, node.end)
                return "ongoing" if cue is not None and cue["ongoing"] == "đang" else None
            if self.statuses.get(parent):
                return self.statuses[parent]
            parent = node.parent
        return None

    def _is_listed_document(self, index: int, node: Node) -> bool:
        """A document in the list of a lead-in that is an action: it was issued."""
        parent = node.parent
        if parent is None or not self.statuses.get(parent):
            return False
        position = bisect_left(self.starts, node.words)
        return position < len(self.starts) and self.starts[position] == node.words

    def _taken(self, start: int, end: int) -> list[Span]:
        """Stretches that hold no results: citations with their dates, and names of programmes."""
        spans: list[Span] = []
        for position in range(bisect_left(self.starts, start - 200), len(self.starts)):
            sighting = self.cited.sightings[position]
            if sighting.start >= end:
                break
            tail = sighting.tail
            stop = max(sighting.end, tail.end)
            if tail.title is not None:
                quoted = self.reading.text[tail.title.start] in QUOTES
                stop = tail.title.end if quoted else max(sighting.end, tail.title.start)
            spans.append(Span(sighting.start, stop))
        first = bisect_left(self.programmes.at, (start - 300, 0, ""))
        for begin, stop, _ in self.programmes.at[first:]:
            if begin >= end:
                break
            spans.append(Span(begin, stop))
        return spans

    def _notes(self, index: int, node: Node) -> list[Span]:
        """Footnotes, and the number of the page, that a page put in the middle of the block."""
        found = [Span(*page.span()) for page in PAGE.finditer(self.reading.text, node.words, node.end)]
        for below in self.tree.nodes[index + 1 : index + 1 + NOTES]:
            if below.kind != "footnote" or below.start >= node.end:
                break
            found.append(Span(below.start, below.end))
        return found

    def _main_clause(self, start: int, end: int) -> int:
        """Behind the clause that only names what is carried out: "Thực hiện Quyết định X về …, Sở Y tế đã …"."""
        low = self.reading.low
        opener = carried.CUE_BEFORE.match(low, start) or OPENING_CLAUSE.match(low, start)
        if opener is None:
            return start
        position = bisect_left(self.starts, start)
        if position == len(self.starts) or self.starts[position] > start + CUE_LIMIT:
            return start
        last = self.starts[position]
        while position < len(self.starts) and self.starts[position] < end:
            sighting = self.cited.sightings[position]
            if self.starts[position] - last > 20 and (clause := self._body_acts(last, self.starts[position], end)):
                return clause
            stop = sighting.tail.title.end if sighting.tail.title is not None else max(sighting.end, sighting.tail.end)
            last = max(last, stop)
            position += 1
        cut = CLAUSE_END.match(low, last, end)
        if cut is not None and ("." not in cut[0] or actors.BODY.match(self.reading.text, cut.end())):
            return cut.end() if end - cut.end() > LEAST_CLAUSE else start
        return self._body_acts(last, end, end) or start

    def _body_acts(self, start: int, stop: int, end: int) -> int | None:
        """The first clause between two places that opens with a body: "…; Sở Y tế đã tổ chức"."""
        for cut in CLAUSE_END.finditer(self.reading.low, start, stop):
            if actors.BODY.match(self.reading.text, cut.end()):
                behind = actors.subject(self.reading, cut.end(), end, self.speaker)
                if behind is not None and (
                    status.cues_of_status().match(self.reading.low, behind + 1)
                    or verbs.behind(self.reading.low, behind)
                ):
                    return cut.end()
        return None

    def _actor(self, start: int, end: int, chain: list[int]) -> str | None:
        """Who acts: stated in the main clause, before it, as label or as a group; from above; else the issuing body."""
        main = self._main_clause(start, end)
        clause = actors.ordered(self.reading, main, end, self.speaker)
        own = actors.actor(self.reading, clause, end, self.speaker) or actors.label(self.reading, clause, end)
        own = own or actors.group(self.reading, clause, end, self.speaker, small=clause != main)
        if own is None and clause != start:
            own = actors.actor(self.reading, start, end, self.speaker)
        if own is None and (order := status.order_within(self.reading.low, main, end)) is not None:
            clause = actors.ordered(self.reading, order, end, self.speaker)
            own = actors.group(self.reading, clause, end, self.speaker, small=True)
        issuer = self.head.header.issuer
        if own is not None:
            return issuer.name if issuer and " " not in own and issuer.name.startswith(own) else own
        for parent in chain:
            if self._above(parent).actor is not None:
                return self._above(parent).actor
        return issuer.name if issuer else None

    def _above(self, index: int) -> Above:
        """What the blocks below take over from a block, looked up once."""
        if index not in self.inherited:
            node = self.tree.nodes[index]
            heading = node.kind == "heading"
            letterhead = index < self.begins
            body = None if letterhead else actors.heading_body(self.reading, node.words, node.end, self.speaker)
            if body is None and not heading and not letterhead:
                body = actors.told(self.reading, node.words, node.end, self.speaker)
            if body is None and heading and not letterhead:
                body = actors.group(self.reading, node.words, node.end, self.speaker)
            if body is None and not heading and not letterhead:
                body = actors.actor(self.reading, node.words, node.end, self.speaker)
            self.inherited[index] = Above(
                tuple(self.carried.within(node.words, node.end, heading=heading)),
                tuple(self.programmes.within(node.words, node.end)),
                body,
            )
        return self.inherited[index]
