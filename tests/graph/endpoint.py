"""A SPARQL endpoint on the loopback, as strict as they come: its default graph is empty, and it can be told to misbehave."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox


class Endpoint(ThreadingHTTPServer):
    """status: answered to every query, where not 200; cut: how many bytes of each answer are left out at its end."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.quads = ox.Store()
        self.turn = threading.Lock()
        self.status = 200
        self.cut = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/sparql"


class Handler(BaseHTTPRequestHandler):
    server: Endpoint

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if self.server.status != 200:
            return self.reply(self.server.status, b"no", "text/plain")
        try:
            with self.server.turn:
                body, kind = self.answer(form)
        except SyntaxError as error:
            return self.reply(400, str(error).encode(), "text/plain")
        return self.reply(200, body[: len(body) - self.server.cut], kind)

    def answer(self, form: dict[str, list[str]]) -> tuple[bytes, str]:
        if "update" in form:
            self.server.quads.update(form["update"][0])
            return b"", "text/plain"
        found = self.server.quads.query(form["query"][0])
        if isinstance(found, ox.QueryTriples):
            return found.serialize(format=ox.RdfFormat.RDF_XML) or b"", "application/rdf+xml"
        wanted = ox.QueryResultsFormat.from_media_type(self.headers["Accept"]) or ox.QueryResultsFormat.JSON
        return found.serialize(format=wanted) or b"", wanted.media_type

    def reply(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def serving() -> Iterator[Endpoint]:
    server = Endpoint()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
