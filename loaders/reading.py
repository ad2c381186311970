"""The reading copy: what matching runs on. The original text stays as printed; every span is led back to it.

Canonical composition (NFC), one kind of space, no invisible characters, look-alike letters folded (Ð → Đ, Cyrillic С →
C where Latin letters stand beside it), Markdown emphasis blanked, a lower-case twin with one tone placement. See
RULES §6 for the counts behind each.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from ontology.records import Span
from ontology.words import tone

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\r"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
SAME_LENGTH = {ord(c): " " for c in SPACES} | {ord(c): "-" for c in DASHES} | {0x00D0: "Đ", 0x00F0: "đ", 0x0189: "Đ"}

CYRILLIC = str.maketrans("АВЕКМНОРСТХУаеорсух", "ABEKMHOPCTXYaeopcyx")
CYRILLIC_RUN = re.compile(r"[A-ZĐa-z0-9/&.-]*[АВЕКМНОРСТХУаеорсух][A-ZĐa-z0-9АВЕКМНОРСТХУаеорсух/&.-]*")
UNCLEAN = re.compile(f"[{SPACES}{INVISIBLE}{DASHES}ÐðƉАВЕКМНОРСТХУаеорсух*_]|ĐĐ")

MARKS = (
    rf"[{INVISIBLE}]"
    r"|(?<=QĐ)Đ(?![A-ZĐ])"  # OCR of "QĐ" with a doubled stroke; "ĐĐ" alone is Đảng đoàn
    r"|\*{1,3}(?! )|(?<=\S)\*{1,3}"  # emphasis; a star before a space is a bullet and stays
    r"|(?<![\w_])_{1,2}(?=\w)|(?<=\w)_{1,2}(?![\w_])"
)
DROPPED = re.compile(MARKS)
IRREGULAR = re.compile(rf"(?P<letter>[^\W\d_][\u0300-\u036f]+)|{MARKS}")
"""What `compose` cannot copy as it stands: decomposed letters, and what matching drops."""


@dataclass(frozen=True, slots=True)
class Reading:
    """text: the normalised copy; low: its lower-case twin of the same length, tone marks placed one way.

    starts, ends: for each position of the copy, where its letter begins and ends in the original; None when both agree
    position by position. repaired: original spans in which a look-alike character was read as the right one.
    """

    text: str
    low: str
    starts: array[int] | None = None
    ends: array[int] | None = None
    repaired: tuple[Span, ...] = ()

    def original(self, span: Span) -> Span:
        """The span in the text as printed."""
        if self.starts is None or self.ends is None:
            return span
        if span.end <= span.start:
            position = self.starts[span.start] if span.start < len(self.starts) else self.ends[-1]
            return Span(position, position)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def original_offset(self, end: int) -> int:
        """The original end offset of a stretch that ends at `end` in the copy."""
        return self.original(Span(end - 1, end)).end if end else 0


def read(text: str) -> Reading:
    """The reading copy of `text`. Linear in its length; a clean NFC text costs a few scans and no map."""
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not UNCLEAN.search(text):
        return Reading(text, lower(text))
    folded, mixed = fold_cyrillic(text.translate(SAME_LENGTH))
    repaired = tuple(sorted({*mixed, *(Span(m.start(), m.end()) for m in re.finditer(r"[ÐðƉ]", text))}))
    if composed and not DROPPED.search(folded):
        return Reading(folded, lower(folded), repaired=repaired)
    copy, starts, ends = compose(folded)
    return Reading(copy, lower(copy), starts, ends, repaired)


def lower(text: str) -> str:
    """Lower case with one tone placement, same length: 'İ' and its like, whose lower case is longer, stay as they
    are."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return tone(low)


def fold_cyrillic(text: str) -> tuple[str, tuple[Span, ...]]:
    """Cyrillic look-alikes inside symbols ("TT-BTС", "NĐ-СР") read as Latin; Cyrillic words are left alone."""
    spans: list[Span] = []

    def latin(match: re.Match[str]) -> str:
        if not re.search("[A-ZĐ0-9]", match[0]):
            return match[0]
        spans.append(Span(match.start(), match.end()))
        return match[0].translate(CYRILLIC)

    return CYRILLIC_RUN.sub(latin, text), tuple(spans)


def compose(text: str) -> tuple[str, array[int], array[int]]:
    """NFC of `text` without what matching drops, with the original start and end of each position."""
    pieces: list[str] = []
    starts: array[int] = array("q")
    ends: array[int] = array("q")

    def keep(start: int, end: int) -> None:
        pieces.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    position = 0
    for match in IRREGULAR.finditer(text):
        keep(position, match.start())
        position = match.end()
        if match["letter"]:
            letter = unicodedata.normalize("NFC", match["letter"])
            pieces.append(letter)
            starts.extend([match.start()] * len(letter))
            ends.extend([match.end()] * len(letter))
    keep(position, len(text))
    return "".join(pieces), starts, ends
