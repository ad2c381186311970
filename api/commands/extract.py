"""`cancu extract`: what documents say, as JSON, without a store; why, when asked."""

from __future__ import annotations

import sys

import click

from api.bilingual import Session, command, paths_argument
from api.ingest import printed
from api.reading import Form, Printed, told
from ontology.errors import SourceError


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
    reason = session.lang if explained and form is None else None
    wanted = Form(with_text, with_structure, explained, form == "jsonl", reason)
    failed = total = 0
    for answer in printed(paths, settings, wanted, sys.stdin.buffer if "-" in paths else None):
        if isinstance(answer, Printed):
            click.echo(answer.text, nl=False)
            continue
        total += 1
        if isinstance(answer, SourceError):
            failed += 1
            session.fail(answer)
        else:
            for missing in answer.told:
                session.fail(told(missing))
    if not failed:
        return 0
    if total > 1:
        session.fail(SourceError("extract.failed", failed=str(failed), total=str(total)))
    return SourceError.exit_code
