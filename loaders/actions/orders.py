"""Which blocks of a letter, or of a page without a letterhead, are orders: below who orders, by what somebody above
decides, handed on; and which tell what a body did."""

from __future__ import annotations

from loaders.actions import actors, bodies, headings, relayed, status, status_words, tellings
from loaders.actions.body import Body
from loaders.actions.clauses import BESIDES, Clauses
from loaders.text.stretches import Stretches
from loaders.text.tree import Node

ORDER_REACH = 240
"""Code points before the end of a lead-in in which its order stands: "UBND tỉnh yêu cầu các sở … như sau:"."""


class Orders:
    """Looks at the blocks of one text, each heading once."""

    def __init__(self, body: Body, clauses: Clauses) -> None:
        self.body, self.clauses = body, clauses
        self.reading, self.tree, self.speaker = body.reading, body.tree, clauses.speaker
        self.orders: dict[int, bool] = {}
        """Headings and lead-ins that were asked for an order, with those above them: most blocks share theirs."""
        self._news: Stretches | None = None
        """Where the text tells that something was issued."""

    def is_ordered(self, index: int) -> bool:
        """In a letter: the block stands below a heading or lead-in that names a body, or gives an order to bodies."""
        passed: list[int] = []
        found = False
        parent = self.tree.nodes[index].parent
        while parent is not None and not found:
            known = self.orders.get(parent)
            if known is not None:
                found = known
                break
            passed.append(parent)
            found = self._gives_order(parent)
            parent = self.tree.nodes[parent].parent
        self.orders.update(dict.fromkeys(passed, found))
        return found

    def _gives_order(self, index: int) -> bool:
        node = self.tree.nodes[index]
        labelled = node.kind == "heading" or (node.lead and node.end - node.words < headings.LABEL_LIMIT)
        if labelled and headings.tells_of_setup(self.reading, node.words, node.end):
            return False
        if labelled and self.body.head.type is not None and index >= self.body.begins:
            if headings.heading_body(self.reading, node.words, node.end, self.speaker) is not None:
                return True
            if headings.heading_body(self.reading, node.words, node.end - 1, self.speaker) is not None:
                return True
        return (
            node.lead
            and status_words.ordered().search(self.reading.low, max(node.words, node.end - ORDER_REACH), node.end)
            is not None
        )

    def is_directed(self, index: int, node: Node) -> bool:
        """In a letter in which somebody above decides ("Chủ tịch UBND tỉnh có ý kiến như sau:"): what a body other than
        the one that writes is to do ("Sở Tài chính chủ trì, phối hợp …")."""
        decides = self.body.decides
        if decides is None or index <= decides or index in self.body.quoted:
            return False
        begin = node.words
        if status_words.ordered().match(self.reading.low, begin, node.end):
            return True
        relays, ordered = self.body.relays is not None, self.body.ordered
        if relays and relayed.is_order(self.reading, begin, node.end, self.speaker, ordered):
            return True
        if (besides := BESIDES.match(self.reading.low, begin, node.end)) is not None:
            begin = besides.end()  # "Đồng thời, các bộ, ngành nghiên cứu …"
            small = actors.subject(self.reading, begin, node.end, self.speaker, small=True)
            if small is not None and bodies.group().match(self.reading.text, begin) is None:
                return relayed.is_told(self.reading, small, node.end)
        if bodies.group().match(self.reading.text, begin) is None:
            begin = self.clauses.main(begin, node.end)  # "Trên cơ sở Kết luận X, Bộ A làm việc …"
        if bodies.group().match(self.reading.text, begin) is None:
            label = status_words.LABEL.match(self.reading.low, begin, node.end)
            if label is None or bodies.group().match(self.reading.text, label.end()) is None:
                return False
            begin = label.end()  # "1. Về thí điểm mua bán điện: Bộ Công Thương khẩn trương …"
        behind = actors.subject(self.reading, begin, node.end, self.speaker)
        if behind is None:
            return False
        told = relayed.is_told(self.reading, behind, node.end)
        if not told and not relayed.acts(self.reading, begin, behind, node.end, self.speaker):
            return False
        issuer = self.body.head.header.issuer
        return issuer is None or " ".join(self.reading.text[begin:behind].split()) not in issuer.name

    def told_of(self, index: int, node: Node) -> tellings.Told | None:
        """On a page without a letterhead: whom the paragraph tells to have done something, or that they will."""
        if node.kind != "paragraph" or node.lead or index in self.body.quoted:
            return None
        if not status.may_state(self.reading.low, node.words, node.end):
            return None
        return tellings.tells(self.reading, self.clauses.main(node.words, node.end), node.end, self.speaker)

    def issued(self, index: int, node: Node) -> int | None:
        """Which letter or plan a page says first that a body has issued: "UBND tỉnh vừa có Công văn số 5/UBND-VX …"."""
        if self.body.head.type is not None or node.kind != "paragraph" or node.lead:
            return None
        if self.body.relays is not None and index >= self.body.relays:
            return None
        if self._news is None:
            self._news = Stretches.of(relayed.news(), self.reading.low)
        if not self._news.reach(node.words, node.end):
            return None  # most blocks
        return relayed.issued(self.reading, node.words, node.end, self.speaker)
