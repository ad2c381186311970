"""What the routes share: the store, the sandbox for strangers' queries, the settings; how a request reaches them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from api.settings import LANGUAGES, Settings
from graph.sandbox.sandbox import Limits, Sandbox
from graph.storage.location import is_remote, open_store
from graph.storage.store import Store
from viz.links import LANGUAGE, Site

Answer = TypeVar("Answer")


@dataclass(slots=True)
class House:
    """Opened once for a server. The store is read only: writers publish, and `fresh` sees it."""

    settings: Settings
    store: Store
    sandbox: Sandbox
    kept: dict[str, Any] = field(default_factory=dict)
    """Answers about the store as a whole, as long as nothing new is published."""

    def fresh(self) -> Store:
        """The store as it was last published."""
        if self.store.refresh():
            self.kept = {}
        return self.store

    def once(self, name: str, ask: Callable[[Store], Answer]) -> Answer:
        """What reads the whole store, asked once for each state of it; a remote store, which tells
        of no changes, each time."""
        store, kept = self.fresh(), self.kept
        if is_remote(self.settings.store):
            return ask(store)
        if name not in kept:
            kept[name] = ask(store)  # beside a writer it may be newer than what it is kept for, never older
        return cast(Answer, kept[name])

    def close(self) -> None:
        self.sandbox.close()
        self.store.close()


def open_house(settings: Settings) -> House:
    """Opens the store of the settings for reading. Raises `StoreError`."""
    store = open_store(settings.store, read_only=True, base=settings.base)
    return House(settings, store, open_sandbox(settings))


def open_sandbox(settings: Settings) -> Sandbox:
    """Where queries run that the house did not write. Raises `StoreError`."""
    limits = Limits(
        seconds=settings.query_seconds,
        memory=settings.query_memory_mb << 20,
        rows=settings.query_rows,
        workers=settings.query_workers,
    )
    return Sandbox(settings.store, limits, base=settings.base)


def house_of(request: Request) -> House:
    """The house behind the application of this request."""
    return cast(House, request.app.state.house)


def store_of(request: Request) -> Store:
    """The newest state of the store."""
    return house_of(request).fresh()


def lang_of(request: Request) -> str:
    """The reader's language: of the address, else of the cookie, else of the settings."""
    for wanted in (request.query_params.get(LANGUAGE), request.cookies.get(LANGUAGE)):
        if wanted in LANGUAGES:
            return wanted
    return house_of(request).settings.lang


def site_of(request: Request) -> Site:
    """Addresses for this reader."""
    return Site(house_of(request).store.base, lang_of(request))


AHouse = Annotated[House, Depends(house_of)]
AStore = Annotated[Store, Depends(store_of)]
ASite = Annotated[Site, Depends(site_of)]
