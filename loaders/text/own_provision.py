"""Which provision "Khoản này" is: in the notes of a consolidated text ("[5] Khoản này được sửa đổi theo quy định tại
khoản 2 Điều 1 Luật X") and right behind the provision itself ("(Điều này được bổ sung bởi Luật X)")."""

from __future__ import annotations

import re
from bisect import bisect_left, insort

from loaders.text import labels, trie
from loaders.text.blocks import Blocks
from loaders.text.reading import Reading
from ontology.lexicon import phrases

THIS = re.compile(
    rf"(?<!\w)(?P<word>{trie.pattern(phrases('noted_part'))})\s+(?P<number>(?:số\s+)?[0-9]{{1,3}}[a-zđ]?\s+)?này\s*$"
)
THIS_LIMIT = 40
"""Code points between "Khoản này" and the phrase behind it."""

NOTE = re.compile(r"\s*(?P<mark>\[[0-9]{1,4}\]|[¹²³⁴-⁹⁰]{1,4})")
"""The mark with which a note opens; it stands at the provision too."""

BARE_NOTE = re.compile(r"\s*(?P<mark>[0-9]{1,3})\s+(?=(?:(?:tên|tiêu\s+đề)\s+)?(?:điểm|khoản|điều)\s+này\s)")
"""The same where a file lost what raises the figure: "2 Khoản này được sửa đổi", and "Mức thu2" above."""

BACK = 400
"""Blocks above among which the provision is looked for."""

LEVELS = {"điểm": ("point", "clause", "article"), "khoản": ("clause", "article"), "điều": ("article",)}
"""What makes up the name of a provision, from the inside."""

NAMES = {"point": "điểm", "clause": "khoản"}


GLUED = re.compile(r"(?P<mark>[0-9](?:(?<=[^\W\d_]{2}[0-9])|(?<=[^\W\d_]{2}[.,;:”][0-9]))[0-9]{0,2})(?![/.%-]*\w)")
"""Such a figure right behind a word; a digit first, which the engine finds at the speed of memory."""

AT_LABEL = re.compile(
    r"^[ \t]*(?:điều\s+[0-9]{1,3}[a-zđ]?\.|[a-zđ][0-9]?\)|(?P<clause>[0-9]{1,3})\.)(?P<gap>[ ]?)(?P<mark>[0-9]{1,3})\s",
    re.MULTILINE,
)
"""Such a figure behind the number of a provision: "Điều 5.3 (được bãi bỏ)", "b)5 Trường hợp", "31. 4 Quỹ", "3.6 (được
bãi bỏ)"; but "2.1", "2.2" number the parts of a clause, and "2. 15 ngày" counts."""


class OwnProvisions:
    """Looks up the provisions of one text that its notes and asides call "this one"."""

    def __init__(self, reading: Reading, blocks: Blocks) -> None:
        self.reading, self.blocks = reading, blocks
        self._glued: dict[str, list[int]] | None = None

    def read(self, cue_start: int) -> str | None:
        """The provision that the words before the phrase at `cue_start` call "this one"; None where its place is not
        certain."""
        low, text = self.reading.low, self.reading.text
        this = THIS.search(low, max(self.blocks.start(cue_start), cue_start - THIS_LIMIT), cue_start)
        if this is not None and this["number"]:  # "Mẫu số 09 này được bãi bỏ theo …"
            return " ".join(text[this.start() : this.end("number")].split())
        levels = LEVELS.get(this["word"]) if this else None
        if this is None or levels is None:
            return None
        block = self.blocks.start(cue_start)
        note = NOTE.match(text, block)
        bare = BARE_NOTE.match(low, block) if note is None else None
        if note is not None:
            at = text.find(note["mark"], 0, block)
        elif bare is not None:
            at = self._marked(bare["mark"], block)
        else:
            at = block - 1 if text[block : this.start()].lstrip().startswith("(") else -1
        mark = bare["mark"] if bare is not None else ""
        return _named(self.reading, self.blocks, at, levels, mark) if at >= 0 else None

    def speaks(self, cue_start: int) -> bool:
        """Do the words before a phrase call a provision "this one"?"""
        floor = max(self.blocks.start(cue_start), cue_start - THIS_LIMIT)
        return THIS.search(self.reading.low, floor, cue_start) is not None

    def _capital(self, position: int) -> bool:
        first = self.reading.text[position : position + 1]
        return first.isupper() or first == "("

    def _parts(self, one: re.Match[str], other: re.Match[str]) -> bool:
        """Do two figures number the parts of one clause: "2.1" and "2.2" in one article?"""
        if one["clause"] is None or one["clause"] != other["clause"] or one["gap"]:
            return False
        first, last = sorted((one.start(), other.start()))
        beside = abs(int(one["mark"]) - int(other["mark"])) == 1
        return beside and self.reading.low.find("\nđiều ", first, last) < 0

    def _marked(self, mark: str, end: int) -> int:
        """The last place before `end` where a figure stands right behind a word or the number of a provision; -1 for
        none."""
        if self._glued is None:
            self._glued = {}
            for match in GLUED.finditer(self.reading.text):
                self._glued.setdefault(match["mark"], []).append(match.start("mark"))
            found = [*AT_LABEL.finditer(self.reading.low)]
            for number, match in enumerate(found):
                beside = (*found[max(0, number - 1) : number], *found[number + 1 : number + 2])
                counts = match["gap"] and not self._capital(match.end())
                if not counts and not any(self._parts(match, each) for each in beside):
                    insort(self._glued.setdefault(match["mark"], []), match.start("mark"))
        places = self._glued.get(mark, [])
        before = bisect_left(places, end)
        return places[before - 1] if before else -1


def _named(reading: Reading, blocks: Blocks, at: int, levels: tuple[str, ...], mark: str) -> str | None:
    """The name of the provision around a place, from the inside; None where a part of it has no number. mark: the
    figure of a note; others may be glued to the numbers of clauses ("3.6 (được bãi bỏ)")."""
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
        name = label.text.partition(".")[0] if mark and label.kind == "clause" else label.text
        found.append(f"{NAMES[label.kind]} {name.rstrip(').')}" if label.kind in NAMES else name)
        if len(found) == len(levels):
            return " ".join(found)
    return None
