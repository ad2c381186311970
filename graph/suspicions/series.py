"""Numbers out of order: every series that a load touches is decided anew, from the resolved facts of its members."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pyoxigraph as ox

from graph.identity.works import Work
from graph.rdf.sparql import Values, chunks, step
from graph.rdf.terms import cancu, plain, text
from graph.storage.store import Store, resolved
from graph.suspicions.nodes import Doubt, Facts, dates_among, grouped, written
from ontology.suspicions.dates import FULL
from ontology.suspicions.numbers import Meant, Twice, cited_twice, mark, meant, misnumbered
from ontology.suspicions.series import Member, Odd, in_order, odd_ones, series_of, with_more, without


class Place(NamedTuple):
    """Where a document stands. series: the key of its series, as text; confirmed: its date is sure; shared: several
    sources state it."""

    series: str
    ordinal: int
    confirmed: bool
    shared: bool = False


def place_in_series(work: Work) -> Place | None:
    """In which series a document stands, at which number, and whether its date is sure.

    None where it has no day, where the year in the number contradicts it, and where its province was only assumed
    from the one who speaks.
    """
    dates = work.dates
    date = dates[0] if dates else None
    if date is None or len(date) != FULL:
        return None
    symbols = {each.symbol for each in work.references if not each.place_assumed or each.own} - {None}
    keys = {series_of(work.path, symbol) for symbol in symbols} - {None}
    numbers = {each.number for each in work.references if each.number is not None}
    year = next((each.year for each in work.references if each.year), None)
    if len(keys) != 1 or not numbers or (year and year != date[:4]):
        return None
    (key,) = keys
    number = min(numbers)
    if key is None or not number.isdigit():
        return None
    stating = [each for each in work.references if each.date == date]
    confirmed = any(each.own or each.registered for each in stating)
    return Place("/".join(key), int(number), confirmed, sum(each.count for each in stating) > 1)


MEMBERS = 60_000
"""Members of series that a run remembers at most: some 25 MB."""


@dataclass(frozen=True, slots=True)
class State:
    """One series as the store holds it. members: by IRI; doubts: the triples of the suspicions about them; order:
    numbers with their dates, sorted, as long as all dates run with the numbers; None when some do not. titled: day →
    the members of that day that have a title."""

    members: Mapping[str, Member] = field(default_factory=dict)
    doubts: Sequence[ox.Triple] = ()
    order: Sequence[tuple[int, str]] | None = ()
    titled: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Held:
    """Series as the store holds them, read once in a run: an office adds to the same few books all the year, and every
    batch would read all that they hold."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._states: OrderedDict[str, State] = OrderedDict()
        self._size = 0

    def read(self, keys: Sequence[str]) -> dict[str, State]:
        """The series of these keys; one that the store does not hold is empty."""
        missing = [key for key in keys if key not in self._states]
        fresh = {key: State() for key in missing} | _stored(self.store, missing)
        return {key: fresh.get(key) or self._states[key] for key in keys}

    def learn(self, states: Mapping[str, State]) -> None:
        """These series are so now."""
        for key, state in states.items():
            before = self._states.pop(key, None)
            self._size += len(state.members) - (len(before.members) if before else 0)
            self._states[key] = state
        while self._size > MEMBERS:
            _, state = self._states.popitem(last=False)
            self._size -= len(state.members)


@dataclass(frozen=True, slots=True)
class Changed:
    """The touched series, before and after."""

    before: Mapping[str, State]
    after: Mapping[str, State]

    @property
    def standing(self) -> list[ox.Triple]:
        """The suspicions as they stand."""
        return [triple for state in self.before.values() for triple in state.doubts]

    @property
    def found(self) -> list[ox.Triple]:
        """The suspicions as they will be."""
        return [triple for state in self.after.values() for triple in state.doubts]


def changes(held: Held | None, before: Facts, after: Facts) -> Changed:
    """The touched series, decided anew. before, after: facts of the documents that are decided anew; held: the others;
    None: there are no others."""
    was, will = _members(before), _members(after)
    touched = sorted({key for key in {*was, *will} if was.get(key) != will.get(key)})
    stood = {} if held is None else held.read(touched)
    now = {key: _judged(key, stood.get(key, State()), was.get(key, {}), will.get(key, {})) for key in touched}
    return Changed(stood, now)


def _judged(key: str, stood: State, gone: Mapping[str, Member], come: Mapping[str, Member]) -> State:
    """A series without the ones and with the others. Most series are in order and stay so: an office adds to each book
    some documents with every batch, and that is seen by looking at their neighbours."""
    members = {iri: each for iri, each in stood.members.items() if iri not in gone} if gone else dict(stood.members)
    members |= come
    order = _still_in_order(stood, gone, come)
    titled = _titled(stood.titled, gone, come)
    twice = _twice(members, titled)
    slips = {each.member.id for each in twice}
    torn = [] if order is not None else [each for each in misnumbered(members.values()) if each.member.id not in slips]
    slips |= {each.member.id for each in torn}
    odd = [] if order is not None else odd_ones(each for iri, each in members.items() if iri not in slips)
    doubts = [(each.member.id, _doubt(key, each)) for each in odd]
    doubts += [(each.member.id, _number_doubt(key, each)) for each in twice]
    doubts += [(each.member.id, _slip_doubt(key, each)) for each in (*torn, *meant(members.values()))]
    return State(members, [triple for iri, doubt in doubts for triple in written(iri, doubt)], order, titled)


def _titled(
    stood: Mapping[str, frozenset[str]], gone: Mapping[str, Member], come: Mapping[str, Member]
) -> dict[str, frozenset[str]]:
    """The days without the ones and with the others."""
    titled = dict(stood)
    for iri, each in gone.items():
        if each.title is not None and (left := titled.pop(each.date, frozenset()) - {iri}):
            titled[each.date] = left
    for iri, each in come.items():
        if each.title is not None:
            titled[each.date] = titled.get(each.date, frozenset()) | {iri}
    return titled


def _twice(members: Mapping[str, Member], titled: Mapping[str, frozenset[str]]) -> list[Twice]:
    found = []
    for _, alike in sorted(titled.items()):
        if len(alike) > 1:
            others = (each for iri, each in members.items() if iri not in alike)
            found += cited_twice([members[iri] for iri in sorted(alike)], others)
    return found


def _still_in_order(
    stood: State, gone: Mapping[str, Member], come: Mapping[str, Member]
) -> Sequence[tuple[int, str]] | None:
    if stood.order is None:
        return in_order([*(each for iri, each in stood.members.items() if iri not in gone), *come.values()])
    return with_more(without(stood.order, gone.values()), come.values())


def _doubt(series: str, odd: Odd) -> Doubt:
    member = odd.member
    kind = "dayMonthSwapped" if odd.is_swap else "seriesOrder"
    near = odd.before if odd.low and member.date < odd.low else odd.after
    severity = "note" if member.listed else "warning"
    return Doubt("series", kind, severity, member.date, odd.range, near, (("inSeries", text(series)),))


def _number_doubt(series: str, twice: Twice) -> Doubt:
    member, other = twice
    stated = member.printed or str(member.number)
    more = (("inSeries", text(series)),)
    return Doubt("series-number", "numberTwice", "warning", stated, other.printed, other.id, more)


def _slip_doubt(series: str, found: Meant) -> Doubt:
    more = (("inSeries", text(series)),)
    return Doubt("series-slip", "numberSlip", "warning", found.day, found.other.printed, found.other.id, more)


def _members(facts: Facts) -> dict[str, dict[str, Member]]:
    found: dict[str, dict[str, Member]] = {}
    for work, said in facts.items():
        if "series" in said:
            found.setdefault(said["series"][0], {})[work] = _member(work, said, dates_among(facts, work))
    return found


def _member(work: str, said: Mapping[str, tuple[str, ...]], dates: Iterable[str]) -> Member:
    date = said["date_document"][0]
    others = tuple(each for each in dates if each != date)
    issuer, kind, _, symbol = said["series"][0].split("/", 3)
    title = mark(issuer, kind, symbol, next(iter(said.get("title", ())), None))
    printed = next(iter(said.get("number", ())), None)
    firm, shared, listed = (name in said for name in ("dateConfirmed", "dateShared", "registeredOnly"))
    return Member(work, int(said["ordinal"][0]), date, firm, others, title, printed, shared, listed)


def _stored(store: Store, series: Sequence[str]) -> dict[str, State]:
    """These series as the store holds them."""
    triples: list[ox.Triple] = []
    doubts: list[ox.Triple] = []
    for chunk in chunks(series):
        values: Values = {"resolved": resolved(store), "series": [text(key) for key in chunk]}
        triples += store.construct(step("series_members"), values)
        doubts += store.construct(step("series_suspicions"), values)
    members = _members(grouped(triples))
    series_of_node = {
        plain(each.subject): str(plain(each.object)) for each in doubts if each.predicate == cancu("inSeries")
    }
    about: dict[str, list[ox.Triple]] = {}
    for each in doubts:
        key = series_of_node.get(plain(each.subject)) or series_of_node[plain(each.object)]
        about.setdefault(key, []).append(each)
    return {
        key: State(of_key, about.get(key, ()), in_order(of_key.values()), _titled({}, {}, of_key))
        for key in {*members, *about}
        for of_key in [members.get(key, {})]
    }
