"""Everything that the sentences of one part of a text say; most texts are a single part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from sys import intern

from msgspec import Struct
from msgspec.structs import replace

from loaders.actions import actions, carried, observations, programmes, task_tables
from loaders.citations import annexes, mentions
from loaders.citations.sighting import Sighting
from loaders.citations.tails import Speaker
from loaders.header.header import Head
from loaders.identity import consolidated_act, damage, earlier
from loaders.identity.identify import Identified, identify
from loaders.identity.unresolved import unresolved
from loaders.relations import consolidated, statements
from loaders.relations.edge import Edge
from loaders.text import structure
from loaders.text.blocks import Blocks
from loaders.text.reading import Reading
from loaders.text.tree import Structure, Tree, blocks
from ontology.records import (
    SELF,
    Action,
    Block,
    Citation,
    Header,
    Mention,
    Observation,
    Programme,
    Span,
    Statement,
    Unresolved,
    Why,
    Work,
)


class Part(Struct):
    """What it says, as `Extraction` holds it; spans in the part as printed. printed: for each citation its symbol as it
    stands there. tables: how many it holds."""

    citations: tuple[Citation, ...] = ()
    printed: tuple[str | None, ...] = ()
    works: tuple[Work, ...] = ()
    statements: tuple[Statement, ...] = ()
    programmes: tuple[Programme, ...] = ()
    actions: tuple[Action, ...] = ()
    tasks: tuple[Action, ...] = ()
    observations: tuple[Observation, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    structure: Sequence[Block] = ()
    tables: int = 0


class Reader:
    """Reads the parts of one text in their order: the first holds the head, and later ones refer back to what it and
    those behind it name."""

    def __init__(self, head: Head, own: Work, *, alone: bool = False) -> None:
        """head: with its place in the flow of the first part. own: the speaking document. alone: there is one part."""
        self.alone = alone
        self.head, self.own = head, own
        self.speaker = Speaker(head.place, head.header.date)
        self.earlier = earlier.Earlier()
        self.named: Sighting | None = None
        self.act: consolidated.Act | None = None
        self.object: list[str] | None = None

    def read(self, flow: Reading, text: str) -> Part:
        """The next part. text: as printed; flow: its lines as meant."""
        lines, head = Blocks(flow), self.head
        tree = structure.build(flow, lines.bounds, text)
        scan = mentions.scan(flow, self.speaker)
        sightings, lost = damage.parted(flow, (s for s in scan.sightings if not _own_number(s, head.header)))
        act = consolidated_act.named(flow, sightings, head) if self.object is None else None
        identified = self._identified(sightings, act)
        related = statements.Reader(flow, lines, sightings, identified.meaning, head, scan.plurals)
        edges, meaning = related.edges(), related.meaning
        self.act = self._consolidated(act, identified.works, sightings, related)
        if self.act is not None:
            edges = tuple(consolidated.of_act(edges, self.act, flow))
            meaning = consolidated_act.speaking(sightings, meaning, self.act.work)
        identified = replace(identified, meaning=meaning)
        named = programmes.read(flow, sightings, meaning, rules=head.lays_down_rules)
        cited = carried.Cited(sightings, meaning, related.governed, related.holder)
        aim = carried.CarriedOut(flow, tree, cited, head, named, self.object)
        done = actions.read(aim, named, self.speaker)
        provisions = [annexes.stated(flow, sighting.start) for sighting in sightings]
        if not self.alone:
            self._keep(sightings, meaning, aim.object)
        back = Reading("", "", flow.pieces)
        doubts = unresolved(back, scan, sightings, identified, head.header.span)
        type_of = {work.id: work.type for work in identified.works}
        citations = [
            _citation(back, sighting, provision, number, identified, type_of, tree)
            for number, (sighting, provision) in enumerate(zip(sightings, provisions, strict=True))
        ]
        order = sorted(range(len(citations)), key=lambda number: citations[number].mention.span.start)
        whole = tuple(dict.fromkeys(aim.object))
        return Part(
            citations=tuple(citations[number] for number in order),  # those of a note were read behind its paragraph
            printed=tuple(sightings[number].printed for number in order),
            works=identified.works,
            statements=tuple(_statement(back, edge) for edge in edges),
            programmes=tuple(_programme(back, programme) for programme in named.programmes),
            actions=tuple(damage.sound_action(text, _action(back, action)) for action in done),
            tasks=task_tables.read(text, tree, head, self.speaker.place, self.speaker.date, whole),
            observations=damage.sound(text, observations.read(text, tree.tables)),
            unresolved=damage.with_doubts(doubts, text, back, lost),
            structure=Structure(partial(blocks, back, tree)),
            tables=len(tree.tables),
        )

    def _identified(self, sightings: tuple[Sighting, ...], act: int | None) -> Identified:
        """What the mentions mean, those of earlier parts before them. act: the one that names the consolidated act."""
        before = self.earlier.meant_by(sightings, self.speaker)
        if self.named is not None:
            before, act = (self.named, *before), 0
        elif act is not None:
            self.named = earlier.far(sightings[act])
        return earlier.without(identify((*before, *sightings), self.head, self.own, self.speaker, act), len(before))

    def _consolidated(
        self, act: int | None, works: tuple[Work, ...], sightings: tuple[Sighting, ...], related: statements.Reader
    ) -> consolidated.Act | None:
        """The act that a consolidated text consolidates, as this part knows it."""
        if self.act is not None:
            return consolidated.going_on(self.act, works, sightings, related)
        work = None if act is None else related.meaning[act]
        if act is None or work is None or work == SELF:
            return None
        return consolidated.act(act, work, works, sightings, related)

    def _keep(self, sightings: Iterable[Sighting], meaning: Iterable[str | None], whole: list[str]) -> None:
        """What later parts refer back to; the head is printed in none of them."""
        self.earlier.add(sightings, meaning)
        self.object = whole
        self.head = replace(self.head, header=replace(self.head.header, span=None))


def _own_number(sighting: Sighting, own: Header) -> bool:
    """The header's own number line is no citation, nor is a further one, as portals print above and inside the head:
    the number again, without a word for its type."""
    if own.span is None or own.number is None or sighting.start >= own.span.end + HEAD_REACH:
        return own.span is not None and own.span.start < sighting.end and sighting.start < own.span.end
    if own.span.start < sighting.end and sighting.start < own.span.end:
        return True
    symbol = sighting.symbol.text if sighting.symbol else None
    return sighting.type is None and (sighting.number, sighting.year, symbol) == (own.number, own.year, own.symbol)


HEAD_REACH = 1_500
"""Code points behind a number that portals print, in which the head itself has it."""


def _citation(
    back: Reading,
    sighting: Sighting,
    provision: str | None,
    index: int,
    identified: Identified,
    type_of: dict[str, str | None],
    tree: Tree,
) -> Citation:
    """back: the way to the original. type_of: id of a document → its type, for numbers that stand without a type
    word. What many mentions share ("Điều 3 › 1") is held once."""
    tail = sighting.tail
    mention = Mention(
        span=back.original(Span(sighting.start, sighting.end)),
        form=sighting.form,
        type=sighting.type.label_vi if sighting.type else type_of.get(identified.meaning[index] or ""),
        number=sighting.number,
        year=sighting.year,
        symbol=sighting.symbol.text if sighting.symbol else None,
        date=tail.date,
        date_end=back.original_offset(tail.date_end) if tail.date_end else None,
        issuer=tail.issuer,
        title=tail.title_text,
        name=sighting.name,
        pinpoint=intern(provision) if provision else None,
        rule=sighting.rule,
    )
    conflicts = identified.conflicts.get(index, ())
    path = tree.path(tree.at(sighting.start))
    return Citation(mention, identified.meaning[index], conflicts, intern(path) if path else None)


def _statement(flow: Reading, edge: Edge) -> Statement:
    return Statement(
        edge.subject,
        edge.predicate,
        edge.object,
        flow.original(Span(edge.start, edge.end)),
        flow.original(edge.sentence),
        edge.rule,
        _why(flow, edge.why),
        edge.provision,
        edge.effective,
    )


def _programme(flow: Reading, programme: Programme) -> Programme:
    return replace(programme, mentions=tuple(flow.original(span) for span in programme.mentions))


def _action(flow: Reading, action: Action) -> Action:
    return replace(
        action,
        span=flow.original(action.span),
        quantities=tuple(replace(q, span=flow.original(q.span)) for q in action.quantities if q.span),
        money=tuple(replace(m, span=flow.original(m.span)) for m in action.money if m.span),
    )


def _why(flow: Reading, why: Why) -> Why:
    if flow.pieces is None:
        return why
    return Why(why.scope, *(flow.original(span) if span else None for span in (why.cue, why.title, why.through)))
