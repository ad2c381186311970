"""What the addresses of the store stand for, beyond documents: the spans of a source, the description of any IRI."""

from __future__ import annotations

from importlib.resources import files

import pyoxigraph as ox

from graph.rdf.terms import Node, node
from graph.storage.export import describe
from graph.storage.store import Store, resolved
from ontology.errors import NotFoundError
from ontology.terms import PREFIXES


def checked(iri: str) -> Node:
    """The IRI as a term. Raises NotFoundError (document.address) when it is none, so nothing can be known there."""
    try:
        return node(iri)
    except ValueError as error:
        raise NotFoundError("document.address", address=iri) from error


def cited_spans(store: Store, source: str) -> list[tuple[int, int, str]]:
    """(start, end, IRI of the cited document or "") for each mention in a source, in the order of its text."""
    values = {"source": checked(source), "resolved": resolved(store)}
    rows = store.select(_query("cited_spans"), values).rows
    return [(int(start or 0), int(end or 0), work or "") for start, end, work in rows]


def description(store: Store, iri: str, media_type: str) -> bytes:
    """What the store says of an IRI, as RDF. Raises NotFoundError when it says nothing."""
    triples = describe(store, checked(iri).value)
    if not triples:
        raise NotFoundError("document.address", address=iri)
    return serialized(triples, media_type)


def serialized(triples: list[ox.Triple], media_type: str) -> bytes:
    """Triples in a format of `api.sparql.GRAPHS`, in their order."""
    kind = ox.RdfFormat.from_media_type(media_type)
    assert kind is not None  # noqa: S101 - media types come from our own table
    prefixes = PREFIXES if kind == ox.RdfFormat.TURTLE else None
    return ox.serialize(triples, format=kind, prefixes=prefixes) or b""


def _query(name: str) -> str:
    return files("api").joinpath("queries", f"{name}.rq").read_text("utf-8")
