"""All that is known of one programme."""

from __future__ import annotations

from graph.actions import actions
from graph.actions.programme_summaries import programme_summaries
from graph.answers import Evidence, ProgrammePage, ProgrammeSummary
from graph.documents.evidence import printed
from graph.documents.summaries import rank, summaries
from graph.identity.programme_keys import keys_of
from graph.rdf.sparql import Values, step
from graph.rdf.terms import node, text
from graph.storage.store import Store, resolved
from graph.witness.addresses import speaker_iri
from graph.witness.quotes import Texts
from graph.witness.references import identified
from ontology.errors import NotFoundError
from ontology.records import Programme

MENTIONS = 50
"""Mentions that a page carries; the rest is counted."""


def page(store: Store, iri: str, only: actions.Filter | None = None) -> ProgrammePage:
    """The programme with its names, where it is named, and the actions that belong to it. Raises NotFoundError
    (programme.unknown)."""
    known = programme_summaries(store, [iri])
    if iri not in known:
        raise NotFoundError("programme.unknown", number=iri)
    programme = known[iri]
    values: Values = {"resolved": resolved(store), "programme": node(iri)}
    aliases = tuple(str(alias) for (alias,) in store.select(step("programme_aliases"), values).rows)
    mentions, left_out = _mentions(store, values)
    return ProgrammePage(
        programme=programme,
        aliases=aliases,
        candidates=_candidates(store, programme, aliases),
        mentions=mentions,
        actions=actions.in_programme(store, iri, only),
        left_out=left_out,
    )


def approved(store: Store, work: str) -> tuple[ProgrammeSummary, ...]:
    """The programmes that a document approves."""
    rows = store.select(step("approves"), {"resolved": resolved(store), "work": node(work)}).rows
    known = programme_summaries(store, [str(iri) for (iri,) in rows])
    return tuple(known[str(iri)] for (iri,) in rows if str(iri) in known)


def _candidates(store: Store, programme: ProgrammeSummary, aliases: tuple[str, ...]) -> tuple[ProgrammeSummary, ...]:
    """Those that the graph lists, and for a number that means nothing elsewhere ("Dự án 1") its namesakes."""
    rows = store.select(step("candidates"), {"resolved": resolved(store), "work": node(programme.iri)}).rows
    found = {str(other) for (other,) in rows}
    if "/in/" in programme.iri:
        keys = keys_of(Programme("", programme.kind, programme.name, aliases)).names
        values: Values = {"resolved": resolved(store), "keys": [text(key) for key in keys]}
        found |= {str(other) for (other,) in store.select(step("programme_namesakes"), values).rows}
    return tuple(sorted(programme_summaries(store, found).values(), key=lambda each: each.iri))


def _mentions(store: Store, values: Values) -> tuple[tuple[Evidence, ...], int]:
    rows = sorted(store.select(step("programme_mentions"), values).rows, key=_place)
    sources = [str(row[0]) for row in rows[:MENTIONS]]
    speakers = identified(store, {speaker_iri(source) for source in sources})
    known = summaries(store, speakers.values())
    texts = Texts(store)
    found = []
    for source, (_, first, last, page_, sure) in zip(sources, rows, strict=False):
        start, end = int(str(first)), int(str(last))
        begins, line = texts.around(source, start, end)
        witness = known[speakers[speaker_iri(source)]]
        found.append(Evidence(witness, source, line, begins, start, end, "programme", *printed(page_, sure)))
    found.sort(key=lambda each: (rank(each.witness), each.source, each.start))
    return tuple(found), max(len(rows) - MENTIONS, 0)


def _place(row: tuple[str | None, ...]) -> tuple[str, int]:
    return str(row[0]), int(str(row[1]))
