"""What a block takes from those above it, and who acts in it."""

from __future__ import annotations

from msgspec import Struct

from loaders.actions import actors, bodies, headings, status_words, verbs
from loaders.actions.body import Body
from loaders.actions.carried import CarriedOut
from loaders.actions.clauses import Clauses
from loaders.actions.programmes import Found
from loaders.citations.tails import Speaker

BESIDE = 40
"""Blocks back to which the row of a block is followed."""


NEAR = 4
"""Blocks back to which a paragraph without a label goes on with the task of the item before it."""


class Above(Struct, frozen=True):
    """What a heading or lead-in hands down to the blocks below it."""

    implements: tuple[str, ...]
    programmes: tuple[str, ...]
    actor: str | None


class Inheritance:
    """Looks up what headings and lead-ins hand down, each once."""

    def __init__(self, body: Body, clauses: Clauses, out: CarriedOut, programmes: Found, speaker: Speaker) -> None:
        self.body, self.clauses, self.carried, self.programmes = body, clauses, out, programmes
        self.reading, self.tree, self.head, self.speaker = body.reading, body.tree, body.head, speaker
        self.inherited: dict[int, Above] = {}

    def actor(self, at: int, start: int, end: int, chain: list[int]) -> str | None:
        """Who acts in the block `at`: stated in the main clause, before it, as label or as a group; from above; else
        the issuing body."""
        main = self.clauses.main(start, end)
        clause = actors.ordered(self.reading, main, end, self.speaker)
        own = self._labelled(clause, end)
        if own is None and clause != main:
            own = actors.group(self.reading, clause, end, self.speaker, small=True)
        behind = verbs.behind_opening(self.reading.low, clause, end) if own is None else None
        if behind is not None and bodies.small_group().search(self.reading.low, clause, behind) is None:
            own = actors.group(self.reading, behind, end, self.speaker, small=True)  # not "đề nghị của các bộ, cơ quan"
        own = own or actors.actor(self.reading, clause, end, self.speaker)
        own = own or headings.label(self.reading, clause, end)
        own = own or actors.group(self.reading, clause, end, self.speaker, small=clause != main)
        if own is None and clause != start:
            own = actors.actor(self.reading, start, end, self.speaker)
        if own is None and (order := status_words.order_within(self.reading.low, main, end)) is not None:
            clause = actors.ordered(self.reading, order, end, self.speaker)
            own = actors.group(self.reading, clause, end, self.speaker, small=True)
        issuer = self.head.header.issuer
        if own is not None:
            return issuer.name if issuer and " " not in own and issuer.name.startswith(own) else own
        before = self._led_by(at)
        if before is not None:
            return before
        for parent in chain:
            if self.above(parent).actor is not None:
                return self.above(parent).actor
        return self._beside(chain, at) or self._prefaced(chain, at) or (issuer.name if issuer else None)

    def _prefaced(self, chain: list[int], at: int) -> str | None:
        """Whom the lead-in before a row of headings orders: "UBND tỉnh yêu cầu lãnh đạo các sở …: | 1. Tổ chức …"."""
        prefaces = self.carried.prefaces
        leads = (self.tree.nodes[prefaces[index]] for index in (at, *chain) if index in prefaces)
        found = (actors.told(self.reading, lead.words, lead.end, self.speaker) for lead in leads)
        issuer = self.head.header.issuer
        return next((a for a in found if a is not None and not (issuer and issuer.name.startswith(a))), None)

    def _led_by(self, at: int) -> str | None:
        """Who is named in the line right above a paragraph, where a page lost its number: "Sở A: | Tham mưu …"."""
        nodes = self.tree.nodes
        if at == 0 or nodes[at].label is not None or not nodes[at - 1].lead or nodes[at - 1].label is not None:
            return None
        before = nodes[at - 1]
        return headings.heading_body(self.reading, before.words, before.end, self.speaker)

    def _labelled(self, start: int, end: int) -> str | None:
        """Several bodies behind a label ("a) Đo lường: Ủy ban nhân dân huyện, thị xã chủ động …"), or, in a letter
        that decides, one with what it is to do ("1. Về mua bán điện: Bộ Công Thương khẩn trương …")."""
        label = status_words.LABEL.match(self.reading.low, start, end)
        if label is None:
            return None
        if not actors.PLURAL.match(self.reading.text, label.end()):
            decides = self.body.decides is not None
            behind = actors.subject(self.reading, label.end(), end, self.speaker) if decides else None
            if behind is None or status_words.directed().match(self.reading.low, behind) is None:
                return None
        return actors.group(self.reading, label.end(), end, self.speaker)

    def _beside(self, chain: list[int], at: int) -> str | None:
        """Who acts in the row of blocks that a paragraph cut off from its heading: "4. Tổng cục A | 4.1. … | - …",
        "1. Các sở: | a) …: | Chậm nhất ngày 30/6, … | b) …"."""
        nodes = self.tree.nodes
        for index in (at, *chain):
            beside = self._earlier(index)
            if beside is None:
                continue
            row = nodes[beside].style == nodes[index].style
            if row and nodes[beside].parent == nodes[index].parent:
                continue  # the same blocks stand above both
            found = (self.above(above).actor for above in self.tree.chain(beside)[row:])  # not who acts in that one
            return next((actor for actor in found if actor is not None), None)
        return self._before(at)

    def _before(self, at: int) -> str | None:
        """Who acts in the item with whose task a paragraph goes on, by what stands above that item: "Bộ A yêu cầu Sở B
        thực hiện: | 1. … | Phối hợp với …"."""
        nodes = self.tree.nodes
        if nodes[at].label is not None or nodes[at].kind == "heading":
            return None
        before = next(
            (index for index in range(at - 1, max(-1, at - NEAR), -1) if nodes[index].label is not None), None
        )
        if before is None or nodes[before].kind == "heading":
            return None
        found = (self.above(above).actor for above in self.tree.chain(before)[1:])
        actor = next((actor for actor in found if actor is not None), None)
        return None if actor is None or actors.DIGIT.search(actor) else actor

    def _earlier(self, index: int) -> int | None:
        """The block above that bears the first part of a number ("4" of "4.1"), or one of the same row."""
        nodes = self.tree.nodes
        own = nodes[index]
        numbered = own.label is not None and own.label[0].isdigit() and "." in own.label.rstrip(".)")
        prefix = own.label.rstrip(".)").rpartition(".")[0] if own.label and numbered else None
        for at in range(index - 1, max(-1, index - BESIDE), -1):
            other = nodes[at]
            if prefix is not None:
                if other.label is not None and other.label.rstrip(".)") == prefix:
                    return at
            elif other.kind == "heading":
                return None
            elif other.label is not None and (other.style == own.style or (own.label is None and other.lead)):
                return at
        return None

    def above(self, index: int) -> Above:
        """What the blocks below take over from a block, looked up once."""
        if index not in self.inherited:
            node = self.tree.nodes[index]
            heading = node.kind == "heading"
            rest = node.kind == "paragraph" and self.reading.text[node.words].islower()  # of a sentence that a line cut
            letterhead = rest or index < self.body.begins
            body = None if letterhead else headings.heading_body(self.reading, node.words, node.end, self.speaker)
            if body is None and not heading and not letterhead:
                body = actors.told(self.reading, node.words, node.end, self.speaker)
            if body is None and heading and not letterhead:
                body = actors.group(self.reading, node.words, node.end, self.speaker)
            if body is None and not heading and not letterhead:
                body = actors.actor(self.reading, node.words, node.end, self.speaker)
            if body is None and not heading and not letterhead and node.label is not None:
                body = actors.group(self.reading, node.words, node.end, self.speaker)
            self.inherited[index] = Above(
                tuple(self.carried.within(node.words, node.end, heading=heading)),
                tuple(self.programmes.within(node.words, node.end)),
                body,
            )
        return self.inherited[index]
