"""Answers that people read: columns under their names, words for what the vocabulary names, numbers as numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Column, Table
from ontology.tables import action_statuses, suspicion_kinds
from viz.dates import likely, shown
from viz.labels import catalogue
from viz.labels import text as ui
from viz.links import Site
from viz.vocabulary import level_label, relation, status_label, suspicion_label

SHOWN = 500
"""Rows that a page shows; all of them are in the files beside it."""


SENTENCE = 60
"""Characters from which a cell wants a wide column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell of a page, and where it leads."""

    text: str
    href: str | None = None
    number: bool = False

    @property
    def long(self) -> bool:
        """A sentence, that wants a wide column."""
        return len(self.text) > SENTENCE


@dataclass(frozen=True, slots=True)
class Screen:
    """An answer as a page shows it. total: its rows; cut: there are more than that."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    cut: bool = False


def screen(table: Table, columns: Sequence[Column], site: Site) -> Screen:
    """The table for a page: words lead to the addresses that stand for them, which have no columns of their own; nor
    have those of a saved question in which nothing stands."""
    known = {column.name: column for column in columns}
    leads = {column.of: place for place, column in _placed(table, known) if column.of}
    kept = [place for place, name in enumerate(table.columns) if name not in known or not known[name].of]
    full = [place for place in kept if table.columns[place] not in known or any(row[place] for row in table.rows)]
    kept = full or kept
    kinds = [_kind(known, name) for name in table.columns]
    names = headings(table, columns, site.lang)
    rows = tuple(
        tuple(_cell(row[place], kinds[place], row, leads.get(table.columns[place]), site) for place in kept)
        for row in table.rows[:SHOWN]
    )
    return Screen(tuple(names[place] for place in kept), rows, len(table.rows), table.cut)


def readable(table: Table, columns: Sequence[Column], lang: str) -> Table:
    """The table for a terminal, addresses last; without columns as it is."""
    table = addresses_last(table, columns)
    known = {column.name: column for column in columns}
    kinds = [_kind(known, name) for name in table.columns]
    rows = tuple(tuple(_shown(value, kind, lang) for value, kind in zip(row, kinds, strict=True)) for row in table.rows)
    return Table(tuple(headings(table, columns, lang)), rows)


def choices(kind: str, lang: str) -> list[str]:
    """The words among which a parameter of that kind chooses; none where anything may be written."""
    if kind == "status":
        return [status_label(row.status, lang) for row in action_statuses()]
    return [suspicion_label(row.kind, lang) for row in suspicion_kinds()] if kind == "suspicion" else []


def headings(table: Table, columns: Sequence[Column], lang: str) -> list[str]:
    """What the columns are called."""
    known = {column.name: column.label_en if lang == "en" else column.label_vi for column in columns}
    return [known.get(name, name) for name in table.columns]


def cells(table: Table, columns: Sequence[Column], lang: str) -> list[list[str | float | None]]:
    """The rows for a sheet: numbers are numbers, so that they can be added there."""
    known = {column.name: column for column in columns}
    kinds = [_kind(known, name) for name in table.columns]
    return [
        [
            _number(value) if kind == "number" else _shown(value, kind, lang)
            for value, kind in zip(row, kinds, strict=True)
        ]
        for row in table.rows
    ]


def addresses_last(table: Table, columns: Sequence[Column]) -> Table:
    """The same table with the addresses that words of it stand for behind all others."""
    behind = {column.name for column in columns if column.of}
    order = sorted(range(len(table.columns)), key=lambda place: table.columns[place] in behind)
    names = tuple(table.columns[place] for place in order)
    return Table(names, tuple(tuple(row[place] for place in order) for row in table.rows))


def _placed(table: Table, known: Mapping[str, Column]) -> list[tuple[int, Column]]:
    return [(place, known[name]) for place, name in enumerate(table.columns) if name in known]


def _kind(known: Mapping[str, Column], name: str) -> str:
    return known[name].kind if name in known else "text"


def _cell(value: str | None, kind: str, row: Sequence[str | None], lead: int | None, site: Site) -> Cell:
    address = row[lead] if lead is not None else value
    href = site.cell(address) if address else None
    words = _shown(value, kind, site.lang) or ""
    return Cell(site.short(words) if lead is None else words or site.short(address or ""), href, kind == "number")


def _shown(value: str | None, kind: str, lang: str) -> str | None:
    return value if value is None or kind not in _WRITTEN else _WRITTEN[kind](value, lang)


def _dates(value: str, lang: str) -> str:
    return "; ".join(shown(each, lang) for each in value.split("; "))


def _level(value: str, lang: str) -> str:
    return level_label(int(value), lang) if value.isdigit() else value


def _loaded(value: str, lang: str) -> str:
    return ui("document.loaded" if value == "true" else "document.cited_only", lang)


def _named(group: str) -> Callable[[str, str], str]:
    """Words of the catalogue below a group; the value itself where it has none."""

    def word(value: str, lang: str) -> str:
        key = f"{group}.{value}"
        return ui(key, lang) if key in catalogue() else value

    return word


reason = _named("reason")
"""Why a string was not understood, in words."""


def _number(value: str | None) -> str | float | None:
    try:
        return None if value is None or value == "" else float(value)
    except ValueError:
        return value


def number(value: str, lang: str) -> str:
    """ "30906.3" → "30.906,3" in Vietnamese, "30,906.3" in English; anything else as it is."""
    sign, digits = ("-", value[1:]) if value.startswith("-") else ("", value)
    whole, _, rest = digits.partition(".")
    if not whole.isdigit() or (rest and not rest.isdigit()):
        return value
    grouped = f"{int(whole):,}" + (f".{rest}" if rest else "")
    return sign + (grouped if lang == "en" else grouped.translate(str.maketrans(",.", ".,")))


_WRITTEN: Mapping[str, Callable[[str, str], str]] = {
    "number": number,
    "date": shown,
    "dates": _dates,
    "likely": likely,
    "status": status_label,
    "relation": lambda value, lang: relation(value).label(lang),
    "inverse": lambda value, lang: relation(value).inverse(lang),
    "level": _level,
    "suspicion": suspicion_label,
    "severity": _named("severity"),
    "field": _named("field"),
    "loaded": _loaded,
    "reason": reason,
}
