"""`cancu extract`: what documents say, as JSON, without a store; why, when asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from api import explain
from api.bilingual import Session, command, paths_argument
from api.ingest import read_all
from api.reading import skipped, told
from api.written import written
from ontology.errors import SourceError
from ontology.records import Extraction


@command("extract")
@paths_argument
@click.option("--format", "form", type=click.Choice(["json", "jsonl"]))
@click.option("--with-text", is_flag=True)
@click.option("--with-structure", is_flag=True)
@click.option("--explain", "explained", is_flag=True)
@click.option("--place")
@click.option("--jobs", type=int)
def extract(
    session: Session,
    paths: tuple[str, ...],
    form: str | None,
    with_text: bool,
    with_structure: bool,
    explained: bool,
    place: str | None,
    jobs: int | None,
) -> int:
    """One object for each input, or its explanation for people (`--explain` without a format); inputs that cannot be
    read are reported and the rest goes on."""
    settings = session.settings(place=place, jobs=jobs)
    results = read_all(paths, settings, sys.stdin.buffer if "-" in paths else None, structure=with_structure)
    failed = total = 0
    for result, alone in _with_alone(results):
        total += 1
        for missing in () if isinstance(result, SourceError) else skipped(result):
            session.fail(told(missing))
        if isinstance(result, SourceError):
            failed += 1
            session.fail(result)
        elif explained and form is None:
            click.echo(explain.for_people(result, session.lang) + ("" if alone else "\n"))
        else:
            indent = 2 if alone and form != "jsonl" and result.source.id is None else None
            for piece in written(
                result, with_text=with_text, explained=explained, with_structure=with_structure, indent=indent
            ):
                click.echo(piece, nl=False)
            click.echo()
    if not failed:
        return 0
    if total > 1:
        session.fail(SourceError("extract.failed", failed=str(failed), total=str(total)))
    return SourceError.exit_code


Result = Extraction | SourceError


def _with_alone(results: Iterator[Result]) -> Iterator[tuple[Result, bool]]:
    """Each result, and whether it is the only one: known after looking one ahead."""
    for first in results:
        second = next(results, None)
        yield first, second is None
        if second is not None:
            yield second, False
            yield from ((result, False) for result in results)
