"""`cancu query`: SPARQL, or a saved question with its values in order."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from api import find, tables
from api.asking import ask, ask_saved
from api.bilingual import Session, command
from api.commands.chain import choose
from api.house import open_sandbox
from api.output import write
from api.places import checked
from api.settings import Settings, UsageError
from graph.answers import Question, Table
from graph.documents.search import AmbiguousNumberError
from graph.questions import questions
from graph.storage.location import open_store
from ontology.errors import QueryError


@command("query", store=True)
@click.argument("words", nargs=-1)
@click.option("--file", "file", type=click.Path(dir_okay=False))
@click.option("--name")
@click.option("--list", "listed", is_flag=True)
@click.option("--place")
@click.option("--year")
@click.option("--format", "form", type=click.Choice(list(tables.MEDIA_TYPES)), default="table")
@click.option("--output", type=click.Path(dir_okay=False))
def query(
    session: Session,
    words: tuple[str, ...],
    file: str | None,
    name: str | None,
    listed: bool,
    place: str | None,
    year: str | None,
    form: str,
    output: str | None,
    store: str | None,
    update_url: str | None,
) -> int:
    """Whatever is asked runs in the sandbox: read only, within the limits of the settings. Several documents of one
    number are listed for choosing, as `cancu chain` does."""
    if listed:
        click.echo("\n".join(described(question, session.lang) for question in questions.questions().values()))
        return 0
    settings = session.settings(store=store, update_url=update_url)
    place = checked(place)
    columns = questions.question(name).columns if name else ()
    try:
        table = _saved(settings, name, words, place, year) if name else _sparql(settings, _text(words, file))
    except AmbiguousNumberError as error:
        return choose(session, error.details["number"], error, listed=form == "table", command=f"query --name {name}")
    width = shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else None
    write(tables.write(table, form, session.lang, width, columns), output, form)
    return 0


def _text(words: tuple[str, ...], file: str | None) -> str:
    """The one query that was given. Raises `UsageError`: usage.query, usage.file."""
    if (file is None) == (len(words) != 1) or len(words) > 1:
        raise UsageError("usage.query")
    if file is None:
        return words[0]
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("usage.file", name=file, reason=getattr(error, "strerror", None) or "UTF-8") from error


def _sparql(settings: Settings, sparql: str) -> Table:
    with open_sandbox(settings) as sandbox:
        return ask(sandbox, sparql)


def _saved(
    settings: Settings, name: str, values: tuple[str, ...], place: str | None = None, year: str | None = None
) -> Table:
    parameters = questions.question(name).parameters
    if len(values) > len(parameters):
        offered = " ".join(f"<{parameter.name}>" for parameter in parameters) or "–"
        raise QueryError("query.parameters", name=name, unknown=" ".join(values[len(parameters) :]), offered=offered)
    arguments = {parameter.name: value for parameter, value in zip(parameters, values, strict=False)}
    store = open_store(settings.store, read_only=True, base=settings.base)
    try:
        for parameter in parameters:
            if parameter.kind == "number" and arguments.get(parameter.name, "").strip():
                arguments[parameter.name] = find.one(store, arguments[parameter.name], place, year).iri
        with open_sandbox(settings) as sandbox:
            return ask_saved(store, sandbox, name, arguments)
    finally:
        store.close()


def described(question: Question, lang: str) -> str:
    """Name, values and meaning of a saved question, for the list."""
    values = " ".join(f"<{each.name}>" if each.required else f"[{each.name}]" for each in question.parameters)
    examples = " ".join(f'"{each.example}"' if " " in each.example else each.example for each in question.parameters)
    label = question.label_en if lang == "en" else question.label_vi
    return f"{question.name} {values}".rstrip() + f"\n    {label}" + (f"\n    {examples}" if examples else "")
