"""A store behind a SPARQL 1.1 endpoint, over SPARQLWrapper.

Portable on purpose: named graphs are always named in the house's own queries (a server's default graph may be empty or
the union), values stand inside the pattern, and an answer that breaks off is a timeout: some servers send "200 OK"
first and give up later.
"""

from __future__ import annotations

import socket
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, RDFXML, URLENCODED, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from graph.answers import Table
from graph.rdf.sparql import PROLOGUE, Values, bind, step
from graph.rdf.tables import table
from graph.rdf.terms import Term, cancu, node, text
from graph.storage.ledger import Line
from graph.storage.store import LEDGER, Change
from ontology.errors import CancuError, QueryError, QueryLimitError, StoreError
from ontology.terms import DEFAULT_BASE


class RemoteStore:
    """A store that other people may write too. Without `update_url` it can only be read."""

    def __init__(self, query_url: str, update_url: str | None = None, base: str | None = None) -> None:
        self.location = query_url
        self.base = base or DEFAULT_BASE
        self._update_url = update_url

    @property
    def ledger(self) -> GraphLedger:
        return GraphLedger(self)

    def select(self, sparql: str, values: Values | None = None) -> Table:
        body = self._send(_text(sparql, values), JSON)
        with suppress(SyntaxError, ValueError):
            return table(ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON))
        # Cut off after "200 OK". Told outside of the handler: an error that keeps the engine's answer alive may be
        # collected by another thread, where the engine refuses to let go of it.
        raise QueryLimitError("query.timeout", location=self.location)

    def construct(self, sparql: str, values: Values | None = None) -> list[ox.Triple]:
        body = self._send(_text(sparql, values), RDFXML)
        try:
            return [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.RDF_XML)]
        except (SyntaxError, ValueError) as error:
            raise QueryLimitError("query.timeout", location=self.location) from error

    def graphs(self) -> list[str]:
        found = self.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        return sorted(graph for (graph,) in found.rows if graph is not None and graph != self.base + LEDGER)

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        body = self._send(f"SELECT ?s ?p ?o WHERE {{ GRAPH {node(graph)} {{ ?s ?p ?o }} }}", JSON)
        try:
            answer = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            assert isinstance(answer, ox.QuerySolutions)  # noqa: S101 - a SELECT was sent
            for row in answer:
                yield ox.Quad(row["s"], row["p"], row["o"], node(graph))
        except (SyntaxError, ValueError) as error:
            raise QueryLimitError("query.timeout", location=self.location) from error

    def raw(self, sparql: str, accept: str, seconds: float) -> bytes:
        """The server's answer as it came, in a media type of the caller's choice; for a query that
        `graph.sandbox.guard` let through."""
        request = urllib.request.Request(
            self.location,
            urllib.parse.urlencode({"query": PROLOGUE + sparql}).encode(),
            {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"},
        )
        try:
            with urllib.request.urlopen(request, timeout=seconds) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 400:
                    raise QueryError("query.syntax", message=error.read().decode(errors="replace")) from error
            raise _unreachable(self.location, error) from error
        except OSError as error:
            raise _unreachable(self.location, error) from error

    def apply(self, change: Change) -> None:
        if self._update_url is None:
            raise StoreError("store.read_only", location=self.location)
        if change:
            self._send(change.update(), JSON, update=True)

    def publish(self) -> None:
        """Nothing to do: the server shows what it has accepted."""

    def refresh(self) -> bool:
        return False

    def close(self) -> None:
        """Nothing to do: connections end with each answer."""

    def _send(self, sparql: str, wanted: str, *, update: bool = False) -> bytes:
        wrapper: Any = SPARQLWrapper(self.location, updateEndpoint=self._update_url)
        wrapper.setQuery(sparql)
        wrapper.setMethod(POST)
        wrapper.setRequestMethod(URLENCODED)
        wrapper.setReturnFormat(wanted)
        # The wrapper guesses the type from the words of the query: a comment with "Address" would make it an ADD.
        wrapper.queryType = "INSERT" if update else "SELECT" if wanted == JSON else "CONSTRUCT"
        try:
            with wrapper.query().response as answer:
                return bytes(answer.read())
        except QueryBadFormed as error:
            _close(error)
            raise QueryError("query.syntax", message=str(error)) from error
        except (SPARQLWrapperException, OSError) as error:
            _close(error)
            raise _unreachable(self.location, error) from error


def _close(error: BaseException) -> None:
    """Lets go of the connection that an HTTP error still holds, also where SPARQLWrapper wraps it."""
    for each in (error, error.__context__):
        if isinstance(each, urllib.error.HTTPError):
            each.close()


def _unreachable(location: str, error: Exception) -> CancuError:
    if isinstance(error, urllib.error.HTTPError) and error.code in {408, 503, 504}:
        return QueryLimitError("query.timeout", location=location)
    if isinstance(error, socket.timeout):
        return QueryLimitError("query.timeout", location=location)
    return StoreError("store.unreachable", location=location, reason=_why(error))


def _why(error: Exception) -> str:
    """The system's own words where a connection failed, the status where something else answered."""
    for each in (error, error.__cause__, error.__context__):
        if isinstance(each, urllib.error.HTTPError):
            return f"HTTP {each.code}"
        inner = getattr(each, "reason", each)
        if isinstance(inner, OSError) and inner.strerror:
            return inner.strerror
    return str(error)


def _text(sparql: str, values: Values | None) -> str:
    return PROLOGUE + (bind(sparql, values) if values else sparql)


class GraphLedger:
    """A ledger in a named graph of its own, for a store that several machines load into."""

    def __init__(self, store: RemoteStore) -> None:
        self._store = store
        self._graph = node(store.base + LEDGER)

    def line(self, path: str) -> Line | None:
        rows = self._store.select(step("ledger_line"), {"ledger": self._graph, "path": text(path)}).rows
        return Line(path, rows[0][0] or "", rows[0][1] or "", rows[0][2]) if rows else None

    def paths(self, source: str) -> list[str]:
        rows = self._store.select(step("ledger_paths"), {"ledger": self._graph, "source": node(source)}).rows
        return [path for (path,) in rows if path is not None]

    def below(self, prefix: str) -> list[Line]:
        rows = self._store.select(step("ledger_below"), {"ledger": self._graph, "prefix": text(prefix)}).rows
        return [Line(path or "", source or "", extractor or "", day) for path, source, extractor, day in rows]

    def write(self, lines: Iterable[Line]) -> None:
        lines = list(lines)
        self.forget(line.path for line in lines)
        self._store.apply(Change(added=tuple(quad for line in lines for quad in self._quads(line))))

    def forget(self, paths: Iterable[str]) -> None:
        old = [line for path in paths if (line := self.line(path)) is not None]
        self._store.apply(Change(removed=tuple(quad for line in old for quad in self._quads(line))))

    def close(self) -> None:
        """Nothing to do."""

    def _quads(self, line: Line) -> list[ox.Quad]:
        entry = node(f"{self._graph.value}/{_slug(line.path)}")
        values: dict[str, Term] = {
            "path": text(line.path),
            "loadedAs": node(line.source),
            "extractor": text(line.extractor),
        }
        if line.loaded is not None:
            values["loaded"] = text(line.loaded)
        return [ox.Quad(entry, cancu(name), value, self._graph) for name, value in values.items()]


def _slug(path: str) -> str:
    return path.encode().hex()
