"""All relations from one document to another, taken together: one line in a drawing, one entry in a tree."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from graph.answers import Chain, DocumentSummary, Edge, Evidence
from viz.palette import STROKES
from viz.vocabulary import relation, relations


@dataclass(frozen=True, slots=True)
class Pair:
    """subject —(one or more relations)→ object; the edges in the order of the relations table."""

    subject: DocumentSummary
    object: DocumentSummary
    edges: tuple[Edge, ...]

    @property
    def predicates(self) -> tuple[str, ...]:
        return tuple(edge.predicate for edge in self.edges)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(piece for edge in self.edges for piece in edge.evidence)

    @property
    def group(self) -> str:
        """The strongest group among the relations: it gives the line its style."""
        groups = {relation(predicate).group for predicate in self.predicates}
        return next((group for group in STROKES if group in groups), "cite")

    def label(self, lang: str) -> str:
        """ "căn cứ, thực hiện"."""
        return ", ".join(dict.fromkeys(relation(predicate).caption(lang) for predicate in self.predicates))


def documents(chain: Chain) -> dict[str, DocumentSummary]:
    """IRI → document: the nodes of the chain and its focus."""
    return {document.iri: document for document in (*chain.nodes, chain.focus)}


def pairs(chain: Chain) -> list[Pair]:
    """The pairs among the documents of the chain, ordered by object, then subject; none with itself."""
    inside = documents(chain)
    places = {predicate: place for place, predicate in enumerate(relations())}
    kept = [edge for edge in chain.edges if edge.subject.iri in inside and edge.object.iri in inside]
    kept = [edge for edge in kept if edge.subject.iri != edge.object.iri]
    kept.sort(key=lambda e: (e.object.iri, e.subject.iri, places.get(e.predicate, len(places)), e.predicate))
    return [
        Pair(inside[source], inside[target], tuple(members))
        for (target, source), members in groupby(kept, key=lambda edge: (edge.object.iri, edge.subject.iri))
    ]
