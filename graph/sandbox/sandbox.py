"""Other people's queries: checked, run in a process of their own, and stopped when they take too much.

The engine cannot be interrupted from Python, and sorting or joining may take any amount of memory. So a query runs in
a warm worker process over the newest published snapshot; a worker that overruns its time or memory is killed and
replaced. A warm worker answers a small query in about half a millisecond (the engine alone in a tenth), a new one
starts in 0.05 to 0.1 s. Whoever holds the write lock is not disturbed, and need not even be this process.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast

from graph.sandbox.guard import check, syntax_error
from graph.sandbox.worker import BYTES, ROWS, SYNTAX, read_frame, write_frame
from graph.storage.embedded import snapshot
from graph.storage.location import is_remote, open_store
from ontology.errors import QueryError, QueryLimitError, StoreError

JSON = "application/sparql-results+json"
TURTLE = "text/turtle"

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from graph.sandbox.worker import main; main()"


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: of wall time; memory: bytes beyond what the opened store takes (where the system can limit it: Linux);
    rows: of a SELECT, triples of a CONSTRUCT; bytes: of the result. workers: processes kept warm, so queries at a
    time."""

    seconds: float = 20.0
    memory: int | None = 1 << 30
    rows: int = 100_000
    bytes: int = 64 << 20
    workers: int = 2


class Sandbox:
    """Runs queries over a store: the folder of an embedded one (its newest snapshot), or an endpoint (which limits
    itself).

    Safe to use from several threads. Close it, or use it as a context manager, to end its processes.
    """

    def __init__(self, location: str | Path, limits: Limits | None = None, *, base: str | None = None) -> None:
        self.location = location
        self.limits = limits or Limits()
        self._remote = is_remote(location)
        self._base = open_store(location, read_only=True, base=base).base if not self._remote else base
        self._free: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(self.limits.workers):
            self._free.put(None)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(
        self,
        sparql: str,
        accept: str = JSON,
        accept_triples: str = TURTLE,
        *,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> bytes:
        """The answer, serialised. accept: media type for SELECT and ASK (SPARQL results JSON, XML, CSV, TSV);
        accept_triples: for CONSTRUCT and DESCRIBE (N-Triples, Turtle, RDF/XML, JSON-LD …).

        Raises QueryError (query.syntax, query.forbidden), QueryLimitError (query.timeout, query.memory, query.rows)
        and StoreError.
        """
        checked = check(sparql, self._base)
        if self._remote:
            if default_graphs or named_graphs:
                raise QueryError("query.dataset")
            return self._ask_remote(checked.text, accept if checked.form in ("SELECT", "ASK") else accept_triples)
        question: dict[str, object] = {"sparql": sparql, "results": accept, "triples": accept_triples}
        question |= {"base": self._base, "union": not checked.dataset}
        if default_graphs or named_graphs:
            question |= {"default_graphs": [*default_graphs], "named_graphs": [*named_graphs]}
        return self._ask(question | {"rows": self.limits.rows, "bytes": self.limits.bytes})

    def close(self) -> None:
        """Ends the workers that are free; those at work end when their query does."""
        for _ in range(self.limits.workers):
            worker = self._free.get()
            if worker is not None:
                worker.kill()
        for _ in range(self.limits.workers):
            self._free.put(None)

    def _ask_remote(self, sparql: str, accept: str) -> bytes:
        from graph.storage.remote import RemoteStore

        return RemoteStore(str(self.location), base=self._base).raw(sparql, accept, self.limits.seconds)

    def _ask(self, question: Mapping[str, object]) -> bytes:
        worker = self._free.get()
        try:
            worker = self._fresh(worker)
            return worker.ask(question, self.limits)
        finally:
            self._free.put(worker if worker is not None and worker.alive else None)

    def _fresh(self, worker: _Worker | None) -> _Worker:
        """The worker, if it lives and reads the newest snapshot; else a new one."""
        newest = snapshot(Path(self.location))
        if newest is None:
            raise StoreError("store.missing", location=str(self.location))
        if worker is not None and worker.alive and worker.snapshot == newest:
            return worker
        if worker is not None:
            worker.kill()
        return _Worker(newest, self.limits.memory)


class _Worker:
    """One process and its two pipes."""

    def __init__(self, snapshot_: Path, memory: int | None) -> None:
        self.snapshot = snapshot_
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, json.dumps([path for path in sys.path if path])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        pipes = (self._process.stdin, self._process.stdout)
        self._in, self._out = (cast("BinaryIO", pipe) for pipe in pipes)
        first = {"snapshot": str(snapshot_), "memory": memory}
        if not self._sent(first) or read_frame(self._out) is None:
            reason = cast("BinaryIO", self._process.stderr).read().decode(errors="replace").strip()
            self.kill()
            raise StoreError("store.corrupt", location=str(snapshot_), reason=reason.rsplit("\n", 1)[-1])

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, question: Mapping[str, object], limits: Limits) -> bytes:
        """One question, one answer. A timer kills the process when time is up; then the pipe ends."""
        expired = threading.Event()
        timer = threading.Timer(limits.seconds, self._expire, [expired])
        timer.start()
        try:
            sent = self._sent(question)
            head, body = (read_frame(self._out), read_frame(self._out)) if sent else (None, None)
        finally:
            timer.cancel()
        if expired.is_set():
            self.kill()
            raise QueryLimitError("query.timeout", seconds=f"{limits.seconds:g}")
        if head is None or body is None:  # the engine ends its process when memory runs out
            self.kill()
            raise QueryLimitError("query.memory", megabytes=str((limits.memory or 0) >> 20))
        _raise(json.loads(head), limits)
        return body

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                _shut(pipe)

    def _expire(self, expired: threading.Event) -> None:
        expired.set()
        self._process.kill()

    def _sent(self, message: Mapping[str, object]) -> bool:
        try:
            write_frame(self._in, json.dumps(message).encode())
        except (BrokenPipeError, OSError):
            return False
        return True


def _shut(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except (BrokenPipeError, OSError):  # a question that was never read
        return


def _raise(head: dict[str, str], limits: Limits) -> None:
    error = head.get("error")
    if error == SYNTAX:
        raise syntax_error(SyntaxError(head["message"]))
    if error == ROWS:
        raise QueryLimitError("query.rows", rows=str(limits.rows))
    if error == BYTES:
        raise QueryLimitError("query.rows", rows=f"{limits.bytes >> 20} MB")
    if error is not None:
        raise QueryError("query.syntax", line="", column="", message=error)
