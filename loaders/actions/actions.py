"""Implementing actions: for each block what was done, is being done or is planned, by whom, for which documents and
programmes, with which results.

One block, one action. Headings, bare lead-ins, evaluations, difficulties, proposals to others, signatures and tables
state none. What a block implements it names itself, or inherits from its heading, its lead-in, or the object of the
whole report.
"""

from __future__ import annotations

from bisect import bisect_left

from loaders.actions import (
    actors,
    announcements,
    bodies,
    circumstances,
    leftovers,
    pages,
    quantities,
    roles,
    sections,
    status,
    status_words,
    tellings,
    verbs,
)
from loaders.actions.body import Body
from loaders.actions.carried import CarriedOut
from loaders.actions.clauses import Clauses
from loaders.actions.inheritance import Inheritance
from loaders.actions.judgements import PREAMBLE, Judgements
from loaders.actions.orders import Orders
from loaders.actions.programmes import Found
from loaders.actions.requests import Requests
from loaders.actions.uncounted import Uncounted
from loaders.citations.tails import Speaker
from loaders.text.tree import Node
from ontology.powers import types_that
from ontology.records import Action, ActionStatus, Span

MINIMUM = 12

SIZES = frozenset({"m", "cm", "mm", "m2", "m3", "kg", "km", "lít", "kW", "kV", "MW"})
"""Units in which things are described; a block that holds nothing else states no result."""


def read(carried: CarriedOut, programmes: Found, speaker: Speaker) -> tuple[Action, ...]:
    """All actions of the text, in order. Spans count in the reading copy. carried: what its blocks carry out."""
    kind = carried.head.type.slug if carried.head.type else None
    if kind in types_that("no_actions") or not carried.tree.nodes:
        return ()
    reader = _Reader(carried, programmes, speaker)
    return () if reader.body.rules and not reader.body.ordering else tuple(reader.actions())


class _Reader:
    def __init__(self, carried: CarriedOut, programmes: Found, speaker: Speaker) -> None:
        reading, tree, cited, head = carried.reading, carried.tree, carried.cited, carried.head
        self.reading, self.tree, self.cited, self.programmes = reading, tree, cited, programmes
        self.head, self.speaker = head, speaker
        self.starts = [s.start for s in cited.sightings]
        self.opened = frozenset(self.starts)
        self.body = Body(reading, tree, head, speaker)
        self.clauses = Clauses(reading, cited, speaker, self.body.ordered)
        self.carried = carried
        self.above = Inheritance(self.body, self.clauses, self.carried, programmes, speaker)
        self.uncounted = Uncounted(reading, tree, cited, programmes)
        self.statuses: dict[int, ActionStatus | None] = {}
        self.told = Orders(self.body, self.clauses)
        self.judged = Judgements(reading, tree, self.clauses, speaker)
        self.requests = Requests(reading, tree, head, speaker, self.carried.prefaces)

    def actions(self) -> list[Action]:
        found = (self._action(index, node) for index, node in self.body.blocks())
        return [action for action in found if action is not None]

    # --- one block

    def _action(self, index: int, node: Node) -> Action | None:
        section = self.body.sections[index]
        told = index in self.body.ordering
        if section is None and (self.told.is_ordered(index) or self.told.is_directed(index, node)):
            section, told = "tasks", True
        elif section in sections.SILENT and self.head.type is None and self.told.is_directed(index, node):
            section, told = "tasks", True  # the headline of a page speaks of difficulties, its order does not
        if index in self.body.parts and pages.is_task(self.reading, node, self.speaker):
            section, told = "tasks", True
        issued = self.told.issued(index, node) if section is None else None
        if issued is not None:
            section, told = "results", True
        asked = self.requests.behind(index) if section is None or section in sections.SILENT else None
        if asked is not None:
            section, told = "tasks", True
        page = tellings.Told(node.words)
        if section is None and self.head.type is None:
            told_of = self.told.told_of(index, node)
            if told_of is None:
                return None  # a paper that does not say what it is: parts that do, orders, and what a body did
            page = told_of
            if page.day:
                issued, section, told = page.begin, "results", True
        if section in sections.SILENT or node.end - node.words < MINIMUM:
            return None
        if self.head.type is None and pages.asks_or_names(self.reading, node, index in self.body.openers):
            return None
        begin = leftovers.begin(self.reading, self.tree, index, section)
        if begin is None or self.judged.only_names_people(begin, node.end):
            return None
        start, end = begin, node.end
        rest = leftovers.is_rest(self.reading, node, start)
        if rest and not node.lead:
            return None
        if self.body.is_heading(index) and not self._is_assigned(index):
            return None
        if self.reading.low.startswith("./.", end - 3) and status_words.closings().match(self.reading.low, start):
            return None
        if self.body.examines and section in (None, "results") and not self.judged.examiner_acts(start, end):
            return None
        if node.lead and section == "tasks" and self.judged.only_concerns(start, end):
            return None
        inherited = self._inherited_status(index)
        if section is None and not inherited and not status.may_state(self.reading.low, start, end):
            return None
        taken = self.uncounted.within(start, end) + self.uncounted.notes(index, node)
        measured, money = quantities.read(self.reading, start, end, taken)
        named = self.programmes.within(start, end)
        listed = self._is_listed_document(index, node)
        state: ActionStatus | None
        if listed:
            state = inherited
        else:
            clause = issued or max(asked or 0, self.clauses.main(start, end), page.sentence(self.reading.low, start))
            first = node.label is None and index < self.body.first_label
            if first and issued is None and self.head.type is not None and PREAMBLE.match(self.reading.low, start):
                tells = clause != start and bodies.body().match(self.reading.text, clause)
                did = bool(tells) and self.judged.did(clause, end)
                if (node.lead and not did) or not (
                    tells or status_words.order_within(self.reading.low, start, end) is not None
                ):
                    return None  # a preamble: what the document rests on
            acts = actors.subject(self.reading, clause, end, self.speaker, small=clause != start)
            bodied = section is None and (
                acts is not None
                or self.head.type is None
                or actors.actor(self.reading, clause, end, self.speaker) is not None
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
                listed=self.judged.is_listed_object(node),
                opening=first and not told,
            )
            if state is None and issued is not None:
                state = "done"
            if state is None and section == "results" and not node.lead:
                state = "done" if self.clauses.later(clause, end) else None
            if state is None and section == "tasks" and not node.lead and self.judged.is_given(clause, end):
                state = "planned"
        self.statuses[index] = state
        if (
            state is None
            or rest
            or (
                self.body.leads(index)
                and not measured
                and not money
                and announcements.is_bare(self.reading.low, start, end)
            )
        ):
            return None
        chain = self.tree.chain(index)[1:]
        if (opened := self.body.parts.get(index)) is not None and opened not in chain:
            chain = sorted([*chain, opened], reverse=True)
        implements = self.carried.within(start, end)
        for parent in chain:
            implements += self.above.above(parent).implements
            named += self.above.above(parent).programmes
            preface = self.carried.prefaces.get(parent)
            if preface is not None and preface not in chain and state == "planned":
                implements += self.carried.prefaced(preface)
            elif self.carried.leads_in(parent) and state == "planned":
                implements += self.carried.prefaced(parent)
        when = circumstances.time(self.reading, start, end, [(s.start, s.end) for s in taken])
        where = circumstances.place(self.reading, start, end)
        details = self.body.details(index)
        stated = details or self.body.said_beside(index)
        below = roles.stated(self.reading, stated) if stated else roles.Stated()
        when = below.time or when
        for detail in details:
            when = when or circumstances.stated_time(self.reading, detail.words, detail.end)
            where = where or circumstances.stated_place(self.reading, detail.words, detail.end)
            if circumstances.COSTS.match(self.reading.low, detail.words):
                money += quantities.read(self.reading, detail.words, detail.end, [])[1]
        return Action(
            span=Span(node.start, node.end),
            status=state,
            actor=(
                roles.body(below.lead, self.speaker.place, self.speaker.date)
                if below.lead
                else page.name or self.above.actor(index, issued or max(start, page.begin), end, chain)
            ),
            implements=tuple(dict.fromkeys([*implements, *self.carried.object])),
            programmes=tuple(dict.fromkeys(named)),
            time=when,
            quantities=tuple(measured),
            money=tuple(money),
            place=where,
            partners=roles.several(below.partners)
            if below.partners
            else circumstances.partners(self.reading, start, end),
            path=self.tree.path(index),
        )

    def _is_assigned(self, index: int) -> bool:
        """ "c) Tham mưu Thủ tướng phê duyệt Quy hoạch" without a mark at its end, above "- Đơn vị chủ trì: Bộ A." and
        nothing but such details, is a task."""
        node = self.tree.nodes[index]
        if node.label is None or verbs.opens(self.reading.low, node.words, node.end) is None:
            return False
        return roles.stated(self.reading, self.body.details(index)).lead is not None

    def _inherited_status(self, index: int) -> ActionStatus | None:
        """The status of the lead-in above, or the one that a heading states ("b) Các sản phẩm đang …")."""
        parent = self.tree.nodes[index].parent
        while parent is not None:
            node = self.tree.nodes[parent]
            if node.kind == "heading":
                cue = status_words.cues_of_status().search(self.reading.low, node.words, node.end)
                return "ongoing" if cue is not None and cue["ongoing"] == "đang" else None
            if self.statuses.get(parent):
                return self.statuses[parent]
            parent = node.parent
        return None

    def _is_listed_document(self, index: int, node: Node) -> bool:
        """A document in the list of a lead-in that tells what was done: it was issued. Laws that are yet to be made are
        only named."""
        parent = node.parent
        if parent is None or self.statuses.get(parent) in (None, "planned"):
            return False
        position = bisect_left(self.starts, node.words)
        return position < len(self.starts) and self.starts[position] == node.words
