"""`cancu chain`: what a document rests on and what carries it out, in seven formats."""

from __future__ import annotations

import click

from api import find
from api.bilingual import Session, command
from api.drawings import DRAWINGS, draw
from api.output import write
from api.places import checked
from graph.chains import chain as walk
from graph.documents.search import AmbiguousNumberError
from graph.storage.location import open_store
from ontology.errors import NotFoundError


@command("chain", store=True)
@click.argument("number")
@click.option("--up", type=click.IntRange(0, 20), default=2)
@click.option("--down", type=click.IntRange(0, 20), default=3)
@click.option("--place")
@click.option("--year")
@click.option("--format", "form", type=click.Choice(list(DRAWINGS)), default="tree")
@click.option("--output", type=click.Path(dir_okay=False))
def chain(
    session: Session,
    number: str,
    up: int,
    down: int,
    place: str | None,
    year: str | None,
    form: str,
    output: str | None,
    store: str | None,
    update_url: str | None,
) -> int:
    """Several documents of one number are listed for choosing."""
    settings = session.settings(store=store, update_url=update_url)
    place = checked(place)
    opened = open_store(settings.store, read_only=True, base=settings.base)
    try:
        document = find.one(opened, number, place, year)
        content = draw(walk.chain(opened, document.iri, up=up, down=down), form, session.lang)
    except AmbiguousNumberError as error:
        return choose(session, number, error, listed=form == "tree")
    finally:
        opened.close()
    write(content, output, form)
    return 0


def choose(session: Session, number: str, error: AmbiguousNumberError, *, listed: bool, command: str = "chain") -> int:
    """Tells how to choose; on a terminal with the whole list, each with the command line that means it. command: what
    was asked, without the number."""
    hints = [(each, find.hint(number, each, error.candidates, command)) for each in error.candidates]
    if listed:
        for document, hint in hints:
            facts = ", ".join(fact for fact in (document.label, document.issuer, document.date) if fact)
            click.echo(f"{facts}\n    {hint}")
    details = {"number": number, "count": str(len(hints)), "hint": hints[0][1]}
    return session.fail(NotFoundError("document.choose", **details))
