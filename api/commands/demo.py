"""`cancu demo`: the samples, loaded and served, with what to try first."""

from __future__ import annotations

import sys

import click

from api import demo as samples
from api import serving
from api.app import create_app
from api.bilingual import Session, command
from api.commands.load import in_words
from api.settings import Settings, UsageError
from api.words import line
from graph.answers import StoreSummary
from graph.storage.location import is_remote, open_store
from viz import tree


@command("demo")
@click.option("--no-serve", is_flag=True)
@click.option("--store", default=samples.STORE)
@click.option("--host")
@click.option("--port", type=int)
def demo(session: Session, no_serve: bool, store: str, host: str | None, port: int | None) -> int:
    """A store of its own; what is loaded already is not read again."""
    settings = session.settings(store=store, host=host, port=port)
    if is_remote(settings.store):
        raise UsageError("usage.remote", location=settings.store)
    listening = None if no_serve else serving.listen(settings)
    summary, held = samples.load(settings)
    click.echo(in_words(summary, session.lang))
    click.echo(holdings(settings, held) + "\n")
    opened = open_store(settings.store, read_only=True)
    try:
        click.echo(tree.render(samples.traced(opened), session.lang))
    finally:
        opened.close()
    click.echo(line("demo.try", session.lang, store=settings.store))
    if listening is not None:
        sys.stdout.flush()
        serving.serve(create_app(settings), settings, listening)
    return 0


def holdings(settings: Settings, held: StoreSummary) -> str:
    """One line: how much the store holds."""
    counts: tuple[tuple[int, str], ...] = (
        (held.sources, "sources"),
        (held.documents, "documents"),
        (held.relations, "relations"),
    )
    doubts = ((held.conflicts, "conflicts"), (held.unresolved, "unresolved"))
    counts += ((held.registered, "registered"),) if held.registered else ()
    told = [f"{count} {line(f'store.{what}', settings.lang)}" for count, what in (*counts, *doubts)]
    return f"{line('store.holds', settings.lang, location=settings.store)} {', '.join(told)}."
