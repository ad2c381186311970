"""Page numbers and running heads: what repeats at the rim of the pages, and stands between the halves of sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.formats.lines import Line, Sheet
from loaders.formats.shelf import Shelf
from ontology.lexicon import phrases

NUMBER = re.compile(r"[-–—.\s]*(?:trang|page)?\s*[0-9IVXivx]{1,5}(?:\s*/\s*[0-9]{1,4})?[-–—.\s]*$", re.ASCII)
DIGITS = re.compile("[0-9]+")
RIM = 0.1
"""Share of the page's height, at the top and at the bottom, in which numbers and running heads stand."""

SHARE = 0.3
LEAST = 3
"""Share and count of the pages on which a line of the rim repeats that is a running head."""


def without_rims(shelf: Shelf) -> Iterator[Sheet]:
    """The pages without their numbers and running heads; the shelf is empty then."""
    counts: Counter[str] = Counter()
    for sheet in shelf:
        counts.update({_shape(line) for line in _rim(sheet)})
    least = max(LEAST, SHARE * len(shelf))
    repeated = {shape for shape, count in counts.items() if count >= least}
    for sheet in shelf.emptied():
        rim = {
            id(line)
            for line in _rim(sheet)
            if (shape := _shape(line)) in repeated or shape.startswith(_known()) or NUMBER.match(line.text.lower())
        }
        rim -= _within_text(sheet, rim)
        kept = tuple(line for line in sheet.lines if id(line) not in rim)
        across = tuple(line for line in sheet.across if id(line) not in rim)
        yield replace(sheet, lines=kept, across=across)


CLOSE = 0.8
"""Gap between two lines of one paragraph, in heights of the line; a running foot stands further off."""


NOTE = re.compile(r"\[?[0-9]{1,3}\]?\s?[^\W\d_]")
"""How a note at the foot of a page begins: "3 Điều này được bãi bỏ", "[3] Điều này"."""


def _within_text(sheet: Sheet, rim: set[int]) -> set[int]:
    """Lines at the foot that are text: they go on a line of the text, or they are a note. Notes of a consolidated text
    are alike on every page."""
    found: set[int] = set()
    block: list[Line] = []
    for line in (*sheet.lines, None):
        if line is not None and block and _goes_on(block[-1], line):
            block.append(line)
            continue
        low = [each for each in block if id(each) in rim and each.top > (1 - RIM) * sheet.size[1]]
        if low and (id(block[0]) not in rim or (NOTE.match(block[0].text) and block[-1].text.endswith("."))):
            found.update(id(each) for each in low if not NUMBER.match(each.text.lower()))
        block = [line] if line is not None else []
    return found


def _goes_on(above: Line, line: Line) -> bool:
    return line.middle > above.middle and line.top - above.bottom < CLOSE * line.height


def _rim(sheet: Sheet) -> Iterator[Line]:
    top, bottom = RIM * sheet.size[1], (1 - RIM) * sheet.size[1]
    yield from (line for line in sheet.lines if line.bottom < top or line.top > bottom)
    width, height = sheet.width, sheet.height
    for line in sheet.across:  # a head stands at any side of the page
        beside = line.right < RIM * width or line.left > (1 - RIM) * width
        if beside or line.bottom < RIM * height or line.top > (1 - RIM) * height:
            yield line


def _shape(line: Line) -> str:
    """Without blanks: of a turned page they are not always where they were written."""
    return DIGITS.sub("#", "".join(line.text.split()).lower())


@cache
def _known() -> tuple[str, ...]:
    """How running heads begin that need not repeat: a document of two pages shows them once."""
    return tuple("".join(phrase.split()) for phrase in phrases("running_head"))
