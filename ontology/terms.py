"""IRIs, each written once. `CANCU` is the vocabulary; documents live below the base IRI, which is a setting."""

from __future__ import annotations

DEFAULT_BASE = "https://w3id.org/cancu/"
"""Base IRI of documents, sources and graphs; a setting (`CANCU_BASE`)."""

CANCU = "https://w3id.org/cancu/ns#"
"""The vocabulary of the product (`ontology/vocabulary.ttl`); fixed, whatever the base."""

DCTERMS = "http://purl.org/dc/terms/"
ELI = "http://data.europa.eu/eli/ontology#"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
P_PLAN = "http://purl.org/net/p-plan#"
PROV = "http://www.w3.org/ns/prov#"
QB = "http://purl.org/linked-data/cube#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: dict[str, str] = {
    "cancu": CANCU,
    "dcterms": DCTERMS,
    "eli": ELI,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "p-plan": P_PLAN,
    "prov": PROV,
    "qb": QB,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}
"""Prefixes that queries, exports and the editor may use without declaring them."""
