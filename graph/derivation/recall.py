"""What one run of loading knows of the store: read once, then kept in step with what the run itself writes.

A law that every document cites has as many references as there are documents, and the engine would count them anew for
each batch: the longer the load, the slower. Only one process writes a store, so what was read stays true until it is
changed here. Nothing but speed hangs on this room: with a graph dropped everything is forgotten and read again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence

from graph.facts import facts
from graph.facts.facts import Description
from graph.identity.works import Reference, Work, years_of
from graph.rdf.sparql import Values, chunks, nodes, step
from graph.rdf.terms import text
from graph.storage.store import Store, resolved
from graph.suspicions import series
from graph.witness.references import sharing, stored, works_of_profiles

REFERENCES, FACTS, KEYS = 80_000, 4_000, 40_000
"""What is kept at most: references with their meaning, documents with their facts, paths and titles. About 100 MB: a
reference takes some 570 bytes. After 70,000 documents the 900 most cited ones have 40,000 that differ."""

Titled = dict[str, tuple[str, frozenset[str], str | None]]
"""profile → work, its years and the date that the reference states, of the numbered references that go by one title"""


class Recall:
    """Reads through to the store. `dropped`: sources whose references no longer count; then nothing is remembered."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.forget()

    def forget(self) -> None:
        """Something was taken from the store: all is read again."""
        self._blocks: OrderedDict[str, dict[str, Reference]] = OrderedDict()
        self._size = 0
        self._meaning: dict[str, str] = {}
        self._paths: OrderedDict[str, set[str]] = OrderedDict()
        self._titles: OrderedDict[str, Titled] = OrderedDict()
        self._facts: OrderedDict[str, Description] = OrderedDict()
        self.series = series.Held(self.store)

    def references(self, blocks: Iterable[str], dropped: Sequence[str]) -> list[Reference]:
        """All references of these blocks, each profile once with its count."""
        if dropped:
            return stored(self.store, blocks, dropped)
        wanted = sorted(set(blocks))
        missing = [block for block in wanted if block not in self._blocks]
        self._blocks.update((block, {}) for block in missing)
        for each in stored(self.store, missing):
            self._blocks[each.block][each.profile] = sharing(each)
            self._size += 1
        for block in wanted:
            self._blocks.move_to_end(block)
        return [each for block in wanted for each in self._blocks[block].values()]

    def blocks_of(self, paths: Iterable[str]) -> set[str]:
        """The blocks in which these paths occur, dropped sources included."""
        wanted = sorted(set(paths))
        for chunk in chunks([path for path in wanted if path not in self._paths]):
            self._paths.update((path, set()) for path in chunk)
            rows = self.store.select(step("blocks_of_paths"), {"paths": [text(path) for path in chunk]}).rows
            for path, block in rows:
                self._paths[str(path)].add(str(block))
        for path in wanted:
            self._paths.move_to_end(path)
        return {block for path in wanted for block in self._paths[path]}

    def works(self, profiles: Iterable[str], dropped: Sequence[str]) -> dict[str, str]:
        """Profile → the work that its references identify now."""
        if dropped:
            return works_of_profiles(self.store, profiles, dropped)
        wanted = list(profiles)
        missing = [profile for profile in wanted if profile not in self._meaning]
        self._meaning |= works_of_profiles(self.store, missing, ())
        return {profile: self._meaning[profile] for profile in wanted if profile in self._meaning}

    def titled(self, titles: Iterable[str], dropped: Sequence[str]) -> Mapping[str, Titled]:
        """Title key → the numbered references that go by it."""
        wanted = sorted(set(titles))
        known: MutableMapping[str, Titled] = {} if dropped else self._titles
        for chunk in chunks([title for title in wanted if title not in known]):
            found = _titled(self.store, chunk, dropped)
            known.update((title, found.get(title, {})) for title in chunk)
        if known is self._titles:
            for title in wanted:
                self._titles.move_to_end(title)
        return {title: known[title] for title in wanted}

    def facts(self, works: Iterable[str]) -> dict[str, Description]:
        """The facts of these documents, without the edges between documents; no document that is not known."""
        wanted = sorted(works)
        missing = [work for work in wanted if work not in self._facts]
        found = facts.stored(self.store, missing)
        return {work: each for work in wanted if (each := self._facts.get(work) or found.get(work)) is not None}

    def learn(
        self,
        references: Iterable[Reference],
        meaning: Mapping[str, str],
        decided: Mapping[str, Description],
        works: Iterable[Work],
        gone: Iterable[str],
    ) -> None:
        """What a batch has changed, once it is written. references: all of the touched blocks as they are now; meaning:
        profile → work; decided: work → its facts; gone: documents that no longer stand."""
        standing = [each for each in references if each.count]
        for each in standing:
            block = self._blocks.setdefault(each.block, {})
            fresh = each.profile not in block
            self._size += fresh
            block[each.profile] = sharing(each) if fresh else each
            self._blocks.move_to_end(each.block)
            if each.path in self._paths:
                self._paths[each.path].add(each.block)
        self._meaning.update(meaning)
        for work in works:
            years = frozenset(years_of(work))
            for each in work.references:
                if each.number is not None and each.title_key in self._titles:
                    self._titles[str(each.title_key)][each.profile] = (self.store.base + work.path, years, each.date)
        for iri in gone:
            self._facts.pop(iri, None)
        for iri, description in decided.items():
            self._facts[iri] = description
            self._facts.move_to_end(iri)
        self._shrink()

    def _shrink(self) -> None:
        """What was not touched for longest goes first."""
        while self._size > REFERENCES or len(self._blocks) > KEYS:  # many are empty: numbers that were looked for once
            _, references = self._blocks.popitem(last=False)
            self._size -= len(references)
            for profile in references:
                self._meaning.pop(profile, None)
        while len(self._facts) > FACTS:
            self._facts.popitem(last=False)
        for kept in (self._paths, self._titles):
            while len(kept) > KEYS:
                kept.popitem(last=False)


def _titled(store: Store, titles: Sequence[str], dropped: Sequence[str]) -> dict[str, Titled]:
    values: Values = {"titles": [text(title) for title in titles], "dropped": nodes(dropped)}
    found: dict[str, dict[str, tuple[str, set[str], str | None]]] = {}
    for title, profile, work, year, date in store.select(step("titled"), {**values, "resolved": resolved(store)}).rows:
        _, years, _ = found.setdefault(str(title), {}).setdefault(str(profile), (str(work), set(), date))
        years |= {year} if year else set()
    return {
        title: {profile: (work, frozenset(years), date) for profile, (work, years, date) in of_title.items()}
        for title, of_title in found.items()
    }
