"""What a header says beyond its number, as quads: the body above, who signed in which capacity, whom it was sent to.

One node for each signer and recipient, with the place in the text as offsets; names are literals. They hang on the
reference with which the source speaks of itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.rdf.terms import TYPE, Node, cancu, integer, node, text
from graph.witness.selectors import Fact
from ontology.records import Header, Issuer, Span


def facts(header: Header, source: str, speaker: Node) -> Iterator[Fact]:
    """The facts of one header. source: IRI of the source; speaker: its `ref/self`."""
    if header.parent is not None:
        yield speaker, cancu("parentName"), text(header.parent.name)
        yield speaker, cancu("parentKey"), text(header.parent.key)
    for number, signer in enumerate(header.signers, 1):
        at = node(f"{source}/signer/{number}")
        yield speaker, cancu("signature"), at
        stated = {"name": signer.name, "position": signer.position, "capacity": signer.capacity}
        yield from _node(at, "Signature", stated, signer.span)
    nodes = {each.span: node(f"{source}/recipient/{number}") for number, each in enumerate(header.recipients, 1)}
    for number, recipient in enumerate(header.recipients, 1):
        at = node(f"{source}/recipient/{number}")
        yield speaker, cancu("recipient"), at
        stated = {"name": recipient.name, "role": recipient.role, "purpose": recipient.purpose}
        stated |= {"refersBack": recipient.refers, **_issued(recipient.issuer)}
        yield from _node(at, "Recipient", stated, recipient.span)
        if recipient.through in nodes:
            yield at, cancu("throughRecipient"), nodes[recipient.through]


def _issued(issuer: Issuer | None) -> dict[str, str | None]:
    return {} if issuer is None else {"issuerName": issuer.name, "issuerKey": issuer.key}


def _node(at: Node, kind: str, stated: Mapping[str, str | None], span: Span) -> Iterator[Fact]:
    yield at, TYPE, cancu(kind)
    for name, value in stated.items():
        if value is not None:
            yield at, cancu(name), text(value)
    yield at, cancu("start"), integer(span.start)
    yield at, cancu("end"), integer(span.end)
