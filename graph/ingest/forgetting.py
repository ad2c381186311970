"""Witnesses out of the store, with everything that only they said."""

from __future__ import annotations

import os
from collections.abc import Iterable

from graph.derivation.derive import derive
from graph.derivation.scope import Incoming
from graph.ingest.held import WITHIN, held_at, is_below
from graph.ingest.tally import Changes
from graph.storage.store import Change, Store


def forget(store: Store, sources: Iterable[str]) -> Changes:
    """Removes witnesses and everything that only they said, and every path that they were loaded from."""
    below = f"{store.base}source/"
    gone = sorted(iri for iri in set(sources) & set(store.graphs()) if iri.startswith(below))
    derived = derive(store, Incoming(dropped=set(gone)))
    change = Change(dropped=tuple(gone), removed=derived.change.removed, added=derived.change.added)
    store.apply(change)
    paths = [path for iri in gone for path in store.ledger.paths(iri)]
    store.ledger.forget([*paths, *(path.partition(mark)[0] for path in paths for mark in WITHIN if mark in path)])
    store.publish()
    return Changes(
        removed=tuple(gone), works=len(derived.works), conflicts=derived.conflicts, suspicions=derived.suspicions
    )


def release(store: Store, path: str) -> Changes:
    """Forgets a file or folder: its witnesses go, but for those that a path elsewhere holds too."""
    held = held_at(store, path)
    changes = forget(store, (iri for iri, paths in held.items() if all(is_below(each, path) for each in paths)))
    mine = {path, *(each for paths in held.values() for each in paths if is_below(each, path))}
    store.ledger.forget([*sorted(mine), *(line.path for line in store.ledger.below(path + os.sep))])
    return changes
