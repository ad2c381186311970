"""The document that a person means: by number, with place and year where several bear it, by IRI or by path."""

from __future__ import annotations

from api.things import checked
from graph.answers import DocumentSummary
from graph.documents import search
from graph.documents.search import AmbiguousNumberError
from graph.storage.store import Store
from ontology.errors import NotFoundError
from ontology.words import fold


def one(store: Store, number: str, place: str | None = None, year: str | None = None) -> DocumentSummary:
    """The document. number: "2289/QĐ-TTg", its IRI, or its path below the base ("doc/ttg/quyet-dinh/2020/2289").

    place and year are conditions, not hints. Raises NotFoundError and `AmbiguousNumberError`.
    """
    address = store.base + number if number.startswith("doc/") else number
    if address.startswith(store.base):
        checked(address)
    if place is None and year is None:
        return search.one(store, address)
    found = [document for document in search.find(store, address) if _fits(document, place, year)]
    if not found:
        raise NotFoundError("document.unknown", number=" ".join(filter(None, (number, place, year))))
    if len(found) > 1:
        raise AmbiguousNumberError(number, tuple(found))
    return found[0]


def _fits(document: DocumentSummary, place: str | None, year: str | None) -> bool:
    in_place = place is None or (document.place is not None and fold(document.place) in fold(place))
    return in_place and (year is None or year_of(document) == year)


def year_of(document: DocumentSummary) -> str | None:
    """Year of issue, from the date or from a number that carries it (30/2020/NĐ-CP)."""
    if document.date:
        return document.date[:4]
    parts = (document.number or "").split("/")
    return next((part for part in parts[1:] if len(part) == 4 and part.isdigit()), None)


def hint(number: str, candidate: DocumentSummary, among: tuple[DocumentSummary, ...], asked: str = "chain") -> str:
    """The shortest command line that means this candidate and none of the others."""
    places = [other.place for other in among].count(candidate.place)
    year = year_of(candidate)
    years = [year_of(other) for other in among].count(year)
    same = [other for other in among if other.place == candidate.place and year_of(other) == year]
    command = f"cancu {asked} {number}"
    if candidate.place and places == 1:
        return f'{command} --place "{candidate.place}"'
    if year and years == 1:
        return f"{command} --year {year}"
    if candidate.place and year and len(same) == 1:
        return f'{command} --place "{candidate.place}" --year {year}'
    return f"cancu {asked} {candidate.iri}"
