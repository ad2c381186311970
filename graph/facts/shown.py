"""What is shown of one document, as plain values: the graph makes its facts of them, and nothing but them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from graph.facts.calling import title_of
from graph.facts.titles import unlike
from graph.identity.keys import fold, number_key
from graph.identity.works import Field, Reference, Work, years_of
from graph.suspicions import nodes as suspicions
from graph.suspicions.series import Place, place_in_series
from ontology.document_type import row_of
from ontology.numbers import format_number


class Conflict(NamedTuple):
    """A field on which the witnesses contradict each other: all values, sorted, and the one that is shown."""

    field: str
    stated: tuple[str, ...]
    shown: str | None


class Shown(NamedTuple):
    """All that is shown of one document but the number of its witnesses, as plain values."""

    path: str
    type: str | None
    number: str | None
    number_key: str | None
    title: str | None
    name: str | None
    issuer: str | None
    symbol: str | None
    status: str | None
    effective: str | None
    date: str | None
    years: tuple[str, ...]
    loaded: bool
    registered_only: bool
    place: Place | None
    candidates: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    doubts: tuple[suspicions.Doubt, ...]


def show(work: Work) -> Shown:
    """What is shown of a work."""
    dates, best = work.dates, _numbered(work)
    return Shown(
        path=work.path,
        type=work.chosen("type"),
        number=None if best is None else format_number(best.number, best.year, best.symbol),
        number_key=None if best is None or best.number is None else number_key(best.number, best.symbol),
        title=title_of(work),
        name=work.chosen("name"),
        issuer=work.chosen("issuer_name"),
        symbol=work.chosen("symbol"),
        status=work.chosen("status"),
        effective=work.chosen("effective"),
        date=dates[0] if dates else None,
        years=tuple(sorted(years_of(work))),
        loaded=any(each.own for each in work.references),
        registered_only=all(each.registered for each in work.references),
        place=place_in_series(work),
        candidates=work.candidates,
        conflicts=tuple(_conflicts(work)),
        doubts=tuple(suspicions.of_work(work)),
    )


def _numbered(work: Work) -> Reference | None:
    """The reference whose number stands for the work as people write it ("2289/QĐ-TTg"); None when none has one."""
    usual = (None, *work.years[:1])
    return min(
        (each for each in work.references if each.number is not None),
        key=lambda each: (
            not each.own,
            each.year not in usual,
            -each.mentions,
            -len(each.symbol or ""),
            each.profile,
        ),
        default=None,
    )


def _conflicts(work: Work) -> Iterator[Conflict]:
    """The fields on which the witnesses contradict each other, by name."""
    stated: dict[str, set[str]] = defaultdict(set)
    for each in work.references:
        for name, said, other in each.conflicts:
            years = {year for value in (said, other) if name == "number" and (year := _year_in(value)) is not None}
            if len(years) > 1:  # "202/2022/QH15", "202/2025/QH15": told as a text told it, found by the years
                stated["year"] |= years
            else:
                stated[name] |= {said, other}
    dates = work.dates
    if len(dates) > 1 or "date" in stated:
        stated["date"] |= set(dates)
    if len(work.years) > 1:
        stated["year"] |= set(work.years)
    for name, values in _unlike_register(work):
        stated[name] |= values
    if titles := unlike(work):
        stated["title"] |= titles
    for name, values in sorted(stated.items()):
        field = _FIELDS.get(name)
        first = {"date": dates, "year": work.years}.get(name, ())
        shown = work.chosen(field) if field is not None else next(iter(first), None)
        yield Conflict(name, tuple(sorted(values)), shown)


def _year_in(number: str) -> str | None:
    """The year in a number as people write it ("202/2025/QH15")."""
    _, _, behind = number.partition("/")
    year = behind.partition("/")[0]
    return year if len(year) == len("2025") and year.isdigit() else None


_FIELDS: Mapping[str, Field] = {
    "number": "number",
    "symbol": "symbol",
    "issuer": "issuer_name",
    "type": "type",
    "title": "title",
}
"""Field of a conflict → the field of a reference that is shown."""


def _unlike_register(work: Work) -> Iterator[tuple[str, set[str]]]:
    """(field, the registered values and those that contradict them all)."""
    if not any(each.registered for each in work.references):
        return
    for name, (said, same) in _COMPARED.items():
        official: set[Said] = set()
        stated: set[Said] = set()
        for each in work.references:
            value = said(each)
            if value[0] is not None:
                (official if each.registered else stated).add(value)
        others = {value for value in stated if official and not any(same(value, row) for row in official)}
        values = {str(value[0]) for value in official | others}
        if others and len(values) > 1:
            yield name, values


Said = tuple[str | None, str | None]
"""What is stated in a field, and what it is compared by where that is something else."""


def _same_issuer(one: Said, other: Said) -> bool:
    return one[1] == other[1]


def _same_type(one: Said, other: Said) -> bool:
    """Types of one number series, too: a code is a law, a notice of conclusions a notice."""
    rows = row_of(one[0]), row_of(other[0])
    if rows[0] is not None and rows[1] is not None:
        return rows[0].series == rows[1].series
    return fold(one[0] or "") == fold(other[0] or "")


_COMPARED: Mapping[str, tuple[Callable[[Reference], Said], Callable[[Said, Said], bool]]] = {
    "issuer": (lambda each: (each.issuer_name, each.issuer_key), _same_issuer),
    "type": (lambda each: (each.type, None), _same_type),
}
