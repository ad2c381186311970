"""Provinces as people name them on a command line: known, or refused with what they may have meant."""

from __future__ import annotations

import difflib

from api.settings import UsageError
from ontology.tables import place_at, places
from ontology.words import fold

MOST_OFFERED = 3


def checked(place: str | None, option: str = "--place") -> str | None:
    """The name as it was given, empty ones as None. Raises `UsageError` (settings.place) where no province bears it."""
    if not place or not place.strip():
        return None
    if place_at(place) is not None:
        return place
    near = similar(place)
    if near:
        raise UsageError("settings.place", name=option, value=place, offered=", ".join(near))
    raise UsageError("settings.no_place", name=option, value=place)


def similar(place: str) -> list[str]:
    """Provinces whose names are like this one, whatever its marks ("Son La", "Quang Tri", "Lao Kai"), the likest
    first."""
    names = {fold(spelling): row.name for row in places() for spelling in (row.name, row.full_name, *row.aliases)}
    found = [names[each] for each in difflib.get_close_matches(fold(place), sorted(names), 2 * MOST_OFFERED, 0.6)]
    return list(dict.fromkeys(found))[:MOST_OFFERED]
