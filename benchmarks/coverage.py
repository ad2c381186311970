"""How much of what looks like a number of a document is understood, listed with a reason, or lost.

    python -m benchmarks.coverage [FOLDER] [--json] [--shapes N]

FOLDER (default: ../shared/corpus/texts beside the checkout) is walked for .txt and .md files, grouped by its first
level. `WIDE` is written apart from `loaders.citations.grammar`, wider than it, and looks at the text as printed: what
the reader cannot see, it can.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from loaders.citations import mentions, tails
from loaders.files import sources
from loaders.read import extract
from loaders.text import layout, reading
from ontology.errors import SourceError
from ontology.numbers import parse_symbol
from ontology.records import Extraction, Source, Span
from ontology.typed_numbers import parse_number

FOLDER = Path(__file__).parents[2] / "shared" / "corpus" / "texts"

LETTER = "A-ZĐÐƯĂÂÊÔƠ"
DASH = "[-\u2010-\u2015\u2212]"
WIDE = re.compile(
    rf"(?<![0-9A-Za-zÀ-ỹĐđ])(?<![0-9A-Za-zÀ-ỹĐđ][-_])(?<![0-9][,.])"
    rf"(?P<number>[0-9]{{1,6}}(?:[.][0-9]{{1,4}})*[a-zđA-ZĐ]?[.]?)[ \t\u00a0]{{0,2}}(?:/|{DASH})[ \t\u00a0]{{0,2}}"
    rf"(?:[0-9]{{3,4}}[ \t\u00a0]{{0,2}}(?:/|{DASH})+[ \t\u00a0]{{0,2}})?"
    rf"(?P<symbol>[{LETTER}](?:[{LETTER}&]|[a-zđư]{{1,2}}(?=[/{LETTER}-]))[{LETTER}a-zđư&0-9]*"
    rf"(?:[ ]?(?:[/.]|{DASH})[ ]?[{LETTER}&][{LETTER}a-zđư&0-9]*)*)(?![^\W_])"
)
"""Digits, a slash or any dash, perhaps a year, and capitals, with blanks wherever clerks and scanners put them. Digits
that continue a code, a file name or a formula ("B2-1-TMĐT", "_18-TT-BXD.pdf", "2,4-DNT") begin no number."""

LONG = 20_000
"""Code points from which on the cost of one document counts for the worst case: below it, fixed costs would show."""


@dataclass(slots=True)
class Group:
    """What was found in one folder. characters: code points; seconds: CPU time; worst: CPU seconds per million code
    points of the costliest long document."""

    documents: int = 0
    characters: int = 0
    seconds: float = 0.0
    worst: float = 0.0
    strings: int = 0
    understood: int = 0
    listed: int = 0
    other: int = 0
    lost: int = 0
    failed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    shapes: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    @property
    def accounted(self) -> float:
        """Share of the strings that are understood, listed, or known to be no document."""
        return 1 - self.lost / self.strings if self.strings else 1.0

    def add(self, more: Group) -> None:
        """Takes the counts of another folder in."""
        for name in (
            "documents",
            "characters",
            "seconds",
            "strings",
            "understood",
            "listed",
            "other",
            "lost",
            "failed",
        ):
            setattr(self, name, getattr(self, name) + getattr(more, name))
        self.worst = max(self.worst, more.worst)
        self.reasons += more.reasons
        self.shapes += more.shapes
        self.examples = more.examples | self.examples


def measure(found: Iterable[Source | SourceError], group: Group) -> None:
    """Reads every source of one folder and counts in `group`."""
    for source in found:
        if isinstance(source, SourceError):
            group.failed += 1
            continue
        before = time.process_time()
        try:
            extraction = extract(source)
        except SourceError:
            group.failed += 1
            continue
        seconds, size = time.process_time() - before, len(extraction.text)
        group.documents += 1
        group.characters += size
        group.seconds += seconds
        if size >= LONG:
            group.worst = max(group.worst, seconds / size * 1e6)
        count(extraction, group)


def count(extraction: Extraction, group: Group) -> None:
    """Where each number-shaped string of one text went."""
    understood = [citation.mention.span for citation in extraction.citations]
    if extraction.header.span is not None:
        understood.append(extraction.header.span)
    listed = {item.span: item.reason for item in extraction.unresolved}
    missed: list[re.Match[str]] = []
    for match in WIDE.finditer(extraction.text):
        core = Span(match.start(), match.start("symbol") + 2)
        group.strings += 1
        reason = next((why for span, why in listed.items() if span.overlaps(core)), None)
        if any(span.contains(core) for span in understood) or _is_own(match[0], extraction):
            group.understood += 1
        elif reason is not None:
            group.listed += 1
            group.reasons[reason] += 1
        else:
            missed.append(match)
    if missed:
        _set_apart(extraction.text, missed, group)


def _is_own(printed: str, extraction: Extraction) -> bool:
    """Is it the document's own number, which portals print again above the head?"""
    own = extraction.header
    parts = parse_number(printed)
    symbol = parse_symbol(parts.symbol) if parts else None
    if parts is None or symbol is None:
        return False
    return own.number is not None and (parts.number, parts.year, symbol.text) == (own.number, own.year, own.symbol)


def _set_apart(text: str, missed: list[re.Match[str]], group: Group) -> None:
    """What the scan knows to be a standard or a form is not lost; the rest is."""
    page = reading.read(text)
    rejected = mentions.scan(layout.flow(page), tails.Speaker()).rejected
    known = [(page.original(span), reason) for span, reason in rejected]
    for match in missed:
        why = next((reason for span, reason in known if span.start <= match.end() and match.start() <= span.end), None)
        if why is not None:
            group.other += 1
            group.reasons[why] += 1
            continue
        group.lost += 1
        shape = shape_of(match[0])
        group.shapes[shape] += 1
        group.examples.setdefault(shape, " ".join(text[max(0, match.start() - 40) : match.end() + 25].split()))


def shape_of(printed: str) -> str:
    """A printed string with its digits as 9 and its capitals as A, runs shortened: what kinds of strings are lost."""
    plain = re.sub(r"[0-9]+", "9", re.sub(rf"[{LETTER}&]+", "A", printed))
    return re.sub(r"[a-zđư]+", "a", re.sub(r"\s+", "_", plain))


UNMEASURED = 3
"""Texts of each folder that are read before the clock runs."""


def groups(folder: Path) -> dict[str, Group]:
    """One group for each folder of the first level, in sorted order; files beside them are the group "."."""
    members: dict[str, list[str]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md") and path.is_file()):
        inside = path.relative_to(folder)
        members.setdefault(inside.parts[0] if len(inside.parts) > 1 else ".", []).append(str(path))
    for paths in members.values():  # patterns and tables are made with the first texts that need them
        measure(sources(paths[:UNMEASURED]), Group())
    measured = {}
    for name, paths in members.items():
        measured[name] = Group()
        measure(sources(paths), measured[name])
    return measured


def table(measured: dict[str, Group]) -> str:
    """A Markdown table, one line for each folder and one for all."""
    head = (
        "| folder | documents | Mchar | strings | understood | listed | no document | lost | accounted | unreadable"
        " | CPU s/Mchar | worst |"
    )
    lines = [head, "|---|" + "---:|" * (head.count("|") - 2)]
    for name, g in measured.items():
        rate = g.seconds / g.characters * 1e6 if g.characters else 0.0
        lines.append(
            f"| {name} | {g.documents} | {g.characters / 1e6:.2f} | {g.strings} | {g.understood} | {g.listed}"
            f" | {g.other} | {g.lost} | {g.accounted:.2%} | {g.failed} | {rate:.2f} | {g.worst:.2f} |"
        )
    return "\n".join(lines)


def as_json(group: Group) -> dict[str, object]:
    """One group as plain values."""
    return {
        "documents": group.documents,
        "characters": group.characters,
        "cpu_seconds": round(group.seconds, 3),
        "worst_cpu_seconds_per_million": round(group.worst, 3),
        "strings": group.strings,
        "understood": group.understood,
        "listed": group.listed,
        "no_document": group.other,
        "lost": group.lost,
        "unreadable": group.failed,
        "reasons": dict(group.reasons.most_common()),
        "lost_shapes": dict(group.shapes.most_common()),
    }


def main() -> int:
    arguments = argparse.ArgumentParser(
        prog="python -m benchmarks.coverage", description=(__doc__ or "").split("\n")[0]
    )
    arguments.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    arguments.add_argument("--json", action="store_true", help="plain values instead of a table")
    arguments.add_argument("--shapes", type=int, default=12, metavar="N", help="how many lost shapes are shown")
    given = arguments.parse_args()
    if not given.folder.is_dir():
        print(f"{given.folder}: no folder of texts; name one", file=sys.stderr)
        return 2
    measured = groups(given.folder)
    total = Group()
    for group in measured.values():
        total.add(group)
    measured["all"] = total
    if given.json:
        print(json.dumps({name: as_json(group) for name, group in measured.items()}, ensure_ascii=False, indent=2))
        return 0
    print(table(measured))
    print("\nreasons:", ", ".join(f"{reason} {number}" for reason, number in total.reasons.most_common()))
    print("\nlost:" if total.shapes else "\nnothing lost")
    for shape, number in total.shapes.most_common(given.shapes):
        print(f"{number:6} {shape:24} {total.examples[shape]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
