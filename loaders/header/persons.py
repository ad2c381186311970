"""Names of persons who sign: with rank or degree, in small letters or capitals, as scans print them."""

from __future__ import annotations

import re
from functools import cache

from loaders.citations import types
from loaders.header import capacities
from loaders.text import patterns, trie
from ontology.issuer_names import from_text
from ontology.lexicon import phrases
from ontology.tables import place_at
from ontology.words import CAPITALS, bare, fold, letters

RANK = r"(?:Đại|Thượng|Trung|Thiếu|ĐẠI|THƯỢNG|TRUNG|THIẾU)\s+(?:tướng|tá|úy|TƯỚNG|TÁ|ÚY),?"
DEGREE = (
    r"(?:PGS|GS|TS|ThS|BS|KS|CN|LS|DS|ĐD|Ts|Ths|Bs|TTƯT|TTND|NGƯT|NGND)(?:[.\s]{0,2}CK\s?(?:II?|[12]))?(?:[.,]\s*|\s+)"
)
LOWER = f"[^\\W\\d_{CAPITALS}]"
PERSON = patterns.awaited(
    rf"^(?:(?:{DEGREE})+|{RANK}\s+(?:{DEGREE})*|(?:{DEGREE})+{RANK}\s+)?"
    rf"(?P<name>[{CAPITALS}]{LOWER}*(?:\s+[{CAPITALS}]{LOWER}*(?:-[{CAPITALS}]{LOWER}+)?){{1,5}}"
    rf"|[KHY]['’]\s?[{CAPITALS}]{LOWER}+(?:\s+[{CAPITALS}]{LOWER}*){{0,4}}|[{CAPITALS}]{{1,8}}(?:\s+[{CAPITALS}]{{1,8}}){{1,4}})$"
)

AT_END = re.compile(rf"(?<![^\W_])(?P<name>[{CAPITALS}]{LOWER}+(?:[ ][{CAPITALS}]{LOWER}+){{2,3}})$")
"""A name in small letters at the end of a line."""

SIGNED = re.compile(r"[\s(\[/-]*(?:[Đđ]ã\s+k[ýí])[\s)\]:/.-]*")
"""The remark that the original is signed, before or behind the name: "Trần Văn An - Đã ký"."""

SIGNED_ASIDE = re.compile(r"\s*\(?[Đđ]ã\s+ký(?:[,\s]+(?:và\s+)?đóng\s+dấu)?\)?\s*$")
"""The same between office and name of one line: "GIÁM ĐỐC (đã ký, đóng dấu) Trần Văn An"."""

PLACEHOLDER = re.compile(r"^\[?d?a?k?y?\]\s*|\[?d?a?k?y?\]$")
"""What is left of "[daky]", the mark that offices print for the electronic signature: "y]Trần Văn An"."""

SAMPLE = re.compile(rf"\s[{CAPITALS}]$")
"""The name on a form: "Nguyễn Văn A"."""

VOWEL = re.compile(r"[aeiouy]")

TERRITORY = ("tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ", "phường ")

NO_PERSON = re.compile(rf"(?:{trie.pattern((*phrases('block_opener'), *phrases('no_person')))})(?!\w)")


def signs(words: str) -> bool:
    """Do the words name a person who signs, and nothing else?"""
    return is_surname(words) and person(words) is not None


def unmarked(cell: str) -> str:
    """A cell of a signature without the mark for the electronic one."""
    return PLACEHOLDER.sub("", cell) if "]" in cell else cell


def person(printed: str) -> str | None:
    """The name of a person that a cell holds, and nothing else; None for bodies, types, places and headings."""
    plain = SIGNED.sub("", unmarked(printed)).strip(" ,.")
    match = PERSON.match(plain)
    if match is None or letters(match["name"]) in types.spellings() or SAMPLE.search(match["name"]):
        return None
    name = match["name"]
    if any(len(word) > 1 and not VOWEL.search(fold(word)) for word in name.split()):
        return None  # what a scan made of it: "Zf Thị Bông"
    if name.isupper() and (not is_surname(name) or _names_no_person(name)):
        return None
    if capacities.CAPACITY.match(letters(name)) and not is_surname(name):
        return None
    return name


@cache
def _surnames() -> frozenset[str]:
    return frozenset(phrases("surname"))


def is_surname(name: str) -> bool:
    """Does a name begin with a surname?"""
    first = letters(name.lstrip().split(" ", 1)[0])
    return first in _surnames() or (len(first) > 3 and first in _plain_surnames())


@cache
def _plain_surnames() -> frozenset[str]:
    """Surnames without their marks, as scans print them: "Pham Gia Bông"."""
    return frozenset(bare(word) for word in phrases("surname")) - frozenset(WORDS)


WORDS = ("dong", "duong", "giang", "hang", "long", "nong", "sung", "tang", "tong", "truong", "tuong", "vang", "vien")
"""Such that are other words, too."""


def _names_no_person(line: str) -> bool:
    """Capitals that could be a name and are a type, a body, its place or the head of an annex: "PHỤ LỤC II"."""
    return (
        letters(line).startswith(TERRITORY)
        or letters(line) in types.spellings()
        or NO_PERSON.match(letters(line)) is not None
        or place_at(line.title(), None) is not None
        or from_text(line, None, None) is not None
    )
