"""References as `graph.identity` compares them: from an extraction that is coming in, or read back from the store.

A decree may be cited by every tenth document, and most of them cite it alike. So references carry a digest of all that
identity looks at, the store counts them by it, and only one of each kind is read in full.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from sys import intern
from typing import Any

from graph.identity.keys import block_of, scoped_path, title_key
from graph.identity.works import LOCAL, Reference
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.rdf.terms import text
from graph.storage.store import Store, resolved
from graph.witness.addresses import entry_iri, is_speaker, reference_iris, source_iri, source_of
from ontology.records import SELF, Citation, Entry, Extraction, Suspicion, Work
from ontology.terms import CANCU, SCHEMA

_TEXTS = tuple(each.name for each in fields(Reference) if each.type in ("str", "str | None"))
_IDENTITY = tuple(each.name for each in fields(Reference) if each.name not in ("profile", "count"))


def of_extraction(extraction: Extraction, base: str) -> dict[str, Reference]:
    """IRI of each reference of one source → what it says."""
    source = source_iri(extraction.source, base)
    iris = reference_iris(extraction, base)
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in extraction.citations:
        if citation.work is not None:
            cited[iris[citation.work]].append(citation)
    works = {iris[SELF]: extraction.self_work} | {iris[work.id]: work for work in extraction.works}
    doubted: dict[str, list[Suspicion]] = defaultdict(list)
    for suspicion in extraction.suspicions:
        if suspicion.kind in LOCAL:
            doubted[iris[suspicion.work]].append(suspicion)
    found = {iri: _of_work(iri, source, work, cited[iri], doubted[iri]) for iri, work in works.items()}
    return found | {entry_iri(source, entry.line): _of_entry(source, entry) for entry in extraction.entries}


def _of_entry(source: str, entry: Entry) -> Reference:
    stated = of_statement(entry.work, scoped_path(entry.work.id, source))
    return profiled(replace(stated, registered=True, status=entry.status, effective=entry.effective))


def _of_work(
    iri: str, source: str, work: Work, citations: Sequence[Citation], doubts: Sequence[Suspicion]
) -> Reference:
    conflicts = {(each.field, each.stated, each.other) for citation in citations for each in citation.conflicts}
    return profiled(
        replace(
            of_statement(work, scoped_path(work.id, source)),
            own=is_speaker(iri),
            mentions=len(citations),
            dates=_counted(citation.mention.date for citation in citations),
            conflicts=tuple(sorted(conflicts)),
            suspicions=tuple(sorted({(each.kind, each.severity, each.stated, each.likely or "") for each in doubts})),
            place_assumed=assumes_place(work),
        )
    )


def assumes_place(work: Work) -> bool:
    """Whether nothing but the place of the one who speaks says which province's body issued a document."""
    return work.decided is not None and work.decided.issuer == "code.place"


def of_statement(work: Work, path: str) -> Reference:
    """What is stated of one document, compared under this path; without its profile."""
    return Reference(
        profile="",
        path=path,
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
    )


def profiled(reference: Reference) -> Reference:
    """With the digest of all that identity looks at."""
    said = json.dumps([getattr(reference, name) for name in _IDENTITY], ensure_ascii=False)
    return replace(reference, profile=hashlib.sha256(said.encode()).hexdigest())


def merged(references: Iterable[Reference]) -> list[Reference]:
    """Each profile once, with its count; sorted."""
    counts: Counter[str] = Counter()
    found: dict[str, Reference] = {}
    for each in references:
        counts[each.profile] += each.count
        found.setdefault(each.profile, each)
    return [_counting(found[profile], count) for profile, count in sorted(counts.items())]


def sharing(reference: Reference) -> Reference:
    """The reference with texts that it shares with others. From another process, or from the store, each comes with
    copies of its own, and a law has hundreds of references that differ in one word."""
    texts: dict[str, Any] = {name: intern(value) for name in _TEXTS if (value := getattr(reference, name)) is not None}
    return replace(reference, **texts)


def _counting(reference: Reference, count: int) -> Reference:
    """Most are known with this very count: a law has hundreds of profiles, and a batch adds to few of them."""
    return reference if reference.count == count else replace(reference, count=count)


def stored(store: Store, blocks: Iterable[str], dropped: Sequence[str] = ()) -> list[Reference]:
    """All references of these blocks that the store holds outside the dropped sources, merged."""
    found: list[Reference] = []
    for chunk in chunks(sorted(blocks)):
        values: Values = {"blocks": [text(block) for block in chunk], "dropped": nodes(dropped)}
        rows = store.select(step("profiles"), values).rows
        counts = {str(one): int(str(count)) for _, one, count in rows}
        for part in chunks(sorted(counts)):
            found += [replace(each, count=counts[iri]) for iri, each in read(store, part).items()]
    return merged(found)


def read(store: Store, references: Sequence[str]) -> dict[str, Reference]:
    """These references (at most a chunk), read back in full."""
    values: Values = {"references": nodes(references)}
    stated: dict[str, dict[str, str]] = defaultdict(dict)
    for iri, predicate, value in store.select(step("references"), values).rows:
        stated[str(iri)][str(predicate).removeprefix(CANCU)] = str(value)
    dates: dict[str, Counter[str]] = defaultdict(Counter)
    mentions: Counter[str] = Counter()
    for iri, date, count in store.select(step("reference_dates"), values).rows:
        mentions[str(iri)] += int(str(count))
        if date is not None:
            dates[str(iri)][date] += int(str(count))
    conflicts: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for iri, field, said, other in store.select(step("reference_conflicts"), values).rows:
        conflicts[str(iri)].add((str(field), str(said), str(other)))
    doubts: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    for iri, *doubt in store.select(step("reference_suspicions"), values).rows:
        kind, severity, said, likely = (value or "" for value in doubt)
        doubts[str(iri)].add((kind, severity, said, likely))
    return {
        iri: Reference(
            profile=said[SCHEMA + "sha256"],
            path=scoped_path(said["workPath"], source_of(iri)),
            block=said["block"],
            own=is_speaker(iri),
            mentions=mentions[iri],
            dates=tuple(sorted(dates[iri].items())),
            conflicts=tuple(sorted(conflicts[iri])),
            suspicions=tuple(sorted(doubts[iri])),
            place_assumed="placeAssumed" in said,
            title_key=said.get("titleKey"),
            type=said.get("type"),
            number=said.get("number"),
            year=said.get("year"),
            symbol=said.get("symbol"),
            date=said.get("date"),
            issuer_name=said.get("issuerName"),
            issuer_key=said.get("issuerKey"),
            title=said.get("title"),
            name=said.get("name"),
            registered="registered" in said,
            status=said.get("validity"),
            effective=said.get("effective"),
        )
        for iri, said in stated.items()
    }


def identified(store: Store, references: Iterable[str]) -> dict[str, str]:
    """Reference → the work it identifies now."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(references)):
        rows = store.select(step("identified"), {"resolved": resolved(store), "references": nodes(chunk)}).rows
        found.update((str(reference), str(work)) for reference, work in rows)
    return found


def works_of_profiles(store: Store, profiles: Iterable[str], dropped: Sequence[str]) -> dict[str, str]:
    """Profile → the work that its references outside the dropped sources identify now."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(profiles)):
        values: Values = {
            "resolved": resolved(store),
            "profiles": [text(each) for each in chunk],
            "dropped": nodes(dropped),
        }
        found.update((str(profile), str(work)) for profile, work in store.select(step("profile_works"), values).rows)
    return found


def references_of_profiles(store: Store, profiles: Iterable[str], dropped: Sequence[str]) -> dict[str, str]:
    """Reference outside the dropped sources → its profile."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(profiles)):
        values: Values = {"profiles": [text(each) for each in chunk], "dropped": nodes(dropped)}
        found.update((str(iri), str(profile)) for iri, profile in store.select(step("profile_references"), values).rows)
    return found


def references_of_sources(store: Store, sources: Sequence[str]) -> list[str]:
    """The references that live in these sources."""
    return [
        str(iri)
        for chunk in chunks(sources)
        for (iri,) in store.select(step("source_references"), {"sources": nodes(chunk)}).rows
    ]


def _counted(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(value for value in values if value is not None).items()))
