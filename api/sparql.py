"""The SPARQL 1.1 Protocol, reading half: request → query and dataset; what the client accepts → media type.

Pure: no web framework, no store. Errors carry the status of the protocol: 400 for what no server could run, 403 for
what this one refuses to, 415 and 406 for formats.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from api.negotiate import best
from ontology.errors import QueryError

DIRECT, FORM, UPDATE = "application/sparql-query", "application/x-www-form-urlencoded", "application/sparql-update"

QUERY_LIMIT = 1 << 20
"""Bytes of a query."""

RESULTS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
"""`format=` → media type of the rows of SELECT and the truth of ASK; the first is what a client without wishes gets."""

GRAPHS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
"""`format=` → media type of the triples of CONSTRUCT and DESCRIBE."""

ALIASES = {
    "application/json": RESULTS["json"],
    "application/xml": RESULTS["xml"],
    "text/xml": RESULTS["xml"],
    "turtle": GRAPHS["ttl"],
}
"""What clients also ask for → what it means here."""


class RefusedError(QueryError):
    """Understood, and not done here: an update, another method."""

    http_status = 403


class MethodError(QueryError):
    http_status = 405


class MediaTypeError(QueryError):
    http_status = 415


class AcceptError(QueryError):
    http_status = 406


class TooLongError(QueryError):
    http_status = 413


@dataclass(frozen=True, slots=True)
class Request:
    """query: None for a bare GET (service description, editor). form: the `format` parameter; it wins over Accept."""

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str | None = None


def parse(method: str, parameters: str, content_type: str | None, body: bytes) -> Request:
    """Reads a request (§2.1 of the protocol). parameters: the raw query string of the address.

    Raises QueryError: query.missing, query.several, query.encoding (400); query.update (403); query.method (405);
    query.too_long (413); query.media_type (415).
    """
    if len(body) > QUERY_LIMIT or len(parameters) > QUERY_LIMIT:
        raise TooLongError("query.too_long", limit=f"{QUERY_LIMIT >> 10} kB")
    if method == "GET":
        return _request(_pairs(parameters), bare=True)
    if method != "POST":
        raise MethodError("query.method")
    kind, charset = _media_type(content_type)
    if kind == UPDATE:
        raise RefusedError("query.update")
    if charset not in {None, "utf-8", "utf8", "us-ascii"}:
        raise QueryError("query.encoding")
    if kind == FORM:
        return _request(_pairs(parameters) + _pairs(_text(body)))
    if kind == DIRECT:
        return _request([*_pairs(parameters), ("query", _text(body))])
    raise MediaTypeError("query.media_type", kind=kind or "?")


def _pairs(encoded: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise QueryError("query.encoding") from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError("query.encoding") from error


def _media_type(content_type: str | None) -> tuple[str, str | None]:
    kind, *parameters = (part.strip().lower() for part in (content_type or "").split(";"))
    charsets = [value.strip('"') for name, _, value in (p.partition("=") for p in parameters) if name == "charset"]
    return kind, charsets[0] if charsets else None


def _request(pairs: list[tuple[str, str]], *, bare: bool = False) -> Request:
    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in pairs if key == name)

    queries = values("query")
    if values("update"):
        raise RefusedError("query.update")
    if len(queries) > 1:
        raise QueryError("query.several")
    if not queries and not bare:
        raise QueryError("query.missing")
    form = (values("format") or values("output") or ("",))[0]
    return Request(
        queries[0] if queries else None, values("default-graph-uri"), values("named-graph-uri"), form or None
    )


def chosen(offered: dict[str, str], form: str | None, accept: str | None) -> str:
    """The media type of the answer. Raises QueryError query.format: 400 for an unknown `format`, 406 for an Accept that
    nothing here fits."""
    if form is not None:
        named = offered.get(form) or next(
            (kind for kind in (form, ALIASES.get(form)) if kind in offered.values()), None
        )
        if named is None:
            raise QueryError("query.format", kind=form, offered=", ".join(offered))
        return named
    kinds = [*offered.values(), *(alias for alias, kind in ALIASES.items() if kind in offered.values())]
    found = best(accept, kinds)
    if found is None:
        raise AcceptError("query.format", kind=accept or "", offered=", ".join(offered.values()))
    return ALIASES.get(found, found)
