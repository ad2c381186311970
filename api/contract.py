"""Extraction → the JSON object that `cancu extract` prints (`data/extraction.schema.json`).

Others rely on these names: fields may be added, none is renamed. Offsets are code points of the extraction's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from api import explain, printed
from ontology.records import (
    SELF,
    Action,
    Block,
    Citation,
    Extraction,
    Header,
    Issuer,
    Observation,
    Programme,
    Quantity,
    Recipient,
    Span,
    Statement,
    Suspicion,
    Work,
)

Json = dict[str, Any]


def to_dict(
    extraction: Extraction, *, with_text: bool = False, explained: bool = False, with_structure: bool = False
) -> Json:
    """All that one source says. `id` comes first for a record of a .jsonl file; `text` last when asked for.

    explained: each citation and relation carries `explain`, why it was read (`api.explain`). with_structure: the tree
    of blocks too.
    """
    said = members(extraction, with_text, explained, with_structure)
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in said}


def members(
    extraction: Extraction, with_text: bool, explained: bool, with_structure: bool
) -> Iterator[tuple[str, Json | str | Iterator[Json]]]:
    """Names and values in their order; of lists the members one after the other."""
    source, text, works = extraction.source, extraction.text, explain.works_of(extraction)
    cited = {citation.work for citation in extraction.citations}
    listed = {entry.work.id: entry.work for entry in extraction.entries}.values()
    documents = (*((extraction.self_work,) if SELF in cited else ()), *extraction.works, *listed)
    if source.id is not None:
        yield "id", source.id
    yield (
        "source",
        {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "characters": len(text),
            **printed.of_source(extraction),
        },
    )
    yield "header", _header(extraction.header)
    yield (
        "citations",
        (
            _citation(citation, text)
            | printed.of_span(extraction, citation.mention.span)
            | ({"explain": explain.citation(citation, works)} if explained else {})
            for citation in extraction.citations
        ),
    )
    yield "documents", (_document(work, extraction.self_work) for work in documents)
    yield (
        "relations",
        (
            _relation(statement)
            | printed.of_span(extraction, statement.span)
            | ({"explain": explain.statement(statement, text)} if explained else {})
            for statement in extraction.statements
        ),
    )
    yield "programmes", map(_programme, extraction.programmes)
    yield "actions", (_action(action, text) for action in extraction.actions)
    yield "tasks", (_action(task, text) for task in extraction.tasks)
    yield "observations", (_observation(observation, text) for observation in extraction.observations)
    yield (
        "unresolved",
        (
            {"start": item.span.start, "end": item.span.end, "text": item.span.of(text), "reason": item.reason}
            for item in extraction.unresolved
        ),
    )
    yield "suspicions", map(_suspicion, extraction.suspicions)
    if with_structure:
        yield "structure", map(_block, extraction.structure)
    if with_text:
        yield "text", text


def _header(header: Header) -> Json:
    return {
        "type": header.type,
        "number": header.number,
        "symbol": header.symbol,
        "issuer": _name(header.issuer),
        "place": header.place,
        "date": header.date,
        "title": header.title,
        "signer": header.signer,
        "parent": _name(header.parent),
        "signers": [
            {
                "start": signer.span.start,
                "end": signer.span.end,
                "name": signer.name,
                "position": signer.position,
                "capacity": signer.capacity,
            }
            for signer in header.signers
        ],
        "recipients": [_recipient(recipient) for recipient in header.recipients],
    }


def _recipient(recipient: Recipient) -> Json:
    return {
        "start": recipient.span.start,
        "end": recipient.span.end,
        "name": recipient.name,
        "role": recipient.role,
        "purpose": recipient.purpose,
        "body": _name(recipient.issuer),
        "key": recipient.issuer.key if recipient.issuer else None,
        "refers": recipient.refers,
        "through": list(_pair(recipient.through)) if recipient.through else None,
    }


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _citation(citation: Citation, text: str) -> Json:
    mention = citation.mention
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(text),
        "date_end": mention.date_end,
        "form": mention.form,
        "type": mention.type,
        "number": mention.number,
        "year": mention.year,
        "symbol": mention.symbol,
        "date": mention.date,
        "issuer": _name(mention.issuer),
        "pinpoint": mention.pinpoint,
        "document": citation.work,
        "conflicts": [
            {"field": conflict.field, "stated": conflict.stated, "other": conflict.other}
            for conflict in citation.conflicts
        ],
        "path": citation.path,
    }


def _document(work: Work, self_work: Work) -> Json:
    return {
        "id": SELF if work is self_work else work.id,
        "type": work.type,
        "number": work.number,
        "year": work.year,
        "symbol": work.symbol,
        "date": work.date,
        "issuer": _name(work.issuer),
        "title": work.title,
        "name": work.name,
    }


def _relation(statement: Statement) -> Json:
    return {
        "subject": statement.subject,
        "predicate": statement.predicate,
        "object": statement.object,
        "start": statement.span.start,
        "end": statement.span.end,
        "provision": statement.provision,
        "effective": statement.effective,
    }


def _programme(programme: Programme) -> Json:
    return {
        "id": programme.id,
        "kind": programme.kind,
        "name": programme.name,
        "aliases": list(programme.aliases),
        "approved_by": programme.approved_by,
        "mentions": [[span.start, span.end] for span in programme.mentions],
    }


def _action(action: Action, text: str) -> Json:
    return {
        "start": action.span.start,
        "end": action.span.end,
        "text": action.span.of(text),
        "status": action.status,
        "actor": action.actor,
        "implements": list(action.implements),
        "programmes": list(action.programmes),
        "time": action.time,
        "quantities": [_quantity(quantity) for quantity in action.quantities],
        "money": [
            {"amount": money.amount, "unit": money.unit, "text": money.text, **_place(money.span)}
            for money in action.money
        ],
        "place": action.place,
        "partners": list(action.partners),
        "path": action.path,
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        "value": _number(quantity.value),
        "unit": quantity.unit,
        "text": quantity.text,
        **({} if quantity.of is None else {"of": _number(quantity.of)}),
        **_place(quantity.span),
    }


def _observation(observation: Observation, text: str) -> Json:
    return {
        "table": observation.table,
        "start": observation.span.start,
        "end": observation.span.end,
        "text": observation.span.of(text),
        "row": observation.row,
        "column": observation.column,
        "value": _number(observation.value),
        "unit": observation.unit,
    }


def _block(block: Block) -> Json:
    return {**_place(block.span), "kind": block.kind, "label": block.label, "parent": block.parent}


def _place(span: Span | None) -> Json:
    return {} if span is None else {"start": span.start, "end": span.end}


def _suspicion(item: Suspicion) -> Json:
    return {
        "kind": item.kind,
        "severity": item.severity,
        "document": item.work,
        "stated": item.stated,
        "likely": item.likely,
        "other": item.other,
        "spans": [[span.start, span.end] for span in item.spans],
    }


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() else value


def _name(issuer: Issuer | None) -> str | None:
    return None if issuer is None else issuer.name
