"""`cancu forget`: documents out of the store, with everything that only they witnessed."""

from __future__ import annotations

from collections.abc import Mapping

import click

from api import find, kept
from api.bilingual import Session, command
from api.commands.chain import choose
from api.ingest import ledger_path
from api.places import checked
from api.words import line
from graph.documents.search import AmbiguousNumberError
from graph.documents.sources import loaded_as
from graph.documents.sources import source as source_at
from graph.ingest import forgetting
from graph.ingest.held import held_at, is_below
from graph.storage.location import open_store
from graph.storage.store import Store
from loaders.regular import printable
from ontology.errors import NotFoundError


@command("forget", store=True)
@click.argument("things", nargs=-1, required=True)
@click.option("--place")
@click.option("--year")
@click.option("--dry-run", is_flag=True)
def forget(
    session: Session,
    things: tuple[str, ...],
    place: str | None,
    year: str | None,
    dry_run: bool,
    store: str | None,
    update_url: str | None,
) -> int:
    """All are looked up before the first is removed: a wrong one removes nothing."""
    settings = session.settings(store=store, update_url=update_url)
    place = checked(place)
    opened = open_store(settings.store, read_only=True, base=settings.base)  # a missing store is not made
    opened.close()
    opened = open_store(settings.store, update_url=settings.update_url, base=settings.base)
    try:
        by_path: dict[str, Mapping[str, list[str]]] = {}
        by_number: dict[str, list[str]] = {}
        for thing in things:
            held = held_at(opened, ledger_path(thing))
            if held:
                by_path[ledger_path(thing)] = held
            else:
                by_number[thing] = _numbered(opened, thing, place, year)
        _remove(session, opened, by_path, by_number, dry_run)
    except AmbiguousNumberError as error:
        return choose(session, error.details["number"], error, listed=True, command="forget")
    finally:
        opened.close()
    return 0


def _numbered(store: Store, number: str, place: str | None, year: str | None) -> list[str]:
    try:
        document = find.one(store, number, place, year)
    except NotFoundError as error:
        if error.code == "document.number":
            raise NotFoundError("forget.unknown", name=printable(number)) from error
        raise
    sources = loaded_as(store, document.iri)
    if not sources:
        raise NotFoundError("forget.not_loaded", number=number)
    return sources


def _remove(
    session: Session,
    store: Store,
    by_path: Mapping[str, Mapping[str, list[str]]],
    by_number: Mapping[str, list[str]],
    dry_run: bool,
) -> None:
    """Says what goes, with where it was loaded from, and removes it."""
    going: dict[str, str] = {}
    staying: list[str] = []
    for path, held in by_path.items():
        for source, paths in held.items():
            others = [each for each in paths if not is_below(each, path)]
            told = _told(store, source, paths)
            if others:
                staying.append(" ".join((told, line("forget.stays", session.lang, path=others[0]))))
            else:
                going[source] = told
    for source in (source for sources in by_number.values() for source in sources):
        going[source] = _told(store, source, store.ledger.paths(source))
    if not dry_run:
        for path in by_path:
            forgetting.release(store, path)
        forgetting.forget(store, (source for sources in by_number.values() for source in sources))
        kept.sweep(store)
    key = "forget.would" if dry_run else "forget.done"
    said = [line(key, session.lang, count=str(len(going))), *going.values(), *staying]
    click.echo("\n  ".join(said))


def _told(store: Store, source: str, paths: list[str]) -> str:
    known = source_at(store, source)
    return f"{known.name} ({', '.join(paths)})" if paths else known.name
