"""Which documents a block carries out: those that it names behind "thực hiện", "triển khai", "quán triệt" …, those of
the lead-in before a row of headings, and the object of a whole report or plan."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from loaders.actions import bodies
from loaders.actions.carried_programmes import CarriedProgrammes
from loaders.actions.programmes import Found
from loaders.citations.sighting import Sighting
from loaders.header.header import Head
from loaders.relations.governed import Governed
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.tree import Tree
from ontology.lexicon import phrases
from ontology.powers import types_that
from ontology.records import SELF

IMPLEMENTS = frozenset({"implements", "basedOn", "reportsOn"})
CUE_BEFORE = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('implementing_cue'))})(?!\w)")
PLANS = types_that("plan")
OPENS_PLAN = re.compile(r"(?:để\s+|nhằm\s+)?(?:triển\s+khai|thực\s+hiện|cụ\s+thể\s+hóa)(?!\w)")

PREFACE = re.compile(r"(?<!\w)(?:cụ\s+thể\s+hóa|thực\s+hiện|triển\s+khai)\s[^;.:]*$")
PREFACE_REACH = 160
"""Code points: "góp phần cụ thể hóa Quy hoạch tỉnh, Nghị quyết số … và Kế hoạch số …"."""

PARAGRAPHS = 12
"""Paragraphs over which the opening sentence of a document may run."""

HANDED = 24
"""Documents that one lead-in hands down, at most: each block below holds all of them."""


class Cited(Struct, frozen=True):
    """All that is known of the documents that the text cites, mention by mention."""

    sightings: tuple[Sighting, ...]
    meaning: tuple[str | None, ...]
    governed: list[Governed | None]
    holder: list[int | None]


def _prefaces(tree: Tree) -> dict[int, int]:
    """Heading → the paragraph that leads in to it and to those like it ("UBND tỉnh yêu cầu: 1. Sở A … 2. Sở B …")."""
    found: dict[int, int] = {}
    open_at: dict[int | None, tuple[int, str]] = {}
    for index, node in enumerate(tree.nodes):
        before = tree.nodes[index - 1] if index else None
        if node.kind != "heading" or node.label is None:
            continue
        if before is not None and before.lead and before.kind == "paragraph" and before.parent == node.parent:
            open_at[node.parent] = (index - 1, node.style)
        held = open_at.get(node.parent)
        if held is not None and held[1] == node.style:
            found[index] = held[0]
    return found


class CarriedOut:
    """Reads what the blocks of one text carry out. Ids of works, in the order of the text."""

    def __init__(
        self,
        reading: Reading,
        tree: Tree,
        cited: Cited,
        head: Head,
        programmes: Found,
        whole: list[str] | None = None,
    ) -> None:
        """whole: what the text as a whole carries out, where an earlier part of it has said so."""
        self.reading, self.tree, self.cited, self.head = reading, tree, cited, head
        self.programmes = CarriedProgrammes(reading, programmes)
        kind = head.type.slug if head.type else ""
        self.starts = [s.start for s in cited.sightings]
        self.prefaces = {} if kind == "bao-cao" else _prefaces(tree)  # a report opens with the letter that asks for it
        self.opens = kind != "bao-cao"
        self.handed: dict[int, list[str]] = {}
        self.object = self._object_of_report(kind) if whole is None else whole

    def within(self, start: int, end: int, *, heading: bool = False) -> list[str]:
        """The documents that the words between two places carry out; a heading does so by naming one."""
        found: list[str] = []
        for position in range(bisect_left(self.starts, start), len(self.starts)):
            sighting = self.cited.sightings[position]
            if sighting.start >= end:
                break
            work = self.cited.meaning[position]
            if work is None or work == SELF or sighting.form == "anaphor":
                continue
            if self._carried_out(position, start) or (heading and self.cited.holder[position] is None):
                found.append(work)
        return found + self.programmes.within(start, end, heading=heading)

    def _carried_out(self, position: int, start: int) -> bool:
        governed = self.cited.governed[position]
        holder = self.cited.holder[position]
        if governed is not None and governed.subject:
            return False
        if holder is not None:
            above = self.cited.governed[holder]
            issued = above is None or above.predicate == "cites"
            return (
                governed is not None
                and governed.predicate == "implements"
                and issued
                and not self._under(holder, start)
            )
        if governed is None:
            return False
        if governed.predicate in IMPLEMENTS:
            return True
        cue = governed.cue
        return cue is not None and CUE_BEFORE.search(self.reading.low, cue.start, cue.end) is not None

    def _under(self, holder: int, start: int) -> bool:
        """A holder that "theo" or "tại" brings in is no document that the block issues."""
        low = self.reading.low
        before = low[max(start, self.starts[holder] - 20) : self.starts[holder]]
        return re.search(r"(?:theo|tại|của|trong)\s+(?:\w+\s+)?$", before) is not None

    def _object_of_report(self, kind: str) -> list[str]:
        """What a report reports on, or a plan carries out, by its title and its opening."""
        first = next((n.start for n in self.tree.nodes if n.label is not None), len(self.reading.text))
        limit = min(first, 8000)
        plan = kind in PLANS
        found: list[str] = []
        for index, sighting in enumerate(self.cited.sightings):
            if sighting.start >= limit:
                break
            governed = self.cited.governed[index]
            if governed is None or self.cited.holder[index] is not None or governed.subject:
                continue
            work = self.cited.meaning[index]
            opens = plan and not self._is_letter(sighting) and self._opens_block(sighting)
            titled = opens or self._in_title(sighting)
            if (
                work
                and work != SELF
                and (
                    (governed.predicate == "reportsOn" and kind == "bao-cao")
                    or (governed.predicate == "implements" and titled)
                )
            ):
                found.append(work)
        return list(dict.fromkeys([*found, *self._titled_programmes(limit)]))

    def _titled_programmes(self, limit: int) -> list[str]:
        """What approves the programme that the title alone names: "BÁO CÁO kết quả thực hiện Chương trình A"."""
        title = self.head.header.title
        if not title:
            return []
        found = self.programmes.carried(limit)
        return [work for start, end, work in found if " ".join(self.reading.text[start:end].split()) in title]

    def _opens_block(self, sighting: Sighting) -> bool:
        """ "Thực hiện Quyết định X, UBND tỉnh ban hành Kế hoạch …": the preamble of a plan says what it carries out."""
        at = self.tree.at(sighting.start)
        return at is not None and OPENS_PLAN.match(self.reading.low, self.tree.nodes[at].words) is not None

    def _in_title(self, sighting: Sighting) -> bool:
        title = self.head.header.title
        if not title:
            return False
        words = " ".join(self.reading.text[sighting.start : sighting.end].split())
        return words in title

    def leads_in(self, index: int) -> bool:
        """Is the block the lead-in of a plan or directive, whose sentence may begin in the paragraph before it?"""
        node = self.tree.nodes[index]
        return self.opens and node.lead and node.kind == "paragraph"

    def prefaced(self, index: int) -> list[str]:
        """What the lead-in before a row of headings carries out: "Thực hiện Kế hoạch X, UBND tỉnh yêu cầu …:". What it
        rests on ("Căn cứ …") is not handed down, nor a letter: it asks for the plan."""
        if index in self.handed:
            return self.handed[index]
        node = self.tree.nodes[index]
        opens = self.tree.nodes[self._sentence(index)].words
        found: list[str] = []
        for position in range(bisect_left(self.starts, opens), len(self.starts)):
            sighting = self.cited.sightings[position]
            if sighting.start >= node.end:
                break
            governed, work = self.cited.governed[position], self.cited.meaning[position]
            if work is None or work == SELF or self._is_letter(sighting) or self.cited.holder[position] is not None:
                continue
            if governed is not None:
                carried = governed.predicate == "implements" and not governed.subject
            else:
                before = max(node.words, sighting.start - PREFACE_REACH)
                carried = PREFACE.search(self.reading.low, before, sighting.start) is not None
            if carried:
                found.append(work)
        self.handed[index] = list(dict.fromkeys(found))[:HANDED]
        return self.handed[index]

    def _sentence(self, index: int) -> int:
        """The paragraph in which the sentence of a lead-in begins: "Thực hiện Nghị quyết X; | Đoàn giám sát phân công
        nhiệm vụ như sau:" runs over two, also where a careless full stop cuts it."""
        nodes = self.tree.nodes
        first = index
        while first and index - first < PARAGRAPHS:
            before = nodes[first - 1]
            if before.kind != "paragraph" or before.label is not None or before.parent != nodes[index].parent:
                break
            if not self.reading.text.endswith((";", ","), before.words, before.end) and not (
                OPENS_PLAN.match(self.reading.low, before.words)
                and next(bodies.heads_of_clauses(self.reading.text, before.words, before.end), None) is None
            ):
                break
            first -= 1
        return first

    @staticmethod
    def _is_letter(sighting: Sighting) -> bool:
        if sighting.type is not None:
            return sighting.type.slug in ("cong-van", "cong-dien")
        return sighting.symbol is not None and sighting.symbol.family == "letter"
