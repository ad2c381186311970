"""What a block takes from those above it, and who acts in it."""

from __future__ import annotations

from msgspec import Struct

from loaders import actors, status_words
from loaders.body import Body
from loaders.carried import CarriedOut
from loaders.clauses import Clauses
from loaders.programmes import Found
from loaders.tails import Speaker


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

    def actor(self, start: int, end: int, chain: list[int]) -> str | None:
        """Who acts: stated in the main clause, before it, as label or as a group; from above; else the issuing body."""
        main = self.clauses.main(start, end)
        clause = actors.ordered(self.reading, main, end, self.speaker)
        own = actors.actor(self.reading, clause, end, self.speaker) or actors.label(self.reading, clause, end)
        own = own or actors.group(self.reading, clause, end, self.speaker, small=clause != main)
        if own is None and clause != start:
            own = actors.actor(self.reading, start, end, self.speaker)
        if own is None and (order := status_words.order_within(self.reading.low, main, end)) is not None:
            clause = actors.ordered(self.reading, order, end, self.speaker)
            own = actors.group(self.reading, clause, end, self.speaker, small=True)
        issuer = self.head.header.issuer
        if own is not None:
            return issuer.name if issuer and " " not in own and issuer.name.startswith(own) else own
        for parent in chain:
            if self.above(parent).actor is not None:
                return self.above(parent).actor
        return issuer.name if issuer else None

    def above(self, index: int) -> Above:
        """What the blocks below take over from a block, looked up once."""
        if index not in self.inherited:
            node = self.tree.nodes[index]
            heading = node.kind == "heading"
            letterhead = index < self.body.begins
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
