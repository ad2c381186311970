"""What a consolidated text changes, and what changes it, is said of the act that it consolidates: its notes tell who
amended "Khoản này", its last articles what "Thông tư này" replaces. The text itself changes nothing; it has the bases
of that act, and its notes recite those of others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from loaders.citations import dates
from loaders.citations.sighting import Sighting
from loaders.relations.edge import MENTION, Edge
from loaders.relations.effects import ANOTHERS, CHANGES, WITH_SELF
from loaders.relations.statements import Reader
from loaders.text.reading import Reading
from ontology.records import SELF, Work

ENACTS = re.compile(
    r"(?<!\w)ban\s+hành\s+(?:luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư(?:\s+liên\s+tịch)?)\s+\Z"
)
"""Before "sửa đổi": the enacting words of an act that amended this one, which a note quotes."""

ENACTS_LIMIT = 48

BASES = re.compile(r"có(?<!\w..)\s+căn\s+cứ\s+(?:ban\s+hành|để\s+ban\s+hành)\s")
"""In a note, behind the act whose bases it recites, in quotation marks or not."""

SENTENCE = 1000
"""Code points from the act to its day; its title stands between."""

BASES_LIMIT = 8000
"""Code points of the bases of one act, where a page of its own text stands between."""


class Act(Struct, frozen=True):
    """The act of a consolidated text. work: its id; dates: of every document its day or year, where one is known;
    bases: where the notes begin to recite the bases of another act, each with the id of that act. day: ISO day on which
    the act took effect, as the sentence above the preamble says."""

    work: str
    dates: dict[str, str]
    bases: tuple[tuple[int, str], ...]
    day: str | None

    def speaker(self, edge: Edge, reading: Reading) -> str | None:
        """Who says what the text says of a document: the text, the act where something changes, or the one whose bases
        a note recites; None where none of them can."""
        if edge.predicate != "basedOn":
            if _of_a_note(edge, reading) or (edge.predicate != "guides" and self._younger(edge.object, self.work)):
                return None
            return self.work if edge.predicate in CHANGES else SELF
        above = bisect_right(self.bases, (edge.start, "")) - 1
        if above < 0:
            return None if self._younger(edge.object, self.work) else SELF
        begin, source = self.bases[above]
        return None if edge.start - begin > BASES_LIMIT or self._younger(edge.object, source) else source

    def _younger(self, work: str, than: str) -> bool:
        """Is a document certainly younger than another?"""
        one, other = self.dates.get(work, ""), self.dates.get(than, "")
        length = min(len(one), len(other))
        return length >= 4 and one[:length] > other[:length]


def act(index: int, work: str, works: Iterable[Work], sightings: tuple[Sighting, ...], reader: Reader) -> Act:
    """The act with id `work`. index: of the mention in the sentence above the preamble; reader: what has read the
    relations of the text."""
    low = reader.reading.low
    end = sightings[index].end
    colon = low.find(":", end, end + SENTENCE)  # behind it stand the acts that amended this one, with days of their own
    begun = ANOTHERS.search(low, end, colon) if colon >= 0 else None
    return Act(work, _dates(works), _bases(sightings, reader), dates.iso(begun) if begun else None)


def going_on(act: Act, works: Iterable[Work], sightings: tuple[Sighting, ...], reader: Reader) -> Act:
    """The same act as a later part of a long text knows it."""
    return replace(act, dates=act.dates | _dates(works), bases=_bases(sightings, reader))


def _dates(works: Iterable[Work]) -> dict[str, str]:
    return {each.id: each.date or each.year or "" for each in works}


def _bases(sightings: tuple[Sighting, ...], reader: Reader) -> tuple[tuple[int, str], ...]:
    starts = [sighting.start for sighting in sightings]
    found: list[tuple[int, str]] = []
    for match in BASES.finditer(reader.reading.low):
        first = bisect_left(starts, reader.blocks.start(match.start()))
        named = [reader.meaning[index] for index in range(first, bisect_left(starts, match.start()))]
        if named and named[0] is not None:
            found.append((match.start(), named[0]))
    return tuple(found)


def of_act(edges: Iterable[Edge], act: Act, reading: Reading) -> Iterator[Edge]:
    """The relations with the act in the place of the text, where the text cannot be meant."""
    found = [*_of_act(edges, act, reading)]
    stronger = {edge.object for edge in found if edge.subject == SELF and edge.predicate != "cites"}
    for edge in found:
        if edge.subject != SELF or edge.predicate != "cites" or edge.object not in stronger:
            yield edge


def _of_act(edges: Iterable[Edge], act: Act, reading: Reading) -> Iterator[Edge]:
    cited: set[tuple[str, int]] = set()
    for edge in edges:
        speaker = act.speaker(edge, reading) if edge.subject == SELF and edge.predicate != "cites" else edge.subject
        changed = act.work if edge.object == SELF else edge.object
        if speaker is not None and speaker != changed:
            begins = (
                speaker == act.work
                and edge.effective
                and WITH_SELF.search(reading.low, edge.sentence.start, edge.sentence.end)
            )
            day = act.day if begins and act.day else edge.effective
            yield replace(edge, subject=speaker, object=changed, effective=day)
        if speaker != edge.subject and (edge.object, edge.end) not in cited:
            cited.add((edge.object, edge.end))
            yield replace(edge, predicate="cites", rule="mention", why=MENTION, provision=None, effective=None)


def _of_a_note(edge: Edge, reading: Reading) -> bool:
    """Does a note say it of another act: one that goes on from the page before, or quotes what enacted that act?"""
    cue = edge.why.cue
    if edge.predicate not in CHANGES or cue is None or cue.start < edge.sentence.start:
        return False
    words = reading.text[edge.sentence.start : cue.start]
    if words.lstrip()[:1].islower() and "này" not in words:
        return True
    return ENACTS.search(reading.low, max(0, cue.start - ENACTS_LIMIT), cue.start) is not None
