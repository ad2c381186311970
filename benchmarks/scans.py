"""Texts printed, scanned and recognised: are the citations those of the text?

    python benchmarks/scans.py [--count 20] [--seed 11] [--kind office] [--differences]

Draws texts with a fixed seed from the corpus beside the checkout, prints two pages of each (DejaVu Serif Condensed 12),
makes a scan of it and reads that. The text itself says what is right, which no other recognition of a real scan does.
Kinds of scans: clean (200 dpi), office (200 dpi, turned by 0.7 degrees, grey paper, noise, JPEG), poor (150 dpi, turned
by 1.5 degrees, more of each). Agreement is twice what both have, over what each has (`benchmarks/formats.py`).
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.formats import Key, keys
from loaders.read import extract
from ontology.errors import SourceError
from ontology.records import Source
from ontology.syllables import share

TEXTS = Path(__file__).parents[2] / "shared" / "corpus" / "texts"
FONT = "DejaVuSerifCondensed.ttf"
DRAWN = 400
"""Dots per inch at which a page is printed, before a scanner sees it."""
PAGES, LINES, WIDTH = 2, 44, 80
"""Of a document: pages, lines of a page, letters of a line."""
LEAST = 1_500
"""Characters of a text that is drawn."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """dpi; angle: degrees; paper: the grey of it; noise: sigma; blur: radius in pixels; quality: of JPEG."""

    dpi: int
    angle: float
    paper: int
    noise: float
    blur: float
    quality: int


SCANNERS = {
    "clean": Scanner(200, 0.0, 255, 0.0, 0.0, 85),
    "office": Scanner(200, 0.7, 235, 18.0, 0.6, 60),
    "poor": Scanner(150, 1.5, 220, 26.0, 0.7, 45),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--kind", choices=sorted(SCANNERS), action="append", help="all, unless named")
    parser.add_argument("--pdf", action="store_true", help="the scans as PDF, not as TIFF")
    parser.add_argument("--differences", action="store_true")
    chosen = parser.parse_args()
    if not TEXTS.is_dir():
        print(f"No texts in {TEXTS}: nothing measured.", file=sys.stderr)
        return 2
    texts = list(drawn(chosen.count, chosen.seed))
    for kind in chosen.kind or SCANNERS:
        totals, began = [0, 0, 0], time.perf_counter()
        for name, text in texts:
            right = found(Source(name, text.encode(), "text/plain"))
            scanned_file = scan(text, SCANNERS[kind], chosen.seed, pdf=chosen.pdf)
            read = found(Source(name, scanned_file, "application/pdf" if chosen.pdf else "image/tiff"))
            both = (right & read).total()
            totals = [total + more for total, more in zip(totals, (both, right.total(), read.total()), strict=True)]
            if chosen.differences and right != read:
                print(
                    f"  {name}: -{sorted((right - read).elements(), key=str)}\n"
                    f"  {name}: +{sorted((read - right).elements(), key=str)}"
                )
        both, rights, reads = totals
        agreed = 2 * both / max(1, rights + reads)
        seconds = time.perf_counter() - began
        print(f"{kind}: {rights} printed, {reads} read, {both} in both: {agreed:.1%} ({seconds:.0f} s)", flush=True)
    return 0


def drawn(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Names and beginnings of texts, those of other recognitions left out."""
    paths = sorted(each for each in TEXTS.rglob("*.txt") if "OCR" not in str(each))
    random.Random(seed).shuffle(paths)
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        if len(text) >= LEAST and share(text).vietnamese and count:
            count -= 1
            yield path.name, printed(text)


def printed(text: str) -> str:
    """As much of a text as goes onto the pages, a paragraph a line; tables as they are."""
    kept, lines = [], 0
    for paragraph in text.expandtabs(4).splitlines():
        wrapped = max(1, len(textwrap.wrap(paragraph, WIDTH)))
        if lines + wrapped > PAGES * LINES:
            break
        kept.append(" ".join(paragraph.split()))
        lines += wrapped
    return "\n".join(kept)


def found(source: Source) -> Counter[Key]:
    """The citations of a source; none of one that cannot be read."""
    try:
        extraction = extract(source)
    except SourceError as error:
        print(f"  {source.name}: {error}")
        return Counter()
    return keys(extraction, len(extraction.text))


def scan(text: str, scanner: Scanner, seed: int, *, pdf: bool = False) -> bytes:
    """The pages of a text as a TIFF or a PDF with JPEG pictures."""
    font = ImageFont.truetype(FONT, round(12 * DRAWN / 72))
    lines = [part for line in text.splitlines() for part in (textwrap.wrap(line, WIDTH) or [""])]
    pages = []
    for number in range(0, max(1, len(lines)), LINES):
        page = Image.new("L", (round(8.27 * DRAWN), round(11.69 * DRAWN)), scanner.paper)
        pen = ImageDraw.Draw(page)
        for row, line in enumerate(lines[number : number + LINES]):
            pen.text((round(0.9 * DRAWN), round((0.8 + row * 0.23) * DRAWN)), line, fill=30, font=font)
        pages.append(scanned(page, scanner, seed + number))
    made = io.BytesIO()
    if pdf:
        pages[0].save(
            made, "PDF", save_all=True, append_images=pages[1:], resolution=scanner.dpi, quality=scanner.quality
        )
    else:
        pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:], dpi=(scanner.dpi, scanner.dpi))
    return made.getvalue()


def scanned(page: Image.Image, scanner: Scanner, seed: int) -> Image.Image:
    """What the scanner makes of a printed page."""
    page = page.rotate(scanner.angle, Image.Resampling.BICUBIC, fillcolor=scanner.paper)
    page = page.resize((round(8.27 * scanner.dpi), round(11.69 * scanner.dpi)), Image.Resampling.LANCZOS)
    page = page.filter(ImageFilter.GaussianBlur(scanner.blur))
    if scanner.noise:
        grain = Image.frombytes("L", (256, 256), bytes(_grains(scanner.noise, seed)))
        rough = Image.new("L", page.size)
        for left in range(0, page.width, 256):
            for top in range(0, page.height, 256):
                rough.paste(grain, (left, top))
        page = ImageChops.add(page, rough, scale=1.0, offset=-128)
    packed = io.BytesIO()
    page.save(packed, "JPEG", quality=scanner.quality)
    return Image.open(io.BytesIO(packed.getvalue()), formats=("JPEG",))


def _grains(sigma: float, seed: int) -> Iterator[int]:
    numbers = random.Random(seed)
    for _ in range(256 * 256):
        yield max(0, min(255, round(128 + numbers.gauss(0, sigma))))


if __name__ == "__main__":
    sys.exit(main())
