"""Where type words stand in a text: Quyết định, NGHỊ QUYẾT, văn bản, QĐ … (one trie over all spellings of the
table)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import chain

from msgspec import Struct

from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.numbers import Symbol
from ontology.tables import DocumentType, document_types
from ontology.words import fold, letters


class TypeWord(Struct, frozen=True, gc=False):
    """One type word as it stands in the text."""

    start: int
    end: int
    type: DocumentType
    abbreviated: bool


class TypeWords(Struct, frozen=True):
    """All type words of a text, in order; `ends` is what look-ups bisect."""

    words: tuple[TypeWord, ...]
    ends: tuple[int, ...]

    def before(self, position: int) -> int:
        """Index of the last type word that ends at or before `position`; -1 when there is none."""
        return bisect_right(self.ends, position) - 1


WITHOUT_SYMBOL = frozenset({"sac-lenh", "sac-luat"})
"""Types whose documents bore a number and no symbol, or one that is like no other: "Sắc lệnh số 51 ngày 17 tháng 10
năm 1945", "Sắc lệnh số 143-NV"."""

WITHOUT_CODE = WITHOUT_SYMBOL | {"ban-an"}
"""Types whose symbols name no type: the word before the number tells that they are no letters ("Bản án số
159/2022/HSST")."""

ISSUED = frozenset({"normative", "administrative"})
"""Families of types whose numbers are told by the word before them, however old or odd their symbol is."""

MINISTRIES = ("LB",)
"""What joint circulars of before 1997 bear for their ministries ("18-TT/LB"), in the form of the Party's symbols."""

CODE = "bộ luật"
ENDS_IN_BO = re.compile(rf"(?<!\w){trie.pattern(phrases('ends_in_bo'))}\s\Z")
"""Before "bộ luật": "đồng bộ Luật Hóa chất" is a law."""

WRAPPED = 12
"""Code points in which the word before a type word ends."""

PROFESSION = re.compile(r"\s+(?:sư|gia|lệ|học|pháp)(?!\w)")
"""What makes another word of "luật" (luật sư, luật gia, luật pháp)."""


@cache
def spellings() -> dict[str, DocumentType]:
    """Lower-case spelling → type; the first row that has a spelling keeps it."""
    table: dict[str, DocumentType] = {}
    for row in document_types():
        for word in (row.label_vi, *row.words, *row.abbreviations):
            table.setdefault(letters(word), row)
    return table


@cache
def _folded() -> dict[str, DocumentType]:
    """Labels of two words and more without diacritics, and with their words glued together → type; what two types share
    is left out."""
    rows: dict[str, list[DocumentType]] = {}
    for row in document_types():
        if " " in row.label_vi:
            rows.setdefault(fold(row.label_vi), []).append(row)
    single = {label: found[0] for label, found in rows.items() if len(found) == 1}
    return single | {label.replace(" ", ""): row for label, row in single.items()}


@cache
def translated() -> dict[str, DocumentType]:
    """The heads of official translations, in capitals: "DECREE", "CIRCULAR"; labels that two types share are left
    out."""
    rows: dict[str, list[DocumentType]] = {}
    for row in document_types():
        rows.setdefault(row.label_en.upper(), []).append(row)
    return {label: found[0] for label, found in rows.items() if len(found) == 1}


def scanned(line: str) -> DocumentType | None:
    """The type that a line names as a reader of images saw it: wrong diacritics, specks and one stray letter at the
    rims ("QUYÉT ĐỊNH", "Ộ THÔNG BÁO -")."""
    words = fold(line).split()
    if words and len(words[0]) == 1 and " ".join(words) not in _folded():
        words = words[1:]
    return _folded().get(" ".join(words))


def ends_with_word(line: str) -> bool:
    """Is a type word, not one in short, the last of a line?"""
    words = letters(line).split()
    return any(" ".join(words[-count:]) in spellings() for count in (2, 3, 4) if count < len(words))


@cache
def abbreviations() -> frozenset[str]:
    """Spellings that count only in capitals (QĐ, NQ, CV): in small letters they are other words, or none."""
    return frozenset(letters(word) for row in document_types() for word in row.abbreviations)


FORM_REACH = 16
"""Code points before a type word that tell its form from the document."""


@cache
def _forms(*, abbreviated: bool) -> tuple[str, ...]:
    """ "Mẫu quyết định số 02": a form, and no decision; "Số TT 4": the number of a row."""
    return tuple(f"{phrase} " for phrase in (*phrases("form_of"), *(("số",) if abbreviated else ())))


def names_form(reading: Reading, word: TypeWord | None) -> bool:
    """Does the word name the form of a document, and no document?"""
    if word is None:
        return False
    return reading.low[max(0, word.start - FORM_REACH) : word.start].endswith(_forms(abbreviated=word.abbreviated))


def codes(row: DocumentType) -> tuple[str, ...]:
    """All codes that documents of this type bear, of the state and of the Party."""
    return row.state_codes + row.party_codes


@cache
def _by_code() -> dict[tuple[str, bool], DocumentType]:
    table: dict[tuple[str, bool], DocumentType] = {}
    for row in document_types():
        for party, held in ((False, row.state_codes), (True, row.party_codes)):
            for code in held:
                table.setdefault((code, party), row)
    return table


def of_code(symbol: Symbol) -> DocumentType | None:
    """The type that a symbol proves where no type word stands by it: QĐ → Quyết định, a letter → Công văn, field and
    instance of a court → its judgment (HS-ST) or decision (DS-GĐT)."""
    if symbol.family == "letter":
        return spellings()[_of_court(symbol) or "công văn"]
    if symbol.type_code is None:
        return None
    party = symbol.family in ("party", "congress") and symbol.agencies != MINISTRIES
    return _by_code().get((symbol.type_code, party)) or _by_code().get((symbol.type_code, not party))


def _of_court(symbol: Symbol) -> str | None:
    unit = letters(symbol.unit) if symbol.unit else ""
    if unit not in _court_units() or letters(symbol.agencies[0]) not in phrases("court_field"):
        return None
    return _court_units()[unit]


@cache
def _court_units() -> dict[str, str]:
    """Instance → the word for what a court gives in it."""
    judgments = dict.fromkeys(phrases("judgment_unit"), "bản án")
    return judgments | dict.fromkeys(phrases("cassation_unit"), "quyết định")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(trie.words(spellings()))


@cache
def _first() -> re.Pattern[str]:
    """A type word with nothing before it."""
    return re.compile(rf"{trie.pattern(spellings())}(?!\w)")


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """An abbreviation inside a symbol is no type word: PL of the form "09B/PL-TNCN"."""
    return reading.text[start - 1 : start] not in ("/", "-") and reading.text[end : end + 1] not in ("/", "-")


def find(reading: Reading) -> TypeWords:
    """Every type word of the text."""
    words = []
    table, short = spellings(), abbreviations()
    low = reading.low
    first = _first().match(low)
    for match in chain([first] if first else [], _pattern().finditer(low, first.end() if first else 0)):
        start, end = match.span()
        if match is not first:
            start += 1  # behind what parts it from the word before it
        spelling = low[start:end]
        if spelling not in table:  # printed with more white space than one blank
            spelling = " ".join(spelling.split()).replace(" ,", ",")
        if spelling == CODE and ENDS_IN_BO.search(low, max(0, start - 12), start):
            start, spelling = end - len("luật"), "luật"
        abbreviated = spelling in short
        if abbreviated and not (reading.text[start:end].isupper() and _stands_alone(reading, start, end)):
            continue
        if spelling == "luật" and (_behind_phap(low, start) or PROFESSION.match(low, end)):
            continue
        words.append(TypeWord(start, end, table[spelling], abbreviated))
    return TypeWords(tuple(words), tuple([word.end for word in words]))


def _behind_phap(low: str, start: int) -> bool:
    """ "pháp luật", however many blanks a line that was wrapped between the two has left."""
    before = low[max(0, start - WRAPPED) : start]
    return before.endswith(" ") and before.rstrip(" ").endswith("pháp")
