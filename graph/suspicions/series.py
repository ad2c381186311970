"""Numbers out of order: every series that a load touches is decided anew, from the resolved facts of its members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from graph.resolve import Work, rival_dates
from graph.sparql import Values, chunks, step
from graph.store import Store, resolved
from graph.suspicions.nodes import Doubt, Facts, dates_among, grouped, written
from graph.terms import Node, Term, boolean, cancu, integer, text
from ontology.suspicions.dates import FULL
from ontology.suspicions.series import Member, Odd, odd_ones, series_of


def places_of(work: Work) -> list[tuple[Node, Term]]:
    """In which series a document stands, at which number, and whether its date is sure: properties of the document.

    Nothing where it has no day, where the year in the number contradicts it, and where its province was only assumed
    from the one who speaks.
    """
    dates = rival_dates(work)
    date = dates[0] if dates else None
    keys = {
        series_of(work.path, each.symbol)
        for each in work.references
        if each.symbol is not None and not (each.place_assumed and not each.own)
    } - {None}
    numbers = {each.number for each in work.references if each.number is not None}
    year = next((each.year for each in work.references if each.year), None)
    if date is None or len(date) != FULL or len(keys) != 1 or not numbers or (year and year != date[:4]):
        return []
    (key,) = keys
    number = min(numbers)
    if key is None or not number.isdigit():
        return []
    pairs: list[tuple[Node, Term]] = [(cancu("series"), text("/".join(key))), (cancu("ordinal"), integer(int(number)))]
    if any(each.date == date and (each.own or each.registered) for each in work.references):
        pairs.append((cancu("dateConfirmed"), boolean(True)))
    return pairs


def changes(store: Store, before: Facts, after: Facts, *, alone: bool) -> tuple[list[ox.Triple], list[ox.Triple]]:
    """The suspicions of the touched series, as they stand and as they will. before, after: facts of the documents that
    are decided anew. alone: they are all documents there are."""
    was, will = _members(before), _members(after)
    touched = sorted({key for key in {*was, *will} if was.get(key) != will.get(key)})
    if not touched:
        return [], []
    decided = {*before, *after}
    stay: dict[str, set[Member]] = {} if alone else _stored(store, touched, decided)
    found = [
        triple
        for key in touched
        for odd in odd_ones({*will.get(key, set()), *stay.get(key, set())})
        for triple in written(odd.member.id, _doubt(key, odd))
    ]
    return ([] if alone else _standing(store, touched)), found


def _doubt(series: str, odd: Odd) -> Doubt:
    member = odd.member
    kind = "dayMonthSwapped" if odd.is_swap else "seriesOrder"
    near = odd.before if odd.low and member.date < odd.low else odd.after
    return Doubt("series", kind, "warning", member.date, odd.range, near, (("inSeries", text(series)),))


def _members(facts: Facts) -> dict[str, set[Member]]:
    found: dict[str, set[Member]] = {}
    for work, said in facts.items():
        if "series" in said:
            found.setdefault(said["series"][0], set()).add(_member(work, said, dates_among(facts, work)))
    return found


def _member(work: str, said: Mapping[str, tuple[str, ...]], dates: Iterable[str]) -> Member:
    date = said["date_document"][0]
    others = tuple(each for each in dates if each != date)
    return Member(work, int(said["ordinal"][0]), date, "dateConfirmed" in said, others)


def _stored(store: Store, series: list[str], without: set[str]) -> dict[str, set[Member]]:
    """The members of these series that the store holds, without those that are decided anew."""
    triples: list[ox.Triple] = []
    for chunk in chunks(series):
        values: Values = {"resolved": resolved(store), "series": [text(key) for key in chunk]}
        triples += store.construct(step("series_members"), values)
    members = _members(grouped(triples))
    return {key: {each for each in found if each.id not in without} for key, found in members.items()}


def _standing(store: Store, series: list[str]) -> list[ox.Triple]:
    found: list[ox.Triple] = []
    for chunk in chunks(series):
        values: Values = {"resolved": resolved(store), "series": [text(key) for key in chunk]}
        found += store.construct(step("series_suspicions"), values)
    return found
