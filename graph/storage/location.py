"""Where a store lies: the one door that opens a folder, or a SPARQL endpoint by its address."""

from __future__ import annotations

from pathlib import Path

from graph.storage.store import Store


def is_remote(location: str | Path) -> bool:
    """True for a SPARQL endpoint, False for a folder."""
    return str(location).startswith(("http://", "https://"))


def open_store(
    location: str | Path, *, read_only: bool = False, update_url: str | None = None, base: str | None = None
) -> Store:
    """Opens the folder of an embedded store (created when writing and missing), or a SPARQL endpoint by its query URL.

    update_url: where a remote store takes updates; without it a remote store is read only.
    base: for a new store; an embedded store remembers its own. Raises `StoreError`: store.missing, store.occupied,
    store.denied, store.locked, store.corrupt, store.base (the folder was made for another base IRI).
    """
    if is_remote(location):
        from graph.storage.remote import RemoteStore

        return RemoteStore(str(location), None if read_only else update_url, base)
    from graph.storage.embedded import EmbeddedStore

    return EmbeddedStore(Path(location), read_only=read_only, base=base)
