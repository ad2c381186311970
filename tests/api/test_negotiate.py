"""Accept headers against what there is."""

from __future__ import annotations

import pytest

from api.negotiate import best, wants_page, weight

RDF = ["text/turtle", "application/n-triples", "application/ld+json"]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "text/turtle"),
        ("*/*", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/*", "application/n-triples"),
        ("text/turtle;q=0.2, application/ld+json", "application/ld+json"),
        ("text/*;q=0.3, text/turtle;q=0", None),
        ("text/turtle;q=0, */*;q=0.1", "application/n-triples"),
        ("APPLICATION/LD+JSON", "application/ld+json"),
        ("text/turtle;q=nonsense", None),
        ("image/png", None),
        ("", "text/turtle"),
    ],
)
def test_best(accept: str | None, expected: str | None) -> None:
    assert best(accept, RDF) == expected


def test_the_most_precise_entry_decides() -> None:
    assert weight("text/*;q=0.3, text/turtle;q=0.7, */*;q=0.5", "text/turtle") == 0.7
    assert weight("text/*;q=0.3, text/turtle;q=0.7, */*;q=0.5", "text/html") == 0.3
    assert weight("text/*;q=0.3, text/turtle;q=0.7, */*;q=0.5", "image/png") == 0.5


def test_browsers_want_pages_and_clients_do_not() -> None:
    assert wants_page(BROWSER, RDF)
    assert not wants_page("*/*", RDF)
    assert not wants_page(None, RDF)
    assert not wants_page("text/turtle, text/html;q=0.5", RDF)
