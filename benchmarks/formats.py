"""Every original beside the checkout: does it load, and are the citations those of its independent text?

    python benchmarks/formats.py [--only WORD…] [--markdown] [--differences]
    python benchmarks/formats.py --across 6

`--across`: so many Word documents, drawn with a fixed seed, are saved in other formats by LibreOffice, and printed and
scanned (PDF pages as pictures of 200 dpi); what is cited must be the same in all.

An independent text of the same document was made by other programs (Word filters, other recognitions). Compared are the
citations that the reader finds in both: numbers, years and symbols, and names of laws, each as often as it is cited.
Agreement is twice what both have, over what each has. Scans: files with recognised pages.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

sys.path.insert(0, str(Path(__file__).parents[1]))

from loaders.files import sources
from loaders.formats import office
from loaders.read import extract
from ontology.errors import SourceError
from ontology.records import Extraction, Source
from ontology.syllables import share
from ontology.words import fold

SHARED = Path(__file__).parents[2] / "shared" / "corpus"

Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """One original. agreement: None without an independent text; both, ours, theirs: citations."""

    name: str
    kind: str
    characters: int
    pages: int
    recognised: int
    confidence: float | None
    seconds: float
    both: int | None = None
    ours: Counter[Key] | None = None
    theirs: Counter[Key] | None = None
    error: str | None = None

    @property
    def agreement(self) -> float | None:
        if self.both is None or self.ours is None or self.theirs is None:
            return None
        size = self.ours.total() + self.theirs.total()
        return 2 * self.both / size if size else 1.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="*", default=[], help="parts of names")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--differences", action="store_true", help="list the citations that only one side has")
    parser.add_argument("--across", type=int, metavar="N", help="compare N documents saved in other formats")
    chosen = parser.parse_args()
    if not SHARED.is_dir():
        print(f"No originals in {SHARED}: nothing measured.", file=sys.stderr)
        return 2
    if chosen.across:
        return across(chosen.across)
    measured = []
    for found in sources([str(SHARED / "originals")]):
        name = found.name if isinstance(found, Source) else found.details["name"]
        if chosen.only and not any(part in name for part in chosen.only):
            continue
        measured.append(measure(found))
        print(line(measured[-1], markdown=chosen.markdown), flush=True)
        if chosen.differences:
            differences(measured[-1])
    summary(measured)
    return 0


def measure(source: Source | SourceError) -> Measured:
    """Reads one original and its independent text."""
    if isinstance(source, SourceError):
        return Measured(Path(source.details["name"]).name, "?", 0, 0, 0, None, 0.0, error=source.code)
    began = time.perf_counter()
    name = Path(source.name)
    kind = source.media_type.rsplit("/", 1)[-1].rsplit(".", 1)[-1]
    try:
        ours = extract(source)
    except SourceError as error:
        return Measured(name.name, kind, 0, 0, 0, None, time.perf_counter() - began, error=error.code)
    seconds = time.perf_counter() - began
    seen = [page.confidence for page in ours.origin.pages if page.confidence is not None]
    facts = (name.name, kind, len(ours.text), len(ours.origin.pages), len(seen), min(seen, default=None), seconds)
    twin = independent(name)
    if twin is None:
        return Measured(*facts)
    theirs = extract(Source(twin.name, twin.read_bytes(), "text/plain"))
    if not share(theirs.text).vietnamese:
        return Measured(*facts)  # the text layer of a recognition that knew no Vietnamese: nothing to compare with
    mine, other = keys(ours, extent(ours.text, theirs.text)), keys(theirs, len(theirs.text))
    return Measured(*facts, both=(mine & other).total(), ours=mine, theirs=other)


SHINGLE = 5


def extent(text: str, other: str) -> int:
    """How far `text` goes with `other`: the independent texts of long scans hold the first pages only. The end of the
    last five words of the other text that this one holds once."""
    words = [(fold(match[0]), match.end()) for match in re.finditer(r"\w+", text)]
    ends: dict[str, list[int]] = {}
    for at, run in enumerate(shingles([each for each, _ in words])):
        ends.setdefault(run, []).append(words[at + SHINGLE - 1][1])
    for run in reversed(list(shingles([fold(match[0]) for match in re.finditer(r"\w+", other)]))):
        if len(ends.get(run, ())) == 1:
            return ends[run][0]
    return len(text)


def shingles(words: list[str]) -> Iterator[str]:
    """All runs of five words."""
    return (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def independent(original: Path) -> Path | None:
    """The text of the same name, whatever its folder is called (…_OCR); the names of some were cut."""
    folder = original.parent.name
    for place in (SHARED / "texts" / folder, SHARED / "texts" / f"{folder}_OCR"):
        for candidate in (f"{original.name}.txt", f"{original.stem}.txt"):
            if (place / candidate).is_file():
                return place / candidate
        cut = [
            each for each in sorted(place.glob("*.txt")) if len(each.stem) > 60 and original.name.startswith(each.stem)
        ]
        if cut:
            return cut[0]
    return None


def keys(extraction: Extraction, end: int) -> Counter[Key]:
    """What is compared of a citation before `end`: number, year and symbol; or the name, without its diacritics (both
    texts of a scan are recognised, and differ in them)."""
    found: Counter[Key] = Counter()
    for citation in extraction.citations:
        mention = citation.mention
        if mention.form == "anaphor" or mention.span.start >= end or is_letterhead(extraction.text, mention.span.start):
            continue
        if mention.number is not None:
            found[(mention.number.lstrip("0"), mention.year, mention.symbol)] += 1
        elif mention.name or mention.title:
            found[(fold(mention.name or mention.title or ""),)] += 1
    return found


LETTERHEAD = re.compile(r"\W*S[ốôóồ]\s?[:.]")


def is_letterhead(text: str, position: int) -> bool:
    """The number of a document itself, on a line of its own, is no citation; written by hand it is read as another
    number by every recognition."""
    return LETTERHEAD.match(text, text.rfind("\n", 0, position) + 1) is not None


def line(one: Measured, *, markdown: bool) -> str:
    """A row of the table."""
    agreement = "–" if one.agreement is None else f"{one.agreement:.1%}"
    counts = (
        "–"
        if one.both is None or one.ours is None or one.theirs is None
        else (f"{one.both} / {one.ours.total()} / {one.theirs.total()}")
    )
    confidence = "" if one.confidence is None else f"{one.confidence:.0%}"
    state = one.error or ("recognised" if one.recognised else "read")
    cells = [
        one.name[:60],
        one.kind,
        state,
        str(one.characters),
        str(one.pages),
        confidence,
        counts,
        agreement,
        f"{one.seconds:.1f}",
    ]
    return f"| {' | '.join(cells)} |" if markdown else "  ".join(cells)


def differences(one: Measured) -> None:
    """Citations that only one side has."""
    if one.ours is not None and one.theirs is not None:
        for sign, extra in (("+", one.ours - one.theirs), ("-", one.theirs - one.ours)):
            for key, count in sorted(extra.items(), key=str):
                print(f"    {sign}{count} {'/'.join(str(part) for part in key)}")


def summary(measured: list[Measured]) -> None:
    """All together, born-digital and scanned apart."""
    loaded = [one for one in measured if one.error is None]
    print(f"\n{len(loaded)} of {len(measured)} loaded")
    for name, scanned in (("born-digital", False), ("scanned", True)):
        group = [one for one in loaded if bool(one.recognised) is scanned]
        compared = [one for one in group if one.both is not None]
        ours = sum(one.ours.total() for one in compared if one.ours is not None)
        theirs = sum(one.theirs.total() for one in compared if one.theirs is not None)
        both = sum(one.both or 0 for one in compared)
        agreed = 2 * both / (ours + theirs) if ours + theirs else 1.0
        counts = f"{both} citations in both, {ours} and {theirs} in each: {agreed:.1%}"
        print(f"{name}: {len(group)} files, {len(compared)} compared, {counts}")


OTHERS = ("doc", "rtf", "odt", "html", "pdf")


def across(count: int) -> int:
    """Saves documents in other formats and compares the citations of each with those of the document itself."""
    program = office.converter()
    if program is None:
        print("LibreOffice is not installed: nothing measured.", file=sys.stderr)
        return 2
    drawn = random.Random(7).sample(sorted((SHARED / "originals").rglob("*.docx")), count)
    totals: dict[str, list[int]] = {kind: [0, 0, 0] for kind in (*OTHERS, "scan")}
    with tempfile.TemporaryDirectory() as folder:
        for number, original in enumerate(drawn):
            given = Path(folder) / f"{number}.docx"
            given.write_bytes(original.read_bytes())
            mine = all_keys(given)
            for kind in OTHERS:
                profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
                command = [program, "--headless", profile, "--convert-to", kind, "--outdir", folder, str(given)]
                subprocess.run(command, check=True, capture_output=True)
                _tally(totals[kind], mine, all_keys(given.with_suffix(f".{kind}")))
            scan = scanned(given.with_suffix(".pdf"))
            if scan is not None:
                _tally(totals["scan"], mine, all_keys(scan))
            print(f"{original.name}: {mine.total()} citations", flush=True)
    for kind, (both, ours, theirs) in totals.items():
        print(f"{kind}: {both} citations in both, {theirs} and {ours} in each: {2 * both / max(1, ours + theirs):.1%}")
    return 0


def all_keys(path: Path) -> Counter[Key]:
    found = next(iter(sources([str(path)])))
    if isinstance(found, SourceError):
        raise found
    extraction = extract(found)
    return keys(extraction, len(extraction.text))


SHORT = 10
"""Pages up to which a document is scanned."""


def scanned(path: Path) -> Path | None:
    """The PDF as a scanner makes it: grey pictures of its pages, 200 dpi. None for long ones."""
    document = pdfium.PdfDocument(path)
    if len(document) > SHORT:
        return None
    pages = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in document]
    target = path.with_suffix(".scan.pdf")
    pages[0].save(target, "PDF", resolution=200, save_all=True, append_images=pages[1:], quality=80)
    return target


def _tally(total: list[int], mine: Counter[Key], other: Counter[Key]) -> None:
    for at, value in enumerate(((mine & other).total(), other.total(), mine.total())):
        total[at] += value


if __name__ == "__main__":
    sys.exit(main())
