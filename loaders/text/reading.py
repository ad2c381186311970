"""The reading copy: what matching runs on. The original text stays as printed; every span is led back to it.

Canonical composition (NFC), one kind of space, no invisible characters, look-alike letters folded (Ð → Đ, Cyrillic С →
C where Latin letters stand beside it), Markdown emphasis blanked, a lower-case twin with one tone placement. See
RULES §6 for the counts behind each.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from string import ascii_letters, digits

from msgspec import Struct

from loaders.text import emphasis, glued, justified, markup, misread
from loaders.text.page_heads import HEAD, between_pages
from loaders.text.pieces import Pieces
from ontology.records import Span
from ontology.words import place_small_tones

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\r"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
SLASHES = "\u2044\u2215\uff0f"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
SLASHES = "\u2044\u2215\uff0f"
BULLETS = (
    "\u25cf\u25e6\u2023\u2043\u2219\u27a2\u27a4\u25ba\u25b6\u2756\u25c6\u25aa\u25a0\u25fe"
    "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf0e8"
)
"""Marks of list items, those of Symbol and Wingdings as Word copies them; only such as cost next to nothing to look for
(no frequent letter shares their low byte)."""

SAME_LENGTH = (
    dict.fromkeys(SPACES, " ")
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys(SLASHES, "/")
    | dict.fromkeys(BULLETS, "•")
    | {"\u201f": "“"}
    | {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "ƣ": "ư", "Ƣ": "Ư"}
)

CYRILLIC = str.maketrans("АВЕКМНОРСТХУаеорсух", "ABEKMHOPCTXYaeopcyx")
SYMBOL_LETTERS = frozenset(f"ĐАВЕКМНОРСТХУаеорсух/&.-{ascii_letters}{digits}")
SYMBOL_RUN = re.compile(f"[{re.escape(''.join(sorted(SYMBOL_LETTERS)))}]+")
SYMBOL_SIGN = re.compile("[A-ZĐ0-9]")
CYRILLIC_LETTER = re.compile("[АВЕКМНОРСТХУаеорсух]")
ETH = re.compile("[ÐðƉƣƢ]")
LOOK_ALIKES = "ÐðƉƣƢАВЕКМНОРСТХУаеорсух"
DROPPABLE = (*INVISIBLE, "*", "_", "QĐĐ")
"""Without one of these nothing is dropped: a far cheaper look than `DROPPED`."""

UNCLEAN = (*DASHES, *SPACES, *DROPPABLE, *LOOK_ALIKES, *SLASHES, *BULLETS, "\u201f")
"""What a text that is read as it stands does not hold; the most frequent first."""

MARKS = (
    rf"[{INVISIBLE}*_Đ](?:"  # one set in front, which the engine looks for at the speed of memory
    rf"(?<=[{INVISIBLE}])"
    r"|(?<=QĐĐ)(?![A-ZĐ])"  # OCR of "QĐ" with a doubled stroke; "ĐĐ" alone is Đảng đoàn
    r"|(?<=\*)\*{0,2}(?! )|(?<=\S\*)\*{0,2}"  # emphasis; a star before a space is a bullet and stays
    r"|(?<=_)(?<!\w_)_?(?=\w)|(?<=\w_)_?(?!\w))"
)
DROPPED = re.compile(MARKS)
NEW_PAGE = re.compile(r"\f(?=[ \t]*[-–]?[ \t]*[0-9]{1,4}[ \t]*[-–]?[ \t]*\r?\n)")
"""A form feed right before the number of its page stands for an empty line above that."""

COMBINING = "[\u0300-\u036f]"
IRREGULAR = re.compile(MARKS.replace("Đ](?:", rf"Đ\u0300-\u036f](?:(?<={COMBINING}){COMBINING}*(?P<combining>)|", 1))
"""What `compose` cannot copy as it stands: marks that belong to the letter before them, and what matching drops."""

KEPT = 60
"""Blanks that are kept at either end of a longer run: no line is as wide, and no pattern has to try more of them."""

VAST_RUN = " " * (2 * KEPT + 1)
VAST_LINES = re.compile(r"\n((?: *\n){7,}) *\n")
"""A run of empty lines, and its middle; the ends of lines stay."""


class Reading(Struct):
    """text: the normalised copy; low: its lower-case twin of the same length, tone marks placed one way. Not frozen:
    `layout.flow` changes both in place.

    pieces: the way from the copy back to the original; None when both agree position by position. repaired: original
    spans in which a look-alike character was read as the right one.
    """

    text: str
    low: str
    pieces: Pieces | None = None
    repaired: tuple[Span, ...] = ()

    def original(self, span: Span) -> Span:
        """The span in the text as printed."""
        return span if self.pieces is None else self.pieces.original(span)

    def cut_at(self, position: int) -> bool:
        """May something stand in the original, before `position` of the copy, that the copy leaves out?"""
        return self.pieces is not None and self.pieces.begin_at(position)

    def original_start(self, start: int) -> int:
        """The original offset of the letter at `start` of the copy, which is none behind its end."""
        return start if self.pieces is None else self.pieces.letter(start)[0]

    def place(self, original: int) -> int:
        """Where the letter at an original offset stands in the copy, or the one behind it."""
        return min(bisect_left(range(len(self.text)), original, key=self.original_start), max(0, len(self.text) - 1))

    def original_offset(self, end: int) -> int:
        """The original end offset of a stretch that ends at `end` in the copy."""
        return self.original(Span(end - 1, end)).end if end else 0


def vast(text: str) -> list[tuple[int, int]]:
    """The middles of long runs of blanks and of empty lines, in order. Substrings are found at the speed of memory."""
    lines = [match.span(1) for match in VAST_LINES.finditer(text)]
    found = list(lines)
    start = text.find(VAST_RUN)
    while start >= 0:
        end = start + len(VAST_RUN)
        while text.startswith(" ", end):
            end += 1
        if not any(first <= start < last for first, last in lines):
            found.append((start + KEPT, end - KEPT))
        start = text.find(VAST_RUN, end)
    return sorted(found)


def read(text: str) -> Reading:
    """The reading copy of `text`. Linear in its length; a clean NFC text costs a few scans and no map."""
    if emphasis.MARK in text:
        text = emphasis.unwrapped(text)
    if _is_clean(text):
        return Reading(text, lower(text))
    folded = same_length(text)
    folded, misread_spans = misread.repaired(folded)
    repaired = tuple(misread_spans)
    if _holds(text, LOOK_ALIKES):
        folded, mixed = fold_cyrillic(folded)
        repaired = tuple(sorted({*repaired, *mixed, *(Span(m.start(), m.end()) for m in ETH.finditer(text))}))
    dropped = _holds(folded, DROPPABLE) and DROPPED.search(folded)
    missing = glued.breaks(folded)
    marked = [*markup.changes(folded), *justified.needless(text)]
    plain = not dropped and not missing and not marked and HEAD not in folded
    if plain and unicodedata.is_normalized("NFC", text) and not vast(folded):
        return Reading(folded, lower(folded), repaired=repaired)
    copy, pieces = compose(folded, missing, marked)
    return Reading(copy, lower(copy), pieces, repaired)


def _is_clean(text: str) -> bool:
    """Can it be read as it stands?"""
    return (
        not _holds(text, UNCLEAN)
        and unicodedata.is_normalized("NFC", text)
        and not vast(text)
        and HEAD not in text
        and not markup.changes(text)
        and not glued.suspected(text)
        and not justified.suspected(text)
        and not misread.suspected(text)
    )


def _holds(text: str, any_of: Iterable[str]) -> bool:
    """One look for each at the speed of memory, twice as fast as a class of a pattern."""
    return any(map(text.__contains__, any_of))


def same_length(text: str) -> str:
    """Spaces, dashes and look-alikes of Đ each as one kind (`str.translate` does the same at a hundredth of the
    speed)."""
    if "\f" in text:
        text = NEW_PAGE.sub("\n", text)
    for char, plain in SAME_LENGTH.items():
        text = text.replace(char, plain)
    return text


def lower(text: str) -> str:
    """Lower case with one tone placement, same length: 'İ' and its like, whose lower case is longer, stay as they
    are."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return place_small_tones(low)


def fold_cyrillic(text: str) -> tuple[str, tuple[Span, ...]]:
    """Cyrillic look-alikes inside symbols ("TT-BTС", "NĐ-СР") read as Latin; Cyrillic words are left alone."""
    pieces: list[str] = []
    spans: list[Span] = []
    position = 0
    for letter in CYRILLIC_LETTER.finditer(text):
        if letter.start() < position:
            continue
        start = letter.start()
        while start > position and text[start - 1] in SYMBOL_LETTERS:
            start -= 1
        behind = SYMBOL_RUN.match(text, letter.end())
        end = behind.end() if behind else letter.end()
        run = text[start:end]
        if SYMBOL_SIGN.search(run):
            spans.append(Span(start, end))
            run = run.translate(CYRILLIC)
        pieces += [text[position:start], run]
        position = end
    return "".join((*pieces, text[position:])), tuple(spans)


def compose(text: str, missing: Sequence[int] = (), marked: Sequence[markup.Change] = ()) -> tuple[str, Pieces]:
    """NFC of `text` without what matching drops, and the way back. missing: where a blank is put in, which has no place
    of its own in the original. marked: what the copy has for marks of its markup."""
    copy: list[str] = []
    pieces = Pieces()
    length = position = 0
    changes: list[markup.Change] = [*_irregular(text), *((at, at, True) for at in missing), *marked]
    changes.sort(key=_from_left)
    for start, end, letter in changes:
        if start < position:
            continue  # within an address that is dropped as a whole
        if start > position:
            pieces.add(length, position)
            copy.append(text[position:start])
            length += start - position
        position = end
        if letter:
            composed = letter if isinstance(letter, str) else unicodedata.normalize("NFC", text[start:end]) or " "
            pieces.add(length, start, end)
            copy.append(composed)
            length += len(composed)
    pieces.add(length, position)
    copy.append(text[position:])
    pieces.length = length + len(text) - position
    return "".join(copy), pieces


def _from_left(change: markup.Change) -> tuple[int, int]:
    return change[0], -change[1]


def _irregular(text: str) -> list[tuple[int, int, bool]]:
    """Decomposed letters with their marks (True), and what is dropped (False), in order."""
    heads = between_pages(text)
    found = [(start, end, False) for start, end in vast(text)]
    for match in IRREGULAR.finditer(text):
        start, end = match.span()
        if match.lastgroup is None:
            found.append((start, end, False))
        elif start and text[start - 1].isalnum() and not text[start - 1].isdecimal():
            found.append((start - 1, end, True))
    if heads:
        starts = [start for start, _ in heads]
        found = [each for each in found if not _within(each[0], starts, heads)]
        found += [(start, end, False) for start, end in heads]
    found.sort()
    return found


def _within(position: int, starts: list[int], heads: list[tuple[int, int]]) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < heads[index][1]
