"""CPU time and peak memory of the reader, stage by stage, beside the German extractor refex in the same run.

    python -m benchmarks.extraction [--size N] [--runs N] [--json]

Each measurement runs in a process of its own, so that its peak is its own; the two systems take turns, and the median
of `--runs` counts. "finder" is the part of Căn Cứ that does what refex does: from the decoded text to the citations in
it with their dates, issuers and titles; no header, no identity, no relations. CPU time of one core
(time.process_time), without start-up and without reading files: each system reads some texts that are not measured
first, so that tables are read and patterns made, and Căn Cứ is given the bytes of its texts. refex
(legal-reference-extraction, MIT) is no part of Căn Cứ: python -m pip install -r benchmarks/requirements.txt
"""

from __future__ import annotations

import argparse
import json
import logging
import platform
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from functools import cache, partial, wraps
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from benchmarks import texts
from loaders import read
from loaders.citations import mentions, tails
from loaders.text import layout, reading
from ontology import memory
from ontology.records import Source, Span

LENGTHS = (20_000, 80_000, 320_000, 640_000)
"""Code points of one generated document: a cost that grows faster than the length shows here."""

STAGES = {
    "decode": "loaders.formats.read",
    "reading": "loaders.text.reading.read",
    "header": "loaders.header.header.read",
    "layout": "loaders.text.layout.flow",
    "scan": "loaders.citations.mentions.scan",
    "tails": "loaders.citations.tails.read",
    "identify": "loaders.part.identify",
    "scopes (what governs a mention)": "loaders.relations.statements.Reader.__init__",
    "relations": "loaders.relations.statements.Reader.edges",
    "structure": "loaders.text.structure.build",
    "programmes": "loaders.actions.programmes.read",
    "actions": "loaders.actions.actions.read",
    "observations": "loaders.actions.observations.read",
    "unresolved": "loaders.part.unresolved",
    "citations": "loaders.part._citation",
    "pinpoints": "loaders.citations.annexes.stated",
    "suspicions": "loaders.read.suspicions",
}
"""Stage → the function that does it. Time that a stage spends in another one counts there."""


BEYOND = frozenset({"structure", "programmes", "actions", "observations", "suspicions"})
"""Stages that finders of citations do not have: without them the ratio compares like with like."""


@dataclass(frozen=True, slots=True)
class Measured:
    """seconds: CPU of one run over all texts, after some that are not measured; memory: MiB at the highest, of which
    `ready` were held before the first text."""

    seconds: float
    characters: int
    found: int
    ready: float
    memory: float

    @property
    def rate(self) -> float:
        """Million code points for each second of CPU."""
        return self.characters / self.seconds / 1e6


def sources(content: list[str]) -> list[Source]:
    """Texts as files hold them."""
    return [Source("text.txt", text.encode(), "text/plain") for text in content]


def cancu(content: list[Source]) -> int:
    """Citations that Căn Cứ finds."""
    return sum(len(read.extract(source).citations) for source in content)


def finder(content: list[str]) -> int:
    """The same citations as spans of the text, and nothing else of it."""
    found = 0
    for text in content:
        flow = layout.flow(reading.read(text))
        sightings = mentions.scan(flow, tails.Speaker()).sightings
        found += len([flow.original(Span(sighting.start, sighting.end)) for sighting in sightings])
    return found


def refex(content: list[str]) -> int:
    """Citations that refex finds, with its default (regex) engine."""
    extractor = _refex()
    return sum(len(extractor.extract(text).citations) for text in content)


@cache
def _refex() -> Any:
    logging.disable(logging.CRITICAL)
    return import_module("refex.orchestrator").CitationExtractor()


def runner(system: str, content: list[str]) -> Callable[[], int]:
    """What is measured: a system over texts, everything ready that is no part of reading them."""
    if system == "refex":
        refex([texts.generated(texts.GERMAN, 2_000)])
        return partial(refex, content)
    warm_up(content)
    return partial(finder, content) if system == "finder" else partial(cancu, sources(content))


def warm_up(content: list[str]) -> None:
    """Reads texts that are not measured: tables are read and patterns made on first use."""
    cancu(sources([texts.generated(texts.VIETNAMESE, 2_000), *texts.others(content)]))


def content_of(name: str, size: int) -> list[str]:
    """The texts of one measurement: "corpus", "generated" and "german" as documents of 20,000 code points, "one" as
    one document."""
    if name == "corpus":
        return texts.corpus(size)
    if name == "one":
        return [texts.generated(texts.VIETNAMESE, size)]
    if name == "one german":
        return [texts.generated(texts.GERMAN, size)]
    sentences = texts.GERMAN if name == "german" else texts.VIETNAMESE
    return [texts.generated(sentences, 20_000, seed=number) for number in range(max(1, size // 20_000))]


def measure(job: tuple[str, str, int]) -> Measured:
    """One measurement: (system, texts, size). Runs in a fresh process."""
    system, name, size = job
    content = content_of(name, size)
    run = runner(system, content)
    ready = peak_memory()
    before = time.process_time()
    found = run()
    return Measured(time.process_time() - before, sum(map(len, content)), found, ready, peak_memory())


def shares(job: tuple[str, int]) -> dict[str, float]:
    """CPU seconds of each stage over the texts (name, size); "rest" is what no stage claims. In a fresh process."""
    run = runner("cancu", content_of(*job))
    clock = Clock()
    before = time.process_time()
    with clock.on(STAGES):
        run()
    total = time.process_time() - before
    return clock.own | {"rest": max(0.0, total - sum(clock.own.values()))}


class Clock:
    """Adds up the own CPU time of functions: what they call on the list counts for the called one."""

    def __init__(self) -> None:
        self.own: dict[str, float] = {}
        self.inner = [0.0]

    @contextmanager
    def on(self, stages: dict[str, str]) -> Iterator[None]:
        """Measures while it is open. stages: name → where the function is looked up."""
        with ExitStack() as stack:
            for stage, target in stages.items():
                owner, _, attribute = target.rpartition(".")
                module, _, cls = owner.rpartition(".") if owner.rsplit(".", 1)[-1][:1].isupper() else (owner, "", "")
                holder = getattr(import_module(module), cls) if cls else import_module(owner)
                self.own[stage] = 0.0
                stack.enter_context(patch.object(holder, attribute, self._timed(stage, getattr(holder, attribute))))
            yield

    def _timed(self, stage: str, function: Callable[..., object]) -> Callable[..., object]:
        @wraps(function)
        def timed(*arguments: object, **named: object) -> object:
            self.inner.append(0.0)
            before = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                spent = time.process_time() - before
                self.own[stage] += spent - self.inner.pop()
                self.inner[-1] += spent

        return timed


def peak_memory() -> float:
    """The most memory that this process has held, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource  # not on Windows

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / 2**20 if sys.platform == "darwin" else held / 1024


LONG = 20_000_000
"""Bytes of one long text."""


@dataclass(frozen=True, slots=True)
class Long:
    """One text of `LONG` bytes. before: MiB of the process with the bytes of the text and all that reading needs,
    memory: at the highest while it was read."""

    citations: int
    seconds: float
    before: float
    memory: float


def long_text(_: object) -> Long:
    """Measured in a fresh process; real texts one behind the other, generated ones where there are none. All of
    letters that Python holds in two bytes: a single one beyond U+FFFF makes every copy of a text twice as large."""
    plain = texts.mixed(texts.VIETNAMESE[:1], texts.VIETNAMESE[1:2], 60)
    data = "\n".join(
        [text for text in texts.corpus(LONG) if max(text) <= "\uffff"] or [texts.generated(plain, LONG)]
    ).encode()[:LONG]
    cancu(sources([texts.generated(texts.VIETNAMESE, 2_000)]))
    source = Source("long.txt", data.decode(errors="ignore").encode(), "text/plain")
    del data
    memory.give_back()
    highest = Path("/proc/self/clear_refs")
    if highest.exists():
        highest.write_text("5")  # what making the text took is no part of it
    ready, before = peak_memory(), time.process_time()
    opened = read.open_document(source)
    source.let_go()  # as the processes of the program do that read files
    found = len(read.said(opened, source).citations)
    return Long(found, time.process_time() - before, ready, peak_memory())


def repeated(jobs: list[tuple[str, str, int]], runs: int) -> list[Measured]:
    """The median run of each job; jobs take turns, so that a busy minute of the machine meets all of them."""
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        rounds = [pool.map(measure, jobs, chunksize=1) for _ in range(runs)]
    middle = []
    for of_job in zip(*rounds, strict=True):
        ordered = sorted(of_job, key=lambda measured: measured.seconds)
        middle.append(ordered[len(ordered) // 2])
    return middle


def staged(name: str, size: int, runs: int) -> dict[str, float]:
    """The share of each stage, largest first: medians of `runs` runs, together 1."""
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        rounds = pool.map(shares, [(name, size)] * runs, chunksize=1)
    medians = {stage: median(one[stage] for one in rounds) for stage in rounds[0]}
    whole = sum(medians.values())
    return dict(sorted(((stage, spent / whole) for stage, spent in medians.items()), key=lambda item: -item[1]))


def report(size: int, runs: int, *, with_refex: bool) -> dict[str, object]:
    """All figures of one run, as plain values."""
    kinds = ["generated", *(["corpus"] if texts.corpus(1) else [])]
    jobs = [(system, kind, size) for kind in kinds for system in ("cancu", "finder")]
    jobs += [("cancu", "one", length) for length in LENGTHS]
    if with_refex:
        jobs += [("refex", "german", size)] + [("refex", "one german", length) for length in LENGTHS]
    measured = dict(zip(jobs, repeated(jobs, runs), strict=True))
    rows = [
        {"system": system, "texts": name, "rate": one.rate, **asdict(one)}
        for (system, name, _), one in measured.items()
    ]
    of_refex = measured.get(("refex", "german", size))
    stages = {kind: staged(kind, size, runs) for kind in kinds}
    alone = {
        kind: measured["cancu", kind, size].rate / (1 - sum(stages[kind][stage] for stage in BEYOND)) for kind in kinds
    }
    ratios = {
        system: {kind: measured[system, kind, size].rate / of_refex.rate for kind in kinds} if of_refex else None
        for system in ("cancu", "finder")
    }
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        long = pool.map(long_text, [None])[0]
    return {
        "machine": machine(),
        "rows": rows,
        "ratio_to_refex": ratios["cancu"],
        "ratio_of_finder_to_refex": ratios["finder"],
        "long": asdict(long),
        "rate_of_citations_alone": alone,
        "ratio_of_citations_alone": {kind: alone[kind] / of_refex.rate for kind in kinds} if of_refex else None,
        "stages": stages,
    }


def machine() -> str:
    """What the figures were measured on, without names of hosts."""
    cpu = Path("/proc/cpuinfo")
    models = [line for line in cpu.read_text().splitlines() if line.startswith("model name")] if cpu.exists() else []
    model = models[0].partition(":")[2].strip() if models else platform.machine()
    return f"{model}, {len(models) or '?'} cores; {platform.system()}; Python {platform.python_version()}"


def tables(content: dict[str, object]) -> str:
    """The figures as Markdown."""
    lines = [
        f"{content['machine']}",
        "",
        "| system | texts | characters | CPU s | Mchar/s | citations | peak MiB | of it at rest |",
    ]
    lines.append("|---|---|---:|---:|---:|---:|---:|---:|")
    rows, ratios, stages = content["rows"], content["ratio_to_refex"], content["stages"]
    assert isinstance(rows, list) and isinstance(stages, dict)  # noqa: S101 - as `report` makes them
    lines += [
        f"| {row['system']} | {row['texts']} | {row['characters']:,} | {row['seconds']:.3f} | {row['rate']:.2f}"
        f" | {row['found']} | {row['memory']:.0f} | {row['ready']:.0f} |"
        for row in rows
    ]
    alone, alike = content["rate_of_citations_alone"], content["ratio_of_citations_alone"]
    assert isinstance(alone, dict)  # noqa: S101 - as `report` makes them
    lines += ["", *(f"citations and relations alone, {kind} texts: {rate:.2f} Mchar/s" for kind, rate in alone.items())]
    finding = content["ratio_of_finder_to_refex"]
    for what, values in (
        ("everything", ratios),
        ("citations and relations alone", alike),
        ("citations alone, as refex finds them,", finding),
    ):
        if isinstance(values, dict):
            lines += ["", *(f"{what} on {kind} texts / refex: {ratio:.2f}×" for kind, ratio in values.items())]
    long = content["long"]
    assert isinstance(long, dict)  # noqa: S101 - as `report` makes them
    lines += [
        "",
        f"one text of {LONG // 10**6} MB: {long['citations']:,} citations, {long['seconds']:.1f} CPU s,"
        f" {long['memory']:.0f} MiB at the highest, {long['before']:.0f} before it was read (its bytes among them)",
    ]
    for kind, of_kind in stages.items():
        lines += ["", f"| stage ({kind}) | share |", "|---|---:|"]
        lines += [f"| {stage} | {share:.1%} |" for stage, share in of_kind.items()]
    return "\n".join(lines)


def main() -> int:
    arguments = argparse.ArgumentParser(
        prog="python -m benchmarks.extraction", description=(__doc__ or "").split("\n")[0]
    )
    arguments.add_argument("--size", type=int, default=4_000_000, help="code points of the many-document runs")
    arguments.add_argument("--runs", type=int, default=3, help="runs of each measurement; the median counts")
    arguments.add_argument("--json", action="store_true", help="plain values instead of tables")
    given = arguments.parse_args()
    with_refex = find_spec("refex") is not None
    if not with_refex:
        print(
            "refex is not installed, so nothing is compared: python -m pip install -r benchmarks/requirements.txt",
            file=sys.stderr,
        )
    content = report(given.size, given.runs, with_refex=with_refex)
    print(json.dumps(content, indent=2) if given.json else tables(content))
    return 0


if __name__ == "__main__":
    sys.exit(main())
