"""Documents that earlier parts of a long text name, for the mentions of a later part that mean them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from loaders.citations import tails
from loaders.citations.sighting import Sighting
from loaders.citations.tails import Speaker
from loaders.identity.contradictions import of_date, of_issuer
from loaders.identity.identify import Identified
from loaders.identity.law_names import names_asked, names_of
from ontology.records import Citation, Issuer, Work

FAR = -1_000_000
"""Where mentions of earlier parts stand: before the part, farther than any rule looks back."""

Key = tuple[str, ...]
Stated = tuple[str | None, Issuer | None, str]
"""Date, issuer and title of a mention."""


class Earlier:
    """For each document of the parts before, one mention of every kind: those that state the same are one."""

    def __init__(self) -> None:
        self._mentions: dict[str, dict[Stated, Sighting]] = {}
        self._works: dict[Key, dict[str, None]] = {}

    def meant_by(self, sightings: Iterable[Sighting], speaker: Speaker) -> tuple[Sighting, ...]:
        """Mentions of earlier parts that those of a part may mean, in the order in which they came."""
        if not self._works:
            return ()
        works = {work: None for seen in sightings for key in _asked(seen, speaker) for work in self._works.get(key, ())}
        return tuple(seen for work in works for seen in self._mentions[work].values())

    def add(self, sightings: Iterable[Sighting], meaning: Iterable[str | None]) -> None:
        """The mentions of one part."""
        for seen, work in zip(sightings, meaning, strict=True):
            if work is None or seen.form != "full":
                continue
            stated = seen.tail.date, seen.tail.issuer, seen.tail.title_key
            self._mentions.setdefault(work, {}).setdefault(stated, far(seen))
            for key in _keys(seen):
                self._works.setdefault(key, {}).setdefault(work)


def without(identified: Identified, count: int) -> Identified:
    """What was decided of the mentions of a part, those of earlier parts before it left out."""
    if not count:
        return identified
    meaning = identified.meaning[count:]
    meant = frozenset(meaning)
    return replace(
        identified,
        works=tuple(work for work in identified.works if work.id in meant),
        meaning=meaning,
        conflicts={index - count: found for index, found in identified.conflicts.items() if index >= count},
        reasons={index - count: why for index, why in identified.reasons.items() if index >= count},
    )


def told_apart(
    citations: tuple[Citation, ...], part: Iterable[Work], whole: Mapping[str, Work]
) -> tuple[Citation, ...]:
    """The citations of a part with what they contradict in the text as a whole. part, whole: the documents as either
    knows them."""
    other = {
        each.id: whole[each.id]
        for each in part
        if (each.date, each.issuer) != (whole[each.id].date, whole[each.id].issuer)
    }
    return (
        tuple(_against(each, other[each.work]) if each.work in other else each for each in citations)
        if other
        else citations
    )


def _against(citation: Citation, work: Work) -> Citation:
    mention = citation.mention
    known = {each.field for each in citation.conflicts}
    found = (*of_date(mention.date, work), *of_issuer(mention.issuer, work))
    new = tuple(each for each in found if each.field not in known)
    return replace(citation, conflicts=(*citation.conflicts, *new)) if new else citation


def far(seen: Sighting) -> Sighting:
    """A mention of an earlier part as a later one sees it."""
    tail = replace(seen.tail, title=None, date_end=None, end=FAR) if seen.tail is not tails.NOTHING else seen.tail
    return replace(seen, start=FAR, end=FAR, tail=tail)


def _keys(seen: Sighting) -> Iterator[Key]:
    """All under which a mention in full is asked for."""
    number = (seen.number or "").lstrip("0").lower()
    if not number:
        return
    yield "full", number, seen.year or "", seen.symbol.text.lower() if seen.symbol else ""
    yield from (("law", name) for name in sorted(names_of([seen])))
    if seen.type is not None:
        yield "short", seen.type.slug, number
        yield "year", seen.type.slug, number, seen.year or (seen.tail.date or "")[:4]


def _asked(seen: Sighting, speaker: Speaker) -> Iterator[Key]:
    """Under which a mention asks for its document."""
    if seen.form == "named":
        yield from (("law", name) for name in names_asked(seen, speaker))
    number = (seen.number or "").lstrip("0").lower()
    if not number:
        return
    if seen.form == "full":
        yield "full", number, seen.year or "", seen.symbol.text.lower() if seen.symbol else ""
    elif seen.form == "short" and seen.type is not None:
        yield ("year", seen.type.slug, number, seen.year) if seen.year else ("short", seen.type.slug, number)
