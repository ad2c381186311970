"""Citations in official translations: "the Government's Decree No. 82/2018/ND-CP of May 22, 2018"."""

from __future__ import annotations

import re
from functools import cache

from loaders.citations import types
from loaders.citations.dates import days_in
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.tables import DocumentType, document_types

REACH = 120
"""Code points from the word for a type to its number: "Law on Organization of the Government No. …"."""

MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
NAME = trie.pattern(MONTHS)
ORDINAL = r"(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"(?:\s+of\s+the(?:\s+(?!dated\s)[a-z]+,?){{1,10}})?\s*,?\s+\(?(?:dated|of)\s+(?:(?P<month>{NAME})(?!\w)\s+(?P<day>[0-9]{{1,2}}){ORDINAL},?"
    rf"|(?P<first>[0-9]{{1,2}}){ORDINAL}\s+(?:of\s+)?(?P<second>{NAME})(?!\w),?)\s+(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])"
)
"""On lower-case text, behind a number: "dated June 3, 2020", "of 31 March 2020", "of the State Bank of
Vietnam dated December 30, 2016"."""

OPENS = (" of ", " dated ", ", dated ", ", of ", " (dated ")


@cache
def _labels() -> dict[str, DocumentType]:
    """English words for types, those that two types share left out."""
    shared = types.translated()
    return {row.label_en.lower(): row for row in document_types() if row.label_en.upper() in shared}


@cache
def _type() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<word>{trie.pattern(_labels())})s?(?P<name>\s+on\s+[^;.()\n]{{3,90}}?)?,?\s+(?:no\.?\s*)?$"
    )


ITEM = r"(?:[0-9]{1,3}[a-z]?|[a-zđ])(?!\w)"
ITEMS = rf"{ITEM}(?:(?:,\s+(?:and\s+)?|\s+(?:and|or|to|through)\s+){ITEM})*"
PROVISION = patterns.awaited(
    rf"(?P<provision>(?:points?\s+{ITEMS},?\s+(?:of\s+)?)?(?:clauses?\s+{ITEMS},?\s+(?:of\s+)?)?articles?\s+{ITEMS})"
    r"(?:,|\s+of)?(?:\s+of)?\s+(?:the\s+)?(?:[0-9]{4}\s+)?"
    rf"(?:[a-z]+(?:\s+(?:of|and|[a-z]+)){{0,6}}['’]s\s+)?(?:{NAME}\s+[0-9]{{1,2}},\s+[0-9]{{4}},?\s+)?\Z"
)
"""The provision of a document in a translation: "Point a, Clause 2, Article 47 of the Government's"."""

PROVISION_MARK = "rticle "
PROVISION_WORD = re.compile(r"(?:point|clause|article)s?\s")


def provision_before(reading: Reading, start: int) -> str | None:
    """The provision that stands before the mention at `start`, as printed on one line; None where none does."""
    floor = max(0, start - REACH)
    if reading.low.find(PROVISION_MARK, floor, start) < 0:
        return None
    for opening in PROVISION_WORD.finditer(reading.low, floor, start):
        match = PROVISION.match(reading.low, opening.start(), start)
        if match is not None:
            return " ".join(reading.text[slice(*match.span("provision"))].split())
    return None


def type_before(reading: Reading, number: int) -> types.TypeWord | None:
    """The English word for a type that a number belongs to."""
    match = _type().search(reading.low, max(0, number - REACH), number)
    if match is None or not reading.text[match.start()].isupper():
        return None
    row = _labels()[" ".join(match["word"].split())]
    return types.TypeWord(match.start(), match.end(), row, False)


def date_behind(low: str, position: int) -> tuple[str, int] | None:
    """The date behind a number (ISO) and where it ends."""
    match = DATE.match(low, position) if low.startswith(OPENS, position) else None
    if match is None:
        return None
    year, month = match["year"], MONTHS.index(match["month"] or match["second"]) + 1
    day = int(match["day"] or match["first"])
    if not 1 <= day <= days_in(int(year), month):
        return None
    return f"{year}-{month:02}-{day:02}", match.end()
