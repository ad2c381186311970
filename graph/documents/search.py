"""Finding documents: by number as people write it, by words without diacritics."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from graph.answers import DocumentSummary
from graph.documents.summaries import rank, summaries
from graph.identity.keys import number_key
from graph.rdf.sparql import Values, step
from graph.rdf.terms import text
from graph.storage.store import Store, resolved
from ontology.errors import CancuError, NotFoundError
from ontology.typed_numbers import NumberParts, parse_number
from ontology.words import fold, nfc

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class AmbiguousNumberError(CancuError):
    """Several documents go by this number (11/QĐ-UBND of two provinces). Code: document.ambiguous; `candidates` are
    they."""

    exit_code = 6
    http_status = 300

    def __init__(self, number: str, candidates: tuple[DocumentSummary, ...]) -> None:
        names = "; ".join(_told(candidate) for candidate in candidates)
        super().__init__("document.ambiguous", number=number, candidates=names)
        self.candidates = candidates


def find(store: Store, number: str) -> list[DocumentSummary]:
    """The documents that a number means, higher authority first: none, one, or several.

    number: as people write it ("2289/QĐ-TTg", "quyết định 11/qd-ubnd Sơn La năm 2021"), or the IRI of a document. A
    type word, a year, a date and a province beside the number narrow the choice where they can.
    """
    if number.startswith(store.base):
        return list(summaries(store, [number]).values())
    parts = parse_number(number)
    if parts is None:
        return []
    values: Values = {"resolved": resolved(store), "key": text(number_key(parts.number, parts.symbol))}
    found = summaries(store, [str(work) for (work,) in store.select(step("by_number"), values).rows])
    return sorted(_narrowed(found.values(), number, parts), key=rank)


def one(store: Store, number: str) -> DocumentSummary:
    """The document that a number means. Raises NotFoundError (document.number: not a number; document.unknown) and
    AmbiguousNumberError."""
    found = find(store, number)
    if not found:
        is_number = parse_number(number) is not None or number.startswith(store.base)
        raise NotFoundError("document.unknown" if is_number else "document.number", number=number)
    if len(found) > 1:
        raise AmbiguousNumberError(number, tuple(found))
    return found[0]


def search(store: Store, words: str, limit: int = 20, offset: int = 0) -> tuple[list[DocumentSummary], int]:
    """Documents whose number, label, title or issuer hold all words, and how many there are in all.

    Diacritics and case do not count ("chuyen doi so" finds "Chuyển đổi số"); documents with the words as typed come
    first, then loaded ones, then those that most sources speak of. No words: all documents.
    """
    values: Values = {
        "resolved": resolved(store),
        "words": [text(f" {word}") for word in fold(words).split()],
        "typed": text(nfc(words).lower().strip()),
    }
    sparql = f"{step('search' if values['words'] else 'search_all')}\nLIMIT {int(limit)} OFFSET {int(offset)}"
    iris = [str(row[0]) for row in store.select(sparql, values).rows]
    if offset == 0 and len(iris) < limit:
        total = len(iris)
    else:
        total = int(store.select(step("search_count"), values).rows[0][0] or "0")
    known = summaries(store, iris)
    return [known[iri] for iri in iris], total


def _narrowed(found: Iterable[DocumentSummary], number: str, parts: NumberParts) -> list[DocumentSummary]:
    """Each hint beside the number counts only where it leaves something."""
    typed = f" {fold(number)} "
    years = {parts.year} if parts.year else set(_YEAR.findall(number))
    hints: list[Callable[[DocumentSummary], bool]] = [
        lambda each: parts.year is not None and f"/{parts.year}/" in (each.number or ""),
        lambda each: parts.type is not None and each.type is not None and fold(each.type) == fold(parts.type),
        lambda each: (each.date or "")[:4] in years or any(f"/{year}/" in (each.number or "") for year in years),
        lambda each: each.place is not None and f" {fold(each.place)} " in typed,
    ]
    left = list(found)
    for hint in hints:
        left = [each for each in left if hint(each)] or left
    return left


def _told(document: DocumentSummary) -> str:
    parts = (document.label, document.issuer, document.date)
    return ", ".join(part for part in parts if part)
