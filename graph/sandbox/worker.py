"""The other side of `sandbox`: a process that opens one snapshot, answers queries, and may be killed at any time.

Frames on standard input and output: eight bytes of length, big-endian, then as many bytes of JSON (questions, heads of
answers) or of the answer itself. Started as `python -c`, with the parent's module path as argument.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from ontology.terms import PREFIXES

ROWS, BYTES, SYNTAX, KIND = "rows", "bytes", "syntax", "kind"


class TooMuch(Exception):
    """A result beyond its limit; the word says which."""


class Counted(io.BytesIO):
    """Collects lines of a result and stops at a limit. `head` lines do not count as rows."""

    def __init__(self, rows: int, size: int, head: int) -> None:
        super().__init__()
        self._rows = rows + head
        self._size = size

    def write(self, data: Any) -> int:
        part = bytes(data)
        self._rows -= part.count(b"\n")
        self._size -= len(part)
        if self._rows < 0:
            raise TooMuch(ROWS)
        if self._size < 0:
            raise TooMuch(BYTES)
        return super().write(part)


def main() -> None:
    """Serves the snapshot named in the first frame until the input ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    first = json.loads(read_frame(source) or b"{}")
    store = ox.Store.read_only(first["snapshot"])
    _limit_memory(first["memory"])
    write_frame(target, b"ready")
    while (frame := read_frame(source)) is not None:
        head, body = _answer(store, json.loads(frame))
        write_frame(target, json.dumps(head).encode())
        write_frame(target, body)


def _answer(store: ox.Store, question: dict[str, Any]) -> tuple[dict[str, str], bytes]:
    try:
        answer = store.query(question["sparql"], base_iri=question["base"], prefixes=PREFIXES, **_dataset(question))
        return {}, serialize(answer, question)
    except SyntaxError as error:
        return {"error": SYNTAX, "message": str(error)}, b""
    except TooMuch as error:
        return {"error": str(error)}, b""


def _dataset(question: dict[str, Any]) -> dict[str, Any]:
    """The graphs that the client named; else those of FROM; else all, and the default graph is their union.

    The engine would let the union win over FROM.
    """
    if "default_graphs" not in question:
        return {"use_default_graph_as_union": question["union"]}
    default, named = ([ox.NamedNode(graph) for graph in question[kind]] for kind in ("default_graphs", "named_graphs"))
    return {"default_graph": default, "named_graphs": named}


def serialize(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, question: dict[str, Any]) -> bytes:
    """The answer in the wanted format. Rows are counted in a format of one line a row (TSV, N-Triples), then
    translated."""
    if isinstance(answer, ox.QueryBoolean):
        return answer.serialize(format=results_format(question["results"])) or b""
    triples = isinstance(answer, ox.QueryTriples)
    lines = Counted(question["rows"], question["bytes"], head=0 if triples else 1)
    if isinstance(answer, ox.QueryTriples):
        answer.serialize(lines, format=ox.RdfFormat.N_TRIPLES)
        return _triples(lines.getvalue(), question["triples"])
    answer.serialize(lines, format=ox.QueryResultsFormat.TSV)
    wanted = results_format(question["results"])
    if wanted == ox.QueryResultsFormat.TSV:
        return lines.getvalue()
    again = ox.parse_query_results(lines.getvalue(), format=ox.QueryResultsFormat.TSV)
    return again.serialize(format=wanted) or b""


def _triples(lines: bytes, wanted: str) -> bytes:
    format_ = ox.RdfFormat.from_media_type(wanted)
    if format_ is None or format_ == ox.RdfFormat.N_TRIPLES:
        return lines
    quads = ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)
    prefixes = PREFIXES if format_ in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG) else None
    return ox.serialize((quad.triple for quad in quads), format=format_, prefixes=prefixes) or b""


def results_format(media_type: str) -> ox.QueryResultsFormat:
    """The engine's format of a media type; JSON for any other."""
    return ox.QueryResultsFormat.from_media_type(media_type) or ox.QueryResultsFormat.JSON


def _limit_memory(more: int | None) -> None:
    """At most `more` bytes of address space beyond what the opened store takes. Only where the system can (not on
    Windows; macOS accepts the limit and ignores it)."""
    if more is None or sys.platform == "win32":
        return
    import resource

    used = _address_space()
    if used is not None:
        resource.setrlimit(resource.RLIMIT_AS, (used + more, used + more))


def _address_space() -> int | None:
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * 4096
    except FileNotFoundError:
        return None


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame; None at the end of the stream."""
    head = _exactly(stream, 8)
    return None if head is None else _exactly(stream, int.from_bytes(head, "big"))


def _exactly(stream: BinaryIO, size: int) -> bytes | None:
    parts = []
    while size:
        part = stream.read(size)
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def write_frame(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(8, "big"))
    stream.write(data)
    stream.flush()
