"""Letters of the encodings that Vietnamese offices used before Unicode (`data/legacy_letters.csv`).

TCVN3 (also "ABC"; fonts .VnTime, .VnArial …): one byte for a letter; capitals with marks exist only as the small
letters of fonts whose name ends with H (.VnTimeH). VNI (fonts VNI-Times …): a base letter and a mark behind it. What
such a file holds is seen by every other program as Western European letters (Windows-1252): "QuyÕt ®Þnh",
"Quyeát ñònh".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ontology.packaged import rows
from ontology.syllables import share

Encoding = Literal["tcvn3", "tcvn3-capitals", "vni"]


def of_font(name: str) -> Encoding | None:
    """The encoding that a font's name tells: ".VnTime" TCVN3, ".VnTimeH" its capitals, "VNI-Times" VNI."""
    bare = name.strip().lower()
    if bare.startswith(".vn"):
        return "tcvn3-capitals" if bare.removesuffix(" bold").removesuffix(" italic").endswith("h") else "tcvn3"
    return "vni" if bare.startswith(("vni-", "vni ")) else None


@cache
def letters_of(encoding: Literal["tcvn3", "vni"]) -> dict[str, str]:
    """Written (as Windows-1252 shows it) → letter, capitals of VNI included."""
    small = {row["written"]: row["letter"] for row in rows("legacy_letters") if row["encoding"] == encoding}
    if encoding == "tcvn3":
        return small
    titled = {written[0].upper() + written[1:]: letter.upper() for written, letter in small.items()}
    capitals = {written.upper(): letter.upper() for written, letter in small.items()}
    return small | titled | capitals


@cache
def _pattern(encoding: Literal["tcvn3", "vni"]) -> re.Pattern[str]:
    written = sorted(letters_of(encoding), key=lambda each: (-len(each), each))
    return re.compile("|".join(map(re.escape, written)))


def convert(text: str, encoding: Encoding) -> str:
    """The text in Unicode. What the encoding does not know (digits, signs, letters without marks) stays."""
    table: Literal["tcvn3", "vni"] = "vni" if encoding == "vni" else "tcvn3"
    known = letters_of(table)
    converted = _pattern(table).sub(lambda match: known[match[0]], text)
    if encoding == "tcvn3-capitals":
        return converted.upper()
    return _in_capitals(text, converted) if encoding == "tcvn3" else converted


def _in_capitals(written: str, converted: str) -> str:
    """The letters with marks of words in capitals, which TCVN3 writes small: "S¾C LÖNH" is "SẮC LỆNH", not "SắC
    LệNH".

    A word of two plain capitals and no small letter is one ("LÖNH"); a word of one ("S¾", also "Bé" for "Bộ") is one
    beside such a word on its line. Both texts are of one length.
    """
    if len(written) != len(converted):
        return converted
    pieces: list[str] = []
    position = 0
    for line in LINE.finditer(written):
        if CAPITAL.search(written, line.start(), line.end()) is None:
            continue
        words = [(match.start(), match.end()) for match in LEGACY_WORD.finditer(written, line.start(), line.end())]
        plain = [[char for char in written[start:end] if char.isascii()] for start, end in words]
        may = [all(char.isupper() for char in chars) for chars in plain]
        sure = [may[at] and len(chars) > 1 for at, chars in enumerate(plain)]
        for at, (start, end) in enumerate(words):
            if sure[at] or (may[at] and any(sure[max(0, at - 1) : at + 2])):
                pieces += [converted[position:start], converted[start:end].upper()]
                position = end
    return "".join((*pieces, converted[position:]))


LINE = re.compile(r"[^\n]+")
CAPITAL = re.compile("[A-Z]")
LEGACY_WORD = re.compile(r"[A-Za-z\u0080-\u00ff\u0152-\u0192\u02c6]+")
"""A word as Windows-1252 shows it: the letters of TCVN3 are signs there ("¾")."""


def is_written_in(text: str, encoding: Encoding) -> bool:
    """May text in a font of that encoding be converted? Not where it holds Vietnamese letters already: the name of the
    font was kept and the text typed in Unicode."""
    beyond = [char for char in text if char > "ÿ" and char.isalpha() and char not in WESTERN]
    table: Literal["tcvn3", "vni"] = "vni" if encoding == "vni" else "tcvn3"
    return not beyond and _pattern(table).search(text) is not None


WESTERN = frozenset("ŒœŠšŸŽžƒˆ")
"""Letters of Windows-1252 outside of Latin-1."""


UNICODE = re.compile("[\u1ea0-\u1ef9\u0300-\u0323]")
"""Letters that only Vietnamese has, and only Unicode, composed or with the marks apart (NFD)."""


def as_unicode(text: str, encoding: Encoding | None) -> str:
    """Text in a font of that encoding (None: of a font that tells nothing) in Unicode; as it is where it is none."""
    if encoding == "tcvn3-capitals" and not UNICODE.search(text):
        return convert(text, encoding)  # also of letters without marks: the font shows them as capitals
    if text.isascii() or UNICODE.search(text):
        return text
    if encoding is not None:
        return convert(text, encoding) if is_written_in(text, encoding) else text
    found = recognised(text)
    return text if found is None else convert(text, found)


SPARSE = 0.02
"""Share of letters beyond ASCII below which no text is Vietnamese: three words of ten carry a mark, and no syllable has
more than seven letters. English texts with a few typographic signs end here."""


def beyond_ascii(text: str) -> int:
    """How many code points are none of ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def recognised(text: str) -> Literal["tcvn3", "vni"] | None:
    """The encoding that turns a text which says nothing into Vietnamese; None where neither does."""
    if beyond_ascii(text) < SPARSE * len(text):
        return None
    best, least = None, share(text)
    if least.proved:
        return None
    encodings: tuple[Literal["tcvn3", "vni"], ...] = ("tcvn3", "vni")
    for encoding in encodings:
        found = share(convert(text, encoding))
        if found.proved and found.syllables > least.syllables:
            best, least = encoding, found
    return best
