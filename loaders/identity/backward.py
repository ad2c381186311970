"""Short forms and anaphors: "Quyết định 2289" and "Nghị quyết này" mean a document that the same text names in full."""

from __future__ import annotations

from loaders.citations.sighting import Sighting
from loaders.header.header import Head
from loaders.identity import consolidated_act
from ontology.records import SELF

NEAR = 8
"""Mentions before the definition of an alias among which its document is looked for."""

REACH = 1200
"""Code points between a document and the definition of its alias: its title stands between."""


POINTING_REACH = 2000
"""Code points from a document to the "Quyết định nêu trên" that means it."""


def refer_back(
    sightings: tuple[Sighting, ...], meaning: list[str | None], head: Head, act: int | None = None
) -> dict[int, str]:
    """Fills `meaning` for short forms and anaphors; returns why the others have no referent. act: the mention of what a
    consolidated text consolidates.

    A short form looks back first, then ahead (a title may use it before the body gives the full number).
    """
    reasons: dict[int, str] = {}
    by_number_: dict[tuple[str, str], str] = {}
    by_year: dict[tuple[str, str, str], str] = {}
    for later in (False, True):
        last_of_type: dict[str, tuple[str, int]] = {}
        speaks: set[str] = set()
        aliases: dict[str, str | None] = {}
        for index, sighting in enumerate(sightings):
            kind = sighting.type.slug if sighting.type else ""
            if (sighting.form in ("full", "named") or sighting.year) and meaning[index]:
                last_of_type[kind] = (meaning[index] or "", sighting.end)
                if sighting.number:
                    number = _number(kind, sighting)
                    by_number_[number] = meaning[index] or ""
                    by_year[(*number, sighting.year or "")] = meaning[index] or ""
            elif sighting.rule == "short.alias" and sighting.name is not None:
                if sighting.name not in aliases:
                    aliases[sighting.name] = _defined(sightings, meaning, index)
                meaning[index] = aliases[sighting.name]
                if meaning[index] is None:
                    reasons[index] = "short.no_referent"
            elif sighting.form == "short" and meaning[index] is None:
                number = _number(kind, sighting)
                meaning[index] = by_year.get((*number, sighting.year)) if sighting.year else by_number_.get(number)
                if later and meaning[index] is None:
                    reasons[index] = "short.no_referent"
            elif sighting.form == "anaphor" and not later:
                if consolidated_act.speaks(sighting, act, sightings, head):
                    meaning[index] = SELF
                else:
                    meaning[index] = None if kind in speaks else _anaphor(sighting, kind, last_of_type, head)
                if meaning[index] is None and sighting.rule == "anaphor.self":
                    speaks.add(kind)  # an excerpt without its head says "Thông tư này" of itself from here on
                if meaning[index] is None:
                    reasons[index] = "anaphor.no_referent"
    return reasons


def _number(kind: str, sighting: Sighting) -> tuple[str, str]:
    return kind, (sighting.number or "").lstrip("0").lower()


def _defined(sightings: tuple[Sighting, ...], meaning: list[str | None], index: int) -> str | None:
    """What an alias stands for: the document of its type right before the definition, else the last one that no title
    holds."""
    alias = sightings[index]
    near = [i for i in range(max(0, index - NEAR), index) if sightings[i].form in ("full", "named") and meaning[i]]
    near = [i for i in near if alias.start - sightings[i].end <= REACH]
    outer = [i for i in near if not any(_holds(sightings[j], sightings[i]) for j in near if j < i)]
    for candidates in (outer, near):
        same = [i for i in candidates if sightings[i].type == alias.type]
        if same:
            return meaning[same[-1]]
    return None


def _holds(holder: Sighting, other: Sighting) -> bool:
    title = holder.tail.title
    return title is not None and title.start <= other.start < title.end


def _anaphor(sighting: Sighting, kind: str, last_of_type: dict[str, tuple[str, int]], head: Head) -> str | None:
    """The text itself, or the last document of that type, when it was named not long ago."""
    if sighting.rule == "anaphor.self" and head.type is not None and head.type.slug == kind:
        return SELF
    last, end = last_of_type.get(kind, (None, 0))
    return last if sighting.start - end <= POINTING_REACH else None
