"""The vocabulary defines every term that the house writes, in two languages; the shapes find what is wrong."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from ontology.levels import LEVELS
from ontology.tables import PredicateLabel, predicates, relation_phrases
from ontology.terms import CANCU, PREFIXES

ROOT = Path(__file__).parent.parent.parent


def parsed(name: str) -> Graph:
    return Graph().parse(data=resources.files("ontology").joinpath(name).read_text(encoding="utf-8"), format="turtle")


VOCABULARY = parsed("vocabulary.ttl")
TERMS = sorted({str(s) for s in VOCABULARY.subjects(RDFS.isDefinedBy) if str(s).startswith(CANCU)})


def iri(name: str) -> URIRef:
    return URIRef(CANCU + name)


def defined() -> set[str]:
    return {term.removeprefix(CANCU) for term in TERMS}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(CANCU))
def test_every_term_is_labelled_and_explained_in_both_languages(term: str) -> None:
    for property_ in (RDFS.label, RDFS.comment):
        values = list(VOCABULARY.objects(URIRef(term), property_))
        languages = [str(value.language) for value in values if isinstance(value, Literal)]
        assert sorted(languages) == ["en", "vi"]
    assert (URIRef(term), RDF.type, None) in VOCABULARY


def test_every_term_of_the_architecture_is_defined() -> None:
    named = set(re.findall(r"cancu:([A-Za-z]+)", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")))
    assert named
    assert named <= defined()


@pytest.mark.parametrize("folder", ["graph", "viz", "api"])
def test_every_term_that_the_code_writes_or_asks_for_is_defined(folder: str) -> None:
    files = [path for kind in ("*.py", "*.rq") for path in (ROOT / folder).rglob(kind)]
    used = {
        name for path in files for name in re.findall(r"cancu(?:\(\"|:)([A-Za-z]+)", path.read_text(encoding="utf-8"))
    }
    assert files
    assert used <= defined()


@pytest.mark.parametrize("row", predicates(), ids=lambda row: row.predicate)
def test_predicates_agree_with_their_table(row: PredicateLabel) -> None:
    predicate, inverse = iri(row.predicate), iri(row.inverse)
    found = list(VOCABULARY.objects(predicate, RDFS.label))
    labels = {(value.language, str(value)) for value in found if isinstance(value, Literal)}
    assert labels == {("vi", row.label_vi.lower()), ("en", row.label_en.lower())}
    assert (predicate, OWL.inverseOf, inverse) in VOCABULARY
    assert (inverse, OWL.inverseOf, predicate) in VOCABULARY
    above = set(VOCABULARY.objects(predicate, RDFS.subPropertyOf))
    for name in row.super_properties:
        prefix, _, local = name.partition(":")
        assert URIRef(PREFIXES[prefix] + local) in above


def test_finer_relations_of_the_phrases_specialise_their_predicate() -> None:
    for row in relation_phrases():
        if row.detail:
            assert (iri(row.detail), RDFS.subPropertyOf, iri(row.predicate)) in VOCABULARY


def test_the_lanes_are_concepts() -> None:
    for lane in LEVELS:
        labels = {str(value) for value in VOCABULARY.objects(iri(f"level{lane.number}"), SKOS.prefLabel)}
        assert labels == {lane.label_vi, lane.label_en}


# --- shapes

GOOD = """
@prefix cancu: <https://w3id.org/cancu/ns#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/cancu/> .

<source/1> a cancu:Source , prov:Entity ; schema:name "a.txt" ; schema:encodingFormat "text/plain" ; cancu:text "…" ;
    schema:sha256 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" .
<source/1/ref/self> a cancu:Reference ; cancu:workPath "doc/ubnd.14-son-la/ke-hoach/2021/12" ;
    cancu:identifies <doc/ubnd.14-son-la/ke-hoach/2021/12> .
<source/1/ref/1> a cancu:Reference ; cancu:workPath "doc/ttg/quyet-dinh/2020/2289" ; cancu:date "2020-12-31" ;
    cancu:identifies <doc/ttg/quyet-dinh/2020/2289> .
<source/1/cit/8-34> a cancu:Citation ; cancu:form "full" ; cancu:start 8 ; cancu:end 34 ; cancu:quote "…" ;
    cancu:refersTo <source/1/ref/1> .
<source/1/st/1> a cancu:Statement ; rdf:subject <source/1/ref/self> ; rdf:predicate cancu:implements ;
    rdf:object <source/1/ref/1> ; cancu:rule "thuc-hien" ; cancu:sentence "…" ; cancu:sentenceStart 0 ;
    oa:hasTarget <source/1/st/1/target> .
<source/1/st/1/target> oa:hasSource <source/1> ; oa:hasSelector <source/1/st/1/position> , <source/1/st/1/quote> .
<source/1/st/1/position> a oa:TextPositionSelector ; oa:start 0 ; oa:end 34 .
<source/1/st/1/quote> a oa:TextQuoteSelector ; oa:exact "…" .
<doc/ubnd.14-son-la/ke-hoach/2021/12> a cancu:Document ; rdfs:label "Kế hoạch số 12/KH-UBND" ; cancu:level 5 ;
    cancu:searchKey " 12 kh ubnd " ; eli:date_document "2021-01-15"^^xsd:date ;
    cancu:implements <doc/ttg/quyet-dinh/2020/2289> .
<doc/ttg/quyet-dinh/2020/2289> a cancu:Document ; rdfs:label "Quyết định số 2289/QĐ-TTg" ; cancu:level 2 ;
    cancu:searchKey " 2289 qd ttg " ; eli:date_document "2020-12-31"^^xsd:date .
"""


def conforms(turtle: str, *, warnings: bool = False) -> bool:
    data = Graph().parse(data=turtle, format="turtle")
    shapes = parsed("shapes.ttl")
    result, _, _ = pyshacl.validate(data, shacl_graph=shapes, allow_warnings=not warnings, advanced=False)
    return bool(result)


def test_a_good_graph_conforms() -> None:
    assert conforms(GOOD, warnings=True)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("cancu:end 34", "cancu:end 8"),
        ('cancu:form "full"', 'cancu:form "whole"'),
        ("rdf:predicate cancu:implements", "rdf:predicate cancu:likes"),
        ("rdf:object <source/1/ref/1>", "rdf:object <source/1/ref/self>"),
        ('cancu:rule "thuc-hien" ;', ""),
        ("cancu:level 2", "cancu:level 9"),
        ('"doc/ttg/quyet-dinh/2020/2289"', '"doc/ttg/2289"'),
        ('cancu:date "2020-12-31"', 'cancu:date "31/12/2020"'),
        (", <source/1/st/1/quote> .", "."),
        ("oa:start 0", "oa:start 40"),
        ('schema:sha256 "a', 'schema:sha256 "z'),
        ('cancu:searchKey " 2289 qd ttg " ;', ""),
    ],
)
def test_a_broken_graph_does_not(right: str, wrong: str) -> None:
    assert right in GOOD
    assert not conforms(GOOD.replace(right, wrong))


DOUBTED = (
    GOOD
    + """
<doc/ttg/quyet-dinh/2020/2289> cancu:suspicion <doc/ttg/quyet-dinh/2020/2289#suspicion-series> .
<doc/ttg/quyet-dinh/2020/2289#suspicion-series> a cancu:DocumentSuspicion ; cancu:suspicionKind "seriesOrder" ;
    cancu:severity "warning" ; cancu:stated "2020-12-31" ; cancu:likely "2020-11-30" .
"""
)


def test_a_suspicion_hangs_on_its_document() -> None:
    assert conforms(DOUBTED)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('cancu:suspicionKind "seriesOrder"', 'cancu:suspicionKind "odd"'),
        ('cancu:severity "warning" ;', ""),
        ('cancu:likely "2020-11-30"', 'cancu:likely "2020-12-31"'),
        ("cancu:suspicion <doc/", "cancu:candidate <doc/"),
    ],
)
def test_a_broken_suspicion_does_not_conform(right: str, wrong: str) -> None:
    assert right in DOUBTED
    assert not conforms(DOUBTED.replace(right, wrong))


def test_a_plan_older_than_what_it_implements_is_a_warning() -> None:
    older = GOOD.replace("2021-01-15", "2019-01-15")
    assert conforms(older)
    assert not conforms(older, warnings=True)
