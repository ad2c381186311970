"""What the name of a law says that it changes: "Luật sửa đổi, bổ sung một số điều của Luật X ngày 18/6/2020" changes
Law X, where the text names that one too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.citations import names
from loaders.citations.sighting import Sighting
from loaders.relations import cues
from loaders.relations.scope import Scopes
from ontology.records import Span
from ontology.words import letters

VERBS = ("sửa đổi", "bổ sung")
"""How the name of a law begins that changes others."""

NEXT = re.compile(r"(?=[,;.]|\s+(?:và|số|năm)\s|\s*$)")
"""What may stand behind the name of a changed law: "Luật Đầu tư công" is not "Luật Đầu tư"."""

BEFORE = (",", ";", "và", "của", "điều")
"""What may stand before it: "10 luật có liên quan đến an ninh" names none."""


def read(scopes: Scopes) -> Iterator[tuple[int, int, Span]]:
    """Of each law that changes others by its name: its mention, the mention of a changed one, the words that say so.

    A changed law is left out where two of the text bear its name, or where it is not older.
    """
    changing = _changing(scopes.sightings)
    if not changing:
        return
    named = _named(scopes)
    for index in changing:
        sighting = scopes.sightings[index]
        verb = next(iter(cues.find(scopes.reading, sighting.start, sighting.end)), None)
        if verb is None or verb.phrase.predicate != "amends":
            continue
        words = " ".join(scopes.reading.low[verb.end : sighting.end].split())
        for name, places in named.items():
            at = words.find(name)
            if at < 0 or NEXT.match(words, at + len(name)) is None or (at and not words[:at].rstrip().endswith(BEFORE)):
                continue
            older = {scopes.meaning[place] for place in places if not scopes.younger(place, index)}
            older -= {scopes.meaning[index]}
            if len(older) == 1:
                place = next(place for place in places if scopes.meaning[place] in older)
                yield index, place, Span(verb.start, verb.end)


def _changing(sightings: tuple[Sighting, ...]) -> list[int]:
    return [
        index
        for index, sighting in enumerate(sightings)
        if sighting.name is not None and sighting.name.lower().startswith(VERBS) and _is_law(sighting)
    ]


def _is_law(sighting: Sighting) -> bool:
    return sighting.type is not None and sighting.type.slug in names.LAW_TYPES


def _named(scopes: Scopes) -> dict[str, list[int]]:
    """The laws that the text names, by type and name in small letters → their mentions; those that mean no document
    are left out."""
    found: dict[str, list[int]] = {}
    for index, sighting in enumerate(scopes.sightings):
        kind, name = sighting.type, sighting.name
        if kind is None or name is None or scopes.meaning[index] is None or not _is_law(sighting):
            continue
        words = letters(f"{kind.label_vi} {name}".lower())
        if not name.lower().startswith(VERBS):
            found.setdefault(" ".join(words.split()), []).append(index)
    return found
