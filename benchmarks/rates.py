"""How many documents of each format one core reads in a minute: opened, extracted, made ready for the store.

    python -m benchmarks.rates [--texts N] [--markdown]

The originals beside the checkout, and N of the texts (drawn with a fixed seed), one after the other in one process. CPU
seconds count, those of the programs that a reader starts (an office suite, a recogniser of characters) included, so
that company on the machine does not matter much. One document of each kind is read before and not counted: libraries,
tables and models are loaded once in a process that reads thousands. Documents differ in length more than formats do in
speed: beside the rate stand pages and characters, and the rate by characters.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.ingest.pieces import piece
from loaders.files import open_source
from loaders.read import extract
from ontology.errors import SourceError
from ontology.terms import DEFAULT_BASE

SHARED = Path(__file__).parents[2] / "shared" / "corpus"

KINDS = ("txt", "html", "docx", "doc", "pdf", "pdf scanned")


@dataclass(frozen=True, slots=True)
class Read:
    """One document. pages: None where its format has none."""

    kind: str
    pages: int | None
    characters: int
    seconds: float


def read(path: Path) -> Iterator[Read]:
    """Reads a file, and says what it cost. A scan is a PDF on which pages were recognised."""
    began = _cpu()
    for source in open_source(str(path)):
        if isinstance(source, SourceError):
            raise source
        said = extract(source)
        piece(said, DEFAULT_BASE)
        spent, began = _cpu() - began, _cpu()
        recognised = any(page.confidence is not None for page in said.origin.pages)
        kind = path.suffix.lower().removeprefix(".") + (" scanned" if recognised else "")
        yield Read(kind, len(said.origin.pages) or None, len(said.text), spent)


def _cpu() -> float:
    """CPU seconds of this process and of those that it started and that have ended."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def files(texts: int) -> list[Path]:
    """What is read: every original, and some of the texts."""
    originals = sorted(each for each in (SHARED / "originals").rglob("*") if each.is_file())
    drawn = random.Random(7).sample(sorted((SHARED / "texts").rglob("*.txt")), texts)
    return [*sorted(drawn), *originals]


def rows(measured: list[Read]) -> Iterator[tuple[str, ...]]:
    """Format, documents, pages, characters (medians), CPU seconds (mean, median), documents a minute, and thousands of
    characters a second."""
    by_kind: dict[str, list[Read]] = defaultdict(list)
    for each in measured:
        by_kind[each.kind].append(each)
    for kind in sorted(by_kind, key=lambda kind: (KINDS.index(kind) if kind in KINDS else len(KINDS), kind)):
        group = by_kind[kind]
        seconds = [each.seconds for each in group]
        pages = [each.pages for each in group if each.pages is not None]
        mean = statistics.mean(seconds)
        yield (
            kind,
            str(len(group)),
            f"{statistics.median(pages):.0f}" if pages else "–",
            f"{statistics.median(each.characters for each in group):,.0f}",
            f"{mean:.2f}",
            f"{statistics.median(seconds):.2f}",
            f"{60 / mean:,.0f}",
            f"{60 / statistics.median(seconds):,.0f}",
            f"{sum(each.characters for each in group) / sum(seconds) / 1000:,.0f}",
        )


HEAD = (
    "format",
    "documents",
    "pages, median",
    "characters, median",
    "CPU s, mean",
    "CPU s, median",
    "documents/minute, by the mean",
    "by the median",
    "1,000 characters/s",
)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--texts", type=int, default=60)
    asked.add_argument("--markdown", action="store_true")
    wanted = asked.parse_args()
    if not SHARED.is_dir():
        print(f"No originals in {SHARED}: nothing measured.", file=sys.stderr)
        return 2
    warm: set[str] = set()
    measured: list[Read] = []
    for path in files(wanted.texts):
        try:
            found = list(read(path))
            if not {each.kind for each in found} <= warm:
                warm |= {each.kind for each in found}
                found = list(read(path))
        except SourceError as error:
            print(f"{path.name}: {error.code}", file=sys.stderr)
            continue
        measured += found
        for each in found:
            print(
                f"{path.name}: {each.kind} {each.pages} {each.characters} {each.seconds:.2f}",
                file=sys.stderr,
                flush=True,
            )
    table = [HEAD, *rows(measured)]
    for row in table:
        print(f"| {' | '.join(row)} |" if wanted.markdown else "  ".join(row))
        if wanted.markdown and row is HEAD:
            print("|---|" + "---:|" * (len(HEAD) - 1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
