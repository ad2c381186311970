"""`cancu export`: the whole store as RDF."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from api.bilingual import Session, command
from api.settings import UsageError
from graph.storage.export import FORMATS, Format
from graph.storage.export import export as pieces_of
from graph.storage.location import open_store


@command("export", store=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="nq")
@click.option("--output", type=click.Path(dir_okay=False))
def export(session: Session, form: Format, output: str | None, store: str | None, update_url: str | None) -> int:
    """Streams graph by graph; a file is written beside and then moved over, so that it is whole or not there."""
    settings = session.settings(store=store, update_url=update_url)
    opened = open_store(settings.store, read_only=True, base=settings.base)
    try:
        pieces = pieces_of(opened, form)
        if output is None:
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            sys.stdout.flush()
        else:
            _to_file(pieces, Path(output))
    finally:
        opened.close()
    return 0


def _to_file(pieces: Iterator[bytes], file: Path) -> None:
    beside = file.with_name(file.name + ".part")
    try:
        with beside.open("wb") as target:
            target.writelines(pieces)
        beside.replace(file)
    except OSError as error:
        raise UsageError("output.failed", name=str(file), reason=error.strerror or str(error)) from error
