"""Processes that read files and may be killed: one that hangs, crashes or eats all memory costs one file.

A thread hands out jobs and takes in answers, so that the readers work on while the store is being written. Answers come
in the order of the jobs, whatever the order in which they were found. A process may use so much memory
(limited by the system on Linux, looked at from outside everywhere: `api.gauge`) and may stay silent for so many
seconds; each answer sets its clock anew. What a reader
starts itself (an office suite, a recogniser of characters) is in its group and ends with it.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

from api.gauge import Gauge
from api.reader import READY, context, kill, reason_of, serve
from api.reading import Answer, Job, Printed, Read
from loaders.regular import printable
from ontology.errors import CancuError

BUFFER = 24 << 20
"""Bytes of answers that wait to be written before no more jobs are handed out."""

AHEAD = 64
"""Jobs in flight for each process, with those whose answers wait."""

QUEUE = 8
"""Files that one process has before it: together with their names they fit into a pipe."""

JOBS_EACH = 2_000
"""A process ends after so many files: libraries that read office formats leak."""

START = 60.0
"""Seconds that a process may take to begin, on a machine that has much else to do."""

STILLBORN = 3
"""Processes that may die before they begin, one after the other: then the machine or the installation is at fault."""

TICK = 0.5
"""Seconds between looks at the clocks."""


@dataclass(frozen=True, slots=True)
class Limits:
    """For each file. seconds: of silence; memory: bytes beyond what a fresh reader takes; None: none."""

    seconds: float = 300.0
    memory: int | None = 2 << 30


@dataclass(slots=True)
class _Ticket:
    """A job, its answers so far, and whether they are all."""

    job: Job
    answers: deque[Answer] = field(default_factory=deque)
    done: bool = False


class _Reader:
    """One process and the jobs that it has, the one at work first."""

    def __init__(self, context: BaseContext, limits: Limits) -> None:
        ours, theirs = context.Pipe()
        self.pipe: Connection[Any, Any] = ours
        self.process: BaseProcess = context.Process(target=_serve_target, args=(theirs, limits.memory), daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        theirs.close()
        self.tickets: deque[_Ticket] = deque()
        self.since = 0.0
        self.jobs = 0
        self.ready = False
        self.gauge = Gauge(self.process.pid, limits.memory)

    def takes(self, job: Job) -> bool:
        """Paths wait in the pipe, so that nothing is lost while we write; the bytes of a source would block it."""
        return not self.tickets or (
            len(self.tickets) < QUEUE and job.source is None and self.tickets[0].job.source is None
        )

    def give(self, ticket: _Ticket) -> None:
        self.since = self.since if self.tickets else time.monotonic()
        self.tickets.append(ticket)
        self.jobs += 1
        with suppress(OSError):  # it died while it had nothing to do: seen at the next look
            self.pipe.send(ticket.job)

    def end(self) -> int | None:
        """Kills it with all that it started; the exit code."""
        if self.process.pid is not None and self.process.is_alive():
            kill(self.process)
        self.process.join()
        self.pipe.close()
        return self.process.exitcode


class Pool:
    """Reads files in processes. Use it as a context manager; `answers` may be called once.

    jobs: processors to keep busy. With one, the readers rest while the caller works on what they found. stop: when it
    is set, no more answers are given. warm: the module that their common forerunner imports.
    """

    def __init__(
        self,
        jobs: int,
        limits: Limits | None = None,
        stop: threading.Event | None = None,
        warm: str = "api.warm_store",
    ) -> None:
        self.jobs = jobs
        self._stop = stop or threading.Event()
        self._thread: threading.Thread | None = None
        self.limits = limits or Limits()
        self._context = context(warm)
        self._readers: list[_Reader] = []
        self._tickets: deque[_Ticket] = deque()
        self._again: deque[_Ticket] = deque()  # drawn, and not with a reader now
        self._changed = threading.Condition()
        self._waiting = 0  # bytes of answers that nobody took yet
        self._hungry = False
        self._stillborn = 0
        self._stopped = False
        self._fault: BaseException | None = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Hands out no more jobs and ends the processes."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def answers(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Answer | None]]:
        """Each answer with its job, in the order of the jobs; None follows the last answer of a job."""
        self._thread = threading.Thread(target=self._pump, args=(iter(jobs),), name="readers", daemon=True)
        self._thread.start()
        try:
            while (found := self._next()) is not None:
                yield found
        finally:
            self.stop()
        if self._fault is not None:
            raise self._fault

    def _next(self) -> tuple[Job, Answer | None] | None:
        with self._changed:
            self._hungry = True
            self._changed.notify_all()
            while not self._stop.is_set():
                if self._tickets and self._tickets[0].answers:
                    answer = self._tickets[0].answers.popleft()
                    self._waiting -= _weight(answer)
                    self._hungry = False
                    return self._tickets[0].job, answer
                if self._tickets and self._tickets[0].done:
                    return self._tickets.popleft().job, None
                if self._stopped and not self._tickets:
                    return None
                self._changed.wait(TICK)
            return None

    def _pump(self, jobs: Iterator[Job]) -> None:
        try:
            while self._step(jobs):
                pass
        except BaseException as error:  # noqa: BLE001 - told where the answers are taken
            self._fault = error
        finally:
            for reader in self._readers:
                reader.end()
            with self._changed:
                self._stopped = True
                self._tickets = deque(each for each in self._tickets if each.done or each.answers)
                for each in self._tickets:
                    each.done = True
                self._changed.notify_all()

    def _step(self, jobs: Iterator[Job]) -> bool:
        """Hands out what can be handed out and waits for something to happen; False when all is done."""
        with self._changed:
            while not (self._stopped or self._busy() or self._again or self._room()):
                self._changed.wait()
            if self._stopped:
                return False
        more = self._hand_out(jobs)
        busy = self._busy()
        if not busy:
            return more or bool(self._again)
        ready = wait([reader.pipe for reader in busy], TICK)
        for reader in busy:
            if reader.pipe in ready:
                self._take(reader)
            elif time.monotonic() - reader.since > (self.limits.seconds if reader.ready else START):
                self._lose(reader, "source.timeout", seconds=f"{self.limits.seconds:g}")
            elif reader.gauge.exceeded():
                self._lose(reader, "source.memory")
        return True

    def _busy(self) -> list[_Reader]:
        return [reader for reader in self._readers if reader.tickets]

    def _room(self) -> bool:
        if self.jobs == 1 and not self._hungry:
            return False
        return self._waiting < BUFFER and len(self._tickets) < AHEAD * self.jobs

    def _hand_out(self, jobs: Iterator[Job]) -> bool:
        """False when there are no more jobs."""
        while True:
            with self._changed:
                if self._stopped or not (self._again or self._room()):
                    return True
            ticket = self._again.popleft() if self._again else self._drawn(jobs)
            if ticket is None:
                return False
            if ticket.done:
                continue
            reader = self._free(ticket.job)
            if reader is None:
                self._again.appendleft(ticket)
                return True
            reader.give(ticket)

    def _drawn(self, jobs: Iterator[Job]) -> _Ticket | None:
        job = next(jobs, None)
        if job is None:
            return None
        known: deque[Answer] = deque([job.failure] if job.failure is not None else [])
        ticket = _Ticket(job, known, done=job.answered)
        with self._changed:
            self._tickets.append(ticket)
            self._changed.notify_all()
        return ticket

    def _free(self, job: Job) -> _Reader | None:
        """The reader that has least to do, a new one while there may be more; None: all are busy."""
        for reader in [each for each in self._readers if not each.tickets]:
            if reader.jobs >= JOBS_EACH or not reader.process.is_alive():
                self._readers.remove(reader)
                reader.end()
        if len(self._readers) < self.jobs and all(reader.tickets for reader in self._readers):
            self._readers.append(_Reader(self._context, self.limits))
        open_ = [reader for reader in self._readers if reader.takes(job) and reader.jobs < JOBS_EACH]
        return min(open_, key=lambda reader: len(reader.tickets), default=None)

    def _take(self, reader: _Reader) -> None:
        try:
            answer = reader.pipe.recv()
        except (EOFError, OSError):
            self._lose(reader, "source.crashed")
            return
        reader.since = time.monotonic()
        if answer == READY:
            reader.ready, self._stillborn = True, 0
            reader.gauge.start()
            return
        with self._changed:
            if answer is None:
                reader.tickets.popleft().done = True
            else:
                reader.tickets[0].answers.append(answer)
                self._waiting += _weight(answer)
            self._changed.notify_all()

    def _lose(self, reader: _Reader, code: str, **details: str) -> None:
        """The process is gone, or goes now: one line for its file, and other processes do what waited behind it."""
        self._readers.remove(reader)
        reader.process.join(TICK)
        ended = reader.end()
        if not reader.ready:  # not the fault of a file
            self._stillborn += 1
            self._again.extendleft(reversed(reader.tickets))
            if self._stillborn > STILLBORN:
                raise CancuError("run.readers", reason=reason_of(ended))
            return
        ticket = reader.tickets.popleft()
        self._again.extendleft(reversed(reader.tickets))
        name = printable(ticket.job.path) if ticket.job.source is None else ticket.job.source.name
        if code == "source.crashed":
            details["reason"] = reason_of(ended)
        with self._changed:
            ticket.answers.append((code, {"name": name, **details}))
            ticket.done = True
            self._changed.notify_all()


def _weight(answer: Answer) -> int:
    if isinstance(answer, Printed):
        return len(answer.text)
    return answer.said.size if isinstance(answer, Read) and answer.said is not None else 0


_serve_target = serve
"""What the processes run; tests put a reader with faults in its place."""
