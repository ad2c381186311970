"""Mentions without number and symbol: short forms, names, "Quyết định này"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.citations import dates, grammar, meetings, names, titled, types
from loaders.citations.belonging import symbol_of
from loaders.citations.counted import counted
from loaders.citations.sighting import Sighting
from loaders.text.reading import Reading
from ontology.lexicon import phrases

POLICIES = frozenset(
    {"chuong-trinh", "de-an", "du-an", "chien-luoc", "ke-hoach", "phuong-an", "bao-cao", "quy-hoach", "quy-trinh"}
)
"""Types whose word with a bare number may name a programme ("Chương trình 1322") or count something."""

ANAPHOR = re.compile(
    r"\s+(?P<word>này|nói\s+trên|nêu\s+trên|đó|trên(?=\s*(?:[,.;:)\n]|$)|\s+(?:và|thì|của|được|đã|có|là|không)\s))(?!\w)"
)
"""What points at a document named before; "quyết định trên cơ sở …", "trên nguyên tắc …" point at none."""

NO_DOCUMENT = re.compile(r"(?<!\w)(?:các|những|mọi|dự\s+thảo|quy|pháp|kỷ|trật|định|nghiêm|(?P<count>[0-9]{1,2}))\s+\Z")
"""Before such a word: several documents, a draft, or a word that is no type by itself ("các nghị định đó", "04 Luật nói
trên", "quy luật đó"); the number in "Điều 4 Nghị định này" counts no documents."""

ABBREVIATED = titled.QUOTABLE | names.LAW_TYPES | POLICIES | {"cong-van", "quy-dinh", "to-trinh"}
"""Types whose abbreviation with a bare number is a short form: "NQ 52", "QĐ 2289"."""

WITH_YEAR = "short.year"
"""Rule of a number with its year and no symbol: "Nghị định 178/2024"."""

NORMATIVE = names.LAW_TYPES | {"nghi-dinh", "thong-tu", "thong-tu-lien-tich", "quyet-dinh", "nghi-quyet", "chi-thi"}
"""Types whose numbers hold their year; "Báo cáo 6/2024" is one of June."""

PLURAL = "anaphor.plural"
"""Rule of what points at several documents: no mention of one (`loaders.relations.plurals`)."""

NAMED = names.LAW_TYPES | {"hien-phap", "nghi-quyet"} | titled.QUOTABLE
"""Types whose documents are cited by name."""


def find(reading: Reading, words: types.TypeWords, taken: list[tuple[int, int]]) -> Iterator[Sighting]:
    """Short forms, names and anaphors at the type words that no full number uses."""
    starts = {start for start, _ in taken}
    low = reading.low
    for word in words.words:
        if word.start in starts:
            continue
        sighting = _named(reading, word)
        first = low[word.end + 1 : word.end + 2]  # behind the blank, as a rule
        if sighting is None and first.isalpha() and first not in grammar.NEXT_LETTERS:
            continue
        if sighting is None and (next_word := grammar.NEXT.match(low, word.end)):
            if next_word["pointing"]:
                sighting = _anaphor(reading, word)
            else:
                sighting = _spaced(reading, word) or _short(reading, word)
        if sighting is not None:
            yield sighting
            if sighting.rule == WITH_YEAR:
                yield from _listed(reading, sighting)


def _listed(reading: Reading, first: Sighting) -> Iterator[Sighting]:
    """What is listed behind a number with its year and no symbol, under the same type word, or in brackets as what
    amended it."""
    match = grammar.NEXT_WITH_YEAR.match(reading.low, first.end)
    if match is None and reading.low.startswith("(", first.end + 1):
        match = grammar.AMENDED_WITH_YEAR.match(reading.low, first.end)
    while match is not None:
        start = match.start("number")
        yield Sighting(start, match.end(), "short", first.type, match["number"], match["year"], rule=WITH_YEAR)
        match = grammar.NEXT_WITH_YEAR.match(reading.low, match.end())


def _named(reading: Reading, word: types.TypeWord) -> Sighting | None:
    slug = word.type.slug
    if slug not in NAMED:
        return None
    if slug in names.LAW_TYPES:
        if reading.low[max(0, word.start - STUDIES) : word.start].endswith(_studies()):
            return None
        named = names.law(reading, slug, word.type.label_vi, word.end)
    elif slug == "hien-phap":
        named = names.constitution(reading, word.start, word.end)
    elif slug in meetings.TYPES and not word.abbreviated:
        named = meetings.resolution(reading, word.start, word.end)
    else:
        named = None
    if named is None:
        title = titled.read(reading, word)
        return (
            Sighting(word.start, title.end, "named", word.type, name=title.name, rule="name.title") if title else None
        )
    return Sighting(
        word.start,
        named.end,
        "named",
        word.type,
        year=named.year,
        name=named.name,
        rule=meetings.MEETING if slug in meetings.TYPES else "name.known" if named.known else "name.shape",
    )


STUDIES = 24
"""Code points before "Luật" that tell a field of study, or the subject of a treaty, from a law."""


@cache
def _studies() -> tuple[str, ...]:
    """ "Trường Đại học Luật Hà Nội": a field of study, no law."""
    return tuple(f"{phrase} " for phrase in phrases("law_studies"))


def _spaced(reading: Reading, word: types.TypeWord) -> Sighting | None:
    match = grammar.SPACED.match(reading.text, word.end)
    symbol = symbol_of(match["symbol"]) if match else None
    if match is None or symbol is None:
        return None
    return Sighting(word.start, match.end(), "full", word.type, match["number"], None, symbol, rule="number.spaced")


def _short(reading: Reading, word: types.TypeWord) -> Sighting | None:
    match = grammar.BARE_NUMBER.match(reading.low, word.end)
    if match is None or "\n" in match[0]:
        return None
    if match["year"]:
        numbered = word.type.slug in NORMATIVE
        return (
            Sighting(word.start, match.end(), "short", word.type, match["number"], match["year"], rule=WITH_YEAR)
            if numbered
            else None
        )
    if types.names_form(reading, word):
        return None
    with_so = "s" in match[0][: match.start("number") - match.start()]
    capital = reading.text[word.start].isupper()
    if not with_so and not capital:
        return None
    if not with_so and word.abbreviated and word.type.slug not in ABBREVIATED:
        return None  # "ban kỹ thuật TC 8" is no communiqué
    if word.type.slug in types.WITHOUT_SYMBOL and dates.DATE.match(reading.low, match.end()):
        return Sighting(word.start, match.end(), "full", word.type, match["number"], rule="number.bare")
    if not with_so and word.type.slug in POLICIES:
        return Sighting(word.start, match.end(), "short", word.type, match["number"], rule="short.policy")
    return Sighting(
        word.start, match.end(), "short", word.type, match["number"], rule="short.so" if with_so else "short"
    )


def _anaphor(reading: Reading, word: types.TypeWord) -> Sighting | None:
    match = ANAPHOR.match(reading.low, word.end)
    if match is None:
        return None
    if counted(reading.low, word.start) is not None:
        return Sighting(word.start, match.end(), "anaphor", word.type, rule=PLURAL)
    before = NO_DOCUMENT.search(reading.low, max(0, word.start - 12), word.start)
    if before is not None and not (before["count"] and match["word"] == "này"):
        return None
    if match["word"] == "đó" and reading.text[word.start].islower():
        return None  # "luật khác có quy định thì áp dụng luật đó"
    return Sighting(
        word.start, match.end(), "anaphor", word.type, rule="anaphor.self" if match["word"] == "này" else "anaphor.last"
    )
