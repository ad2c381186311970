"""Reads the header of a loaded document: body above, signers, recipients."""

from __future__ import annotations

from graph.answers import HeaderAnswer, RecipientAnswer, SignerAnswer
from graph.rdf.sparql import Values, step
from graph.rdf.terms import node
from graph.storage.store import Store, resolved
from graph.witness.addresses import source_of


def header_of(store: Store, iri: str) -> HeaderAnswer | None:
    """The header of a document as its own source prints it, of several the first that says anything; None where only
    others speak of it."""
    rows = store.select(step("speakers"), {"resolved": resolved(store), "work": node(iri)}).rows
    empty: HeaderAnswer | None = None
    for (reference,) in rows:
        found = _header(store, str(reference))
        if found.recipients or found.signers or found.parent:
            return found
        empty = empty or found
    return empty


def _header(store: Store, reference: str) -> HeaderAnswer:
    source = source_of(reference)
    values: Values = {"source": node(source), "reference": node(reference)}
    signers = tuple(
        SignerAnswer(str(name), int(str(start)), int(str(end)), position, capacity)
        for name, start, end, position, capacity in store.select(step("signers_of"), values).rows
    )
    recipients = tuple(
        RecipientAnswer(str(name), str(role), int(str(start)), int(str(end)), *rest)
        for name, role, start, end, *rest in store.select(step("recipients_of"), values).rows
    )
    parents = store.select(step("parent_of"), values).rows
    return HeaderAnswer(source, parents[0][0] if parents else None, signers, recipients)
