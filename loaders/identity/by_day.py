"""Numbers without symbol that their day and their body tell from all others: "Quyết định số 1719 ngày 14/10/2021 của
Thủ tướng Chính phủ"."""

from __future__ import annotations

from loaders.citations.sighting import Sighting
from ontology import identity
from ontology.issuers import is_stranger
from ontology.records import SELF, Decided, Work

FULL_DAY = 10
"""Code points of a whole ISO date."""


def decide(
    sightings: tuple[Sighting, ...],
    meaning: list[str | None],
    works: dict[str, Work],
    reasons: dict[int, str],
    self_work: Work,
) -> None:
    """Gives each short form that refers to nothing the document that its own day and known body tell, and the other
    mentions of that number the same; takes them from `reasons`."""
    found: dict[tuple[str, str], str] = {}
    for index in reasons:
        sighting = sightings[index]
        date, issuer = sighting.tail.date, sighting.tail.issuer
        if sighting.form != "short" or sighting.type is None or issuer is None or is_stranger(issuer.key):
            continue
        if len(date or "") != FULL_DAY or sighting.number is None:
            continue
        label = sighting.type.label_vi
        path = identity.work_path(
            type=label, number=sighting.number, year=None, symbol=None, date=date, issuer_key=issuer.key
        )
        if path != self_work.id and path not in works:
            decided = Decided("number.date", "stated", "stated")
            title = sighting.tail.title_text
            works[path] = Work(path, label, sighting.number, None, None, date, issuer, title, decided=decided)
        found.setdefault(_number(sighting), SELF if path == self_work.id else path)
    if not found:
        return
    for index in list(reasons):
        if sightings[index].form == "short" and not sightings[index].year and _number(sightings[index]) in found:
            meaning[index] = found[_number(sightings[index])]
            del reasons[index]


def _number(sighting: Sighting) -> tuple[str, str]:
    return sighting.type.slug if sighting.type else "", (sighting.number or "").lstrip("0").lower()
