"""One province's part of a chain."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx

from graph.answers import Chain, DocumentSummary
from ontology.words import fold


def to_place(chain: Chain, place: str | None) -> Chain:
    """The documents of one province and the central ones, as far as they still hang together with the focus.

    No place: the whole chain.
    """
    if not place:
        return chain
    fitting = [node for node in chain.nodes if node.iri == chain.focus.iri or _fits(node, place)]
    hanging: nx.Graph[str] = nx.Graph()
    hanging.add_nodes_from(node.iri for node in fitting)
    hanging.add_edges_from(
        (edge.subject.iri, edge.object.iri)
        for edge in chain.edges
        if edge.subject.iri in hanging and edge.object.iri in hanging
    )
    kept = nx.node_connected_component(hanging, chain.focus.iri)
    return replace(
        chain,
        nodes=tuple(node for node in fitting if node.iri in kept),
        edges=tuple(edge for edge in chain.edges if edge.subject.iri in kept and edge.object.iri in kept),
        depth={iri: steps for iri, steps in chain.depth.items() if iri in kept},
        truncated={iri: count for iri, count in chain.truncated.items() if iri in kept},
        actions={iri: told for iri, told in chain.actions.items() if iri in kept},
    )


def _fits(document: DocumentSummary, place: str) -> bool:
    return document.place is None or fold(document.place) == fold(place)
