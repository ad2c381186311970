"""References as `graph.resolve` compares them: from an extraction that is coming in, or read back from the store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.keys import block_of, scoped_path, title_key
from graph.quads import reference_iris, source_iri
from graph.resolve import Reference
from graph.sparql import chunks, nodes, step
from graph.store import Store, resolved
from graph.terms import Term, text
from ontology.records import SELF, Citation, Extraction, Work
from ontology.terms import CANCU

_FIELDS = {
    "title_key": "titleKey",
    "type": "type",
    "number": "number",
    "year": "year",
    "symbol": "symbol",
    "date": "date",
    "issuer_name": "issuerName",
    "issuer_key": "issuerKey",
    "title": "title",
    "name": "name",
}


def of_extraction(extraction: Extraction, base: str) -> list[Reference]:
    """The references of one source, as `stored` would read them after it was written."""
    source = source_iri(extraction.source, base)
    iris = reference_iris(extraction, base)
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in extraction.citations:
        if citation.work is not None:
            cited[iris[citation.work]].append(citation)
    works = {iris[SELF]: extraction.self_work} | {iris[work.id]: work for work in extraction.works}
    return [_reference(iri, source, work, cited[iri]) for iri, work in works.items()]


def _reference(iri: str, source: str, work: Work, citations: Sequence[Citation]) -> Reference:
    conflicts = {(each.field, each.stated, each.other) for citation in citations for each in citation.conflicts}
    return Reference(
        iri=iri,
        source=source,
        path=scoped_path(work.id, source),
        block=block_of(work),
        title_key=title_key(work),
        type=work.type,
        number=work.number,
        year=work.year,
        symbol=work.symbol,
        date=work.date,
        issuer_name=None if work.issuer is None else work.issuer.name,
        issuer_key=None if work.issuer is None else work.issuer.key,
        title=work.title,
        name=work.name,
        own=is_own(iri),
        mentions=len(citations),
        dates=_counted(citation.mention.date for citation in citations),
        conflicts=tuple(sorted(conflicts)),
    )


def is_own(iri: str) -> bool:
    """True for the reference with which a source speaks of itself."""
    return iri.endswith("/ref/self")


def stored(store: Store, blocks: Iterable[str]) -> list[Reference]:
    """All references of these blocks that the store holds, sorted."""
    found: list[Reference] = []
    for chunk in chunks(sorted(blocks)):
        found += _read(store, {"blocks": [text(block) for block in chunk]})
    return sorted(found, key=lambda each: each.iri)


def _read(store: Store, blocks: Mapping[str, Sequence[Term]]) -> list[Reference]:
    stated: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for source, iri, predicate, value in store.select(step("references"), blocks).rows:
        stated[str(source), str(iri)][str(predicate).removeprefix(CANCU)] = str(value)
    dates: dict[str, Counter[str]] = defaultdict(Counter)
    mentions: Counter[str] = Counter()
    for iri, date, count in store.select(step("reference_dates"), blocks).rows:
        mentions[str(iri)] += int(str(count))
        if date is not None:
            dates[str(iri)][date] += int(str(count))
    conflicts: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for iri, field, said, other in store.select(step("reference_conflicts"), blocks).rows:
        conflicts[str(iri)].add((str(field), str(said), str(other)))
    return [
        Reference(
            iri=iri,
            source=source,
            path=scoped_path(values["workPath"], source),
            block=values["block"],
            own=is_own(iri),
            mentions=mentions[iri],
            dates=tuple(sorted(dates[iri].items())),
            conflicts=tuple(sorted(conflicts[iri])),
            **{name: values.get(predicate) for name, predicate in _FIELDS.items()},
        )
        for (source, iri), values in stated.items()
    ]


def identified(store: Store, references: Iterable[str]) -> dict[str, str]:
    """Reference → the work it identifies now."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(references)):
        rows = store.select(step("identified"), {"resolved": resolved(store), "references": nodes(chunk)}).rows
        found.update((str(reference), str(work)) for reference, work in rows)
    return found


def _counted(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(value for value in values if value is not None).items()))
