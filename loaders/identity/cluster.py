"""Mentions on their way to one document."""

from __future__ import annotations

from msgspec import Struct, field

from loaders.citations.sighting import Sighting
from ontology.issuers import is_stranger


class Cluster(Struct):
    """Mentions that mean one document. members: indexes into the sightings of the scan.

    The sets hold what the members state, so that one more mention is compared with the cluster, not with each member.
    """

    members: list[int] = field(default_factory=list)
    bodies: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def add(self, index: int, sighting: Sighting) -> None:
        """One more mention of this document."""
        self.members.append(index)
        tail = sighting.tail
        if tail.issuer is not None and "." in tail.issuer.key:
            self.bodies.add(tail.issuer.key)
        if tail.date:
            self.years.add(tail.date[:4])
            self.days.add(tail.date[4:])
        if sighting.year:
            self.years.add(sighting.year)
        if tail.title_key:
            self.titles.add(tail.title_key)

    def takes(self, sighting: Sighting) -> bool:
        """May this mention mean the same document? Two local bodies never, unless no table knows one of them and the
        day is the same (then it is written in two ways); two years only when day and month or the title agree, for then
        one of the years is a slip ("31/12/2020" and "31/12/2021")."""
        tail = sighting.tail
        local = tail.issuer is not None and "." in tail.issuer.key
        if local and self.bodies and tail.issuer is not None and tail.issuer.key not in self.bodies:
            unknown = any(is_stranger(key) for key in (tail.issuer.key, *self.bodies))
            return unknown and tail.date is not None and len(tail.date) == 10 and tail.date[4:] in self.days
        if sighting.year or tail.date is None or not self.years or tail.date[:4] in self.years:
            return True
        return (len(tail.date) == 10 and tail.date[4:] in self.days) or tail.title_key in self.titles
