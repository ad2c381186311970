"""What may run, and what may not, however it is written."""

from __future__ import annotations

import pytest

from graph.sandbox.guard import check
from ontology.errors import QueryError

BASE = "https://w3id.org/cancu/"


@pytest.mark.parametrize(
    ("sparql", "form"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "SELECT"),
        ("ask { ?service a cancu:Document }", "ASK"),
        ("PREFIX x: <http://x/#> CONSTRUCT { ?s x:loads ?o } WHERE { ?s x:PublicService ?o }", "CONSTRUCT"),
        ("DESCRIBE <https://w3id.org/cancu/doc/x>", "DESCRIBE"),
        ('# SERVICE <http://x/>\nSELECT * { ?s ?p \'SERVICE <http://x/>\', """LOAD\nSERVICE""" }', "SELECT"),
        ("SELECT * { ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ?o FILTER(?s < ?o && ?o > 3) }", "SELECT"),
        ("SELECT * FROM NAMED <https://w3id.org/cancu/graph/resolved> { GRAPH ?g { ?s ?p ?o } }", "SELECT"),
        ("SELECT ?insert (COUNT(*) AS ?delete) { ?insert ?p ?o } GROUP BY ?insert", "SELECT"),
        ("BASE <http://x/> SELECT * { <service> <b> 'it''s' }".replace("''", "\\'"), "SELECT"),
        ('SELECT * { ?s ?p "\\u0053ERVICE" }', "SELECT"),
    ],
)
def test_reading_is_let_through(sparql: str, form: str) -> None:
    assert check(sparql, BASE).form == form


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { { SELECT * { OPTIONAL { { SeRvIcE<http://127.0.0.1:9/>{ ?s ?p ?o } } } } } }",
        "ASK { FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
        "SELECT * { ?s ?p 1e5SERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
        "SELECT * { ?a ?b ?c FILTER(?a<?b#>'''\n) SERVICE <http://127.0.0.1:9/> { ?x ?y ?z } #'''\n }",
        "PREFIX b: <http://x/> SELECT * { ?a ?b ?c FILTER(?a<b:c#>'''\n) SERVICE <http://x/> { ?x ?y ?z } #'''\n }",
        "SELECT * { ?a ?b ?c FILTER(?a<'x>y' || ?b = '') } # ' SERVICE",
        'SELECT * { ?x ?p "\\u0022", <http://a#\\u0041> . SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } #"""\n}',
        "SELECT * { SERV\\u0049CE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:9/data> { ?s ?p ?o }",
        "SELECT * FROM NAMED x:graph { ?s ?p ?o }",
        "SELECT * FROM <https://w3id.org/cancu.evil.example/> { ?s ?p ?o }",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX x: <http://x/> delete where { ?s ?p ?o }",
        "WITH <https://w3id.org/cancu/graph/resolved> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/data>",
        "CLEAR ALL",
        "DROP GRAPH <https://w3id.org/cancu/graph/resolved>",
        "SELECT * { ?s ?p ?o } ; INSERT DATA { <a:a> <a:b> SERVICE }",
    ],
)
def test_all_else_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError) as error:
        check(sparql, BASE)
    assert error.value.code == "query.forbidden"
    assert error.value.details["word"]


@pytest.mark.parametrize(
    ("sparql", "line", "column"),
    [("SELECT *\nWHERE { ?s ?p }", "2", "16"), ("", "1", "1"), ("SELECT * { ?s ?p ?o } ; DROP ALL", "1", "29")],
)
def test_where_the_syntax_broke(sparql: str, line: str, column: str) -> None:
    with pytest.raises(QueryError) as error:
        check(sparql, BASE)
    assert error.value.code == "query.syntax"
    assert (error.value.details["line"], error.value.details["column"]) == (line, column)
    assert error.value.details["message"]
