"""Which provision "Khoản này" is: in the notes of a consolidated text ("[5] Khoản này được sửa đổi theo quy định tại
khoản 2 Điều 1 Luật X") and right behind the provision itself ("(Điều này được bổ sung bởi Luật X)")."""

from __future__ import annotations

import re

from loaders import labels
from loaders.blocks import Blocks
from loaders.reading import Reading

THIS = re.compile(r"(?<!\w)(?P<word>điểm|khoản|điều|mục|chương)\s+này\s*$")
THIS_LIMIT = 40
"""Code points between "Khoản này" and the phrase behind it."""

NOTE = re.compile(r"\s*(?P<mark>\[[0-9]{1,4}\]|[¹²³⁴-⁹⁰]{1,4})")
"""The mark with which a note opens; it stands at the provision too."""

BACK = 400
"""Blocks above among which the provision is looked for."""

LEVELS = {"điểm": ("point", "clause", "article"), "khoản": ("clause", "article"), "điều": ("article",)}
"""What makes up the name of a provision, from the inside."""

NAMES = {"point": "điểm", "clause": "khoản"}


def read(reading: Reading, blocks: Blocks, cue_start: int) -> str | None:
    """The provision that the words before the phrase at `cue_start` call "this one"; None where its place is not
    certain."""
    this = THIS.search(reading.low, max(blocks.start(cue_start), cue_start - THIS_LIMIT), cue_start)
    levels = LEVELS.get(this["word"]) if this else None
    if levels is None:
        return None
    block = blocks.start(cue_start)
    note = NOTE.match(reading.text, block)
    aside = reading.text[block : this.start()].lstrip().startswith("(") if this else False
    at = reading.text.find(note["mark"], 0, block) if note else block - 1 if aside else -1
    if at < 0:
        return None
    found: list[str] = []
    index = blocks.index(at)
    for number in range(index, max(-1, index - BACK), -1):
        start, end = blocks.bounds[number]
        start += len(reading.text[start:end]) - len(reading.text[start:end].lstrip())
        label = labels.read(reading.text, reading.low, start)
        if label is None or label.kind not in levels:
            continue
        level = levels.index(label.kind)
        if level < len(found):
            continue  # an earlier clause of the same article
        if level > len(found):
            return None  # the provision that it speaks of has no number of its own
        found.append(f"{NAMES[label.kind]} {label.text.rstrip(').')}" if label.kind in NAMES else label.text)
        if len(found) == len(levels):
            return " ".join(found)
    return None
