"""One source → everything it says: the whole way from bytes to statements. Pure: no store, no clock, no network."""

from __future__ import annotations

from msgspec.structs import replace

from loaders import formats
from loaders.actions import actions, carried, observations, programmes, task_tables
from loaders.citations import annexes, grammar, mentions
from loaders.citations.sighting import Sighting
from loaders.citations.tails import Speaker
from loaders.formats.base import Document
from loaders.formats.text import MEDIA_TYPES as TEXTS
from loaders.header import attributes, header
from loaders.identity import consolidated_act, damage
from loaders.identity.identify import Identified, identify
from loaders.identity.unresolved import unresolved
from loaders.relations import consolidated, statements
from loaders.relations.edge import Edge
from loaders.suspicions import Said, suspicions
from loaders.text import layout, reading, structure
from loaders.text.blocks import Blocks
from loaders.text.reading import LONG_TEXT, Reading
from loaders.text.tree import Structure, Tree
from ontology import identity, memory
from ontology.errors import SourceError
from ontology.records import (
    SELF,
    Action,
    Citation,
    Extraction,
    Header,
    Mention,
    Programme,
    Source,
    Span,
    Statement,
    Why,
    Work,
)
from ontology.tables import place_at
from ontology.words import slug


def extract(source: Source, base_place: str | None = None) -> Extraction:
    """All that one source says. base_place: province that "UBND tỉnh" means where the text itself does not tell.

    A table (CSV, XLSX, XLS) is a register of documents: see `loaders.register`; a workbook without the columns of one
    is read as a document. Raises SourceError when the bytes are no text, or hold more citations than any document
    (source.too_many), or a CSV without the columns of a register.
    """
    if len(source.data) > LONG_TEXT:
        memory.keep_large_apart()
    document = _opened(source, base_place)
    if isinstance(document, Extraction):
        return document
    text, origin, notes = document.text, document.origin, document.notes
    del document
    long = len(text) > LONG_TEXT
    page = reading.read(text)
    _give_back(long)
    head = damage.without(attributes.complete(header.read(page), page), page)
    if head.place is None and base_place and not header.is_central(head.symbol):
        head = replace(head, place=place_at(base_place, head.header.date))
    printed_head = _original_header(page, head.header)
    flow = layout.flow(page)
    head = _placed(head, printed_head, flow)
    _give_back(long)
    _refuse_compilations(flow, source)
    lines = Blocks(flow)
    tree = structure.build(flow, lines.bounds, text)
    if long and source.media_type in TEXTS:
        text = ""  # its bytes give it again, once the copies are gone
    speaker = Speaker(head.place, head.header.date)
    scan = mentions.scan(flow, speaker)
    _give_back(long)
    sightings, lost = damage.parted(flow, (s for s in scan.sightings if not _own_number(s, head.header)))
    own = self_work(head, source)
    act = consolidated_act.named(flow, sightings, head)
    identified = identify(sightings, head, own, speaker, act)
    type_of = {work.id: work.type for work in identified.works}
    related, edges = _related(flow, lines, sightings, identified.meaning, head, scan.plurals)
    meaning = related.meaning
    if act is not None and (consolidates := meaning[act]) not in (None, SELF):
        speaks = consolidated.act(act, consolidates or SELF, identified.works, sightings, meaning, related)
        edges = tuple(consolidated.of_act(edges, speaks, flow))
        meaning = consolidated_act.speaking(sightings, meaning, consolidates or SELF)
    identified = replace(identified, meaning=meaning)
    named = programmes.read(flow, sightings, identified.meaning, rules=head.lays_down_rules)
    cited = carried.Cited(sightings, identified.meaning, related.governed, related.holder)
    done = actions.read(flow, tree, cited, named, head, speaker)
    aim = carried.CarriedOut(flow, tree, cited, head, named).object if tree.tables else []
    provisions = _provisions(flow, sightings)
    back = Reading("", "", flow.pieces)
    del page, flow, lines, related, cited  # a long text lets two copies go before its citations become records
    text = text or formats.read(source).text
    citations = tuple(
        _citation(back, s, provision, i, identified, type_of, tree)
        for i, (s, provision) in enumerate(zip(sightings, provisions, strict=True))
    )
    statements = tuple(_statement(back, edge) for edge in edges)
    doubts = unresolved(back, scan, sightings, identified, head.header.span)
    said = [Said(citation, s.printed) for citation, s in zip(citations, sightings, strict=True)]
    return Extraction(
        source=source,
        text=text,
        header=printed_head,
        self_work=own,
        citations=_in_order(citations),
        works=identified.works,
        statements=statements,
        programmes=tuple(_programme(back, programme) for programme in named.programmes),
        actions=tuple(damage.sound_action(text, _action(back, action)) for action in done),
        tasks=task_tables.read(text, tree, head, speaker.place, speaker.date, tuple(dict.fromkeys(aim))),
        structure=Structure(back, tree),
        observations=damage.sound(text, observations.read(text, tree.tables)),
        unresolved=damage.with_doubts(doubts, text, back, lost),
        suspicions=suspicions(text, own, printed_head, identified.works, said, statements),
        origin=origin,
        notes=notes,
    )


def _opened(source: Source, base_place: str | None) -> Document | Extraction:
    """What a register says, or the document that any other file is."""
    if source.media_type in TEXTS:
        return formats.read(source)
    from loaders import register, tables  # with what reads workbooks: texts do without

    if source.media_type not in tables.MEDIA_TYPES:
        return formats.read(source)
    try:
        return register.extract(source, base_place)
    except SourceError as error:
        if error.code != "register.header" or source.media_type == tables.CSV:
            raise
    return tables.document(source)


def _related(
    flow: Reading,
    lines: Blocks,
    sightings: tuple[Sighting, ...],
    meaning: tuple[str | None, ...],
    head: header.Head,
    several: tuple[Sighting, ...],
) -> tuple[statements.Reader, tuple[Edge, ...]]:
    """The relations of the text, and what governs each mention."""
    reader = statements.Reader(flow, lines, sightings, meaning, head, several)
    return reader, reader.edges()


CITATION_LIMIT = 20_000
"""Numbered citations in one text. The longest act that was read holds a few thousand; a file with more is no
document."""


def _give_back(long: bool) -> None:
    """Of a long text what the last step has freed: copies that grew left as much as a copy behind."""
    if long:
        memory.give_back()


def _refuse_compilations(flow: Reading, source: Source) -> None:
    """The citations of a long text are counted before they are read."""
    if len(flow.text) < LONG_TEXT:
        return
    count = sum(1 for _ in grammar.CORE.finditer(flow.text))
    if count > CITATION_LIMIT:
        raise SourceError("source.too_many", name=source.name, count=str(count), limit=str(CITATION_LIMIT))


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


def self_work(head: header.Head, source: Source) -> Work:
    """The speaking document as a work; a draft without a number gets an identity from its content."""
    own = head.header
    issuer_key = own.issuer.key if own.issuer else None
    if own.number is not None and (own.symbol is not None or own.date is not None):
        path = identity.work_path(
            type=own.type, number=own.number, year=own.year, symbol=own.symbol, date=own.date, issuer_key=issuer_key
        )
    else:
        digest = slug(source.id)[:40] + "-" + source.sha256[:12] if source.id else source.sha256[:12]
        path = identity.blank_path(issuer_key, own.type, (own.date or "")[:4] or None, digest)
    return Work(path, own.type, own.number, own.year, own.symbol, own.date, own.issuer, own.title)


def _original_header(page: Reading, own: Header) -> Header:
    """The header with all its places in the text as printed."""
    if page.pieces is None:
        return own
    return replace(
        own,
        span=page.original(own.span) if own.span else None,
        signers=tuple(replace(each, span=page.original(each.span)) for each in own.signers),
        recipients=tuple(
            replace(
                each,
                span=page.original(each.span),
                through=page.original(each.through) if each.through else None,
            )
            for each in own.recipients
        ),
    )


def _placed(head: header.Head, printed: Header, flow: Reading) -> header.Head:
    """The header with its place in the flow."""
    if flow.pieces is None or printed.span is None:
        return head
    start, end = flow.place(printed.span.start), flow.place(printed.span.end - 1) + 1
    return replace(head, header=replace(head.header, span=Span(start, end)))


def _provisions(flow: Reading, sightings: tuple[Sighting, ...]) -> list[str | None]:
    """For each mention the provision that stands before it."""
    return [annexes.stated(flow, sighting.start) for sighting in sightings]


def _in_order(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Those of a note that was read behind its paragraph stand where it is printed."""
    return tuple(sorted(citations, key=lambda citation: citation.mention.span.start))


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
    word."""
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
        pinpoint=provision,
        rule=sighting.rule,
    )
    conflicts = identified.conflicts.get(index, ())
    return Citation(mention, identified.meaning[index], conflicts, tree.path(tree.at(sighting.start)))


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


__all__ = ["SELF", "extract", "self_work"]
