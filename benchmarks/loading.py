"""Loading end to end: rate, memory, size of the store, where the time goes; beside the bare engine on the same quads.

    python -m benchmarks.loading [COUNT …] [--jobs N …] [--folder F] [--raw] [--json]

COUNT synthetic documents (`benchmarks.documents`) are loaded into a fresh store for each number of jobs. CPU seconds
are those of the writer (with the threads of the engine) and of the readers; wall seconds depend on who else uses the
machine. `--raw` writes the very quads of the store as N-Quads and gives them to a fresh engine, in as many portions as
the load had batches: what remains of the difference is the price of resolving and of crash safety.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyoxigraph as ox

from api import ingest
from api.settings import Settings
from benchmarks import documents
from graph.ingest import batches
from graph.ingest import ingest as graph_ingest
from graph.ingest.pieces import piece
from graph.storage.embedded import EmbeddedStore
from graph.storage.location import open_store
from loaders.read import extract
from ontology.records import Source

LOOK = 2.0
"""Seconds between looks at memory: to divide shared pages costs the kernel ten milliseconds a look."""

SAMPLE = 400
"""Documents on which the stages of the readers are measured, in one process."""


STEP = 10_000
"""Documents in one line of a long load."""


@dataclass(frozen=True, slots=True)
class Step:
    """Up to here, since the last one: wall and CPU seconds, resolving, writing; memory and store as in `Loaded`."""

    count: int
    wall: float
    cpu: float
    readers: float
    resolve: float
    write: float
    memory: float
    store: float


@dataclass(frozen=True, slots=True)
class Loaded:
    """cpu: seconds of the writer; readers: of the other processes; memory: MiB of all processes together at the highest
    (PSS: shared pages count once); store: MiB on the disk; resolve, write: wall seconds of the writer; late:
    documents a second in the last tenth of the load."""

    count: int
    jobs: int
    wall: float
    cpu: float
    readers: float
    resolve: float
    write: float
    memory: float
    store: float
    late: float
    steps: tuple[Step, ...]

    @property
    def rate(self) -> float:
        return self.count / self.wall

    @property
    def cpu_each(self) -> float:
        """Milliseconds of CPU for each document, in all processes."""
        return (self.cpu + self.readers) / self.count * 1000


def load(folder: Path, store: Path, count: int, jobs: int) -> Loaded:
    """One load of the first `count` documents below the folder into a fresh store."""
    shutil.rmtree(store, ignore_errors=True)
    spent = {"derive": 0.0, "apply": 0.0}
    marks: list[tuple[int, float]] = [(0, time.perf_counter())]
    totals: list[tuple[float, ...]] = [(0, 0, 0, 0, 0, 0)]
    steps: list[Step] = []
    take = graph_ingest._Run.take

    def taken(self: graph_ingest._Run, batch: list[Any]) -> None:
        take(self, batch)
        marks.append((marks[-1][0] + len(batch), time.perf_counter()))
        done, now = marks[-1]
        print(f"{done} {now - marks[0][1]:.0f} s {memory.highest:.0f} MiB", file=sys.stderr, flush=True)
        if done // STEP > totals[-1][0] // STEP:
            totals.append((done, now - began, time.process_time() - cpu, memory.readers, *spent.values()))
            seconds = (one - other for one, other in zip(totals[-1][1:], totals[-2][1:], strict=True))
            steps.append(Step(done, *seconds, memory.highest, _size(store)))
            print(json.dumps(asdict(steps[-1])), file=sys.stderr, flush=True)

    with ExitStack() as stack, closing(open_store(store)) as opened, _memory() as memory:
        stack.enter_context(_timed(graph_ingest, "derive", spent))
        stack.enter_context(_timed(EmbeddedStore, "apply", spent))
        stack.enter_context(patch.object(graph_ingest._Run, "take", taken))
        paths = [str(folder / name) for name, _ in documents.names(count)]
        began, cpu, readers = time.perf_counter(), time.process_time(), _children()
        summary = ingest.load(opened, paths, Settings(store=str(store), jobs=jobs))
        wall, spent_cpu = time.perf_counter() - began, time.process_time() - cpu
        readers = memory.readers - readers
    if summary.loaded != count:
        raise SystemExit(f"not all was loaded: {summary}")
    late = [mark for mark in marks if mark[0] <= count * 0.9][-1]
    return Loaded(
        count,
        jobs,
        wall,
        spent_cpu,
        readers,
        spent["derive"],
        spent["apply"],
        memory.highest,
        _size(store),
        (count - late[0]) / (marks[-1][1] - late[1]),
        tuple(steps),
    )


@contextmanager
def _timed(owner: object, name: str, spent: dict[str, float]) -> Iterator[None]:
    real: Callable[..., Any] = getattr(owner, name)

    @wraps(real)
    def called(*arguments: Any, **others: Any) -> Any:
        began = time.perf_counter()
        try:
            return real(*arguments, **others)
        finally:
            spent[name] += time.perf_counter() - began

    with patch.object(owner, name, called):
        yield


class _Memory:
    highest = 0.0
    readers = 0.0


@contextmanager
def _memory() -> Iterator[_Memory]:
    """Memory and CPU of this process and all below it, looked at now and then (Linux)."""
    seen, done, spent = _Memory(), threading.Event(), dict[int, float]()

    def look() -> None:
        while not done.wait(LOOK):
            family = _family(os.getpid())
            seen.highest = max(seen.highest, sum(each[0] for each in family.values()))
            spent.update((pid, each[1]) for pid, each in family.items() if pid != os.getpid())
            seen.readers = sum(spent.values())

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield seen
    finally:
        done.set()
        looking.join()


def _family(root: int) -> dict[int, tuple[float, float]]:
    """Process → MiB in memory and CPU seconds, of a process and all that it started."""
    parents: dict[int, int] = {}
    seconds: dict[int, float] = {}
    tick = os.sysconf("SC_CLK_TCK")
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(entry.name)] = int(fields[1])
        seconds[int(entry.name)] = (int(fields[11]) + int(fields[12])) / tick
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return {pid: (_share(pid), seconds[pid]) for pid in found if pid in seconds}


def _share(process: int) -> float:
    """MiB of a process; pages that several share are divided among them."""
    try:
        rows = (Path("/proc") / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:  # it ended
        return 0.0
    return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024


def _children() -> float:
    return sum(each[1] for pid, each in _family(os.getpid()).items() if pid != os.getpid())


def _size(folder: Path) -> float:
    """MiB; hard links count once."""
    sizes = {each.stat().st_ino: each.stat().st_size for each in folder.rglob("*") if each.is_file()}
    return sum(sizes.values()) / 2**20


def stages(folder: Path) -> dict[str, float]:
    """Milliseconds of CPU for each document: read (open and hash), extract, serialise."""
    spent = {"read": 0.0, "extract": 0.0, "serialise": 0.0}
    for name, _ in documents.names(SAMPLE):
        marks = [time.process_time()]
        source = Source(name, (folder / name).read_bytes(), "text/plain")
        marks.append((source.sha256, time.process_time())[1])
        said = extract(source)
        marks.append(time.process_time())
        piece(said, "https://w3id.org/cancu/")
        marks.append(time.process_time())
        for key, start, end in zip(spent, marks, marks[1:], strict=False):
            spent[key] += (end - start) / SAMPLE * 1000
    return spent


def raw(store: Path, scratch: Path) -> tuple[int, float, float, float]:
    """The quads of a store straight into a fresh engine: quads, wall and CPU seconds, MiB."""
    shutil.rmtree(scratch, ignore_errors=True)
    with closing(EmbeddedStore(store, read_only=True)) as held:
        fresh = ox.Store(str(scratch))
        portion: list[bytes] = []
        size = quads = 0
        wall = cpu = 0.0

        def give() -> None:
            nonlocal wall, cpu
            began, used = time.perf_counter(), time.process_time()
            fresh.bulk_load(b"".join(portion), format=ox.RdfFormat.N_QUADS, lenient=True)
            wall, cpu = wall + time.perf_counter() - began, cpu + time.process_time() - used
            portion.clear()

        for graph in held.graphs():
            for quad in held.quads(graph):
                portion.append(f"{quad} .\n".encode())
                quads, size = quads + 1, size + len(portion[-1])
                if size > batches.BATCH_BYTES:
                    give()
                    size = 0
        give()
        fresh.flush()
    return quads, wall, cpu, _size(scratch)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("counts", nargs="*", type=int, default=[1_000])
    asked.add_argument("--jobs", nargs="+", type=int, default=[1, 2])
    asked.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "cancu-benchmark")
    asked.add_argument("--raw", action="store_true")
    asked.add_argument("--json", action="store_true")
    wanted = asked.parse_args()
    documents.write(max([*wanted.counts, SAMPLE]), wanted.folder / "documents")
    found: list[dict[str, Any]] = [{"stages": stages(wanted.folder / "documents")}]
    for count in wanted.counts:
        for jobs in wanted.jobs:
            store = wanted.folder / f"store-{count}-{jobs}"
            run = load(wanted.folder / "documents", store, count, jobs)
            found.append({**asdict(run), "rate": run.rate, "cpu_each": run.cpu_each})
            print(json.dumps(found[-1]), file=sys.stderr, flush=True)
        if wanted.raw:
            quads, wall, cpu, size = raw(wanted.folder / f"store-{count}-{wanted.jobs[-1]}", wanted.folder / "raw")
            found.append({"raw": count, "quads": quads, "wall": wall, "cpu": cpu, "store": size})
    for each in found:
        print(json.dumps(each) if wanted.json else ", ".join(f"{key} {_short(value)}" for key, value in each.items()))


def _short(value: object) -> object:
    return round(value, 2) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
