"""What a letter asks of those below its sender, which is an order in all but the word: "UBND tỉnh đề nghị các sở …",
"Sở Y tế đề nghị thủ trưởng các đơn vị …". A request to others ("UBND tỉnh đề nghị Bộ Công Thương …") orders nothing.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import actors
from loaders.citations.tails import Speaker
from loaders.header.header import Head
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.tree import Tree
from ontology.lexicon import phrases

REACH = 240
"""Code points before the end of a lead-in in which it says who is asked."""

CLOSING = 130
"""Code points of the sentence that closes a letter: "Sở Y tế đề nghị các đơn vị quan tâm thực hiện./."."""

COMMITTEE = ("ủy ban nhân dân", "chủ tịch ủy ban nhân dân")
"""Senders that stand above the other bodies of their place; other senders stand above their own units only."""


MINISTRY = ("bộ ", "bộ trưởng ")


@cache
def _asks(sender: str) -> re.Pattern[str]:
    below = [*phrases("below_all")]
    if sender.startswith(COMMITTEE):
        below += phrases("below_committee")
    elif sender.startswith(MINISTRY):
        below += phrases("below_ministry")
    return re.compile(rf"đề\s+nghị\s+(?=(?:các\s+)?(?:{trie.pattern(below)})(?!\w))")


class Requests:
    """Looks at the blocks of one letter, each lead-in once."""

    def __init__(self, reading: Reading, tree: Tree, head: Head, speaker: Speaker, prefaces: dict[int, int]) -> None:
        """prefaces: for a heading the lead-in before the row in which it stands."""
        self.reading, self.tree, self.speaker, self.prefaces = reading, tree, speaker, prefaces
        issuer = head.header.issuer
        letter = head.type is not None and head.type.slug == "cong-van" and issuer is not None
        low = issuer.name.lower() if letter and issuer is not None else ""
        asks = _asks(low) if letter else None
        self.asks = asks if asks is not None and asks.search(reading.low) else None
        self.leads: dict[int, bool] = {}

    def behind(self, index: int) -> int | None:
        """Where it says who is asked: in the block itself, behind its sender; at its head, where its lead-in asks."""
        if self.asks is None:
            return None
        node = self.tree.nodes[index]
        asked = self.asks.match(self.reading.low, node.words, node.end)
        if asked is None:
            sender = actors.subject(self.reading, node.words, node.end, self.speaker)
            asked = self.asks.match(self.reading.low, sender + 1, node.end) if sender is not None else None
        if asked is not None:
            closing = self.reading.low.find("./.", asked.end(), min(node.end, asked.end() + CLOSING)) >= 0
            return None if closing else asked.end()
        parent = node.parent
        while parent is not None:
            preface = self.prefaces.get(parent)
            if self._leads(parent) or (preface is not None and self._leads(preface)):
                return node.words
            parent = self.tree.nodes[parent].parent
        return None

    def _leads(self, index: int) -> bool:
        if index not in self.leads:
            node = self.tree.nodes[index]
            begin = max(node.words, node.end - REACH, self.reading.low.rfind(". ", node.words, node.end))
            self.leads[index] = (
                node.lead and self.asks is not None and self.asks.search(self.reading.low, begin, node.end) is not None
            )
        return self.leads[index]
