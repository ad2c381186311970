"""The actions of a document: those that carry it out, and those that it states itself.

A scope (all actions around one focus) is read as short rows and counted; only what is shown is read in full.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.actions.programme_summaries import programme_summaries
from graph.answers import (
    STATUSES,
    Action,
    ActionList,
    Cell,
    Counts,
    DocumentSummary,
    Evidence,
    Measure,
    ProgrammeSummary,
)
from graph.documents.evidence import printed
from graph.documents.summaries import rank, summaries
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.rdf.terms import node
from graph.storage.store import Store, resolved
from graph.witness.addresses import source_of, speaker_iri
from graph.witness.references import identified
from ontology.terms import CANCU, SCHEMA
from ontology.words import fold

Way = Literal["for", "by"]
"""for: actions that carry a document out, or belong to a programme that it approves; by: those that it states."""

MOST = 20_000
"""Rows of one scope that are looked at; beyond that a list says that there is more."""

SHOWN = 30
"""Actions of a list on a page."""


@dataclass(frozen=True, slots=True)
class Row:
    """An action in short. witness: IRI of the document that states it, with its authority and date; place: the
    province that the action names, else that of the witness."""

    iri: str
    status: str
    place: str | None
    witness: str
    level: int = 0
    date: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which actions of a scope to show; None: any. place: of a province; programme: its IRI."""

    status: str | None = None
    place: str | None = None
    programme: str | None = None

    def keeps(self, row: Row, inside: frozenset[str] | None) -> bool:
        in_place = self.place is None or fold(row.place or "") == fold(self.place)
        return in_place and self.status in (None, row.status) and (inside is None or row.iri in inside)


def listed(
    store: Store, way: Way, work: str, only: Filter | None = None, *, limit: int = SHOWN, offset: int = 0
) -> ActionList:
    """Actions of a document, filtered: by status, then by authority and date of the document that states them."""
    return _listed(store, scope(store, way, [work]), only or Filter(), limit, offset)


def in_programme(
    store: Store, programme: str, only: Filter | None = None, *, limit: int = SHOWN, offset: int = 0
) -> ActionList:
    """The same for the actions that belong to a programme."""
    return _listed(store, of_programme(store, programme), only or Filter(), limit, offset)


def scope(store: Store, way: Way, works: Sequence[str], most: int | None = None) -> list[Row]:
    """All actions of some documents in short, at most `most` (else `MOST`); each once, ordered by their addresses."""
    most = MOST if most is None else most
    found: dict[str, Row] = {}
    for chunk in chunks(sorted(set(works))):
        values: Values = {"resolved": resolved(store), "works": nodes(chunk)}
        found |= {row.iri: row for row in _rows(store, f"actions_{way}", values, most - len(found))}
    return [found[iri] for iri in sorted(found)]


def of_programme(store: Store, programme: str) -> list[Row]:
    """The actions that belong to a programme in short, at most `MOST`."""
    return _rows(store, "actions_in", {"resolved": resolved(store), "programme": node(programme)}, MOST)


def _rows(store: Store, name: str, values: Values, limit: int) -> list[Row]:
    found = store.select(f"{step(name)}\nLIMIT {int(max(limit, 0))}", values).rows
    told = _tellers(store, {source_key(str(iri)) for iri, _, _ in found})
    rows = []
    for iri, status, province in found:
        witness, level, date, home = told[source_key(str(iri))]
        rows.append(Row(str(iri), str(status), province or home, witness, level, date))
    return sorted(rows, key=_address)


def _tellers(store: Store, sources: Iterable[str]) -> dict[str, tuple[str, int, str, str | None]]:
    """Source → the document that it is, its authority, date and province."""
    found = {}
    for chunk in chunks(sorted(sources)):
        values: Values = {"resolved": resolved(store), "speakers": nodes([speaker_iri(each) for each in chunk])}
        for speaker, work, level, date, place in store.select(step("tellers"), values).rows:
            source = str(speaker).removesuffix(_SPEAKER)
            found[source] = (str(work), int(str(level)), date or "9999", place)
    return found


_SPEAKER = speaker_iri("")


def _address(row: Row) -> str:
    return row.iri


def _listed(store: Store, rows: Sequence[Row], only: Filter, limit: int, offset: int) -> ActionList:
    inside = None if only.programme is None else frozenset(row.iri for row in of_programme(store, only.programme))
    kept = [row for row in rows if only.keeps(row, inside)]
    shown = ordered(kept)[offset : offset + limit]
    return ActionList(
        actions=tuple(details(store, shown)),
        total=len(kept),
        statuses=statuses(rows),
        places=tuple(
            sorted(Counter(row.place for row in rows if row.place).items(), key=lambda each: (-each[1], each[0]))
        ),
        programmes=programmes_of(store, rows),
        capped=len(rows) >= MOST,
    )


def statuses(rows: Iterable[Row]) -> Counts:
    """(status, how many), in the order of `STATUSES`."""
    counts = Counter(row.status for row in rows)
    return tuple((status, counts[status]) for status in STATUSES if counts[status])


def ordered(rows: Iterable[Row]) -> list[Row]:
    """By status, then by authority and date of the witness, then by their place in its text."""
    return sorted(rows, key=_place)


def _place(row: Row) -> tuple[int, int, str, str, str, int, str]:
    return _order(row.status), row.level, row.date, row.witness, source_key(row.iri), start_of(row.iri), row.iri


def _order(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)


def source_key(action: str) -> str:
    """The source below whose IRI an action lives."""
    return action.partition("/act/")[0]


def start_of(action: str) -> int:
    """Where the action begins in the text of its source."""
    return int(action.partition("/act/")[2].partition("-")[0] or 0)


def programmes_of(store: Store, rows: Sequence[Row]) -> tuple[ProgrammeSummary, ...]:
    """The programmes that some actions belong to (of many: the first ones), by name."""
    found: set[str] = set()
    for chunk in chunks([row.iri for row in rows[:_PROGRAMMES_OF]]):
        values: Values = {"resolved": resolved(store), "actions": nodes(chunk)}
        found |= {str(iri) for (iri,) in store.select(step("programmes_of_actions"), values).rows}
    return tuple(sorted(programme_summaries(store, found).values(), key=lambda each: (fold(each.label), each.iri)))


_PROGRAMMES_OF = 2_000
"""Actions whose programmes a filter offers."""


def details(store: Store, rows: Sequence[Row]) -> list[Action]:
    """These actions in full, in their order."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    parts: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for chunk in chunks([row.iri for row in rows]):
        for iri, part, predicate, value in store.select(step("action_details"), {"actions": nodes(chunk)}).rows:
            if iri == part:
                said[str(iri)][str(predicate).removeprefix(CANCU)].append(str(value))
            else:
                parts[str(iri)][str(part)][str(predicate).removeprefix(CANCU)] = str(value)
    references = {iri for each in said.values() for name in ("carriesOut", "programme") for iri in each.get(name, ())}
    means = identified(store, references)
    documents = summaries(store, {*means.values(), *(row.witness for row in rows)})
    programmes = programme_summaries(store, set(means.values()) - set(documents))
    return [
        Action(
            iri=row.iri,
            status=row.status,
            evidence=_evidence(row, said[row.iri], documents[row.witness]),
            actor=_one(said[row.iri], "actor"),
            time=_one(said[row.iri], "time"),
            place=_one(said[row.iri], "place"),
            province=row.place,
            path=_one(said[row.iri], "path"),
            partners=tuple(sorted(said[row.iri].get("partner", ()))),
            carries_out=_documents(documents, means, said[row.iri].get("carriesOut", ())),
            programmes=_named(programmes, means, said[row.iri].get("programme", ())),
            measures=_measures(parts[row.iri]),
        )
        for row in rows
    ]


def _documents(
    documents: dict[str, DocumentSummary], means: dict[str, str], references: Iterable[str]
) -> tuple[DocumentSummary, ...]:
    found = {means[iri] for iri in references if means.get(iri) in documents}
    return tuple(sorted((documents[iri] for iri in found), key=rank))


def _named(
    programmes: dict[str, ProgrammeSummary], means: dict[str, str], references: Iterable[str]
) -> tuple[ProgrammeSummary, ...]:
    found = {means[iri] for iri in references if means.get(iri) in programmes}
    return tuple(programmes[iri] for iri in sorted(found))


def _one(said: dict[str, list[str]], name: str) -> str | None:
    return said[name][0] if said.get(name) else None


def _evidence(row: Row, said: dict[str, list[str]], witness: DocumentSummary) -> Evidence:
    start, end, begins = (int(said[name][0]) for name in ("start", "end", "sentenceStart"))
    page, confidence = printed(_one(said, "page"), _one(said, "confidence"))
    return Evidence(witness, source_key(row.iri), said["sentence"][0], begins, start, end, "action", page, confidence)


def _measures(parts: dict[str, dict[str, str]]) -> tuple[Measure, ...]:
    """Results first, then sums, each in the order of the text."""
    found = []
    for iri, said in parts.items():
        if "/money/" in iri:
            measure = Measure("money", said["value"], said["unit"], said["quote"], None, said.get(SCHEMA + "value"))
        else:
            value, unit = said[SCHEMA + "value"], said[SCHEMA + "unitText"]
            measure = Measure("quantity", value, unit, said["quote"], said.get("outOf"), None)
        found.append((measure.kind == "money", int(said["order"]), measure))
    return tuple(measure for _, _, measure in sorted(found, key=lambda each: each[:2]))


def cells(store: Store, work: str) -> tuple[Cell, ...]:
    """The cells of the tables that a document states, in the order of its text."""
    speakers = store.select(step("speakers"), {"resolved": resolved(store), "work": node(work)}).rows
    if not speakers:
        return ()
    sources = nodes([source_of(str(reference)) for (reference,) in speakers])
    rows = store.select(step("observations_of"), {"sources": sources}).rows
    witness = summaries(store, [work])[work]
    found = []
    for table, row, column, value, unit, source, sentence, begins, start, end, page, sure in rows:
        at = (int(str(begins)), int(str(start)), int(str(end)))
        evidence = Evidence(witness, str(source), str(sentence), *at, "table", *printed(page, sure))
        found.append(Cell(int(str(table).rpartition("/")[2]), str(row), str(column), str(value), unit, evidence))
    return tuple(sorted(found, key=lambda cell: (cell.evidence.source, cell.evidence.start)))


def plain(sentence: str) -> str:
    """The sentence of an action as one line, without the bullet that it is printed behind and the marks of emphasis
    that a Markdown copy puts around words ("**45/45** thủ tục")."""
    line = " ".join(sentence.split())
    bare = line[1:].lstrip() if line[:1] in _BULLETS else line
    return _EMPHASIS.sub("", bare)


_BULLETS = set("-+*•–")
_EMPHASIS = re.compile(r"\*+|__+")
