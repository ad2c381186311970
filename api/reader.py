"""The process that reads: what it does, how it is started, and how it ends. `api.pool` gives it files."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

from api.reading import Answer, Job, answers
from loaders.regular import printable

READY = "ready"
"""What a process says first."""


def reason_of(ended: int | None) -> str:
    """How a process ended, in words of the system."""
    if ended is not None and ended < 0:
        with suppress(ValueError):
            return signal.Signals(-ended).name
    return f"exit {ended}"


def context(warm: str) -> BaseContext:
    """Readers are copied from one process where the system can do that, which has imported `warm`; else they are
    started one by one."""
    if sys.platform == "win32":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([warm])
    return context


def kill(process: BaseProcess) -> None:
    if sys.platform != "win32" and process.pid is not None:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def serve(pipe: Connection[Any, Any], memory: int | None) -> None:
    """The process itself: reads jobs until the pipe ends, or whoever started it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one that tells what was done
    if sys.platform != "win32":
        os.setpgid(0, 0)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit(memory)
    with suppress(EOFError, OSError):
        pipe.send(READY)
        while True:
            for answer in _guarded(pipe.recv(), answers):
                pipe.send(answer)
            pipe.send(None)


def _guarded(job: Job, read: Callable[[Job], Iterator[Answer]]) -> Iterator[Answer]:
    """Also what opening a file, rather than reading it, makes of memory and of readers' faults."""
    try:
        yield from read(job)
    except MemoryError:
        yield "source.memory", {"name": printable(job.path)}
    except Exception as error:  # noqa: BLE001 - a fault of a reader costs one file
        yield "source.failed", {"name": printable(job.path), "reason": f"{type(error).__name__}: {error}"}


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        if sys.platform != "win32":
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


def _limit(memory: int | None) -> None:
    if memory is None or not sys.platform.startswith("linux"):
        return
    import resource
    from pathlib import Path

    taken = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + memory, taken + memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
