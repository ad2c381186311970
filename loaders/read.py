"""One source → everything it says: the whole way from bytes to statements. Pure: no store, no clock, no network."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from loaders import formats, parts
from loaders.citations import grammar
from loaders.formats.base import Document
from loaders.formats.text import MEDIA_TYPES as TEXTS
from loaders.header import attributes, columns, header
from loaders.identity import damage
from loaders.part import Part, Reader
from loaders.suspicions import Said, suspicions
from loaders.text import layout, reading, structure, tree
from loaders.text.blocks import Blocks
from loaders.text.reading import Reading
from loaders.text.tree import Structure
from ontology import identity, memory
from ontology.errors import SourceError
from ontology.records import SELF, Block, Extraction, Header, Source, Span, Work
from ontology.tables import place_at
from ontology.words import slug


def extract(source: Source, base_place: str | None = None) -> Extraction:
    """All that one source says. base_place: province that "UBND tỉnh" means where the text itself does not tell.

    A table (CSV, XLSX, XLS) is a register of documents: see `loaders.register`; a workbook without the columns of one
    is read as a document. Raises SourceError when the bytes are no text, or hold more citations than any document
    (source.too_many), or a CSV without the columns of a register.
    """
    opened = open_document(source, base_place)
    return opened if isinstance(opened, Extraction) else said(opened, source, base_place)


def open_document(source: Source, base_place: str | None = None) -> Document | Extraction:
    """The document that a file is, or what a register says. Raises SourceError as `extract`."""
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


def said(document: Document, source: Source, base_place: str | None = None) -> Extraction:
    """All that a document says. source: of which the bytes are not needed any more."""
    text = document.text
    places = list(parts.cut(text))
    head, printed_head, flow = _opening(_part(text, places[0]), base_place)
    own = self_work(head, source)
    reader = Reader(head, own, alone=len(places) == 1)
    found = parts.joined(_read(reader, flow, text, places, source))
    if len(places) > 1:
        printed_head = _signed(printed_head, text, places[-1])
    citations = [Said(citation, symbol) for citation, symbol in zip(found.citations, found.printed, strict=True)]
    return Extraction(
        source=source,
        text=text,
        header=printed_head,
        self_work=own,
        citations=found.citations,
        works=found.works,
        statements=found.statements,
        programmes=found.programmes,
        actions=found.actions,
        tasks=found.tasks,
        structure=found.structure if len(places) == 1 else Structure(partial(_blocks, text, places)),
        observations=found.observations,
        unresolved=found.unresolved,
        suspicions=suspicions(text, own, printed_head, found.works, citations, found.statements),
        origin=document.origin,
        notes=document.notes,
    )


def _blocks(text: str, places: list[tuple[int, int]]) -> tuple[Block, ...]:
    """The tree of blocks of a long text, made anew."""
    return parts.blocks(parts.moved(_blocks_of(_part(text, place)), place[0]) for place in places)


def _blocks_of(text: str) -> tuple[Block, ...]:
    flow = layout.flow(reading.read(text))
    return tree.blocks(flow, structure.build(flow, Blocks(flow).bounds, text))


def _signed(own: Header, text: str, place: tuple[int, int]) -> Header:
    """The header of a long text: signature and recipients may stand at its very end."""
    if own.signers:
        return own
    end = _part(text, place)
    page = reading.read(end)
    last = parts.moved(_original_header(page, header.read(columns.tabbed(page, end)).header), place[0])
    return replace(own, signer=last.signer, signers=last.signers, recipients=own.recipients or last.recipients)


def _part(text: str, place: tuple[int, int]) -> str:
    return text[slice(*place)]


def _opening(text: str, base_place: str | None) -> tuple[header.Head, Header, Reading]:
    """The head with its place in the flow of the first part, the same as printed, and the flow."""
    page = reading.read(text)
    head = damage.without(attributes.complete(header.read(columns.tabbed(page, text)), page), page)
    if head.place is None and base_place and not header.is_central(head.symbol):
        head = replace(head, place=place_at(base_place, head.header.date))
    printed = _original_header(page, head.header)
    flow = layout.flow(page)
    return _placed(head, printed, flow), printed, flow


def _read(reader: Reader, flow: Reading, text: str, places: list[tuple[int, int]], source: Source) -> Iterator[Part]:
    """What each part says. The citations of a long text are counted before they are read."""
    count = 0
    for place in places:
        part = _part(text, place)
        if place != places[0]:
            flow = layout.flow(reading.read(part))
        if len(places) > 1:
            count += sum(1 for _ in grammar.CORE.finditer(flow.text))
            if count > CITATION_LIMIT:
                raise SourceError("source.too_many", name=source.name, count=str(count), limit=str(CITATION_LIMIT))
        yield parts.moved(reader.read(flow, part), place[0])
        if len(places) > 1:
            memory.give_back()  # what the copies of the part took


CITATION_LIMIT = 100_000
"""Numbered citations in one text. The longest act that was read holds a few thousand, 20 MB of acts one behind the
other 21,000; what holds more is no text."""


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


__all__ = ["SELF", "extract", "open_document", "said", "self_work"]
