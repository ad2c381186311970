"""Provinces as people name them on a command line: known, or refused with what they may have meant."""

from __future__ import annotations

import difflib
from functools import cache

from api.settings import UsageError
from ontology.tables import place_at, places
from ontology.words import fold

MOST_OFFERED = 3


def checked(place: str | None, option: str = "--place") -> str | None:
    """The name of a province, as it was given or, where the marks were left out, as the table spells it; empty ones as
    None. Raises `UsageError` (settings.place, settings.no_place) where no province bears it."""
    if not place or not place.strip():
        return None
    if place_at(place) is not None:
        return place
    if fold(place) in _spellings():
        return _spellings()[fold(place)]
    near = similar(place)
    if near:
        raise UsageError("settings.place", name=option, value=place, offered=", ".join(near))
    raise UsageError("settings.no_place", name=option, value=place)


def similar(place: str) -> list[str]:
    """Provinces whose names are like this one ("Lao Kai", "Quảng Chị"), the likest first."""
    near = difflib.get_close_matches(fold(place), sorted(_spellings()), 2 * MOST_OFFERED, 0.6)
    return list(dict.fromkeys(_spellings()[each] for each in near))[:MOST_OFFERED]


@cache
def _spellings() -> dict[str, str]:
    """Folded spelling → name; with "tỉnh" and "thành phố", of all eras."""
    units = {"province": "tỉnh", "city": "thành phố"}
    return {
        fold(spelling): row.name
        for row in places()
        for spelling in (row.name, row.full_name, f"{units[row.kind]} {row.name}", *row.aliases)
    }
